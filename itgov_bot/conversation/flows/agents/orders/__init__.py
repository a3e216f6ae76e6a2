"""What agents order of cases in words: what is done with each order (`table`), and where it is read: under a card, by
number, by who opened it, beside a form; or only guessed."""
