"""How a page climbs: a table of what happens next, and what holds for every ladder."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itgov_bot.domain.agreements import DutyRules
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.paging import (
    Call,
    Ladder,
    Page,
    answers_of,
    first_call,
    last_page,
    latest_next,
    next_call,
    passed_over,
    shown_next,
)

NOW = datetime(2026, 11, 14, 3, tzinfo=UTC)
RULES = DutyRules(climb_minutes=15, rounds=3, slow_minutes=60, other_ways_minutes=5, pages_a_night=3)
SOON, SLOW = NOW + timedelta(minutes=15), NOW + timedelta(hours=1)
THREE: Ladder = {1: [10], 2: [20, 21], 5: [50]}
ALL = (10, 20, 21, 50)

NEXT: list[tuple[str, tuple[int, int], Ladder, set[int], Call]] = [
    ("the first step", (0, 0), THREE, set(), Call(1, 0, (10,), SOON)),
    ("the next one that there is", (2, 0), THREE, set(), Call(5, 0, (50,), SOON)),
    ("above the last one everybody", (5, 0), THREE, set(), Call(5, 1, ALL, SOON)),
    ("everybody again", (5, 2), THREE, set(), Call(5, 3, ALL, SOON)),
    ("nobody answers", (5, 3), THREE, set(), Call(5, 4, ALL, SLOW, unanswered=True)),
    ("more slowly", (5, 4), THREE, set(), Call(5, 5, ALL, SLOW)),
    ("and for ever", (5, 40), THREE, set(), Call(5, 41, ALL, SLOW)),
    ("who cannot come is left out", (1, 0), THREE, {20}, Call(2, 0, (21,), SOON)),
    ("a step of which nobody can", (1, 0), THREE, {20, 21}, Call(5, 0, (50,), SOON)),
    ("everybody who is left", (5, 0), THREE, {10, 50}, Call(5, 1, (20, 21), SOON)),
    ("nobody can come", (1, 0), THREE, set(ALL), Call(5, 4, ALL, SLOW, unanswered=True)),
    ("whoever could not is called again later", (5, 4), THREE, set(ALL), Call(5, 5, ALL, SLOW)),
    ("one alone", (1, 0), {1: [10]}, set(), Call(1, 1, (10,), SOON)),
    ("one alone who cannot", (1, 0), {1: [10]}, {10}, Call(1, 4, (10,), SLOW, unanswered=True)),
    ("nobody is on duty yet", (0, 0), {}, set(), Call(0, 1, (), SOON)),
    ("a step that came meanwhile", (2, 1), THREE, set(), Call(5, 1, (50,), SOON)),
    ("the last step went home", (5, 0), {1: [10]}, set(), Call(1, 1, (10,), SOON)),
]


@pytest.mark.parametrize(
    ("page", "ladder", "declined", "call"), [row[1:] for row in NEXT], ids=[r[0] for r in NEXT]
)
def test_what_comes_next(page: tuple[int, int], ladder: Ladder, declined: set[int], call: Call) -> None:
    step, rounds = page
    assert next_call(Page(1, step, rounds, NOW), ladder, frozenset(declined), RULES, NOW) == call


def test_a_page_begins_with_the_first_step() -> None:
    assert first_call(THREE, RULES, NOW) == Call(1, 0, (10,), SOON)


rules = st.builds(
    DutyRules,
    climb_minutes=st.integers(1, 60),
    rounds=st.integers(1, 5),
    slow_minutes=st.integers(1, 240),
    other_ways_minutes=st.just(5),
    pages_a_night=st.just(3),
)
ladders = st.dictionaries(
    st.integers(1, 9), st.lists(st.integers(1, 99), min_size=1, max_size=3), min_size=1, max_size=5
)


@given(ladders, rules, st.sets(st.integers(1, 99)))
def test_a_page_that_nobody_takes(ladder: Ladder, rules: DutyRules, declined: set[int]) -> None:
    """Steps in order and each once; everybody within the time of the steps; told once that nobody answers; no end."""
    calls = _calls(ladder, rules, frozenset(declined), 30)
    told = [place for place, call in enumerate(calls) if call.unanswered]
    assert len(told) == 1
    before, after = calls[: told[0]], calls[told[0] + 1 :]
    climbed = [call.step for call in before if not call.rounds]
    assert climbed == sorted(set(climbed))
    assert set(climbed) == {step for step, people in ladder.items() if set(people) - declined}
    assert {one for call in before for one in call.people} == {
        one for people in ladder.values() for one in people if one not in declined
    }
    everybody = {one for people in ladder.values() for one in people}
    assert all(set(call.people) == everybody for call in (calls[told[0]], *after))
    assert len(before) <= len(ladder) + rules.rounds


@given(ladders, rules, st.sets(st.integers(1, 99)))
def test_time_goes_on_and_never_further_than_the_longest_interval(
    ladder: Ladder, rules: DutyRules, declined: set[int]
) -> None:
    now = NOW
    for call in _calls(ladder, rules, frozenset(declined), 20):
        assert now < call.next_at <= latest_next(rules, now)
        now = call.next_at


@pytest.mark.parametrize(
    ("refused", "gave_up", "passed"),
    [
        (set(), None, set()),
        (set(), 10, {10}),
        ({10}, 20, {10, 20}),
        ({10, 21, 50}, 20, {20}),
        ({10}, 99, {10}),
        (set(ALL), None, set()),
    ],
)
def test_who_refused_comes_last(refused: set[int], gave_up: int | None, passed: set[int]) -> None:
    assert passed_over(THREE, frozenset(refused), gave_up) == passed


def _calls(ladder: Ladder, rules: DutyRules, declined: frozenset[int], count: int) -> list[Call]:
    calls: list[Call] = []
    page = Page(1, 0, 0, NOW)
    for _ in range(count):
        calls.append(next_call(page, ladder, declined, rules, page.next_at))
        page = Page(1, calls[-1].step, calls[-1].rounds, calls[-1].next_at)
    return calls


def happened(kind: EventKind, actor: int | None = None, **data: object) -> TicketEvent:
    return TicketEvent(1, kind, NOW, actor, data)


CALLED, AGAIN = happened(EventKind.PAGED, people=[1, 2]), happened(EventKind.PAGED, people=[3], again=True)
NO = [happened(EventKind.PAGE_DECLINED, person) for person in range(5)]


@pytest.mark.parametrize(
    ("events", "called", "declined", "nobody_left"),
    [
        ([], (), set(), True),
        ([CALLED], (1, 2), set(), False),
        ([CALLED, NO[1]], (1, 2), {1}, False),
        ([CALLED, NO[1], NO[2]], (1, 2), {1, 2}, True),
        ([CALLED, NO[1], AGAIN], (1, 2, 3), {1}, False),
        ([CALLED, AGAIN, NO[3]], (1, 2, 3), {3}, True),
        ([CALLED, NO[1], happened(EventKind.PAGE_UNANSWERED, people=[1, 2, 3])], (1, 2, 3), set(), False),
        ([CALLED, NO[1], happened(EventKind.PAGE_PASSED)], (), set(), True),
        ([CALLED, happened(EventKind.URGENCY_WITHDRAWN)], (), set(), True),
        ([CALLED, NO[1], happened(EventKind.TAKEN, 2), CALLED], (1, 2), set(), False),
        ([CALLED, NO[1], happened(EventKind.PAGED, people=[3], declined=[1, 2]), AGAIN], (3,), {1, 2}, False),
    ],
)
def test_what_came_of_a_page(
    events: list[TicketEvent], called: tuple[int, ...], declined: set[int], nobody_left: bool
) -> None:
    answers = answers_of(events)
    assert (answers.called, set(answers.declined), answers.nobody_left) == (called, declined, nobody_left)


def test_the_last_page_is_what_was_called_since_it_began() -> None:
    taken = happened(EventKind.TAKEN, 2)
    assert list(last_page([CALLED, AGAIN, taken, CALLED, AGAIN, taken], NOW)) == [CALLED, AGAIN]
    assert not last_page([CALLED, AGAIN], NOW + timedelta(seconds=1))
    assert not last_page([taken], NOW)


@pytest.mark.parametrize(
    ("last", "shown"),
    [
        (None, NOW),
        (NOW - timedelta(minutes=10), NOW + timedelta(minutes=50)),
        (NOW - timedelta(hours=3), NOW),
    ],
)
def test_waiting_reports_are_shown_at_once_but_not_again_before_the_hour(
    last: datetime | None, shown: datetime
) -> None:
    assert shown_next(last, RULES.slow_after, NOW) == shown
