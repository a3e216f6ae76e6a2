"""What is said by the phrases that mean nearly the same: no training, the likest ones speak, each for its subject."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from itgov_bot.records import dataclass

from .encoder import Vectors

Shares = npt.NDArray[np.float64]
KEPT_AS = np.float16
NEAREST = 60
"""So many phrases speak."""
STEEPNESS = 12.0
"""How much more a likelier one says: e to the power of this times its cosine."""
EVENNESS = 0.3
"""A subject with few phrases is heard better; 1 would make up for all of the difference."""
WHITENING = 0.25
"""What all sentences have in common is taken out of the vectors: half of the way to equal spread in every direction."""
NOT_HEARD = 0.05
"""What is left for the subjects of which no near phrase speaks."""


@dataclass(frozen=True)
class Neighbours:
    """`vectors`: a row of length 1 a phrase, after `turn` took out what is common (`centre`); `owners`: their subjects, as
    places in `labels`."""

    labels: tuple[str, ...]
    centre: Vectors
    turn: Vectors
    vectors: Vectors
    owners: npt.NDArray[np.int64]

    @classmethod
    def of(cls, vectors: Vectors, subjects: Sequence[str]) -> Neighbours:
        """From the vectors of the phrases; the same before and after they were kept."""
        labels = tuple(sorted(set(subjects)))
        centre = vectors.mean(axis=0)
        spread, axes = np.linalg.eigh(np.cov((vectors - centre).T))
        turn = np.asarray(axes * np.maximum(spread, 1e-6) ** -WHITENING, np.float32)
        turned = _of_length_one((vectors - centre) @ turn).astype(KEPT_AS).astype(np.float32)
        return cls(labels, centre, turn, turned, np.searchsorted(labels, subjects))

    def shares(self, vector: Vectors) -> Shares:
        """How likely each subject is, by the phrases that are likest to one vector."""
        likeness = self.vectors @ _of_length_one((vector - self.centre) @ self.turn)
        near = np.argpartition(-likeness, min(NEAREST, len(likeness)) - 1)[:NEAREST]
        says = np.exp(STEEPNESS * (likeness[near].astype(np.float64) - 1)) * self._heard[self.owners[near]]
        heard = np.bincount(self.owners[near], says, len(self.labels))
        return np.asarray((1 - NOT_HEARD) * heard / heard.sum() + NOT_HEARD / len(self.labels))

    @property
    def _heard(self) -> Shares:
        return np.asarray(np.bincount(self.owners, minlength=len(self.labels)) ** -EVENNESS)


def _of_length_one(vectors: npt.NDArray[np.floating[Any]]) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-9), np.float32)
