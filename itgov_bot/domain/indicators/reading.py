"""One value of one indicator for one period, with where it came from. Stored and shown, never overwritten."""

from datetime import datetime
from typing import Literal

from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.records import dataclass

from .period import Period

ReadingSource = Literal["sheet", "computed", "recorded"]
KNOWN_FLAGS = frozenset({"over_100", "maybe_no_data", "extra_value"})
"""What the printed sheet says of its values."""
OPEN, CHANGED = "open", "changed"
"""What is said of computed ones: the period goes on; what it counts changed after it had closed."""


NONE_DUE = "none_due"
"""Of a plan whose period goes on: the day of no row has passed, so what is undone is no debt yet."""
NO_DATA = "no_data"
"""Its owner recorded that there was nothing to measure: the period is told of, and has no value."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a recorded reading rests on: files, a link, or why there is `lack` of both."""

    files: tuple[StoredFile, ...] = ()
    link: str | None = None
    lack: str | None = None


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
    none_due (of a plan, whose rows have all time yet),
    changed (frozen, and counted anew it would be `recount`), no_data (nothing to measure; its value counts nowhere).
    `id`, `note` and `evidence` are those of stored ones; the files of the evidence are read apart.
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
    id: int | None = None
    note: str | None = None
    evidence: Evidence | None = None

    @property
    def is_open(self) -> bool:
        return OPEN in self.flags

    @property
    def is_changed(self) -> bool:
        return CHANGED in self.flags
