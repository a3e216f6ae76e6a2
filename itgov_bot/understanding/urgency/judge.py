"""From the evidence of a message to how likely each exception is: one logistic regression each."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.records import dataclass

from .kinds import Scores

KINDS = (ExceptionKind.SERVICE_OUTAGE, ExceptionKind.MAYOR_EVENT)
STRENGTH = 50.0
"""How closely all examples together are followed (C times their number); they are few beside what people may write."""
STEPS = 20
CERTAIN = 9.0
"""The bias of an exception of which there are no examples, or nothing but examples."""


@dataclass(frozen=True)
class Judge:
    """`weights` has a row an exception, in the order of `KINDS`. `labels`: the kinds whose scores are its evidence."""

    weights: npt.NDArray[np.float32]
    bias: npt.NDArray[np.float32]
    labels: tuple[str, ...]

    def shares(self, found: Scores) -> dict[ExceptionKind, float]:
        """How likely each exception is, from 0 to 1."""
        odds = self.weights @ found + self.bias
        return dict(zip(KINDS, (1 / (1 + np.exp(-odds))).tolist(), strict=True))


def train(rows: npt.NDArray[np.float64], told: npt.NDArray[Any], labels: Sequence[str]) -> Judge:
    """`told`: for every row the exception that it tells of, an empty text for none. `labels`: see `Judge`."""
    fitted = [_fit(rows, told == kind.value) for kind in KINDS]
    weights, bias = zip(*fitted, strict=True)
    return Judge(np.array(weights, np.float32), np.array(bias, np.float32), tuple(labels))


def _fit(
    rows: npt.NDArray[np.float64], is_told: npt.NDArray[np.bool_]
) -> tuple[npt.NDArray[np.float64], float]:
    """A logistic regression by Newton's method, which ends after a few steps; the bias is held back like the weights."""
    if is_told.all() or not is_told.any():
        return np.zeros(rows.shape[1]), CERTAIN if is_told.all() else -CERTAIN
    told = np.column_stack((rows, np.ones(len(rows))))
    weights, hold = np.zeros(told.shape[1]), np.eye(told.shape[1]) * len(rows) / STRENGTH
    for _ in range(STEPS):
        shares = 1 / (1 + np.exp(-told @ weights))
        slope = told.T @ (shares - is_told) + hold @ weights
        curve = (told.T * (shares * (1 - shares))) @ told + hold
        weights -= np.linalg.solve(curve, slope)
    return weights[:-1], float(weights[-1])
