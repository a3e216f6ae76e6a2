"""A database that is closed leaves no thread that still has something to tell."""

import asyncio
import sqlite3
import threading
from pathlib import Path

import pytest

from itgov_bot.storage.database import Database
from tests.databases import sqlite_url

SLOW_SECONDS = 0.1


def test_who_is_cut_off_while_a_connection_opens_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    complaints: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", complaints.append)
    opens = sqlite3.connect
    started = threading.Event()

    def slow(*place: object, **options: object) -> sqlite3.Connection:
        started.set()
        threading.Event().wait(SLOW_SECONDS)
        return opens(*place, **options)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(sqlite3, "connect", slow)

    async def is_cut_off() -> None:
        database = Database(sqlite_url(tmp_path / "desk.sqlite3"))

        async def turn() -> None:
            async with database.transaction() as session:
                await session.connection()

        task = asyncio.create_task(turn())
        await asyncio.to_thread(started.wait, 1)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await database.close()

    before = threading.active_count()
    asyncio.run(is_cut_off())
    assert threading.active_count() == before
    assert not complaints
