"""Updates that were already handled: a unique key each, so that a second arrival has no effect."""

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.storage.statements import prepared_if_new
from itgov_bot.storage.tables import SeenUpdateRow


class AlreadySeen(Exception):
    """This update's turn was done before, here or in another process."""


async def mark_seen(session: AsyncSession, key: str, now: datetime) -> None:
    """Raises AlreadySeen. The mark is committed with everything else that the turn does."""
    if not await _MARK.rows(session, {"key": key, "seen_at": now}):
        raise AlreadySeen(key)


_MARK = prepared_if_new(SeenUpdateRow, "key", "seen_at")


async def forget_seen_before(session: AsyncSession, moment: datetime) -> None:
    """Channels redeliver for a day at most; older marks only take room."""
    await session.execute(delete(SeenUpdateRow).where(col(SeenUpdateRow.seen_at) < moment))
