"""What is wanted of the desk itself, in words: `table` says who answers which wish.

`of_tickets` does something with a case of theirs, `waiting` says how long and reminds, `of_desk` only tells something.
"""

from itgov_bot.conversation.flows.staff.wishes.table import answer, may_begin, wish_told
from itgov_bot.conversation.flows.staff.wishes.waiting import told_of_draft

__all__ = ["answer", "may_begin", "told_of_draft", "wish_told"]
