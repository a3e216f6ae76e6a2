"""One process among those that share a PostgreSQL, chosen for what only one may do: a lock that ends with its connection.

Whoever is not chosen asks again every few seconds, so that another one follows when the chosen one ends or dies.
"""

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection

from itgov_bot.storage.database import Database
from itgov_bot.tasks import ended

log = structlog.get_logger(__name__)

POLLING = 7287_2029
"""The key of the lock of who asks Telegram: it answers one at a time."""
ASKED_EVERY_SECONDS = 2.0
_LOCK = f"SELECT pg_try_advisory_lock({POLLING})"
_MISSED_SOON = ("idle = 10", "interval = 5", "count = 3")
"""How a server finds out that the machine of the chosen one is gone, which closes nothing."""

Work = Callable[[], Awaitable[None]]


async def work_as_one(database: Database, work: Work) -> None:
    """`work` runs until it fails or is cancelled, in one process at a time. On SQLite there is only one."""
    if database.is_sqlite:
        return await work()
    while True:
        try:
            connection = await database.connection()
        except Exception as failure:  # the database may be away for a while
            log.warning("nobody could be chosen", error=type(failure).__name__)
        else:
            try:
                if await _is_chosen(connection):
                    await _while_chosen(connection, work)
            finally:
                await connection.invalidate()  # whoever holds the lock gives it back with its connection
                await connection.close()
        await asyncio.sleep(ASKED_EVERY_SECONDS)


async def _is_chosen(connection: AsyncConnection) -> bool:
    try:
        async with asyncio.timeout(ASKED_EVERY_SECONDS):
            for one in _MISSED_SOON:
                await connection.exec_driver_sql(f"SET tcp_keepalives_{one}")
            return bool((await connection.exec_driver_sql(_LOCK)).scalar())
    except Exception as failure:
        log.warning("nobody could be chosen", error=type(failure).__name__)
        return False


async def _while_chosen(connection: AsyncConnection, work: Work) -> None:
    """Raises what `work` raises."""
    log.info("this process is chosen")
    working = asyncio.ensure_future(work())
    try:
        while not working.done() and await _is_still_there(connection):
            await asyncio.wait([working], timeout=ASKED_EVERY_SECONDS)
        if working.done():
            working.result()
        log.warning("this process is chosen no more")
    finally:
        await ended([working])


async def _is_still_there(connection: AsyncConnection) -> bool:
    try:
        async with asyncio.timeout(ASKED_EVERY_SECONDS):
            await connection.exec_driver_sql("SELECT 1")
    except Exception:
        return False
    return True
