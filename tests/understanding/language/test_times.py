"""Events against working hours, and what holds of any time. What is read from which words: `cases/event_times.tsv`."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.understanding.language.time.times import EventTime, find_event_time

BOGOTA = ZoneInfo("America/Bogota")
MOMENTS = st.dates(date(2000, 1, 1), date(2100, 1, 1)).map(
    lambda day: datetime.combine(day, time(20, 30), BOGOTA)
)
EVENING = datetime(2025, 5, 28, 20, 30, tzinfo=BOGOTA)


@pytest.mark.parametrize(
    ("text", "outside"),
    [
        ("mañana jueves a las 10 am", False),
        ("mañana jueves a las 6 pm", True),  # the closing minute is closed
        ("mañana jueves a las 8 am", False),  # the opening minute is open
        ("mañana de 4 a 8 pm", True),  # it goes on after closing
        ("el viernes a las 5 pm", True),
        ("el sábado", True),
        ("el lunes a las 10 am", True),  # 2 June 2025 is a holiday
        ("el martes a las 10 am", False),
        ("mañana", False),
    ],
)
def test_outside_working_hours(text: str, outside: bool, calendar: WorkCalendar) -> None:
    event = find_event_time(text, EVENING)
    assert event is not None
    assert event.outside(calendar) is outside


@given(st.text(alphabet="0123456789:/. apmhdelsyñ"), MOMENTS)
def test_strange_numbers_do_no_harm(text: str, now: datetime) -> None:
    event = find_event_time(f"evento {text}", now)
    assert event is None or isinstance(event.day, date)


@given(
    st.integers(1, 12),
    st.sampled_from(["am", "pm"]),
    MOMENTS,
)
def test_an_hour_with_its_half_of_the_day_is_never_guessed(hour: int, half: str, now: datetime) -> None:
    event = find_event_time(f"hoy a las {hour} {half}", now)
    assert event == EventTime(now.date(), time(hour % 12 + (12 if half == "pm" else 0)))
