"""Several events that one message tells of: each with a day of its own, and its hour or place."""

import re
from datetime import date, datetime

from itgov_bot.patterns import regex
from itgov_bot.understanding.language.time.coming import Coming, find_coming

from .mayor_event import place_of_event

_MONTH = r"(?:ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic)\w*"
_BEGINS = regex(
    r"(?:[;\n,.]|\sy(?=\s))[^\S\n]*(?=(?:y\s+)?(?:tambi[eé]n\s+|luego\s+|despu[eé]s\s+)?(?:(?:el|este|otro|para)\s+)*"
    r"(?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|hoy|ma[nñ]ana|pasado\s+ma[nñ]ana"
    rf"|(?:el\s+)?(?:d[ií]a\s+)?\d{{1,2}}\s+de\s+{_MONTH})\b)",
    re.IGNORECASE,
)
"""Where another day may begin."""


def events_apart(text: str, now: datetime) -> list[str]:
    """The words of each; the text alone where it tells of one. `now` is local time."""
    begins = [0, *(found.end() for found in _BEGINS.finditer(text) if found.start() > 0)]
    found: list[str] = []
    days: set[date | None] = set()
    lead = ""
    for begin, end in zip(begins, [*begins[1:], len(text)], strict=True):
        piece, when = text[begin:end], find_coming(text[begin:end], now)
        if _is_one(piece, when) and when.day not in days:
            days.add(when.day)
            found.append(lead + piece)
            lead = ""
        elif found:
            found[-1] += piece
        else:
            lead += piece
    return [piece.strip(" ,.;\n").removesuffix(" y") for piece in found] if len(found) > 1 else [text]


def _is_one(piece: str, when: Coming) -> bool:
    is_placed = when.hour is not None or place_of_event(piece) is not None
    return when.day is not None and when.is_day_named and is_placed
