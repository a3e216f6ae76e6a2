"""A clock that ran ahead and was set right: what was posted or put off meanwhile must not wait for that day."""

from datetime import datetime, timedelta

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from itgov_bot.storage.sending.outbox_statements import unsent
from itgov_bot.storage.tables import OutboxRow

SLACK = timedelta(minutes=10)
"""Two machines of one desk may differ."""
LONGEST_WAIT = timedelta(hours=2)
"""Nobody asks for a longer one; should somebody, they are asked again sooner and say so."""


async def set_right(session: AsyncSession, now: datetime) -> None:
    for where, values in (
        (col(OutboxRow.posted_at) > now + SLACK, {"posted_at": now, "due_at": now}),
        (col(OutboxRow.due_at) > now + LONGEST_WAIT, {"due_at": now}),
    ):
        await session.execute(update(OutboxRow).where(*unsent(), where).values(**values))
