"""What staff do in the chat, in rooms: `asked` (what it is about, hours, services), `ticket_form` (the draft of a ticket),
`going_on` (words for a ticket that goes on), `tickets` (the list, more words, the stars), `wishes` (what is wanted of the
desk), `outages`, `events` (of the mayor's office), `oneself` (their data); `steps` are those that any form may have.

`hearing` reads a message for all of them, `urgent` is the way to the guard, `start` the beginning and the help.
"""
