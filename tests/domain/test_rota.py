"""The duty rota: whose week it is at every instant, who stands in, who is shown which turn, and which hours have a hole."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itgov_bot.desk.desk import Calendars
from itgov_bot.domain.rota import (
    INSTANT,
    WEEK,
    DutySpan,
    Ladder,
    Override,
    Rota,
    Swap,
    Weeks,
    changes,
    everybody,
    find_holes,
    is_on_duty,
    ladder_at,
    ladders,
    step_of,
    stints_of,
)
from tests.made import city

BOGOTA = ZoneInfo("America/Bogota")
MONDAYS = Weeks(0, time(8), BOGOTA)
CALENDAR = Calendars.of(city()).general
A, B, C, D, E = range(1, 6)
MONDAY = datetime(2026, 11, 9, 8, tzinfo=BOGOTA)
"""The first week of the rota that most of these tests have; the Monday after it is a holiday."""


def rota(*order: int | None, steps: int = 1, fixed: tuple[tuple[int, int], ...] = ()) -> Rota:
    return Rota(MONDAYS, steps, order, MONDAYS.number_of(MONDAY), fixed)


def at(day: int, hour: int = 12, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=BOGOTA)


def span(start: datetime, end: datetime) -> DutySpan:
    return DutySpan(start, end)


# Weeks


@pytest.mark.parametrize(
    ("moment", "begins"),
    [
        (at(9, 8), at(9, 8)),
        (at(9, 8) - INSTANT, at(2, 8)),
        (at(15, 23, 59), at(9, 8)),
        (at(16, 7, 59), at(9, 8)),
        (at(16, 8), at(16, 8)),
        (at(16, 8).astimezone(ZoneInfo("UTC")), at(16, 8)),
    ],
)
def test_the_minute_of_the_hand_over_belongs_to_the_new_week(moment: datetime, begins: datetime) -> None:
    assert MONDAYS.start_of(moment) == begins


ANY_WEEKS = st.builds(Weeks, st.integers(0, 6), st.times(), st.just(BOGOTA))
ANY_INSTANT = st.builds(
    lambda day, hour: datetime.combine(day, hour, BOGOTA),
    st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    st.times(),
)


@given(ANY_WEEKS, ANY_INSTANT)
def test_weeks_follow_each_other_without_a_gap(weeks: Weeks, moment: datetime) -> None:
    start = weeks.start_of(moment)
    assert start <= moment < start + WEEK
    assert start.weekday() == weeks.weekday
    assert weeks.number_of(start + WEEK) == weeks.number_of(moment) + 1 == weeks.number_of(start) + 1


def test_hand_overs_of_a_span_include_its_first_instant_and_not_its_last() -> None:
    assert list(MONDAYS.hand_overs(at(9, 8), at(23, 8))) == [at(9, 8), at(16, 8)]
    assert list(MONDAYS.hand_overs(at(9, 8) + INSTANT, at(23, 8) + INSTANT)) == [at(16, 8), at(23, 8)]
    assert list(MONDAYS.hand_overs(at(10), at(11))) == []


# The ladder


@pytest.mark.parametrize(
    ("planned", "ladders_by_week"),
    [
        (rota(A, B, C), [{1: (A,)}, {1: (B,)}, {1: (C,)}, {1: (A,)}]),
        (rota(A, B, C, steps=2), [{1: (A,), 2: (B,)}, {1: (B,), 2: (C,)}, {1: (C,), 2: (A,)}]),
        (rota(A, B, steps=2), [{1: (A,), 2: (B,)}, {1: (B,), 2: (A,)}]),
        (rota(A, steps=2), [{1: (A,)}, {1: (A,)}]),
        (rota(fixed=((1, D), (3, E))), [{1: (D,), 3: (E,)}]),
        (rota(fixed=((1, D), (1, E))), [{1: (D, E)}]),
        (rota(A, B, fixed=((1, D),)), [{1: (A,), 2: (D,)}, {1: (B,), 2: (D,)}]),
        (rota(A, B, fixed=((1, B), (2, D))), [{1: (A,), 2: (B,), 3: (D,)}, {1: (B,), 3: (D,)}]),
        (rota(A, None, C), [{1: (A,)}, {1: (C,)}, {1: (C,)}, {1: (A,)}]),
        (rota(None, B, C, steps=2), [{1: (B,), 2: (C,)}, {1: (B,), 2: (C,)}, {1: (C,), 2: (B,)}]),
        (rota(None), [{}]),
        (rota(), [{}]),
    ],
)
def test_whose_week_it_is(planned: Rota, ladders_by_week: list[Ladder]) -> None:
    for week, ladder in enumerate(ladders_by_week):
        assert ladder_at(planned, (), MONDAY + week * WEEK) == ladder, week


NIGHT = span(at(14, 20), at(15, 8))


def stand_in(person: int, instead_of: int, when: DutySpan = NIGHT, number: int = 1) -> Override:
    return Override(person, instead_of, when, number)


@pytest.mark.parametrize(
    ("planned", "overrides", "ladder"),
    [
        (rota(A, B, C), [stand_in(C, A)], {1: (C,)}),
        (rota(A, B, C), [stand_in(D, A)], {1: (D,)}),
        (rota(A, B, C), [stand_in(D, B)], {1: (A,)}),  # whoever is not on duty needs nobody
        (rota(A, B, C, steps=2), [stand_in(B, A)], {1: (B,), 2: (C,)}),  # the next in order moves up
        (rota(A, B, steps=2), [stand_in(B, A)], {1: (B,)}),  # nobody is left for the second step
        (rota(A, B, C, steps=2), [stand_in(B, A), stand_in(A, B, number=2)], {1: (B,), 2: (A,)}),
        (rota(A, B, C), [stand_in(B, A), stand_in(C, B, number=2)], {1: (C,)}),
        (rota(A, B, C), [stand_in(B, A), stand_in(C, A, number=2)], {1: (C,)}),  # the later one counts
        (rota(A, B, C), [stand_in(B, A), stand_in(C, B, number=2), stand_in(A, C, number=3)], {1: (C,)}),
        (rota(fixed=((1, D), (2, E))), [stand_in(E, D)], {1: (E,)}),
        (rota(A, B, fixed=((1, D),)), [stand_in(D, A)], {1: (D,)}),
        (rota(A, B, fixed=((1, D),)), [stand_in(E, D)], {1: (A,), 2: (E,)}),
    ],
)
def test_somebody_stands_in(planned: Rota, overrides: list[Override], ladder: Ladder) -> None:
    assert ladder_at(planned, overrides, at(14, 22)) == ladder


def test_a_stand_in_counts_from_its_first_minute_until_before_its_last() -> None:
    planned, covered = rota(A, B), [stand_in(C, A, span(at(14, 0), at(15, 0)))]
    moments = [at(14, 0) - INSTANT, at(14, 0), at(15, 0) - INSTANT, at(15, 0)]
    assert [ladder_at(planned, covered, one) for one in moments] == [
        {1: (A,)},
        {1: (C,)},
        {1: (C,)},
        {1: (A,)},
    ]


PEOPLE = st.integers(1, 8)
SPANS = st.builds(
    lambda start, length: DutySpan(start, start + length),
    ANY_INSTANT,
    st.timedeltas(timedelta(minutes=1), timedelta(days=20)),
)
OVERRIDES = st.lists(st.builds(Override, PEOPLE, PEOPLE, SPANS, st.integers(1, 99)), max_size=8)
ORDERS = st.lists(PEOPLE, unique=True, min_size=1, max_size=6).map(tuple)
FIXED = st.lists(st.tuples(st.integers(1, 9), PEOPLE), max_size=3, unique_by=lambda one: one[1]).map(tuple)
ROTAS = st.builds(Rota, ANY_WEEKS, st.integers(1, 4), ORDERS, st.integers(0, 99), FIXED)


@given(ROTAS, ANY_INSTANT)
def test_at_every_instant_of_a_year_each_rotating_step_has_one_person(
    planned: Rota, moment: datetime
) -> None:
    ladder = ladder_at(planned, (), moment)
    rotating = [ladder[step] for step in range(1, planned.rotating + 1)]
    assert planned.rotating == min(planned.steps, len(planned.order))
    assert all(len(people) == 1 for people in rotating)


@given(ROTAS, OVERRIDES, ANY_INSTANT)
def test_nobody_stands_on_two_steps_whoever_stands_in(
    planned: Rota, overrides: list[Override], moment: datetime
) -> None:
    ladder = ladder_at(planned, overrides, moment)
    called = [person for people in ladder.values() for person in people]
    assert len(called) == len(set(called))
    assert all(len(ladder.get(step, ())) <= 1 for step in range(1, planned.rotating + 1))


@given(ROTAS, PEOPLE, PEOPLE, SPANS)
def test_one_stand_in_leaves_no_step_empty_while_somebody_is_left(
    planned: Rota, person: int, instead_of: int, when: DutySpan
) -> None:
    ladder = ladder_at(planned, [Override(person, instead_of, when)], when.starts_at)
    left = {*planned.order, person} - {instead_of}
    expected = min(planned.rotating, len(left))
    assert sum(step in ladder for step in range(1, planned.rotating + 1)) >= min(expected, planned.rotating)


@given(ROTAS, ANY_INSTANT)
def test_in_as_many_weeks_as_there_are_people_everybody_is_called_first_once(
    planned: Rota, moment: datetime
) -> None:
    first = [ladder_at(planned, (), moment + week * WEEK)[1][0] for week in range(len(planned.order))]
    assert sorted(first) == sorted(planned.order, key=lambda one: one or 0)


@given(ROTAS, OVERRIDES, SPANS)
def test_between_two_changes_the_ladder_stays(
    planned: Rota, overrides: list[Override], when: DutySpan
) -> None:
    pieces = list(ladders(planned, overrides, when.starts_at, when.ends_at))
    assert (pieces[0][0].starts_at, pieces[-1][0].ends_at) == (when.starts_at, when.ends_at)
    assert all(one[0].ends_at == other[0].starts_at for one, other in pairwise(pieces))
    for piece, ladder in pieces:
        for moment in (piece.starts_at, piece.ends_at - INSTANT):
            assert ladder_at(planned, overrides, moment) == ladder


# What is read off it


def test_turns_of_somebody_follow_the_weeks_and_their_stand_ins() -> None:
    planned, covered = rota(A, B), [stand_in(B, A)]
    found = stints_of(A, planned, covered, MONDAY, MONDAY + 3 * WEEK)
    assert [(one.step, one.span) for one in found] == [
        (1, span(MONDAY, at(14, 20))),
        (1, span(at(15, 8), at(16, 8))),
        (1, span(at(23, 8), at(30, 8))),
    ]
    assert is_on_duty(A, planned, covered, span(MONDAY, at(14, 20)))
    assert not is_on_duty(A, planned, covered, span(MONDAY, at(14, 20) + INSTANT))
    assert is_on_duty(B, planned, covered, span(at(14, 20), at(15, 8)))


def test_who_is_always_there_takes_no_turns() -> None:
    planned = rota(A, B, fixed=((1, D),))
    assert stints_of(D, planned, (), MONDAY, MONDAY + 4 * WEEK) == []
    assert is_on_duty(D, planned, (), span(MONDAY, MONDAY + 4 * WEEK))
    assert step_of(ladder_at(planned, (), MONDAY), E) is None


def test_the_ladder_changes_at_hand_overs_and_at_both_ends_of_a_stand_in() -> None:
    found = changes(rota(A, B), [stand_in(C, A)], at(9, 8), at(16, 8) + INSTANT)
    assert found == [at(9, 8), at(14, 20), at(15, 8), at(16, 8)]


def test_a_swap_must_be_agreed_before_the_first_of_its_weeks() -> None:
    mine, theirs = span(at(16, 8), at(23, 8)), span(at(14, 8), at(15, 8))
    assert Swap(1, A, B, mine).expires_at == at(16, 8)
    assert Swap(1, A, B, mine, theirs).expires_at == at(14, 8)


# Holes


def found_holes(
    planned: Rota, reachable: set[int], overrides: tuple[Override, ...] = (), weeks: int = 2
) -> list[tuple[str, datetime, datetime]]:
    ahead = span(MONDAY, MONDAY + weeks * WEEK)
    found = find_holes(planned, overrides, reachable, CALENDAR, ahead)
    return [(one.kind, one.span.starts_at, one.span.ends_at) for one in found]


def test_a_week_of_somebody_who_cannot_be_reached_is_a_hole_of_its_closed_hours() -> None:
    # From the closing of the holiday, on which nobody opens, to the opening of the Monday after it.
    assert found_holes(rota(A, B), {A}) == [("nobody", at(16, 8), at(23, 8))]
    # In an ordinary week it begins when the desk closes.
    assert found_holes(rota(B, A), {A}) == [("nobody", at(9, 18), at(16, 8))]


def test_while_another_step_can_be_reached_there_is_no_hole() -> None:
    assert found_holes(rota(A, B, steps=2), {A}) == []
    assert found_holes(rota(A, B, fixed=((1, D),)), {D}) == []


def test_nobody_is_missed_while_the_desk_is_open() -> None:
    in_hours = stand_in(C, A, span(at(10, 9), at(10, 17)))
    over_closing = stand_in(C, A, span(at(10, 9), at(10, 20)))
    assert found_holes(rota(A, B), {A, B}, (in_hours,)) == []
    assert found_holes(rota(A, B), {A, B}, (over_closing,)) == [("nobody", at(10, 18), at(10, 20))]


def test_a_hole_ends_where_somebody_opens_the_desk() -> None:
    until_noon = stand_in(C, A, span(at(10, 20), at(11, 12)))
    assert found_holes(rota(A, B), {A, B}, (until_noon,)) == [("nobody", at(10, 20), at(11, 8))]


def test_one_person_for_two_steps_is_told_apart() -> None:
    assert found_holes(rota(A, B, steps=2), {A, B}, (stand_in(B, A),)) == [("too_few", at(14, 20), at(15, 8))]


def test_holes_that_touch_are_one() -> None:
    assert found_holes(rota(A, B), set()) == [("nobody", at(9, 18), at(23, 8))]


@given(ROTAS, OVERRIDES, st.sets(PEOPLE), SPANS)
def test_a_hole_is_where_nobody_comes_and_nowhere_else(
    planned: Rota, overrides: list[Override], reachable: set[int], when: DutySpan
) -> None:
    found = find_holes(planned, overrides, reachable, CALENDAR, when)
    for one in found:
        assert when.starts_at <= one.span.starts_at < one.span.ends_at <= when.ends_at
        assert not CALENDAR.is_open(one.span.starts_at)
        assert not CALENDAR.is_open(one.span.ends_at - INSTANT)
    for piece, ladder in ladders(planned, overrides, when.starts_at, when.ends_at):
        comes = bool(everybody(ladder) & reachable)
        told = any(one.kind == "nobody" and one.span.covers(piece.starts_at) for one in found)
        # Open hours between two closed ones belong to the hole around them.
        assert told == (not comes) or (not told and CALENDAR.is_open(piece.starts_at))


def test_no_hour_of_the_year_is_left_out_where_the_clock_never_changes() -> None:
    """Colombia has no summer time: a year of guard is as long as a year."""
    start = datetime.combine(date(2026, 1, 1), time(), BOGOTA)
    end = datetime.combine(date(2027, 1, 1), time(), BOGOTA)
    pieces = [piece for piece, _ in ladders(rota(A, B, C), (), start, end)]
    assert sum((one.ends_at - one.starts_at for one in pieces), timedelta()) == timedelta(days=365)
    assert len(pieces) == 53


@pytest.mark.parametrize(
    ("other", "left"),
    [
        (span(at(11, 0), at(12, 0)), [span(at(10, 0), at(11, 0)), span(at(12, 0), at(14, 0))]),
        (span(at(9, 0), at(12, 0)), [span(at(12, 0), at(14, 0))]),
        (span(at(9, 0), at(15, 0)), []),
        (span(at(14, 0), at(15, 0)), [span(at(10, 0), at(14, 0))]),
        (span(at(8, 0), at(9, 0)), [span(at(10, 0), at(14, 0))]),
    ],
)
def test_what_is_left_of_a_span(other: DutySpan, left: list[DutySpan]) -> None:
    assert span(at(10, 0), at(14, 0)).without(other) == left
