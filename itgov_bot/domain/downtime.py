"""For how long something was down: outages as spans that are merged, without what was planned. What indicator 9 counts.

Every span is a pair of aware instants, the end after the beginning; the end itself is no part of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from itgov_bot.domain.calendar import Span
from itgov_bot.records import dataclass


@dataclass(frozen=True, slots=True)
class Down:
    """From when until when a service was down, or was planned to be. Without a `service` it may have been any."""

    span: Span
    service: str | None = None

    def covers(self, other: Down) -> bool:
        """As something planned: whether it explains that `other` was down."""
        return self.service is None or self.service == other.service


@dataclass(frozen=True, slots=True)
class Unavailable:
    """`unplanned` is what counts against availability; `planned` was announced, whether or not it was needed."""

    unplanned: timedelta
    planned: timedelta


def downtime(outages: Sequence[Down], planned: Sequence[Down], month: Span) -> timedelta:
    """How long anything was down within `month` that had not been planned to be."""
    unplanned = (
        piece
        for outage in outages
        for piece in minus([outage.span], [one.span for one in planned if one.covers(outage)])
    )
    return total(within(unplanned, month))


def planned_time(planned: Sequence[Down], month: Span) -> timedelta:
    """How long anything was planned to be down within `month`, whether or not it was."""
    return total(within((one.span for one in planned), month))


def total(spans: Iterable[Span]) -> timedelta:
    return sum((end - start for start, end in union(spans)), timedelta())


def union(spans: Iterable[Span]) -> list[Span]:
    """The same instants in spans that neither overlap nor touch, the earliest first. Empty spans are left out."""
    merged: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def minus(spans: Iterable[Span], others: Iterable[Span]) -> list[Span]:
    """What of the spans lies in none of the others."""
    left = union(spans)
    for start, end in union(others):
        pieces = ((span[0], min(span[1], start)) for span in left)
        later = ((max(span[0], end), span[1]) for span in left)
        left = union([*pieces, *later])
    return left


def within(spans: Iterable[Span], bounds: Span) -> list[Span]:
    """What of the spans lies within these bounds."""
    return union((max(start, bounds[0]), min(end, bounds[1])) for start, end in spans)
