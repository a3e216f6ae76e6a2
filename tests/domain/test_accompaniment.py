"""When the people of an event are reminded, who is asked next to go, and what kind of ticket it is."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itgov_bot.desk.desk import Calendars
from itgov_bot.domain.tickets.accompaniment import (
    DAWN,
    NEAR,
    NIGHT,
    asked_how_it_was_at,
    due_reminders,
    exception_of,
    is_about_to_happen,
    is_confirmed,
    is_for_requester,
    next_asked,
    reminder_at,
)
from itgov_bot.domain.tickets.ticket import ExceptionKind, State
from tests.made import city, long_ticket

CALENDAR = Calendars.of(city()).general
OFFSETS = tuple(timedelta(hours=hours) for hours in (24, 4, 2, 0.5))


def at(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=CALENDAR.zone)


@pytest.mark.parametrize(
    ("event", "reminded"),
    [
        # what falls into the night comes at seven in the evening before it
        ("2026-11-14 19:00", ["2026-11-13 19:00", "2026-11-14 15:00", "2026-11-14 17:00", "2026-11-14 18:30"]),
        ("2026-11-10 20:00", ["2026-11-09 19:00", "2026-11-10 16:00", "2026-11-10 18:00", "2026-11-10 19:30"]),
        ("2026-11-14 22:00", ["2026-11-13 19:00", "2026-11-14 18:00", "2026-11-14 19:00", "2026-11-14 21:30"]),
        ("2026-11-14 06:00", ["2026-11-12 19:00", "2026-11-13 19:00", "2026-11-13 19:00", "2026-11-14 05:30"]),
        ("2026-11-14 00:15", ["2026-11-12 19:00", "2026-11-13 19:00", "2026-11-13 19:00", "2026-11-13 23:45"]),
        ("2026-11-11 15:00", ["2026-11-10 15:00", "2026-11-11 11:00", "2026-11-11 13:00", "2026-11-11 14:30"]),
    ],
)  # fmt: skip
def test_when_an_event_is_reminded_of(event: str, reminded: list[str]) -> None:
    assert [reminder_at(CALENDAR, at(event), before) for before in OFFSETS] == [at(one) for one in reminded]


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-11-13 18:59", 0),
        ("2026-11-13 19:00", 1),
        ("2026-11-14 16:59", 2),
        ("2026-11-14 18:30", 4),
        ("2026-11-14 18:59", 4),
        ("2026-11-14 19:00", 0),
        ("2026-12-01 00:00", 0),
    ],
)
def test_what_is_due_until_the_event_begins(now: str, due: int) -> None:
    assert due_reminders(CALENDAR, at("2026-11-14 19:00"), OFFSETS, at(now)) == list(OFFSETS[:due])


A_YEAR = 60 * 24 * 366
instants = st.integers(0, A_YEAR).map(lambda minutes: at("2026-01-01 00:00") + timedelta(minutes=minutes))
offsets = st.timedeltas(timedelta(minutes=1), timedelta(days=3))


@given(instants, offsets)
def test_a_reminder_is_never_late_and_wakes_nobody(event: datetime, before: timedelta) -> None:
    reminded = reminder_at(CALENDAR, event, before)
    assert reminded <= event - before
    assert event - before - reminded < timedelta(hours=13)
    assert before <= NEAR or DAWN <= CALENDAR.local(reminded).time() < NIGHT


@given(instants, st.sets(offsets, min_size=1, max_size=5), st.integers(0, 10_000), st.integers(0, 10_000))
def test_what_was_due_stays_due_until_the_event(
    event: datetime, kept: set[timedelta], earlier: int, later: int
) -> None:
    """However the clock jumps: nothing becomes due and then not due, and nothing once it began."""
    longest_first = sorted(kept, reverse=True)
    one, other = sorted((event - timedelta(minutes=earlier), event - timedelta(minutes=later)))
    first = due_reminders(CALENDAR, event, longest_first, one)
    second = due_reminders(CALENDAR, event, longest_first, other)
    assert set(first) <= set(second) or other == event
    assert due_reminders(CALENDAR, event, longest_first, event) == []


def test_the_requester_gets_the_last_two() -> None:
    assert [is_for_requester(before, OFFSETS) for before in OFFSETS] == [False, False, True, True]


@pytest.mark.parametrize(
    ("asked", "refused", "next_ones"),
    [
        ([], [], [1]),
        ([1], [], [2, 3]),
        ([1, 2], [], [3]),
        ([1, 2, 3], [], [9]),
        ([1, 2, 3, 9], [], [1, 2, 3, 9]),
        ([1, 2, 3, 9], [1, 9], [2, 3]),
        ([], [1], [2, 3]),
        ([1, 2, 3, 9], [1, 2, 3, 9], []),
    ],
)
def test_who_is_asked_next(asked: list[int], refused: list[int], next_ones: list[int]) -> None:
    assert next_asked([[1], [2, 3], [9, 1]], asked, refused) == next_ones


people = st.integers(1, 6)
waves = st.lists(st.lists(people, max_size=3), max_size=4)


@given(waves, st.sets(people), st.sets(people))
def test_nobody_is_asked_twice_before_all_were_and_nobody_who_said_no(
    order: list[list[int]], asked: set[int], refused: set[int]
) -> None:
    found = next_asked(order, asked, refused)
    everybody = {one for wave in order for one in wave}
    assert not set(found) & refused
    assert len(found) == len(set(found))
    assert not set(found) & asked or everybody <= asked | refused
    assert found or everybody <= refused


@pytest.mark.parametrize(
    ("event", "is_exception"),
    [("2026-11-11 15:00", False), ("2026-11-10 18:00", True), ("2026-11-16 10:00", True)],
)
def test_within_working_hours_it_is_a_ticket_like_any(event: str, is_exception: bool) -> None:
    expected = ExceptionKind.MAYOR_EVENT if is_exception else None
    assert exception_of(CALENDAR, at(event)) is expected


@pytest.mark.parametrize(
    ("now", "event", "is_for_guard"),
    [
        ("2026-11-10 10:00", "2026-11-10 20:00", False),  # told while people attend
        ("2026-11-10 19:00", "2026-11-10 20:00", True),
        ("2026-11-10 19:00", "2026-11-11 07:30", True),
        ("2026-11-10 19:00", "2026-11-11 08:00", False),
        ("2026-11-13 21:00", "2026-11-16 20:00", True),  # a long weekend
    ],
)
def test_what_begins_before_anybody_attends_is_for_the_guard(
    now: str, event: str, is_for_guard: bool
) -> None:
    assert is_about_to_happen(CALENDAR, at(event), at(now)) is is_for_guard


@pytest.mark.parametrize("state", State)
def test_whoever_was_only_assigned_has_not_confirmed(state: State) -> None:
    ticket = long_ticket(at("2026-11-10 10:00"), state=state)
    assert not is_confirmed(ticket)
    assert is_confirmed(replace(ticket, assignee=1)) is (state is not State.ASSIGNED)


@pytest.mark.parametrize(
    ("event", "asked"),
    [
        ("2026-11-10 20:00", "2026-11-11 08:00"),
        ("2026-11-11 00:30", "2026-11-12 08:00"),
        ("2026-11-14 19:00", "2026-11-17 08:00"),
    ],
)
def test_it_is_asked_how_it_was_on_the_next_working_day(event: str, asked: str) -> None:
    assert asked_how_it_was_at(CALENDAR, at(event)) == at(asked)
