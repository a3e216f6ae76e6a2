"""When people answer: the ANS as tables of instants, and what must hold for any calendar at any instant."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itgov_bot.domain.calendar import NeverOpens, Openness, WorkCalendar, closed_days_until, openness

BOGOTA = ZoneInfo("America/Bogota")
EIGHT, FIVE, SIX = time(8), time(17), time(18)
GENERAL = WorkCalendar(
    "general",
    {0: (EIGHT, SIX), 1: (EIGHT, SIX), 2: (EIGHT, SIX), 3: (EIGHT, SIX), 4: (EIGHT, FIVE)},
    BOGOTA,
    "CO",
)
WIFI = WorkCalendar("internet_wifi", dict.fromkeys(range(5), (EIGHT, SIX)), BOGOTA, "CO")
ALWAYS = WorkCalendar("24x7", dict.fromkeys(range(7), (time(0), time(0))), BOGOTA)
NIGHTS = WorkCalendar("nights", {0: (time(22), time(6)), 4: (time(22), time(6))}, BOGOTA, "CO")
NEVER = WorkCalendar("never", {}, BOGOTA)
CALENDARS = [GENERAL, WIFI, ALWAYS, NIGHTS]


def at(text: str) -> datetime:
    """Bogota time."""
    return datetime.fromisoformat(text).replace(tzinfo=BOGOTA)


@pytest.mark.parametrize(
    ("when", "general", "wifi"),
    [
        ("2026-03-02 07:59:59", False, False),
        ("2026-03-02 08:00:00", True, True),  # the opening minute is open
        ("2026-03-02 17:59:59.999999", True, True),
        ("2026-03-02 18:00:00", False, False),  # the closing minute is closed
        ("2026-03-05 17:30", True, True),  # Thursday
        ("2026-03-06 16:59:59", True, True),  # Friday
        ("2026-03-06 17:00:00", False, True),
        ("2026-03-06 17:30", False, True),
        ("2026-03-06 18:00", False, False),
        ("2026-03-07 10:00", False, False),  # Saturday
        ("2026-03-08 10:00", False, False),
    ],
)
def test_open_and_closed(when: str, general: bool, wifi: bool) -> None:
    moment = at(when)
    assert GENERAL.is_open(moment) is general
    assert WIFI.is_open(moment) is wifi
    assert GENERAL.is_open(moment.astimezone(UTC)) is general
    assert (GENERAL.closes_at(moment) is not None) is general


@pytest.mark.parametrize(
    ("when", "opens"),
    [
        ("2026-03-02 03:00", "2026-03-02 08:00"),
        ("2026-03-02 08:00", "2026-03-02 08:00"),
        ("2026-03-02 12:34:56", "2026-03-02 12:34:56"),
        ("2026-03-02 18:00", "2026-03-03 08:00"),
        ("2026-03-06 17:00", "2026-03-09 08:00"),  # Friday evening → Monday
        ("2026-03-20 17:30", "2026-03-24 08:00"),  # … and Monday is San José
        ("2026-04-01 18:00", "2026-04-06 08:00"),  # Holy Week: Thursday and Friday
        ("2025-04-16 18:00", "2025-04-21 08:00"),
        ("2027-03-19 17:00", "2027-03-23 08:00"),  # San José opens Holy Week of 2027
        ("2027-03-24 18:00", "2027-03-29 08:00"),
        ("2026-12-24 18:00", "2026-12-28 08:00"),  # Christmas is a Friday
        ("2026-12-31 17:59:59", "2026-12-31 17:59:59"),
        ("2026-12-31 18:00", "2027-01-04 08:00"),  # New Year is a Friday
        ("2025-12-31 23:59", "2026-01-02 08:00"),
        ("2026-01-09 17:00", "2026-01-13 08:00"),  # the Kings are moved to Monday 12
    ],
)
def test_when_it_opens_next(when: str, opens: str) -> None:
    found = GENERAL.opens_at(at(when))
    assert found == at(opens)
    assert found.tzinfo is BOGOTA


HOLIDAYS = {
    2025: "1-1 1-6 3-24 4-17 4-18 5-1 6-2 6-23 6-30 7-20 8-7 8-18 10-13 11-3 11-17 12-8 12-25",
    2026: "1-1 1-12 3-23 4-2 4-3 5-1 5-18 6-8 6-15 6-29 7-13 7-20 8-7 8-17 10-12 11-2 11-16 12-8 12-25",
    2027: "1-1 1-11 3-22 3-25 3-26 5-1 5-10 5-31 6-7 7-5 7-12 7-20 8-7 8-16 10-18 11-1 11-15 12-8 12-25",
}


@pytest.mark.parametrize("year", HOLIDAYS)
def test_the_public_holidays_of_colombia(year: int) -> None:
    days = [date(year, 1, 1) + timedelta(days=number) for number in range(365)]
    found = {day: name for day in days if (name := GENERAL.holiday(day))}
    assert " ".join(f"{day.month}-{day.day}" for day in found) == HOLIDAYS[year]
    assert not [day for day in found if GENERAL.span_of(day)]
    assert not [name for name in found.values() if "(" in name or ";" in name]  # as people say them


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 1, 12), "Día de los Reyes Magos"),
        (date(2026, 4, 3), "Viernes Santo"),
        (date(2026, 11, 16), "Independencia de Cartagena"),
        (date(2025, 6, 30), "Sagrado Corazón y San Pedro y San Pablo"),
        (date(2026, 3, 2), None),
    ],
)
def test_a_holiday_has_its_spanish_name(day: date, name: str | None) -> None:
    assert GENERAL.holiday(day) == name


def test_days_that_the_city_closes_besides() -> None:
    extra = {date(2026, 12, 24): "Cierre de fin de año", date(2026, 12, 25): "Cierre de Navidad"}
    closed = replace(GENERAL, closed_days=extra)
    assert closed.opens_at(at("2026-12-23 18:00")) == at("2026-12-28 08:00")
    assert openness(closed, at("2026-12-24 10:00")) == Openness(
        False, None, at("2026-12-28 08:00"), "Cierre de fin de año"
    )
    assert closed.holiday(date(2026, 12, 25)) == "Cierre de Navidad"
    assert closed_days_until(closed, at("2026-12-23 18:00"), at("2026-12-28 08:00")) == list(extra.items())
    assert closed_days_until(closed, at("2026-12-26 18:00"), at("2026-12-28 08:00")) == []


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2026-03-06 16:59", Openness(True, at("2026-03-06 17:00"), None, None)),
        ("2026-03-06 17:30", Openness(False, None, at("2026-03-09 08:00"), None)),
        ("2026-04-03 10:00", Openness(False, None, at("2026-04-06 08:00"), "Viernes Santo")),
    ],
)
def test_is_anybody_there(when: str, expected: Openness) -> None:
    assert openness(GENERAL, at(when)) == expected
    assert openness(GENERAL, at(when).astimezone(UTC)) == expected


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026-03-02 08:00", "2026-03-02 18:00", 10),
        ("2026-03-02 00:00", "2026-03-03 00:00", 10),
        ("2026-03-02 17:30", "2026-03-03 08:30", 1),
        ("2026-03-06 16:00", "2026-03-09 09:00", 2),
        ("2026-03-07 00:00", "2026-03-09 08:00", 0),
        ("2026-03-02 00:00", "2026-03-09 00:00", 49),
        ("2026-12-31 17:00", "2027-01-04 09:00", 2),  # over the new year
        ("2026-03-02 12:00", "2026-03-02 12:00", 0),
        ("2026-03-03 12:00", "2026-03-02 12:00", 0),  # never negative
    ],
)
def test_working_time(start: str, end: str, hours: float) -> None:
    assert GENERAL.working_time(at(start), at(end)) == timedelta(hours=hours)


def test_a_case_that_stood_open_for_years_counts_all_of_them() -> None:
    years = [
        GENERAL.working_time(at(f"{year}-01-01"), at(f"{year + 1}-01-01")) for year in (2025, 2026, 2027)
    ]
    assert GENERAL.working_time(at("2025-01-01"), at("2028-01-01")) == sum(years, timedelta())


@pytest.mark.parametrize(
    ("start", "minutes", "due"),
    [
        ("2026-03-02 08:00", 60, "2026-03-02 09:00"),
        ("2026-03-02 17:30", 30, "2026-03-02 18:00"),  # due at that closing, not at the next opening
        ("2026-03-02 17:30", 31, "2026-03-03 08:01"),
        ("2026-03-06 16:00", 120, "2026-03-09 09:00"),
        ("2026-03-07 12:00", 0, "2026-03-09 08:00"),
        ("2026-12-31 17:00", 61, "2027-01-04 08:01"),
        ("2026-03-02 08:00", 49 * 60, "2026-03-06 17:00"),
    ],
)
def test_adding_working_time(start: str, minutes: int, due: str) -> None:
    found = GENERAL.add_working_time(at(start), timedelta(minutes=minutes))
    assert found == at(due)
    assert GENERAL.working_time(at(start), found) == timedelta(minutes=minutes)


def test_working_time_may_be_added_for_more_than_a_year() -> None:
    start, amount = at("2026-03-02 08:00"), timedelta(hours=49 * 80)
    due = GENERAL.add_working_time(start, amount)
    assert due > at("2027-08-01 08:00")
    assert GENERAL.working_time(start, due) == amount


def test_a_calendar_of_every_hour_loses_no_minute_at_midnight() -> None:
    for text in ("2026-03-02 23:59:59.999999", "2026-03-03 00:00", "2026-12-31 23:59:59", "2027-01-01 00:00"):
        assert ALWAYS.is_open(at(text))
        assert ALWAYS.opens_at(at(text)) == at(text)
    assert ALWAYS.working_time(at("2026-12-31 12:00"), at("2027-01-01 12:00")) == timedelta(hours=24)
    assert ALWAYS.add_working_time(at("2026-03-02 23:30"), timedelta(hours=1)) == at("2026-03-03 00:30")
    closing = ALWAYS.closes_at(at("2026-03-02 12:00"))
    assert closing is not None
    assert closing > at("2027-03-01 12:00")  # spans that touch are one


def test_a_span_may_end_on_the_next_day() -> None:
    assert NIGHTS.is_open(at("2026-03-03 05:59"))  # Tuesday, from Monday night
    assert not NIGHTS.is_open(at("2026-03-03 06:00"))
    assert NIGHTS.closes_at(at("2026-03-02 23:00")) == at("2026-03-03 06:00")
    assert NIGHTS.working_time(at("2026-03-02 00:00"), at("2026-03-09 00:00")) == timedelta(hours=16)


def test_a_calendar_without_a_working_day_says_so() -> None:
    moment = at("2026-03-02 12:00")
    assert not NEVER.is_open(moment)
    assert NEVER.working_time(moment, moment + timedelta(days=900)) == timedelta()
    with pytest.raises(NeverOpens):
        NEVER.opens_at(moment)
    with pytest.raises(NeverOpens):
        NEVER.closed_since(moment)
    with pytest.raises(NeverOpens):
        NEVER.add_working_time(moment, timedelta(minutes=1))


moments = st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31), timezones=st.just(BOGOTA) | st.just(UTC))  # noqa: DTZ001
calendars = st.sampled_from(CALENDARS)
amounts = st.timedeltas(timedelta(), timedelta(days=40))


@given(calendars, moments)
def test_the_opening_is_open_and_nothing_before_it(calendar: WorkCalendar, moment: datetime) -> None:
    opening = calendar.opens_at(moment)
    assert opening >= moment
    assert calendar.is_open(opening)
    assert calendar.is_open(moment) is (opening == moment)
    assert calendar.working_time(moment, opening) == timedelta()


@given(calendars, moments)
def test_the_closing_comes_after_and_is_closed(calendar: WorkCalendar, moment: datetime) -> None:
    closing = calendar.closes_at(moment)
    assert (closing is not None) is calendar.is_open(moment)
    if closing is not None:
        assert closing > moment
        assert calendar.working_time(moment, closing) == closing - moment
        if calendar is not ALWAYS:
            assert not calendar.is_open(closing)


@given(calendars, moments)
def test_since_the_last_closing_nobody_works_until_the_opening(
    calendar: WorkCalendar, moment: datetime
) -> None:
    closed = calendar.closed_since(moment)
    assert closed <= moment
    assert calendar.is_open(closed - timedelta(seconds=1))
    if not calendar.is_open(moment):
        assert calendar.working_time(closed, moment) == timedelta()


@given(calendars, st.lists(moments, min_size=3, max_size=3).map(sorted))
def test_working_time_adds_up(calendar: WorkCalendar, three: list[datetime]) -> None:
    first, middle, last = three
    parts = calendar.working_time(first, middle), calendar.working_time(middle, last)
    assert calendar.working_time(first, last) == sum(parts, timedelta())


@given(calendars, moments, moments)
def test_working_time_is_never_negative_nor_more_than_time(
    calendar: WorkCalendar, start: datetime, end: datetime
) -> None:
    spent = calendar.working_time(start, end)
    assert timedelta() <= spent <= max(end - start, timedelta())


@given(calendars, moments, amounts)
def test_adding_undoes_measuring(calendar: WorkCalendar, start: datetime, amount: timedelta) -> None:
    due = calendar.add_working_time(start, amount)
    assert due >= start
    assert calendar.working_time(start, due) == amount


@given(calendars, moments, amounts, amounts)
def test_more_work_is_never_due_sooner(
    calendar: WorkCalendar, start: datetime, one: timedelta, more: timedelta
) -> None:
    assert calendar.add_working_time(start, one) <= calendar.add_working_time(start, one + more)
