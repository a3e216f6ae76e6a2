"""Loading what is read of a ticket: once for a turn, and once more before what happened in it is told."""

from dataclasses import replace

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets.guard import false_alarms, guard_of
from itgov_bot.domain.facts import TicketFact
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import Priority, Ticket
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.storage import people, ticket_events, tickets
from itgov_bot.storage.duty import pages

People = dict[int, Person]
"""Those who were read already: of what happens to one ticket the same few people are in everything."""


async def view(desk: Desk, ticket: Ticket, known: People | None = None) -> TicketView:
    """The ticket as it is given, and what is around it."""
    known = {} if known is None else known
    return await _with_guard(desk, await _plain(desk, ticket, known))


async def _with_guard(desk: Desk, view: TicketView) -> TicketView:
    """With what only an urgent ticket has."""
    ticket = view.ticket
    if not ticket.urgent:
        return view
    waiting = await pages.waiting_of(desk.session, ticket.requester)
    return replace(
        view,
        guard=await guard_of(desk, ticket),
        false_alarms=await false_alarms(desk, ticket.requester),
        also_waiting=[one.number for one in waiting if one.id != ticket.id],
    )


async def _plain(desk: Desk, ticket: Ticket, known: People) -> TicketView:
    target = await tickets.get(desk.session, ticket.merged_into) if ticket.merged_into else None
    return TicketView(
        ticket=ticket,
        service=desk.service(ticket.service),
        calendar=desk.calendar(ticket.service),
        requester=await _known(desk, ticket.requester, known),
        holder=await _person(desk, ticket.assignee, known),
        opened_by=await _person(desk, ticket.opened_by, known),
        joined=await _joined(desk, ticket, known),
        city=desk.city,
        now=desk.now,
        close_after_days=desk.reference.agreements.rating.close_after_days,
        public_text=desk.public_text(ticket),
        link=desk.installation.ticket_link(ticket.number),
        goes_on_in=target.number if target else None,
        escalated=await _escalated(desk, ticket, known),
    )


async def _escalated(desk: Desk, ticket: Ticket, known: People) -> EventView | None:
    """Whoever escalates gives a ticket to somebody or raises it: others are not asked about."""
    may_be = ticket.is_live and (ticket.assignee or ticket.priority in (Priority.HIGH, Priority.URGENT))
    event = await ticket_events.last_escalation(desk.session, ticket.id) if may_be else None
    return await event_view(desk, event, known) if event else None


async def _joined(desk: Desk, ticket: Ticket, known: People) -> list[Person]:
    """Besides its requester, each once."""
    ids = dict.fromkeys(one.requester for one in await tickets.merged_into(desk.session, ticket.id))
    return [await _known(desk, one, known) for one in ids if one != ticket.requester]


async def event_view(desk: Desk, fact: TicketFact, known: People) -> EventView:
    into = fact.data.get("into")
    return EventView(
        kind=fact.kind,
        at=fact.at,
        data=fact.data,
        by=await _person(desk, fact.actor, known),
        to=await _person(desk, fact.data.get("to"), known),
        reader=await _person(desk, fact.data.get("reader"), known),
        service=desk.service(fact.data.get("service")),
        target=await tickets.by_number(desk.session, into) if into else None,
        people=[await _known(desk, person, known) for person in fact.data.get("people", [])],
    )


async def _person(desk: Desk, person: int | None, known: People) -> Person | None:
    return await _known(desk, person, known) if person else None


async def _known(desk: Desk, person: int, known: People) -> Person:
    if person not in known:
        known[person] = await people.get(desk.session, person)
    return known[person]
