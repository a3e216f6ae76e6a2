"""An event of the mayor's office, as its requester is asked for it and hears of it."""
