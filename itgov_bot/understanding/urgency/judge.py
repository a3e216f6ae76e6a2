"""From the evidence of a message to how likely each exception is: one logistic regression each."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from itgov_bot.domain.tickets.ticket import ExceptionKind

from .kinds import Scores

KINDS = (ExceptionKind.SERVICE_OUTAGE, ExceptionKind.MAYOR_EVENT)
STRENGTH = 60.0
"""How closely all examples together are followed (C times their number); they are few beside what people may write."""
CERTAIN = 9.0
"""The bias of an exception of which there are no examples, or nothing but examples."""


@dataclass(frozen=True)
class Judge:
    """`weights` has a row an exception, in the order of `KINDS`."""

    weights: npt.NDArray[np.float32]
    bias: npt.NDArray[np.float32]

    def shares(self, found: Scores) -> dict[ExceptionKind, float]:
        """How likely each exception is, from 0 to 1."""
        odds = self.weights @ found + self.bias
        return dict(zip(KINDS, (1 / (1 + np.exp(-odds))).tolist(), strict=True))


def train(rows: npt.NDArray[np.float64], told: npt.NDArray[Any]) -> Judge:
    """`told`: for every row the exception that it tells of, an empty text for none."""
    fitted = [_fit(rows, told == kind.value) for kind in KINDS]
    weights, bias = zip(*fitted, strict=True)
    return Judge(np.array(weights, np.float32), np.array(bias, np.float32))


def _fit(
    rows: npt.NDArray[np.float64], is_told: npt.NDArray[np.bool_]
) -> tuple[npt.NDArray[np.float64], float]:
    from sklearn.linear_model import LogisticRegression

    if is_told.all() or not is_told.any():
        return np.zeros(rows.shape[1]), CERTAIN if is_told.all() else -CERTAIN
    model = LogisticRegression(C=STRENGTH / len(rows), solver="liblinear", random_state=0).fit(rows, is_told)
    return model.coef_[0], float(model.intercept_[0])
