"""When an event is, as people say it. Written on Wednesday 2025-05-28 at 20:30 unless told otherwise."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.understanding.event_time import EventTime, find_event_time

BOGOTA = ZoneInfo("America/Bogota")
MOMENTS = st.dates(date(2000, 1, 1), date(2100, 1, 1)).map(
    lambda day: datetime.combine(day, time(20, 30), BOGOTA)
)
EVENING = datetime(2025, 5, 28, 20, 30, tzinfo=BOGOTA)
THURSDAY, SATURDAY = date(2025, 5, 29), date(2025, 5, 31)


@pytest.mark.parametrize(
    ("text", "day", "start", "end"),
    [
        ("mañana jueves a las 10 am", THURSDAY, time(10), None),
        ("esta noche", EVENING.date(), time(20), None),
        ("el sábado a las 7 p.m.", SATURDAY, time(19), None),
        ("hoy a las 9 y media", EVENING.date(), time(21, 30), None),
        ("mañana en la mañana a las 9", THURSDAY, time(9), None),
        ("mañana por la noche", THURSDAY, time(20), None),
        ("pasado mañana 4pm", date(2025, 5, 30), time(16), None),
        ("el 24 de diciembre a las 6", date(2025, 12, 24), time(18), None),
        ("31/05 a las 19:00", SATURDAY, time(19), None),
        ("mañana de 5 a 9 pm", THURSDAY, time(17), time(21)),
        ("mañana de 9 a 3 de la tarde", THURSDAY, time(9), time(15)),
        ("en dos horas", EVENING.date(), time(22, 30), None),
        ("en media hora empieza", EVENING.date(), time(21), None),
        ("el próximo miércoles a las 3", date(2025, 6, 4), time(15), None),
        ("viernes 7 y media de la noche", date(2025, 5, 30), time(19, 30), None),
        ("a las siete de la mañana del domingo", date(2025, 6, 1), time(7), None),
        ("el evento de las 11 de la mañana", THURSDAY, time(11), None),
        ("mañana", THURSDAY, None, None),
        ("este fin de semana", SATURDAY, None, None),
    ],
)
def test_day_and_hour(text: str, day: date, start: time | None, end: time | None) -> None:
    assert find_event_time(text, EVENING) == EventTime(day, start, end)


@pytest.mark.parametrize("text", ["", "no hay nada", "el despacho 104", "extensión 1204", "30 de febrero"])
def test_no_time_told(text: str) -> None:
    assert find_event_time(text, EVENING) is None


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
