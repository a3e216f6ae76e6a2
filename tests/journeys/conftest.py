"""Journeys run the real app against the emulator. What never changes while it runs is read once for all of them."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import structlog

from itgov_bot.logs import set_up_logging
from itgov_bot.understanding import Understanding
from tests.databases import copied
from tests.journeys.desk import RunningDesk, running_desk
from tests.made import load_once, understanding


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
def desk_home(home: Path, migrated: Path) -> Path:
    """The same with an empty database."""
    copied(migrated, home)
    return home


@pytest.fixture
async def desk(desk_home: Path) -> AsyncIterator[RunningDesk]:
    async with running_desk(desk_home) as running:
        yield running
