"""One value of one indicator for one period, with where it came from. Stored and shown, never overwritten."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from .period import Period

ReadingSource = Literal["sheet", "computed", "recorded"]
KNOWN_FLAGS = frozenset({"over_100", "maybe_no_data", "extra_value"})
"""What the printed sheet says of its values."""
OPEN, CHANGED = "open", "changed"
"""What is said of computed ones: the period goes on; what it counts changed after it had closed."""


@dataclass(frozen=True, slots=True)
class Count:
    """What stands above and below the line of a formula."""

    numerator: float
    denominator: float

    @property
    def percent(self) -> float | None:
        """None where there was nothing to measure, which is not 0 %."""
        return 100 * self.numerator / self.denominator if self.denominator else None


@dataclass(frozen=True)
class Reading:
    """`flags`: over_100 (kept, not smoothed), maybe_no_data (0 % that may mean nothing was measured),
    extra_value (a printed value beyond the periods of the year), open (counted until now, in a period that goes on),
    changed (frozen, and counted anew it would be `recount`).
    """

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
    recount: Count | None = None

    @property
    def is_open(self) -> bool:
        return OPEN in self.flags

    @property
    def is_changed(self) -> bool:
        return CHANGED in self.flags
