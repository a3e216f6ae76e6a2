"""What administrators taught at run time: counts at once for the same and nearly the same words, without training."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process

from .features import Features, Row
from .phrases import Phrase
from .tokens import words
from .weights import Weights

NEAR_SHARE = 0.55
SAME_SHARE = 0.9
"""Likeness from 0 to 1: from the first on a learned phrase has a say, from the second on it decides."""
SURE_SHARE = 0.98
"""The most that a learned phrase counts, of 1."""


class Learned:
    """The learned phrases, ready to be compared with a message: all of them at once."""

    def __init__(self, phrases: Sequence[Phrase], features: Features) -> None:
        self.phrases = tuple(phrases)
        self._said = [" ".join(words(phrase.text)) for phrase in phrases]
        width = len(features) if phrases else 0
        self._rows = _stacked([features.row(phrase.text) for phrase in phrases], width)

    def nearest(self, text: str, row: Row) -> tuple[str, float] | None:
        """The subject of the likest learned phrase, and how much it should count (0 to `SURE_SHARE`)."""
        if not self.phrases:
            return None
        likeness = self._likeness(text, row)
        # Of two that are equally like the later one counts: it was decided with more knowledge.
        best = len(likeness) - 1 - int(np.argmax(likeness[::-1]))
        say = (
            min(1.0, max(0.0, (float(likeness[best]) - NEAR_SHARE) / (SAME_SHARE - NEAR_SHARE))) * SURE_SHARE
        )
        return (self.phrases[best].subject, say) if say else None

    def _likeness(self, text: str, row: Row) -> npt.NDArray[np.float64]:
        """The angle between the rows, or the spelling where that is closer (words the model never saw)."""
        length = float(np.linalg.norm(row[1]))
        angles = self._rows.scores(row) / length if length else np.zeros(len(self.phrases))
        said = [" ".join(words(text))]
        spelling = process.cdist(said, self._said, scorer=fuzz.ratio, score_cutoff=SAME_SHARE * 100)[0] / 100
        return np.asarray(np.maximum(angles.round(6), spelling), np.float64)


def _stacked(rows: Sequence[Row], width: int) -> Weights:
    """The rows, each of length 1, one beside the other: scored like the labels of a ranker."""
    sizes = [len(indices) for indices, _ in rows]
    owners = np.repeat(np.arange(len(rows), dtype=np.int32), sizes)
    indices = np.concatenate([np.empty(0, np.int32), *(indices for indices, _ in rows)])
    values = np.concatenate([np.empty(0, np.float32), *(_unit(values) for _, values in rows)])
    order = np.argsort(indices, kind="stable")
    starts = np.searchsorted(indices[order], np.arange(width + 1)).astype(np.int32)
    labels = tuple(map(str, range(len(rows))))
    return Weights(labels, starts, owners[order], values[order], np.zeros(len(rows), np.float32))


def _unit(values: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    return values / np.float32(np.linalg.norm(values) or 1.0)
