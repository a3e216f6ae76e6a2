"""What a piece of text tells of: a linear ranker over its words and cues. It does not see what stands around the piece."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import combinations

import numpy as np
import numpy.typing as npt

from itgov_bot.records import dataclass
from itgov_bot.understanding.language.folding import OF_A_TURN
from itgov_bot.understanding.services.features import Features, Row
from itgov_bot.understanding.services.weights import Weights

from .cues import Cues

Scores = npt.NDArray[np.float64]
PAIR_WEIGHT = 0.5
"""Two cues together say more than each ("down" and "up"), but there are many pairs."""


@dataclass(frozen=True)
class Piece:
    """A message, or a clause of one, with its cues and the score of every kind."""

    cues: frozenset[str]
    scores: Scores


@dataclass(frozen=True)
class KindRanker:
    """Features of the words, and after them those of the cues and their pairs (`cue_names`)."""

    features: Features
    cues: Cues
    cue_names: tuple[str, ...]
    weights: Weights

    def read(self, text: str) -> Piece:
        """Of a message that goes on, its clauses come again."""
        return self._read_once(text)

    @cached_property
    def _read_once(self) -> Callable[[str], Piece]:
        return lru_cache(OF_A_TURN)(self._read)

    def _read(self, text: str) -> Piece:
        found = self.cues.of(text)
        row = with_cues(self.features.row(text), len(self.features), self.places, found)
        return Piece(found, self.weights.scores(row))

    @cached_property
    def places(self) -> dict[str, int]:
        return {name: place for place, name in enumerate(self.cue_names)}


def cue_places(found: Sequence[frozenset[str]]) -> dict[str, int]:
    """The column of every cue and pair of cues that occurs."""
    names = sorted({name for cues in found for name in amounts(cues)})
    return {name: place for place, name in enumerate(names)}


def with_cues(row: Row, width: int, places: Mapping[str, int], cues: frozenset[str]) -> Row:
    """The row of the words with the cues behind it."""
    known = [(width + places[name], amount) for name, amount in amounts(cues).items() if name in places]
    indices = np.array([place for place, _ in known], np.int32)
    values = np.array([amount for _, amount in known], np.float32)
    return np.concatenate((row[0], indices)), np.concatenate((row[1], values))


def amounts(cues: frozenset[str]) -> dict[str, float]:
    """How much each cue, and each pair of them, counts."""
    names = sorted(cues)
    pairs = {f"{one}&{two}": PAIR_WEIGHT for one, two in combinations(names, 2)}
    return {**dict.fromkeys(names, 1.0), **pairs}
