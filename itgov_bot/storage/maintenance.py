"""Planned maintenance, and whose open tickets it concerns."""

from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.maintenance import Maintenance, MaintenancePlan
from itgov_bot.domain.people import Person
from itgov_bot.storage.people import as_person
from itgov_bot.storage.prepared import Prepared
from itgov_bot.storage.statements import changed, inserted, table_of
from itgov_bot.storage.tables import MaintenanceRow, PersonRow, TicketRow
from itgov_bot.storage.ticket_reading import is_live


async def add(session: AsyncSession, plan: MaintenancePlan, by: int, now: datetime) -> Maintenance:
    row = await inserted(
        session,
        MaintenanceRow(
            service=plan.service,
            text=plan.text,
            starts_at=plan.starts_at,
            ends_at=plan.ends_at,
            announced_by=by,
            announced_at=now,
        ),
    )
    return _as_maintenance(row)


async def find(session: AsyncSession, maintenance: int) -> Maintenance | None:
    """As it stands in storage now."""
    row = await session.get(MaintenanceRow, maintenance, populate_existing=True)
    return _as_maintenance(row) if row else None


async def coming(session: AsyncSession, now: datetime) -> list[Maintenance]:
    """Those that go on or will, the next one first."""
    if not await _ANY_COMING.rows(session, {"now": now}):
        return []
    return await _found(session, _is_open(), col(MaintenanceRow.ends_at) > now)


async def unfinished(session: AsyncSession, ended_after: datetime) -> list[Maintenance]:
    """Those of which nobody said that they are over, without those that should have been before that instant."""
    return [_as_maintenance(row) for row in await _UNFINISHED.rows(session, {"after": ended_after})]


async def between(session: AsyncSession, start: datetime, end: datetime) -> list[Maintenance]:
    """Those that lasted at some moment of this span, without those that were cancelled."""
    ended = func.coalesce(col(MaintenanceRow.ended_at), col(MaintenanceRow.ends_at))
    not_cancelled = col(MaintenanceRow.cancelled_at).is_(None)
    return await _found(session, not_cancelled, col(MaintenanceRow.starts_at) < end, ended > start)


async def change(session: AsyncSession, maintenance: Maintenance, **columns: object) -> bool:
    """Sets columns of one that is open and for the time that `maintenance` says. False when somebody was faster."""
    where = (
        col(MaintenanceRow.id) == maintenance.id,
        col(MaintenanceRow.starts_at) == maintenance.plan.starts_at,
        col(MaintenanceRow.ends_at) == maintenance.plan.ends_at,
        _is_open(),
    )
    return await changed(session, update(MaintenanceRow).where(*where).values(**columns))


async def concerned(session: AsyncSession, service: str, announced_at: datetime) -> list[Person]:
    """Who has an open ticket of this service, or had one when it was announced; each once."""
    over_since = func.coalesce(col(TicketRow.resolved_at), col(TicketRow.updated_at))
    was_open = (col(TicketRow.opened_at) <= announced_at) & (over_since >= announced_at)
    query = (
        select(PersonRow)
        .join(TicketRow, col(TicketRow.requester_id) == col(PersonRow.id))
        .where(col(TicketRow.service) == service, or_(is_live(), was_open))
        .distinct()
        .order_by(col(PersonRow.id))
    )
    return [as_person(row) for row in await session.scalars(query)]


async def _found(session: AsyncSession, *where: ColumnElement[bool]) -> list[Maintenance]:
    query = _IN_ORDER.where(*where)
    return [_as_maintenance(row) for row in await session.scalars(query)]


def _is_open() -> ColumnElement[bool]:
    return col(MaintenanceRow.cancelled_at).is_(None) & col(MaintenanceRow.ended_at).is_(None)


def _as_maintenance(row: MaintenanceRow) -> Maintenance:
    return Maintenance(
        id=row.id or 0,
        plan=MaintenancePlan(row.text, row.service, row.starts_at, row.ends_at),
        announced_by=row.announced_by,
        announced_at=row.announced_at,
        cancelled_at=row.cancelled_at,
        ended_at=row.ended_at,
    )


_IN_ORDER = select(MaintenanceRow).order_by(col(MaintenanceRow.starts_at), col(MaintenanceRow.id))
_ANY_COMING = Prepared(
    select(col(MaintenanceRow.id)).where(_is_open(), col(MaintenanceRow.ends_at) > bindparam("now")).limit(1)
)
"""It is asked with every report, and most days there is none."""
_TABLE = table_of(MaintenanceRow)
_UNFINISHED = Prepared(
    select(_TABLE)
    .where(
        _TABLE.c.cancelled_at.is_(None), _TABLE.c.ended_at.is_(None), _TABLE.c.ends_at > bindparam("after")
    )
    .order_by(_TABLE.c.starts_at, _TABLE.c.id)
)
