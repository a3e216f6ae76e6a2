"""The clock of a case: field failures as tables, and properties that hold for every history."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itgov_bot.domain import sla
from itgov_bot.domain.calendar import NeverOpens, WorkCalendar
from itgov_bot.domain.sla import Change, Clock
from itgov_bot.domain.tickets.events import EventKind, TicketEvent

BOGOTA = ZoneInfo("America/Bogota")
NONE: Mapping[date, str] = {}


def _calendar(key: str, days: int, opens: int, closes: int, friday: int | None = None) -> WorkCalendar:
    week = {day: (time(opens), time(closes)) for day in range(days)}
    if friday:
        week[4] = (time(opens), time(friday))
    return WorkCalendar(key, week, BOGOTA, None if key == "always" else "CO", NONE)


GENERAL = _calendar("general", 5, 8, 18, friday=17)
WIFI = _calendar("internet_wifi", 5, 8, 18)
ALWAYS = _calendar("always", 7, 0, 0)

Step = tuple[str, str]


def at(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=BOGOTA)


def history(*steps: Step) -> list[Change]:
    return [Change(at(written), Clock(clock)) for written, clock in steps]


def hours(written: str) -> timedelta:
    whole, minutes, seconds = (int(part) for part in (written + ":00:00").split(":")[:3])
    return timedelta(hours=whole, minutes=minutes, seconds=seconds)


# Monday 2026-11-16 is a holiday (Independencia de Cartagena); 2026-12-25 and 2027-01-01 are Fridays and holidays.
# Calendar, when it was opened, the moment, working time run until then, due instant of a target of two hours.
OPENED = [
    pytest.param(GENERAL, "2026-11-10 10:00", "2026-11-10 11:30", "1:30", "2026-11-10 12:00", id="in hours"),
    pytest.param(GENERAL, "2026-11-10 20:00", "2026-11-11 07:59", "0", "2026-11-11 10:00", id="at night"),
    pytest.param(
        GENERAL, "2026-11-10 20:00", "2026-11-11 09:00", "1", "2026-11-11 10:00", id="night, next day"
    ),
    pytest.param(
        GENERAL, "2026-11-11 05:00", "2026-11-11 08:30", "0:30", "2026-11-11 10:00", id="before dawn"
    ),
    pytest.param(
        GENERAL, "2026-11-10 17:59:59", "2026-11-11 08:00", "0:00:01", "2026-11-11 09:59:59", id="17:59:59"
    ),
    pytest.param(
        GENERAL, "2026-11-10 18:00", "2026-11-11 08:00:01", "0:00:01", "2026-11-11 10:00", id="18:00"
    ),
    pytest.param(
        GENERAL, "2026-11-10 16:00", "2026-11-11 08:00", "2", "2026-11-10 18:00", id="ends at closing"
    ),
    pytest.param(
        GENERAL, "2026-11-06 16:59:59", "2026-11-09 08:00", "0:00:01", "2026-11-09 09:59:59", id="Fri 16:59:59"
    ),
    pytest.param(GENERAL, "2026-11-06 17:00", "2026-11-09 08:00", "0", "2026-11-09 10:00", id="Fri 17:00"),
    pytest.param(WIFI, "2026-11-06 17:30", "2026-11-06 18:00", "0:30", "2026-11-09 09:30", id="SER-001 Fri 17:30"),
    pytest.param(
        GENERAL, "2026-11-06 17:30", "2026-11-06 18:00", "0", "2026-11-09 10:00", id="other service Fri 17:30"
    ),
    pytest.param(GENERAL, "2026-11-16 10:00", "2026-11-17 08:00", "0", "2026-11-17 10:00", id="on a holiday"),
    pytest.param(
        GENERAL, "2026-11-13 16:00", "2026-11-17 08:30", "1:30", "2026-11-17 09:00", id="long weekend"
    ),
    pytest.param(
        GENERAL, "2026-12-31 17:00", "2027-01-04 08:00", "1", "2027-01-04 09:00", id="31 December"
    ),
    pytest.param(
        GENERAL, "2026-12-31 23:59:59", "2027-01-04 08:00", "0", "2027-01-04 10:00", id="the year's last second"
    ),
    pytest.param(ALWAYS, "2026-11-14 23:30", "2026-11-15 00:30", "1", "2026-11-15 01:30", id="24x7, midnight"),
    pytest.param(
        ALWAYS, "2026-12-31 23:00", "2027-01-01 01:00", "2", "2027-01-01 01:00", id="24x7, new year"
    ),
]  # fmt: skip


@pytest.mark.parametrize(("calendar", "opened", "now", "run", "due"), OPENED)
def test_from_the_opening(calendar: WorkCalendar, opened: str, now: str, run: str, due: str) -> None:
    changes = history((opened, "runs"))
    assert sla.worked(changes, calendar, at(now)) == hours(run)
    assert sla.due_at(changes, calendar, hours("2")) == at(due)


def test_a_week_of_24x7_has_168_hours() -> None:
    changes = history(("2026-11-09 00:00", "runs"))
    assert sla.worked(changes, ALWAYS, at("2026-11-16 00:00")) == timedelta(hours=168)


def test_an_instant_in_utc_counts_as_the_same_instant() -> None:
    opened = at("2026-11-10 17:30").astimezone(UTC)  # 22:30 in UTC
    changes = [Change(opened, Clock.RUNS)]
    assert sla.due_at(changes, GENERAL, hours("1")) == at("2026-11-11 08:30")


# History, the moment, working time run, due instant of a target of four hours.
LIVES: list[object] = [
    pytest.param(
        [("2026-11-10 08:00", "runs"), ("2026-11-10 09:00", "paused")],
        "2026-11-12 15:00", "1", None, id="waiting: the clock stands and nothing is due",
    ),
    pytest.param(
        [("2026-11-10 08:00", "runs"), ("2026-11-10 09:00", "paused"), ("2026-11-10 10:30", "runs")],
        "2026-11-10 11:00", "1:30", "2026-11-10 13:30", id="goes on exactly where it stood",
    ),
    pytest.param(
        [("2026-11-13 16:00", "runs"), ("2026-11-13 16:30", "paused"), ("2026-11-17 08:30", "runs")],
        "2026-11-17 09:00", "1", "2026-11-17 12:00", id="waiting over a long weekend",
    ),
    pytest.param(
        [("2026-11-13 16:00", "runs"), ("2026-11-13 16:30", "paused"), ("2026-11-15 11:00", "runs")],
        "2026-11-17 08:00", "0:30", "2026-11-17 11:30", id="answered on the Sunday of it",
    ),
    pytest.param(
        [("2026-11-10 08:00", "runs"), ("2026-11-10 10:00", "stopped")],
        "2026-11-20 10:00", "2", None, id="resolved",
    ),
    pytest.param(
        [("2026-11-13 15:00", "runs"), ("2026-11-13 16:00", "stopped"), ("2026-11-17 09:00", "runs")],
        "2026-11-17 10:00", "2", "2026-11-17 12:00", id="reopened after a long weekend: goes on, not anew",
    ),
    pytest.param(
        [("2026-11-10 08:00", "runs"), ("2026-11-10 13:00", "stopped"), ("2026-11-11 09:00", "runs")],
        "2026-11-11 09:00", "5", "2026-11-10 12:00", id="resolved late and reopened: it was due then",
    ),
    pytest.param(
        [("2026-11-10 08:00", "runs"), ("2026-11-10 12:00", "paused"), ("2026-11-11 09:00", "runs")],
        "2026-11-11 09:00", "4", "2026-11-10 12:00", id="paused at the very due instant",
    ),
    pytest.param(
        [("2026-11-10 08:00", "runs"), ("2026-11-10 09:00", "paused"), ("2026-11-10 10:00", "stopped"),
         ("2026-11-10 11:00", "runs")],
        "2026-11-10 12:00", "2", "2026-11-10 14:00", id="resolved while waiting, and reopened",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("steps", "now", "run", "due"), LIVES)
def test_a_life(steps: list[Step], now: str, run: str, due: str | None) -> None:
    changes = history(*steps)
    assert sla.worked(changes, GENERAL, at(now)) == hours(run)
    assert sla.due_at(changes, GENERAL, hours("4")) == (at(due) if due else None)


def test_before_it_was_opened_nothing_has_run() -> None:
    assert sla.worked(history(("2026-11-10 10:00", "runs")), GENERAL, at("2026-11-10 09:00")) == timedelta()
    assert sla.due_at([], GENERAL, hours("1")) is None


def _event(kind: EventKind, written: str, actor: int | None) -> TicketEvent:
    return TicketEvent(1, kind, at(written), actor, {})


def test_handing_over_does_not_wake_the_clock() -> None:
    events = [
        _event(EventKind.OPENED, "2026-11-10 08:00", 1),
        _event(EventKind.TAKEN, "2026-11-10 08:10", 2),
        _event(EventKind.WAITING, "2026-11-10 09:00", 2),
        _event(EventKind.ASSIGNED, "2026-11-10 10:00", 3),
        _event(EventKind.MESSAGE_ADDED, "2026-11-10 10:30", 1),
    ]
    assert sla.changes_of(events) == history(("2026-11-10 08:00", "runs"), ("2026-11-10 09:00", "paused"))


def test_only_the_case_that_was_merged_stops() -> None:
    opened = _event(EventKind.OPENED, "2026-11-10 08:00", 1)
    merged = replace(_event(EventKind.MERGED, "2026-11-10 09:00", 2), data={"into": "SAUS-2026-000001"})
    target = replace(merged, data={"number": "SAUS-2026-000002"})
    assert [change.clock for change in sla.changes_of([opened, merged])] == [Clock.RUNS, Clock.STOPPED]
    assert [change.clock for change in sla.changes_of([opened, target])] == [Clock.RUNS]


# The moment, the due instant, whether half an hour or less of working time is left.
SOON = [
    ("2026-11-10 09:29", "2026-11-10 10:00", False),
    ("2026-11-10 09:30", "2026-11-10 10:00", True),
    ("2026-11-10 10:00", "2026-11-10 10:00", False),
    ("2026-11-13 16:45", "2026-11-17 08:15", True),
    ("2026-11-13 16:44", "2026-11-17 08:15", False),
]


@pytest.mark.parametrize(("now", "due", "soon"), SOON)
def test_soon_is_in_working_time(now: str, due: str, soon: bool) -> None:
    assert sla.is_soon(GENERAL, at(due), at(now), hours("0:30")) is soon


# Calendar, start, days, end.
DAYS = [
    (GENERAL, "2026-11-10 15:00", 1, "2026-11-11 15:00"),
    (GENERAL, "2026-11-11 15:00", 3, "2026-11-17 15:00"),  # the weekend and the holiday do not count
    (GENERAL, "2026-11-12 17:30", 1, "2026-11-13 17:00"),  # Friday closes sooner
    (GENERAL, "2026-11-14 12:00", 1, "2026-11-18 08:00"),  # on a Saturday: from Tuesday's opening
    (GENERAL, "2026-11-10 22:00", 1, "2026-11-12 08:00"),
    (GENERAL, "2026-12-30 09:00", 2, "2027-01-04 09:00"),
    (ALWAYS, "2026-11-14 23:00", 3, "2026-11-17 23:00"),
]


@pytest.mark.parametrize(("calendar", "start", "days", "end"), DAYS)
def test_working_days(calendar: WorkCalendar, start: str, days: int, end: str) -> None:
    assert sla.after_working_days(calendar, at(start), days) == at(end)


def test_a_calendar_that_never_opens_is_said() -> None:
    with pytest.raises(NeverOpens):
        sla.after_working_days(WorkCalendar("none", {}, BOGOTA), at("2026-11-10 08:00"), 1)
    one_week = {at("2026-11-10 08:00").date() + timedelta(days=day): "x" for day in range(1, 500)}
    with pytest.raises(NeverOpens):
        sla.after_working_days(
            WorkCalendar("x", GENERAL.week, BOGOTA, "CO", one_week), at("2026-11-10 08:00"), 1
        )


# Properties

instants = st.datetimes(datetime(2026, 10, 1), datetime(2027, 2, 1)).map(  # noqa: DTZ001 - given a zone below
    lambda moment: moment.replace(microsecond=0, tzinfo=BOGOTA)
)
calendars = st.sampled_from([GENERAL, WIFI, ALWAYS])
targets = st.integers(1, 60 * 60).map(lambda minutes: timedelta(minutes=minutes))


@st.composite
def histories(draw: st.DrawFn) -> list[Change]:
    moments = sorted(draw(st.lists(instants, min_size=1, max_size=7)))
    clocks = [Clock.RUNS, *(draw(st.sampled_from(Clock)) for _ in moments[1:])]
    return [Change(moment, clock) for moment, clock in zip(moments, clocks, strict=True)]


@given(histories(), calendars, instants)
def test_time_never_runs_backwards(changes: list[Change], calendar: WorkCalendar, now: datetime) -> None:
    run = sla.worked(changes, calendar, now)
    assert timedelta() <= run <= sla.worked(changes, calendar, now + timedelta(hours=7))


@given(histories(), calendars, instants, st.data())
def test_splitting_an_interval_changes_nothing(
    changes: list[Change], calendar: WorkCalendar, now: datetime, data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(changes) - 1))
    start = changes[index].at
    end = changes[index + 1].at if index + 1 < len(changes) else start + timedelta(days=9)
    again = Change(start + (end - start) * data.draw(st.floats(0, 1)), changes[index].clock)
    split = [*changes[: index + 1], again, *changes[index + 1 :]]
    assert sla.worked(split, calendar, now) == sla.worked(changes, calendar, now)
    assert sla.due_at(split, calendar, timedelta(hours=9)) == sla.due_at(
        changes, calendar, timedelta(hours=9)
    )


@given(histories(), calendars, targets)
def test_at_the_due_instant_the_target_has_just_run(
    changes: list[Change], calendar: WorkCalendar, target: timedelta
) -> None:
    due = sla.due_at(changes, calendar, target)
    if due is None:
        assert changes[-1].clock is not Clock.RUNS
    else:
        assert sla.worked(changes, calendar, due) == target
        assert sla.worked(changes, calendar, due - timedelta(seconds=1)) < target


@given(instants, calendars, targets, st.floats(0, 1), st.timedeltas(timedelta(), timedelta(days=20)))
def test_a_pause_adds_exactly_its_working_time(
    opened: datetime, calendar: WorkCalendar, target: timedelta, part: float, length: timedelta
) -> None:
    before = sla.due_at([Change(opened, Clock.RUNS)], calendar, target)
    assert before
    paused = calendar.local(opened) + (before - opened) * part * 0.999
    resumed = paused + length
    changes = [Change(opened, Clock.RUNS), Change(paused, Clock.PAUSED), Change(resumed, Clock.RUNS)]
    after = sla.due_at(changes, calendar, target)
    assert after
    assert calendar.working_time(before, after) == calendar.working_time(paused, resumed)


@given(instants, calendars, st.integers(1, 5))
def test_working_days_end_within_hours_and_only_grow(
    start: datetime, calendar: WorkCalendar, days: int
) -> None:
    end = sla.after_working_days(calendar, start, days)
    assert start < end < sla.after_working_days(calendar, start, days + 1)
    assert calendar.is_open(end) or calendar.is_open(end - timedelta(seconds=1))
