"""One desk for all that is done to it: each deed is undone. The properties of a folder take a few seconds in all."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from itgov_bot.storage.database import Database
from itgov_bot.understanding import Understanding
from tests.databases import copied
from tests.hostile.world import World


@pytest.fixture(scope="session")
def runner() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as one:
        yield one


@pytest.fixture(scope="session")
def world(
    tmp_path_factory: pytest.TempPathFactory,
    migrated: Path,
    understanding: Understanding,
    runner: asyncio.Runner,
) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("hostile")
    database = Database(copied(migrated, folder))
    yield runner.run(World(database, understanding, folder / "files").filled())
    runner.run(database.close())
