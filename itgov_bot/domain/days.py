"""Whole days of the city: a day, a week, a month or any other stretch, as it is asked for, shown and kept in buttons."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from itgov_bot.domain.calendar import Span
from itgov_bot.records import dataclass

_DAY = timedelta(days=1)
EARLIEST, _LATEST = date(2000, 1, 1), date(2999, 12, 31)


@dataclass(frozen=True, slots=True)
class Days:
    """Whole days of the city, both ends included: a day, a week from Monday on, a month, or any other."""

    first: date
    last: date

    @classmethod
    def day(cls, day: date) -> Days:
        return cls(day, day)

    @classmethod
    def week_of(cls, day: date) -> Days:
        monday = day - timedelta(days=day.weekday())
        return cls(monday, monday + timedelta(days=6))

    @classmethod
    def month_of(cls, day: date) -> Days:
        first = day.replace(day=1)
        return cls(first, _next_month(first) - _DAY)

    @classmethod
    def parse(cls, code: str) -> Days:
        """As `code` writes it. ValueError otherwise."""
        first, last = (date.fromisoformat(part) for part in code.split("-"))
        if not EARLIEST <= first <= last <= _LATEST:
            raise ValueError(f"no days of the desk: {code!r}")
        return cls(first, last)

    @property
    def code(self) -> str:
        """As it stands in a button: `20261123-20261129`."""
        return f"{self.first:%Y%m%d}-{self.last:%Y%m%d}"

    @property
    def length(self) -> int:
        """In days."""
        return (self.last - self.first).days + 1

    @property
    def months(self) -> int:
        """How many whole months it is; 0 if it is something else."""
        if self.first.day != 1 or (self.last + _DAY).day != 1:
            return 0
        return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1

    @property
    def is_year(self) -> bool:
        return self.months == 12 and self.first.month == 1

    def previous(self) -> Days:
        """As long, just before: of months as many months, of anything else as many days."""
        if not self.months:
            return Days(self.first - self.length * _DAY, self.first - _DAY)
        first = self.first
        for _ in range(self.months):
            first = (first - _DAY).replace(day=1)
        return Days(first, self.first - _DAY)

    def span(self, zone: ZoneInfo) -> Span:
        """From its first instant to the first that is no part of it."""
        return (
            datetime.combine(self.first, time(), zone),
            datetime.combine(self.last + _DAY, time(), zone),
        )


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)
