"""What an indicator is: the columns of the printed sheet. Filled by `reference`."""

from dataclasses import dataclass
from typing import Literal

from .period import Frequency

__all__ = ["ComputedFrom", "Frequency", "Indicator"]

ComputedFrom = Literal["requests", "ratings", "software", "hardware", "remote", "outages"]
"""What is counted. `rules` says how."""


@dataclass(frozen=True)
class Indicator:
    """One row of the sheet. `target` is None when the print gives no number ("linea base");
    `computed_from` is None when its owner records it by hand."""

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

    @property
    def flags(self) -> tuple[str, ...]:
        """`no_target` when there is nothing to compare with, hence no traffic light."""
        return ("no_target",) if self.target is None else ()
