"""Who may hear of a fact about a ticket: each function of this file is an audience of the table."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import chain

from itgov_bot.desk import outages as outage_desk
from itgov_bot.desk import support
from itgov_bot.desk.desk import Desk
from itgov_bot.desk.night import watchers
from itgov_bot.desk.page_ways import ways_of
from itgov_bot.domain.people import Person, UrgentNews
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.paging import answers_of, last_page
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.domain.ways import WayKind
from itgov_bot.messages import Address
from itgov_bot.storage import people, tickets
from itgov_bot.wording.agents.pages import page_card


@dataclass(frozen=True, slots=True)
class Story:
    """What is told: a fact, and the ticket as it stands when all is done."""

    desk: Desk
    ticket: TicketView
    event: EventView


@dataclass(frozen=True, slots=True)
class Listener:
    """Where it is read, and whose ticket an answer to the message belongs to. `person` is None for a group.

    `card`: the message of ours whose place it takes.
    """

    address: Address
    ticket: Ticket
    person: int | None = None
    card: str | None = None


PAGES_EDITED = timedelta(days=1)
"""What is older cannot be changed in every channel, and nobody looks at it."""

Audience = Callable[[Story], Awaitable[list[Listener]]]


def but_actor(audience: Audience) -> Audience:
    """The same without the person who did it: they know."""

    async def others(story: Story) -> list[Listener]:
        actor = story.event.by.id if story.event.by else None
        return [one for one in await audience(story) if one.person is None or one.person != actor]

    return others


async def requester(story: Story) -> list[Listener]:
    """Also when they cannot be reached: the delivery tells the desk of it, so that somebody calls them."""
    return [_person(story, story.ticket.requester)]


async def holder(story: Story) -> list[Listener]:
    return _reachable(story, [story.ticket.holder])


async def new_holder(story: Story) -> list[Listener]:
    return _reachable(story, [story.event.to])


async def coordinators(story: Story) -> list[Listener]:
    return _reachable(story, await support.coordinators(story.desk))


async def coordinators_or_desk(story: Story) -> list[Listener]:
    return await coordinators(story) or await desk_side(story)


async def desk(story: Story) -> list[Listener]:
    """The ticket's topic in the agents' group, or the group; without one, every agent in private."""
    ticket = story.ticket.ticket
    return [Listener(place, ticket) for place in await support.places(story.desk, ticket.id)]


async def desk_side(story: Story) -> list[Listener]:
    """Who hears of what a requester adds: the ticket's topic; whoever has it; or else the group.

    Beside the topic, whoever has the ticket hears of it in private if that is where they answer it.
    """
    places = await desk(story)
    having = story.ticket.holder
    if having is None or not having.reachable or having.id == story.ticket.requester.id:
        return places
    if not any(place.address.thread for place in places):
        return [_person(story, having)]
    return [*places, _person(story, having)] if await _works_in_private(story, having) else places


async def attending(story: Story) -> list[Listener]:
    """Who hears what is added to a ticket: while nobody took an urgent one, everybody who was called for it too."""
    side = await desk_side(story)
    if not story.ticket.ticket.urgent or story.ticket.holder is not None:
        return side
    known = {one.address for one in side}
    return [*side, *(one for one in await paged_before(story) if one.address not in known)]


async def followers(story: Story) -> list[Listener]:
    """The requesters of the tickets that went into this one, each once, by their own ticket."""
    session, told = story.desk.session, {story.ticket.requester.id}
    listeners = []
    for other in await tickets.merged_into(session, story.ticket.ticket.id):
        if other.requester not in told:
            told.add(other.requester)
            address = (await people.get(session, other.requester)).address
            listeners.append(Listener(address, other, other.requester))
    return listeners


async def affected(story: Story) -> list[Listener]:
    """Everybody whom an outage hits."""
    counted = await outage_desk.affected(story.desk, story.ticket.ticket.id)
    return _reachable(story, counted)


async def affected_besides_requesters(story: Story) -> list[Listener]:
    """Its requester, and those whose tickets went into it, are told as the requesters they are."""
    if not story.ticket.ticket.is_outage:
        return []
    requesters = {story.ticket.requester.id, *(one.person for one in await followers(story))}
    return [one for one in await affected(story) if one.person not in requesters]


async def recovered_besides_requesters(story: Story) -> list[Listener]:
    """The same without those for whom it still fails: they have a ticket of their own that is not solved."""
    left = await outage_desk.still_failing(story.desk, story.ticket.ticket)
    return [one for one in await affected_besides_requesters(story) if one.person not in left]


async def told_at_once(story: Story) -> list[Listener]:
    """The managers and coordinators who want to hear of urgent tickets as it happens, but for who is called anyway."""
    called = story.event.data.get("people", [])
    found = await watchers(story.desk, UrgentNews.AT_ONCE)
    return [_person(story, one) for one in found if one.id not in called]


async def named(story: Story) -> list[Listener]:
    """The people that the fact itself names: who is paged, or was counted in what is no outage."""
    return _reachable(story, story.event.people)


async def mailboxes_of_named(story: Story) -> list[Listener]:
    """Those that they have set for pages, also of who cannot be reached in the chat."""
    return await _mailboxes(story, ids_named(story))


async def desk_besides_named(story: Story) -> list[Listener]:
    """The group; without one, the agents whom the fact does not name."""
    told = {listener.address for listener in await named(story)}
    return [place for place in await desk(story) if place.address not in told]


async def paged_before(story: Story) -> list[Listener]:
    """Everybody who was called for this ticket, or asked to go to its event, and was not told that it is over."""
    known = story.event.data.get("called")  # by the fact that ends the calling
    called = answers_of(await _timeline(story)).called if known is None else known
    besides = await ids_called(story, EventKind.PAGE_UNHEARD, EventKind.EVENT_CALLED)
    others = [one for one in dict.fromkeys([*called, *besides]) if one != story.ticket.requester.id]
    return _reachable(story, [await people.get(story.desk.session, one) for one in others])


async def paged_without_holder(story: Story) -> list[Listener]:
    """The holder hears of it as such."""
    holder = story.ticket.holder
    return [one for one in await paged_before(story) if holder is None or one.person != holder.id]


async def page_messages(story: Story) -> list[Listener]:
    """The messages of the last page, whose buttons are taken away."""
    found = []
    for event in last_page(await _timeline(story), story.event.at - PAGES_EDITED):
        for one in event.data.get("people", ()):
            person = await people.get(story.desk.session, one)
            card = page_card(story.ticket.ticket, event.at)
            found.append(replace(_person(story, person), card=card))
    return found


async def whole_desk(story: Story) -> list[Listener]:
    """Those that the fact names, the coordinators, and the desk: each once."""
    everybody = [*await named(story), *await coordinators(story), *await desk(story)]
    return list({one.address: one for one in everybody}.values())


async def previous_holder(story: Story) -> list[Listener]:
    """Who had it before the fact."""
    had = story.event.data.get("had")
    return _reachable(story, [await people.get(story.desk.session, had)] if had else [])


async def _timeline(story: Story) -> list[TicketEvent]:
    return await tickets.timeline(story.desk.session, story.ticket.ticket.id)


async def mailboxes_written_to(story: Story) -> list[Listener]:
    """Those of everybody who was called by other ways for this ticket so far."""
    return await _mailboxes(story, await ids_called(story, *CALLED_BY_OTHER_WAYS))


CALLED_BY_OTHER_WAYS = (EventKind.CALLED_OTHERWISE, EventKind.PAGE_UNHEARD)


def ids_named(story: Story) -> list[int]:
    return list(story.event.data.get("people", []))


async def ids_called(story: Story, *kinds: EventKind) -> list[int]:
    """Whom facts of these kinds have named so far, besides the requester; each once."""
    events = await _timeline(story)
    called = chain.from_iterable(one.data.get("people", []) for one in events if one.kind in kinds)
    return [one for one in dict.fromkeys(called) if one != story.ticket.requester.id]


async def _mailboxes(story: Story, whose: list[int]) -> list[Listener]:
    ways = chain.from_iterable((await ways_of(story.desk, whose)).values())
    return [Listener(way.to, story.ticket.ticket, way.person) for way in ways if way.kind is WayKind.MAIL]


async def knew_of_event(story: Story) -> list[Listener]:
    """The desk and everybody who was asked to go, each once; whoever goes is told as such."""
    having = story.ticket.holder
    told = {one.address: one for one in [*await desk(story), *await paged_before(story)]}
    return [one for one in told.values() if having is None or one.address != having.address]


async def holder_or_desk(story: Story) -> list[Listener]:
    return await holder(story) or await desk(story)


async def _works_in_private(story: Story, person: Person) -> bool:
    """By where they took it or last answered."""
    answers = [
        event
        for event in await _timeline(story)
        if event.actor == person.id and event.kind in (EventKind.TAKEN, EventKind.ANSWERED)
    ]
    return bool(answers and answers[-1].data.get("private"))


def _person(story: Story, person: Person) -> Listener:
    return Listener(person.address, story.ticket.ticket, person.id)


def _reachable(story: Story, found: Iterable[Person | None]) -> list[Listener]:
    return [_person(story, person) for person in found if person and person.reachable]
