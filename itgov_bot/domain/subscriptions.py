"""What managers are sent without asking: a digest on a day and at an hour, and word of fallen indicators."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import takewhile
from typing import NamedTuple

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.days import Days
from itgov_bot.domain.indicators import Indicator, Reading, reading_light
from itgov_bot.domain.people import Role
from itgov_bot.records import dataclass

_DAY = timedelta(days=1)
_LOOKED_BACK = 62 * _DAY
"""More than the longest month and any run of holidays."""
MIN_COUNTED = 10
"""What is counted in a period that goes on is taken for a fall from so many cases on, past the half of it."""


class NewsKind(StrEnum):
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    FALLS = "falls"
    """An indicator falls under its target."""


DIGESTS = (NewsKind.WEEKLY, NewsKind.MONTHLY)


@dataclass(frozen=True, slots=True)
class Subscription:
    """`day` is a weekday (Monday is 0) of a weekly digest, a day of the month of a monthly one; `hour` is of the city's
    clock. `due_at`: when the next one leaves.
    """

    person: int
    kind: NewsKind
    is_wanted: bool
    day: int | None = None
    hour: int | None = None
    due_at: datetime | None = None


def hears_of_falls(roles: frozenset[Role], chosen: Subscription | None) -> bool:
    """A manager does until they say no, an administrator since they said yes."""
    return chosen.is_wanted if chosen else Role.MANAGER in roles


def next_due(kind: NewsKind, day: int, hour: int, calendar: WorkCalendar, after: datetime) -> datetime:
    """The next instant at which a digest leaves: on its day, or the next working day where nobody works on it."""
    return next(
        due
        for planned in _planned(kind, day, calendar.local(after).date() - _LOOKED_BACK)
        if (due := _on_working_day(calendar, planned, hour)) > after
    )


def told_days(kind: NewsKind, day: int, today: date) -> Days:
    """What a digest that leaves today tells of: the seven days before the one it was planned for, or the month before."""
    *_, planned = takewhile(lambda one: one <= today, _planned(kind, day, today - _LOOKED_BACK))
    if kind is NewsKind.WEEKLY:
        return Days(planned - 7 * _DAY, planned - _DAY)
    return Days.month_of(planned).previous()


def _planned(kind: NewsKind, day: int, since: date) -> Iterator[date]:
    """The days on which a digest is planned, without end. A month that is too short has it on its last day."""
    while True:
        is_due = (
            since.weekday() == day
            if kind is NewsKind.WEEKLY
            else since.day == min(day, monthrange(since.year, since.month)[1])
        )
        if is_due:
            yield since
        since += _DAY


def _on_working_day(calendar: WorkCalendar, day: date, hour: int) -> datetime:
    while calendar.span_of(day) is None:
        day += _DAY
    return datetime.combine(day, time(hour), calendar.zone)


class Fallen(NamedTuple):
    """An indicator whose reading is under its target."""

    indicator: Indicator
    reading: Reading


def newest(readings: Sequence[Reading]) -> list[Reading]:
    """Of those of an indicator, the oldest first: the last of a period that is over, and the one that goes on."""
    over, going_on = ([one for one in readings if one.is_open is is_open] for is_open in (False, True))
    return [*over[-1:], *going_on[-1:]]


def has_fallen(indicator: Indicator, reading: Reading, today: date) -> bool:
    """Of what the desk itself counted or was told. A period that goes on must have shown enough of itself."""
    if reading.source == "sheet":
        return False
    is_under = reading_light(reading, indicator.target) in ("yellow", "red")
    return is_under and (reading.period.last_day < today or _is_telling(indicator, reading, today))


def _is_telling(indicator: Indicator, reading: Reading, today: date) -> bool:
    """Somebody said it, or enough cases were counted in more than half of the period. (Every hour without an outage
    makes up for one: of availability only the end of the period tells.)
    """
    if reading.source == "recorded":
        return True
    if indicator.computed_from == "outages":
        return False
    period = reading.period
    is_late = 2 * (today - period.first_day) >= period.last_day - period.first_day
    return is_late and (reading.denominator or 0) >= MIN_COUNTED
