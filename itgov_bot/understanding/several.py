"""Several problems in one message: cuts it where people cut, so that each piece can be understood by itself."""

from __future__ import annotations

import re

MIN_WORDS = 3
_ALSO = (
    r"adem[aá]s|tambi[eé]n|aparte(?: de eso)?|de paso|otra (?:cosa|vaina)|por otr[oa] (?:lado|parte)|y lo otro|"
    r"(?:lo |la )?segund[oa]|por [uú]ltimo|encima"
)
_STRONG = re.compile(rf"[,.;\s]+(?:(?:y|e|pero|ah)\s+)?(?:{_ALSO})\b[,:\s]*", re.IGNORECASE)
_WEAK = re.compile(r"[.;!?\n]+\s+|\s*;\s*|\n+|,?\s+(?:y|e|ni)\s+|,\s+", re.IGNORECASE)


def told_apart(text: str) -> tuple[str, ...]:
    """The pieces between words that announce another matter ("además", "otra cosa"); empty without such words."""
    found = _pieces(_STRONG, text)
    return found if len(found) > 1 else ()


def cut_anywhere(text: str) -> tuple[str, ...]:
    """The pieces between sentences, commas and "y", which may well be about one matter."""
    return _pieces(_WEAK, text)


def _pieces(cut: re.Pattern[str], text: str) -> tuple[str, ...]:
    found = (piece.strip(" ,.:") for piece in cut.split(text))
    return tuple(piece for piece in found if len(piece.split()) >= MIN_WORDS)
