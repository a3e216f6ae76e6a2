"""The guard's plan at the desk: orders of the chat and of the file, who leaves it, swaps, hand-overs and holes."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from itgov_bot.desk.desk import Calendars, Desk
from itgov_bot.desk.on_call import (
    clear_order,
    duty_plan,
    end_stand_ins,
    everybody_on_duty,
    put_on_duty,
    set_order,
    stand_in,
    swaps,
    take_off_duty,
    view,
    watch,
)
from itgov_bot.desk.people import revoke_role
from itgov_bot.desk.personal_data import forget_person
from itgov_bot.domain.facts import (
    DutyBegan,
    DutyEnded,
    DutyFact,
    HoleAhead,
    NobodyOnDuty,
    PutInRota,
    StandInEnded,
    StandInMade,
    SwapAgreed,
    SwapClosed,
)
from itgov_bot.domain.people import Person, Role
from itgov_bot.domain.rota import DutySpan
from itgov_bot.storage import people, roles
from itgov_bot.storage.database import Database
from tests.made import city
from tests.storage.made import sender

BOGOTA = ZoneInfo("America/Bogota")
REFERENCE = replace(city(), rota=replace(city().rota, steps=1))
"""One step rotates, on Mondays at eight; holes are warned of three days ahead."""


def at(day: int, hour: int = 12, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=BOGOTA)


TUESDAY = at(10)
NIGHT = DutySpan(at(14, 20), at(15, 8))


@dataclass
class Office:
    """The desk as time goes by, with people by their user name."""

    desk: Desk

    async def person(self, user: str) -> Person:
        return await people.get_or_create(self.desk.session, sender(user), user, self.desk.now)

    async def team(self, *users: str) -> list[Person]:
        return [await self.person(user) for user in users]

    async def takes_turns(self, *users: str) -> None:
        order = await self.team(*users)
        await set_order(self.desk, order, order[0])
        self.desk.facts.clear()

    async def reach(self, user: str, reachable: bool) -> None:
        await people.set_reachable(self.desk.session, "telegram", user, reachable)

    def is_now(self, when: datetime) -> None:
        self.desk = replace(self.desk, now=when)

    async def on_duty(self, *when: datetime) -> list[str]:
        """Who would be called first at each of these instants; a dash for nobody."""
        found = [await everybody_on_duty(self.desk, one) for one in when]
        return [one[0][1].user if one else "-" for one in found]

    async def by_week(self, count: int = 4) -> list[str]:
        return await self.on_duty(*(self.desk.now + timedelta(days=7 * week) for week in range(count)))

    async def round(self, when: datetime) -> list[DutyFact]:
        """What time makes due at an instant, as the round of the rota does it."""
        self.is_now(when)
        self.desk.facts.clear()
        await watch.admit_rota_of_file(self.desk)
        await watch.close_unanswered_swaps(self.desk)
        await watch.tell_hand_overs(self.desk)
        await watch.warn_of_holes(self.desk)
        return [one for one in self.desk.facts if isinstance(one, DutyFact)]


@pytest.fixture
async def office(database: Database) -> AsyncIterator[Office]:
    async with database.transaction() as session:
        yield Office(Desk(session, TUESDAY, REFERENCE, Calendars.of(REFERENCE)))


# The order


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


# Swaps


MINE, THEIRS = DutySpan(at(16, 8), at(23, 8)), DutySpan(at(23, 8), at(30, 8))


@pytest.fixture
async def turns(office: Office) -> Office:
    """Ana has this week, beto the next one, caro the one after it."""
    await office.takes_turns("ana", "beto", "caro")
    return office


async def test_a_swap_that_is_agreed_changes_both_weeks(turns: Office) -> None:
    beto, caro = await turns.team("beto", "caro")
    swap = await swaps.ask_swap(turns.desk, beto, caro, MINE, THEIRS)
    assert await turns.by_week() == ["ana", "beto", "caro", "ana"]
    await swaps.agree(turns.desk, swap.id, caro)
    assert await turns.by_week() == ["ana", "caro", "beto", "ana"]
    assert [one for one in turns.desk.facts if isinstance(one, SwapAgreed)]
    with pytest.raises(swaps.CannotAnswer, match="answered"):
        await swaps.refuse(turns.desk, swap.id, beto)


async def test_a_favour_is_not_returned(turns: Office) -> None:
    beto, caro = await turns.team("beto", "caro")
    swap = await swaps.ask_swap(turns.desk, beto, caro, MINE, None)
    await swaps.agree(turns.desk, swap.id, caro)
    assert await turns.by_week() == ["ana", "caro", "caro", "ana"]


@pytest.mark.parametrize(
    ("by", "span", "other", "problem"),
    [
        ("ana", MINE, None, "not_theirs"),
        ("beto", MINE, MINE, "not_others"),
        ("beto", DutySpan(at(16, 8), at(24, 8)), None, "not_theirs"),
        ("ana", DutySpan(TUESDAY, at(11)), None, "past"),
        ("beto", MINE, DutySpan(at(9), at(12)), "past"),
    ],
)
async def test_what_cannot_be_asked(
    turns: Office, by: str, span: DutySpan, other: DutySpan | None, problem: str
) -> None:
    asker, caro = await turns.team(by, "caro")
    with pytest.raises(swaps.CannotAsk, match=problem):
        await swaps.ask_swap(turns.desk, asker, caro, span, other)


async def test_somebody_who_cannot_be_reached_is_not_asked(turns: Office) -> None:
    await turns.reach("caro", False)
    beto = await turns.person("beto")
    caro = replace(await turns.person("ana"), reachable=False)
    with pytest.raises(swaps.CannotAsk, match="unreachable"):
        await swaps.ask_swap(turns.desk, beto, caro, MINE, None)
    assert [one.user for one in await swaps.colleagues(turns.desk, beto)] == ["ana"]


async def test_the_same_is_not_asked_twice_of_one_person(turns: Office) -> None:
    ana, beto, caro = await turns.team("ana", "beto", "caro")
    await swaps.ask_swap(turns.desk, beto, caro, MINE, None)
    with pytest.raises(swaps.CannotAsk, match="asked_already"):
        await swaps.ask_swap(turns.desk, beto, caro, MINE, THEIRS)
    await swaps.ask_swap(turns.desk, beto, ana, MINE, None)


async def test_only_who_was_asked_agrees_and_only_the_two_can_end_it(turns: Office) -> None:
    ana, beto, caro = await turns.team("ana", "beto", "caro")
    swap = await swaps.ask_swap(turns.desk, beto, caro, MINE, None)
    for person, answer in ((ana, swaps.agree), (ana, swaps.refuse), (beto, swaps.agree)):
        with pytest.raises(swaps.CannotAnswer, match="not_yours"):
            await answer(turns.desk, swap.id, person)
    with pytest.raises(swaps.CannotAnswer, match="unknown"):
        await swaps.agree(turns.desk, swap.id + 1, caro)
    await swaps.refuse(turns.desk, swap.id, beto)
    assert [one.why for one in turns.desk.facts if isinstance(one, SwapClosed)] == ["taken_back"]


async def test_what_is_agreed_to_after_the_plan_changed_does_not_count(turns: Office) -> None:
    beto, caro = await turns.team("beto", "caro")
    swap = await swaps.ask_swap(turns.desk, beto, caro, MINE, None)
    await turns.takes_turns("ana", "caro", "beto")
    with pytest.raises(swaps.CannotAnswer, match="changed"):
        await swaps.agree(turns.desk, swap.id, caro)
    assert await turns.by_week(3) == ["ana", "caro", "beto"]


async def test_a_request_without_an_answer_ends_where_it_would_begin(turns: Office) -> None:
    beto, caro = await turns.team("beto", "caro")
    swap = await swaps.ask_swap(turns.desk, beto, caro, MINE, THEIRS)
    closed = [one for one in await turns.round(at(16, 7, 59)) if isinstance(one, SwapClosed)]
    assert closed == []
    closed = [one for one in await turns.round(at(16, 8)) if isinstance(one, SwapClosed)]
    assert [(one.person.user, one.why) for one in closed] == [("beto", "unanswered"), ("caro", "too_late")]
    with pytest.raises(swaps.CannotAnswer, match="answered"):
        await swaps.agree(turns.desk, swap.id, caro)
    assert await turns.on_duty(at(17)) == ["beto"]


async def test_too_late_is_too_late_also_before_the_round_comes(turns: Office) -> None:
    beto, caro = await turns.team("beto", "caro")
    swap = await swaps.ask_swap(turns.desk, beto, caro, MINE, None)
    turns.is_now(at(16, 8))
    with pytest.raises(swaps.CannotAnswer, match="too_late"):
        await swaps.agree(turns.desk, swap.id, caro)


# Hand-overs


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
