"""Many texts → features and one matrix, for training: the same numbers as `Features.row`, counted by whole columns.

A word is taken to pieces once, however many texts have it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from .features import PARTS, VIEWS, Features, Row, known_of, needed, spoken
from .sparse import Rows, beside, summed
from .tokens import Terms

Counted = tuple[list[str], Rows]
"""Names, and how often each (a column) occurs in each text (a row)."""


def learn(texts: Iterable[str], terms: Terms) -> tuple[Features, Rows]:
    """Finds the features that occur often enough, with their inverse document frequency; and the texts' rows."""
    said = [spoken(text, terms) for text in texts]
    learned = [_view(view, *counted) for view, counted in sorted(_by_view(said).items())]
    names = [name for kept, _, _ in learned for name in kept]
    rarity = np.concatenate([rare for _, rare, _ in learned])
    return Features(known_of(names), rarity, terms), beside([matrix for _, _, matrix in learned])


def as_matrix(rows: Sequence[Row], width: int) -> Rows:
    """Such rows of ours together."""
    starts = np.concatenate(([0], np.cumsum([len(indices) for indices, _ in rows]))).astype(np.int64)
    indices = np.concatenate([np.empty(0, np.int32), *(indices for indices, _ in rows)])
    values = np.concatenate([np.empty(0, np.float32), *(values for _, values in rows)])
    return Rows(values, indices, starts, width)


def _by_view(said: Sequence[Sequence[str]]) -> dict[str, Counted]:
    words, told = _counted(said)
    pairs, paired = _counted([[f"{one} {two}" for one, two in pairwise(each)] for each in said])
    found: dict[str, Counted] = {"w": ([*words, *pairs], beside((told, paired)))}
    for view, parts in PARTS.items():
        names, of_word = _counted([parts(word) for word in words])
        found[view] = names, told.times(of_word)
    return found


def _counted(lists: Sequence[Sequence[str]]) -> Counted:
    places: dict[str, int] = {}
    columns = np.array([places.setdefault(name, len(places)) for each in lists for name in each], np.int64)
    owners = np.repeat(np.arange(len(lists)), [len(each) for each in lists])
    return list(places), summed(owners, columns, np.ones(len(columns), np.float32), len(lists), len(places))


def _view(view: str, names: list[str], counts: Rows) -> tuple[list[str], npt.NDArray[np.float32], Rows]:
    """The features of a view, their rarity, and the weighed rows. What most texts have comes first: of a model that is
    mapped from its file, messages touch the beginnings alone."""
    seen = np.bincount(counts.columns, minlength=len(names))
    named = [view + name for name in names]
    kept = sorted(
        (place for place, name in enumerate(named) if seen[place] >= needed(name)),
        key=lambda place: (-seen[place], named[place]),
    )
    rarity = (np.log((1 + len(counts)) / (1 + seen[kept])) + 1).astype(np.float32)
    found = counts.narrowed(kept)
    weighed = replace(found, data=(1 + np.log(found.data)) * rarity[found.columns])
    return [named[place] for place in kept], rarity, _of_length(weighed, VIEWS[view])


def _of_length(rows: Rows, wanted: float) -> Rows:
    """Every row brought to the wanted length; empty ones stay empty."""
    lengths = np.sqrt(rows.squares())
    return replace(rows, data=(rows.data * wanted / lengths[rows.owners]).astype(np.float32))
