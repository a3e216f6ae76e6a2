"""When a report is urgent, by the hours of the service that it is about."""

from __future__ import annotations

from datetime import datetime

import pytest

from itgov_bot.desk.desk import Calendars
from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.domain.tickets.urgency import urgent_now
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
