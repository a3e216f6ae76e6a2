"""A clock that ran ahead and was set right: what was posted, put off or claimed meanwhile must not wait for that day."""

from datetime import datetime, timedelta

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.storage.tables import OutboxRow

SLACK = timedelta(minutes=10)
"""Two machines of one desk may differ, and a send of another may be under way."""
LONGEST_WAIT = timedelta(hours=2)
"""Nobody asks for a longer one; should somebody, they are asked again sooner and say so."""


async def set_right(session: AsyncSession, now: datetime) -> None:
    unsent = (col(OutboxRow.sent_at).is_(None), col(OutboxRow.failed_at).is_(None))
    ahead = now + SLACK
    for where, values in (
        (col(OutboxRow.posted_at) > ahead, {"posted_at": now, "due_at": now}),
        (col(OutboxRow.due_at) > now + LONGEST_WAIT, {"due_at": now}),
        (col(OutboxRow.claimed_at) > ahead, {"claimed_at": None, "claim": None}),
    ):
        await session.execute(update(OutboxRow).where(*unsent, where).values(**values))
