"""What time makes due of the guard: hand-overs and holes."""

from datetime import datetime

from itgov_bot.desk.on_call import (
    duty_plan,
    put_on_duty,
    stand_in,
)
from itgov_bot.domain.facts import (
    DutyBegan,
    DutyEnded,
    DutyFact,
    HoleAhead,
)
from itgov_bot.domain.rota import DutySpan
from tests.desk.on_call.office import NIGHT, TUESDAY, Office, at


def changed(facts: list[DutyFact]) -> list[tuple[str, str]]:
    return [
        ("begins" if isinstance(one, DutyBegan) else "ends", one.person.user)
        for one in facts
        if isinstance(one, DutyBegan | DutyEnded)
    ]


async def test_a_hand_over_is_told_once_to_both(turns: Office) -> None:
    assert changed(await turns.round(at(16, 7, 59))) == []
    facts = await turns.round(at(16, 8))
    assert sorted(changed(facts)) == [("begins", "beto"), ("ends", "ana")]
    [began] = [one for one in facts if isinstance(one, DutyBegan)]
    assert (began.step, began.until, [one.user for one in began.instead_of]) == (1, at(23, 8), ["ana"])
    assert changed(await turns.round(at(16, 8, 1))) == []


async def test_an_order_that_begins_in_the_middle_of_a_week_hands_nothing_over(office: Office) -> None:
    office.is_now(at(9, 9))
    await office.takes_turns("ana", "beto")
    assert changed(await office.round(at(9, 9, 1))) == []


async def test_a_stand_in_begins_and_ends_as_a_hand_over(turns: Office) -> None:
    caro = await turns.person("caro")
    await stand_in(turns.desk, caro, NIGHT, caro)
    facts = await turns.round(at(14, 20))
    assert sorted(changed(facts)) == [("begins", "caro"), ("ends", "ana")]
    assert sorted(changed(await turns.round(at(15, 8)))) == [("begins", "ana"), ("ends", "caro")]


async def test_a_hand_over_while_the_program_was_down_is_told_when_it_is_back(turns: Office) -> None:
    assert sorted(changed(await turns.round(at(17, 7)))) == [("begins", "beto"), ("ends", "ana")]


async def test_of_several_changes_meanwhile_only_what_came_of_them_is_told(turns: Office) -> None:
    caro = await turns.person("caro")
    await stand_in(turns.desk, caro, DutySpan(at(14, 20), at(14, 22)), caro)
    assert changed(await turns.round(at(14, 23))) == []


# Holes


async def holes_told(office: Office, when: datetime) -> list[tuple[datetime, datetime]]:
    facts = await office.round(when)
    return [(one.hole.span.starts_at, one.hole.span.ends_at) for one in facts if isinstance(one, HoleAhead)]


async def test_a_hole_is_warned_of_days_ahead_and_the_day_before(turns: Office) -> None:
    await turns.reach("beto", False)
    beto_week = [(at(16, 8), at(23, 8))]  # Monday is a holiday: it begins in closed hours
    assert await holes_told(turns, at(13, 7, 59)) == []
    assert await holes_told(turns, at(13, 8)) == beto_week
    assert await holes_told(turns, at(13, 8, 1)) == []
    assert await holes_told(turns, at(15, 7, 59)) == []
    assert await holes_told(turns, at(15, 8)) == beto_week
    assert await holes_told(turns, at(15, 8, 1)) == []
    assert await holes_told(turns, at(18)) == []


async def test_a_hole_that_is_there_already_is_told_once(turns: Office) -> None:
    await turns.reach("ana", False)
    assert await holes_told(turns, at(12)) == [(at(9, 18), at(16, 8))]
    assert await holes_told(turns, at(13)) == []


async def test_a_hole_that_was_mended_and_is_there_again_is_told_again(turns: Office) -> None:
    await turns.reach("ana", False)
    assert len(await holes_told(turns, at(12))) == 1
    await turns.reach("ana", True)
    assert await holes_told(turns, at(12, 13)) == []
    await turns.reach("ana", False)
    assert len(await holes_told(turns, at(12, 14))) == 1


async def test_without_any_guard_nobody_is_warned(office: Office) -> None:
    assert await holes_told(office, at(12)) == []


async def test_the_plan_of_an_instant_knows_who_is_fixed_there(office: Office) -> None:
    dora, ana = await office.team("dora", "ana")
    await put_on_duty(office.desk, dora, 1, dora)
    plan = await duty_plan(office.desk, DutySpan(TUESDAY, at(11)))
    assert (plan.counts_on(dora), plan.counts_on(ana), plan.stints(dora)) == (True, False, [])
