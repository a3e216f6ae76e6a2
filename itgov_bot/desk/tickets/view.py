"""Loading what is read of a ticket: once for a turn, and once more before what happened in it is told."""

from __future__ import annotations

from itgov_bot.desk.desk import Desk
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.facts import TicketFact
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.storage import people, tickets


async def view(desk: Desk, ticket: Ticket) -> TicketView:
    """The ticket as it is given, and what is around it."""
    return TicketView(
        ticket=ticket,
        service=desk.service(ticket.service),
        calendar=desk.calendar(ticket.service),
        requester=await people.get(desk.session, ticket.requester),
        holder=await _person(desk, ticket.assignee),
        city=desk.city,
        now=desk.now,
        close_after_days=desk.reference.agreements.rating.close_after_days,
    )


async def event_view(desk: Desk, fact: TicketFact) -> EventView:
    return EventView(
        kind=fact.kind,
        at=fact.at,
        data=fact.data,
        by=await _person(desk, fact.actor),
        to=await _person(desk, fact.data.get("to")),
        service=_service(desk, fact),
        target=await _target(desk, fact),
    )


async def timeline(desk: Desk, ticket: Ticket) -> list[EventView]:
    """Everything that happened to a ticket, the oldest first."""
    return [await event_view(desk, event) for event in await tickets.timeline(desk.session, ticket.id)]


async def _person(desk: Desk, person: int | None) -> Person | None:
    return await people.get(desk.session, person) if person else None


def _service(desk: Desk, fact: TicketFact) -> Service | None:
    return desk.service(fact.data.get("service")) if fact.kind is EventKind.SERVICE_CHANGED else None


async def _target(desk: Desk, fact: TicketFact) -> Ticket | None:
    into = fact.data.get("into")
    return await tickets.by_number(desk.session, into) if into else None
