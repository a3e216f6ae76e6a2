"""What happened when, by name and in whichever process: what must happen once, and what must happen again and again."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, delete, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.storage.statements import added, changed, prepared_look
from itgov_bot.storage.tables import MarkRow


async def mark_once(session: AsyncSession, name: str, at: datetime) -> bool:
    """Leaves a mark. False when it was there, also by another worker at the same time."""
    return await added(session, MarkRow(name=name, at=at))


async def renew(session: AsyncSession, name: str, at: datetime) -> None:
    """It happened again: the last time counts. Where another process is faster, it was as punctual."""
    if not await changed(session, update(MarkRow).where(col(MarkRow.name) == name).values(at=at)):
        await mark_once(session, name, at)


async def move_on(session: AsyncSession, name: str, since: datetime | None, to: datetime) -> bool:
    """Moves the instant of a name from where it was last seen. False when somebody else did, or it is there already."""
    if since is None:
        return await mark_once(session, name, to)
    where = (col(MarkRow.name) == name, col(MarkRow.at) == since, col(MarkRow.at) < to)
    return await changed(session, update(MarkRow).where(*where).values(at=to))


async def last(session: AsyncSession, name: str) -> datetime | None:
    found = await _LAST.rows(session, {"name": name})
    return found[0].at if found else None


_LAST = prepared_look(MarkRow)


async def forget_before(beginning: str, session: AsyncSession, when: datetime) -> None:
    """The marks whose names begin so and that were left before."""
    await session.execute(delete(MarkRow).where(_begins(beginning), col(MarkRow.at) < when))


async def forget_besides(session: AsyncSession, beginning: str, names: Collection[str]) -> None:
    """The marks whose names begin so, but for these."""
    await session.execute(delete(MarkRow).where(_begins(beginning), col(MarkRow.name).not_in(names)))


def _begins(beginning: str) -> ColumnElement[bool]:
    return col(MarkRow.name).startswith(beginning, autoescape=True)
