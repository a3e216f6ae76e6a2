"""How long one waits: what is usual, and when the desk may be reminded again."""

from datetime import UTC, datetime, timedelta

import pytest

from itgov_bot.desk.desk import Calendars
from itgov_bot.domain.tickets.waiting import MIN_SOLVED, may_remind, usual_time
from tests.made import city

CALENDAR = Calendars.of(city()).general
TUESDAY_TEN = datetime(2026, 11, 10, 15, tzinfo=UTC)
"""In Bogota."""


@pytest.mark.parametrize(
    ("last", "now", "may"),
    [
        (timedelta(), timedelta(hours=3), False),
        (timedelta(), timedelta(days=1), True),
        (timedelta(hours=10), timedelta(hours=23), False),  # told at eight in the evening, read on Wednesday
        (timedelta(hours=10), timedelta(days=2), True),
        (
            timedelta(days=3, hours=10),
            timedelta(days=4),
            False,
        ),  # from Friday evening to Saturday nobody read it
    ],
)
def test_once_a_working_day(last: timedelta, now: timedelta, may: bool) -> None:
    assert may_remind(CALENDAR, TUESDAY_TEN + last, TUESDAY_TEN + now) is may


def test_nothing_is_usual_until_enough_cases_say_it() -> None:
    solved = [(TUESDAY_TEN, TUESDAY_TEN + timedelta(hours=hours)) for hours in (1, 2, 24)] * MIN_SOLVED
    assert usual_time(CALENDAR, solved[: MIN_SOLVED - 1]) is None
    assert usual_time(CALENDAR, solved) == timedelta(hours=2)


def test_who_never_reminded_may() -> None:
    assert may_remind(CALENDAR, None, TUESDAY_TEN)
