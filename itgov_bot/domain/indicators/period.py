"""A stretch of the calendar an indicator is read for: month, quarter, half or year."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import total_ordering
from typing import Literal, Self

from itgov_bot.patterns import regex

PeriodKind = Literal["month", "quarter", "half", "year"]
Frequency = Literal["MENSUAL", "TRIMESTRAL", "SEMESTRAL", "ANUAL"]

KIND_OF: dict[Frequency, PeriodKind] = {
    "MENSUAL": "month",
    "TRIMESTRAL": "quarter",
    "SEMESTRAL": "half",
    "ANUAL": "year",
}
MONTHS_IN: dict[PeriodKind, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}
# The sheet prints a thirteenth monthly value once; it is kept as "2023-13", a month of no calendar.
EXTRA_MONTH = 13
_WRITTEN = regex(r"^(\d{4})(?:-(?:(\d{2})|Q([1-4])|H([12])))?$")


@total_ordering
@dataclass(frozen=True)
class Period:
    """`ordinal` counts within the year from 1; a year has ordinal 1."""

    kind: PeriodKind
    year: int
    ordinal: int

    def __post_init__(self) -> None:
        last = EXTRA_MONTH if self.kind == "month" else 12 // MONTHS_IN[self.kind]
        if not (1 <= self.year <= 9999 and 1 <= self.ordinal <= last):
            raise ValueError(f"no such {self.kind}: {self.year}/{self.ordinal}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """`2023-01`, `2023-Q1`, `2023-H1`, `2023`; ValueError otherwise."""
        match = _WRITTEN.match(text.strip().upper())
        if match is None:
            raise ValueError(f"not a period: {text!r}")
        year, month, quarter, half = match.groups()
        if month:
            return cls("month", int(year), int(month))
        if quarter:
            return cls("quarter", int(year), int(quarter))
        return cls("half", int(year), int(half)) if half else cls("year", int(year), 1)

    @classmethod
    def of(cls, frequency: Frequency, day: date) -> Self:
        """The period of that frequency the day belongs to."""
        kind = KIND_OF[frequency]
        return cls(kind, day.year, (day.month - 1) // MONTHS_IN[kind] + 1)

    def __str__(self) -> str:
        suffix = {
            "month": f"-{self.ordinal:02d}",
            "quarter": f"-Q{self.ordinal}",
            "half": f"-H{self.ordinal}",
        }
        return f"{self.year:04d}{suffix.get(self.kind, '')}"

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Period):
            return NotImplemented
        return self._place < other._place

    @property
    def is_extra(self) -> bool:
        """The thirteenth month: a printed value without a place in the calendar."""
        return self.kind == "month" and self.ordinal == EXTRA_MONTH

    @property
    def first_day(self) -> date:
        """ValueError for the thirteenth month."""
        return date(self.year, (self.ordinal - 1) * MONTHS_IN[self.kind] + 1, 1)

    @property
    def last_day(self) -> date:
        """ValueError for the thirteenth month."""
        month = self.ordinal * MONTHS_IN[self.kind]
        return date(self.year, month, 1 if self.is_extra else monthrange(self.year, month)[1])

    def contains(self, day: date) -> bool:
        return not self.is_extra and self.first_day <= day <= self.last_day

    def previous(self) -> "Period":
        if self.ordinal > 1:
            return Period(self.kind, self.year, self.ordinal - 1)
        return Period(self.kind, self.year - 1, 12 // MONTHS_IN[self.kind])

    def compared_with(self) -> "Period":
        """The one just before; of a half, the same one of the year before."""
        return Period(self.kind, self.year - 1, self.ordinal) if self.kind == "half" else self.previous()

    @property
    def _place(self) -> tuple[int, int, int]:
        # By when it ends; of two that end together the longer comes last (December, Q4, H2, year).
        months = MONTHS_IN[self.kind]
        return self.year, self.ordinal * months, months
