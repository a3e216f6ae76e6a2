"""What must happen once, whoever's turn it is: marks by name, and an instant that only moves on."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.storage.database import added, changed
from itgov_bot.storage.tables import PulseRow


async def mark_once(session: AsyncSession, name: str, at: datetime) -> bool:
    """Leaves a mark. False when it was there, also by another worker at the same time."""
    return await added(session, PulseRow(name=name, at=at))


async def last(session: AsyncSession, name: str) -> datetime | None:
    return (await session.execute(select(col(PulseRow.at)).where(col(PulseRow.name) == name))).scalar()


async def move_on(session: AsyncSession, name: str, since: datetime | None, to: datetime) -> bool:
    """Moves the instant of a name from where it was last seen. False when somebody else did, or it is there already."""
    if since is None:
        return await mark_once(session, name, to)
    where = (col(PulseRow.name) == name, col(PulseRow.at) == since, col(PulseRow.at) < to)
    return bool(await changed(session, update(PulseRow).where(*where).values(at=to)))


async def forget(session: AsyncSession, beginning: str, before: datetime) -> None:
    """The marks with such names that were left before."""
    where = (col(PulseRow.name).startswith(beginning, autoescape=True), col(PulseRow.at) < before)
    await session.execute(delete(PulseRow).where(*where))
