"""What the cards in a chat were to show, by what was posted. Asked by the delivery."""

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.messages import Address
from itgov_bot.replies import Reply
from itgov_bot.storage.prepared import Prepared
from itgov_bot.storage.sending.outbox import Waiting
from itgov_bot.storage.sending.outbox_items import ReplyItem, WithdrawItem, read_item, reply_in
from itgov_bot.storage.statements import table_of
from itgov_bot.storage.tables import OutboxRow


async def newest(
    session: AsyncSession, waiting: Waiting[ReplyItem] | Waiting[WithdrawItem], card: str
) -> ReplyItem | WithdrawItem | None:
    """What a card is to show when its turn has come: its newest shape, or that it goes; None when that was shown, in
    front of this one."""
    there = {"channel": waiting.address.channel, "chat": waiting.address.chat}
    found = await _NEWEST.rows(session, {**there, "card": card, "shown": waiting.id})
    if not found:
        return waiting.item
    [row] = found
    item = read_item(row.kind, row.body) if row.sent_at is None else None
    return item if isinstance(item, ReplyItem | WithdrawItem) else None


_TABLE = table_of(OutboxRow)
_NEWEST = Prepared(
    select(_TABLE.c.kind, _TABLE.c.body, _TABLE.c.sent_at)
    .where(*(_TABLE.c[name] == bindparam(name) for name in ("channel", "chat", "card")))
    .where(_TABLE.c.id > bindparam("shown"), _TABLE.c.failed_at.is_(None), _TABLE.c.expires_at.is_(None))
    .order_by(_TABLE.c.id.desc())
    .limit(1)
)


async def last(session: AsyncSession, address: Address, card: str) -> Reply | None:
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
    body = await session.scalar(query)
    return reply_in(body) if body else None
