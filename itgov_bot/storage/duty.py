"""The pages of urgent tickets, and the chats with a purpose."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.messages import Address
from itgov_bot.storage.database import changed
from itgov_bot.storage.tables import DeskChatRow, PageRow
from itgov_bot.storage.topics import topic_of


@dataclass(frozen=True, slots=True)
class Page:
    """The paging of an urgent ticket: the step that was called last, and when the next one is called."""

    ticket: int
    step: int
    next_at: datetime | None
    taken_by: int | None
    taken_at: datetime | None


async def start_page(
    session: AsyncSession,
    ticket: int,
    step: int,
    next_at: datetime | None,
    *,
    called_at: datetime | None = None,
    other_ways_at: datetime | None = None,
) -> None:
    session.add(
        PageRow(
            ticket_id=ticket, step=step, next_at=next_at, called_at=called_at, other_ways_at=other_ways_at
        )
    )
    await session.flush()


async def due_pages(session: AsyncSession, now: datetime) -> list[Page]:
    query = select(PageRow).where(col(PageRow.next_at) <= now, col(PageRow.taken_at).is_(None))
    query = query.order_by(
        col(PageRow.ticket_id)
    )  # the same for two workers: neither waits for the other twice
    return [_as_page(row) for row in (await session.execute(query)).scalars()]


async def climb(
    session: AsyncSession,
    page: Page,
    step: int,
    next_at: datetime | None,
    *,
    called_at: datetime | None = None,
    other_ways_at: datetime | None = None,
) -> bool:
    """Notes that the next step was called; False when another worker did it or somebody took the ticket."""
    where = (
        col(PageRow.ticket_id) == page.ticket,
        col(PageRow.step) == page.step,
        col(PageRow.next_at) == page.next_at,
        col(PageRow.taken_at).is_(None),
    )
    called = {"step": step, "next_at": next_at, "called_at": called_at, "other_ways_at": other_ways_at}
    return bool(await changed(session, update(PageRow).where(*where).values(**called)))


async def stop_page(session: AsyncSession, ticket: int, taken_by: int | None, now: datetime) -> None:
    """Nobody is paged for this ticket any more: somebody took it, or it was cancelled."""
    values = {"next_at": None, "other_ways_at": None, "taken_by": taken_by, "taken_at": now}
    where = (col(PageRow.ticket_id) == ticket, col(PageRow.taken_at).is_(None))
    await session.execute(update(PageRow).where(*where).values(**values))


async def desk_chat(session: AsyncSession, purpose: str, ticket: int | None = None) -> Address | None:
    """The chat with a purpose. For a `ticket`, the topic of that ticket where the group has topics."""
    row = await session.get(DeskChatRow, purpose)
    if row is None:
        return None
    return Address(row.channel, row.chat, topic_of(ticket) if ticket and row.has_topics else None)


async def set_desk_chat(
    session: AsyncSession, purpose: str, address: Address, title: str, *, has_topics: bool = False
) -> None:
    row = DeskChatRow(
        purpose=purpose, channel=address.channel, chat=address.chat, title=title, has_topics=has_topics
    )
    await session.merge(row)
    await session.flush()


async def move_desk_chat(session: AsyncSession, channel: str, old: str, new: str) -> None:
    where = (col(DeskChatRow.channel) == channel, col(DeskChatRow.chat) == old)
    await session.execute(update(DeskChatRow).where(*where).values(chat=new))


async def forget_desk_chat(session: AsyncSession, channel: str, chat: str) -> str | None:
    """The chat is lost for its purpose. Its title; None when it had none, or somebody noticed it first."""
    where = (col(DeskChatRow.channel) == channel, col(DeskChatRow.chat) == chat)
    gone = delete(DeskChatRow).where(*where).returning(col(DeskChatRow.title))
    return (await session.execute(gone)).scalars().first()


def _as_page(row: PageRow) -> Page:
    return Page(row.ticket_id, row.step, row.next_at, row.taken_by, row.taken_at)
