"""A stretch of days that is asked about: one period of the calendar, several in a row, or some days."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Self

from itgov_bot.records import dataclass

from .period import EXTRA_MONTH, Period


@dataclass(frozen=True)
class Stretch:
    """From `first` to `last`, both included. `period` is set when it is one period of the calendar."""

    first: date
    last: date
    period: Period | None = None

    @classmethod
    def of(cls, period: Period) -> Self:
        """The thirteenth value of a year belongs to no day: it stands at the end of December."""
        if period.is_extra:
            return cls(date(period.year, 12, 31), date(period.year, 12, 31), period)
        return cls(period.first_day, period.last_day, period)

    @classmethod
    def between(cls, first: Period, last: Period) -> Self:
        """Both included, in whichever order they are told."""
        if first == last:
            return cls.of(first)
        return cls(min(first.first_day, last.first_day), max(first.last_day, last.last_day))

    @classmethod
    def together(cls, several: Sequence[Self]) -> Self | None:
        """From the first day of any of them to the last; None of none."""
        if len(several) < 2:
            return several[0] if several else None
        return cls(min(one.first for one in several), max(one.last for one in several))

    @classmethod
    def of_year(cls, year: int) -> Self:
        return cls.of(Period("year", year, 1))

    def previous(self) -> Self:
        """As long, just before."""
        if self.period:
            return type(self).of(self.period.previous())
        is_week = self.first.weekday() == 0 and self.last - self.first < timedelta(
            days=7
        )  # perhaps until today
        days = timedelta(days=7) if is_week else self.last - self.first + timedelta(days=1)
        return type(self)(self.first - days, self.first - timedelta(days=1))

    @property
    def is_year(self) -> bool:
        return self.period is not None and self.period.kind == "year"

    def has(self, period: Period) -> bool:
        """Whether they share a day: June is in its quarter. The thirteenth value shares its year."""
        if period.is_extra or (self.period and self.period.is_extra):
            return period == self.period or self._is_year_of(period)
        return period.first_day <= self.last and self.first <= period.last_day

    def _is_year_of(self, extra: Period) -> bool:
        is_whole = self.period is None or self.is_year
        return is_whole and extra.ordinal == EXTRA_MONTH and self.first.year <= extra.year <= self.last.year
