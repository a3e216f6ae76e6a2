"""Where a message falls into pieces: several problems, and what comes after a turn («pero …»)."""

from __future__ import annotations

import re

MIN_WORDS = 3
"""A shorter piece is no problem of its own."""
_ALSO = (
    r"adem[aá]s|tambi[eé]n|aparte(?: de eso)?|de paso|otra (?:cosa|vaina)|por otr[oa] (?:lado|parte)|y lo otro|"
    r"(?:lo |la )?segund[oa]|por [uú]ltimo|encima"
)
_STRONG = re.compile(rf"(?<![,.;\s])[,.;\s]+(?:(?:y|e|pero|ah)\s+)?(?:{_ALSO})\b[,:\s]*", re.IGNORECASE)
_TURN = re.compile(
    r"\b(?:pero|sino(?: que)?|lo que pasa es que|sin embargo|aunque|es que|solo que)\b|[;.!?]+"
)
_WEAK = re.compile(r"[.;!?\n]+\s+|(?<!\s)\s*;\s*|\n+|(?<!\s),?\s+(?:y|e|ni)\s+|,\s+", re.IGNORECASE)


def told_apart(text: str) -> tuple[str, ...]:
    """The pieces between words that announce another matter ("además", "otra cosa"); empty without such words."""
    found = _pieces(_STRONG, text)
    return found if len(found) > 1 else ()


def cut_anywhere(text: str) -> tuple[str, ...]:
    """The pieces between sentences, commas and "y", which may well be about one matter."""
    return _pieces(_WEAK, text)


def after_turn(folded: str) -> str | None:
    """What a folded text says last, after «pero» or the end of a sentence; None when it has no turn."""
    parts = [part for part in _TURN.split(folded) if part.strip()]
    return parts[-1] if len(parts) > 1 else None


def _pieces(cut: re.Pattern[str], text: str) -> tuple[str, ...]:
    found = (piece.strip(" ,.:") for piece in cut.split(text))
    return tuple(piece for piece in found if len(piece.split()) >= MIN_WORDS)
