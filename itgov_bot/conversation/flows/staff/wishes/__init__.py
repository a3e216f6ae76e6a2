"""What is wanted of the desk itself, in words: `table` says who answers which wish.

`of_tickets` does something with a case of theirs, `waiting` says how long and reminds, `of_desk` only tells something.
"""

from itgov_bot.conversation.flows.staff.wishes.table import answer, wish_told

__all__ = ["answer", "wish_told"]
