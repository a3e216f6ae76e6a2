"""When the desk closes, whoever has an urgent ticket is asked whether they go on with it: asked once, answered once."""

from datetime import datetime

from itgov_bot.desk.desk import Desk
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.storage import accompaniment, notices, ticket_events

HOLDING = frozenset(
    {EventKind.TAKEN, EventKind.ASSIGNED, EventKind.ESCALATED, EventKind.WAITING, EventKind.RESOLVED}
)
"""The facts after which somebody has a ticket."""


async def mark_asked(desk: Desk, ticket: Ticket, closed_at: datetime) -> bool:
    """False when its holder was asked since that closing, or took it later and so need not be asked."""
    if await _held_since(desk, ticket) >= closed_at:
        return False
    return await notices.mark_sent(desk.session, ticket, _asked(closed_at), desk.now)


async def keep(desk: Desk, ticket: Ticket) -> None:
    """Its holder goes on with it: the question is answered."""
    if not desk.calendar(ticket.service).is_open(desk.now):
        await notices.mark_sent(desk.session, ticket, _kept(_closed_at(desk, ticket)), desk.now)


async def awaits_holder(desk: Desk, ticket: Ticket) -> bool:
    """Whoever has it was asked since the last closing and said nothing yet."""
    if desk.calendar(ticket.service).is_open(desk.now):
        return False
    closed_at, told = _closed_at(desk, ticket), await accompaniment.told(desk.session, ticket.id)
    if _asked(closed_at) not in told or _kept(closed_at) in told:
        return False
    return await _held_since(desk, ticket) < closed_at


async def _held_since(desk: Desk, ticket: Ticket) -> datetime:
    events = await ticket_events.timeline(desk.session, ticket.id)
    return max((event.at for event in events if event.kind in HOLDING), default=ticket.opened_at)


def _closed_at(desk: Desk, ticket: Ticket) -> datetime:
    return desk.calendar(ticket.service).closed_since(desk.now)


def _asked(closed_at: datetime) -> str:
    return f"closing:{closed_at.isoformat()}"


def _kept(closed_at: datetime) -> str:
    return f"kept:{closed_at.isoformat()}"
