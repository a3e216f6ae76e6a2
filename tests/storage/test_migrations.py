"""The tables come from the migrations alone, on both engines, and are what the model says."""

import asyncio
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, inspect
from sqlalchemy.pool import QueuePool
from sqlmodel import SQLModel

from itgov_bot.apart import done_apart
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.storage import ticket_events
from itgov_bot.storage.database import Database, Session
from itgov_bot.storage.unavailable import StorageUnavailable
from tests.databases import sqlite_url
from tests.storage.made import NOW, a_person, a_ticket


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


async def test_a_process_of_its_own_migrates_and_a_failure_of_it_is_told_by_the_next(tmp_path: Path) -> None:
    await done_apart("itgov_bot.storage.migrating", sqlite_url(tmp_path / "itgov.db"))
    database = Database(sqlite_url(tmp_path / "itgov.db"))
    assert await database.is_newest()
    await database.close()
    (tmp_path / "no.db").mkdir()
    with pytest.raises(StorageUnavailable):
        await Database(sqlite_url(tmp_path / "no.db")).migrate(apart=True)


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


async def test_facts_of_outages_are_told_apart(database: Database) -> None:
    """Before, one kind was all three of them."""
    ana = await a_person(database, "ana")
    ticket = await a_ticket(database, ana)
    since = "2026-03-02T08:30:00-05:00"
    async with database.transaction() as session:
        for data in ({}, {"since": since}, {"undone": True}):
            await ticket_events.append(
                session, TicketEvent(ticket.id, EventKind.OUTAGE_JOINED, NOW, ana.id, data)
            )
        await on_connection(session, _tell_apart)
    async with database.reading() as session:
        found = [(event.kind, event.data) for event in await ticket_events.timeline(session, ticket.id)]
    assert found == [
        (EventKind.OUTAGE_JOINED, {}),
        (EventKind.OUTAGE_MARKED, {"since": since}),
        (EventKind.OUTAGE_UNMARKED, {}),
    ]


def _tell_apart(connection: Connection) -> None:
    with Operations.context(MigrationContext.configure(connection)):
        import_module("itgov_bot.storage.migrations.versions.0003_outage_facts").upgrade()


async def test_a_rush_finds_enough_connections() -> None:
    pool = Database("postgresql+asyncpg://nobody@localhost/none")._engine.pool
    assert isinstance(pool, QueuePool)
    assert (pool.size(), pool._max_overflow) == (20, 20)
