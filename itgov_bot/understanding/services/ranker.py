"""The linear ranker: trained with scikit-learn in seconds and without chance, one weight a feature and label; and its
scores as probabilities, by one temperature fitted on phrases whose author the ranker never saw."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from .features import Row
from .weights import Weights

Matrix: TypeAlias = Any
"""A scipy sparse matrix; scikit-learn and scipy are imported only when something is trained."""
Fitted: TypeAlias = Any
"""A scikit-learn model."""
Scores = npt.NDArray[np.float64]
STRENGTH = 0.4
"""How closely the ranker follows its phrases (C of the linear SVM); found by leaving authors out."""
GROUPS = 3
UNKNOWN = -3.0
"""The score of a label that only the left-out authors wrote for."""


def as_matrix(rows: Sequence[Row], width: int) -> Matrix:
    """The rows as a scipy matrix."""
    from scipy.sparse import csr_matrix

    starts = np.concatenate(([0], np.cumsum([len(indices) for indices, _ in rows])))
    indices = np.concatenate([np.empty(0, np.int32), *(indices for indices, _ in rows)])
    values = np.concatenate([np.empty(0, np.float32), *(values for _, values in rows)])
    return csr_matrix((values, indices, starts), shape=(len(rows), width))


def fit(matrix: Matrix, labels: npt.NDArray[np.str_], strength: float) -> Fitted:
    """The scikit-learn model: one hyperplane a label, against all others."""
    from sklearn.svm import LinearSVC

    return LinearSVC(C=strength, random_state=0, tol=1e-2).fit(matrix, labels)


def train(matrix: Matrix, labels: Sequence[str], strength: float = STRENGTH) -> Weights:
    """The weights of a ranker for these labels."""
    model = fit(matrix, np.array(labels), strength)
    coefficients, bias = model.coef_, model.intercept_
    if len(model.classes_) == 2:  # scikit-learn gives a single hyperplane then
        coefficients, bias = np.vstack((-coefficients, coefficients)), np.concatenate((-bias, bias))
    return Weights.from_dense(tuple(str(label) for label in model.classes_), coefficients.T, bias)


def out_of_voice(
    matrix: Matrix, labels: Sequence[str], voices: Sequence[str]
) -> tuple[tuple[str, ...], npt.NDArray[np.float64]]:
    """For every phrase the scores given by a ranker that never saw its author."""
    every = tuple(sorted(set(labels)))
    scores = np.full((len(labels), len(every)), UNKNOWN)
    named = np.array(labels)
    for group in groups_of(voices):
        inside = np.array([voice in group for voice in voices])
        if inside.all():
            continue  # a single author: nothing to compare with
        model = fit(matrix[~inside], named[~inside], STRENGTH)
        columns = np.array([every.index(str(label)) for label in model.classes_])
        found = model.decision_function(matrix[inside])
        if found.ndim == 2:
            scores[np.ix_(np.flatnonzero(inside), columns)] = found
    return every, scores


def groups_of(voices: Sequence[str]) -> list[set[str]]:
    """The authors in a few groups of about the same size: an author is never on both sides."""
    sizes = Counter(voices)
    groups: list[set[str]] = [set() for _ in range(min(GROUPS, len(sizes)))]
    weights = [0] * len(groups)
    for voice, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        lightest = weights.index(min(weights))
        groups[lightest].add(voice)
        weights[lightest] += size
    return groups


def probabilities(scores: Scores, temperature: float) -> Scores:
    """Softmax of the scores times `temperature`; the last axis sums to one."""
    scaled = scores * temperature
    scaled = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    return np.asarray(scaled / scaled.sum(axis=-1, keepdims=True))


def fit_temperature(scores: Scores, truth: npt.NDArray[np.int64]) -> float:
    """The temperature with the least surprise (log loss), by a search that always takes the same steps."""
    best, step = 3.0, 2.0
    while step > 0.01:
        tried = [value for value in (best, best - step, best + step) if value > 0]
        nearer = min(tried, key=lambda value: _surprise(scores, truth, value))
        step = step if nearer != best else step / 2
        best = nearer
    return round(best, 3)


def _surprise(scores: Scores, truth: npt.NDArray[np.int64], temperature: float) -> float:
    chosen = probabilities(scores, temperature)[np.arange(len(truth)), truth]
    return float(-np.log(np.maximum(chosen, 1e-9)).mean())
