"""The forum topics of cases: opened once, also with several workers, and found again from either side."""

from __future__ import annotations

from sqlalchemy import ColumnElement, delete, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.messages import Address
from itgov_bot.storage.database import changed
from itgov_bot.storage.tables import TopicRow

_PREFIX = "ticket:"


def topic_of(ticket: int) -> str:
    """The thread of a case as it is posted: the delivery puts its real id in."""
    return f"{_PREFIX}{ticket}"


def ticket_of(thread: str | None) -> int | None:
    return int(thread.removeprefix(_PREFIX)) if thread and thread.startswith(_PREFIX) else None


async def find(session: AsyncSession, ticket: int, address: Address) -> str | None:
    """The thread kept for a case in a group: its id, or a mark of the delivery that is opening it."""
    row = await session.get(TopicRow, (ticket, address.channel, address.chat), populate_existing=True)
    return row.thread if row else None


async def begin(session: AsyncSession, ticket: int, address: Address, mark: str) -> bool:
    """Says that one is being opened; False when another worker said so first."""
    try:
        async with session.begin_nested():
            session.add(TopicRow(ticket_id=ticket, channel=address.channel, chat=address.chat, thread=mark))
    except IntegrityError:
        return False
    return True


async def put(session: AsyncSession, ticket: int, address: Address, was: str, thread: str) -> bool:
    """Sets the thread if it is still what it `was`."""
    where = (*_place(ticket, address), col(TopicRow.thread) == was)
    return bool(await changed(session, update(TopicRow).where(*where).values(thread=thread)))


async def forget(session: AsyncSession, ticket: int, address: Address, was: str) -> None:
    """The topic was deleted by hand: the next message of the case opens another."""
    await session.execute(delete(TopicRow).where(*_place(ticket, address), col(TopicRow.thread) == was))


async def move_chat(session: AsyncSession, channel: str, old: str, new: str) -> None:
    where = (col(TopicRow.channel) == channel, col(TopicRow.chat) == old)
    await session.execute(update(TopicRow).where(*where).values(chat=new))


def _place(ticket: int, address: Address) -> tuple[ColumnElement[bool], ...]:
    return (
        col(TopicRow.ticket_id) == ticket,
        col(TopicRow.channel) == address.channel,
        col(TopicRow.chat) == address.chat,
    )
