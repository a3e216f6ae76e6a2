"""A prepared statement sees and undoes what the session does, whichever way it goes to the database."""

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from itgov_bot.storage.database import Database
from itgov_bot.storage.prepared import Prepared, among
from itgov_bot.storage.statements import prepared_if_new, prepared_look, prepared_replacing, table_of
from itgov_bot.storage.tables import MarkRow
from tests.storage.made import NOW

_LOOK = prepared_look(MarkRow)
_LEAVE = prepared_if_new(MarkRow, "name", "at")
_REPLACE = prepared_replacing(MarkRow)
_NAME = table_of(MarkRow).c.name
_THESE = Prepared(*(select(_NAME).where(listed).order_by(_NAME) for listed in among(_NAME, "names")))


async def _is_there(session: AsyncSession, name: str) -> bool:
    return bool(await _LOOK.rows(session, {"name": name}))


async def _leave(session: AsyncSession, name: str) -> None:
    assert await _LEAVE.rows(session, {"name": name, "at": NOW})


async def test_what_the_session_holds_back_is_written_first(database: Database) -> None:
    async with database.transaction() as session:
        row = MarkRow(name="one", at=NOW)
        session.add(row)
        [seen] = await _LOOK.rows(session, {"name": "one"})
        assert (seen.name, seen.at) == ("one", NOW)
        row.name = "another"
        assert await _is_there(session, "another")
        await session.delete(row)
        assert not await _is_there(session, "another")


async def test_the_session_sees_what_a_statement_wrote(database: Database) -> None:
    async with database.transaction() as session:
        session.add(MarkRow(name="first", at=NOW))
        await session.flush()
        await _leave(session, "second")
        assert await session.get(MarkRow, "second")
    async with database.reading() as session:
        assert await _is_there(session, "first")
        assert await _is_there(session, "second")


@pytest.mark.parametrize("has_begun", [True, False])
async def test_what_a_statement_wrote_is_undone_with_its_turn(database: Database, has_begun: bool) -> None:
    async def turn() -> None:
        async with database.transaction() as session:
            if has_begun:
                session.add(MarkRow(name="of the session", at=NOW))
            await _leave(session, "of a statement")
            raise RuntimeError("the turn failed")

    with pytest.raises(RuntimeError):
        await turn()
    async with database.reading() as session:
        assert not await _is_there(session, "of the session")
        assert not await _is_there(session, "of a statement")


@pytest.mark.parametrize("has_begun", [True, False])
async def test_what_a_statement_wrote_is_undone_with_a_part_of_the_turn(
    database: Database, has_begun: bool
) -> None:
    async def part(session: AsyncSession) -> None:
        async with session.begin_nested():
            await _leave(session, "inside")
            assert await _is_there(session, "inside")
            raise RuntimeError("this part failed")

    async with database.transaction() as session:
        if has_begun:
            session.add(MarkRow(name="before", at=NOW))
            await session.flush()
        with pytest.raises(RuntimeError):
            await part(session)
        assert not await _is_there(session, "inside")
        await _leave(session, "after")
    async with database.reading() as session:
        assert not await _is_there(session, "inside")
        assert await _is_there(session, "after")


async def test_each_of_many_and_lists(database: Database) -> None:
    many = [{"name": name, "at": NOW} for name in ("a", "b", "c", "a")]
    async with database.transaction() as session:
        await _REPLACE.each(session, many)
        await _REPLACE.each(session, [])
        found = await _THESE.rows(session, {"names": ["c", "a", "d"]})
        assert [name for (name,) in found] == ["a", "c"]
        assert not await _THESE.rows(session, {"names": []})


async def test_looking_sees_what_is_committed(database: Database, other: Database) -> None:
    for name in ("one", "another"):
        async with other.transaction() as writing:
            await _leave(writing, name)
            async with database.reading() as session:
                assert not await _is_there(session, name)
        async with database.reading() as session:
            assert await _is_there(session, name)
            assert await session.get(MarkRow, name)
            assert await _is_there(session, name)
