"""Where hours and lengths of time stand in a text, so that no number of theirs is taken for that of a case."""

import re
from collections.abc import Iterator

from itgov_bot.patterns import regex

from ..folding import even
from .clock import CLOCK, LAS, MARKED, RANGE, follows_range
from .lengths import ANY_LENGTH, HOUR_WORDS, TENS

Place = tuple[int, int]
"""From where until where, in characters."""

_MINUTES = rf"(?:un )?cuarto|cinco|diez|{'|'.join(TENS)}|veinticinco|\d{{1,2}}"
_TOLD = regex(
    rf"(?<![\d/:.])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])"
    rf"|(?:\b(?:{_MINUTES})(?: minutos?)? (?:para|pa) )?\b{LAS}\s+{CLOCK}(?![\d:])(?: menos (?:{_MINUTES}))?"
    rf"|\b(?:[01]?\d|{HOUR_WORDS}) (?:y (?:media|cuarto|pico)|menos (?:{_MINUTES}))\b"
)
_OF_CASE = regex(r"(?:\b(?:el|al|del|caso|ticket)|#) ?$")
"""«El 5 de la mañana» may be a case of the morning."""
_LIKE_CASES = regex(r"de \d+ y \d+")
"""«Estado de 3 y 5»."""


def where_hours(text: str) -> list[Place]:
    """«A las 10 y 5», «9:55», «de 8 a 11», «hace 20 minutos», in any order."""
    said = even(text)
    return [*_told(said), *(one.span() for one in ANY_LENGTH.finditer(said))]


def _told(said: str) -> Iterator[Place]:
    yield from (one.span() for one in _TOLD.finditer(said))
    yield from (one.span() for one in MARKED.finditer(said) if not _OF_CASE.search(said, 0, one.start()))
    yield from (one.span() for one in RANGE.finditer(said) if _is_range(said, one))


def _is_range(said: str, found: re.Match[str]) -> bool:
    return follows_range(said, found) and not _LIKE_CASES.fullmatch(found[0])
