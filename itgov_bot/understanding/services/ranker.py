"""The linear ranker: trained in seconds and without chance, one weight a feature and label; and its scores as
probabilities, by one temperature fitted on phrases whose author the ranker never saw."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from itgov_bot.records import dataclass

from .solver import Hyperplanes, solve
from .sparse import Rows
from .weights import Weights

Scores = npt.NDArray[np.float64]
GROUPS = 3
UNKNOWN = -3.0
"""The score of a label that only the left-out authors wrote for."""


@dataclass(frozen=True)
class Fit:
    """How closely the phrases are followed (C of the linear SVM), and how often they are looked at."""

    strength: float
    rounds: int


SUBJECTS = Fit(strength=0.4, rounds=4)
"""Found by leaving authors out; more rounds change nothing that can be measured."""


@dataclass(frozen=True)
class Fitted:
    """Hyperplanes with the labels of their columns."""

    labels: tuple[str, ...]
    planes: Hyperplanes

    def scores_for(self, labels: Sequence[str], matrix: Rows) -> Scores:
        """A row a text and a column a wanted label, some of which it may not have met."""
        scores = np.full((len(matrix), len(labels)), UNKNOWN)
        scores[:, [labels.index(label) for label in self.labels]] = self.planes.scores(matrix)
        return scores


def fit(matrix: Rows, labels: Sequence[str], how: Fit = SUBJECTS) -> Fitted:
    """One hyperplane a label, against all others."""
    names, wanted = _wanted(labels)
    return Fitted(names, solve(matrix, wanted, how.strength, how.rounds))


def train(matrix: Rows, *rankings: Sequence[str], how: Fit = SUBJECTS) -> tuple[Weights, ...]:
    """The weights of a ranker for each way to label the texts; fitted together, which is quicker."""
    named = [_wanted(labels) for labels in rankings]
    planes = solve(matrix, np.hstack([wanted for _, wanted in named]), how.strength, how.rounds)
    ends = np.cumsum([len(names) for names, _ in named])[:-1]
    parts = zip(np.hsplit(planes.weights, ends), np.hsplit(planes.bias, ends), strict=True)
    return tuple(
        Weights.from_dense(names, weights, bias)
        for (names, _), (weights, bias) in zip(named, parts, strict=True)
    )


def _wanted(labels: Sequence[str]) -> tuple[tuple[str, ...], npt.NDArray[np.bool_]]:
    names = tuple(sorted(set(labels)))
    places = {name: place for place, name in enumerate(names)}
    return names, np.array([places[label] for label in labels])[:, np.newaxis] == np.arange(len(names))


def out_of_voice(
    matrix: Rows, labels: Sequence[str], voices: Sequence[str]
) -> tuple[tuple[str, ...], npt.NDArray[np.float64]]:
    """For every phrase the scores given by a ranker that never saw its author."""
    every = tuple(sorted(set(labels)))
    scores = np.full((len(labels), len(every)), UNKNOWN)
    for group in groups_of(voices):
        inside = np.array([voice in group for voice in voices])
        if inside.all():
            continue  # a single author: nothing to compare with
        others = [label for label, own in zip(labels, inside, strict=True) if not own]
        scores[inside] = fit(matrix.chosen(~inside), others).scores_for(every, matrix.chosen(inside))
    return every, scores


def groups_of(voices: Sequence[str], count: int = GROUPS) -> list[set[str]]:
    """The authors in a few groups of about the same size: an author is never on both sides."""
    sizes = Counter(voices)
    groups: list[set[str]] = [set() for _ in range(min(count, len(sizes)))]
    weights = [0] * len(groups)
    for voice, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        lightest = weights.index(min(weights))
        groups[lightest].add(voice)
        weights[lightest] += size
    return groups


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
