"""Who is on duty: the ladder, the order of the weeks, stand-ins, swaps, and what was told of them."""

import asyncio
from datetime import timedelta

from itgov_bot.domain.people import Person, Role
from itgov_bot.domain.rota import DutySpan, Override, Swap
from itgov_bot.storage import people, roles
from itgov_bot.storage.database import Database
from itgov_bot.storage.duty import rota
from tests.storage.made import NOW, a_person

DAY = timedelta(days=1)
WEEK = DutySpan(NOW, NOW + 7 * DAY)
NEXT_WEEK = DutySpan(NOW + 7 * DAY, NOW + 14 * DAY)


async def test_the_ladder_is_told_by_step(database: Database, ana: Person, beto: Person) -> None:
    async with database.transaction() as session:
        await rota.put_on_duty(session, ana.id, 2)
        await rota.put_on_duty(session, beto.id, 1)
        assert [(step, one.user) for step, one in await rota.fixed(session)] == [(1, "beto"), (2, "ana")]
        await rota.put_on_duty(session, ana.id, 1)
        assert [(step, one.user) for step, one in await rota.fixed(session)] == [(1, "ana"), (1, "beto")]
        assert await rota.take_off_duty(session, beto.id)
        assert not await rota.take_off_duty(session, beto.id)
        assert [one.user for _, one in await rota.fixed(session)] == ["ana"]


async def test_an_order_takes_the_place_of_the_one_before(
    database: Database, ana: Person, beto: Person
) -> None:
    caro = await a_person(database, "caro")
    async with database.transaction() as session:
        await rota.set_turns(session, [ana.id, beto.id, caro.id])
        assert [one.user for one in await rota.turns(session)] == ["ana", "beto", "caro"]
        await rota.set_turns(session, [caro.id, ana.id])
        assert [one.user for one in await rota.turns(session)] == ["caro", "ana"]
        await rota.set_turns(session, [])
        assert await rota.turns(session) == []


async def test_of_the_users_of_a_file_those_count_who_have_the_role(
    database: Database, ana: Person, beto: Person
) -> None:
    caro = await a_person(database, "caro")
    users = ["ana", "beto", "caro", "nobody"]
    async with database.transaction() as session:
        for one in (ana, beto):
            await roles.grant(session, one.id, Role.ON_CALL, None, NOW)
        await roles.revoke(session, beto.id, Role.ON_CALL, None, NOW)
        assert list(await rota.on_call(session, "telegram", users)) == ["ana"]
        assert await rota.on_call(session, "terminal", users) == {}
        assert [one.id for one in await rota.never_on_call(session, "telegram", users)] == [caro.id]
        await people.forget(session, caro.id, NOW)
        assert await rota.never_on_call(session, "telegram", users) == []


async def test_stand_ins_of_a_span_are_those_that_touch_it(
    database: Database, ana: Person, beto: Person
) -> None:
    async with database.transaction() as session:
        made = await rota.add_override(session, Override(ana.id, beto.id, WEEK), ana.id, NOW)
        assert made == Override(ana.id, beto.id, WEEK, made.id)
        instant = timedelta(microseconds=1)
        for start, end, touches in (
            (NOW - DAY, NOW, False),
            (NOW - DAY, NOW + instant, True),
            (NOW + 7 * DAY, NOW + 8 * DAY, True),  # there the ladder changes
            (NOW + 7 * DAY + instant, NOW + 8 * DAY, False),
        ):
            assert await rota.overrides(session, DutySpan(start, end)) == ([made] if touches else [])


async def test_what_was_stood_in_for_already_stays(database: Database, ana: Person, beto: Person) -> None:
    async with database.transaction() as session:
        begun = await rota.add_override(session, Override(ana.id, beto.id, WEEK), None, NOW)
        coming = await rota.add_override(session, Override(beto.id, ana.id, NEXT_WEEK), None, NOW)
        over = DutySpan(NOW - 2 * DAY, NOW - DAY)
        gone = await rota.add_override(session, Override(ana.id, beto.id, over), None, NOW)
        assert await rota.end_overrides_of(session, ana.id, NOW + DAY) == [begun, coming]
        left = await rota.overrides(session, DutySpan(NOW - 30 * DAY, NOW + 30 * DAY))
        assert left == [Override(ana.id, beto.id, DutySpan(NOW, NOW + DAY), begun.id), gone]
        assert await rota.end_overrides_of(session, ana.id, NOW + DAY) == []


async def test_stand_ins_are_undone_by_their_ids(database: Database, ana: Person, beto: Person) -> None:
    async with database.transaction() as session:
        one = await rota.add_override(session, Override(ana.id, beto.id, NEXT_WEEK), None, NOW)
        other = await rota.add_override(session, Override(beto.id, ana.id, NEXT_WEEK), None, NOW)
        assert await rota.end_overrides(session, [one.id, 999], NOW) == [one]
        assert await rota.overrides(session, NEXT_WEEK) == [other]


async def test_a_swap_waits_until_it_is_answered(database: Database, ana: Person, beto: Person) -> None:
    caro = await a_person(database, "caro")
    async with database.transaction() as session:
        favour = await rota.add_swap(session, Swap(0, ana.id, beto.id, WEEK), NOW)
        swap = await rota.add_swap(session, Swap(0, beto.id, caro.id, WEEK, NEXT_WEEK), NOW)
        assert swap == Swap(swap.id, beto.id, caro.id, WEEK, NEXT_WEEK)
        assert await rota.open_swaps(session) == [favour, swap]
        assert await rota.open_swaps(session, ana.id) == [favour]
        assert await rota.open_swaps(session, beto.id) == [favour, swap]
        assert await rota.answer_swap(session, swap.id, True, NOW)
        assert await rota.open_swaps(session) == [favour]
        assert await rota.swap(session, swap.id) == Swap(
            swap.id, beto.id, caro.id, WEEK, NEXT_WEEK, answered_at=NOW, is_agreed=True
        )
        assert await rota.swap(session, 999) is None


async def test_of_two_answers_at_once_one_counts(
    database: Database, other: Database, ana: Person, beto: Person
) -> None:
    async with database.transaction() as session:
        swap = await rota.add_swap(session, Swap(0, ana.id, beto.id, WEEK), NOW)

    async def answers(worker: Database, agreed: bool) -> bool:
        async with worker.transaction() as session:
            return await rota.answer_swap(session, swap.id, agreed, NOW)

    counted = await asyncio.gather(answers(database, True), answers(other, False), answers(other, True))
    assert sum(counted) == 1
