"""Text → a sparse row of weighted features: words and pairs, pieces of words, and pieces of how words sound."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from hashlib import blake2b
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


WORDS_KEPT, SIGNS_KEPT = 2_000, 4_096
"""Words whose pieces are not looked for again: most of what is written are a few hundred; and the signs of names, which
each ranker that reads a message asks for."""


LETTERS, SOUNDS = range(3, 6), range(3, 5)
"""How long the pieces of a word are, as it is written and as it sounds."""


def pieces(word: str, sizes: range) -> tuple[str, ...]:
    """The runs of letters of a word with its edges marked."""
    edged = f" {word} "
    return tuple(
        edged[start : start + size] for size in sizes for start in range(max(1, len(edged) - size + 1))
    )


def _letters(word: str) -> tuple[str, ...]:
    return pieces(word, LETTERS)


def _sounds(word: str) -> tuple[str, ...]:
    return pieces(sound(word), SOUNDS)


PARTS: Mapping[str, Callable[[str], tuple[str, ...]]] = {"c": _letters, "p": _sounds}
"""The views that are made of each word alone; the remaining one is the words themselves and their pairs."""


def spoken(text: str, terms: Terms) -> list[str]:
    """The words of a text in their usual form."""
    return terms.apply(words(text))


def needed(name: str) -> int:
    """How many texts must have a feature for it to count."""
    return MIN_PAIR if name[0] == "w" and " " in name else MIN_COUNT[name[0]]


Known = tuple[npt.NDArray[np.uint64], npt.NDArray[np.int32]]
"""The signs of the known features, sorted, and the place of each. A dictionary of their names would take ten times as
much memory; that two names have one sign happens once in a hundred million messages."""


def known_of(names: Sequence[str]) -> Known:
    """Of features in the order of their places."""
    signs = _signs(names)
    order = np.argsort(signs)
    return signs[order], order.astype(np.int32)


def _signs(names: Iterable[str]) -> npt.NDArray[np.uint64]:
    return np.frombuffer(b"".join(map(_sign, names)), "<u8")


@lru_cache(SIGNS_KEPT)
def _sign(name: str) -> bytes:
    return blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()


class Features:
    """The known features with their rarity; turns a text into a row. Same words, same row, always."""

    def __init__(self, known: Known, rarity: npt.NDArray[np.float32], terms: Terms) -> None:
        self.known, self.rarity, self.terms = known, rarity, terms
        self._of_word = {view: lru_cache(WORDS_KEPT)(partial(self._in_word, view)) for view in PARTS}

    def __len__(self) -> int:
        """How many are known."""
        return len(self.rarity)

    def __contains__(self, name: str) -> bool:
        return bool(self._places([name]))

    def share_known(self, text: str) -> float:
        """How many of the pieces of its words are known, from 0 to 1. Of letters a word has three sorts of pieces, each from
        every place but the last ones, and one of each at least."""
        said = spoken(text, self.terms)
        known = sum(len(self._of_word["c"](word)) for word in said)
        return known / max(1, sum(max(len(word) + 2, 3 * len(word) - 3) for word in said))

    def row(self, text: str) -> Row:
        """The features of a text that are known; an empty row when none is."""
        said = spoken(text, self.terms)
        indices, values = zip(*(self._seen(view, said) for view in VIEWS), strict=True)
        return np.concatenate(indices), np.concatenate(values)

    def _seen(self, view: str, said: Sequence[str]) -> Row:
        """What of a view is known, each with how much it counts that was met so often."""
        times = Counter(self._in_words(said) if view == "w" else self._in_parts(view, said))
        places = np.fromiter(times, np.int32, len(times))
        often = np.fromiter(times.values(), np.float32, len(times))
        amounts = self.rarity[places] * (1 + np.log(often))
        return places, amounts * (VIEWS[view] / math.sqrt(amounts @ amounts)) if times else amounts

    def _in_words(self, said: Sequence[str]) -> Sequence[int]:
        """The words themselves and their pairs."""
        return self._places(
            [f"w{each}" for each in (*said, *(f"{one} {two}" for one, two in pairwise(said)))]
        )

    def _in_parts(self, view: str, said: Sequence[str]) -> Iterable[int]:
        return chain.from_iterable(map(self._of_word[view], said))

    def _in_word(self, view: str, word: str) -> Sequence[int]:
        return array("i", self._places([view + part for part in PARTS[view](word)]))

    def _places(self, names: Sequence[str]) -> Sequence[int]:
        """Those of the names that are known, in their order."""
        signs, places = self.known
        asked = _signs(names)
        at = np.minimum(np.searchsorted(signs, asked), len(signs) - 1)
        found: list[int] = places[at[signs[at] == asked]].tolist() if len(signs) else []
        return found
