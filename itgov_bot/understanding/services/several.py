"""Whether a message tells of several problems: what its pieces say each on its own, weighed against the whole."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np

from itgov_bot.records import dataclass
from itgov_bot.understanding.language.message.pieces import announces_several, sets_apart
from itgov_bot.understanding.language.request_type import is_told_or_asked

from .chances import Array
from .phrases import OTHERS, OUT_OF_SCOPE

Twins = Mapping[str, frozenset[str]]
EVIDENCE = (
    "weaker", "stronger", "first_in_second", "second_in_first", "in_whole",
    "place", "foreign", "announced", "apart", "pieces", "told",
)  # fmt: skip
"""What is known of two pieces: how surely each is about its service (log odds), how much each shows in the other and both
in the whole message, how far down the farther one stands there; how foreign the pieces are; which words the message has,
and how many more pieces; and how many of the two tell of a fault or ask for something."""
MAX_PROBLEMS = 3
FURTHER = -2.0
"""Beside two problems a third one is sure from here on."""
LIKELY = 0.3
"""A piece that is less likely about its service tells of no problem."""
NEGLIGIBLE = 1e-3
"""Shares nearer to nothing or to all say no more."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two pieces, by their places, that may be about two services, by theirs; and the evidence for it."""

    pieces: tuple[int, int]
    services: tuple[int, int]
    evidence: tuple[float, ...]


@dataclass(frozen=True)
class Several:
    """How much each kind of evidence says; two pieces are two problems from zero on."""

    weights: Array
    bias: float

    def surely(self, pair: Pair) -> float:
        """Above zero when the pieces are two problems."""
        return float(np.dot(self.weights, pair.evidence)) + self.bias

    def problems(self, pairs: Sequence[Pair]) -> dict[int, int]:
        """By service the piece that tells of it, in the order of the message; empty unless there are two at least."""
        told = {pair: self.surely(pair) for pair in pairs}
        best = max(told, key=lambda pair: told[pair], default=None)
        if best is None or told[best] <= 0:
            return {}
        sure = {
            frozenset(zip(pair.services, pair.pieces, strict=True)) for pair in told if told[pair] > FURTHER
        }
        found = list(zip(best.services, best.pieces, strict=True))
        for other in sorted({one for pair in sure for one in pair}, key=lambda one: one[1]):
            beside = all(frozenset((other, one)) in sure for one in found)
            if beside and len(found) < MAX_PROBLEMS:
                found.append(other)
        return dict(sorted(found, key=lambda one: one[1]))


def pairs_of(
    text: str, pieces: Sequence[str], labels: Sequence[str], shares: Array, twins: Twins
) -> tuple[Pair, ...]:
    """Every two pieces of a text whose likeliest services are different and no near-twins. `shares`: the probabilities
    of the labels, first of the whole text, then a row a piece."""
    services = np.array([label not in OTHERS for label in labels])
    whole, *parts = np.where(services, shares, 0.0)
    foreign = shares[1:, labels.index(OUT_OF_SCOPE)] if OUT_OF_SCOPE in labels else np.zeros(len(pieces))
    told = [is_told_or_asked(piece) for piece in pieces]
    said = (announces_several(text), sets_apart(text), len(pieces) - 2)
    return tuple(
        Pair(
            (one, other),
            about,
            (
                *_sureness(whole, parts[one], parts[other], about),
                *map(float, (foreign[one] + foreign[other], *said, told[one] + told[other])),
            ),
        )
        for (one, other), about in _different([int(part.argmax()) for part in parts], labels, twins)
        if parts[one][about[0]] >= LIKELY and parts[other][about[1]] >= LIKELY
    )


def _different(
    likeliest: Sequence[int], labels: Sequence[str], twins: Twins
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Two pieces, and the two services that they are about."""
    for one, other in combinations(range(len(likeliest)), 2):
        services = likeliest[one], likeliest[other]
        named = labels[services[0]], labels[services[1]]
        if named[0] != named[1] and named[1] not in twins.get(named[0], ()):
            yield (one, other), services


def _sureness(whole: Array, one: Array, other: Array, services: tuple[int, int]) -> tuple[float, ...]:
    """The log odds of the evidence that is a share, and how far down the farther service stands in the whole."""
    first, second = services
    farther = min(whole[first], whole[second])
    sure = sorted((one[first], other[second]))
    shares = np.array((*sure, one[second], other[first], farther))
    odds = np.log((shares + NEGLIGIBLE) / (1 - shares + NEGLIGIBLE))
    return (*odds.tolist(), float(np.log1p((whole > farther).sum())))
