"""The rule of the desk: how urgent a report is and what is asked next, by the hours of the service that it is about."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from itgov_bot.desk.desk import Calendars
from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.domain.tickets.urgency import Next, Told, next_step, wakes_the_guard
from tests.made import city

OUTAGE, EVENT = ExceptionKind.SERVICE_OUTAGE, ExceptionKind.MAYOR_EVENT
ZONE = ZoneInfo("America/Bogota")


def at(service: str | None, when: str) -> tuple[WorkCalendar, datetime]:
    """The calendar of a service, or the general one, and an instant."""
    found = city().catalog.find(service) if service else None
    return Calendars.of(city()).of_service(found), datetime.fromisoformat(when).replace(tzinfo=ZONE)


SURE, WHOM_OPEN, DOUBTFUL = Told(OUTAGE), Told(OUTAGE, is_whom_open=True), Told(OUTAGE, is_doubtful=True)


def an_event(day: str, hour: str | None = None) -> Told:
    at = datetime.fromisoformat(f"{day}T{hour}").replace(tzinfo=ZONE) if hour else None
    return Told(EVENT, event_day=date.fromisoformat(day), event_at=at)


@pytest.mark.parametrize(
    ("told", "in_hours", "at_night"),
    [
        (Told(), Next.ORDINARY, Next.ORDINARY),
        (SURE, Next.FIRST_IN_LINE, Next.GUARD),
        (WHOM_OPEN, Next.HOW_MANY, Next.GUARD),
        (DOUBTFUL, Next.HOW_MANY, Next.HOW_MANY),
        (replace(DOUBTFUL, is_whom_open=True), Next.HOW_MANY, Next.HOW_MANY),
        (Told(EVENT), Next.ORDINARY, Next.GUARD),
        (an_event("2026-11-25"), Next.ORDINARY, Next.GUARD),
        (an_event("2026-11-25", "22:30"), Next.ORDINARY, Next.GUARD),
        (an_event("2026-11-26", "06:00"), Next.ORDINARY, Next.GUARD),
        (an_event("2026-11-26", "08:00"), Next.ORDINARY, Next.ORDINARY),
        (an_event("2026-11-26"), Next.ORDINARY, Next.ORDINARY),
        (an_event("2026-11-28", "20:00"), Next.ORDINARY, Next.ORDINARY),
    ],
)
def test_what_a_report_leads_to_on_a_wednesday_at_ten_and_at_22(
    told: Told, in_hours: Next, at_night: Next
) -> None:
    steps = [next_step(told, *at(None, f"2026-11-25T{hour}:00")) for hour in (10, 22)]
    assert steps == [in_hours, at_night]


@pytest.mark.parametrize(
    ("service", "when", "step"),
    [
        (None, "2026-11-25T07:59", Next.GUARD),
        (None, "2026-11-25T08:00", Next.FIRST_IN_LINE),
        (None, "2026-11-25T17:59", Next.FIRST_IN_LINE),
        (None, "2026-11-25T18:00", Next.GUARD),
        (None, "2026-11-27T17:30", Next.GUARD),
        ("SER-001", "2026-11-27T17:30", Next.FIRST_IN_LINE),
        ("SER-004", "2026-11-27T17:30", Next.GUARD),
        (None, "2026-11-28T10:00", Next.GUARD),
        (None, "2026-11-16T10:00", Next.GUARD),
    ],
)
def test_the_hours_are_those_of_the_service_concerned(service: str | None, when: str, step: Next) -> None:
    assert next_step(SURE, *at(service, when)) is step


@pytest.mark.parametrize(
    ("service", "when", "event_at", "wakes"),
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
    service: str | None, when: str, event_at: str | None, wakes: bool
) -> None:
    event = at(None, event_at)[1] if event_at else None
    assert wakes_the_guard(*at(service, when), event) is wakes
