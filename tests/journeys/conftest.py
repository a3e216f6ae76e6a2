"""Journeys run the real app against the emulator. What never changes while it runs is read once for all of them."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import structlog

from itgov_bot.logs import set_up_logging
from itgov_bot.understanding import Understanding
from tests.databases import URLS, copied
from tests.journeys.desk import RunningDesk, running_desk
from tests.made import load_once, understanding
from tests.storage.engines import Postgres, start_postgres

ENGINE = os.environ.get("ITGOV_TEST_DATABASE", "sqlite")
"""Where the stories are told: `sqlite` or `postgres`. Those marked `both` are told on both in any case."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if ENGINE == "sqlite" and metafunc.definition.get_closest_marker("both"):
        metafunc.parametrize("engine_name", ["sqlite", "postgres"], indirect=True)


@pytest.fixture
def engine_name(request: pytest.FixtureRequest) -> str:
    if ENGINE != "sqlite" and request.node.get_closest_marker("of_sqlite"):
        pytest.skip("it tells of SQLite")
    return str(getattr(request, "param", ENGINE))


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    server = start_postgres()
    yield server
    server.close()


@pytest.fixture(autouse=True)
def _few_logs() -> Iterator[None]:
    """Only what went wrong, as in production."""
    kept = structlog.get_config()
    set_up_logging("warning")
    yield
    structlog.configure(**kept)


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The data and the model: most of a start's time."""
    monkeypatch.setattr("itgov_bot.composition.load", load_once)
    monkeypatch.setattr(Understanding, "load", lambda data, folder: understanding(data, folder.resolve()))


@pytest.fixture
def home(tmp_path: Path, models: Path) -> Path:
    """Where a program of its own finds a trained model, and makes its database."""
    (tmp_path / "models").symlink_to(models, target_is_directory=True)
    return tmp_path


@pytest.fixture
def desk_home(request: pytest.FixtureRequest, home: Path, migrated: Path, engine_name: str) -> Iterator[Path]:
    """The same with an empty database."""
    if engine_name == "sqlite":
        copied(migrated, home)
        yield home
    else:
        URLS[home] = asyncio.run(request.getfixturevalue("postgres").new(home))
        yield home
        del URLS[home]


@pytest.fixture
async def desk(desk_home: Path) -> AsyncIterator[RunningDesk]:
    async with running_desk(desk_home) as running:
        yield running
