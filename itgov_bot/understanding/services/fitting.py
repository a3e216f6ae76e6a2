"""How far scores can be trusted, learnt from authors that the ranker never saw. Only `itgov train` comes here.

Every author's phrases are read by a ranker, with features, of the other authors alone, as a stranger's message will be.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from random import Random

import numpy as np
import numpy.typing as npt

from itgov_bot.records import dataclass
from itgov_bot.understanding.language.message.pieces import problems

from . import counting, ranker
from .chances import KINDS, Array, Chances, kinds_of, softmax, strengths
from .features import Features
from .phrases import OTHERS, Phrase
from .several import Pair, Several, Twins, pairs_of
from .tokens import Terms
from .trust import UNFITTED, Trust
from .weights import Weights

GROUPS = 10
NOT_AS_PEOPLE_WRITE = frozenset({"keywords", "rare"})
"""Authors of single words and of rare words: they teach what words mean, not how sure a whole message makes."""
SHORT = 12
"""Phrases of at most so many words are put together to messages with two problems."""
LINKS = (
    " y ",
    " y ",
    ", ",
    ", ",
    "; ",
    ". ",
    " y además ",
    " y también ",
    ", aparte ",
    ". Otra cosa, ",
    " y de paso ",
)
MOST = 200
"""So many phrases of a group of authors are read in pieces; half as many are put together."""
STEPS = 50
PARTS = (1.0, 0.5, 0.25, 0.1, 0.01)
"""Of a step that goes too far, the first that comes lower is taken."""
SMALLEST_STEP = 1e-8
FALSE_SHARE = 0.014
"""So many messages with one problem may be taken for several."""


@dataclass(frozen=True)
class Strangers:
    """Authors, and what the others alone make of a text."""

    phrases: tuple[Phrase, ...]
    features: Features
    weights: Weights

    def scores(self, texts: Sequence[str], labels: Sequence[str]) -> Array:
        """A row a text, a column a label."""
        found = np.full((len(texts), len(labels)), ranker.UNKNOWN)
        columns = [labels.index(label) for label in self.weights.labels]
        for place, text in enumerate(texts):
            found[place, columns] = self.weights.scores(self.features.row(text))
        return found


def strangers(phrases: Sequence[Phrase], terms: Terms) -> Iterator[Strangers]:
    """The authors in groups, each with a ranker of the others; nothing when there is a single author."""
    voices = [phrase.voice for phrase in phrases if phrase.voice not in NOT_AS_PEOPLE_WRITE]
    for group in ranker.groups_of(voices, GROUPS):
        others = [phrase for phrase in phrases if phrase.voice not in group]
        if others:
            features, matrix = counting.learn((phrase.text for phrase in others), terms)
            (weights,) = ranker.train(matrix, [phrase.subject for phrase in others])
            theirs = tuple(phrase for phrase in phrases if phrase.voice in group)
            yield Strangers(theirs, features, weights)


@dataclass(frozen=True)
class Placed:
    """`scores` has a row a phrase and a column a label: what a ranker says that never saw its author."""

    labels: tuple[str, ...]
    phrases: tuple[Phrase, ...]
    scores: Array

    @property
    def truth(self) -> npt.NDArray[np.int64]:
        """The column of the right label of every phrase."""
        return np.array([self.labels.index(phrase.subject) for phrase in self.phrases], np.int64)


def fit_trust(phrases: Sequence[Phrase], terms: Terms, twins: Twins) -> tuple[Trust, Placed]:
    """What every group of authors teaches, and how the others place its phrases."""
    groups = list(strangers(phrases, terms))
    labels = tuple(sorted({phrase.subject for phrase in phrases}))
    told = [phrase for group in groups for phrase in group.phrases]
    if not told:
        return UNFITTED, Placed(labels, (), np.zeros((0, len(labels))))
    scores = np.vstack([group.scores([phrase.text for phrase in group.phrases], labels) for group in groups])
    placed = Placed(labels, tuple(told), scores)
    chances = _chances(placed)
    found = Trust(chances, _several(labels, chances, groups, twins))
    return Trust.of(
        found.data()
    ), placed  # as exact as it is written, so that a kept model reads like a fresh one


def _chances(placed: Placed) -> Chances:
    sizes = Counter(phrase.voice for phrase in placed.phrases)
    # An author of thousands of phrases is not that much more like the next one than an author of a hundred.
    weight = np.array([sizes[phrase.voice] ** -0.5 for phrase in placed.phrases])
    kinds = kinds_of([phrase.subject for phrase in placed.phrases])
    planes = _regression(strengths(placed.labels, placed.scores), kinds, len(KINDS), weight / weight.mean())
    services = np.array([label not in OTHERS for label in placed.labels])
    columns, inside = np.cumsum(services) - 1, kinds == 0
    sharpness = ranker.fit_temperature(placed.scores[inside][:, services], columns[placed.truth[inside]])
    return Chances(planes[:, :-1], planes[:, -1], sharpness)


def _regression(
    rows: Array, classes: npt.NDArray[np.int64], count: int, weight: Array, hold: float = 0.1
) -> Array:
    """A row a class: a weight for each column of `rows`, and the bias. `hold` keeps the weights small."""
    told = np.column_stack((rows, np.ones(len(rows))))
    wanted = np.eye(count)[classes]
    holds = np.append(np.full(rows.shape[1], hold), 0.0)

    def surprise(planes: Array) -> float:
        shares = (softmax(told @ planes.T) * wanted).sum(axis=1)
        return float(-(weight * np.log(np.maximum(shares, 1e-12))).sum() + (holds * planes**2).sum() / 2)

    planes = np.zeros((count, told.shape[1]))
    for _ in range(STEPS):
        step = _step(told, wanted, weight, holds, planes)
        size = next((part for part in PARTS if surprise(planes - part * step) < surprise(planes)), 0.0)
        planes = planes - size * step
        if not size or np.abs(size * step).max() < SMALLEST_STEP:
            break
    return planes


def _step(told: Array, wanted: Array, weight: Array, holds: Array, planes: Array) -> Array:
    """Newton's: where a plain through slope and curvature has its lowest point."""
    count, width = planes.shape
    shares = softmax(told @ planes.T)
    slope = ((shares - wanted) * weight[:, None]).T @ told + holds * planes
    curve = np.zeros((count, width, count, width))
    for one in range(count):
        for other in range(count):
            share = weight * shares[:, one] * ((one == other) - shares[:, other])
            curve[one, :, other] = (told * share[:, None]).T @ told
        curve[one, :, one] += np.diag(holds)
    flat = curve.reshape(count * width, -1) + 1e-9 * np.eye(count * width)
    return np.asarray(np.linalg.solve(flat, slope.ravel()).reshape(planes.shape))


def _several(labels: tuple[str, ...], chances: Chances, groups: Sequence[Strangers], twins: Twins) -> Several:
    """From phrases with one problem, and from pairs of phrases put together, all read by strangers."""
    chance = Random(0)
    reader = _Reader(labels, chances, twins)
    single: list[tuple[Pair, ...]] = []
    both: list[Pair] = []
    for group in groups:
        single += [reader.pairs(group, phrase.text) for phrase in _sample(chance, group.phrases, MOST)]
        short = _sample(chance, [phrase for phrase in group.phrases if _is_short(phrase)], MOST // 2)
        for one, other in pairwise(short):
            right = {labels.index(one.subject), labels.index(other.subject)}
            pairs = reader.pairs(group, one.text.rstrip(" .") + chance.choice(LINKS) + other.text)
            both += [pair for pair in pairs if set(pair.services) == right]
    return _told_apart(single, both)


@dataclass(frozen=True)
class _Reader:
    labels: tuple[str, ...]
    chances: Chances
    twins: Twins

    def pairs(self, group: Strangers, text: str) -> tuple[Pair, ...]:
        pieces = problems(text)
        if len(pieces) < 2:
            return ()
        shares = self.chances.shares(self.labels, group.scores([text, *pieces], self.labels))
        return pairs_of(text, pieces, self.labels, shares, self.twins)


def _told_apart(single: Sequence[Sequence[Pair]], both: Sequence[Pair]) -> Several:
    """Weights that tell the pairs of two problems from those of one, and a bias that few messages with one get over."""
    apart = [pair for pairs in single for pair in pairs]
    if not apart or not both:
        return UNFITTED.several
    rows = np.array([pair.evidence for pair in (*apart, *both)])
    spread = rows.std(axis=0) + 1e-6
    classes = (np.arange(len(rows)) >= len(apart)).astype(np.int64)
    planes = _regression(rows / spread, classes, 2, np.ones(len(rows)), hold=1.0)
    found = Several((planes[1] - planes[0])[:-1] / spread, 0.0)
    surest = [max(map(found.surely, pairs), default=-np.inf) for pairs in single]
    return Several(found.weights, -float(np.quantile(surest, 1 - FALSE_SHARE, method="higher")))


def _sample(chance: Random, phrases: Sequence[Phrase], most: int) -> list[Phrase]:
    """Some phrases about services and foreign matters, in any order."""
    told = [phrase for phrase in phrases if phrase.subject == phrase.label]
    return chance.sample(told, min(most, len(told)))


def _is_short(phrase: Phrase) -> bool:
    is_service = phrase.subject not in OTHERS
    return is_service and len(phrase.text.split()) <= SHORT and len(problems(phrase.text)) <= 2
