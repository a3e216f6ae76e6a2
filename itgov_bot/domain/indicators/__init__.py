"""Indicators of the process: what is measured, the readings, and what they say.
Used by reference, desk, storage and wording."""

from .analysis import average, in_force, latest, reading_light, traffic_light, trend
from .definition import ComputedFrom, Frequency, Indicator
from .period import Period, PeriodKind
from .reading import CHANGED, KNOWN_FLAGS, OPEN, Count, Reading, ReadingSource
from .rules import RULES, Rule, Selection, rule_of

__all__ = [
    "CHANGED",
    "KNOWN_FLAGS",
    "OPEN",
    "RULES",
    "ComputedFrom",
    "Count",
    "Frequency",
    "Indicator",
    "Period",
    "PeriodKind",
    "Reading",
    "ReadingSource",
    "Rule",
    "Selection",
    "average",
    "in_force",
    "latest",
    "reading_light",
    "rule_of",
    "traffic_light",
    "trend",
]
