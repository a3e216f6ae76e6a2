"""Outages: the tickets that are one, and the people they hit."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, bindparam, case, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.downtime import Down
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.outages import Outage, interval
from itgov_bot.domain.tickets.ticket import State, Ticket
from itgov_bot.storage import restored, ticket_reading
from itgov_bot.storage.database import alone
from itgov_bot.storage.people import as_person
from itgov_bot.storage.prepared import Prepared
from itgov_bot.storage.statements import added, number_of, table_of
from itgov_bot.storage.tables import AffectedRow, PersonRow, TicketRow
from itgov_bot.storage.ticket_reading import LIVES, as_ticket, is_live, is_solved

MAX_COMPARED = 100
OPENING = 0x17605
"""The key of the lock under which reports of outages are compared and opened, one after the other."""


async def one_at_a_time(session: AsyncSession) -> None:
    """Until the turn commits no other process looks for a known outage, so that two reports do not open two tickets."""
    await alone(session, OPENING)


async def candidates(session: AsyncSession, opened_after: datetime) -> list[Ticket]:
    """Live tickets that may be an outage: those that are, and those opened after that instant. The newest first."""
    rows = await _CANDIDATES.rows(session, {"opened_after": opened_after})
    counted = await counts(session, [row.id for row in rows])
    return [as_ticket(row, affected=counted.get(row.id, 0)) for row in rows]


_TABLE, _JOINED = table_of(TicketRow), table_of(AffectedRow)
_CANDIDATES = Prepared(
    select(_TABLE)
    .where(
        LIVES,
        _TABLE.c.outage_id.is_(None),
        or_(_TABLE.c.is_outage, _TABLE.c.opened_at >= bindparam("opened_after")),
    )
    .order_by(_TABLE.c.is_outage.desc(), _TABLE.c.id.desc())
    .limit(MAX_COMPARED)
)
_GROWN = Prepared(
    select(_TABLE.c.id)
    .join(_JOINED, _JOINED.c.ticket_id == _TABLE.c.id)
    .where(_TABLE.c.is_outage, LIVES, _JOINED.c.at >= bindparam("moment"))
    .distinct()
    .order_by(_TABLE.c.id)
)


async def locked(session: AsyncSession, ticket: int) -> Ticket:
    """The ticket as it stands, held until the turn commits: nobody is counted while it is being solved."""
    query = select(TicketRow).where(col(TicketRow.id) == ticket).with_for_update()
    row = (await session.execute(query.execution_options(populate_existing=True))).scalar_one()
    return as_ticket(row)


async def mark(session: AsyncSession, ticket: int, since: datetime | None) -> None:
    """Makes a ticket an outage since then, or (None) no outage any more."""
    values: dict[str, object] = {"is_outage": since is not None, "outage_from": since}
    if since is None:
        values["outage_until"] = None
    await session.execute(update(TicketRow).where(col(TicketRow.id) == ticket).values(**values))


async def add(session: AsyncSession, ticket: int, person: int, place: str, at: datetime) -> bool:
    """Counts a person as affected. False when they were counted before."""
    return await added(session, AffectedRow(ticket_id=ticket, person_id=person, place=place, at=at))


async def is_affected(session: AsyncSession, ticket: int, person: int) -> bool:
    query = select(col(AffectedRow.ticket_id)).where(_of(ticket), col(AffectedRow.person_id) == person)
    return (await session.execute(query)).first() is not None


async def place_of(session: AsyncSession, ticket: int, person: int) -> str:
    query = select(col(AffectedRow.place)).where(_of(ticket), col(AffectedRow.person_id) == person)
    return await session.scalar(query) or ""


async def people_of(session: AsyncSession, ticket: int) -> list[Person]:
    """Everybody who was counted, in the order of their reports."""
    query = (
        select(PersonRow)
        .join(AffectedRow, col(AffectedRow.person_id) == col(PersonRow.id))
        .where(_of(ticket))
        .order_by(col(AffectedRow.at), col(PersonRow.id))
    )
    return [as_person(row) for row in await session.scalars(query)]


async def counts(session: AsyncSession, tickets: Sequence[int | None]) -> dict[int, int]:
    """How many people each of these outages hits."""
    if not tickets:
        return {}
    query = (
        select(col(AffectedRow.ticket_id), func.count())
        .where(col(AffectedRow.ticket_id).in_(tickets))
        .group_by(col(AffectedRow.ticket_id))
    )
    return {int(row[0]): int(row[1]) for row in await session.execute(query)}


async def forget_all(session: AsyncSession, ticket: int) -> None:
    """It was no outage after all."""
    await session.execute(delete(AffectedRow).where(_of(ticket)))


async def forget(session: AsyncSession, ticket: int, people: Collection[int]) -> None:
    """They are counted in it no longer."""
    await session.execute(delete(AffectedRow).where(_of(ticket), col(AffectedRow.person_id).in_(people)))


async def forget_places(session: AsyncSession, person: int) -> None:
    """Somebody who asked to be forgotten stays counted, without where they were."""
    await session.execute(update(AffectedRow).where(col(AffectedRow.person_id) == person).values(place=""))


async def grown_since(session: AsyncSession, moment: datetime) -> list[int]:
    """The live outages that somebody joined since then."""
    return [one for (one,) in await _GROWN.rows(session, {"moment": moment})]


async def current(session: AsyncSession) -> list[Outage]:
    """Those that last, the oldest first."""
    return await _outages(session, [is_live()], newest_first=False)


async def past(session: AsyncSession, limit: int) -> list[Outage]:
    """Those that are over, the newest first."""
    return await _outages(session, [is_solved()], newest_first=True, limit=limit)


async def between(session: AsyncSession, start: datetime, end: datetime) -> list[Outage]:
    """Every outage that lasted at some moment of this span, each in the ticket that goes on: what indicator 9 counts.

    Without those that were voided or cancelled. One that failed again is there each time.
    """
    found = await _outages(session, _lasting(start, end), newest_first=False)
    earlier = await restored.between(session, start, end)
    counted = await counts(session, [ticket.id for ticket, _ in earlier])
    found += [Outage(ticket, *down, counted.get(ticket.id, 0)) for ticket, down in earlier]
    return sorted(found, key=lambda one: (one.started_at, one.ticket.id))


async def down_between(session: AsyncSession, start: datetime, end: datetime) -> list[Down]:
    """The same as spans of time, without the tickets; what lasts has lasted until `end`."""
    since, until = col(TicketRow.outage_from), case((is_solved(), _ended()), else_=None)
    query = select(col(TicketRow.service), since, until).where(_is_one(), *_lasting(start, end))
    present = [Down((since, until or end), of) for of, since, until in await session.execute(query)]
    return [*present, *await restored.down_between(session, start, end)]


def _lasting(start: datetime, end: datetime) -> tuple[ColumnElement[bool], ...]:
    """At some moment of this span; without those that were cancelled."""
    over_later = or_(~is_solved(), _ended() > start)
    return col(TicketRow.outage_from) < end, over_later, col(TicketRow.state) != State.CANCELLED


def _ended() -> ColumnElement[datetime]:
    """Of one that is over."""
    return func.coalesce(col(TicketRow.outage_until), col(TicketRow.resolved_at), col(TicketRow.updated_at))


def _is_one() -> ColumnElement[bool]:
    return and_(col(TicketRow.is_outage), col(TicketRow.merged_into_id).is_(None))


async def linked(session: AsyncSession, outage: int, person: int) -> Ticket | None:
    """The live ticket of somebody for whom it still fails after the outage."""
    own = (col(TicketRow.outage_id) == outage, col(TicketRow.requester_id) == person)
    return next(iter(await ticket_reading.found(session, *own, is_live(), limit=1)), None)


async def still_failing(session: AsyncSession, outage: int) -> frozenset[int]:
    """Who has a live ticket because it failed for them after this outage."""
    query = select(col(TicketRow.requester_id)).where(col(TicketRow.outage_id) == outage, is_live())
    return frozenset(await session.scalars(query))


async def reported_after(session: AsyncSession, ticket: int, moment: datetime) -> int:
    """How many people said that it fails for them after that instant."""
    return await number_of(session, AffectedRow, _of(ticket), col(AffectedRow.at) > moment)


async def affected_rows(session: AsyncSession, ticket: int) -> list[tuple[int, str, datetime]]:
    query = select(AffectedRow).where(_of(ticket)).order_by(col(AffectedRow.at))
    return [(row.person_id, row.place, row.at) for row in await session.scalars(query)]


async def _outages(
    session: AsyncSession,
    where: Iterable[ColumnElement[bool]],
    *,
    newest_first: bool,
    limit: int | None = None,
) -> list[Outage]:
    order = col(TicketRow.outage_from).desc() if newest_first else col(TicketRow.outage_from)
    query = select(TicketRow).where(_is_one(), *where)
    rows = list(await session.scalars(query.order_by(order, col(TicketRow.id)).limit(limit)))
    counted = await counts(session, [row.id for row in rows])
    return [
        interval(as_ticket(row, affected=counted.get(row.id or 0, 0)), counted.get(row.id or 0, 0))
        for row in rows
    ]


def _of(ticket: int) -> ColumnElement[bool]:
    return col(AffectedRow.ticket_id) == ticket
