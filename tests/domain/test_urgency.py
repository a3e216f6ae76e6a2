"""When a report is urgent, by the hours of the service that it is about."""

from datetime import datetime

import pytest

from itgov_bot.desk.desk import Calendars
from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.domain.tickets.urgency import urgent_now, wakes_the_guard
from tests.made import city

OUTAGE, EVENT = ExceptionKind.SERVICE_OUTAGE, ExceptionKind.MAYOR_EVENT


@pytest.mark.parametrize(
    ("service", "at", "told", "urgent"),
    [
        (None, "2026-11-25T17:59", OUTAGE, None),
        (None, "2026-11-25T18:00", OUTAGE, OUTAGE),
        (None, "2026-11-25T22:00", EVENT, EVENT),
        (None, "2026-11-25T22:00", None, None),
        (None, "2026-11-27T17:30", OUTAGE, OUTAGE),
        ("SER-001", "2026-11-27T17:30", OUTAGE, None),
        ("SER-004", "2026-11-27T17:30", OUTAGE, OUTAGE),
        (None, "2026-11-16T10:00", OUTAGE, OUTAGE),
    ],
)
def test_an_exception_is_urgent_while_nobody_attends(
    service: str | None, at: str, told: ExceptionKind | None, urgent: ExceptionKind | None
) -> None:
    calendar = Calendars.of(city()).of_service(city().catalog.find(service) if service else None)
    now = datetime.fromisoformat(at).replace(tzinfo=calendar.zone)
    assert urgent_now(lambda: told, calendar, now) is urgent


@pytest.mark.parametrize(
    ("service", "at", "event_at", "wakes"),
    [
        (None, "2026-11-20T16:59", None, False),
        (None, "2026-11-20T17:00", None, True),
        (None, "2026-11-23T07:59", None, True),
        (None, "2026-11-23T08:00", None, False),
        ("SER-001", "2026-11-20T17:30", None, False),
        ("SER-001", "2026-11-20T18:00", None, True),
        (None, "2026-11-16T23:00", None, True),
        (None, "2026-11-20T17:00", "2026-11-20T20:00", True),
        (None, "2026-11-20T17:00", "2026-11-22T20:00", True),
        (None, "2026-11-20T17:00", "2026-11-23T08:00", False),
        (None, "2026-11-20T17:00", "2026-11-24T20:00", False),
        (None, "2026-11-20T22:00", "2026-11-20T17:00", True),
        (None, "2026-11-20T22:00", "2026-11-20T15:00", False),
        (None, "2026-11-20T10:00", "2026-11-20T20:00", False),
    ],
)
def test_the_guard_is_woken_for_what_takes_effect_while_nobody_attends(
    service: str | None, at: str, event_at: str | None, wakes: bool
) -> None:
    calendar = Calendars.of(city()).of_service(city().catalog.find(service) if service else None)
    now, event = (
        datetime.fromisoformat(one).replace(tzinfo=calendar.zone) if one else None for one in (at, event_at)
    )
    assert now
    assert wakes_the_guard(calendar, now, event) is wakes
