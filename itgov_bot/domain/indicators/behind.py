"""What stands behind a computed value: the tickets that make it, and what the value leaves to say."""

from datetime import timedelta

from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.records import dataclass

from .definition import Indicator
from .period import Period
from .reading import Count

PAGE = 6
"""Tickets of a page: each has its button, and there are some more."""


@dataclass(frozen=True, slots=True)
class Behind:
    """A ticket of a value: whether it stands above and below the line; of an outage, for how long it counts."""

    ticket: Ticket
    above: bool
    below: bool
    down: timedelta | None = None


@dataclass(frozen=True, slots=True)
class CasesBehind:
    """One page of them. `count` is the value as it is counted now, `total` how many tickets make it."""

    indicator: Indicator
    period: Period
    count: Count
    cases: tuple[Behind, ...]
    page: int
    total: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PAGE))


@dataclass(frozen=True, slots=True)
class Detail:
    """`backlog`: received and unsolved at the end of the period, or now while it goes on. `cohort`: of those received in
    the period, how many are solved by now. None where the indicator does not ask how much of what came was solved.
    """

    backlog: int | None = None
    cohort: Count | None = None
