"""The forum topics of tickets: opened once, also with several workers. Each change is counted, so exactly one wins."""

from datetime import datetime

from sqlalchemy import ColumnElement, delete, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.messages import Address
from itgov_bot.records import dataclass
from itgov_bot.storage.statements import added, changed
from itgov_bot.storage.tables import TopicRow

_PREFIX = "ticket:"


@dataclass(frozen=True, slots=True)
class Topic:
    """What is known of a ticket's topic in a group.

    It has a `thread`, or a worker is opening it since an instant, or the group refused it until an instant.
    `title` and `closed` are what people see (the title is None when that was never kept).
    """

    thread: str | None = None
    title: str | None = None
    closed: bool = False
    opening_since: datetime | None = None
    refused_until: datetime | None = None


def topic_of(ticket: int) -> str:
    """The thread of a ticket as it is posted: the delivery puts its real id in."""
    return f"{_PREFIX}{ticket}"


def ticket_of(thread: str | None) -> int | None:
    return int(thread.removeprefix(_PREFIX)) if thread and thread.startswith(_PREFIX) else None


async def find(session: AsyncSession, ticket: int, group: Address) -> Topic | None:
    row = await session.get(TopicRow, (ticket, group.channel, group.chat), populate_existing=True)
    if row is None:
        return None
    return Topic(row.thread, row.title, row.closed, row.opening_since, row.refused_until)


async def begin(
    session: AsyncSession, ticket: int, group: Address, known: Topic | None, now: datetime
) -> bool:
    """Says that one is being opened since `now`; False when another worker changed what is `known` first."""
    if known is None:
        return await _insert(session, ticket, group, now)
    where = (*_place(ticket, group), *_still(known))
    values = {"thread": None, "opening_since": now, "refused_until": None}
    return await changed(session, update(TopicRow).where(*where).values(**values))


async def set_opened(
    session: AsyncSession, ticket: int, group: Address, since: datetime, thread: str, title: str
) -> None:
    """The opening that began at `since` gave a thread, which is open."""
    values = {"thread": thread, "title": title, "closed": False, "opening_since": None}
    await _end_opening(session, ticket, group, since, values)


async def set_refused(
    session: AsyncSession, ticket: int, group: Address, since: datetime, until: datetime
) -> None:
    """The group does not let us open one: not asked again before `until`."""
    await _end_opening(session, ticket, group, since, {"opening_since": None, "refused_until": until})


async def set_shown(
    session: AsyncSession, ticket: int, group: Address, thread: str, title: str, *, closed: bool
) -> None:
    """What people see of the topic now."""
    where = (*_place(ticket, group), col(TopicRow.thread) == thread)
    await session.execute(update(TopicRow).where(*where).values(title=title, closed=closed))


async def forget(session: AsyncSession, ticket: int, group: Address, known: Topic) -> None:
    """Deleted by hand, or its opening failed: the next message of the ticket opens another."""
    await session.execute(delete(TopicRow).where(*_place(ticket, group), *_still(known)))


async def move_chat(session: AsyncSession, channel: str, old: str, new: str) -> None:
    where = (col(TopicRow.channel) == channel, col(TopicRow.chat) == old)
    await session.execute(update(TopicRow).where(*where).values(chat=new))


async def _insert(session: AsyncSession, ticket: int, group: Address, now: datetime) -> bool:
    return await added(
        session, TopicRow(ticket_id=ticket, channel=group.channel, chat=group.chat, opening_since=now)
    )


async def _end_opening(
    session: AsyncSession, ticket: int, group: Address, since: datetime, values: dict[str, object]
) -> None:
    where = (*_place(ticket, group), *_still(Topic(opening_since=since)))
    await session.execute(update(TopicRow).where(*where).values(**values))


def _place(ticket: int, group: Address) -> tuple[ColumnElement[bool], ...]:
    return (
        col(TopicRow.ticket_id) == ticket,
        col(TopicRow.channel) == group.channel,
        col(TopicRow.chat) == group.chat,
    )


def _still(known: Topic) -> tuple[ColumnElement[bool], ...]:
    """Nobody else opened it, began to, or was refused meanwhile."""
    return (
        col(TopicRow.thread).is_not_distinct_from(known.thread),
        col(TopicRow.opening_since).is_not_distinct_from(known.opening_since),
        col(TopicRow.refused_until).is_not_distinct_from(known.refused_until),
    )
