"""Which ticket is meant (by its number, by a message of ours, among those of a person) and what is kept of it."""

from collections.abc import Collection

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets.view import People, event_view
from itgov_bot.domain.people import Person
from itgov_bot.domain.sla import EFFECT
from itgov_bot.domain.tickets.addressee import Addressee, read_addressee, read_question
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.files import Attachment
from itgov_bot.domain.tickets.ticket import State, Ticket, parse_number
from itgov_bot.domain.tickets.undoing import standing
from itgov_bot.domain.tickets.view import EventView
from itgov_bot.messages import Address
from itgov_bot.storage import outages, people, ticket_events, ticket_files, tickets
from itgov_bot.storage.counted import queue
from itgov_bot.storage.sending import sent_messages
from itgov_bot.storage.sending.sent_messages import About

MOVING = {*EFFECT, EventKind.TAKEN, EventKind.ASSIGNED, EventKind.ESCALATED}
"""The events that say who brought a ticket to where it stands: those of its clock, and who was given it."""
YEARS_MEANT = 5
"""So many years back a short number is looked for: each year counts from 1."""


async def find(desk: Desk, number: str | None) -> Ticket | None:
    """By its whole number, `SAUS-2026-000123`; None when there is no such ticket, or no number."""
    return await tickets.by_number(desk.session, number) if number else None


async def number_meant(desk: Desk, written: str) -> str | None:
    """The whole number of what somebody wrote as one. A short one («#7») is the newest that there is, what still lives
    first; where there is none of it, that of this year. None for other words."""
    possible = [parse_number(written, desk.local_year - ago) for ago in range(YEARS_MEANT)]
    numbers = list(dict.fromkeys(number for number in possible if number))
    return await tickets.likeliest(desk.session, numbers) or numbers[0] if numbers else None


async def meant(desk: Desk, written: str) -> Ticket | None:
    """The ticket of a number as somebody wrote it."""
    return await find(desk, await number_meant(desk, written))


async def get(desk: Desk, ticket: int) -> Ticket:
    """As it stands now, whatever was read of it before."""
    return await tickets.get(desk.session, ticket)


async def known_message(
    desk: Desk, address: Address, ref: str | None
) -> tuple[Ticket | None, str | None] | None:
    """The ticket that a message is about and the name by which it is known; None for one that is not."""
    found = await sent_messages.about(desk.session, address, ref) if ref else None
    return (await get(desk, found[0]) if found[0] else None, found[1]) if found else None


async def of_message(desk: Desk, address: Address, ref: str | None) -> Ticket | None:
    """The ticket that a message of ours is about; None for any other message."""
    known = await known_message(desk, address, ref)
    return known[0] if known else None


async def is_ours(desk: Desk, address: Address, ref: str | None) -> bool:
    """Whether the desk sent this message, of whatever it is."""
    return ref is not None and await sent_messages.about(desk.session, address, ref) is not None


async def remember(
    desk: Desk, address: Address, ref: str | None, ticket: Ticket, to: Addressee | None = None
) -> None:
    """From now on this message of somebody is about the ticket: a later edit of it belongs there, for whom it was."""
    if ref:
        name = str(to) if to else None
        await sent_messages.remember(desk.session, [About(address, ref, ticket.id, name)], desk.now)


async def card_at(desk: Desk, address: Address, ref: str, ticket: int | None) -> str:
    """The name of the card that a message shows: a reply with this name takes the place of the message."""
    known = await sent_messages.about(desk.session, address, ref)
    if known and known[1] and not (read_addressee(known[1]) or read_question(known[1])):
        return known[1]
    card = f"at:{ref}"
    await sent_messages.remember(desk.session, [About(address, ref, ticket, card)], desk.now)
    return card


async def shows(desk: Desk, address: Address, ref: str, card: str) -> bool:
    """Whether a message is the one that shows this card."""
    known = await sent_messages.about(desk.session, address, ref)
    return known is not None and known[1] == card


async def leave_behind(desk: Desk, address: Address, card: str) -> list[str]:
    """The next message that shows a card is one of its own. Returned are names of those that did, to take back."""
    return await sent_messages.leave_card(desk.session, address, card)


async def own(
    desk: Desk,
    person: Person,
    states: Collection[State] | None = None,
    *,
    unrated: bool = False,
    limit: int,
    offset: int = 0,
) -> list[Ticket]:
    """A person's tickets, the newest first; those in any of `states`, or all."""
    wanted = sorted(states) if states is not None else None
    return await tickets.of_requester(
        desk.session, person.id, wanted, unrated=unrated, limit=limit, offset=offset
    )


async def count_own(desk: Desk, person: Person, states: Collection[State] | None = None) -> int:
    return await tickets.count_of(desk.session, person.id, sorted(states) if states is not None else None)


async def readers(desk: Desk, ticket: Ticket) -> list[Person]:
    """Who is told how a ticket ends: its requester, whose tickets went into it, and whom it hits as an outage; each once."""
    merged = await tickets.merged_into(desk.session, ticket.id)
    ids = dict.fromkeys([ticket.requester, *(one.requester for one in merged)])
    hit = await outages.people_of(desk.session, ticket.id) if ticket.is_outage else []
    named = [await people.get(desk.session, one) for one in ids]
    return [*named, *(one for one in hit if one.id not in ids)]


async def as_left(desk: Desk, ticket: Ticket) -> tuple[Ticket, Person | None]:
    """The ticket as it stands now and who brought it there: told to whoever came too late."""
    events = standing(await ticket_events.timeline(desk.session, ticket.id))
    moved = [event for event in events if event.kind in MOVING]
    actor = moved[-1].actor if moved else None
    return await get(desk, ticket.id), await people.get(desk.session, actor) if actor else None


async def live_besides(desk: Desk, ticket: Ticket, limit: int) -> list[Ticket]:
    """Live tickets that this one may be the same as, the likeliest first."""
    return await queue.live_besides(desk.session, ticket, limit)


async def timeline(desk: Desk, ticket: Ticket) -> list[EventView]:
    """Everything that happened to a ticket, the oldest first."""
    known: People = {}
    return [
        await event_view(desk, event, known)
        for event in await ticket_events.timeline(desk.session, ticket.id)
    ]


async def attachments(desk: Desk, ticket: Ticket) -> list[Attachment]:
    """Its files, the oldest first."""
    return await ticket_files.attachments(desk.session, ticket.id)


async def merged_into(desk: Desk, ticket: Ticket) -> list[Ticket]:
    """Those that went into it."""
    return await tickets.merged_into(desk.session, ticket.id)


async def own_in(desk: Desk, person: Person, ticket: Ticket) -> Ticket | None:
    """Their own ticket that went into this one."""
    merged = await tickets.merged_into(desk.session, ticket.id)
    return next((one for one in merged if one.requester == person.id), None)
