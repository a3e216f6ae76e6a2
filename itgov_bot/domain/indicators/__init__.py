"""Indicators of the process: what is measured, the readings, and what they say.
Used by reference, desk, storage and wording."""

from .analysis import average, headline, in_force, latest, reading_light, running, traffic_light, trend
from .definition import ComputedFrom, Frequency, Indicator
from .period import Period, PeriodKind
from .reading import CHANGED, KNOWN_FLAGS, NO_DATA, NONE_DUE, OPEN, Count, Evidence, Reading, ReadingSource
from .recording import closed, is_over
from .rules import RULES, Rule, Selection, rule_of

__all__ = [
    "CHANGED",
    "KNOWN_FLAGS",
    "NONE_DUE",
    "NO_DATA",
    "OPEN",
    "RULES",
    "ComputedFrom",
    "Count",
    "Evidence",
    "Frequency",
    "Indicator",
    "Period",
    "PeriodKind",
    "Reading",
    "ReadingSource",
    "Rule",
    "Selection",
    "average",
    "closed",
    "headline",
    "in_force",
    "is_over",
    "latest",
    "reading_light",
    "rule_of",
    "running",
    "traffic_light",
    "trend",
]
