"""Tickets of events that are to be accompanied: those to come, those that are over, and what was told of them."""

from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.storage import ticket_reading
from itgov_bot.storage.tables import NoticeRow, TicketRow
from itgov_bot.storage.ticket_reading import is_live


async def from_on(session: AsyncSession, start: datetime, until: datetime | None = None) -> list[Ticket]:
    """The live ones whose event begins at `start` or later (and not after `until`), the nearest first."""
    where = [col(TicketRow.event_at) >= start]
    if until is not None:
        where.append(col(TicketRow.event_at) <= until)
    return await _live(session, *where)


async def before(session: AsyncSession, end: datetime) -> list[Ticket]:
    """The live ones whose event began before `end`, the oldest first."""
    return await _live(session, col(TicketRow.event_at) < end)


async def told(session: AsyncSession, ticket: int) -> set[str]:
    """The notices that were given of a ticket."""
    query = select(col(NoticeRow.kind)).where(col(NoticeRow.ticket_id) == ticket)
    return set(await session.scalars(query))


async def _live(session: AsyncSession, *where: ColumnElement[bool]) -> list[Ticket]:
    return await ticket_reading.found(
        session, is_live(), *where, order=(col(TicketRow.event_at), col(TicketRow.id))
    )
