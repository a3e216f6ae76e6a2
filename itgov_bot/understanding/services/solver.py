"""The linear support vector machine, one hyperplane a label against all others, for all labels of a matrix at once.

Coordinate descent on the dual problem (squared hinge), as liblinear does it label by label: here a text's features are
fetched once for all labels, which takes a third of the time.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Hyperplanes:
    """`weights` has a row a feature and a column a label, as `bias` has."""

    weights: Numbers
    bias: Numbers

    def scores(self, matrix: Any) -> npt.NDArray[np.float64]:
        """A row a text, a column a label."""
        return np.asarray(matrix @ self.weights + self.bias, np.float64)


def solve(matrix: Any, wanted: npt.NDArray[np.bool_], strength: float, rounds: int) -> Hyperplanes:
    """`matrix`: a scipy row matrix of the texts; `wanted`: a column a label, which texts have it; `strength`: how closely
    these are followed (C); `rounds`: how often each text is looked at. The same input gives the same planes."""
    sides = np.where(wanted, 1, -1).astype(np.float32)
    weights = np.zeros((matrix.shape[1], wanted.shape[1]), np.float32)
    bias, pull = np.zeros(wanted.shape[1], np.float32), np.zeros_like(sides)
    slack = np.float32(1 / (2 * strength))
    curve = np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel() + 1 + slack
    chance = np.random.RandomState(0)
    for _ in range(rounds):
        for text in chance.permutation(len(sides)):
            span = slice(matrix.indptr[text], matrix.indptr[text + 1])
            features, amounts = matrix.indices[span], matrix.data[span]
            theirs = weights[features]
            side, before = sides[text], pull[text]
            slope = (amounts @ theirs + bias) * side - 1 + before * slack
            step = np.maximum(before - slope / curve[text], 0) - before
            pull[text] += step
            step *= side
            bias += step
            theirs += amounts[:, np.newaxis] * step
            weights[features] = theirs
    return Hyperplanes(weights, bias)
