"""One contract for both engines: every test that asks for `database` runs on SQLite and on PostgreSQL."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from itgov_bot.domain.people import Person
from itgov_bot.storage.database import Database
from tests.storage.engines import Engine, starter
from tests.storage.made import a_person


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def engine(request: pytest.FixtureRequest, migrated: Path) -> Iterator[Engine]:
    started = starter(request.param, migrated)
    yield started
    started.close()


@pytest.fixture
async def database(engine: Engine, tmp_path: Path) -> AsyncIterator[Database]:
    """Migrated, and of this test alone."""
    opened = Database(await engine.new(tmp_path))
    yield opened
    await opened.close()


@pytest.fixture
async def other(database: Database) -> AsyncIterator[Database]:
    """The same database, as another process has it open."""
    opened = Database(database.url)
    yield opened
    await opened.close()


@pytest.fixture
def empty_url(engine: Engine, tmp_path: Path) -> Iterator[str]:
    """A database without tables."""
    url = engine.empty(tmp_path)
    yield url
    engine.drop(url)


@pytest.fixture
async def ana(database: Database) -> Person:
    return await a_person(database, "ana")


@pytest.fixture
async def beto(database: Database) -> Person:
    return await a_person(database, "beto")
