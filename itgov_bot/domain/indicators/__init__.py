"""Indicators of the process: what is measured, the readings, and what they say.
Used by reference, desk, storage and wording."""

from .analysis import average, in_force, latest, reading_light, traffic_light, trend
from .definition import ComputedFrom, Frequency, Indicator
from .period import Period, PeriodKind
from .reading import KNOWN_FLAGS, Reading, ReadingSource
from .stretch import Stretch

__all__ = [
    "KNOWN_FLAGS",
    "ComputedFrom",
    "Frequency",
    "Indicator",
    "Period",
    "PeriodKind",
    "Reading",
    "ReadingSource",
    "Stretch",
    "average",
    "in_force",
    "latest",
    "reading_light",
    "traffic_light",
    "trend",
]
