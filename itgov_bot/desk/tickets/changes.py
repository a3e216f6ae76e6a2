"""How every action changes a ticket: by the table of moves, by a counted update, and with the fact that it leaves."""

from __future__ import annotations

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.sla import renew_due_times
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind, Reminder, ReminderKind, TicketEvent
from itgov_bot.domain.tickets.moves import Move, MoveNotAllowed, after
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.storage import people, tickets

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
"""The events that say who brought a ticket to where it stands."""


class TakenBySomebodyElse(Exception):
    """Two people pressed at once; the other one won. `by` has the ticket."""

    def __init__(self, by: Person) -> None:
        super().__init__(by.id)
        self.by = by


class Overtaken(Exception):
    """Somebody changed the ticket between looking at it and this action: it is no longer as `ticket` says."""


async def move(
    desk: Desk, ticket: Ticket, move: Move, *, assignee: int | None = None, **columns: object
) -> Ticket:
    """The ticket as it stands then. Raises MoveNotAllowed, or Overtaken when somebody else moved it meanwhile."""
    to = after(move, ticket.state)
    moved = await tickets.change(desk.session, ticket, to, desk.now, assignee=assignee, **columns)
    if moved is None:
        now_at = (await tickets.get(desk.session, ticket.id)).state
        raise Overtaken if now_at is ticket.state else MoveNotAllowed(move, now_at)
    return moved


async def keep(desk: Desk, ticket: Ticket, **columns: object) -> Ticket:
    """A counted change that does not move the ticket. Raises Overtaken."""
    kept = await tickets.change(desk.session, ticket, ticket.state, desk.now, assignee=None, **columns)
    if kept is None:
        raise Overtaken
    return kept


def must_live(ticket: Ticket) -> None:
    """Raises MoveNotAllowed: only while somebody owes something is a ticket sorted, or said to be an outage."""
    after(Move.ASSIGN, ticket.state)


async def record(desk: Desk, ticket: Ticket, kind: EventKind, actor: int | None, /, **data: object) -> Ticket:
    """Appends the fact to the history of the ticket, and has it told before the commit.

    Returns the ticket as it stands then, with its due times renewed.
    """
    event = TicketEvent(ticket.id, kind, desk.now, actor, data)
    await tickets.append(desk.session, event)
    desk.facts.append(event)
    return await renew_due_times(desk, ticket)


def remind(desk: Desk, ticket: int, kind: ReminderKind, /, **data: object) -> None:
    """Has told what time made due. It is no part of the history."""
    desk.facts.append(Reminder(ticket, kind, desk.now, data=data))


async def who_moved(desk: Desk, ticket: Ticket) -> Person | None:
    """Who brought the ticket to where it stands: told to whoever came too late."""
    moved = [event for event in await tickets.timeline(desk.session, ticket.id) if event.kind in MOVING]
    actor = moved[-1].actor if moved else None
    return await people.get(desk.session, actor) if actor else None
