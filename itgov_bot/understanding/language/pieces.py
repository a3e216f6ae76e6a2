"""Where a message falls into pieces: several problems, and what comes after a turn («pero …»)."""

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

_CLAUSE = re.compile(
    r"[.;:!?]+(?=\s|$)|[,\n()]|\b(?:pero|aunque|sino|sin embargo|solo que|but|however)\b"
    r"|\s(?:y|e|and|porque|eh|entonces|o sea|(?:lo que pasa )?es que|mire|mira|vea|oye)\s"
)
MIN_CLAUSE_WORDS = 2
MAX_CLAUSES = 12
"""Of a longer message the first and the last ones speak."""


def told_apart(text: str) -> tuple[str, ...]:
    """The pieces between words that announce another matter ("además", "otra cosa"); empty without such words."""
    found = _pieces(_STRONG, text)
    return found if len(found) > 1 else ()


def cut_anywhere(text: str) -> tuple[str, ...]:
    """The pieces between sentences, commas and "y", which may well be about one matter."""
    return _pieces(_WEAK, text)


def clauses(folded: str) -> tuple[str, ...]:
    """The clauses of a folded text, in their order, each with what it says of its own."""
    found = [piece.strip() for piece in _CLAUSE.split(folded)]
    telling = [piece for piece in found if len(piece.split()) >= MIN_CLAUSE_WORDS]
    half = MAX_CLAUSES // 2
    return tuple(telling if len(telling) <= MAX_CLAUSES else (*telling[:half], *telling[-half:]))


def after_turn(folded: str) -> str | None:
    """What a folded text says last, after «pero» or the end of a sentence; None when it has no turn."""
    parts = [part for part in _TURN.split(folded) if part.strip()]
    return parts[-1] if len(parts) > 1 else None


def _pieces(cut: re.Pattern[str], text: str) -> tuple[str, ...]:
    found = (piece.strip(" ,.:") for piece in cut.split(text))
    return tuple(piece for piece in found if len(piece.split()) >= MIN_WORDS)
