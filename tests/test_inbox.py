"""An update and its turn share a commit on SQLite; what could not be kept comes again and is done once."""

import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from itgov_bot.backoff import Backoff
from itgov_bot.inbox import Inbox
from itgov_bot.messages import Address, Arrival, DeskAway, Event, MembershipChange
from itgov_bot.storage import inbox, updates
from itgov_bot.storage.database import Database
from itgov_bot.storage.near import NearConnection
from itgov_bot.storage.updates import AlreadySeen
from tests.databases import copied
from tests.storage.made import NOW, chat

CAME = Arrival("telegram:1", "telegram:ana", "hola")


class Turns:
    """Marks updates as done, as every turn does."""

    def __init__(self, database: Database) -> None:
        self.database, self.done = database, list[str]()

    async def take(self, event: Event) -> None:
        try:
            async with self.database.transaction() as session:
                await inbox.finish(session, event.key, self.database.worker)
                await updates.mark_seen(session, event.key, NOW)
        except AlreadySeen:
            return
        except OperationalError as failure:
            raise DeskAway from failure
        self.done.append(event.key)

    async def end_press(self, _press: Address) -> None:
        """No press comes here."""


@pytest.fixture
async def turns(migrated: Path, tmp_path: Path) -> AsyncIterator[Turns]:
    database = Database(copied(migrated, tmp_path))
    yield Turns(database)
    await database.close()


def opened(turns: Turns) -> Inbox:
    begun = Inbox(turns.database, lambda: NOW, turns.take, turns.take, turns.end_press, backoff=Backoff(0, 0))
    begun.open(lambda body: MembershipChange(CAME.key, chat("ana"), reachable=True))
    return begun


async def test_an_update_and_its_turn_share_a_commit(turns: Turns, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = opened(turns)
    await kept.keep([])  # after the first look at what was left
    commits = list[NearConnection]()
    commit = NearConnection.commit

    def counted(connection: NearConnection) -> None:
        commits.append(connection)
        commit(connection)

    monkeypatch.setattr(NearConnection, "commit", counted)
    assert await kept.keep([CAME]) == [CAME]
    await kept.settled()
    assert (turns.done, len(commits)) == ([CAME.key], 1)
    await kept.close()


async def test_what_could_not_be_kept_comes_again_and_is_done_once(
    turns: Turns, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = opened(turns)

    def fails(connection: NearConnection) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(NearConnection, "commit", fails)
        with pytest.raises(OperationalError):
            await kept.keep([CAME])
    assert turns.done == []
    await kept.keep([CAME])
    await kept.settled()
    assert turns.done == [CAME.key]
    assert await kept.keep([CAME]) == []
    await kept.close()
