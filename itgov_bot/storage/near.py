"""SQLite without a thread between: a statement runs where it is asked; only what may take long goes to the thread.

aiosqlite takes each step of a statement to its thread and back, which costs ten times what the statement does. Here
the thread of a connection has what waits for the disk (a commit that wrote something), for another program's lock, and
what was declared long (`IN_THREAD`).
"""

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

import aiosqlite
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    AsyncAdapt_aiosqlite_dbapi,
    SQLiteDialect_aiosqlite,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.util import await_only

IN_THREAD = "in_thread"
"""The execution option of a statement, or of a whole session, that may take long."""
BUSY_SECONDS = 30
"""How long another program's lock is waited for."""

Work = Callable[[sqlite3.Connection], Any]


class NearCursor(AsyncAdapt_aiosqlite_cursor):
    """Each statement opens and closes a cursor of sqlite3; what that told of its rows can still be asked."""

    __slots__ = ("in_thread",)
    _awaitable_cursor_close = False

    def _make_new_cursor(self, connection: Any) -> Any:
        self.in_thread = False

    def _aenter_cursor(self, cursor: Any) -> Any:
        return cursor

    def execute(self, operation: Any, parameters: Any = None) -> None:
        self._run(sqlite3.Cursor.execute, operation, parameters or ())

    def executemany(self, operation: Any, seq_of_parameters: Any) -> None:
        self._run(sqlite3.Cursor.executemany, operation, seq_of_parameters)

    def _run(self, run: Callable[..., sqlite3.Cursor], operation: Any, parameters: Any) -> None:
        def work(connection: sqlite3.Connection) -> tuple[Any, list[Any]]:
            cursor = connection.cursor()
            try:
                return run(cursor, operation, parameters), cursor.fetchall()
            finally:
                cursor.close()

        adapted: Any = self._adapt_connection
        self._cursor, rows = adapted.do(work, in_thread=self.in_thread)
        self._rows.extend(rows)

    def close(self) -> None:
        self._rows.clear()


class NearConnection(AsyncAdapt_aiosqlite_connection):
    __slots__ = ("_changes",)
    _cursor_cls = NearCursor

    def __init__(self, dbapi: Any, connection: Any) -> None:
        super().__init__(dbapi, connection)
        self._changes = -1

    def begin(self, mode: str) -> None:
        driver: Any = self._connection
        self._changes = driver._conn.total_changes
        self.do(lambda connection: connection.execute(f"BEGIN {mode}"), in_thread=False)

    def commit(self) -> None:
        """What wrote nothing need not wait for the disk."""
        driver: Any = self._connection
        if driver._connection:
            wrote = driver._conn.total_changes != self._changes
            self.do(sqlite3.Connection.commit, in_thread=wrote)

    def rollback(self) -> None:
        """Nothing is left to undo once it is closed."""
        driver: Any = self._connection
        if driver._connection:
            self.do(sqlite3.Connection.rollback, in_thread=False)

    @property
    def in_transaction(self) -> bool:
        driver: Any = self._connection
        return bool(driver._conn.in_transaction)

    def execute_now(self, statement: str, parameters: Sequence[object] = ()) -> list[Any]:
        """All rows. For whoever has the writer's lock, and so waits for nobody. Raises DBAPIError."""
        driver: Any = self._connection
        try:
            found: list[Any] = driver._conn.execute(statement, parameters).fetchall()
        except sqlite3.Error as failure:
            raise DBAPIError.instance(
                statement, None, failure, sqlite3.Error, hide_parameters=True, dialect=NearDialect()
            ) from failure
        return found

    def do(self, work: Work, *, in_thread: bool) -> Any:
        """Here, or in the thread; a lock of another program is always waited for there."""
        driver: Any = self._connection
        try:
            if in_thread:
                return await_only(driver._execute(work, driver._conn))
            return work(driver._conn)
        except sqlite3.OperationalError as failure:
            if failure.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                self._handle_exception(failure)
        except Exception as failure:
            self._handle_exception(failure)
        return self._do_patiently(work)

    def _do_patiently(self, work: Work) -> Any:
        driver: Any = self._connection
        try:
            return await_only(driver._execute(_waiting, driver._conn, work))
        except Exception as failure:
            self._handle_exception(failure)


def _waiting(connection: sqlite3.Connection, work: Work) -> Any:
    connection.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")
    try:
        return work(connection)
    finally:
        connection.execute("PRAGMA busy_timeout=0")


class NearDbapi(AsyncAdapt_aiosqlite_dbapi):
    def connect(self, *arg: Any, **kw: Any) -> AsyncAdapt_aiosqlite_connection:
        return NearConnection(self, super().connect(*arg, **kw)._connection)


class NearDialect(SQLiteDialect_aiosqlite):
    supports_statement_cache = True

    @classmethod
    def import_dbapi(cls) -> AsyncAdapt_aiosqlite_dbapi:
        return NearDbapi(aiosqlite, sqlite3)

    def do_savepoint(self, connection: Any, name: str) -> None:
        _at_once(connection, f"SAVEPOINT {name}")

    def do_rollback_to_savepoint(self, connection: Any, name: str) -> None:
        _at_once(connection, f"ROLLBACK TO {name}")

    def do_release_savepoint(self, connection: Any, name: str) -> None:
        _at_once(connection, f"RELEASE {name}")

    def do_execute(self, cursor: Any, statement: Any, parameters: Any, context: Any = None) -> None:
        cursor.in_thread = _is_long(context)
        cursor.execute(statement, parameters)

    def do_executemany(self, cursor: Any, statement: Any, parameters: Any, context: Any = None) -> None:
        cursor.in_thread = _is_long(context)
        cursor.executemany(statement, parameters)


def _at_once(connection: Any, words: str) -> None:
    """Every transaction has its savepoint, which on SQLite is done sooner than a statement is made of it."""
    connection.connection.dbapi_connection.execute_now(words)


def _is_long(context: Any) -> bool:
    """What was declared so, and statements in SQL's own words, of which nothing is known (SQLAlchemy wants to wait for
    them, too)."""
    return context is None or context.compiled is None or bool(context.execution_options.get(IN_THREAD))
