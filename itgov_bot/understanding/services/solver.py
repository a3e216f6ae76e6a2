"""The linear support vector machine, one hyperplane a label against all others, for all labels of a matrix at once.

Coordinate descent on the dual problem (squared hinge), as liblinear does it label by label: here a text's features are
fetched once for all labels, which takes a third of the time.
"""

import numpy as np
import numpy.typing as npt

from itgov_bot.records import dataclass

from .sparse import Rows

Numbers = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Hyperplanes:
    """`weights` has a row a feature and a column a label, as `bias` has."""

    weights: Numbers
    bias: Numbers

    def scores(self, rows: Rows) -> npt.NDArray[np.float64]:
        """A row a text, a column a label."""
        return np.asarray(rows.weighed(self.weights) + self.bias, np.float64)


def solve(rows: Rows, wanted: npt.NDArray[np.bool_], strength: float, rounds: int) -> Hyperplanes:
    """`rows`: the texts; `wanted`: a column a label, which texts have it; `strength`: how closely
    these are followed (C); `rounds`: how often each text is looked at. The same input gives the same planes."""
    sides = np.where(wanted, 1, -1).astype(np.float32)
    weights = np.zeros((rows.width, wanted.shape[1]), np.float32)
    bias, pull = np.zeros(wanted.shape[1], np.float32), np.zeros_like(sides)
    slack = np.float32(1 / (2 * strength))
    curve = rows.squares().astype(np.float32) + 1 + slack
    chance = np.random.RandomState(0)
    for _ in range(rounds):
        for text in chance.permutation(len(sides)):
            features, amounts = rows.row(text)
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
