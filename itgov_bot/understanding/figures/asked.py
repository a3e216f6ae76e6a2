"""What is asked of the figures, as plain values that the conversation reads and remembers."""

from dataclasses import dataclass
from enum import StrEnum

from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.domain.summary import CountQuestion


class Wanted(StrEnum):
    """What kind of answer is wanted; each has its phrases in `managers.tsv`, but those that words alone settle (`said`)."""

    BOARD = "board"
    GREEN = "green"
    """Those that reach their target."""
    RED = "red"
    """Those that do not."""
    FELL = "fell"
    """Those that are lower than in the period before."""
    ROSE = "rose"
    INDICATOR = "indicator"
    COMPARE = "compare"
    OWNER = "owner"
    """Who answers for an indicator."""
    MISSING = "missing"
    """Which readings nobody recorded."""
    RECORD = "record"
    EXPORT = "export"
    PICTURE = "picture"
    """All of them in one picture; only an order says so."""
    OUTAGES = "outages"
    CASES = "cases"
    RATINGS = "ratings"
    SUMMARY = "summary"
    NIGHT = "night"
    """What the guard was called for, last night or in other days."""
    LATE = "late"
    """What changed after its period had closed, and is to be accepted."""
    SINCE = "since"
    """Since when anything is kept at all."""
    HELP = "help"


class Aspect(StrEnum):
    """The one thing that is asked of an indicator, where it is not how it stands."""

    TARGET = "target"
    FORMULA = "formula"
    SPREAD = "spread"
    """Its average, its best and its worst."""
    MET = "met"
    """In which of its periods it came to its target."""
    WHY = "why"
    """Why it is as it is, why it passes 100 %, why there is none."""
    DUE = "due"
    """Until when it is to be recorded."""
    HISTORY = "history"
    """Who recorded or accepted it, and when."""


OF_ALL = frozenset({Wanted.BOARD, Wanted.GREEN, Wanted.RED, Wanted.FELL, Wanted.ROSE})
"""What lists indicators; of one that is named its card is meant."""
OF_INDICATORS = frozenset({*OF_ALL, Wanted.INDICATOR, Wanted.COMPARE, Wanted.OWNER, Wanted.MISSING})
OF_CASES = frozenset({Wanted.CASES, Wanted.SUMMARY, Wanted.RATINGS})
"""What is counted of the desk itself."""

OF_DESK = OF_CASES | {Wanted.OUTAGES, Wanted.NIGHT, Wanted.SINCE}
"""What is for whoever answers for the desk, also where the indicators are none of theirs."""


@dataclass(frozen=True)
class Asked:
    """`indicators` are numbers, in the order told; also ones that there are not, where nothing but numbers was told.
    `times` are the stretches told, in their order. `counted`: of a count that goes on from another, all that it asks for but
    its days. `unknown`: what an indicator is called that there is not. `text` is what it was read from (hurried words
    written out), `goes_on` whether from the question before, and `margin` by how much it is likelier than that no figure is
    asked for: 1 is sure."""

    kind: Wanted
    indicators: tuple[int, ...] = ()
    times: tuple[Stretch, ...] = ()
    aspect: Aspect | None = None
    text: str = ""
    margin: float = 1.0
    goes_on: bool = False
    counted: CountQuestion | None = None
    unknown: str = ""


def year_of(last: Asked) -> int | None:
    """The year that was spoken of."""
    years = {day.year for one in last.times for day in (one.first, one.last)}
    return next(iter(years)) if len(years) == 1 else None


def is_of_parts(last: Asked) -> bool:
    """Whether a quarter or a half was spoken of, of which «el segundo» is one as well."""
    return any(one.period and one.period.kind in ("quarter", "half") for one in last.times)
