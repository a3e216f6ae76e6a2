"""Several problems in one message: cuts it where people cut, so that each piece can be understood by itself."""

from __future__ import annotations

import re

MIN_WORDS = 3
_CUT = re.compile(
    r"[.;!?\n]+\s+|\n+|\s*[;]\s*|,?\s+\b(?:y|e)\s+(?:adem[aá]s|tambi[eé]n|aparte|de paso|otra cosa)\b,?"
    r"|,?\s+\b(?:adem[aá]s|aparte de eso|por otro lado|por otra parte|otra cosa|de paso)\b[,:]?",
    re.IGNORECASE,
)


def pieces(text: str) -> tuple[str, ...]:
    """The pieces that are long enough to tell a problem; a single one when the message is of one piece."""
    found = tuple(piece.strip(" ,.:") for piece in _CUT.split(text) if piece)
    return tuple(piece for piece in found if len(piece.split()) >= MIN_WORDS)
