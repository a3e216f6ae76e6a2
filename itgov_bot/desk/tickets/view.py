"""Loading what is read of a ticket: once for a turn, and once more before what happened in it is told."""

from __future__ import annotations

from itgov_bot.desk.desk import Desk
from itgov_bot.domain.facts import TicketFact
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.storage import people, tickets

People = dict[int, Person]
"""Those who were read already: of what happens to one ticket the same few people are in everything."""


async def view(desk: Desk, ticket: Ticket, known: People | None = None) -> TicketView:
    """The ticket as it is given, and what is around it."""
    known = {} if known is None else known
    return TicketView(
        ticket=ticket,
        service=desk.service(ticket.service),
        calendar=desk.calendar(ticket.service),
        requester=await _known(desk, ticket.requester, known),
        holder=await _person(desk, ticket.assignee, known),
        city=desk.city,
        now=desk.now,
        close_after_days=desk.reference.agreements.rating.close_after_days,
        public_text=desk.public_text(ticket),
        link=desk.installation.link(ticket.number),
    )


async def event_view(desk: Desk, fact: TicketFact, known: People) -> EventView:
    into = fact.data.get("into")
    return EventView(
        kind=fact.kind,
        at=fact.at,
        data=fact.data,
        by=await _person(desk, fact.actor, known),
        to=await _person(desk, fact.data.get("to"), known),
        service=desk.service(fact.data.get("service")),
        target=await tickets.by_number(desk.session, into) if into else None,
    )


async def _person(desk: Desk, person: int | None, known: People) -> Person | None:
    return await _known(desk, person, known) if person else None


async def _known(desk: Desk, person: int, known: People) -> Person:
    if person not in known:
        known[person] = await people.get(desk.session, person)
    return known[person]
