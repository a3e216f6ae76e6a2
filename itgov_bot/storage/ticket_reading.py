"""Rows of tickets as the desk reads them, and the conditions that all queries of tickets share."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped
from sqlmodel import col

from itgov_bot.domain.tickets.ticket import (
    LIVE,
    SOLVED,
    ExceptionKind,
    Kind,
    Priority,
    Solution,
    State,
    Ticket,
)
from itgov_bot.storage.prepared import Prepared
from itgov_bot.storage.statements import table_of
from itgov_bot.storage.tables import AffectedRow, AttachmentRow, TicketRow

AT_ONCE = 500
"""Ids in a statement: every database takes that many."""
_TABLE = table_of(TicketRow)
LIVES = or_(*(_TABLE.c.state == state for state in sorted(LIVE)))
"""`is_live()` for a `Prepared`."""
NEWEST_FIRST = (col(TicketRow.id).desc(),)


async def found(
    session: AsyncSession,
    *where: SQLColumnExpression[bool],
    order: Sequence[SQLColumnExpression[Any]] = (),
    limit: int | None = None,
    offset: int = 0,
) -> list[Ticket]:
    """Without what is counted around them, in the order of their ids where no other is named: two workers lock alike."""
    query = select(TicketRow).where(*where).order_by(*(order or (col(TicketRow.id),)))
    return [as_ticket(row) for row in await session.scalars(query.limit(limit).offset(offset))]


def prepared_tickets(*where: ColumnElement[bool], order: Sequence[ColumnElement[Any]] = ()) -> Prepared:
    """A look for tickets that is made once, in the order of `found`; what lives is `LIVES` there."""
    return Prepared(select(_TABLE).where(*where).order_by(*(order or (_TABLE.c.id,))))


async def looked(session: AsyncSession, look: Prepared, **values: object) -> list[Ticket]:
    return [as_ticket(row) for row in await look.rows(session, values)]


async def all_whole(session: AsyncSession, rows: Sequence[TicketRow]) -> list[Ticket]:
    """What is counted around many is counted at once."""
    outages = [row.id for row in rows if row.is_outage and row.id]
    affected = await _counted(session, col(AffectedRow.ticket_id), outages)
    files = await _counted(session, col(AttachmentRow.ticket_id), [row.id for row in rows if row.id])
    return [as_ticket(row, files.get(row.id or 0, 0), affected.get(row.id or 0, 0)) for row in rows]


async def _counted(session: AsyncSession, ticket: Mapped[int], ids: Sequence[int]) -> dict[int, int]:
    """How many rows there are of each of these tickets, where there are any."""
    found: dict[int, int] = {}
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        query = select(ticket, func.count()).where(ticket.in_(some)).group_by(ticket)
        found.update((one, number) for one, number in await session.execute(query))
    return found


def as_ticket(row: TicketRow, files: int = 0, affected: int = 0) -> Ticket:
    return Ticket(
        id=row.id or 0,
        number=row.number,
        state=State(row.state),
        requester=row.requester_id,
        text=row.text,
        service=row.service,
        place=row.place,
        office=row.office,
        contact=row.contact,
        channel=row.channel,
        opened_at=row.opened_at,
        attended_from=row.attended_from,
        urgent=row.urgent,
        exception=ExceptionKind(row.exception) if row.exception else None,
        assignee=row.assignee_id,
        attachments=files,
        updated_at=row.updated_at,
        priority=Priority(row.priority),
        kind=Kind(row.kind) if row.kind else None,
        solution=Solution(row.solution) if row.solution else None,
        outcome=row.outcome,
        waiting_for=row.waiting_for,
        is_outage=row.is_outage,
        outage=row.outage_id,
        outage_from=row.outage_from,
        outage_until=row.outage_until,
        event_at=row.event_at,
        affected=affected,
        merged_into=row.merged_into_id,
        first_answer_at=row.first_answer_at,
        resolved_at=row.resolved_at,
        first_answer_due=row.first_answer_due,
        solution_due=row.solution_due,
        rating=row.rating,
        rating_comment=row.rating_comment,
        opened_by=row.opened_by,
        solved_by=row.solved_by,
    )


def is_live() -> ColumnElement[bool]:
    """Somebody still owes it something."""
    return col(TicketRow.state).in_(sorted(LIVE))


def is_solved() -> ColumnElement[bool]:
    return col(TicketRow.state).in_(sorted(SOLVED))


def rating_counts() -> ColumnElement[bool]:
    """Of a ticket that somebody else than its requester solved: `Ticket.rating_counts` for a query."""
    return col(TicketRow.solved_by).is_distinct_from(col(TicketRow.requester_id))


def ids_of(requester: int) -> Select[int | None]:
    """Of all tickets of a person, for the query of what stands beside them."""
    return select(col(TicketRow.id)).where(col(TicketRow.requester_id) == requester)
