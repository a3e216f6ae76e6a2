"""Who may hear of a fact about a ticket: each function of this file is an audience of the table."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace

from itgov_bot.desk import outages as outage_desk
from itgov_bot.desk import support
from itgov_bot.desk.desk import Desk
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.messages import Address
from itgov_bot.records import dataclass
from itgov_bot.storage import people, ticket_events, tickets


@dataclass(frozen=True, slots=True)
class Story:
    """What is told: a fact, and the ticket as it stands when all is done.

    `timelines`: those that were read so far, by ticket. The stories that are told together share them.
    """

    desk: Desk
    ticket: TicketView
    event: EventView
    timelines: dict[int, list[TicketEvent]]


@dataclass(frozen=True, slots=True)
class Listener:
    """Where it is read, and whose ticket an answer to the message belongs to. `person` is None for a group.

    `card`: the message of ours whose place it takes. `instead_of`: the requester without a chat who is to be told of it.
    """

    address: Address
    ticket: Ticket
    person: int | None = None
    card: str | None = None
    instead_of: Person | None = None


WORDS_FOR_REQUESTER = frozenset(
    {EventKind.ANSWERED, EventKind.WAITING, EventKind.RESOLVED, EventKind.CANCELLED}
)

Audience = Callable[[Story], Awaitable[list[Listener]]]


def but_actor(audience: Audience) -> Audience:
    """The same without the person who did it: they know."""

    async def others(story: Story) -> list[Listener]:
        actor = story.event.by.id if story.event.by else None
        heard = await audience(story)
        return [one for one in heard if one.instead_of or one.person is None or one.person != actor]

    return others


async def requester(story: Story) -> list[Listener]:
    """Also when they cannot be reached: the delivery tells the desk of it, so that somebody calls them.

    For whoever has no chat it is the agent who opened their ticket: who hears what is to be passed on.
    """
    whose = story.ticket.requester
    if whose.has_chat:
        return [as_listener(story, whose)]
    return [replace(one, instead_of=whose) for one in await _who_passes_on(story)]


async def _who_passes_on(story: Story) -> list[Listener]:
    """Nobody of what they did themselves, unless it brings words; nor of what time alone did."""
    event, agent = story.event, story.ticket.opened_by
    if event.by is None or (event.is_by(agent) and event.kind not in WORDS_FOR_REQUESTER):
        return []
    return reachable(story, [agent]) or reachable(story, [story.ticket.holder]) or await desk(story)


async def reader(story: Story) -> list[Listener]:
    """Whom an agent's words are for: its requester or, alone, who follows by a ticket of their own or is hit by it."""
    to = story.event.reader
    if to is None:
        return await requester(story)
    if not to.has_chat:
        return [replace(one, instead_of=to) for one in await _who_passes_on(story)]
    own = [one for one in await followers(story) if one.person == to.id]
    return own or [as_listener(story, to)]


async def colleague(story: Story) -> list[Listener]:
    """To whom a note is shown."""
    return reachable(story, [story.event.reader])


async def holder(story: Story) -> list[Listener]:
    return reachable(story, [story.ticket.holder])


async def new_holder(story: Story) -> list[Listener]:
    return reachable(story, [story.event.to])


async def coordinators(story: Story) -> list[Listener]:
    """Who did it themselves is told nothing new: then it is for the others, or else the administrators."""
    actor = [story.event.by.id] if story.event.by else []
    return reachable(story, await support.coordinators(story.desk, besides=actor))


async def coordinators_or_desk(story: Story) -> list[Listener]:
    return await coordinators(story) or await desk_side(story)


async def desk(story: Story) -> list[Listener]:
    """The ticket's topic in the agents' group, or the group; without one, every agent in private."""
    ticket = story.ticket.ticket
    return [Listener(place, ticket) for place in await support.places(story.desk, ticket.id)]


async def holder_or_desk(story: Story) -> list[Listener]:
    return await holder(story) or await desk(story)


async def desk_side(story: Story) -> list[Listener]:
    """Who hears of what a requester adds: the ticket's topic; whoever has it; or else the group.

    Beside the topic, whoever has the ticket hears of it in private if that is where they answer it.
    """
    places = await desk(story)
    having = story.ticket.holder
    if having is None or not having.reachable or having.id == story.ticket.requester.id:
        return places
    if not any(place.address.thread for place in places):
        return [as_listener(story, having)]
    return [*places, as_listener(story, having)] if await _works_in_private(story, having) else places


async def followers(story: Story) -> list[Listener]:
    """The requesters of the tickets that went into this one, each once, by their own ticket."""
    session, told = story.desk.session, {story.ticket.requester.id}
    listeners = []
    for other in await tickets.merged_into(session, story.ticket.ticket.id):
        person = await people.get(session, other.requester)
        if person.has_chat and person.id not in told:
            told.add(person.id)
            listeners.append(Listener(person.address, other, person.id))
    return listeners


async def affected(story: Story) -> list[Listener]:
    """Everybody whom an outage hits."""
    counted = await outage_desk.affected(story.desk, story.ticket.ticket.id)
    return reachable(story, counted)


async def affected_besides_requester(story: Story) -> list[Listener]:
    """Everybody else whom an outage hits."""
    requester = story.ticket.requester.id
    is_outage = story.ticket.ticket.is_outage
    return [one for one in await affected(story) if one.person != requester] if is_outage else []


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


async def previous_holder(story: Story) -> list[Listener]:
    """Who had it before the fact, and has it no more or hears that a colleague did it."""
    had = story.event.data.get("had")
    if story.event.to and story.event.to.id == had:
        return []
    return reachable(story, [await people.get(story.desk.session, had)] if had else [])


async def timeline(story: Story) -> list[TicketEvent]:
    """All that happened to the ticket so far."""
    ticket = story.ticket.ticket.id
    if ticket not in story.timelines:
        story.timelines[ticket] = await ticket_events.timeline(story.desk.session, ticket)
    return story.timelines[ticket]


async def _works_in_private(story: Story, person: Person) -> bool:
    """By where they took it or last answered."""
    answers = [
        event
        for event in await timeline(story)
        if event.actor == person.id and event.kind in (EventKind.TAKEN, EventKind.ANSWERED)
    ]
    return bool(answers and answers[-1].data.get("private"))


def as_listener(story: Story, person: Person) -> Listener:
    return Listener(person.address, story.ticket.ticket, person.id)


def reachable(story: Story, found: Iterable[Person | None]) -> list[Listener]:
    return [as_listener(story, person) for person in found if person and person.reachable]
