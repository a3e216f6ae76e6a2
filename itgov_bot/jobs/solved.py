"""Rounds for what is solved: one reminder to rate it, and its closing after some working days. Never outside hours."""

from __future__ import annotations

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.rating import close_ticket
from itgov_bot.domain.sla import after_working_days
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.outbox import reminders
from itgov_bot.outbox.announcements import News
from itgov_bot.storage import clocks, tickets

ASKED_AGAIN = "rating"


async def ask_rating_again(desk: Desk) -> None:
    rules = desk.reference.agreements.rating
    for ticket in await clocks.resolved_unrated(desk.session, ASKED_AGAIN):
        due = _days_since_solved(desk, ticket, rules.remind_after_days)
        if due and await clocks.tell(desk.session, ticket, ASKED_AGAIN, desk.now):
            await reminders.remind_rating(_news(desk, ticket), ticket, rules)


async def close_solved(desk: Desk) -> None:
    """A kind word, and the case is closed; it can be opened again."""
    for ticket in await clocks.resolved(desk.session):
        due = _days_since_solved(desk, ticket, desk.reference.agreements.rating.close_after_days)
        if due and await close_ticket(desk, ticket):
            closed = await tickets.get(desk.session, ticket.id)
            await reminders.closed_by_time(_news(desk, ticket), closed, desk.service(ticket.service))


def _days_since_solved(desk: Desk, ticket: Ticket, days: int) -> bool:
    """Whether so many working days have gone by, and it is an hour at which people are written to."""
    calendar = desk.calendar(ticket.service)
    since = ticket.resolved_at or ticket.updated_at or ticket.opened_at
    return calendar.is_open(desk.now) and after_working_days(calendar, since, days) <= desk.now


def _news(desk: Desk, ticket: Ticket) -> News:
    return News(desk.session, desk.now, desk.calendar(ticket.service))
