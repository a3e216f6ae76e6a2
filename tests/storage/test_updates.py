"""Seen updates: a second arrival has no effect, also when both are handled at the same moment."""

import asyncio

import pytest

from itgov_bot.domain.people import Person
from itgov_bot.storage import conversations, updates
from itgov_bot.storage.database import Database
from itgov_bot.storage.updates import AlreadySeen
from tests.storage.made import MINUTE, NOW, open_one


async def mark(database: Database, key: str) -> None:
    async with database.transaction() as session:
        await updates.mark_seen(session, key, NOW)


async def test_an_update_is_seen_once(database: Database) -> None:
    await mark(database, "telegram:1")
    with pytest.raises(AlreadySeen):
        await mark(database, "telegram:1")
    await mark(database, "telegram:2")


async def test_a_turn_that_failed_leaves_no_mark(database: Database) -> None:
    async def turn() -> None:
        async with database.transaction() as session:
            await updates.mark_seen(session, "telegram:1", NOW)
            raise RuntimeError("the turn failed")

    with pytest.raises(RuntimeError):
        await turn()
    await mark(database, "telegram:1")


async def test_of_two_turns_with_one_update_exactly_one_opens_a_case(
    database: Database, other: Database, ana: Person
) -> None:
    async def turn(one: Database) -> str:
        async with one.transaction() as session:
            await updates.mark_seen(session, "telegram:1", NOW)
            await asyncio.sleep(0.02)
            return (await open_one(session, ana)).number

    ended = await asyncio.gather(turn(database), turn(other), turn(other), return_exceptions=True)
    assert sorted(type(one).__name__ for one in ended) == ["AlreadySeen", "AlreadySeen", "str"]
    assert "SAUS-2026-000001" in ended


async def test_the_second_turn_goes_on_when_the_first_was_undone(database: Database, other: Database) -> None:
    marked = asyncio.Event()

    async def first() -> None:
        async with database.transaction() as session:
            await updates.mark_seen(session, "telegram:1", NOW)
            marked.set()
            await asyncio.sleep(0.05)
            raise RuntimeError("the turn failed")

    async def second() -> None:
        await marked.wait()
        await mark(other, "telegram:1")

    failed, done = await asyncio.gather(first(), second(), return_exceptions=True)
    assert isinstance(failed, RuntimeError)
    assert done is None


async def test_old_marks_are_forgotten(database: Database) -> None:
    async with database.transaction() as session:
        await updates.mark_seen(session, "old", NOW - MINUTE)
        await updates.mark_seen(session, "new", NOW)
        await updates.forget_seen_before(session, NOW)
        await updates.mark_seen(session, "old", NOW)
        with pytest.raises(AlreadySeen):
            await updates.mark_seen(session, "new", NOW)


async def test_a_conversation_is_kept_by_person_and_chat(
    database: Database, ana: Person, beto: Person
) -> None:
    async with database.transaction() as session:
        await conversations.keep(session, ana.id, "ana", {"step": "place", "values": {"text": "año 🖥"}}, NOW)
        await conversations.keep(session, ana.id, "group", {"step": "text"}, NOW)
        await conversations.keep(session, beto.id, "group", {}, NOW)
    async with database.transaction() as session:
        await conversations.keep(session, ana.id, "group", {"step": "done"}, NOW)
    async with database.reading() as session:
        assert await conversations.load(session, ana.id, "ana") == {
            "step": "place",
            "values": {"text": "año 🖥"},
        }
        assert await conversations.load(session, ana.id, "group") == {"step": "done"}
        assert await conversations.load(session, beto.id, "group") == {}
        assert await conversations.load(session, beto.id, "nowhere") == {}
