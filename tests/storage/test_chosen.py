"""Of the processes that share a PostgreSQL one is chosen, and another follows it however it ends."""

import asyncio

import pytest
from sqlalchemy import text

from itgov_bot.outbox.delivery import LOOKING
from itgov_bot.storage import chosen
from itgov_bot.storage.chosen import POLLING, work_as_one
from itgov_bot.storage.database import MIGRATING, Database
from itgov_bot.storage.inbox import KEEPING
from tests.handlers.recording import becomes

on_postgres = pytest.mark.parametrize("engine", ["postgres"], indirect=True)


@pytest.fixture(autouse=True)
def _asked_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chosen, "ASKED_EVERY_SECONDS", 0.05)


class Worker:
    """Knows whether it is at work, and how often it began."""

    def __init__(self, database: Database) -> None:
        self.at_work, self.begun = False, 0
        self.task = asyncio.ensure_future(work_as_one(database, self._work))

    async def _work(self) -> None:
        self.at_work, self.begun = True, self.begun + 1
        try:
            await asyncio.Event().wait()
        finally:
            self.at_work = False

    async def end(self) -> None:
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)


@on_postgres
async def test_one_works_and_the_other_follows_when_it_ends(database: Database, other: Database) -> None:
    first, second = Worker(database), Worker(other)
    await becomes(lambda: first.at_work or second.at_work)
    at_work, waits = (first, second) if first.at_work else (second, first)
    await asyncio.sleep(0.2)  # it asks again some times
    assert not waits.at_work
    await at_work.end()
    await becomes(lambda: waits.at_work)
    await waits.end()


@on_postgres
async def test_who_lost_its_connection_works_no_more(database: Database, other: Database) -> None:
    first, second = Worker(database), Worker(other)
    await becomes(lambda: first.at_work or second.at_work)
    begun = first.begun + second.begun
    ending = text(
        "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = :key"
    )
    async with database.transaction() as session:
        await session.execute(ending, {"key": POLLING})
    await becomes(lambda: first.begun + second.begun > begun)
    await becomes(lambda: first.at_work != second.at_work)
    await first.end()
    await second.end()


def test_each_lock_has_a_key_of_its_own() -> None:
    keys = (POLLING, KEEPING, LOOKING, MIGRATING)
    assert len(set(keys)) == len(keys)


async def test_what_fails_is_told(database: Database) -> None:
    """As where the key of the bot is refused: nobody else need try."""

    async def failing() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await work_as_one(database, failing)
