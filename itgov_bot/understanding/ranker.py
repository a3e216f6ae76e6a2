"""Trains the linear ranker with scikit-learn: in seconds, without chance, one weight a feature and label."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from .features import Row
from .weights import Weights

STRENGTH = 0.4
"""How closely the ranker follows its phrases (C of the linear SVM); found by leaving authors out."""


def as_matrix(rows: Sequence[Row], width: int) -> npt.NDArray[np.float64]:
    """The rows as a scipy matrix."""
    from scipy.sparse import csr_matrix

    starts = np.concatenate(([0], np.cumsum([len(indices) for indices, _ in rows])))
    indices = np.concatenate([indices for indices, _ in rows])
    values = np.concatenate([values for _, values in rows])
    return csr_matrix((values, indices, starts), shape=(len(rows), width))


def train(matrix: npt.NDArray[np.float64], labels: Sequence[str], strength: float = STRENGTH) -> Weights:
    """One hyperplane a label, against all others."""
    from sklearn.svm import LinearSVC

    model = LinearSVC(C=strength, random_state=0, tol=1e-3)
    model.fit(matrix, np.array(labels))
    coefficients, bias = model.coef_, model.intercept_
    if len(model.classes_) == 2:  # scikit-learn gives a single hyperplane then
        coefficients, bias = np.vstack((-coefficients, coefficients)), np.concatenate((-bias, bias))
    return Weights.from_dense(tuple(str(label) for label in model.classes_), coefficients.T, bias)


def scores_of(weights: Weights, rows: Sequence[Row]) -> npt.NDArray[np.float64]:
    """The scores of many rows, one below the other."""
    return np.array([weights.scores(row) for row in rows]).reshape(len(rows), len(weights.labels))


def out_of_voice(
    matrix: npt.NDArray[np.float64], rows: Sequence[Row], labels: Sequence[str], voices: Sequence[str]
) -> tuple[tuple[str, ...], npt.NDArray[np.float64]]:
    """For every phrase the scores given by a ranker that never saw its author."""
    every = tuple(sorted(set(labels)))
    scores = np.full((len(labels), len(every)), -3.0)
    named = np.array(labels)
    for voice in sorted(set(voices)):
        inside = np.array([other == voice for other in voices])
        weights = train(matrix[~inside], list(named[~inside]))
        columns = [every.index(label) for label in weights.labels]
        places = np.flatnonzero(inside)
        scores[np.ix_(places, columns)] = scores_of(weights, [rows[place] for place in places])
    return every, scores
