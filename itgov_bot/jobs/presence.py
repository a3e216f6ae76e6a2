"""This process among those that share the work: it says that it is there, and frees what the dead had claimed."""

import asyncio
from datetime import UTC, datetime

import structlog

from itgov_bot.storage import workers
from itgov_bot.storage.database import Database

log = structlog.get_logger(__name__)

AWAY = "la base de datos no responde: nadie recibe respuesta, nada de lo confirmado se pierde y el programa sigue intentando"
BACK = "la base de datos responde otra vez: se atiende lo que esperaba"
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
    """Who reads the log is told in plain words, once, when the database is away, and when it is back."""
    is_away = False
    while True:
        await asyncio.sleep(SAID_EVERY)
        try:
            async with database.transaction() as session:
                await workers.say_there(session, database.worker, _now())
                await workers.bury(session, _now())
        except Exception as failure:
            reason = database.why_away(failure)
            if reason and not is_away:
                log.error(AWAY, reason=reason)
            elif reason is None:
                log.exception("this process could not say that it is there")
            is_away = is_away or reason is not None
        else:
            if is_away:
                log.warning(BACK)
            is_away = False


async def leave(database: Database) -> None:
    try:
        async with database.transaction() as session:
            await workers.leave(session, database.worker, _now())
    except Exception:
        log.exception("what this process had claimed is free in a minute only")


def _now() -> datetime:
    """By the clock of the machine: that of a rehearsal may stand still, or jump."""
    return datetime.now(UTC)
