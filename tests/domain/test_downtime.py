"""How long something was down, against a recount of every minute."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itgov_bot.domain.downtime import Down, downtime, minus, planned_time, union, within
from itgov_bot.domain.tickets.outages import ImpossibleSpan, check_span

MIDNIGHT = datetime(2026, 11, 1, tzinfo=UTC)
MINUTES = 120
MONTH = (MIDNIGHT + timedelta(minutes=20), MIDNIGHT + timedelta(minutes=100))


def at(minute: int) -> datetime:
    return MIDNIGHT + timedelta(minutes=minute)


def down(start: int, end: int, service: str | None = None) -> Down:
    return Down((at(start), at(end)), service)


minute = st.integers(0, MINUTES)
downs = st.lists(st.builds(down, minute, minute, st.sampled_from([None, "SER-003", "SER-004"])), max_size=6)


def is_down(one: Down, moment: datetime) -> bool:
    return one.span[0] <= moment < one.span[1]


def recount(outages: Sequence[Down], planned: Sequence[Down]) -> int:
    """The minutes of the month at which an outage lasts that nothing planned explains."""
    moments = [at(one) for one in range(MINUTES) if MONTH[0] <= at(one) < MONTH[1]]
    return sum(
        any(
            is_down(outage, moment)
            and not any(is_down(one, moment) and one.service in (None, outage.service) for one in planned)
            for outage in outages
        )
        for moment in moments
    )


@given(downs, downs)
def test_downtime_is_what_a_recount_of_every_minute_finds(outages: list[Down], planned: list[Down]) -> None:
    assert downtime(outages, planned, MONTH) == timedelta(minutes=recount(outages, planned))
    assert planned_time(planned, MONTH) == timedelta(minutes=recount(planned, []))


@given(downs)
def test_merged_spans_stand_apart_and_in_order(several: list[Down]) -> None:
    merged = union(one.span for one in several)
    assert all(start < end for start, end in merged)
    assert all(one[1] < other[0] for one, other in pairwise(merged))


@pytest.mark.parametrize(
    ("outages", "planned", "minutes"),
    [
        ([], [], 0),
        ([down(30, 60)], [], 30),
        ([down(30, 60), down(50, 70)], [], 40),
        ([down(0, 30), down(90, 120)], [], 20),
        ([down(30, 60, "SER-003")], [down(40, 50)], 20),
        ([down(30, 60, "SER-003")], [down(40, 50, "SER-003")], 20),
        ([down(30, 60, "SER-003")], [down(40, 50, "SER-004")], 30),
        ([down(30, 60, "SER-003"), down(40, 50, "SER-004")], [down(40, 50, "SER-003")], 30),
        ([down(60, 30)], [], 0),
    ],
)
def test_what_counts(outages: list[Down], planned: list[Down], minutes: int) -> None:
    assert downtime(outages, planned, MONTH) == timedelta(minutes=minutes)


def test_pieces() -> None:
    assert minus([(at(0), at(10))], [(at(2), at(3)), (at(9), at(20))]) == [(at(0), at(2)), (at(3), at(9))]
    assert within([(at(0), at(10))], (at(10), at(20))) == []


@pytest.mark.parametrize(
    ("start", "end", "problem"),
    [
        (0, None, None),
        (0, 60, None),
        (30, 30, None),
        (61, None, "future"),
        (0, 61, "future"),
        (30, 29, "ends_before_start"),
    ],
)
def test_spans_that_cannot_be(start: int, end: int | None, problem: str | None) -> None:
    try:
        check_span(at(start), None if end is None else at(end), at(60))
        found = None
    except ImpossibleSpan as refused:
        found = refused.problem
    assert found == problem
