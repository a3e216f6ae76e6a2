"""What is going on with a person, read once a turn: their talks with the desk, what was solved, the outages they are in."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets.closing import awaits_holder
from itgov_bot.desk.tickets.requesting import live_ticket
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.matters import (
    ASKED_FOR,
    Matter,
    MatterKind,
    called,
    held,
    is_taken,
    nearest,
    own_matter,
    written_about,
)
from itgov_bot.domain.tickets.ticket import State, Ticket
from itgov_bot.messages import Address
from itgov_bot.storage import matters, tickets
from itgov_bot.storage.duty import pages
from itgov_bot.wording.agents.tickets.prompts import waits_for_requester


async def going_on(desk: Desk, person: Person, address: Address, *, works_tickets: bool) -> list[Matter]:
    """The nearest first. `address` is the chat in which they write; `works_tickets`: they may hold tickets of others."""
    own, others = await matters.around(desk.session, person.id, desk.now - ASKED_FOR)
    found = [*await _own(desk, own, person), *await _of_others(desk, others, person)]
    if works_tickets:
        found += [*await _held(desk, person), *await _called(desk, person)]
    if not found:
        return []
    last = await _last_said(desk, address, {one.ticket.id for one in found})
    return nearest(replace(one, is_last_said=one.ticket.id == last) for one in found)


async def urgent_spoken_of(desk: Desk, address: Address, *, or_alone: bool) -> Ticket | None:
    """The urgent ticket that goes on and was last spoken of in a chat; `or_alone`: or the only one there is."""
    urgent = await pages.live_urgent(desk.session)
    last = await _last_said(desk, address, {one.id for one in urgent}) if urgent else None
    spoken_of = next((one for one in urgent if one.id == last), None)
    return spoken_of or (urgent[0] if or_alone and len(urgent) == 1 else None)


async def live_urgent(desk: Desk) -> list[Ticket]:
    return await pages.live_urgent(desk.session)


async def last_spoken_of(desk: Desk, address: Address) -> Ticket | None:
    """The ticket of the last message in a chat."""
    last = await matters.last_said_about(desk.session, address)
    return await tickets.get(desk.session, last) if last is not None else None


async def _last_said(desk: Desk, address: Address, known: Collection[int]) -> int | None:
    """The ticket that was last spoken of; what was said of one that went into another is of that."""
    last = await matters.last_said_about(desk.session, address)
    if last is None or last in known:
        return last
    return (await live_ticket(desk, await tickets.get(desk.session, last))).id


async def _own(desk: Desk, own: Sequence[Ticket], person: Person) -> list[Matter]:
    talks = await matters.talks(desk.session, own, person.id)
    found = [own_matter(one, talks[one.id], desk.now, waits_for_them=waits_for_requester(one)) for one in own]
    return [one for one in found if one]


async def _held(desk: Desk, person: Person) -> list[Matter]:
    own = await matters.held(desk.session, person.id)
    theirs = [one for one in own if is_taken(one)]
    talks = await matters.talks(desk.session, theirs)
    return [
        held(one, talks[one.id], desk.now, asked_at_closing=await awaits_holder(desk, one)) for one in theirs
    ]


async def _called(desk: Desk, person: Person) -> list[Matter]:
    untaken = await matters.untaken(desk.session, person.id)
    calls = await matters.calls(desk.session, untaken)
    found = [called(one, calls[one.id], person.id, desk.now) for one in untaken]
    return [one for one in found if one]


async def _of_others(desk: Desk, others: Sequence[Ticket], person: Person) -> list[Matter]:
    talks = await matters.talks(desk.session, others, person.id)
    found = [written_about(one, talks[one.id], desk.now, is_own=False) or _untold(one) for one in others]
    return [one for one in found if one]


def _untold(ticket: Ticket) -> Matter | None:
    """Also of what theirs went into, once it is solved. None for the rest, or what is closed."""
    if ticket.state is State.RESOLVED:
        return Matter(MatterKind.OUTAGE_OVER, ticket, ticket.solved_at)
    if not ticket.is_live:
        return None
    if not ticket.is_outage:
        return Matter(MatterKind.BESIDE, ticket, ticket.opened_at)
    return Matter(MatterKind.OUTAGE, ticket, ticket.outage_from or ticket.opened_at)
