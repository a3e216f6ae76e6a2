"""What happens after the solution: the requester rates it, and a case that nobody objects to closes by itself."""

from __future__ import annotations

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets.changes import record
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.moves import Move, after
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.storage import clocks, tickets


class NotTheRequester(Exception):
    """Only who opened a case says how its solution was."""


class NotToRate(Exception):
    """The case is not solved, or closed already: there is nothing to rate, or no longer."""


async def rate_ticket(desk: Desk, ticket: Ticket, by: Person, stars: int) -> TicketEvent:
    """One to five; it can be changed until the case is closed. Raises NotTheRequester or NotToRate."""
    await _set(desk, ticket, by, rating=stars)
    return await record(desk, ticket, EventKind.RATED, by.id, rating=stars)


async def comment_rating(desk: Desk, ticket: Ticket, by: Person, text: str) -> TicketEvent:
    """Raises NotTheRequester or NotToRate."""
    await _set(desk, ticket, by, rating_comment=text)
    return await record(desk, ticket, EventKind.RATED, by.id, rating=ticket.rating, comment=text)


async def close_ticket(desk: Desk, ticket: Ticket) -> bool:
    """Time closes a solved case. False when somebody moved it meanwhile. Raises MoveNotAllowed."""
    to = after(Move.CLOSE, ticket.state)
    if not await tickets.change(desk.session, ticket, to, desk.now):
        return False
    await record(desk, ticket, EventKind.CLOSED, None)
    return True


async def _set(desk: Desk, ticket: Ticket, by: Person, **columns: object) -> None:
    if ticket.requester != by.id:
        raise NotTheRequester
    if not await clocks.rate(desk.session, ticket.id, **columns):
        raise NotToRate
