"""The tables come from the migrations alone, on both engines, and are what the model says."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect
from sqlalchemy.pool import QueuePool
from sqlmodel import SQLModel

from itgov_bot.storage.database import Database, Session
from tests.storage.made import a_person


async def on_connection(session: Session, look: Callable[[Connection], object]) -> object:
    return await (await session.connection()).run_sync(look)


def tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())


def differences(connection: Connection) -> object:
    return compare_metadata(
        MigrationContext.configure(connection, opts={"compare_type": True}), SQLModel.metadata
    )


async def test_from_nothing_to_every_table(empty_url: str) -> None:
    database = Database(empty_url)
    await database.migrate()
    async with database.reading() as session:
        found = await on_connection(session, tables)
    await database.close()
    assert found == {*SQLModel.metadata.tables, "alembic_version"}


async def test_migrating_again_changes_nothing(database: Database) -> None:
    person = await a_person(database, "ana")
    await database.migrate()
    assert await a_person(database, "ana") == person


async def test_processes_that_start_together_migrate_once(empty_url: str) -> None:
    databases = [Database(empty_url) for _ in range(3)]
    await asyncio.gather(*(one.migrate() for one in databases))
    for number, one in enumerate(databases):
        await a_person(one, f"person {number}")
        await one.close()


async def test_the_model_is_what_the_migrations_make(database: Database) -> None:
    async with database.reading() as session:
        assert await on_connection(session, differences) == []


async def test_what_is_tidied_every_hour_is_found_without_reading_everything(database: Database) -> None:
    def indexed(connection: Connection) -> list[list[str | None]]:
        return [index["column_names"] for index in inspect(connection).get_indexes("outbox")]

    async with database.reading() as session:
        found = await on_connection(session, indexed)
    assert isinstance(found, list)
    assert ["posted_at"] in found


async def test_a_rush_finds_enough_connections() -> None:
    pool = Database("postgresql+asyncpg://nobody@localhost/none")._engine.pool
    assert isinstance(pool, QueuePool)
    assert (pool.size(), pool._max_overflow) == (20, 20)
