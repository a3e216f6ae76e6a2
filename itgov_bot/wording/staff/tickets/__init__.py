"""A ticket, as its requester reads of it: how it stands, what changes, what is asked when it is solved."""
