"""Counts for the health report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel, col

from itgov_bot.domain.tickets.ticket import LIVE
from itgov_bot.storage.tables import OutboxRow, PageRow, PersonRow, TicketRow, UnmatchedRow


@dataclass(frozen=True, slots=True)
class Counts:
    live_tickets: int
    untaken_pages: int
    waiting_replies: int
    failed_replies: int
    people: int
    unmatched: int


async def counts(session: AsyncSession, now: datetime) -> Counts:
    """Failed replies are those of the last 24 hours."""
    return Counts(
        live_tickets=await _count(session, TicketRow, col(TicketRow.state).in_(sorted(LIVE))),
        untaken_pages=await _count(session, PageRow, col(PageRow.taken_at).is_(None)),
        waiting_replies=await _count(
            session, OutboxRow, col(OutboxRow.sent_at).is_(None), col(OutboxRow.failed_at).is_(None)
        ),
        failed_replies=await _count(session, OutboxRow, col(OutboxRow.failed_at) > now - timedelta(hours=24)),
        people=await _count(session, PersonRow),
        unmatched=await _count(session, UnmatchedRow, col(UnmatchedRow.label).is_(None)),
    )


async def _count(session: AsyncSession, table: type[SQLModel], *where: ColumnElement[bool]) -> int:
    return int((await session.execute(select(func.count()).select_from(table).where(*where))).scalar_one())
