"""How the desk goes in some days: what is counted, and by what. Read by `/resumen` and by questions in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from itgov_bot.domain.calendar import Span

_DAY = timedelta(days=1)


class Figure(StrEnum):
    """Something that is counted. Each opens into the list of its cases."""

    RECEIVED = "in"
    """Opened in those days."""
    SOLVED = "out"
    """Solved in those days, and not opened again since."""
    REOPENED = "re"
    """Opened again in those days, once each."""
    URGENT = "urg"
    """Opened in those days as urgent."""
    RATED = "rate"
    """Solved in those days and rated, by somebody else than who solved it."""
    RATED_LOW = "low"
    BACKLOG = "open"
    """Live now, whenever it was opened."""
    WAITING = "wait"
    """Of the backlog: the next word is the requester's."""
    OURS = "ours"
    """Of the backlog: the next word is the desk's."""
    OVERDUE = "late"
    """Of the backlog: past a due time, where the city set any."""
    URGENT_NOW = "alarm"
    """Of the backlog: urgent."""


OF_NOW = frozenset({Figure.BACKLOG, Figure.WAITING, Figure.OURS, Figure.OVERDUE, Figure.URGENT_NOW})
"""What is counted as it stands at this moment, whatever the days."""


class Split(StrEnum):
    """By what a figure is parted."""

    SERVICE = "svc"
    OFFICE = "off"
    """The dependencia."""
    AGENT = "ag"
    CHANNEL = "ch"


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
        if last < first:
            raise ValueError(f"it ends before it begins: {code!r}")
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


@dataclass(frozen=True, slots=True)
class CountQuestion:
    """A figure that is asked for in words. Without days it is this week; `by` asks who or what has most of it."""

    figure: Figure
    days: Days | None = None
    by: Split | None = None
