"""Scores of the ranker → probabilities, in two steps: which kind of matter a message is, then which service it is about.

The two steps are sure of themselves in different ways, so each has its own fit, made on phrases whose author the ranker
never saw (`fitting`).
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from itgov_bot.records import dataclass

from .phrases import DESK, OTHERS, OUT_OF_SCOPE, SMALLTALK, UNCLEAR

Array = npt.NDArray[np.float64]
SERVICES = "services"
KINDS = (SERVICES, DESK, OUT_OF_SCOPE, SMALLTALK, UNCLEAR)
"""The kinds of matter, in the order of the rows and columns of a fit."""
UNKNOWN = -3.0
"""The score of a subject for which nobody wrote a phrase."""


@dataclass(frozen=True)
class Chances:
    """`weights` (a row a kind, a column the strength of each kind) and `bias` say the kind; `sharpness`, how much a
    difference between the scores of two services means."""

    weights: Array
    bias: Array
    sharpness: float

    def shares(self, labels: tuple[str, ...], scores: Array) -> Array:
        """The probability of every label; the last axis of both has a place a label, and the result sums to one."""
        is_service, others = _places(labels)
        kinds = softmax(strengths(labels, scores) @ self.weights.T + self.bias)
        found = np.zeros_like(scores)
        if is_service.any():
            found[..., is_service] = kinds[..., :1] * softmax(scores[..., is_service] * self.sharpness)
        for kind, place in others:
            found[..., place] = kinds[..., kind]
        return np.asarray(found / found.sum(-1, keepdims=True))


def strengths(labels: tuple[str, ...], scores: Array) -> Array:
    """The score of each of `KINDS`; that of the services is the best one."""
    is_service, others = _places(labels)
    found = np.full((*scores.shape[:-1], len(KINDS)), UNKNOWN)
    if is_service.any():
        found[..., 0] = scores[..., is_service].max(-1)
    for kind, place in others:
        found[..., kind] = scores[..., place]
    return found


def softmax(scores: Array) -> Array:
    """The last axis sums to one."""
    scaled = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(scaled / scaled.sum(axis=-1, keepdims=True))


def kinds_of(subjects: Sequence[str]) -> npt.NDArray[np.int64]:
    """The place in `KINDS` of every subject."""
    return np.array([KINDS.index(subject) if subject in OTHERS else 0 for subject in subjects])


@lru_cache(maxsize=8)
def _places(labels: tuple[str, ...]) -> tuple[npt.NDArray[np.bool_], tuple[tuple[int, int], ...]]:
    """Which labels are services, and where the other kinds stand among the labels."""
    is_service = np.array([label not in OTHERS for label in labels], bool)
    others = tuple((KINDS.index(label), place) for place, label in enumerate(labels) if label in OTHERS)
    return is_service, others
