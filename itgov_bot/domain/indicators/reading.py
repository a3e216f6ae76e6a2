"""One value of one indicator for one period, with where it came from. Stored and shown, never overwritten."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from .period import Period

ReadingSource = Literal["sheet", "computed", "recorded"]
KNOWN_FLAGS = frozenset({"over_100", "maybe_no_data", "extra_value"})


@dataclass(frozen=True)
class Reading:
    """`flags`: over_100 (kept, not smoothed), maybe_no_data (0 % that may mean nothing was measured),
    extra_value (a printed value beyond the periods of the year)."""

    indicator: int
    period: Period
    value: float
    numerator: float | None = None
    denominator: float | None = None
    source: ReadingSource = "sheet"
    flags: tuple[str, ...] = ()
    recorded_by: str | None = None
    recorded_at: datetime | None = None
    reason: str | None = None
