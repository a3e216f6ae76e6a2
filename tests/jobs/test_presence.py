"""Whoever reads the log is told in plain words that the database is away, and that it is back."""

import asyncio

import pytest
from sqlalchemy.exc import OperationalError
from structlog.testing import capture_logs

from itgov_bot.jobs import presence
from itgov_bot.storage import workers
from itgov_bot.storage.database import Database
from tests.handlers.recording import becomes


class DiskFull(Exception):
    sqlite_errorname = "SQLITE_FULL"


async def test_it_is_told_once_when_it_goes_and_once_when_it_is_back(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = [0]

    async def fails(*_: object) -> None:
        tries[0] += 1
        raise OperationalError("", {}, DiskFull())

    monkeypatch.setattr(presence, "SAID_EVERY", 0.01)
    away = pytest.MonkeyPatch()
    with capture_logs() as logs:
        away.setattr(workers, "say_there", fails)
        staying = asyncio.create_task(presence.stay_forever(database))
        await becomes(lambda: tries[0] >= 3)
        away.undo()
        await becomes(lambda: len(logs) >= 2)
        staying.cancel()
        await asyncio.gather(staying, return_exceptions=True)
    assert [line["event"] for line in logs] == [presence.AWAY, presence.BACK]
    assert logs[0]["reason"].startswith("No queda espacio en el disco")
