"""The marks of what happened once, and of what happened last."""

import asyncio
from datetime import UTC, datetime, timedelta

from itgov_bot.storage import marks
from itgov_bot.storage.database import Database

NOW = datetime(2026, 11, 10, 15, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


async def test_of_several_workers_one_leaves_the_mark(database: Database, other: Database) -> None:
    async def mark(where: Database) -> bool:
        async with where.transaction() as session:
            return await marks.mark_once(session, "maintenance:1", NOW)

    left = await asyncio.gather(*(mark(worker) for worker in (database, other) * 4))
    assert sum(left) == 1
    async with database.transaction() as session:
        await marks.forget_before("maintenance:", session, NOW)
        assert not await marks.mark_once(session, "maintenance:1", NOW)
        await marks.forget_before("maintenance:", session, NOW + MINUTE)
        assert await marks.mark_once(session, "maintenance:1", NOW)


async def test_an_instant_only_moves_on_and_one_worker_moves_it(database: Database, other: Database) -> None:
    async def move(where: Database, minutes: int) -> bool:
        async with where.transaction() as session:
            since = await marks.last(session, "night")
            return await marks.move_on(session, "night", since, NOW + minutes * MINUTE)

    assert sorted(await asyncio.gather(move(database, 1), move(other, 1))) == [False, True]
    assert sorted(await asyncio.gather(move(database, 2), move(other, 2))) == [False, True]
    assert not await move(database, 1)
    async with database.reading() as session:
        assert await marks.last(session, "night") == NOW + 2 * MINUTE


async def test_what_is_over_may_be_marked_again(database: Database) -> None:
    async with database.transaction() as session:
        for name in ("hole:a", "hole:b", "hand_over:1"):
            assert await marks.mark_once(session, name, NOW)
        await marks.forget_besides(session, "hole:", ["hole:b"])
        left = [await marks.mark_once(session, name, NOW) for name in ("hole:a", "hole:b", "hand_over:1")]
        assert left == [True, False, False]


async def test_what_happens_again_is_known_by_its_last_time(database: Database, other: Database) -> None:
    async with database.reading() as session:
        assert await marks.last(session, "rounds") is None

    async def beat(one: Database) -> None:
        async with one.transaction() as session:
            await marks.renew(session, "rounds", NOW)

    await asyncio.gather(beat(database), beat(other))
    async with other.transaction() as session:
        await marks.renew(session, "rounds", NOW + MINUTE)
    async with database.reading() as session:
        assert await marks.last(session, "rounds") == NOW + MINUTE
        assert await marks.last(session, "heartbeat") is None
