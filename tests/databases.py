"""Databases for tests, cheap to make: copies of a migrated file, whose statements are compiled once a worker.

SQLAlchemy keeps what it has compiled by engine and dialect, and every `Database` makes both anew: compiling took a
sixth of the journeys' time. aiosqlite takes each step of a statement to its thread and back, which took more than
another sixth. With `share_compiled` only these two differ from what `sqlite+aiosqlite` means otherwise; the tests of the
real program have it as it is.
"""

import asyncio
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import aiosqlite
from sqlalchemy import Engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    AsyncAdapt_aiosqlite_dbapi,
    SQLiteDialect_aiosqlite,
)
from sqlalchemy.util import LRUCache, await_only

from itgov_bot.storage import sqlite
from itgov_bot.storage.database import Database

COMPILED: LRUCache[Any, Any] = LRUCache(3000)


MAY_WAIT = ("BEGIN IMMEDIATE", "PRAGMA")
"""What stands in line for another connection's lock, and must not hold up the loop that will release it. No other
statement waits: a writer begins with `BEGIN IMMEDIATE`, and nobody in WAL waits for readers."""


class NearCursor(AsyncAdapt_aiosqlite_cursor):
    """Does a statement and fetches its rows where it is asked, and lets others have their turn before."""

    __slots__ = ()
    _awaitable_cursor_close = False  # each statement opens and closes a cursor of sqlite3

    def _make_new_cursor(self, connection: Any) -> Any:
        """None before the first statement."""

    def _aenter_cursor(self, cursor: Any) -> Any:
        return cursor

    async def _execute_async(self, operation: Any, parameters: Any) -> None:
        await self._visit(sqlite3.Cursor.execute, operation, parameters or ())

    async def _executemany_async(self, operation: Any, seq_of_parameters: Any) -> None:
        await self._visit(sqlite3.Cursor.executemany, operation, seq_of_parameters)

    async def _visit(self, run: Callable[..., sqlite3.Cursor], operation: str, parameters: Any) -> None:
        async with self._adapt_connection._execute_mutex:
            driver: Any = self._connection
            if operation.startswith(MAY_WAIT):
                self._cursor, rows = await driver._execute(_run, driver._conn, run, operation, parameters)
            else:
                await asyncio.sleep(0)
                self._cursor, rows = _run(driver._conn, run, operation, parameters)
            self._rows.extend(rows)

    def close(self) -> None:
        """sqlite3's own is closed already; what it told of its rows can still be asked."""
        self._rows.clear()


def _run(
    connection: sqlite3.Connection, run: Callable[..., sqlite3.Cursor], operation: str, parameters: Any
) -> tuple[Any, list[Any]]:
    """The closed cursor, which goes on telling of its rows, and the rows."""
    with closing(connection.cursor()) as cursor:
        run(cursor, operation, parameters)
        return cursor, cursor.fetchall()


class NearConnection(AsyncAdapt_aiosqlite_connection):
    __slots__ = ()
    _cursor_cls = NearCursor

    def commit(self) -> None:
        self._end(sqlite3.Connection.commit)

    def rollback(self) -> None:
        self._end(sqlite3.Connection.rollback)

    def _end(self, end: Callable[[sqlite3.Connection], None]) -> None:
        """Nothing is left to end once it is closed."""
        driver: Any = self._connection
        if driver._connection:
            await_only(asyncio.sleep(0))
            end(driver._conn)


class NearDbapi(AsyncAdapt_aiosqlite_dbapi):
    def connect(self, *arg: Any, **kw: Any) -> AsyncAdapt_aiosqlite_connection:
        return NearConnection(self, super().connect(*arg, **kw)._connection)


class SharingDialect(SQLiteDialect_aiosqlite):
    """Equal to every other of its kind, so that one finds what another has compiled."""

    supports_statement_cache = True

    @classmethod
    def import_dbapi(cls) -> AsyncAdapt_aiosqlite_dbapi:
        return NearDbapi(aiosqlite, sqlite3)

    @classmethod
    def engine_created(cls, engine: Engine) -> None:
        engine.update_execution_options(compiled_cache=COMPILED)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))


def share_compiled() -> None:
    """From here on `sqlite+aiosqlite` means that dialect, in this process; and as the machine's power is not cut in
    mid test, no commit waits for the disk."""
    sqlite.PRAGMAS = (*sqlite.PRAGMAS, "synchronous=OFF")
    registry.register("sqlite.aiosqlite", __name__, SharingDialect.__name__)


def sqlite_url(file: Path) -> str:
    return f"sqlite+aiosqlite:///{file}"


def copied(template: Path, home: Path) -> str:
    """The URL of a database at the place where a desk with this home has its own."""
    home.mkdir(parents=True, exist_ok=True)
    return sqlite_url(Path(shutil.copy(template, home / "itgov.db")))


def migrate(url: str) -> None:
    async def once() -> None:
        opened = Database(url)
        await opened.migrate()
        await opened.close()

    asyncio.run(once())
