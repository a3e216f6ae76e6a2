"""A clock that ran ahead and was set right: what was posted or put off meanwhile must not wait for that day."""

from datetime import datetime, timedelta

from sqlalchemy import bindparam, update
from sqlalchemy.ext.asyncio import AsyncSession

from itgov_bot.storage.prepared import Prepared
from itgov_bot.storage.sending.outbox_statements import unsent
from itgov_bot.storage.statements import table_of
from itgov_bot.storage.tables import OutboxRow

SLACK = timedelta(minutes=10)
"""Two machines of one desk may differ."""
LONGEST_WAIT = timedelta(hours=2)
"""Nobody asks for a longer one; should somebody, they are asked again sooner and say so."""


async def set_right(session: AsyncSession, now: datetime) -> None:
    await _POSTED.rows(session, {"now": now, "latest": now + SLACK})
    await _PUT_OFF.rows(session, {"now": now, "latest": now + LONGEST_WAIT})


_TABLE = table_of(OutboxRow)
_NOW, _LATEST = (bindparam(name, type_=_TABLE.c.due_at.type) for name in ("now", "latest"))
_UNSENT = update(_TABLE).where(*unsent())
_POSTED = Prepared(_UNSENT.where(_TABLE.c.posted_at > _LATEST).values(posted_at=_NOW, due_at=_NOW))
_PUT_OFF = Prepared(_UNSENT.where(_TABLE.c.due_at > _LATEST).values(due_at=_NOW))
