"""The chat sticks to what is going on: words that belong to a ticket go there, said in one line with a way out.

`where` says to which ticket a message belongs and what is done there, by the `table`; `deeds` does it: `passing` words on,
or, of whoever sees to it, `on_duty`. `readers` are what `routes` and `in_form` try, and `presses` the buttons.
"""
