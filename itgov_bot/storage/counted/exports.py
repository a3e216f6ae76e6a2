"""Tickets for a file: counted, and read in batches with what is kept around them."""

from collections import defaultdict
from collections.abc import AsyncIterator, Sequence

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased
from sqlmodel import col

from itgov_bot.domain.people import Person
from itgov_bot.domain.sla import EFFECT
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.export import NO_SERVICE, TicketFacts, Wanted
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.domain.tickets.undoing import standing
from itgov_bot.storage import outages
from itgov_bot.storage.counted.summary import is_of
from itgov_bot.storage.people import as_person
from itgov_bot.storage.statements import number_of
from itgov_bot.storage.tables import PersonRow, TicketEventRow, TicketRow
from itgov_bot.storage.ticket_reading import as_ticket

BATCH = 300
"""Small enough that reading one does not hold up the conversations."""

Found = tuple[Ticket, Person | None, str | None, str | None, Person | None]
"""A ticket with its agent, the name of its requester, the number of its outage, and who opened it."""


async def count(session: AsyncSession, wanted: Wanted) -> int:
    return await number_of(session, TicketRow, *_where(wanted))


async def services(session: AsyncSession, wanted: Wanted) -> list[tuple[str | None, int]]:
    """The services of these tickets and how many each has, the most frequent first."""
    many = func.count().label("many")
    query = select(col(TicketRow.service), many).where(*_where(wanted)).group_by(col(TicketRow.service))
    rows = (await session.execute(query.order_by(many.desc(), col(TicketRow.service)))).all()
    return [(row[0], int(row[1])) for row in rows]


async def batches(session: AsyncSession, wanted: Wanted) -> AsyncIterator[list[TicketFacts]]:
    """In the order of opening. Each batch begins after the last ticket of the one before."""
    last = 0
    while found := await _cases(session, wanted, last):
        last = found[-1][0].id
        yield await _with_facts(session, found)


async def _cases(session: AsyncSession, wanted: Wanted, after: int) -> list[Found]:
    assigned, requester, opened_by = (aliased(PersonRow) for _ in range(3))
    outage = aliased(TicketRow)
    query = (
        select(TicketRow, assigned, col(requester.name), col(outage.number), opened_by)
        .outerjoin(assigned, col(assigned.id) == col(TicketRow.assignee_id))
        .outerjoin(requester, col(requester.id) == col(TicketRow.requester_id))
        .outerjoin(outage, col(outage.id) == col(TicketRow.outage_id))
        .outerjoin(opened_by, col(opened_by.id) == col(TicketRow.opened_by))
        .where(*_where(wanted), col(TicketRow.id) > after)
        .order_by(col(TicketRow.id))
        .limit(BATCH)
    )
    return [
        (as_ticket(ticket), _person(agent), name, number, _person(opener))
        for ticket, agent, name, number, opener in await session.execute(query)
    ]


def _person(row: PersonRow | None) -> Person | None:
    return as_person(row) if row else None


async def _with_facts(session: AsyncSession, found: Sequence[Found]) -> list[TicketFacts]:
    events = await _events(session, [ticket.id for ticket, *_ in found])
    affected = await outages.counts(session, [ticket.id for ticket, *_ in found if ticket.is_outage])
    return [
        TicketFacts(ticket, events[ticket.id], agent, requester, outage, affected.get(ticket.id), opener)
        for ticket, agent, requester, outage, opener in found
    ]


async def _events(session: AsyncSession, tickets: Sequence[int]) -> dict[int, list[TicketEvent]]:
    """Those that move the clock of a ticket, which are a part of all."""
    event = TicketEventRow
    query = (
        select(col(event.ticket_id), col(event.kind), col(event.at), col(event.data))
        .where(col(event.ticket_id).in_(tickets), col(event.kind).in_([*EFFECT, EventKind.UNDONE]))
        .order_by(col(event.id))
    )
    found: dict[int, list[TicketEvent]] = defaultdict(list)
    for ticket, kind, at, data in await session.execute(query):
        found[ticket].append(TicketEvent(ticket, EventKind(kind), at, None, data))
    return defaultdict(list, {ticket: standing(events) for ticket, events in found.items()})


def _where(wanted: Wanted) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = []
    if wanted.opened_from:
        where.append(col(TicketRow.opened_at) >= wanted.opened_from)
    if wanted.opened_before:
        where.append(col(TicketRow.opened_at) < wanted.opened_before)
    if wanted.service == NO_SERVICE:
        where.append(col(TicketRow.service).is_(None))
    elif wanted.service:
        where.append(col(TicketRow.service) == wanted.service)
    if wanted.part:
        where.append(is_of(wanted.part))
    if wanted.states:
        where.append(col(TicketRow.state).in_(sorted(wanted.states)))
    return where
