"""This process among those that share the work: it says that it is there, and frees what the dead had claimed."""

import asyncio
from datetime import UTC, datetime

import structlog

from itgov_bot.storage import workers
from itgov_bot.storage.database import Database

log = structlog.get_logger(__name__)

SAID_EVERY = 10
"""Seconds; four times missed, a worker is thought dead."""


async def arrive(database: Database) -> None:
    """On SQLite the desk is one process: what is still claimed was cut off when it last died."""
    async with database.transaction() as session:
        if database.is_sqlite:
            await workers.is_only(session, database.worker)
        await workers.say_there(session, database.worker, _now())
        await workers.bury(session, _now())


async def stay_forever(database: Database) -> None:
    while True:
        await asyncio.sleep(SAID_EVERY)
        try:
            async with database.transaction() as session:
                await workers.say_there(session, database.worker, _now())
                await workers.bury(session, _now())
        except Exception:  # the database may be away for a while
            log.exception("this process could not say that it is there")


async def leave(database: Database) -> None:
    try:
        async with database.transaction() as session:
            await workers.leave(session, database.worker, _now())
    except Exception:
        log.exception("what this process had claimed is free in a minute only")


def _now() -> datetime:
    """By the clock of the machine: that of a rehearsal may stand still, or jump."""
    return datetime.now(UTC)
