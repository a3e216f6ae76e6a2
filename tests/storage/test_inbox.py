"""The inbox: kept once, a line of one worker at a time, in order; bounded; free when its worker died."""

import asyncio

from itgov_bot.messages import Arrival
from itgov_bot.storage import inbox, workers
from itgov_bot.storage.database import Database, Session
from itgov_bot.storage.updates import mark_seen
from tests.storage.made import MINUTE, NOW


def written(line: str, number: int) -> Arrival:
    return Arrival(f"{line}:{number}", line, "{}")


async def keep(
    session: Session, worker: str, *arrivals: Arrival, room: int = 100, most: int = 30
) -> inbox.Kept:
    return await inbox.keep(session, arrivals, worker, room, most, NOW)


async def test_what_comes_again_is_kept_once(database: Database) -> None:
    one, two, done = written("ana", 1), written("ana", 2), written("ana", 3)
    async with database.transaction() as session:
        await mark_seen(session, done.key, NOW)
        assert (await keep(session, "a", one, done, one)).taken == [one]
        assert (await keep(session, "a", one, two)).new == [two]


async def test_a_line_is_of_one_worker_until_it_is_empty(database: Database) -> None:
    one, two, other = written("ana", 1), written("ana", 2), written("beto", 1)
    async with database.transaction() as session:
        assert (await keep(session, "a", one)).taken == [one]
        kept = await keep(session, "b", two, other)
        assert (kept.taken, kept.some_left) == ([other], True)
        assert await inbox.take_up(session, "b", 9) == []
        assert await inbox.finish(session, one.key, "a")
        assert await inbox.take_up(session, "b", 9) == [two]


async def test_what_is_beyond_the_room_of_a_worker_waits_for_any(database: Database) -> None:
    arrivals = [written("ana", 1), written("ana", 2), written("beto", 1), written("caro", 1)]
    async with database.transaction() as session:
        kept = await keep(session, "a", *arrivals, room=1)
        assert (kept.taken, kept.some_left) == (arrivals[:1], True)
        assert await inbox.take_up(session, "b", 9) == arrivals[2:]
        assert await inbox.take_up(session, "a", 9) == arrivals[1:2]


async def test_too_many_of_one_line_are_refused(database: Database) -> None:
    async with database.transaction() as session:
        many = [written("ana", number) for number in range(5)]
        kept = await keep(session, "a", *many, written("beto", 1), most=3)
        assert kept.refused == many[3:]
        assert len(kept.taken) == 4
        assert (await keep(session, "a", many[4], most=3)).refused == [many[4]]


async def test_what_a_dead_worker_had_is_free_and_it_finishes_nothing_any_more(database: Database) -> None:
    one, two = written("ana", 1), written("ana", 2)
    async with database.transaction() as session:
        await keep(session, "dead", one, two)
        await workers.say_there(session, "dead", NOW)
        await workers.bury(session, NOW + workers.HOLDS)
        assert await inbox.take_up(session, "b", 9) == []
        await workers.bury(session, NOW + MINUTE)
        assert await inbox.take_up(session, "b", 9) == [one, two]
        assert not await inbox.finish(session, one.key, "dead")


async def test_of_workers_that_take_up_at_once_each_line_has_one(database: Database, other: Database) -> None:
    lines = [f"line {number}" for number in range(10)]
    async with database.transaction() as session:
        await keep(session, "gone", *(written(line, number) for number in range(3) for line in lines))
        await workers.bury(session, NOW)

    async def take(one: Database, worker: str) -> list[Arrival]:
        taken: list[Arrival] = []
        for _ in range(10):
            async with one.transaction() as session:
                taken += await inbox.take_up(session, worker, 4)
        return taken

    taken = await asyncio.gather(take(database, "a"), take(other, "b"))
    owners = [{one.line for one in mine} for mine in taken]
    assert owners[0] | owners[1] == set(lines)
    assert not owners[0] & owners[1]
    assert sum(map(len, taken)) == 30
