"""What is told to everybody whom an outage hits, at once and at any hour: they asked to know."""

from __future__ import annotations

from collections.abc import Callable, Collection

from itgov_bot.domain.people import Person
from itgov_bot.domain.scrubbing import scrub
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.messages import Reply
from itgov_bot.outbox.announcements import News
from itgov_bot.storage import outages, tickets
from itgov_bot.wording.staff import outages as words
from itgov_bot.wording.text import clip


def about(ticket: Ticket) -> str:
    """The first report as others may read it: without what points at a person."""
    return clip(scrub(ticket.text), words.LONGEST_ABOUT)


async def progress(news: News, ticket: Ticket, by: Person, text: str) -> int:
    """Returns to how many it goes."""
    return await _tell(news, ticket, words.progress(ticket, text), besides={by.id})


async def recovered(news: News, ticket: Ticket, by: Person) -> None:
    await _tell_others(news, ticket, by, words.recovered)


async def fails_again(news: News, ticket: Ticket, by: Person) -> None:
    await _tell_others(news, ticket, by, words.fails_again)


async def annulled(news: News, ticket: Ticket, by: Person) -> None:
    await _tell_others(news, ticket, by, words.was_none)


async def was_none(news: News, ticket: Ticket, told: list[Person]) -> None:
    for person in told:
        if person.reachable:
            await news.post(person.address, words.was_none(ticket, about(ticket)), ticket)


async def _tell_others(news: News, ticket: Ticket, by: Person, says: Callable[[Ticket, str], Reply]) -> None:
    """Its requester, and those whose cases went into it, are told as the requesters they are."""
    current = await tickets.get(news.session, ticket.id)
    if current.is_outage:
        merged = {one.requester for one in await tickets.merged_into(news.session, ticket.id)}
        besides = {by.id, ticket.requester, *merged}
        await _tell(news, current, says(current, about(current)), besides)


async def _tell(news: News, ticket: Ticket, reply: Reply, besides: Collection[int]) -> int:
    people = await outages.people_of(news.session, ticket.id)
    told = [one for one in people if one.reachable and one.id not in besides]
    for person in told:
        await news.post(person.address, reply, ticket)
    return len(told)
