"""Weeks that are asked for and given in return."""

from dataclasses import replace

import pytest

from itgov_bot.desk.on_call import (
    swaps,
)
from itgov_bot.domain.facts import (
    SwapAgreed,
    SwapClosed,
)
from itgov_bot.domain.rota import DutySpan
from tests.desk.on_call.office import TUESDAY, Office, at

MINE, THEIRS = DutySpan(at(16, 8), at(23, 8)), DutySpan(at(23, 8), at(30, 8))


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


async def test_an_offer_counts_when_it_is_wanted_and_asks_nothing(turns: Office) -> None:
    beto, caro = await turns.team("beto", "caro")
    offer = await swaps.offer(turns.desk, caro, beto, MINE)
    assert offer.offered == MINE
    assert await turns.by_week() == ["ana", "beto", "caro", "ana"]
    await swaps.agree(turns.desk, offer.id, beto)
    assert await turns.by_week() == ["ana", "caro", "caro", "ana"]
    with pytest.raises(swaps.CannotAsk, match="not_others"):
        await swaps.offer(turns.desk, caro, beto, MINE)


async def test_what_was_agreed_goes_back_by_a_request_or_an_offer(turns: Office) -> None:
    beto, caro = await turns.team("beto", "caro")
    for goes_back in ("request", "offer"):
        favour = await swaps.ask_swap(turns.desk, beto, caro, MINE, None)
        await swaps.agree(turns.desk, favour.id, caro)
        if goes_back == "request":
            back = await swaps.ask_swap(turns.desk, caro, beto, MINE, None)
            await swaps.agree(turns.desk, back.id, beto)
        else:
            back = await swaps.offer(turns.desk, beto, caro, MINE)
            await swaps.agree(turns.desk, back.id, caro)
        assert await turns.by_week() == ["ana", "beto", "caro", "ana"]
        assert await swaps.stand_ins(turns.desk) == []


async def test_a_part_of_what_was_agreed_goes_back_alone(turns: Office) -> None:
    beto, caro = await turns.team("beto", "caro")
    favour = await swaps.ask_swap(turns.desk, beto, caro, MINE, None)
    await swaps.agree(turns.desk, favour.id, caro)
    back = await swaps.ask_swap(turns.desk, caro, beto, DutySpan(at(18, 8), at(19, 8)), None)
    await swaps.agree(turns.desk, back.id, beto)
    assert await turns.on_duty(at(17), at(18), at(19)) == ["caro", "beto", "caro"]


async def test_who_was_asked_as_well_needs_not_answer_any_more(turns: Office) -> None:
    ana, beto, caro = await turns.team("ana", "beto", "caro")
    first = await swaps.ask_swap(turns.desk, beto, caro, MINE, None)
    other = await swaps.ask_swap(turns.desk, beto, ana, MINE, None)
    await swaps.agree(turns.desk, first.id, caro)
    closed = [one for one in turns.desk.facts if isinstance(one, SwapClosed)]
    assert [(one.person, one.swap.id, one.why) for one in closed] == [(ana, other.id, "taken_back")]
    with pytest.raises(swaps.CannotAnswer, match="answered"):
        await swaps.agree(turns.desk, other.id, ana)
