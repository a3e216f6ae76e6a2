"""Shared by the tests of the delivery."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from itgov_bot.storage.database import Database
from tests.outbox.office import Post
from tests.outbox.recording import HandClock, RecordingChannel


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    """Drawing a traceback for people takes longer than everything else here."""
    with capture_logs():
        yield


@pytest.fixture
async def office(database: Database, tmp_path: Path) -> AsyncIterator[Post]:
    made = Post(database, RecordingChannel(), HandClock(), tmp_path)
    yield made
    await made.delivery.close()
