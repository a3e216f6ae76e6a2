"""How each fact about a case is told, and to whom: requester, support group, people on duty, the one who took it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.people import Person, Role
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import State, Ticket
from itgov_bot.messages import Address, Outgoing, Reply
from itgov_bot.outbox.posting import post, post_topic
from itgov_bot.storage import duty, people, tickets, topics
from itgov_bot.storage.database import Session
from itgov_bot.wording.agents import ticket_card as case_card
from itgov_bot.wording.agents import ticket_news as agent_words
from itgov_bot.wording.names import name_of
from itgov_bot.wording.staff import ticket_news as requester_words

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
    places = await support_places(news, ticket)
    card = case_card.card(ticket, service, requester, None, news.calendar, news.now)
    for place in places:
        await news.post(place, card, ticket, urgent=ticket.urgent)
        await _send_files(news, ticket, place, files)
    paged = [person for person in called if person.reachable]
    for person in paged:
        await news.post(
            person.address,
            case_card.page(ticket, service, requester, news.calendar, news.now),
            ticket,
            urgent=True,
        )
        await _send_files(news, ticket, person.address, files)
    return len(paged) + len(places)


async def paged_again(
    news: News, ticket: Ticket, service: Service | None, requester: Person, called: Sequence[Person]
) -> None:
    """Nobody took it: the next step of the ladder is called."""
    reply = case_card.page(ticket, service, requester, news.calendar, news.now, again=True)
    for person in called:
        if person.reachable:
            await news.post(person.address, reply, ticket, urgent=True)


async def taken(news: News, ticket: Ticket, service: Service | None, by: Person) -> None:
    """The requester learns who has the case, the support group's card shows it, and the others on duty can rest."""
    requester = await people.get(news.session, ticket.requester)
    at = news.calendar.local(news.now)
    await news.post(requester.address, requester_words.taken_for_requester(ticket, name_of(by), at), ticket)
    await changed(news, ticket.id, service)
    if ticket.urgent:
        for person in await _paged_people(news, ticket):
            if person.id not in (by.id, requester.id):
                await news.post(person.address, agent_words.somebody_took_it(ticket, name_of(by)), ticket)


async def changed(news: News, ticket_id: int, service: Service | None) -> None:
    """The card in the support group is brought up to date; it is edited, never repeated."""
    ticket = await tickets.get(news.session, ticket_id)
    requester = await people.get(news.session, ticket.requester)
    assignee = await people.get(news.session, ticket.assignee) if ticket.assignee else None
    card = case_card.card(ticket, service, requester, assignee, news.calendar, news.now)
    for place in await support_places(news, ticket):
        await news.post(place, card, ticket)
        await _keep_topic(news, ticket, place)


async def _keep_topic(news: News, ticket: Ticket, place: Address) -> None:
    """The topic of a case that is over says so; when nothing more can come, it is closed."""
    if topics.ticket_of(place.thread) is not None:
        title, over = case_card.topic_title(ticket), ticket.state in (State.CLOSED, State.CANCELLED)
        await post_topic(news.session, place, title, news.now, closed=over, ticket=ticket.id)


async def added(news: News, ticket: Ticket, by: Person, text: str) -> None:
    for place in await desk_side(news, ticket):
        await news.post(place, agent_words.requester_wrote(ticket, by, text), ticket)


async def files_added(news: News, ticket: Ticket, by: Person, files: Sequence[StoredFile]) -> None:
    for place in await desk_side(news, ticket):
        await news.post(place, agent_words.requester_sent_files(ticket, by, len(files)), ticket)
        await _send_files(news, ticket, place, files)


async def answered(
    news: News, ticket: Ticket, by: Person, text: str, files: Sequence[StoredFile] = ()
) -> None:
    """An agent's words and files reach the requester; an answer to them comes back to the case."""
    requester = await people.get(news.session, ticket.requester)
    if text:
        await news.post(requester.address, requester_words.agent_answered(ticket, by, text), ticket)
    await _send_files(news, ticket, requester.address, files)


async def show_files(news: News, ticket: Ticket, place: Address) -> None:
    """Everything that was sent to a case, once more."""
    found = await tickets.attachments(news.session, ticket.id)
    await _send_files(news, ticket, place, [one.file for one in found])


async def _send_files(news: News, ticket: Ticket, place: Address, files: Sequence[StoredFile]) -> None:
    for file in files:
        kind: Literal["picture", "file"] = "picture" if file.kind == "photo" else "file"
        outgoing = Outgoing(file.path, file.name, kind)
        await news.post(place, Reply(requester_words.file_caption(ticket, file), attachment=outgoing), ticket)


async def support_places(news: News, ticket: Ticket) -> list[Address]:
    """The case's topic in the agents' group, or the group; without one, every agent in private."""
    if group := await duty.desk_chat(news.session, SUPPORT, ticket.id):
        return [group]
    return [person.address for person in await people.having(news.session, Role.AGENT) if person.reachable]


async def desk_side(news: News, ticket: Ticket) -> list[Address]:
    """Who hears of what a requester adds: the case's topic; whoever has it; or else the group.

    Beside the topic, whoever has the case hears of it in private if that is where they answer it.
    """
    places = await support_places(news, ticket)
    holder = await people.get(news.session, ticket.assignee) if ticket.assignee else None
    if holder is None or not holder.reachable or holder.id == ticket.requester:
        return places
    if not any(place.thread for place in places):
        return [holder.address]
    return [*places, holder.address] if await _works_in_private(news, ticket, holder) else places


async def _works_in_private(news: News, ticket: Ticket, holder: Person) -> bool:
    """By where they took it or last answered."""
    told = (EventKind.TAKEN, EventKind.ANSWERED)
    own = [event for event in await tickets.timeline(news.session, ticket.id) if event.actor == holder.id]
    return next((bool(event.data.get("private")) for event in reversed(own) if event.kind in told), False)


async def _paged_people(news: News, ticket: Ticket) -> list[Person]:
    """Everybody who was called for this case so far."""
    ids: dict[int, None] = {}
    for event in await tickets.timeline(news.session, ticket.id):
        ids.update(dict.fromkeys(event.data.get("people", [])))
    return [await people.get(news.session, one) for one in ids]
