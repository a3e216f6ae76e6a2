"""Many texts → features and one matrix, for training: the same numbers as `Features.row`, counted by whole columns.

A word is taken to pieces once, however many texts have it; what remains is done by scipy, which is imported only here.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from .features import PARTS, VIEWS, Features, Row, needed, spoken
from .tokens import Terms

Matrix: TypeAlias = Any
"""A scipy sparse matrix; scipy is imported only when something is trained."""
Counted = tuple[list[str], Matrix]
"""Names, and how often each (a column) occurs in each text (a row)."""


def learn(texts: Iterable[str], terms: Terms) -> tuple[Features, Matrix]:
    """Finds the features that occur often enough, with their inverse document frequency; and the texts' rows."""
    from scipy.sparse import hstack

    said = [spoken(text, terms) for text in texts]
    learned = [_view(view, *counted) for view, counted in sorted(_by_view(said).items())]
    names = [name for kept, _, _ in learned for name in kept]
    rarity = np.concatenate([rare for _, rare, _ in learned])
    return Features(names, rarity, terms), hstack([matrix for _, _, matrix in learned], format="csr")


def as_matrix(rows: Sequence[Row], width: int) -> Matrix:
    """The rows as a scipy matrix."""
    from scipy.sparse import csr_matrix

    starts = np.concatenate(([0], np.cumsum([len(indices) for indices, _ in rows])))
    indices = np.concatenate([np.empty(0, np.int32), *(indices for indices, _ in rows)])
    values = np.concatenate([np.empty(0, np.float32), *(values for _, values in rows)])
    return csr_matrix((values, indices, starts), shape=(len(rows), width))


def _by_view(said: Sequence[Sequence[str]]) -> dict[str, Counted]:
    from scipy.sparse import hstack

    words, told = _counted(said)
    pairs, paired = _counted([[f"{one} {two}" for one, two in pairwise(each)] for each in said])
    found: dict[str, Counted] = {"w": ([*words, *pairs], hstack((told, paired), format="csr"))}
    for view, parts in PARTS.items():
        names, of_word = _counted([parts(word) for word in words])
        found[view] = names, told @ of_word
    return found


def _counted(lists: Sequence[Sequence[str]]) -> Counted:
    from scipy.sparse import csr_matrix

    places: dict[str, int] = {}
    columns = np.array([places.setdefault(name, len(places)) for each in lists for name in each], np.int32)
    starts = np.concatenate(([0], np.cumsum([len(each) for each in lists])))
    shape = (len(lists), len(places))
    matrix = csr_matrix((np.ones(len(columns), np.float32), columns, starts), shape=shape)
    matrix.sum_duplicates()
    return list(places), matrix


def _view(view: str, names: list[str], counts: Matrix) -> tuple[list[str], npt.NDArray[np.float32], Matrix]:
    """The features of a view in the order of their names, their rarity, and the weighed rows."""
    seen = np.bincount(counts.indices, minlength=len(names))
    named = [view + name for name in names]
    kept = sorted(
        (place for place, name in enumerate(named) if seen[place] >= needed(name)), key=named.__getitem__
    )
    rarity = (np.log((1 + counts.shape[0]) / (1 + seen[kept])) + 1).astype(np.float32)
    weighed = counts[:, kept]
    weighed.data = (1 + np.log(weighed.data)) * rarity[weighed.indices]
    return [named[place] for place in kept], rarity, _of_length(weighed, VIEWS[view])


def _of_length(matrix: Matrix, wanted: float) -> Matrix:
    """Every row brought to the wanted length; empty ones stay empty."""
    owners = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    lengths = np.sqrt(np.bincount(owners, matrix.data**2, matrix.shape[0]))
    matrix.data = (matrix.data * wanted / lengths[owners]).astype(np.float32)
    return matrix
