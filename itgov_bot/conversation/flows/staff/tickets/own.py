"""A ticket of whoever writes, by its number; and what is said where something done to it comes too late."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.rating import NotToRate
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.changes import Overtaken
from itgov_bot.domain.tickets.moves import MoveNotAllowed
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Reply
from itgov_bot.wording.staff.tickets import changed as words

T = TypeVar("T")


async def own_ticket(turn: Turn, number: str | None) -> Ticket | None:
    """For anybody else there is no such ticket, which is said."""
    ticket = await lookup.find(turn.desk, number)
    if ticket and ticket.requester == turn.person.id:
        return ticket
    turn.say(words.no_such_ticket(number or ""))
    return None


async def in_time(
    turn: Turn, ticket: Ticket, deed: Awaitable[T], late: Callable[[Ticket], Reply] = words.not_live
) -> T | None:
    """What the deed gives; None where the ticket stands elsewhere meanwhile, of which `late` is said."""
    try:
        return await deed
    except (MoveNotAllowed, Overtaken, NotToRate):
        turn.say(late(await lookup.get(turn.desk, ticket.id)))
        return None
