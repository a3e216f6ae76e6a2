"""The topic of a ticket: opened by exactly one worker, and only the one who opens it says how that ended."""

import asyncio

import pytest

from itgov_bot.domain.people import Person
from itgov_bot.storage.database import Database
from itgov_bot.storage.sending import topics
from itgov_bot.storage.sending.topics import Topic
from tests.storage.made import MINUTE, NOW, a_ticket, chat

GROUP = chat("-100")


@pytest.fixture
async def ticket(database: Database, ana: Person) -> int:
    return (await a_ticket(database, ana)).id


@pytest.mark.parametrize("known", [None, Topic(opening_since=NOW), Topic(refused_until=NOW)], ids=repr)
async def test_of_several_workers_one_opens(
    database: Database, other: Database, ticket: int, known: Topic | None
) -> None:
    async with database.transaction() as session:
        if known:
            assert await topics.begin(session, ticket, GROUP, None, NOW)
        if known and known.refused_until:
            await topics.set_refused(session, ticket, GROUP, NOW, NOW)

    async def worker(one: Database, minutes: int) -> bool:
        async with one.transaction() as session:
            return await topics.begin(session, ticket, GROUP, known, NOW + minutes * MINUTE)

    won = await asyncio.gather(worker(database, 5), worker(other, 6), worker(other, 7))
    assert won.count(True) == 1
    async with database.reading() as session:
        found = await topics.find(session, ticket, GROUP)
    assert found == Topic(opening_since=NOW + (5 + won.index(True)) * MINUTE)


async def test_whose_opening_was_taken_over_changes_nothing(database: Database, ticket: int) -> None:
    async with database.transaction() as session:
        await topics.begin(session, ticket, GROUP, None, NOW)
        assert await topics.begin(session, ticket, GROUP, Topic(opening_since=NOW), NOW + MINUTE)
        await topics.set_opened(session, ticket, GROUP, NOW, "7", "late")
        await topics.set_refused(session, ticket, GROUP, NOW, NOW + MINUTE)
        await topics.forget(session, ticket, GROUP, Topic(opening_since=NOW))
        assert await topics.find(session, ticket, GROUP) == Topic(opening_since=NOW + MINUTE)
        await topics.set_opened(session, ticket, GROUP, NOW + MINUTE, "8", "SAUS-1")
        assert await topics.find(session, ticket, GROUP) == Topic("8", "SAUS-1")


async def test_what_is_shown_belongs_to_its_thread(database: Database, ticket: int) -> None:
    async with database.transaction() as session:
        await topics.begin(session, ticket, GROUP, None, NOW)
        await topics.set_opened(session, ticket, GROUP, NOW, "8", "SAUS-1")
        await topics.set_shown(session, ticket, GROUP, "7", "other", closed=True)
        assert await topics.find(session, ticket, GROUP) == Topic("8", "SAUS-1")
        await topics.set_shown(session, ticket, GROUP, "8", "✅ SAUS-1", closed=True)
        assert await topics.find(session, ticket, GROUP) == Topic("8", "✅ SAUS-1", closed=True)
        await topics.forget(session, ticket, GROUP, Topic("7"))
        assert await topics.find(session, ticket, GROUP)
        await topics.forget(session, ticket, GROUP, Topic("8"))
        assert await topics.find(session, ticket, GROUP) is None


async def test_a_group_that_moved_keeps_its_topics(database: Database, ticket: int) -> None:
    async with database.transaction() as session:
        await topics.begin(session, ticket, GROUP, None, NOW)
        await topics.set_opened(session, ticket, GROUP, NOW, "8", "SAUS-1")
        await topics.move_chat(session, "telegram", "-100", "-200")
        assert await topics.find(session, ticket, GROUP) is None
        assert await topics.find(session, ticket, chat("-200")) == Topic("8", "SAUS-1")
