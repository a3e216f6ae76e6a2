"""What time tells about a case: reminders, what is overdue, the rating and the closing. Called by jobs and flows."""

from __future__ import annotations

from datetime import datetime

from itgov_bot.domain.agreements import RatingRules
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.people import Person, Role
from itgov_bot.domain.sla import after_working_days
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.messages import Address, Reply
from itgov_bot.outbox import announcements
from itgov_bot.outbox.announcements import News
from itgov_bot.storage import people
from itgov_bot.storage.clocks import Due
from itgov_bot.wording.agents import alerts as sla_words
from itgov_bot.wording.names import name_of
from itgov_bot.wording.staff import rating as words


async def due_soon(news: News, ticket: Ticket, which: Due, due: datetime) -> None:
    """Whoever has the case, or the desk while nobody has it."""
    reply = sla_words.due_soon(ticket, which, news.calendar.local(due), news.calendar.local(news.now))
    for place in await announcements.desk_side(news, ticket):
        await news.post(place, reply, ticket)


async def overdue(news: News, ticket: Ticket, which: Due, due: datetime) -> None:
    """The coordinator hears of it, and who has the case."""
    at, now = news.calendar.local(due), news.calendar.local(news.now)
    await _to_coordinators(
        news, ticket, sla_words.overdue(ticket, which, at, now, await _holder(news, ticket))
    )


async def remind_rating(news: News, ticket: Ticket, rules: RatingRules) -> None:
    requester = await people.get(news.session, ticket.requester)
    at = news.calendar.local(closes_at(news, ticket, rules))
    await news.post(requester.address, words.reminder(ticket, at, news.calendar.local(news.now)), ticket)


async def closed_by_time(news: News, ticket: Ticket, service: Service | None) -> None:
    requester = await people.get(news.session, ticket.requester)
    await news.post(requester.address, words.closed_by_time(ticket), ticket)
    await announcements.changed(news, ticket.id, service)


async def rated(news: News, ticket: Ticket, service: Service | None, by: Person) -> None:
    """The card shows it; a low one is bad news for the coordinator."""
    await announcements.changed(news, ticket.id, service)
    if words.is_low(ticket):
        reply = sla_words.low_for_coordinator(ticket, name_of(by), await _holder(news, ticket))
        await _to_coordinators(news, ticket, reply)


def closes_at(news: News, ticket: Ticket, rules: RatingRules) -> datetime:
    """When a solved case closes by itself."""
    since = ticket.resolved_at or ticket.updated_at or ticket.opened_at
    return after_working_days(news.calendar, since, rules.close_after_days)


async def _to_coordinators(news: News, ticket: Ticket, reply: Reply) -> None:
    """The administrators; the desk when none of them can be reached."""
    admins = await people.having(news.session, Role.ADMIN)
    places: list[Address] = [person.address for person in admins if person.reachable]
    for place in places or await announcements.desk_side(news, ticket):
        await news.post(place, reply, ticket)


async def _holder(news: News, ticket: Ticket) -> str | None:
    return name_of(await people.get(news.session, ticket.assignee)) if ticket.assignee else None
