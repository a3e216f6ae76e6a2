"""The night as it is told in the morning: from when, who took what, and what comes first."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from itgov_bot.channels.markup import visible_length
from itgov_bot.desk.desk import Calendars
from itgov_bot.domain.night import last_night, night_case, worst_first
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.ticket import Solution, State
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.wording.managers import night as words
from tests.made import LONG, city, long_ticket

BOGOTA = ZoneInfo("America/Bogota")
CARLA, DARIO = Person(1, "telegram", "1", "Carla", "1"), Person(2, "telegram", "2", "Darío", "2")


def at(written: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-{written}").replace(tzinfo=BOGOTA)


NIGHT = at("10 18:00"), at("11 08:00")


@pytest.mark.parametrize(
    ("now", "begins", "ends"),
    [
        ("11 08:00", "10 18:00", "11 08:00"),
        ("11 17:59", "10 18:00", "11 08:00"),
        ("11 18:00", "11 18:00", "11 18:00"),
        ("11 03:00", "10 18:00", "11 03:00"),
        ("15 12:00", "13 17:00", "15 12:00"),
        ("17 09:00", "13 17:00", "17 08:00"),  # Monday was a holiday
    ],
)
def test_a_night_lasts_from_a_closing_to_the_next_opening(now: str, begins: str, ends: str) -> None:
    assert last_night(Calendars.of(city()).general, at(now)) == (at(begins), at(ends))


def a_view(state: State = State.NEW, holder: Person | None = None) -> TicketView:
    ticket = long_ticket(at("10 21:00"), state=state, is_outage=True, affected=3)
    calendar = Calendars.of(city()).general
    return TicketView(ticket, None, calendar, CARLA, holder, city().city, NIGHT[1], 3, LONG)


def event(kind: EventKind, when: str, by: Person | None = None, to: Person | None = None) -> EventView:
    return EventView(kind, at(when), {}, by, to)


def works_again(solved: EventView) -> EventView:
    """As its requester says it."""
    return replace(solved, data={"solution": Solution.SELF})


PAGED = event(EventKind.PAGED, "10 21:00")


@pytest.mark.parametrize(
    ("events", "taker", "minutes"),
    [
        ([PAGED], None, None),
        ([PAGED, event(EventKind.TAKEN, "10 21:04", CARLA)], CARLA, 4),
        ([PAGED, event(EventKind.ASSIGNED, "10 21:10", CARLA, DARIO)], DARIO, 10),
        ([PAGED, event(EventKind.RESOLVED, "10 21:30", DARIO)], DARIO, 30),
        ([PAGED, works_again(event(EventKind.RESOLVED, "10 21:05", CARLA))], None, None),
        (
            [
                PAGED,
                event(EventKind.TAKEN, "10 21:04", DARIO),
                works_again(event(EventKind.RESOLVED, "10 21:05", CARLA)),
            ],
            DARIO,
            4,
        ),
        ([PAGED, event(EventKind.ESCALATED, "10 21:10", CARLA)], None, None),
        ([event(EventKind.TAKEN, "10 20:00", CARLA), PAGED], None, None),
        ([event(EventKind.PAGED, "09 21:00"), PAGED, event(EventKind.TAKEN, "10 21:04", CARLA)], CARLA, 4),
    ],
)
def test_who_took_it_and_after_how_long(
    events: list[EventView], taker: Person | None, minutes: int | None
) -> None:
    case = night_case(a_view(), events, NIGHT)
    after = None if minutes is None else timedelta(minutes=minutes)
    assert (case.called_at, case.taken_by, case.taken_after) == (PAGED.at, taker, after)


def called(when: str, *people: Person) -> EventView:
    return replace(event(EventKind.PAGED, when), people=people)


def test_who_said_no_is_marked_at_the_call_that_they_refused() -> None:
    events = [
        called("10 21:00", CARLA),
        event(EventKind.PAGE_DECLINED, "10 21:01", CARLA),
        called("10 21:01", DARIO),
        event(EventKind.TAKEN, "10 21:02", DARIO),
        called("10 22:00", CARLA),
        event(EventKind.TAKEN, "10 22:01", CARLA),
        event(EventKind.PAGE_DECLINED, "10 23:00", DARIO),
    ]
    calls = night_case(a_view(), events, NIGHT).calls
    assert [one.declined for one in calls] == [(CARLA,), (), ()]


def test_who_had_it_already_has_it() -> None:
    case = night_case(a_view(State.IN_PROGRESS, CARLA), [PAGED], NIGHT)
    assert (case.taken_by, case.is_untaken) == (CARLA, False)


def test_what_nobody_took_comes_first() -> None:
    late = event(EventKind.PAGED, "11 01:00")
    taken = night_case(a_view(), [PAGED, event(EventKind.TAKEN, "10 21:04", CARLA)], NIGHT)
    cancelled = night_case(a_view(State.CANCELLED), [PAGED], NIGHT)
    untaken = night_case(a_view(), [late], NIGHT)
    assert worst_first([taken, cancelled, untaken])[0] is untaken
    assert [one.is_untaken for one in (taken, cancelled, untaken)] == [False, False, True]


def test_a_stormy_night_is_one_message() -> None:
    cases = [night_case(a_view(), [PAGED], NIGHT)] * 40
    reply = words.morning(NIGHT, cases, Calendars.of(city()).general, NIGHT[1])
    assert visible_length(reply.text) < 4096
    assert "40 casos urgentes" in reply.text
    assert "…y 32 más." in reply.text
