"""A whole database as one SQLite file, taken while the desk works, and put back into either engine. For `itgov backup`."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, RowMapping, Table, func, select, text
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import SQLModel

import itgov_bot.storage.tables  # noqa: F401 - the import fills the metadata
from itgov_bot.storage.database import Database

ROWS_AT_ONCE = 500


async def take(database: Database, target: Path) -> None:
    """As it is at one instant: writers go on meanwhile, and what they write is not in it."""
    if database.file:
        await asyncio.to_thread(_copy_file, database.file, target)
        return
    made = Database(f"sqlite+aiosqlite:///{target}")
    await made.migrate()
    await _copy_rows(database, made)
    await made.close()


async def put(source: Path, database: Database) -> None:
    """In the place of every row that is there, in one transaction. `source` may be of an older version, and is renewed."""
    kept = Database(f"sqlite+aiosqlite:///{source}")
    await kept.migrate()
    await database.migrate()
    await _copy_rows(kept, database)
    await kept.close()


async def is_empty(database: Database) -> bool:
    """Whether nobody has ever written to the desk, or the tables are still to come."""
    async with database.looking() as session:
        return session is None or not await session.scalar(text("SELECT count(*) FROM person"))


def problems(file: Path) -> list[str]:
    """What SQLite finds wrong in a file; nothing when it is whole."""
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as opened:
            found = [str(row[0]) for row in opened.execute("PRAGMA integrity_check")]
    except sqlite3.Error as failure:
        return [str(failure)]
    return [] if found == ["ok"] else found


def _copy_file(source: Path, target: Path) -> None:
    with (
        closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as one,
        closing(sqlite3.connect(target)) as other,
    ):
        one.backup(other)
        other.execute("PRAGMA journal_mode=DELETE")  # one file, without a second one beside it


async def _copy_rows(source: Database, target: Database) -> None:
    async with source.snapshot() as given, target.transaction() as session:
        for table in reversed(SQLModel.metadata.sorted_tables):
            await session.execute(table.delete())
        for table in SQLModel.metadata.sorted_tables:
            async for batch in _batches(given, table):
                await session.execute(table.insert(), [dict(row) for row in batch])
        if not target.is_sqlite:
            await (await session.connection()).run_sync(_go_on_counting)


async def _batches(given: AsyncConnection, table: Table) -> AsyncIterator[Sequence[RowMapping]]:
    query = select(table).order_by(*table.primary_key.columns)
    if given.dialect.name == "sqlite":  # reads from its file as they are asked for
        for batch in (await given.execute(query)).mappings().partitions(ROWS_AT_ONCE):
            yield batch
        return
    async with given.stream(query) as rows:
        async for batch in rows.mappings().partitions(ROWS_AT_ONCE):
            yield batch


def _go_on_counting(connection: Connection) -> None:
    """The next number of each table follows the rows that were put into it."""
    for table, column in _counted():
        sequence = f"pg_get_serial_sequence('{table.name}', '{column}')"
        last = select(func.coalesce(func.max(table.c[column]), 0)).scalar_subquery()
        connection.execute(select(func.setval(text(sequence), last + 1, False)))


def _counted() -> Iterator[tuple[Table, str]]:
    for table in SQLModel.metadata.sorted_tables:
        if table.autoincrement_column is not None:
            yield table, table.autoincrement_column.name
