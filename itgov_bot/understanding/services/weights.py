"""Linear scores from sparse weights: a feature keeps only the labels it speaks for or against."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .features import Row

NEGLIGIBLE = 1e-3
"""Weights nearer to zero are dropped: they cost memory and change nothing."""
MAX_LABELS = 400


@dataclass(frozen=True)
class Weights:
    """By feature: which labels (`columns`) with which weight, between `starts[f]` and `starts[f + 1]`. Half precision, which
    is half the memory, is a thousandth of a weight."""

    labels: tuple[str, ...]
    starts: npt.NDArray[np.int32]
    columns: npt.NDArray[np.integer]
    values: npt.NDArray[np.float16]
    bias: npt.NDArray[np.float32]

    @classmethod
    def from_dense(
        cls, labels: tuple[str, ...], matrix: npt.NDArray[np.floating], bias: npt.NDArray[np.floating]
    ) -> Weights:
        """`matrix` has a row a feature and a column a label."""
        rows, columns = np.nonzero(np.abs(matrix) > NEGLIGIBLE)
        starts = np.searchsorted(rows, np.arange(matrix.shape[0] + 1))
        values = matrix[rows, columns].astype(np.float16)
        narrow = columns.astype(np.min_scalar_type(len(labels)))  # a byte for most: there are millions
        whole = cls(labels, starts.astype(np.int32), narrow, values, bias.astype(np.float32))
        return whole.thinned() if len(labels) > MAX_LABELS else whole

    def thinned(self) -> Weights:
        """With only the heaviest labels of each feature, so that a piece of word found in every one of thousands of
        services does not slow every message down. Changes nothing in a catalogue of a few hundred."""
        owners = np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))
        order = np.lexsort((-np.abs(self.values), owners))
        rank = np.arange(len(order)) - self.starts[owners[order]]
        kept = order[rank < MAX_LABELS]
        starts = np.searchsorted(owners[kept], np.arange(len(self.starts)))
        return Weights(self.labels, starts.astype(np.int32), self.columns[kept], self.values[kept], self.bias)

    def scores(self, row: Row) -> npt.NDArray[np.float64]:
        """One score a label."""
        indices, amounts = row
        first, end = self.starts[indices], self.starts[indices + 1]
        lengths = end - first
        # The places of all weights of all features, one after the other.
        places = (end - lengths.cumsum()).repeat(lengths) + np.arange(lengths.sum())
        parts = self.values[places] * amounts.repeat(lengths)
        return np.asarray(np.bincount(self.columns[places], parts, len(self.labels)) + self.bias, np.float64)
