"""Keeps the clock of a case: one call after each fact that is recorded, whoever records it."""

from __future__ import annotations

from datetime import datetime

from itgov_bot.desk.desk import Desk
from itgov_bot.domain import sla
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.storage import tickets

DueTimes = tuple[datetime | None, datetime | None]
"""Of the first answer and of the solution."""


async def keep_clock(desk: Desk, event: TicketEvent) -> None:
    """Notes when the case was first answered and resolved, and when the next word and the solution are due."""
    ticket = await tickets.get(desk.session, event.ticket)
    changed = _instants(ticket, event)
    if changed:
        await tickets.put(desk.session, ticket.id, **changed)
    await keep_due_times(desk, event.ticket)


async def keep_due_times(desk: Desk, ticket_id: int) -> None:
    """No due time while the city has no targets, and while the clock does not run."""
    ticket = await tickets.get(desk.session, ticket_id)
    answer, solution = await _due_times(desk, ticket)
    if (answer, solution) != (ticket.first_answer_due, ticket.solution_due):
        await tickets.put(desk.session, ticket.id, first_answer_due=answer, solution_due=solution)


def _instants(ticket: Ticket, event: TicketEvent) -> dict[str, object]:
    """A new solution is rated anew; until then a reopened case shows how the last one was rated."""
    changed: dict[str, object] = {}
    if ticket.first_answer_at is None and sla.first_answer_of([event], ticket.requester):
        changed["first_answer_at"] = event.at
    if event.kind is EventKind.RESOLVED:
        changed |= {"resolved_at": event.at, "rating": None, "rating_comment": None}
    elif event.kind is EventKind.REOPENED:
        changed["resolved_at"] = None
    return changed


async def _due_times(desk: Desk, ticket: Ticket) -> DueTimes:
    target = desk.reference.agreements.targets.of(ticket.priority)
    if target is None or not ticket.is_live:
        return None, None
    calendar = desk.calendar(ticket.service)
    changes = sla.changes_of(await tickets.timeline(desk.session, ticket.id))
    solution = sla.due_at(changes, calendar, target.solution)
    if ticket.first_answer_at or solution is None:
        return None, solution
    return calendar.add_working_time(ticket.opened_at, target.first_answer), solution
