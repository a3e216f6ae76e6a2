"""When people answer: a week of working spans, public holidays and extra closed days.

Source: the ANS of the catalogue ("Horarios de atención"). This is the clock of the people who attend, not the one of
the service itself (`Availability`). Opening minute is open, closing minute is closed. Used by cards, urgency and SLA.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib.util import find_spec, module_from_spec
from zoneinfo import ZoneInfo

import holidays

from itgov_bot.records import dataclass

# Run, the package of the countries loads each of its 250 (8 MB, a tenth of a second) before it gives the one that is asked.
if (_countries := find_spec("holidays.countries")) and _countries.name not in sys.modules:
    sys.modules[_countries.name] = module_from_spec(_countries)

Span = tuple[datetime, datetime]
HORIZON = timedelta(days=366)
"""How far ahead an opening is looked for; a calendar closed for longer is a mistake in its data."""


class NeverOpens(Exception):
    """The calendar has no working span within a year: its data are wrong."""


@cache
def _public_holidays(country: str, year: int) -> Mapping[date, str]:
    """Holiday names in Spanish. The library marks a moved holiday in its name, which people do not say."""
    found = holidays.country_holidays(country, years=year, language="es")
    return {day: re.sub(r" \([^)]*\)", "", name).replace("; ", " y ") for day, name in found.items()}


@dataclass(frozen=True)
class WorkCalendar:
    """Working spans by weekday (Monday is 0) in local time, without the closed days.

    A span that closes at or before its opening ends on the next day: `(time(0), time(0))` is the whole day, so that
    a 24x7 calendar loses no minute at midnight.
    """

    key: str
    week: Mapping[int, tuple[time, time]]
    zone: ZoneInfo
    country: str | None = None
    closed_days: Mapping[date, str] = field(default_factory=dict)

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(self.zone)

    @property
    def day_length(self) -> timedelta:
        """Of a working day, as it is on average."""
        monday = datetime(2024, 1, 1)  # noqa: DTZ001 - only the hours of the day count
        days = [
            datetime.combine(monday, closes) - datetime.combine(monday, opens)
            for opens, closes in self.week.values()
        ]
        return sum(
            (one if one > timedelta() else one + timedelta(days=1) for one in days), timedelta()
        ) / len(days)

    def holiday(self, day: date) -> str | None:
        """The name of the public holiday or of the extra closed day that `day` is, if it is one."""
        if day in self.closed_days:
            return self.closed_days[day]
        return _public_holidays(self.country, day.year).get(day) if self.country else None

    def span_of(self, day: date) -> Span | None:
        """The working span of a day, as aware instants; None when nobody works that day."""
        if day.weekday() not in self.week or self.holiday(day):
            return None
        opens, closes = self.week[day.weekday()]
        end_day = day + timedelta(days=1) if closes <= opens else day
        return (
            datetime.combine(day, opens, self.zone),
            datetime.combine(end_day, closes, self.zone),
        )

    def spans_from(self, moment: datetime) -> Iterator[Span]:
        """The working spans that end after `moment`, in order, for a year at most."""
        first = self.local(moment).date() - timedelta(days=1)
        for offset in range(HORIZON.days + 2):
            span = self.span_of(first + timedelta(days=offset))
            if span and span[1] > moment:
                yield span

    def is_open(self, moment: datetime) -> bool:
        span = next(self.spans_from(moment), None)
        return span is not None and span[0] <= moment

    def closes_at(self, moment: datetime) -> datetime | None:
        """When the span that `moment` lies in ends; spans that touch (24x7) count as one. None when closed."""
        end: datetime | None = None
        for opens, closes in self.spans_from(moment):
            if opens > (end or moment):
                break
            end = closes
        return end

    def opens_at(self, moment: datetime) -> datetime:
        """The first working instant at or after `moment`. Raises NeverOpens."""
        for opens, _ in self.spans_from(moment):
            return max(opens, self.local(moment))
        raise NeverOpens(self.key)

    def closed_since(self, moment: datetime) -> datetime:
        """The last closing at or before `moment`: since then nobody attends, if it is closed. Raises NeverOpens."""
        today = self.local(moment).date()
        for offset in range(HORIZON.days + 2):
            span = self.span_of(today - timedelta(days=offset))
            if span and span[1] <= moment:
                return span[1]
        raise NeverOpens(self.key)

    def working_time(self, start: datetime, end: datetime) -> timedelta:
        """The working time between two instants; zero when `end` is not after `start`."""
        total = timedelta()
        for opens, closes in self._spans_without_end(start):
            if opens >= end:
                break
            total += min(closes, end) - max(opens, start)
        return total

    def add_working_time(self, start: datetime, amount: timedelta) -> datetime:
        """The instant at which `amount` of working time has gone by since `start`.

        Time that ends exactly at closing is due at that closing, not at the next opening. Raises NeverOpens.
        """
        left = amount
        for opens, closes in self._spans_without_end(start):
            begin = max(opens, self.local(start))
            if left <= closes - begin:
                return begin + left
            left -= closes - begin
        raise NeverOpens(self.key)

    def _spans_without_end(self, start: datetime) -> Iterator[Span]:
        """Like spans_from, going on for as long as there is a working span within each year."""
        moment = start
        while True:
            last: datetime | None = None
            for span in self.spans_from(moment):
                yield span
                last = span[1]
            if last is None:
                return
            moment = last


@dataclass(frozen=True, slots=True)
class Openness:
    """The answer to "is anybody there?" at one instant."""

    open: bool
    closes_at: datetime | None
    opens_at: datetime | None
    holiday: str | None


def openness(calendar: WorkCalendar, moment: datetime) -> Openness:
    """Open with its closing, or closed with its opening; and the name of the holiday if the day is one."""
    local = calendar.local(moment)
    holiday = calendar.holiday(local.date())
    closes = calendar.closes_at(local)
    if closes:
        return Openness(True, closes, None, holiday)
    return Openness(False, None, calendar.opens_at(local), holiday)


def closed_days_until(calendar: WorkCalendar, moment: datetime, opening: datetime) -> list[tuple[date, str]]:
    """The holidays that lie between `moment` and the opening: they explain why it is not sooner."""
    day, found = calendar.local(moment).date(), []
    while day < calendar.local(opening).date():
        name = calendar.holiday(day)
        if name and day.weekday() in calendar.week:
            found.append((day, name))
        day += timedelta(days=1)
    return found
