"""The forms of managers, owners and administrators."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from itgov_bot.conversation.form_types.base import BaseForm, WithText
from itgov_bot.domain.indicators import Count, Evidence


@dataclass(frozen=True, kw_only=True)
class TeachingForm(WithText):
    """The meaning of a message that was not understood: `item` is its id, `text` its words."""

    flow: Literal["teaching"] = "teaching"
    item: int


@dataclass(frozen=True, kw_only=True)
class RecordingForm(BaseForm):
    """A reading that the owner of an indicator records, by its number and its period (`2026-Q3`).

    `figure` is a number alone, of which is asked what it counts. `count` is what stands above and below the line, where
    it was told, and `value` what it comes to in per cent; of a count of nothing there is none. `is_sure`: it may be over
    100. `evidence` and `note` are None until they were asked for. `advance`: what it came to, in the words in which it was
    told before it was known of which indicator. `offered`: the period that is asked whether it is meant.
    `doubted`: words that may say why there is no evidence, which is asked.
    """

    flow: Literal["recording"] = "recording"
    indicator: int | None = None
    period: str | None = None
    offered: str = ""
    advance: str = ""
    figure: float | None = None
    count: Count | None = None
    value: float | None = None
    is_sure: bool = False
    reason: str = ""
    evidence: Evidence | None = None
    doubted: str = ""
    note: str | None = None

    @property
    def is_told(self) -> bool:
        """Whether it is known what it came to, also that there was nothing to measure."""
        return self.value is not None or self.count is not None


@dataclass(frozen=True, kw_only=True)
class PlanForm(BaseForm):
    """Rows for the plan of an indicator: what is to be done and until when; those without a day are due with `period`."""

    flow: Literal["plan"] = "plan"
    indicator: int
    period: str
    rows: tuple[tuple[str, date], ...] = ()
