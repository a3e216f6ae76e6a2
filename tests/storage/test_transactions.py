"""A turn is one transaction: all or nothing, and looking waits for nobody."""

import asyncio

import pytest

from itgov_bot.domain.people import Person
from itgov_bot.replies import Reply
from itgov_bot.storage import health, people, tickets
from itgov_bot.storage.database import Database
from itgov_bot.storage.sending import outbox
from itgov_bot.storage.sending.outbox_items import ReplyItem
from tests.storage.made import NOW, a_person, chat, open_one, sender


async def test_all_or_nothing(database: Database, ana: Person) -> None:
    async def turn() -> None:
        async with database.transaction() as session:
            await open_one(session, ana)
            await outbox.post(session, chat("ana"), ReplyItem(Reply("hola")), NOW)
            await people.record_consent(session, ana.id, "1", "Ana", NOW)
            raise RuntimeError("the turn failed")

    with pytest.raises(RuntimeError):
        await turn()
    async with database.reading() as session:
        assert await tickets.count_of(session, ana.id) == 0
        assert await outbox.ready(session, ["telegram"], NOW, 5) == []
        assert (await people.get(session, ana.id)).name == ""


async def test_a_cancelled_turn_leaves_nothing_and_blocks_nobody(
    database: Database, other: Database, ana: Person
) -> None:
    inside = asyncio.Event()

    async def turn() -> None:
        async with database.transaction() as session:
            await open_one(session, ana)
            inside.set()
            await asyncio.sleep(60)

    task = asyncio.create_task(turn())
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with other.transaction() as session:
        assert (await open_one(session, ana)).number == "SAUS-2026-000001"


async def test_looking_waits_for_nobody_and_sees_what_is_committed(
    database: Database, other: Database, ana: Person
) -> None:
    async with database.transaction() as session:
        await open_one(session, ana)
        for one in (database, other):
            async with asyncio.timeout(5), one.reading() as looking:
                assert await tickets.count_of(looking, ana.id) == 0
    async with other.reading() as looking:
        assert await tickets.count_of(looking, ana.id) == 1


async def test_many_turns_of_two_processes_all_get_through(database: Database, other: Database) -> None:
    await asyncio.gather(*(a_person(one, f"person {n}") for n in range(20) for one in (database, other)))
    async with database.transaction() as session:
        await people.get_or_create(session, sender("person 20"), "x", NOW)
        assert (await health.counts(session, NOW)).people == 21
