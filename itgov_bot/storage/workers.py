"""The processes that share the work: each says that it is there, and what one claimed is free again when it is not."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.storage import inbox
from itgov_bot.storage.sending import outbox
from itgov_bot.storage.tables import WorkerRow

HOLDS = timedelta(seconds=40)
"""A worker that was not heard of for so long has died. By the clock of the machine, whatever the desk's clock says."""


async def say_there(session: AsyncSession, worker: str, now: datetime) -> None:
    await session.merge(WorkerRow(name=worker, seen_at=now))


async def is_only(session: AsyncSession, worker: str) -> None:
    """At the start of a desk that is one process: whoever else was there has died, whatever the clock says."""
    await session.execute(delete(WorkerRow).where(col(WorkerRow.name) != worker))


async def bury(session: AsyncSession, now: datetime) -> None:
    """Gives back what the dead had claimed."""
    await session.execute(delete(WorkerRow).where(col(WorkerRow.seen_at) < now - HOLDS))
    alive = select(col(WorkerRow.name)).scalar_subquery()
    await outbox.release_of_dead(session, alive)
    await inbox.release_of_dead(session, alive)


async def leave(session: AsyncSession, worker: str, now: datetime) -> None:
    """What it still has claimed is the others' at once."""
    await session.execute(delete(WorkerRow).where(col(WorkerRow.name) == worker))
    await bury(session, now)
