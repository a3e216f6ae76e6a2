"""Tickets of events that are to be accompanied: to come, over, or without a date; and what was told of them."""

from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.tickets.ticket import NEW_DATE, Ticket
from itgov_bot.storage.prepared import Prepared
from itgov_bot.storage.statements import table_of
from itgov_bot.storage.tables import NoticeRow, TicketRow
from itgov_bot.storage.ticket_reading import LIVES, looked, prepared_tickets


async def from_on(session: AsyncSession, start: datetime, until: datetime | None = None) -> list[Ticket]:
    """The live ones whose event begins at `start` or later (and not after `until`), the nearest first."""
    if until is None:
        return await looked(session, _FROM_ON, start=start)
    return await looked(session, _BETWEEN, start=start, until=until)


async def before(session: AsyncSession, end: datetime) -> list[Ticket]:
    """The live ones whose event began before `end`, the oldest first."""
    return await looked(session, _BEFORE, end=end)


async def postponed(session: AsyncSession) -> list[Ticket]:
    """The live ones that have no date at present."""
    return await looked(session, _POSTPONED)


async def told(session: AsyncSession, ticket: int) -> set[str]:
    """The notices that were given of a ticket."""
    query = select(col(NoticeRow.kind)).where(col(NoticeRow.ticket_id) == ticket)
    return set(await session.scalars(query))


def _live(*where: ColumnElement[bool]) -> Prepared:
    return prepared_tickets(LIVES, *where, order=(_TABLE.c.event_at, _TABLE.c.id))


_TABLE = table_of(TicketRow)
_HAS_DATE = func.coalesce(_TABLE.c.waiting_for, "") != NEW_DATE
_BEGINS_BY_THEN = _TABLE.c.event_at >= bindparam("start")
_FROM_ON = _live(_BEGINS_BY_THEN, _HAS_DATE)
_BETWEEN = _live(_BEGINS_BY_THEN, _TABLE.c.event_at <= bindparam("until"), _HAS_DATE)
_BEFORE = _live(_TABLE.c.event_at < bindparam("end"), _HAS_DATE)
_POSTPONED = _live(_TABLE.c.event_at.is_not(None), _TABLE.c.waiting_for == NEW_DATE)
