"""What an indicator is: the columns of the printed sheet. Filled by `reference`."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from itgov_bot.patterns import regex

from .period import Frequency

__all__ = ["ComputedFrom", "Frequency", "Indicator", "office_of"]

ComputedFrom = Literal["requests", "ratings", "software", "hardware", "remote", "outages"]
"""What is counted. `rules` says how."""

OFFICE = 36
"""Characters of the key of an office: it travels in the data of buttons."""
SURELY_A_SUM = 10
"""So many times what it is divided by, a numerator counts no things that were reached: that would be 1000 %."""
_TIMES_HUNDRED = regex(r"\s*[*x×]\s*100\s*$", re.IGNORECASE)


def office_of(owner: str) -> str:
    """The key of an office by its name: «ADMINISTRADOR DE LA RED» → `administrador-de-la-red`."""
    ascii_only = unicodedata.normalize("NFKD", owner.lower()).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", ascii_only))[:OFFICE]


@dataclass(frozen=True)
class Indicator:
    """One row of the sheet. `target` is None when the print gives no number ("linea base");
    `computed_from` is None when its owner records it by hand; with a `plan` (what a row of it is called) it is counted
    from that, in the periods that have one. `sums_percentages`: the numerator is a sum of percentages, not of things."""

    number: int
    macroprocess: str
    process: str
    subprocess: str
    name: str
    purpose: str
    type: str
    formula: str
    data_source: str | None
    target: int | None
    target_printed: str
    frequency: Frequency
    unit: str
    owner: str
    printed_average: int
    computed_from: ComputedFrom | None
    remarks: tuple[str, ...] = ()
    plan: str | None = None
    sums_percentages: bool = False

    @property
    def office(self) -> str:
        """The key of the office that answers for it: the same however the sheet spells its owner."""
        return office_of(self.owner)

    @property
    def parts(self) -> tuple[str, str] | None:
        """What the formula divides by what, in its own words; None where it is no division."""
        above, slash, below = self.formula.partition("/")
        below = _TIMES_HUNDRED.sub("", below)
        return (above.strip(), below.strip()) if slash and above.strip() and below.strip() else None

    def values_of(self, numerator: float, denominator: float) -> tuple[float, ...]:
        """In per cent, what two numbers may come to. A sum of percentages is divided as it is; where it is no more
        than what it is divided by, it counts what was reached; where it is only somewhat more, it may be either: the
        count, then the sum."""
        ratio = numerator / denominator
        if not self.sums_percentages or ratio <= 1:
            return (ratio * 100,)
        return (ratio * 100, ratio) if ratio < SURELY_A_SUM else (ratio,)

    @property
    def flags(self) -> tuple[str, ...]:
        """`no_target` when there is nothing to compare with, hence no traffic light."""
        return ("no_target",) if self.target is None else ()
