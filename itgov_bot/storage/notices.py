"""What the passing of time makes due for tickets, and the notices that were given. For `desk/due_times` and the rounds."""

from datetime import datetime

from sqlalchemy import ColumnElement, ScalarSelect, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.tickets.events import Due, EventKind
from itgov_bot.domain.tickets.ticket import State, Ticket
from itgov_bot.storage import ticket_reading
from itgov_bot.storage.statements import added, changed, table_of
from itgov_bot.storage.tables import NoticeRow, TicketEventRow, TicketRow
from itgov_bot.storage.ticket_reading import LIVES, looked, prepared_tickets, rating_counts


async def with_due_times(session: AsyncSession, *, and_live: bool) -> list[Ticket]:
    """The tickets that have a due time; with `and_live` those too that may get one."""
    return await looked(session, _DUE_OR_LIVE if and_live else _DUE)


async def due_tickets(
    session: AsyncSession, which: Due, notice: str, *, after: datetime | None, until: datetime
) -> list[Ticket]:
    """The tickets due after `after` and not later than `until` of which this notice was not given."""
    column = TicketRow.__table__.c[which]  # type: ignore[attr-defined]
    where = [column <= until, _not_told(notice)]
    if after is not None:
        where.append(column > after)
    return await ticket_reading.found(session, *where)


async def resolved(session: AsyncSession) -> list[Ticket]:
    """Solved and not closed yet."""
    return await looked(session, _RESOLVED)


_TABLE = table_of(TicketRow)
_HAS_DUE = _TABLE.c.first_answer_due.is_not(None) | _TABLE.c.solution_due.is_not(None)
_DUE, _DUE_OR_LIVE = prepared_tickets(_HAS_DUE), prepared_tickets(_HAS_DUE | LIVES)
_RESOLVED = prepared_tickets(_TABLE.c.state == State.RESOLVED)


async def resolved_unrated(session: AsyncSession, notice: str) -> list[Ticket]:
    """Solved, not rated, and not reminded of it."""
    unrated = col(TicketRow.rating).is_(None)
    is_asked = (col(TicketRow.state) == State.RESOLVED, unrated, rating_counts())
    return await ticket_reading.found(session, *is_asked, _not_told(notice))


async def mark_sent(session: AsyncSession, ticket: Ticket, notice: str, now: datetime) -> bool:
    """Notes that a notice is given. False when it was given before, also by another worker at the same time.

    It is given once for each time that the ticket was opened, so a reopened ticket is reminded of again.
    """
    reopened = await session.scalar(select(_times_reopened()).where(col(TicketRow.id) == ticket.id))
    row = NoticeRow(ticket_id=ticket.id, kind=notice, round=reopened or 0, told_at=now)
    return await added(session, row)


async def rate(session: AsyncSession, ticket: int, **columns: object) -> bool:
    """Sets rating or comment. False when the ticket is not (or no longer) one to be rated."""
    where = (col(TicketRow.id) == ticket, col(TicketRow.state) == State.RESOLVED)
    return await changed(session, update(TicketRow).where(*where).values(**columns))


def _not_told(notice: str) -> ColumnElement[bool]:
    told = select(NoticeRow).where(
        col(NoticeRow.ticket_id) == TicketRow.id,
        col(NoticeRow.kind) == notice,
        col(NoticeRow.round) == _times_reopened(),
    )
    return ~told.exists()


def _times_reopened() -> ScalarSelect[int]:
    events = select(func.count()).select_from(TicketEventRow)
    of_case = events.where(
        col(TicketEventRow.ticket_id) == TicketRow.id, col(TicketEventRow.kind) == EventKind.REOPENED
    )
    return of_case.correlate(TicketRow).scalar_subquery()
