"""How each fact about a case is told, and to whom: requester, support group, people on duty, the one who took it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.people import Person, Role
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.messages import Address, Outgoing, Reply
from itgov_bot.outbox.posting import post
from itgov_bot.storage import duty, people, tickets
from itgov_bot.storage.database import Session
from itgov_bot.wording import support as words
from itgov_bot.wording import tickets as ticket_words
from itgov_bot.wording.people import name_of

SUPPORT = "support"


@dataclass(frozen=True)
class News:
    """What an announcement needs: the transaction it is posted in, the instant, the hours of the case."""

    session: Session
    now: datetime
    calendar: WorkCalendar

    async def post(self, address: Address, reply: Reply, ticket: Ticket, *, urgent: bool = False) -> None:
        await post(self.session, address, reply, self.now, urgent=urgent, ticket=ticket.id)


async def opened(
    news: News,
    ticket: Ticket,
    service: Service | None,
    requester: Person,
    called: Sequence[Person],
    files: Sequence[StoredFile],
) -> int:
    """Tells the support group and pages the people `called`. Returns how many were reached when urgent."""
    places = await _support_places(news)
    card = words.card(ticket, service, requester, None, news.calendar, news.now)
    for place in places:
        await news.post(place, card, ticket, urgent=ticket.urgent)
        await _send_files(news, ticket, place, files)
    paged = [person for person in called if person.reachable]
    for person in paged:
        await news.post(
            person.address,
            words.page(ticket, service, requester, news.calendar, news.now),
            ticket,
            urgent=True,
        )
        await _send_files(news, ticket, person.address, files)
    return len(paged) + len(places)


async def paged_again(
    news: News, ticket: Ticket, service: Service | None, requester: Person, called: Sequence[Person]
) -> None:
    """Nobody took it: the next step of the ladder is called."""
    reply = words.page(ticket, service, requester, news.calendar, news.now, again=True)
    for person in called:
        if person.reachable:
            await news.post(person.address, reply, ticket, urgent=True)


async def taken(news: News, ticket: Ticket, service: Service | None, by: Person) -> None:
    """The requester learns who has the case, the support group's card shows it, and the others on duty can rest."""
    requester = await people.get(news.session, ticket.requester)
    at = news.calendar.local(news.now)
    await news.post(requester.address, ticket_words.taken_for_requester(ticket, name_of(by), at), ticket)
    await changed(news, ticket.id, service)
    if ticket.urgent:
        for person in await _paged_people(news, ticket):
            if person.id not in (by.id, requester.id):
                await news.post(person.address, words.somebody_took_it(ticket, name_of(by)), ticket)


async def changed(news: News, ticket_id: int, service: Service | None) -> None:
    """The card in the support group is brought up to date; it is edited, never repeated."""
    ticket = await tickets.get(news.session, ticket_id)
    requester = await people.get(news.session, ticket.requester)
    assignee = await people.get(news.session, ticket.assignee) if ticket.assignee else None
    card = words.card(ticket, service, requester, assignee, news.calendar, news.now)
    for place in await _support_places(news):
        await news.post(place, card, ticket)


async def added(news: News, ticket: Ticket, by: Person, text: str) -> None:
    for place in await _desk_side(news, ticket):
        await news.post(place, words.requester_wrote(ticket, by, text), ticket)


async def files_added(news: News, ticket: Ticket, by: Person, files: Sequence[StoredFile]) -> None:
    for place in await _desk_side(news, ticket):
        await news.post(place, words.requester_sent_files(ticket, by, len(files)), ticket)
        await _send_files(news, ticket, place, files)


async def answered(news: News, ticket: Ticket, by: Person, text: str) -> None:
    """An agent's words reach the requester; an answer to them comes back to the case."""
    requester = await people.get(news.session, ticket.requester)
    await news.post(requester.address, words.agent_answered(ticket, by, text), ticket)


async def _send_files(news: News, ticket: Ticket, place: Address, files: Sequence[StoredFile]) -> None:
    for file in files:
        kind = "picture" if file.kind == "photo" else "file"
        outgoing = Outgoing(file.path, file.name, kind)  # type: ignore[arg-type]
        await news.post(place, Reply(words.file_caption(ticket, file), attachment=outgoing), ticket)


async def _support_places(news: News) -> list[Address]:
    """The agents' group; without one, every agent in private."""
    if group := await duty.desk_chat(news.session, SUPPORT):
        return [group]
    return [person.address for person in await people.having(news.session, Role.AGENT) if person.reachable]


async def _desk_side(news: News, ticket: Ticket) -> list[Address]:
    """Who hears of what a requester adds: whoever has the case, or else the support group."""
    if ticket.assignee and ticket.assignee != ticket.requester:
        return [(await people.get(news.session, ticket.assignee)).address]
    return await _support_places(news)


async def _paged_people(news: News, ticket: Ticket) -> list[Person]:
    """Everybody who was called for this case so far."""
    ids: dict[int, None] = {}
    for event in await tickets.timeline(news.session, ticket.id):
        ids.update(dict.fromkeys(event.data.get("people", [])))
    return [await people.get(news.session, one) for one in ids]
