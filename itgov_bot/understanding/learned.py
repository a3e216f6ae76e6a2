"""What administrators taught at run time: counts at once for the same and nearly the same words, without training."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from rapidfuzz import fuzz

from .features import Features, Row
from .normalize import words
from .phrases import Phrase

NEAR = 0.55
SAME = 0.9
"""From the first likeness on a learned phrase has a say, from the second on it decides."""
SURE = 0.98


class Learned:
    """The learned phrases, ready to be compared with a message."""

    def __init__(self, phrases: Sequence[Phrase], features: Features) -> None:
        self.phrases = tuple(phrases)
        self._said = [" ".join(words(phrase.text)) for phrase in phrases]
        self._rows = [features.row(phrase.text) for phrase in phrases]
        self._width = len(features.names)

    def nearest(self, text: str, row: Row) -> tuple[str, float] | None:
        """The subject of the likest learned phrase, and how much it should count (0 to `SURE`)."""
        if not self.phrases:
            return None
        likeness = [self._likeness(text, row, place) for place in range(len(self.phrases))]
        # Of two that are equally like the later one counts: it was decided with more knowledge.
        best = max(range(len(likeness)), key=lambda place: (likeness[place], place))
        say = min(1.0, max(0.0, (likeness[best] - NEAR) / (SAME - NEAR))) * SURE
        return (self.phrases[best].subject, say) if say else None

    def _likeness(self, text: str, row: Row, place: int) -> float:
        """The angle between the rows, or the spelling where that is closer (words the model never saw)."""
        spelling = fuzz.ratio(" ".join(words(text)), self._said[place]) / 100
        return max(_cosine(row, self._rows[place]), spelling if spelling >= SAME else 0.0)


def _cosine(one: Row, other: Row) -> float:
    _, mine, theirs = np.intersect1d(one[0], other[0], assume_unique=True, return_indices=True)
    lengths = float(np.linalg.norm(one[1]) * np.linalg.norm(other[1]))
    return float(one[1][mine] @ other[1][theirs]) / lengths if lengths else 0.0
