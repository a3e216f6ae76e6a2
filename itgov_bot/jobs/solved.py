"""Rounds for what is solved: a reminder to rate it, and its closing after some working days, never outside hours; and
word of a low rating."""

from datetime import timedelta

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.rating import close_ticket, tell_if_low
from itgov_bot.desk.tickets.changes import remind
from itgov_bot.domain.sla import after_working_days
from itgov_bot.domain.tickets.events import ReminderKind
from itgov_bot.domain.tickets.rating import LOW_RATING
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.storage import notices, ratings

ASKED_AGAIN = "rating"
THINKING_TIME = timedelta(minutes=10)
"""Meanwhile who gave a low rating may correct it, or say why."""
TOLD_WITHIN = timedelta(days=1)


async def ask_rating_again(desk: Desk) -> None:
    days = desk.reference.agreements.rating.remind_after_days
    for ticket in await notices.resolved_unrated(desk.session, ASKED_AGAIN):
        due = _days_since_solved(desk, ticket, days)
        if due and await notices.mark_sent(desk.session, ticket, ASKED_AGAIN, desk.now):
            remind(desk, ticket.id, ReminderKind.RATING_AWAITED)


async def tell_low_ratings(desk: Desk) -> None:
    """To who coordinates, once nothing more was said about the rating."""
    until = desk.now - THINKING_TIME
    for rating in await ratings.to_tell(desk.session, LOW_RATING, after=until - TOLD_WITHIN, until=until):
        await tell_if_low(desk, rating)


async def close_solved(desk: Desk) -> None:
    """A kind word, and the ticket is closed; it can be opened again."""
    days = desk.reference.agreements.rating.close_after_days
    for ticket in await notices.resolved(desk.session):
        if _days_since_solved(desk, ticket, days):
            await close_ticket(desk, ticket)


def _days_since_solved(desk: Desk, ticket: Ticket, days: int) -> bool:
    """Whether so many working days have gone by, and it is an hour at which people are written to."""
    calendar = desk.calendar(ticket.service)
    return calendar.is_open(desk.now) and after_working_days(calendar, ticket.solved_at, days) <= desk.now
