"""Counts for the health report."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.domain.health import Counts, Pulse, ReceiverCounts, Vitals
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.matters import TALKED_BEFORE
from itgov_bot.domain.tickets.ticket import NEW_DATE
from itgov_bot.messages import RECEIVER
from itgov_bot.storage import marks
from itgov_bot.storage.sending.outbox_items import ReplyItem
from itgov_bot.storage.sending.outbox_statements import unsent
from itgov_bot.storage.statements import number_of
from itgov_bot.storage.tables import (
    InboxRow,
    OutboxRow,
    PageRow,
    PersonRow,
    TicketEventRow,
    TicketRow,
    UnmatchedRow,
)
from itgov_bot.storage.ticket_reading import is_live

_TO_RECEIVER = and_(col(OutboxRow.channel) == RECEIVER.channel, col(OutboxRow.chat) == RECEIVER.chat)
_WAITS = and_(*unsent())


async def counts(session: AsyncSession, now: datetime) -> Counts:
    """Failed replies are those of the last 24 hours."""
    return Counts(
        live_tickets=await number_of(session, TicketRow, is_live()),
        untaken_pages=await number_of(session, PageRow, col(PageRow.taken_at).is_(None)),
        untaken_urgent=await number_of(session, TicketRow, *_unattended(now)),
        waiting_replies=await number_of(session, OutboxRow, ~_TO_RECEIVER, _WAITS),
        failed_replies=await number_of(
            session, OutboxRow, ~_TO_RECEIVER, col(OutboxRow.failed_at) > now - timedelta(hours=24)
        ),
        people=await number_of(session, PersonRow),
        unmatched=await number_of(session, UnmatchedRow, col(UnmatchedRow.label).is_(None)),
    )


async def of_receiver(session: AsyncSession, now: datetime) -> ReceiverCounts:
    waits = (_TO_RECEIVER, _WAITS)
    failed = (_TO_RECEIVER, col(OutboxRow.failed_at) > now - timedelta(hours=24))
    last = select(col(OutboxRow.failure)).where(*failed).order_by(col(OutboxRow.id).desc()).limit(1)
    return ReceiverCounts(
        waiting=await number_of(session, OutboxRow, *waits),
        oldest=await session.scalar(select(func.min(col(OutboxRow.posted_at))).where(*waits)),
        failed=await number_of(session, OutboxRow, *failed),
        reason=await session.scalar(last),
    )


async def vitals(session: AsyncSession, now: datetime) -> Vitals:
    is_page = (col(OutboxRow.urgent).is_(True), col(OutboxRow.kind) == ReplyItem.kind)
    undelivered = select(func.min(col(OutboxRow.posted_at))).where(*is_page, _WAITS)
    paged = col(TicketEventRow.kind) == EventKind.PAGED
    untaken = (
        select(func.min(col(TicketEventRow.at)))
        .join(PageRow, col(PageRow.ticket_id) == col(TicketEventRow.ticket_id))
        .where(paged, col(PageRow.taken_at).is_(None))
    )
    unsent = select(func.min(col(OutboxRow.posted_at))).where(~_TO_RECEIVER, _WAITS)
    return Vitals(
        unread=await session.scalar(select(func.min(col(InboxRow.kept_at)))),
        unsent=await session.scalar(unsent),
        undelivered=await session.scalar(undelivered),
        untaken=await session.scalar(untaken),
        unattended=await session.scalar(select(func.min(col(TicketRow.opened_at))).where(*_unattended(now))),
        rounds=await marks.last(session, Pulse.ROUNDS),
        heartbeat=await marks.last(session, Pulse.HEARTBEAT),
    )


def _unattended(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Urgent tickets that nobody has; an event that is still far off is planned, and none of them."""
    is_near = or_(col(TicketRow.event_at).is_(None), col(TicketRow.event_at) <= now + TALKED_BEFORE)
    has_date = or_(col(TicketRow.waiting_for).is_(None), col(TicketRow.waiting_for) != NEW_DATE)
    live = is_live()
    return live, col(TicketRow.urgent).is_(True), col(TicketRow.assignee_id).is_(None), is_near, has_date
