"""The plan of an indicator for a period: what is to be done, ticked off as it is. The value is counted from that."""

from collections.abc import Sequence
from datetime import date

from itgov_bot.domain.people import Person
from itgov_bot.records import dataclass

from .period import Period
from .reading import Count

MAX_TEXT = 120
"""Characters of what is to be done."""


@dataclass(frozen=True, slots=True)
class PlanItem:
    """`done_on` is the day on which it was done."""

    id: int
    indicator: int
    period: Period
    text: str
    due: date
    done_on: date | None = None
    done_by: Person | None = None

    @property
    def is_in_time(self) -> bool:
        """Whether it counts: done while its period lasted."""
        return self.done_on is not None and self.done_on <= self.period.last_day

    def is_overdue(self, today: date) -> bool:
        return self.done_on is None and self.due < today


def counted(items: Sequence[PlanItem]) -> Count:
    """How many of them were done in their period, of how many. Only the end of the period counts, not the day of a row."""
    return Count(sum(one.is_in_time for one in items), len(items))


def counted_so_far(items: Sequence[PlanItem], today: date) -> tuple[Count, bool]:
    """The same while the period goes on, and whether a row is due. What is not due yet is no debt: once the day of a row has
    passed, those count that are due or done; before that all of them, and nothing is judged by it."""
    due = [one for one in items if one.due < today]
    if not due:
        return counted(items), False
    return counted([one for one in items if one.due < today or one.done_on]), True
