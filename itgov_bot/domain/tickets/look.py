"""A case as somebody sees it who answers for the desk and works on no case: without what its people told in confidence."""

from collections.abc import Sequence

from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.records import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """`facts` are what happened, of which the words are not shown. `outcome` (what the desk says that it did) and
    `comment` (to the rating) are without what points at people, as `view.public_text` is.
    """

    view: TicketView
    facts: Sequence[EventView]
    outcome: str
    comment: str
