"""Shared by the tests of the delivery."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from itgov_bot.storage.database import Database
from tests.outbox.office import Post
from tests.outbox.recording import HandClock, RecordingChannel


@pytest.fixture
async def office(database: Database, tmp_path: Path) -> AsyncIterator[Post]:
    made = Post(database, RecordingChannel(), HandClock(), tmp_path)
    yield made
    await made.delivery.close()
