"""The outbox: replies posted with the change they speak of, claimed by a counted update, marked when sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar
from uuid import uuid4

from sqlalchemy import ColumnElement, case, delete, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased
from sqlmodel import col

from itgov_bot.messages import Address, Reply
from itgov_bot.storage.database import changed
from itgov_bot.storage.outbox_items import AnyItem, Item, ReplyItem, read_item
from itgov_bot.storage.tables import OutboxRow

EMPTY = Reply("").to_json()

ItemType = TypeVar("ItemType", bound=AnyItem, covariant=True)


@dataclass(frozen=True, slots=True)
class Waiting(Generic[ItemType]):
    """A posted item that has not left yet, with its address and its place in the queue."""

    id: int
    address: Address
    item: ItemType
    urgent: bool
    ticket: int | None
    attempts: int
    due_at: datetime
    expires_at: datetime | None = None
    claim: str = ""
    """Whose it is while it is being sent; only they may mark it."""


async def post(
    session: AsyncSession,
    address: Address,
    item: Item,
    now: datetime,
    *,
    urgent: bool = False,
    ticket: int | None = None,
    expires_at: datetime | None = None,
) -> None:
    """What has an end (a one-time code) is not sent after it, and its text is not kept once it is out of the way."""
    session.add(
        OutboxRow(
            channel=address.channel,
            chat=address.chat,
            thread=address.thread,
            kind=item.kind,
            body=item.to_body(),
            urgent=urgent,
            ticket_id=ticket,
            card=item.reply.card if isinstance(item, ReplyItem) else None,
            posted_at=now,
            due_at=now,
            expires_at=expires_at,
        )
    )
    await session.flush()


async def ready(
    session: AsyncSession, channels: Sequence[str], now: datetime, limit: int, chat: str | None = None
) -> list[Waiting[AnyItem]]:
    """What may leave now (to one `chat`), urgent first, then in the order of posting.

    An item waits behind an earlier one of its chat that is put off or on its way, so that a chat is read in order;
    only an urgent one overtakes what is not urgent.
    """
    where = (*_may_leave(now), col(OutboxRow.channel).in_(channels))
    if chat is not None:
        where += (col(OutboxRow.chat) == chat,)
    query = (
        select(OutboxRow).where(*where).order_by(col(OutboxRow.urgent).desc(), col(OutboxRow.id)).limit(limit)
    )
    return [_as_waiting(row) for row in (await session.execute(query)).scalars()]


async def chats_ready(
    session: AsyncSession, channel: str, now: datetime, limit: int
) -> list[tuple[str, bool]]:
    """The chats that something may leave to now, and whether it is urgent: those first. A long queue counts once."""
    chat, urgent = col(OutboxRow.chat), col(OutboxRow.urgent)
    query = (
        select(chat, urgent)
        .where(*_may_leave(now), col(OutboxRow.channel) == channel)
        .group_by(chat, urgent)
        .order_by(urgent.desc(), func.min(col(OutboxRow.id)))
        .limit(limit)
    )
    return [(one, bool(is_urgent)) for one, is_urgent in await session.execute(query)]


async def claim(session: AsyncSession, item: int, now: datetime) -> str | None:
    """Takes one item for sending; None when another worker has it or put it off. Counted, so exactly one wins.

    What comes back has to be shown to mark it: who took too long finds that it is no longer theirs.
    """
    where = (
        col(OutboxRow.id) == item,
        *_unsent(),
        col(OutboxRow.claimed_at).is_(None),
        col(OutboxRow.due_at) <= now,
    )
    token = uuid4().hex
    values = {"claimed_at": now, "claim": token, "attempts": OutboxRow.attempts + 1}
    return token if await changed(session, update(OutboxRow).where(*where).values(**values)) else None


async def release_stale(session: AsyncSession, claimed_before: datetime) -> int:
    """Gives back what a worker claimed and never marked (it was killed): it will be sent again."""
    where = (*_unsent(), col(OutboxRow.claimed_at) < claimed_before)
    return await changed(session, update(OutboxRow).where(*where).values(claimed_at=None, claim=None))


async def release_all(session: AsyncSession) -> None:
    """Gives back every claim, whatever its time: the clock of a rehearsal may have been set back since."""
    await session.execute(update(OutboxRow).where(*_unsent()).values(claimed_at=None, claim=None))


async def mark_sent(session: AsyncSession, item: int, claim: str, now: datetime) -> bool:
    """False, as for the other marks, when the claim is no longer ours: then nothing is changed."""
    return await _mark(session, item, claim, {"sent_at": now, "body": _kept_body()})


async def mark_failed(session: AsyncSession, item: int, claim: str, reason: str, now: datetime) -> bool:
    values = {"failed_at": now, "failure": reason[:500], "body": _kept_body()}
    return await _mark(session, item, claim, values)


async def put_off(session: AsyncSession, item: int, claim: str, until: datetime, reason: str) -> bool:
    values = {"claimed_at": None, "claim": None, "due_at": until, "failure": reason[:500]}
    return await _mark(session, item, claim, values)


async def give_back(session: AsyncSession, item: int, claim: str) -> bool:
    """Unsent, to be sent at once: it goes to another address."""
    return await _mark(session, item, claim, {"claimed_at": None, "claim": None})


async def move_chat(session: AsyncSession, channel: str, old: str, new: str) -> None:
    """What waits for a chat follows it to its new id; what is on its way is its owner's to move."""
    where = (*_to(channel, old), col(OutboxRow.claimed_at).is_(None))
    await session.execute(update(OutboxRow).where(*where).values(chat=new))


async def unsent_to(session: AsyncSession, address: Address) -> list[Waiting[AnyItem]]:
    """What has not left for a chat, also what is on its way, in the order of posting."""
    query = select(OutboxRow).where(*_to(address.channel, address.chat)).order_by(col(OutboxRow.id))
    return [_as_waiting(row) for row in (await session.execute(query)).scalars()]


async def fail_all_to(session: AsyncSession, channel: str, chat: str, reason: str, now: datetime) -> None:
    """Nothing more can reach this chat: what still waits for it is marked, not tried one by one."""
    where = (*_to(channel, chat), col(OutboxRow.claimed_at).is_(None))
    await session.execute(update(OutboxRow).where(*where).values(failed_at=now, failure=reason[:500]))


async def last_replies(session: AsyncSession, address: Address, limit: int) -> list[Reply]:
    """What was last said at an address, the newest first: a number or a label typed there means its choices."""
    query = (
        select(col(OutboxRow.body))
        .where(
            col(OutboxRow.channel) == address.channel,
            col(OutboxRow.chat) == address.chat,
            col(OutboxRow.kind) == ReplyItem.kind,
        )
        .order_by(col(OutboxRow.id).desc())
        .limit(limit)
    )
    return [Reply.from_json(body) for body in (await session.execute(query)).scalars()]


async def forget_sent_before(session: AsyncSession, moment: datetime) -> None:
    await session.execute(delete(OutboxRow).where(col(OutboxRow.posted_at) < moment, ~_still_open()))


async def last_of_card(session: AsyncSession, address: Address, card: str) -> Reply | None:
    """What a card said last in a chat."""
    query = (
        select(col(OutboxRow.body))
        .where(
            col(OutboxRow.channel) == address.channel,
            col(OutboxRow.chat) == address.chat,
            col(OutboxRow.card) == card,
            col(OutboxRow.kind) == ReplyItem.kind,
        )
        .order_by(col(OutboxRow.id).desc())
        .limit(1)
    )
    body = (await session.execute(query)).scalars().first()
    return Reply.from_json(body) if body else None


async def _mark(session: AsyncSession, item: int, claim: str, values: Mapping[str, object]) -> bool:
    where = (col(OutboxRow.id) == item, *_unsent(), col(OutboxRow.claim) == claim)
    return bool(await changed(session, update(OutboxRow).where(*where).values(**values)))


_EARLIER = aliased(OutboxRow)


def _may_leave(now: datetime) -> tuple[ColumnElement[bool], ...]:
    earlier = _EARLIER
    blocked = exists().where(
        col(earlier.channel) == col(OutboxRow.channel),
        col(earlier.chat) == col(OutboxRow.chat),
        col(earlier.id) < col(OutboxRow.id),
        col(earlier.urgent) >= col(OutboxRow.urgent),
        col(earlier.sent_at).is_(None),
        col(earlier.failed_at).is_(None),
        or_(col(earlier.due_at) > now, col(earlier.claimed_at).is_not(None)),
    )
    return (*_unsent(), col(OutboxRow.claimed_at).is_(None), col(OutboxRow.due_at) <= now, ~blocked)


def _to(channel: str, chat: str) -> tuple[ColumnElement[bool], ...]:
    return (col(OutboxRow.channel) == channel, col(OutboxRow.chat) == chat, *_unsent())


def _unsent() -> tuple[ColumnElement[bool], ...]:
    return (col(OutboxRow.sent_at).is_(None), col(OutboxRow.failed_at).is_(None))


def _still_open() -> ColumnElement[bool]:
    sent, failed = _unsent()
    return sent & failed


def _kept_body() -> ColumnElement[str]:
    return case((col(OutboxRow.expires_at).is_(None), col(OutboxRow.body)), else_=EMPTY)


def _as_waiting(row: OutboxRow) -> Waiting[AnyItem]:
    assert row.id is not None
    return Waiting(
        id=row.id,
        address=Address(row.channel, row.chat, row.thread),
        item=read_item(row.kind, row.body),
        urgent=row.urgent,
        ticket=row.ticket_id,
        attempts=row.attempts,
        due_at=row.due_at,
        expires_at=row.expires_at,
    )
