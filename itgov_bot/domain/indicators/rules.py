"""How each computed indicator is read: which tickets stand above and below the line of its formula.

The one place that says it: `storage/counted/counting` turns a selection into SQL, `wording/managers/reading_rules` into
words.
Everywhere: a cancelled or voided ticket counts nowhere; of merged tickets only the one that goes on counts; an outage
that many people reported is one ticket; a reopened ticket is unsolved until it is solved again, and then counts where
that was; the edges of a period are those of the city's clock. Ratings are of solutions: each counts where its solution
was found, whatever became of the ticket afterwards.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from itgov_bot.domain.tickets.ticket import OF_DESK, Kind, Solution
from itgov_bot.records import dataclass

from .definition import ComputedFrom, Indicator

SATISFIED_FROM = 4
"""Stars from which somebody is satisfied. The sheet does not say how its index is made: this is the desk's choice."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Tickets by when they were opened or, being solved, by when they were solved; or rated solutions by when they were
    found; and what else must be true of them.

    `kind` is what an agent said; until then it is that of the service (`Reference.kinds`). `stars`: rated with at least
    so many. `is_solved`: of opened ones, those solved by now.
    """

    by: Literal["opened", "solved", "rated"]
    kind: Kind | None = None
    solutions: tuple[Solution, ...] | None = None
    stars: int | None = None
    is_solved: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """`cohort`: of what was received in the period, what is solved by now, wherever it was solved; never over 100 %."""

    above: Selection
    below: Selection

    @property
    def cohort(self) -> Selection | None:
        return replace(self.below, is_solved=True) if self.below.by == "opened" else None


RECEIVED, SOLVED, RATED = Selection("opened"), Selection("solved"), Selection("rated")


def _of_kind(kind: Kind) -> Rule:
    return Rule(replace(SOLVED, kind=kind), replace(RECEIVED, kind=kind))


RULES: Mapping[ComputedFrom, Rule] = {
    "requests": Rule(SOLVED, RECEIVED),
    "software": _of_kind(Kind.SOFTWARE),
    "hardware": _of_kind(Kind.HARDWARE),
    "remote": Rule(replace(SOLVED, solutions=(Solution.REMOTE,)), replace(SOLVED, solutions=OF_DESK)),
    "ratings": Rule(replace(RATED, stars=SATISFIED_FROM), RATED),
}
"""Those of tickets. What "outages" counts are hours: `domain/downtime`."""


def rule_of(indicator: Indicator) -> Rule | None:
    """None where no tickets are counted."""
    return RULES.get(indicator.computed_from) if indicator.computed_from else None
