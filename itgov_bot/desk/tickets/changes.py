"""How every deed changes a case: by the table of moves, by a counted update, and with one event."""

from __future__ import annotations

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.mirror import keep_fact
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.moves import Move, MoveNotAllowed, after
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.storage import tickets

MOVING = frozenset(
    {
        EventKind.OPENED,
        EventKind.TAKEN,
        EventKind.ASSIGNED,
        EventKind.WAITING,
        EventKind.RESUMED,
        EventKind.RESOLVED,
        EventKind.REOPENED,
        EventKind.CANCELLED,
        EventKind.CLOSED,
        EventKind.MERGED,
        EventKind.ESCALATED,
    }
)
"""The events that say who brought a case to where it stands."""


class TakenBySomebodyElse(Exception):
    """Two people pressed at once; the other one won. `by` is their person id, if the case is theirs."""

    def __init__(self, by: int | None) -> None:
        super().__init__(by)
        self.by = by


class Overtaken(Exception):
    """Somebody changed the case between looking at it and this deed: it is no longer as `ticket` says."""


async def move(
    desk: Desk, ticket: Ticket, move: Move, *, assignee: int | None = None, **columns: object
) -> None:
    """Raises MoveNotAllowed, or Overtaken when somebody else moved the case meanwhile."""
    to = after(move, ticket.state)
    if not await tickets.change(desk.session, ticket, to, desk.now, assignee=assignee, **columns):
        now_at = (await tickets.get(desk.session, ticket.id)).state
        raise Overtaken if now_at is ticket.state else MoveNotAllowed(move, now_at)


async def keep(desk: Desk, ticket: Ticket, **columns: object) -> None:
    """A counted change that does not move the case. Raises Overtaken."""
    if not await tickets.change(desk.session, ticket, ticket.state, desk.now, assignee=None, **columns):
        raise Overtaken


async def record(
    desk: Desk, ticket: Ticket, kind: EventKind, actor: int | None, /, **data: object
) -> TicketEvent:
    """How a deed writes down a fact about a case."""
    event = TicketEvent(ticket.id, kind, desk.now, actor, data)
    await keep_fact(desk, event)
    return event


async def who_moved(desk: Desk, ticket: Ticket) -> int | None:
    """The person who brought the case to where it stands: told to whoever came too late."""
    moved = [event for event in await tickets.timeline(desk.session, ticket.id) if event.kind in MOVING]
    return moved[-1].actor if moved else None
