"""The desk's queue: live tickets by urgency and due time, by filter, and what a search looks through."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.tickets.ticket import LIVE, Priority, QueueFilter, State, Ticket
from itgov_bot.storage.tables import PersonRow, TicketRow
from itgov_bot.storage.tickets import as_ticket

MAX_SEARCHED = 2000
MAX_CHARS = 1000
"""Of each text: nobody searches for what stands further on, and all of them are read at every search."""


async def page(
    session: AsyncSession, which: QueueFilter, person: int, now: datetime, *, limit: int, offset: int
) -> tuple[list[Ticket], int]:
    """The tickets of one page and how many there are in all."""
    where = _where(which, person, now)
    total = (await session.execute(select(func.count()).select_from(TicketRow).where(*where))).scalar_one()
    query = select(TicketRow).where(*where).order_by(*_order()).limit(limit).offset(offset)
    return [as_ticket(row) for row in (await session.execute(query)).scalars()], int(total)


async def before(session: AsyncSession, ticket: int) -> int:
    """How many tickets that nobody has stand before this one, which nobody has either; all of them if somebody has."""
    free = [col(TicketRow.state).in_(sorted(LIVE)), col(TicketRow.assignee_id).is_(None)]
    query = select(col(TicketRow.id)).where(*free).order_by(*_order())
    line = list((await session.execute(query)).scalars())
    return line.index(ticket) if ticket in line else len(line)


async def searchable(session: AsyncSession) -> list[tuple[int, bool, str]]:
    """The newest tickets as (id, whether it lives, everything one may look for), the newest first."""
    query = (
        select(
            col(TicketRow.id),
            col(TicketRow.state),
            col(TicketRow.number),
            func.substr(col(TicketRow.text), 1, MAX_CHARS),
            col(TicketRow.place),
            col(TicketRow.service),
            col(PersonRow.name),
            col(PersonRow.username),
            col(PersonRow.dependencia),
        )
        .join(PersonRow, col(PersonRow.id) == col(TicketRow.requester_id))
        .order_by(col(TicketRow.id).desc())
        .limit(MAX_SEARCHED)
    )
    rows = await session.execute(query)
    return [(int(row[0] or 0), row[1] in LIVE, " ".join(str(one) for one in _said(row[2:]))) for row in rows]


async def by_ids(session: AsyncSession, ids: Sequence[int]) -> list[Ticket]:
    """In the order of `ids`."""
    rows = (await session.execute(select(TicketRow).where(col(TicketRow.id).in_(ids)))).scalars()
    found = {row.id: as_ticket(row) for row in rows}
    return [found[one] for one in ids if one in found]


async def live_besides(session: AsyncSession, ticket: Ticket, limit: int) -> list[Ticket]:
    """Live tickets that this one may be the same as: of its requester, its service or its outage first, then the newest."""
    kin = case(
        (col(TicketRow.requester_id) == ticket.requester, 0),
        (col(TicketRow.service) == ticket.service, 1),
        else_=2,
    )
    query = (
        select(TicketRow)
        .where(col(TicketRow.state).in_(sorted(LIVE)), col(TicketRow.id) != ticket.id)
        .order_by(kin, col(TicketRow.id).desc())
        .limit(limit)
    )
    return [as_ticket(row) for row in (await session.execute(query)).scalars()]


def _said(parts: Sequence[object]) -> list[object]:
    """A user name is found with its @."""
    *words, name, username, dependencia = parts
    return [one for one in (*words, name, f"@{username}" if username else "", dependencia) if one]


def _where(which: QueueFilter, person: int, now: datetime) -> list[ColumnElement[bool]]:
    live = col(TicketRow.state).in_(sorted(LIVE))
    if which == "mine":
        return [live, col(TicketRow.assignee_id) == person]
    if which == "free":
        return [live, col(TicketRow.assignee_id).is_(None)]
    if which == "wait":
        return [col(TicketRow.state) == State.WAITING]
    return [live, is_late(now)] if which == "late" else [live]


def is_late(now: datetime) -> ColumnElement[bool]:
    """Of a live ticket: a due time of it has gone by."""
    unanswered = and_(col(TicketRow.first_answer_at).is_(None), col(TicketRow.first_answer_due) < now)
    return or_(unanswered, col(TicketRow.solution_due) < now)


def _order() -> tuple[ColumnElement[object], ...]:
    """Urgent first, then by priority, then what is due first, then the oldest."""
    answer = case((col(TicketRow.first_answer_at).is_(None), col(TicketRow.first_answer_due)), else_=None)
    due = func.coalesce(answer, col(TicketRow.solution_due))
    rank = {Priority.URGENT: 0, Priority.HIGH: 1, Priority.NORMAL: 2, Priority.LOW: 3}
    priority = case(rank, value=col(TicketRow.priority), else_=2)
    return col(TicketRow.urgent).desc(), priority, due.is_(None), due, col(TicketRow.id)  # type: ignore[return-value]
