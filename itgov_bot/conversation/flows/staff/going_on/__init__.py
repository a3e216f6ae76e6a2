"""The chat sticks to what is going on: words that belong to a ticket go there, said in one line with a way out.

`heard` reads a message, `where` says to which ticket it belongs and what is done there, `deeds` does it, `readers`
are what `routes` and `in_form` try, and `presses` the buttons.
"""
