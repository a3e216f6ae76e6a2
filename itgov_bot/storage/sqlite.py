"""What SQLite needs of its connections: safe settings, a lock at the beginning, threads waited for."""

import asyncio
import contextlib
import sqlite3
import threading
from pathlib import Path
from typing import Any

import aiosqlite
from sqlalchemy import Connection, Engine, event
from sqlalchemy.dialects import registry

from itgov_bot.storage import near

PRAGMAS: tuple[str, ...] = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "busy_timeout=0",
    "secure_delete=FAST",
    "wal_autocheckpoint=4000",
)
"""Of every connection: what was committed survives a power cut too. Who waits for a lock waits in a thread. What is
erased is written over where that costs no further page. What is in the log goes to the database beside the turns
(`copy_log`), and by a commit only when the log has 16 MB."""
DRIVER = "sqlite+near"
LAST_WORK_SECONDS = 5
"""How long the end waits for what a thread is still doing."""


registry.register("sqlite.near", near.__name__, near.NearDialect.__name__)


class Connections:
    """Opens them, and at the end waits for their threads.

    Each connection works in a thread of its own. Who was cancelled while opening or closing one no longer waits for
    it, and without this the thread would tell its result to an event loop that is gone.
    """

    def __init__(self) -> None:
        self._threads: set[threading.Thread] = set()

    def watch(self, engine: Engine) -> None:
        """From now on `engine` opens its connections here, prepared."""
        event.listen(engine, "do_connect", self._opens_here)
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)

    def _opens_here(self, _dialect: Any, _record: Any, _place: Any, options: dict[str, Any]) -> None:
        options["async_creator_fn"] = self._open

    async def _open(self, *place: Any, **options: Any) -> aiosqlite.Connection:
        connection = aiosqlite.connect(*place, **options)
        thread = connection._thread
        thread.daemon = True  # a thread that hangs never keeps the program from ending
        self._threads = {one for one in self._threads if one.is_alive()} | {thread}
        return await connection

    async def ended(self) -> None:
        """Returns when no thread of a closed connection is at work any more, or after a few seconds."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LAST_WORK_SECONDS):
                while any(one.is_alive() for one in self._threads):  # noqa: ASYNC110 - a thread announces no end
                    await asyncio.sleep(0.001)


def copy_log(file: Path) -> None:
    """Takes what is in the log over to the database, while others read and write; what cannot be done now waits."""
    with (
        contextlib.closing(sqlite3.connect(file, timeout=0)) as connection,
        contextlib.suppress(sqlite3.Error),
    ):
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)")


def empty_log(file: Path) -> bool:
    """Takes what was written over out of the log beside the database. False when somebody was reading it."""
    with contextlib.closing(sqlite3.connect(file, isolation_level=None, timeout=0)) as connection:
        try:
            (is_busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.OperationalError:
            return False
    return not is_busy


def _prepare(connection: near.NearConnection, _record: Any) -> None:
    # The driver's own BEGIN comes too late (before the first write), after the reads that decide what to write.
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute_now(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    mode = "DEFERRED" if connection.get_execution_options().get("readonly") else "IMMEDIATE"
    begun: near.NearConnection = connection.connection.dbapi_connection  # type: ignore[assignment]
    begun.begin(mode)
