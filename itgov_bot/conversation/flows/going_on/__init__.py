"""The chat sticks to what is going on: words that belong to a ticket go there, said in one line with a way out.

To which ticket a message belongs is known in `hearing`; `deeds` does what is done there: `passing` words on, or what staff
or, by `agents.on_duty`, whoever sees to it may do. `readers`, `answers`, `edits` and `in_form` are what `text_readers` and
`conversation.in_form` try, `presses` the buttons.
"""
