"""The outbox: replies posted with the change they speak of, claimed by a counted update, marked when sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar
from uuid import uuid4

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Integer,
    bindparam,
    case,
    delete,
    exists,
    func,
    or_,
    select,
    update,
)
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
    given = {"channels": channels, "now": now, "most": limit}
    found = (
        session.execute(_READY, given)
        if chat is None
        else session.execute(_READY_IN_CHAT, given | {"in_chat": chat})
    )
    return [_as_waiting(row) for row in (await found).scalars()]


async def chats_ready(
    session: AsyncSession, channel: str, now: datetime, limit: int
) -> list[tuple[str, bool]]:
    """The chats that something may leave to now, and whether it is urgent: those first. A long queue counts once."""
    given = {"channels": [channel], "now": now, "most": limit}
    return [(chat, bool(is_urgent)) for chat, is_urgent in await session.execute(_CHATS_READY, given)]


async def claim(session: AsyncSession, item: int, now: datetime) -> str | None:
    """Takes one item for sending; None when another worker has it or put it off. Counted, so exactly one wins.

    What comes back has to be shown to mark it: who took too long finds that it is no longer theirs.
    """
    token = uuid4().hex
    return token if await changed(session, _CLAIM, {"item": item, "now": now, "token": token}) else None


async def release_stale(session: AsyncSession, claimed_before: datetime) -> int:
    """Gives back what a worker claimed and never marked (it was killed): it will be sent again."""
    where = (*_unsent(), col(OutboxRow.claimed_at) < claimed_before)
    return await changed(session, update(OutboxRow).where(*where).values(claimed_at=None, claim=None))


async def release_all(session: AsyncSession) -> None:
    """Gives back every claim, whatever its time: the clock of a rehearsal may have been set back since."""
    await session.execute(update(OutboxRow).where(*_unsent()).values(claimed_at=None, claim=None))


async def mark_sent(session: AsyncSession, item: int, claim: str, now: datetime) -> bool:
    """False, as for the other marks, when the claim is no longer ours: then nothing is changed."""
    return bool(await changed(session, _SENT, {"item": item, "token": claim, "now": now}))


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


def _to(channel: str, chat: str) -> tuple[ColumnElement[bool], ...]:
    return (col(OutboxRow.channel) == channel, col(OutboxRow.chat) == chat, *_unsent())


def _unsent() -> tuple[ColumnElement[bool], ...]:
    return (col(OutboxRow.sent_at).is_(None), col(OutboxRow.failed_at).is_(None))


def _still_open() -> ColumnElement[bool]:
    sent, failed = _unsent()
    return sent & failed


def _kept_body() -> ColumnElement[str]:
    return case((col(OutboxRow.expires_at).is_(None), col(OutboxRow.body)), else_=EMPTY)


# What the delivery asks again and again. Made once: building such a statement takes as long as running it.

_EARLIER = aliased(OutboxRow)
_NOW: BindParameter[datetime] = bindparam("now")
_BLOCKED = exists().where(
    col(_EARLIER.channel) == col(OutboxRow.channel),
    col(_EARLIER.chat) == col(OutboxRow.chat),
    col(_EARLIER.id) < col(OutboxRow.id),
    col(_EARLIER.urgent) >= col(OutboxRow.urgent),
    col(_EARLIER.sent_at).is_(None),
    col(_EARLIER.failed_at).is_(None),
    or_(col(_EARLIER.due_at) > _NOW, col(_EARLIER.claimed_at).is_not(None)),
)
_UNCLAIMED = (*_unsent(), col(OutboxRow.claimed_at).is_(None), col(OutboxRow.due_at) <= _NOW)
_MAY_LEAVE = (
    *_UNCLAIMED,
    ~_BLOCKED,
    col(OutboxRow.channel).in_(bindparam("channels", expanding=True)),
)
_MOST = bindparam("most", type_=Integer())
_READY = (
    select(OutboxRow)
    .where(*_MAY_LEAVE)
    .order_by(col(OutboxRow.urgent).desc(), col(OutboxRow.id))
    .limit(_MOST)
)
_READY_IN_CHAT = _READY.where(col(OutboxRow.chat) == bindparam("in_chat"))
_CHATS_READY = (
    select(col(OutboxRow.chat), col(OutboxRow.urgent))
    .where(*_MAY_LEAVE)
    .group_by(col(OutboxRow.chat), col(OutboxRow.urgent))
    .order_by(col(OutboxRow.urgent).desc(), func.min(col(OutboxRow.id)))
    .limit(_MOST)
)
_CLAIM = (
    update(OutboxRow)
    .where(col(OutboxRow.id) == bindparam("item"), *_UNCLAIMED)
    .values(claimed_at=_NOW, claim=bindparam("token"), attempts=OutboxRow.attempts + 1)
    .execution_options(synchronize_session=False)
)
_SENT = (
    update(OutboxRow)
    .where(col(OutboxRow.id) == bindparam("item"), *_unsent(), col(OutboxRow.claim) == bindparam("token"))
    .values(sent_at=_NOW, body=_kept_body())
    .execution_options(synchronize_session=False)
)


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
