"""The processes that share the work: each says that it is there, and what one claimed is free again when it is not."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel

from itgov_bot.storage.prepared import Prepared
from itgov_bot.storage.sending.outbox_statements import unsent
from itgov_bot.storage.statements import prepared_replacing, table_of
from itgov_bot.storage.tables import InboxRow, OutboxRow, WorkerRow

HOLDS = timedelta(seconds=40)
"""A worker that was not heard of for so long has died. By the clock of the machine, whatever the desk's clock says."""


async def say_there(session: AsyncSession, worker: str, now: datetime) -> None:
    await _THERE.rows(session, {"name": worker, "seen_at": now})


async def is_only(session: AsyncSession, worker: str) -> None:
    """At the start of a desk that is one process: whoever else was there has died, whatever the clock says."""
    await _OTHERS_DIED.rows(session, {"worker": worker})


async def bury(session: AsyncSession, now: datetime) -> None:
    """Gives back what the dead had claimed: what was to be sent will be sent again."""
    await _DIED.rows(session, {"since": now - HOLDS})
    for freed in _FREED:
        await freed.rows(session, {})


async def leave(session: AsyncSession, worker: str, now: datetime) -> None:
    """What it still has claimed is the others' at once."""
    await _LEFT.rows(session, {"worker": worker})
    await bury(session, now)


def _freed(row: type[SQLModel], *where: ColumnElement[bool]) -> Prepared:
    claim = table_of(row).c.claim
    is_deads = (claim.is_not(None), claim.not_in(select(_TABLE.c.name)))
    return Prepared(update(table_of(row)).where(*where, *is_deads).values(claim=None))


_TABLE = table_of(WorkerRow)
_THERE = prepared_replacing(WorkerRow)
_OTHERS_DIED = Prepared(delete(_TABLE).where(_TABLE.c.name != bindparam("worker")))
_DIED = Prepared(delete(_TABLE).where(_TABLE.c.seen_at < bindparam("since")))
_LEFT = Prepared(delete(_TABLE).where(_TABLE.c.name == bindparam("worker")))
_FREED = (_freed(OutboxRow, *unsent()), _freed(InboxRow))
