"""Text → a sparse row of weighted features: words and pairs, pieces of words, and pieces of how words sound."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise

import numpy as np
import numpy.typing as npt

from itgov_bot.understanding.language.sounds import sound

from .tokens import Terms, words

Row = tuple[npt.NDArray[np.int32], npt.NDArray[np.float32]]

VIEWS: dict[str, float] = {"w": 1.2, "c": 1.0, "p": 0.8}
"""Each view is brought to length 1 and then weighs this much: words, pieces, sounds."""
MIN_COUNT = {"w": 1, "c": 2, "p": 2}
MIN_PAIR = 2
"""What occurs less often in the phrases says nothing about other messages; a rare single word may be a product."""


@lru_cache(maxsize=4_000)  # a few kilobytes each
def pieces(word: str, shortest: int, longest: int) -> tuple[str, ...]:
    """The runs of letters of a word with its edges marked."""
    edged = f" {word} "
    return tuple(
        edged[start : start + size]
        for size in range(shortest, longest + 1)
        for start in range(max(1, len(edged) - size + 1))
    )


def _letters(word: str) -> tuple[str, ...]:
    return pieces(word, 3, 5)


def _sounds(word: str) -> tuple[str, ...]:
    return pieces(sound(word), 3, 4)


PARTS: Mapping[str, Callable[[str], tuple[str, ...]]] = {"c": _letters, "p": _sounds}
"""The views that are made of each word alone; the remaining one is the words themselves and their pairs."""


def spoken(text: str, terms: Terms) -> list[str]:
    """The words of a text in their usual form."""
    return terms.apply(words(text))


def grams(text: str, terms: Terms) -> dict[str, Counter[str]]:
    """The features of a text by view, with how often each occurs."""
    said = spoken(text, terms)
    found = {"w": Counter([*said, *(f"{one} {two}" for one, two in pairwise(said))])}
    for view, parts in PARTS.items():
        found[view] = Counter(chain.from_iterable(map(parts, said)))
    return found


def needed(name: str) -> int:
    """How many texts must have a feature for it to count."""
    return MIN_PAIR if name[0] == "w" and " " in name else MIN_COUNT[name[0]]


class Features:
    """The known features with their rarity; turns a text into a row. Same words, same row, always."""

    def __init__(self, names: Sequence[str], rarity: npt.NDArray[np.float32], terms: Terms) -> None:
        self.rarity, self.terms = rarity, terms
        self._rare = np.ascontiguousarray(rarity).data
        self._known: dict[str, dict[str, int]] = {view: {} for view in VIEWS}
        for place, name in enumerate(names):
            self._known[name[0]][name[1:]] = place

    def __len__(self) -> int:
        """How many are known."""
        return len(self._rare)

    @property
    def names(self) -> tuple[str, ...]:
        """By their places. Made when asked for: only who stores them does, and they are megabytes."""
        placed = {place: view + name for view, known in self._known.items() for name, place in known.items()}
        return tuple(placed[place] for place in range(len(placed)))

    def row(self, text: str) -> Row:
        """The features of a text that are known; an empty row when none is."""
        indices: list[int] = []
        values: list[float] = []
        for view, counts in grams(text, self.terms).items():
            places, amounts = self._weighed(view, counts)
            length = math.sqrt(sum(amount * amount for amount in amounts))
            indices.extend(places)
            values.extend(amount * VIEWS[view] / length for amount in amounts)
        return np.array(indices, np.int32), np.array(values, np.float32)

    def _weighed(self, view: str, counts: Counter[str]) -> tuple[list[int], list[float]]:
        """The places of the known features of a view, and how much each counts."""
        known, rare = self._known[view], self._rare
        met = [(known[name], times) for name, times in counts.items() if name in known]
        amounts = [rare[place] if times == 1 else rare[place] * (1 + math.log(times)) for place, times in met]
        return [place for place, _ in met], amounts
