"""The days of a summary, the ages of the backlog, and the instants at which digests leave."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itgov_bot.desk.desk import Calendars
from itgov_bot.domain.days import Days
from itgov_bot.domain.indicators import Period, Reading
from itgov_bot.domain.people import Role
from itgov_bot.domain.subscriptions import (
    NewsKind,
    Subscription,
    has_fallen,
    hears_of_falls,
    newest,
    next_due,
    told_days,
)
from itgov_bot.domain.summary import AGES, age_limits
from itgov_bot.understanding.language.time.past_days import find_past_days
from tests.made import city

CALENDAR = Calendars.of(city()).general
BOGOTA = ZoneInfo("America/Bogota")
SUNDAY = date(2026, 11, 29)


def days(code: str) -> Days:
    return Days.parse(code)


TOLD = (
    ("hoy", "20261129-20261129", "20261128-20261128"),
    ("ayer", "20261128-20261128", "20261127-20261127"),
    ("semana", "20261123-20261129", "20261116-20261122"),
    ("la semana pasada", "20261116-20261122", "20261109-20261115"),
    ("este mes", "20261101-20261130", "20261001-20261031"),
    ("mes pasado", "20261001-20261031", "20260901-20260930"),
    ("Noviembre", "20261101-20261130", "20261001-20261031"),
    ("el mes de diciembre", "20251201-20251231", "20251101-20251130"),
    ("2026-11", "20261101-20261130", "20261001-20261031"),
    ("marzo de 2026", "20260301-20260331", "20260201-20260228"),
    ("2026-T1", "20260101-20260331", "20251001-20251231"),
    ("trimestre pasado", "20260701-20260930", "20260401-20260630"),
    ("2026", "20260101-20261231", "20250101-20251231"),
    ("27 de noviembre", "20261127-20261127", "20261126-20261126"),
    ("últimos 7 días", "20261123-20261129", "20261116-20261122"),
)


@pytest.mark.parametrize(("said", "code", "before"), TOLD)
def test_days_as_they_are_told(said: str, code: str, before: str) -> None:
    found = find_past_days(said, SUNDAY)
    assert found == days(code)
    assert found.code == code
    assert found.previous() == days(before)


@pytest.mark.parametrize("said", ["", "bla", "2027-01", "30 de febrero", "mañana", "8", "0001-01"])
def test_what_tells_no_days(said: str) -> None:
    assert find_past_days(said, SUNDAY) is None


@given(st.dates(date(2025, 1, 1), date(2027, 12, 31)), st.integers(0, 60))
def test_an_age_is_counted_in_working_days(today: date, back: int) -> None:
    """Against the days themselves, counted one by one."""
    now = datetime.combine(today, datetime.min.time(), BOGOTA) + timedelta(hours=11)
    opened = now - timedelta(days=back)
    after = (opened.date() + timedelta(days=ahead) for ahead in range(1, back + 1))
    age = sum(CALENDAR.span_of(day) is not None for day in after)
    for limit, begins in zip(AGES, age_limits(CALENDAR, now), strict=True):
        assert (age <= limit) == (opened >= begins)


DUE = (
    (NewsKind.WEEKLY, 0, 8, "2026-11-13 10:00", "2026-11-17 08:00"),  # Monday 16 is a holiday
    (NewsKind.WEEKLY, 0, 8, "2026-11-17 08:00", "2026-11-23 08:00"),
    (NewsKind.WEEKLY, 4, 16, "2026-11-27 15:59", "2026-11-27 16:00"),
    (NewsKind.WEEKLY, 4, 16, "2026-11-27 16:00", "2026-12-04 16:00"),
    (NewsKind.MONTHLY, 1, 9, "2026-10-31 10:00", "2026-11-03 09:00"),  # Sunday, and a holiday after it
    (NewsKind.MONTHLY, 25, 7, "2026-12-01 10:00", "2026-12-28 07:00"),  # Christmas is on a Friday
    (NewsKind.MONTHLY, 1, 9, "2026-12-31 10:00", "2027-01-04 09:00"),
)


@pytest.mark.parametrize(("kind", "day", "hour", "after", "due"), DUE)
def test_a_digest_leaves_on_a_working_day(kind: NewsKind, day: int, hour: int, after: str, due: str) -> None:
    at = datetime.fromisoformat(after).replace(tzinfo=BOGOTA).astimezone(UTC)
    assert next_due(kind, day, hour, CALENDAR, at) == datetime.fromisoformat(due).replace(tzinfo=BOGOTA)


@pytest.mark.parametrize(
    ("kind", "day", "today", "told"),
    [
        (NewsKind.WEEKLY, 0, date(2026, 11, 17), "20261109-20261115"),
        (NewsKind.WEEKLY, 0, date(2026, 11, 23), "20261116-20261122"),
        (NewsKind.WEEKLY, 4, date(2026, 11, 27), "20261120-20261126"),
        (NewsKind.MONTHLY, 1, date(2026, 11, 3), "20261001-20261031"),
        (NewsKind.MONTHLY, 25, date(2026, 12, 28), "20261101-20261130"),
    ],
)
def test_what_a_digest_tells_of(kind: NewsKind, day: int, today: date, told: str) -> None:
    assert told_days(kind, day, today) == days(told)


def _reading(period: str, value: float, counted: float, source: str = "computed") -> Reading:
    return Reading(1, Period.parse(period), value, value, counted, source)  # type: ignore[arg-type]


FALLS = (
    (_reading("2026-10", 80, 50), True, "a period that is over"),
    (_reading("2026-10", 100, 50), False, "the target is reached"),
    (_reading("2026-11", 80, 50), True, "most of the period is over, and enough was counted"),
    (_reading("2026-11", 80, 3), False, "too little was counted so far"),
    (_reading("2026-12", 80, 50), False, "the period has just begun"),
    (_reading("2026-12", 80, 1, "recorded"), True, "somebody says so"),
    (_reading("2023-12", 80, 50, "sheet"), False, "printed long ago"),
)


@pytest.mark.parametrize(("reading", "fell", "why"), FALLS)
def test_when_an_indicator_has_fallen(reading: Reading, *, fell: bool, why: str) -> None:
    indicator = city().indicators[0]
    assert indicator.target
    today = date(2026, 12, 2) if reading.period.ordinal == 12 else date(2026, 11, 20)
    assert has_fallen(indicator, reading, today) is fell, why


def test_the_last_period_that_is_over_stays_in_sight_when_the_next_begins() -> None:
    september, october = _reading("2026-09", 80, 50), _reading("2026-10", 80, 50)
    november = replace(_reading("2026-11", 100, 2), flags=("open",))
    assert newest([september, october, november]) == [october, november]
    assert newest([]) == []


def test_availability_recovers_until_its_period_ends() -> None:
    nine = city().indicators[8]
    for today, fell in ((date(2026, 11, 20), False), (date(2026, 12, 1), True)):
        assert has_fallen(nine, _reading("2026-11", 70, 480), today) is fell


def test_who_hears_of_falls() -> None:
    manager, admin = frozenset({Role.STAFF, Role.MANAGER}), frozenset({Role.STAFF, Role.ADMIN})
    for roles, wanted, hears in (
        (manager, None, True),
        (manager, False, False),
        (admin, None, False),
        (admin, True, True),
    ):
        chosen = None if wanted is None else Subscription(1, NewsKind.FALLS, wanted)
        assert hears_of_falls(roles, chosen) is hears
