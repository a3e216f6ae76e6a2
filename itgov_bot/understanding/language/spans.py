"""From when until when, as people write it: «sábado 8 pm a domingo 8 am», «hoy de 6 a 10 de la noche»."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from .clock import MIDNIGHT
from .folding import fold
from .times import EventTime, find_event_time

_DAY = timedelta(days=1)
_UNTIL = re.compile(r"\s+hasta(?:\s+el)?\s+|\s+(?:al?|-|–)\s+(?!las?\s+(?:\d|una\b)|medi[ao] ?(?:dia|noche))")
"""«A las 8» and «a medianoche» are hours; every other «a» may stand between a beginning and an end."""
MAX_CHARS = 200
"""Read of a text: each place where a span may be parted is tried."""
_WEEKEND = "fin de semana"


def find_span(text: str, now: datetime) -> tuple[datetime, datetime] | None:
    """The beginning and the end that are told, seen from `now` (local time); None when one of them is not.

    Without an hour a day counts from its first minute to its last. The end is after the beginning.
    """
    said = f" {fold(text[:MAX_CHARS]).strip()}"
    for found in _UNTIL.finditer(said):
        if span := _between(said[: found.start()], said[found.end() :], now):
            return span
    told = find_event_time(said, now)
    return _of_one_day(told, said, now) if told else None


def _between(before: str, after: str, now: datetime) -> tuple[datetime, datetime] | None:
    """The end is read as it is seen from the beginning: «sábado … a domingo …» is the Sunday after it."""
    first = find_event_time(before, now)
    if first is None:
        return None
    starts = _at(first.day, first.begins or time(0), now)
    last = find_event_time(after, starts)
    if last is None:
        return None
    ends = _at(last.day, last.begins, now) if last.begins else _at(last.day, time(0), now) + _DAY
    return (starts, ends) if starts < ends else None


def _of_one_day(told: EventTime, said: str, now: datetime) -> tuple[datetime, datetime] | None:
    """«El sábado de 8 a 10 pm», or the whole of a day or a weekend; an hour alone has no end."""
    if told.begins and told.end is None:
        return None
    starts = _at(told.day, told.begins or time(0), now)
    days = 2 * _DAY if _WEEKEND in said else _DAY
    ends = _at(told.day, told.end, now) if told.end else _at(told.day, time(0), now) + days
    return starts, ends if starts < ends else ends + _DAY


def _at(day: date, at: time, now: datetime) -> datetime:
    """«A medianoche» is the end of its day."""
    whole = datetime.combine(day, at, now.tzinfo)
    return whole + timedelta(minutes=1) if at == MIDNIGHT else whole
