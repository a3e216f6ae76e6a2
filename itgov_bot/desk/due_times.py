"""The due times of a ticket: renewed after each fact that is recorded, and all of them when the program starts."""

from dataclasses import replace
from datetime import datetime

from itgov_bot.desk.desk import Desk
from itgov_bot.domain import sla
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.storage import notices, ticket_events, tickets

DueTimes = tuple[datetime | None, datetime | None]
"""Of the first answer and of the solution."""


async def renew_due_times(desk: Desk, ticket: Ticket) -> Ticket:
    """Nothing is due while the city has no targets, while the requester is waited for, and once it is done."""
    answer, solution = await _due_times(desk, ticket)
    if (answer, solution) == (ticket.first_answer_due, ticket.solution_due):
        return ticket
    await tickets.put(desk.session, ticket.id, first_answer_due=answer, solution_due=solution)
    return replace(ticket, first_answer_due=answer, solution_due=solution)


async def renew_all_due_times(desk: Desk) -> None:
    """The city may have changed its targets or its hours while the program was not running."""
    enabled = desk.reference.agreements.targets.enabled
    for ticket in await notices.with_due_times(desk.session, and_live=enabled):
        await renew_due_times(desk, ticket)


async def _due_times(desk: Desk, ticket: Ticket) -> DueTimes:
    target = desk.reference.agreements.targets.of(ticket.priority)
    if target is None or not ticket.is_live or ticket.event_at:  # an event is owed at its own hour
        return None, None
    calendar = desk.calendar(ticket.service)
    changes = sla.changes_of(await ticket_events.timeline(desk.session, ticket.id))
    solution = sla.due_at(changes, calendar, target.solution)
    if ticket.first_answer_at or solution is None:
        return None, solution
    return calendar.add_working_time(ticket.opened_at, target.first_answer), solution
