"""Scores → probabilities: one temperature, fitted on phrases whose author the ranker never saw."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float64]


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
