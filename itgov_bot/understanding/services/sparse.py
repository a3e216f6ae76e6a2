"""Rows with few numbers among many columns, as training has them: a row a text, a column a feature."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from itgov_bot.records import dataclass

Floats = npt.NDArray[np.float32]
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Rows:
    """Row `i` has the amounts `data[starts[i]:starts[i + 1]]` in those `columns`, each of them once."""

    data: Floats
    columns: npt.NDArray[np.int32]
    starts: Places
    width: int

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def owners(self) -> Places:
        """The row of each amount."""
        return np.repeat(np.arange(len(self)), np.diff(self.starts))

    def row(self, place: int) -> tuple[npt.NDArray[np.int32], Floats]:
        """Its columns and amounts."""
        span = slice(self.starts[place], self.starts[place + 1])
        return self.columns[span], self.data[span]

    def squares(self) -> npt.NDArray[np.float64]:
        """Of each row, the sum of its squared amounts."""
        return np.asarray(np.bincount(self.owners, self.data**2, len(self)), np.float64)

    def chosen(self, rows: npt.NDArray[Any]) -> Rows:
        """Some rows, by a mask or by their places, in that order."""
        wanted = np.arange(len(self))[rows]
        lengths = np.diff(self.starts)[wanted]
        starts = _starts(lengths)
        places = np.arange(starts[-1]) + np.repeat(self.starts[wanted] - starts[:-1], lengths)
        return Rows(self.data[places], self.columns[places], starts, self.width)

    def narrowed(self, kept: Sequence[int]) -> Rows:
        """Only those columns, in that order."""
        renamed = np.full(self.width, -1, np.int32)
        renamed[kept] = np.arange(len(kept))
        columns = renamed[self.columns]
        stays = columns >= 0
        lengths = np.bincount(self.owners[stays], minlength=len(self))
        return Rows(self.data[stays], columns[stays], _starts(lengths), len(kept))

    def times(self, other: Rows) -> Rows:
        """Each amount stands for so many of the rows of `other` that its column names."""
        meant = other.chosen(self.columns)
        lengths = np.diff(meant.starts)
        return summed(
            np.repeat(self.owners, lengths),
            meant.columns,
            meant.data * np.repeat(self.data, lengths),
            len(self),
            other.width,
        )

    def weighed(self, weights: Floats) -> Floats:
        """A row a row, a column a column of `weights`, which has a row a column."""
        found = np.empty((len(self), weights.shape[1]), np.float32)
        for place in range(len(self)):
            columns, amounts = self.row(place)
            found[place] = amounts @ weights[columns]
        return found


def summed(owners: Places, columns: npt.NDArray[Any], amounts: Floats, count: int, width: int) -> Rows:
    """`count` rows of amounts in any order; those of one row and column are added."""
    keys, places = np.unique(owners * width + columns, return_inverse=True)
    data = np.bincount(places, amounts, len(keys)).astype(np.float32)
    lengths = np.bincount(keys // width, minlength=count) if width else np.zeros(count, np.int64)
    return Rows(data, (keys % max(width, 1)).astype(np.int32), _starts(lengths), width)


def beside(blocks: Sequence[Rows]) -> Rows:
    """The rows of each block behind those of the ones before."""
    ends = np.cumsum([block.width for block in blocks])
    owners = np.concatenate([block.owners for block in blocks])
    order = np.argsort(owners, kind="stable")
    columns = np.concatenate(
        [block.columns + (end - block.width) for block, end in zip(blocks, ends, strict=True)]
    )
    data = np.concatenate([block.data for block in blocks])
    lengths = np.bincount(owners, minlength=len(blocks[0]))
    return Rows(data[order], columns[order].astype(np.int32), _starts(lengths), int(ends[-1]))


def _starts(lengths: npt.NDArray[Any]) -> Places:
    return np.concatenate(([0], np.cumsum(lengths))).astype(np.int64)
