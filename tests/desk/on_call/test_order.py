"""Who is on duty: orders of the chat and of the file, who stands in, and who leaves."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from itgov_bot.desk.on_call import (
    clear_order,
    end_stand_ins,
    everybody_on_duty,
    put_on_duty,
    set_order,
    stand_in,
    swaps,
    take_off_duty,
    view,
)
from itgov_bot.desk.people import revoke_role
from itgov_bot.desk.personal_data import forget_person
from itgov_bot.domain.facts import (
    DutyFact,
    HoleAhead,
    NobodyOnDuty,
    PutInRota,
    StandInEnded,
    StandInMade,
    SwapClosed,
)
from itgov_bot.domain.people import Role
from itgov_bot.domain.rota import DutySpan
from itgov_bot.storage import roles
from tests.desk.on_call.office import NIGHT, REFERENCE, TUESDAY, Office, at


@pytest.mark.parametrize("week", range(4))
async def test_the_first_of_an_order_has_the_present_week(office: Office, week: int) -> None:
    office.is_now(TUESDAY + timedelta(days=7 * week))
    await office.takes_turns("ana", "beto", "caro")
    assert await office.by_week() == ["ana", "beto", "caro", "ana"]
    plan = await view(office.desk)
    assert (plan.source, plan.rotating) == ("chat", 1)


async def test_whoever_takes_turns_has_the_role_and_hears_of_the_first_one(office: Office) -> None:
    ana, beto = await office.team("ana", "beto")
    await set_order(office.desk, [ana, beto], ana)
    assert Role.ON_CALL in await roles.of(office.desk.session, beto.id)
    told = [one for one in office.desk.facts if isinstance(one, PutInRota)]
    spans = {one.person.user: one.first.span for one in told if one.first}
    assert spans == {"ana": DutySpan(TUESDAY, at(16, 8)), "beto": DutySpan(at(16, 8), at(23, 8))}


async def test_who_leaves_lets_the_others_go_on_from_this_week(office: Office) -> None:
    await office.takes_turns("ana", "beto", "caro")
    assert await take_off_duty(office.desk, await office.person("beto"))
    assert await office.by_week(3) == ["ana", "caro", "ana"]
    assert await take_off_duty(office.desk, await office.person("ana"))
    assert await office.by_week(2) == ["caro", "caro"]
    assert not await take_off_duty(office.desk, await office.person("ana"))


async def test_the_fixed_ones_stand_behind_and_are_the_ladder_without_turns(office: Office) -> None:
    dora = await office.person("dora")
    await put_on_duty(office.desk, dora, 1, dora)
    assert [(step, one.user) for step, one in await everybody_on_duty(office.desk)] == [(1, "dora")]
    await office.takes_turns("ana", "beto")
    found = await everybody_on_duty(office.desk)
    assert [(step, one.user) for step, one in found] == [(1, "ana"), (2, "dora")]
    await clear_order(office.desk, dora)
    assert await office.by_week(1) == ["dora"]


# The order of the file


@pytest.fixture
def with_file(office: Office) -> Office:
    """The week of Monday the ninth is ana's."""
    rules = replace(REFERENCE.rota, order=("ana", "beto", "caro"), counts_from=date(2026, 11, 12))
    office.desk = replace(office.desk, reference=replace(REFERENCE, rota=rules))
    return office


async def test_people_of_the_file_are_counted_on_once_the_desk_knows_them(with_file: Office) -> None:
    assert await with_file.by_week(1) == ["-"]
    await with_file.team("ana", "caro")
    await with_file.round(TUESDAY)
    assert await with_file.by_week() == ["ana", "caro", "caro", "ana"]
    assert (await view(with_file.desk)).unknown == ("beto",)
    await with_file.person("beto")
    await with_file.round(TUESDAY)
    assert await with_file.by_week() == ["ana", "beto", "caro", "ana"]
    assert (await view(with_file.desk)).source == "file"


async def test_who_lost_the_role_stays_without_though_the_file_names_them(with_file: Office) -> None:
    ana, *_ = await with_file.team("ana", "beto", "caro")
    await with_file.round(TUESDAY)
    await revoke_role(with_file.desk, ana, Role.ON_CALL, None)
    await with_file.round(TUESDAY)
    assert await with_file.by_week() == ["beto", "beto", "caro", "beto"]


async def test_the_order_of_the_chat_counts_more_than_that_of_the_file(with_file: Office) -> None:
    await with_file.team("ana", "beto", "caro")
    await with_file.round(TUESDAY)
    await with_file.takes_turns("dora", "ana")
    assert await with_file.by_week(2) == ["dora", "ana"]
    await clear_order(with_file.desk, await with_file.person("dora"))
    assert await with_file.by_week(2) == ["ana", "beto"]


# Standing in


async def test_somebody_stands_in_for_whoever_is_on_also_over_a_hand_over(office: Office) -> None:
    await office.takes_turns("ana", "beto", "caro")
    caro = await office.person("caro")
    made = await stand_in(office.desk, caro, DutySpan(at(15, 20), at(17, 8)), caro)
    moments = (at(15, 19, 59), at(15, 20), at(16, 8), at(17, 7, 59), at(17, 8))
    assert await office.on_duty(*moments) == ["ana", "caro", "caro", "caro", "beto"]
    covered = [one.instead_of.user for one in office.desk.facts if isinstance(one, StandInMade)]
    assert covered == ["ana", "beto"]
    assert await end_stand_ins(office.desk, [one.id for one in made]) == 2
    assert await office.on_duty(*moments) == ["ana", "ana", "beto", "beto", "beto"]
    assert await end_stand_ins(office.desk, [one.id for one in made]) == 0


async def test_who_is_on_already_needs_not_stand_in(office: Office) -> None:
    await office.takes_turns("ana", "beto")
    ana = await office.person("ana")
    assert await stand_in(office.desk, ana, NIGHT, ana) == []


# Leaving


async def test_who_loses_the_role_or_is_forgotten_leaves_all_that_is_to_come(office: Office) -> None:
    await office.takes_turns("ana", "beto", "caro")
    beto, caro = await office.team("beto", "caro")
    await stand_in(office.desk, caro, NIGHT, beto)
    await revoke_role(office.desk, caro, Role.ON_CALL, beto)
    assert await office.on_duty(at(14, 22)) == ["ana"]
    ended = [one for one in office.desk.facts if isinstance(one, StandInEnded)]
    assert [(one.person.user, one.is_back) for one in ended] == [("ana", True)]
    await forget_person(office.desk, beto)
    assert await office.by_week(3) == ["ana", "ana", "ana"]


async def test_the_last_one_who_leaves_is_told_of_at_once(office: Office) -> None:
    await office.takes_turns("ana")
    await revoke_role(office.desk, await office.person("ana"), Role.ON_CALL, None)
    assert [one for one in office.desk.facts if isinstance(one, DutyFact)] == [NobodyOnDuty()]
    assert await office.round(TUESDAY) == []


async def test_a_hole_that_somebody_leaves_behind_is_told_at_once(office: Office) -> None:
    await office.takes_turns("ana", "beto")
    await office.reach("beto", False)
    await revoke_role(office.desk, await office.person("ana"), Role.ON_CALL, None)
    [hole] = [one for one in office.desk.facts if isinstance(one, HoleAhead)]
    assert [one.user for one in hole.planned] == ["beto"]
    assert hole.is_open


async def test_requests_of_who_leaves_are_closed(office: Office) -> None:
    await office.takes_turns("ana", "beto")
    ana, beto = await office.team("ana", "beto")
    swap = await swaps.ask_swap(office.desk, ana, beto, NIGHT, None)
    await take_off_duty(office.desk, ana)
    closed = [one for one in office.desk.facts if isinstance(one, SwapClosed)]
    assert [(one.person.user, one.why) for one in closed] == [("beto", "left")]
    with pytest.raises(swaps.CannotAnswer, match="answered"):
        await swaps.agree(office.desk, swap.id, beto)
