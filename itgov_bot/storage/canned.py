"""Answers that were kept from the chat, and the solutions of earlier tickets that may be one again."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.canned import Canned, Use
from itgov_bot.domain.tickets.ticket import OF_DESK, Ticket
from itgov_bot.storage import ticket_reading
from itgov_bot.storage.statements import changed, inserted
from itgov_bot.storage.tables import CannedRow, TicketRow
from itgov_bot.storage.ticket_reading import is_solved


async def add(
    session: AsyncSession,
    label: str,
    text: str,
    use: Use | None,
    service: str | None,
    by: int,
    now: datetime,
) -> Canned:
    row = await inserted(
        session, CannedRow(label=label, text=text, use=use, service=service, kept_by=by, kept_at=now)
    )
    return _as_canned(row)


async def everything(session: AsyncSession) -> list[Canned]:
    """The newest first."""
    query = select(CannedRow).order_by(col(CannedRow.id).desc())
    return [_as_canned(row) for row in await session.scalars(query)]


async def find(session: AsyncSession, canned: int) -> Canned | None:
    row = await session.get(CannedRow, canned, populate_existing=True)
    return _as_canned(row) if row else None


async def put(session: AsyncSession, canned: int, by: int, now: datetime, **columns: object) -> bool:
    """False when it is gone."""
    values = {**columns, "kept_by": by, "kept_at": now}
    return await changed(session, update(CannedRow).where(col(CannedRow.id) == canned).values(**values))


async def drop(session: AsyncSession, canned: int) -> bool:
    return await changed(session, delete(CannedRow).where(col(CannedRow.id) == canned))


async def forget_keeper(session: AsyncSession, person: int) -> None:
    where = col(CannedRow.kept_by) == person
    await session.execute(update(CannedRow).where(where).values(kept_by=None))


async def solved_of_service(session: AsyncSession, service: str, limit: int) -> Sequence[Ticket]:
    """What the desk solved of a service, the newest first."""
    return await ticket_reading.found(
        session,
        col(TicketRow.service) == service,
        is_solved(),
        col(TicketRow.solution).in_(OF_DESK),
        col(TicketRow.outcome).is_not(None),
        col(TicketRow.merged_into_id).is_(None),
        order=ticket_reading.NEWEST_FIRST,
        limit=limit,
    )


def _as_canned(row: CannedRow) -> Canned:
    uses = (Use(row.use),) if row.use else tuple(Use)
    services = (row.service,) if row.service else ()
    return Canned(
        key=str(row.id), label=row.label, text=row.text, uses=uses, services=services, kept_by=row.kept_by
    )
