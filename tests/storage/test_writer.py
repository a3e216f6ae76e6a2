"""Short transactions of SQLite share a commit: each is undone for itself, and none is told of before it is kept."""

import asyncio
import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from itgov_bot.storage import updates
from itgov_bot.storage.database import Database
from itgov_bot.storage.near import NearConnection
from itgov_bot.storage.tables import SeenUpdateRow
from itgov_bot.storage.writer import COPIED_AFTER, MOST_IN_A_COMMIT
from tests.databases import copied
from tests.storage.made import NOW

MANY = MOST_IN_A_COMMIT * 2 + 3


class Undone(Exception):
    pass


@pytest.fixture
def database(migrated: Path, tmp_path: Path) -> Database:
    return Database(copied(migrated, tmp_path))


def kept(tmp_path: Path) -> set[str]:
    """As another program sees it."""
    with sqlite3.connect(tmp_path / "itgov.db") as connection:
        return {key for (key,) in connection.execute("SELECT key FROM seen_update")}


async def mark(database: Database, tmp_path: Path, number: int, failing: bool, *, in_session: bool) -> bool:
    """Whether it was kept when it was told of."""
    async with database.transaction() as session:
        await updates.mark_seen(session, str(number), NOW)
        if in_session:
            session.add(SeenUpdateRow(key=f"{number}-too", seen_at=NOW))
            await session.flush()
        await asyncio.sleep(0)
        if failing:
            raise Undone
    return str(number) in await asyncio.to_thread(kept, tmp_path)


@pytest.mark.parametrize("in_session", [False, True])
async def test_each_is_undone_for_itself_and_told_of_when_it_is_kept(
    database: Database, tmp_path: Path, in_session: bool
) -> None:
    fails = {0, 5, MOST_IN_A_COMMIT, MANY - 1}
    done = await asyncio.gather(
        *(mark(database, tmp_path, one, one in fails, in_session=in_session) for one in range(MANY)),
        return_exceptions=True,
    )
    await database.close()
    assert [isinstance(one, Undone) for one in done] == [one in fails for one in range(MANY)]
    assert all(one is True for one in done if not isinstance(one, Undone))
    well = {str(one) for one in range(MANY)} - {str(one) for one in fails}
    assert kept(tmp_path) == well | ({f"{one}-too" for one in well} if in_session else set())


async def test_many_share_a_commit(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commits = list[None]()
    commit = NearConnection.commit

    def counted(connection: NearConnection) -> None:
        commits.append(None)
        commit(connection)

    monkeypatch.setattr(NearConnection, "commit", counted)
    await asyncio.gather(*(mark(database, tmp_path, one, False, in_session=False) for one in range(MANY)))
    await database.close()
    assert len(commits) <= MANY // MOST_IN_A_COMMIT + 2


async def test_a_commit_that_fails_is_told_to_all_that_are_in_it(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(connection: NearConnection) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(NearConnection, "commit", fails)
        work = (mark(database, tmp_path, one, False, in_session=False) for one in range(3))
        done = await asyncio.gather(*work, return_exceptions=True)
    assert all(isinstance(one, OperationalError) for one in done)
    assert await mark(database, tmp_path, 9, False, in_session=False)
    await database.close()
    assert kept(tmp_path) == {"9"}


async def test_who_is_cut_off_leaves_nothing_and_the_others_go_on(database: Database, tmp_path: Path) -> None:
    begun = asyncio.Event()

    async def hangs() -> None:
        async with database.transaction() as session:
            await updates.mark_seen(session, "cut off", NOW)
            begun.set()
            await asyncio.sleep(60)

    task = asyncio.create_task(hangs())
    await begun.wait()
    others = [asyncio.create_task(mark(database, tmp_path, one, False, in_session=True)) for one in range(3)]
    await asyncio.sleep(0)
    task.cancel()
    others[1].cancel()
    await asyncio.gather(task, *others, return_exceptions=True)
    await database.close()
    assert kept(tmp_path) == {"0", "0-too", "2", "2-too"}


async def test_what_breaks_a_rule_is_an_integrity_error(database: Database) -> None:
    with pytest.raises(IntegrityError):
        async with database.transaction() as session:
            await updates.mark_seen(session, None, NOW)  # type: ignore[arg-type]
    await database.close()


async def test_what_is_in_the_log_goes_to_the_database_beside_the_turns(
    database: Database, tmp_path: Path
) -> None:
    for number in range(COPIED_AFTER):
        assert await mark(database, tmp_path, number, False, in_session=False)
    found = set[str]()
    async with asyncio.timeout(10):
        while "0" not in found:
            await asyncio.sleep(0.01)
            found = await asyncio.to_thread(kept_without_log, tmp_path)
    await database.close()


def kept_without_log(tmp_path: Path) -> set[str]:
    alone = tmp_path / "alone"
    alone.mkdir(exist_ok=True)
    shutil.copy(tmp_path / "itgov.db", alone / "itgov.db")
    try:
        return kept(alone)
    except sqlite3.DatabaseError:  # while it was being written
        return set()
