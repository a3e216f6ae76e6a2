"""What the cards in a chat were to show, by what was posted. Asked by the delivery."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.messages import Address
from itgov_bot.replies import Reply
from itgov_bot.storage.outbox import Waiting
from itgov_bot.storage.outbox_items import ReplyItem, WithdrawItem, read_item, reply_in
from itgov_bot.storage.tables import OutboxRow


async def newest(
    session: AsyncSession, waiting: Waiting[ReplyItem] | Waiting[WithdrawItem], card: str
) -> ReplyItem | WithdrawItem | None:
    """What a card is to show when its turn has come: its newest shape, or that it goes; None when that was shown, in
    front of this one."""
    query = (
        select(OutboxRow)
        .where(col(OutboxRow.channel) == waiting.address.channel, col(OutboxRow.chat) == waiting.address.chat)
        .where(col(OutboxRow.card) == card, col(OutboxRow.id) > waiting.id)
        .where(col(OutboxRow.failed_at).is_(None), col(OutboxRow.expires_at).is_(None))
        .order_by(col(OutboxRow.id).desc())
        .limit(1)
    )
    row = (await session.execute(query)).scalar_one_or_none()
    if row is None:
        return waiting.item
    item = read_item(row.kind, row.body) if row.sent_at is None else None
    return item if isinstance(item, ReplyItem | WithdrawItem) else None


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
    body = (await session.execute(query)).scalars().first()
    return reply_in(body) if body else None
