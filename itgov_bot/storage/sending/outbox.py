"""The outbox: replies posted with the change they speak of, claimed by a worker, marked when sent.

A claim is the name of the process that sends the item (`Database.worker`). What is posted where a delivery runs is
claimed at once, unless something that is not its own waits for the same chat: then its place in the queue decides.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from datetime import datetime
from typing import Generic, TypeVar

from sqlalchemy import (
    ColumnElement,
    case,
    delete,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.messages import Address
from itgov_bot.records import dataclass
from itgov_bot.replies import Reply
from itgov_bot.storage.sending.outbox_items import AnyItem, Item, ReplyItem, WithdrawItem, read_item, reply_in
from itgov_bot.storage.sending.outbox_statements import (
    CHATS_READY,
    EMPTY,
    LAST_REPLIES,
    POST,
    READY,
    READY_IN_CHAT,
    SENT,
    unsent,
)
from itgov_bot.storage.statements import changed
from itgov_bot.storage.tables import OutboxRow

_QUIET = {"synchronize_session": False}

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

    @property
    def is_card(self) -> bool:
        """It shows a card, which the next shape of it makes old."""
        return isinstance(self.item, ReplyItem) and self.item.reply.card is not None


@dataclass(slots=True)
class Posted:
    """What a transaction posts where a delivery runs, which `takes` it over after the commit.

    Where none runs, or it has its hands full (then there is no `worker`), an item waits until it is looked for.
    """

    worker: str | None = None
    takes: Callable[[Sequence[Waiting[AnyItem]]], None] = lambda items: None
    items: list[Waiting[AnyItem]] = field(default_factory=list)

    def hand_on(self) -> None:
        if self.items:
            self.takes(self.items)


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
    hands: Posted = session.info.get("hands") or Posted()
    values = {
        "channel": address.channel,
        "chat": address.chat,
        "thread": address.thread,
        "kind": item.kind,
        "body": item.to_body(),
        "urgent": urgent,
        "ticket_id": ticket,
        "card": _card(item),
        "posted_at": now,
        "due_at": now,
        "expires_at": expires_at,
        "worker": hands.worker,
    }
    [(posted, claim)] = await POST.rows(session, values)
    hands.items.append(Waiting(posted, address, item, urgent, ticket, 0, now, expires_at, claim or ""))


async def ready(
    session: AsyncSession, channels: Sequence[str], now: datetime, limit: int, chat: str | None = None
) -> list[Waiting[AnyItem]]:
    """What may leave now (to one `chat`), urgent first, then in the order of posting.

    An item waits behind an earlier one of its chat that is put off or on its way, so that a chat is read in order;
    only an urgent one overtakes what is not urgent.
    """
    asked = {"channels": channels, "now": now, "most": limit, "in_chat": chat}
    return [_as_waiting(row) for row in await (READY_IN_CHAT if chat else READY).rows(session, asked)]


async def chats_ready(
    session: AsyncSession, channel: str, now: datetime, limit: int
) -> list[tuple[str, bool]]:
    """The chats that something may leave to now, and whether it is urgent: those first. A long queue counts once."""
    asked = {"channels": [channel], "now": now, "most": limit}
    return [(chat, bool(is_urgent)) for chat, is_urgent in await CHATS_READY.rows(session, asked)]


async def claim(session: AsyncSession, items: Sequence[int], worker: str, now: datetime) -> set[int]:
    """Takes items for sending; those that another worker has or put off are not among those that come back.

    The name has to be shown to mark them: who took too long finds that they are no longer theirs.
    """
    values = {"claim": worker, "attempts": OutboxRow.attempts + 1}
    is_free = (*unsent(), col(OutboxRow.claim).is_(None), col(OutboxRow.due_at) <= now)
    where = (col(OutboxRow.id).in_(items), *is_free)
    taken = update(OutboxRow).where(*where).values(**values).returning(col(OutboxRow.id))
    return {item for item in await session.scalars(taken.execution_options(**_QUIET)) if item}


async def mark_sent(session: AsyncSession, items: Sequence[int], claim: str, now: datetime) -> int:
    """How many of them are still claimed by us, as the other marks say it: nothing else is changed."""
    return len(await SENT.rows(session, {"items": items, "token": claim, "now": now}))


async def still_ours(session: AsyncSession, waiting: Waiting[AnyItem]) -> Waiting[AnyItem] | None:
    """An item that was held for a while, as it stands now; None when it is gone, or no longer ours."""
    query = select(OutboxRow).where(
        col(OutboxRow.id) == waiting.id, *unsent(), col(OutboxRow.claim) == waiting.claim
    )
    row = await session.scalar(query)
    return replace(_as_waiting(row), claim=waiting.claim, attempts=waiting.attempts) if row else None


async def give_back_untried(session: AsyncSession, items: Sequence[int], claim: str) -> None:
    """Items that were claimed and have to wait behind another."""
    where = (col(OutboxRow.id).in_(items), col(OutboxRow.claim) == claim)
    values = {"claim": None, "attempts": OutboxRow.attempts - 1}
    await session.execute(update(OutboxRow).where(*where).values(**values).execution_options(**_QUIET))


async def mark_failed(session: AsyncSession, item: int, claim: str, reason: str, now: datetime) -> bool:
    values = {"failed_at": now, "failure": reason[:500], "body": _kept_body()}
    return await _mark(session, item, claim, values)


async def put_off(session: AsyncSession, item: int, claim: str, until: datetime, reason: str) -> bool:
    values = {"claim": None, "due_at": until, "failure": reason[:500]}
    return await _mark(session, item, claim, values)


async def give_back(session: AsyncSession, item: int, claim: str) -> bool:
    """Unsent, to be sent at once: it goes to another address."""
    return await _mark(session, item, claim, {"claim": None})


async def move_chat(session: AsyncSession, channel: str, old: str, new: str) -> None:
    """What waits for a chat follows it to its new id; what is on its way is its owner's to move."""
    where = (*_to(channel, old), col(OutboxRow.claim).is_(None))
    await session.execute(update(OutboxRow).where(*where).values(chat=new))


async def unsent_to(session: AsyncSession, address: Address) -> list[Waiting[AnyItem]]:
    """What has not left for a chat, also what is on its way, in the order of posting."""
    query = select(OutboxRow).where(*_to(address.channel, address.chat)).order_by(col(OutboxRow.id))
    return [_as_waiting(row) for row in await session.scalars(query)]


async def fail_all_to(session: AsyncSession, channel: str, chat: str, reason: str, now: datetime) -> None:
    """Nothing more can reach this chat: what still waits for it is marked, not tried one by one."""
    where = (*_to(channel, chat), col(OutboxRow.claim).is_(None))
    await session.execute(update(OutboxRow).where(*where).values(failed_at=now, failure=reason[:500]))


async def last_replies(session: AsyncSession, address: Address, limit: int) -> list[Reply]:
    """What was last said at an address, the newest first: a number or a label typed there means its choices.

    What cannot be read is left out.
    """
    asked = {"channel": address.channel, "chat": address.chat, "most": limit}
    said = [reply_in(body) for (body,) in await LAST_REPLIES.rows(session, asked)]
    return [one for one in said if one is not None]


async def forget_sent_before(session: AsyncSession, moment: datetime) -> None:
    await session.execute(delete(OutboxRow).where(col(OutboxRow.posted_at) < moment, ~_still_open()))


def _card(item: Item) -> str | None:
    if isinstance(item, WithdrawItem):
        return item.card
    return item.reply.card if isinstance(item, ReplyItem) else None


async def _mark(session: AsyncSession, item: int, claim: str, values: Mapping[str, object]) -> bool:
    where = (col(OutboxRow.id) == item, *unsent(), col(OutboxRow.claim) == claim)
    return await changed(session, update(OutboxRow).where(*where).values(**values))


def _to(channel: str, chat: str) -> tuple[ColumnElement[bool], ...]:
    return (col(OutboxRow.channel) == channel, col(OutboxRow.chat) == chat, *unsent())


def _still_open() -> ColumnElement[bool]:
    sent, failed = unsent()
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
