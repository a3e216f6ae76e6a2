"""When something that must happen again and again happened last, in any process."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.storage.database import changed
from itgov_bot.storage.tables import PulseRow


class Pulse(StrEnum):
    ROUNDS = "rounds"
    """All rounds ran, and none failed."""
    HEARTBEAT = "heartbeat"
    """Whoever watches over the desk took our sign of life."""


async def beat(session: AsyncSession, pulse: Pulse, now: datetime) -> None:
    if await changed(session, update(PulseRow).where(col(PulseRow.name) == pulse).values(at=now)):
        return
    try:
        async with session.begin_nested():
            session.add(PulseRow(name=pulse, at=now))
    except IntegrityError:  # another process was faster, and as punctual
        return


async def last(session: AsyncSession, pulse: Pulse) -> datetime | None:
    row = await session.get(PulseRow, pulse)
    return row.at if row else None
