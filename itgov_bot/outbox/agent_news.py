"""What agents do to a case, told to whom it concerns: requester, followers, colleague, coordinators; and the card."""

from __future__ import annotations

from itgov_bot.domain.agreements import RatingRules
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.people import Person, Role
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.messages import Reply
from itgov_bot.outbox import outage_news, reminders
from itgov_bot.outbox.announcements import News, changed, desk_side
from itgov_bot.storage import people, tickets
from itgov_bot.wording.agents import prompts as desk_words
from itgov_bot.wording.names import name_of
from itgov_bot.wording.staff import rating as rating_words
from itgov_bot.wording.staff import ticket_news as words


async def assigned(
    news: News, ticket: Ticket, service: Service | None, to: Person, by: Person, reason: str = ""
) -> None:
    await _tell_requester(news, ticket, words.assigned(ticket, to), by)
    if to.id != by.id and to.reachable:
        await news.post(to.address, desk_words.assigned_to_you(ticket, by, reason), ticket)
    await changed(news, ticket.id, service)


async def waiting(news: News, ticket: Ticket, service: Service | None, by: Person, what: str) -> None:
    await _tell_requester(news, ticket, words.waiting(ticket, what), by)
    await changed(news, ticket.id, service)


async def resumed(news: News, ticket: Ticket, service: Service | None, by: Person) -> None:
    await _tell_requester(news, ticket, words.resumed(ticket), by)
    await changed(news, ticket.id, service)


async def resolved(
    news: News, ticket: Ticket, service: Service | None, by: Person, rules: RatingRules
) -> None:
    """The requester reads what was done and is asked how it was; those who follow only read it."""
    current = await tickets.get(news.session, ticket.id)
    closes = news.calendar.local(reminders.closes_at(news, current, rules))
    asked = rating_words.resolved(current, name_of(by), closes, news.calendar.local(news.now))
    requester = await people.get(news.session, current.requester)
    await news.post(requester.address, asked, current)
    await _tell_followers(news, current, words.resolved(current, by, current.outcome or ""), by)
    await outage_news.recovered(news, current, by)
    await changed(news, ticket.id, service)


async def reopened(news: News, ticket: Ticket, service: Service | None, by: Person, reason: str = "") -> None:
    """Whoever did not do it hears of it: the requester from the desk, the desk from the requester."""
    current = await tickets.get(news.session, ticket.id)
    await changed(news, ticket.id, service)
    await outage_news.fails_again(news, current, by)
    if by.id != ticket.requester:
        await _tell_all(news, current, words.reopened(current), by)
        return
    for place in await desk_side(news, current):
        await news.post(place, desk_words.reopened(current, by, reason), current)


async def annulled(news: News, ticket: Ticket, service: Service | None, by: Person, reason: str) -> None:
    await _tell_all(news, ticket, words.annulled(ticket, reason), by)
    await outage_news.annulled(news, ticket, by)
    await changed(news, ticket.id, service)


async def cancelled(news: News, ticket: Ticket, service: Service | None, by: Person) -> None:
    """By the requester: whoever has it need not go on."""
    holder = await people.get(news.session, ticket.assignee) if ticket.assignee else None
    if holder and holder.id != by.id and holder.reachable:
        await news.post(holder.address, desk_words.cancelled_by_requester(ticket, by), ticket)
    await changed(news, ticket.id, service)


async def escalated(news: News, ticket: Ticket, service: Service | None, by: Person, reason: str) -> None:
    """Without a colleague's name: the coordinators hear of it."""
    await _tell_requester(news, ticket, words.escalated(ticket), by)
    for person in await coordinators(news):
        if person.id != by.id and person.reachable:
            await news.post(person.address, desk_words.escalated(ticket, by, reason), ticket)
    await changed(news, ticket.id, service)


async def sorted_again(news: News, ticket: Ticket, service: Service | None, by: Person) -> None:
    """Another service: the requester hears of it, since it decides who answers and when."""
    await _tell_requester(news, ticket, words.service_changed(ticket, service), by)
    await changed(news, ticket.id, service)


async def merged(
    news: News, ticket: Ticket, target: Ticket, services: tuple[Service | None, Service | None], by: Person
) -> None:
    own = ticket.requester == target.requester
    await _tell_requester(news, ticket, words.merged(ticket, target, own=own), by)
    await changed(news, ticket.id, services[0])
    await changed(news, target.id, services[1])


async def coordinators(news: News) -> list[Person]:
    """Who watches over the desk."""
    return await people.having(news.session, Role.ADMIN)


async def _tell_requester(news: News, ticket: Ticket, reply: Reply, by: Person) -> None:
    """An agent who works on a case of their own knows already."""
    if ticket.requester != by.id:
        requester = await people.get(news.session, ticket.requester)
        await news.post(requester.address, reply, ticket)


async def _tell_all(news: News, ticket: Ticket, reply: Reply, by: Person) -> None:
    """How it ends also concerns those whose cases were merged into this one, each person once."""
    await _tell_requester(news, ticket, reply, by)
    await _tell_followers(news, ticket, reply, by)


async def _tell_followers(news: News, ticket: Ticket, reply: Reply, by: Person) -> None:
    told = {ticket.requester}
    for other in await tickets.merged_into(news.session, ticket.id):
        if other.requester not in told:
            told.add(other.requester)
            await _tell_requester(news, other, words.follower(other, reply, ticket), by)
