"""The one way in which a fact about a ticket is kept, and in which it comes to be told (see `notices`)."""

from __future__ import annotations

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.sla import renew_due_times
from itgov_bot.domain.tickets.events import EventKind, Reminder, ReminderKind, TicketEvent
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.storage import tickets


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
