"""Which periods of an indicator its owner is expected to record. Called by desk."""

from collections.abc import Iterator
from datetime import date

from .period import Frequency, Period

EXPECTED_FOR = 365
"""Days after the end of a period in which it is asked after; older ones may be recorded, and are not missed."""


def is_over(period: Period, today: date) -> bool:
    """Only of what is over a value is recorded."""
    return not period.is_extra and period.last_day < today


def closed(frequency: Frequency, today: date) -> Iterator[Period]:
    """The periods that are over and expected, the newest first; always the last one."""
    period = Period.of(frequency, today).previous()
    yield period
    while (today - (period := period.previous()).last_day).days <= EXPECTED_FOR:
        yield period
