"""What stands in a chat because we sent it: the ticket that a message is about, and the card that it shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.messages import Address
from itgov_bot.storage.database import replacing
from itgov_bot.storage.tables import SentMessageRow


async def forget_before(session: AsyncSession, moment: datetime) -> None:
    """What old messages are about. A card that is still edited is as young as its last shape."""
    await session.execute(delete(SentMessageRow).where(col(SentMessageRow.sent_at) < moment))


@dataclass(frozen=True, slots=True)
class About:
    """What a message of ours (`ref`, where it was sent) is about, and the card that it shows."""

    address: Address
    ref: str
    ticket: int | None
    card: str | None = None
    fingerprint: str | None = None


async def remember(session: AsyncSession, messages: Sequence[About], now: datetime) -> None:
    """The newest shape of a card replaces the older one."""
    rows = [
        {
            "channel": one.address.channel,
            "chat": one.address.chat,
            "ref": one.ref,
            "ticket_id": one.ticket,
            "card": one.card,
            "fingerprint": one.fingerprint,
            "sent_at": now,
        }
        for one in messages
    ]
    await session.execute(replacing(session, SentMessageRow), rows)


async def ticket_of(session: AsyncSession, address: Address, ref: str) -> int | None:
    row = await session.get(SentMessageRow, (address.channel, address.chat, ref))
    return row.ticket_id if row else None


async def about(session: AsyncSession, address: Address, ref: str) -> tuple[int | None, str | None] | None:
    """The ticket and the card of a message of ours; None when it is not one."""
    row = await session.get(SentMessageRow, (address.channel, address.chat, ref))
    return (row.ticket_id, row.card) if row else None


async def forget_card(session: AsyncSession, address: Address, card: str) -> None:
    """The message that showed a card is gone: the next one is a new message."""
    where = (
        col(SentMessageRow.channel) == address.channel,
        col(SentMessageRow.chat) == address.chat,
        col(SentMessageRow.card) == card,
    )
    await session.execute(update(SentMessageRow).where(*where).values(card=None))


async def all_showing(session: AsyncSession, address: Address, card: str) -> list[str]:
    """Every message that shows a card in a chat: one that could not be edited was followed by another."""
    query = select(col(SentMessageRow.ref)).where(
        col(SentMessageRow.channel) == address.channel,
        col(SentMessageRow.chat) == address.chat,
        col(SentMessageRow.card) == card,
    )
    return list((await session.execute(query)).scalars())


async def showing(session: AsyncSession, address: Address, card: str) -> tuple[str, str | None] | None:
    """The message that shows a card in a chat, and the fingerprint of what it shows."""
    query = (
        select(SentMessageRow)
        .where(
            col(SentMessageRow.channel) == address.channel,
            col(SentMessageRow.chat) == address.chat,
            col(SentMessageRow.card) == card,
        )
        .order_by(col(SentMessageRow.sent_at).desc())
    )
    row = (await session.execute(query)).scalars().first()
    return (row.ref, row.fingerprint) if row else None
