"""Counts for the health report."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel, col

from itgov_bot.domain.health import Counts, ReceiverCounts
from itgov_bot.domain.tickets.ticket import LIVE
from itgov_bot.storage.outbox_items import WebhookItem
from itgov_bot.storage.tables import OutboxRow, PageRow, PersonRow, TicketRow, UnmatchedRow

_IS_WEBHOOK = col(OutboxRow.kind) == WebhookItem.kind


async def counts(session: AsyncSession, now: datetime) -> Counts:
    """Failed replies are those of the last 24 hours."""
    return Counts(
        live_tickets=await _count(session, TicketRow, col(TicketRow.state).in_(sorted(LIVE))),
        untaken_pages=await _count(session, PageRow, col(PageRow.taken_at).is_(None)),
        waiting_replies=await _count(
            session,
            OutboxRow,
            ~_IS_WEBHOOK,
            col(OutboxRow.sent_at).is_(None),
            col(OutboxRow.failed_at).is_(None),
        ),
        failed_replies=await _count(
            session, OutboxRow, ~_IS_WEBHOOK, col(OutboxRow.failed_at) > now - timedelta(hours=24)
        ),
        people=await _count(session, PersonRow),
        unmatched=await _count(session, UnmatchedRow, col(UnmatchedRow.label).is_(None)),
    )


async def of_receiver(session: AsyncSession, now: datetime) -> ReceiverCounts:
    waits = (_IS_WEBHOOK, col(OutboxRow.sent_at).is_(None), col(OutboxRow.failed_at).is_(None))
    failed = (_IS_WEBHOOK, col(OutboxRow.failed_at) > now - timedelta(hours=24))
    last = select(col(OutboxRow.failure)).where(*failed).order_by(col(OutboxRow.id).desc()).limit(1)
    return ReceiverCounts(
        waiting=await _count(session, OutboxRow, *waits),
        oldest=await session.scalar(select(func.min(col(OutboxRow.posted_at))).where(*waits)),
        failed=await _count(session, OutboxRow, *failed),
        reason=await session.scalar(last),
    )


async def _count(session: AsyncSession, table: type[SQLModel], *where: ColumnElement[bool]) -> int:
    return int((await session.execute(select(func.count()).select_from(table).where(*where))).scalar_one())
