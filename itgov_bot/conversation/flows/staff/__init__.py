"""What staff do in the chat, in rooms: `asked` (what it is about, hours, services), `ticket_form` (the draft of a ticket),
`tickets` (the list, more words, the stars), `wishes` (what is wanted of the desk), `outages`, `oneself` (their data).

`accompaniment` is the form for an event of the mayor's office, `urgent` the way to the guard, `start` the beginning and the
help.
"""
