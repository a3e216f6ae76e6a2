"""Journeys run the real app against the emulator; the trained model is shared by all of them."""

from __future__ import annotations

import fcntl
import ssl
import tempfile
from collections.abc import AsyncIterator, Iterator
from functools import cache
from pathlib import Path

import pytest
import structlog

from itgov_bot.logs import set_up_logging
from itgov_bot.reference import load
from itgov_bot.settings import ROOT
from itgov_bot.understanding import Understanding
from tests.journeys.desk import RunningDesk, running_desk


@pytest.fixture(autouse=True)
def _short_logs() -> Iterator[None]:
    """As in production: the library's own picture of an exception takes seconds to draw."""
    set_up_logging("warning")
    yield
    structlog.reset_defaults()


_reference = cache(load)
_certificates = cache(ssl.create_default_context)


@cache
def _mind(data: Path, folder: Path) -> Understanding:
    return _load_mind(data, folder)


_load_mind = Understanding.load


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The data and the model never change while they run, and certificates are for nobody: most of a start's time."""
    monkeypatch.setattr("itgov_bot.app.load", _reference)
    monkeypatch.setattr(Understanding, "load", lambda data, folder: _mind(data, folder.resolve()))
    monkeypatch.setattr(ssl, "create_default_context", _certificates)


@pytest.fixture(scope="session")
def models() -> Path:
    """The folder of the trained model, named by what it was made from: one worker trains it, the others wait."""
    folder = Path(tempfile.gettempdir()) / "itgov-journeys-models"
    folder.mkdir(exist_ok=True)
    with (folder / "training.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        Understanding.load(ROOT / "data", folder)
    return folder


@pytest.fixture
async def desk(tmp_path: Path, models: Path) -> AsyncIterator[RunningDesk]:
    async with running_desk(tmp_path, models) as running:
        yield running
