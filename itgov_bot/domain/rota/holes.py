"""Closed hours in which nobody would come."""

from collections.abc import Sequence, Set
from itertools import groupby
from typing import Literal

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.rota.ladder import Ladder, everybody, ladders
from itgov_bot.domain.rota.plan import INSTANT, DutySpan, Hole, Override, Rota


def find_holes(
    rota: Rota,
    overrides: Sequence[Override],
    reachable: Set[int],
    calendar: WorkCalendar,
    span: DutySpan,
) -> list[Hole]:
    """The holes of a span, in order. Hours in which people answer at the desk need no guard."""
    judged = [
        (_fault(rota, ladder, reachable), piece)
        for piece, ladder in ladders(rota, overrides, span.starts_at, span.ends_at)
    ]
    found = []
    for kind, pieces in groupby(judged, key=lambda one: one[0]):
        spans = [piece for _, piece in pieces]
        closed = _closed_part(calendar, DutySpan(spans[0].starts_at, spans[-1].ends_at))
        if kind and closed:
            found.append(Hole(kind, closed))
    return found


def _fault(rota: Rota, ladder: Ladder, reachable: Set[int]) -> Literal["nobody", "too_few"] | None:
    if not everybody(ladder) & reachable:
        return "nobody"
    return "too_few" if any(step not in ladder for step in range(1, rota.rotating + 1)) else None


def _closed_part(calendar: WorkCalendar, span: DutySpan) -> DutySpan | None:
    """The span without the open hours at its beginning and its end; None when nothing is left."""
    starts = calendar.closes_at(span.starts_at) or span.starts_at
    last = next(calendar.spans_from(span.ends_at - INSTANT), None)
    ends = min(span.ends_at, last[0]) if last else span.ends_at
    return DutySpan(starts, ends) if starts < ends else None
