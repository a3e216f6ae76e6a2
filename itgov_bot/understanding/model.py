"""What training yields: features, linear rankers and the temperature; how it is trained, stored and read back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from .cache import Stored
from .services import ranker
from .services.features import Features
from .services.phrases import Phrase
from .services.tokens import Terms
from .services.weights import Weights
from .urgency import classifier
from .urgency.classifier import UrgencyClassifier
from .words import Words

_PARTS = ("starts", "columns", "values", "bias")


@dataclass(frozen=True)
class Model:
    """`subjects` ranks services and the other subjects; `intents` tells service, hours, channels, small talk."""

    features: Features
    subjects: Weights
    intents: Weights
    temperature: float
    urgency: UrgencyClassifier
    quality: Mapping[str, Any]


def train(everything: Sequence[Phrase], words: Words) -> Model:
    """From phrases to a model; the same phrases give the same model."""
    terms = words.vocabulary.terms
    phrases = [phrase for phrase in everything if not phrase.is_urgency]
    features, rows = Features.learn((phrase.text for phrase in phrases), terms)
    matrix = ranker.as_matrix(rows, len(features.names))
    subjects, voices = [phrase.subject for phrase in phrases], [phrase.voice for phrase in phrases]
    labels, scores = ranker.out_of_voice(matrix, subjects, voices)
    truth = np.array([labels.index(subject) for subject in subjects])
    return Model(
        features,
        ranker.train(matrix, subjects),
        ranker.train(matrix, [phrase.intent for phrase in phrases]),
        ranker.fit_temperature(scores, truth),
        classifier.train(everything, words.vocabulary.ordinary, terms, words.cues),
        _quality(voices, labels, scores, truth),
    )


def _quality(
    voices: Sequence[str],
    labels: Sequence[str],
    scores: npt.NDArray[np.float64],
    truth: npt.NDArray[np.int64],
) -> dict[str, Any]:
    """How phrases are placed by what the other authors wrote: strict, as every phrase has one label only."""
    own = scores[np.arange(len(truth)), truth]
    better = (scores > own[:, None]).sum(axis=1)
    figures: dict[str, Any] = {"labels": len(labels), "voices": {}}
    for voice in sorted(set(voices)):
        figures["voices"][voice] = _shares(better[np.array([other == voice for other in voices])])
    return figures | _shares(better)


def _shares(better: npt.NDArray[np.int64]) -> dict[str, Any]:
    """From how many labels were placed before the right one."""
    return {
        "phrases": len(better),
        "top_1": round(float((better < 1).mean()), 4),
        "top_3": round(float((better < 3).mean()), 4),
    }


def store(model: Model) -> Stored:
    """The model as arrays and facts."""
    facts = {
        "temperature": model.temperature,
        "cues": list(model.urgency.cue_names),
        "quality": dict(model.quality),
    }
    stored = Stored({}, facts)
    _store_features(stored, "features", model.features)
    _store_features(stored, "urgency_features", model.urgency.features)
    _store_weights(stored, "subjects", model.subjects)
    _store_weights(stored, "intents", model.intents)
    _store_weights(stored, "urgency", model.urgency.weights)
    return stored


def restore(stored: Stored, words: Words) -> Model:
    """The model that `store` took apart."""
    terms = words.vocabulary.terms
    features, names = _features(stored, "urgency_features", terms), tuple(stored.facts["cues"])
    urgency = UrgencyClassifier(features, words.cues, names, _weights(stored, "urgency"))
    return Model(
        _features(stored, "features", terms),
        _weights(stored, "subjects"),
        _weights(stored, "intents"),
        stored.facts["temperature"],
        urgency,
        stored.facts["quality"],
    )


def _store_features(stored: Stored, name: str, features: Features) -> None:
    stored.arrays[f"{name}_names"] = np.frombuffer("\n".join(features.names).encode(), np.uint8)
    stored.arrays[f"{name}_rarity"] = features.rarity


def _features(stored: Stored, name: str, terms: Terms) -> Features:
    names = stored.arrays[f"{name}_names"].tobytes().decode().split("\n")
    return Features(names, stored.arrays[f"{name}_rarity"], terms)


def _store_weights(stored: Stored, name: str, weights: Weights) -> None:
    stored.facts[name] = list(weights.labels)
    for part in _PARTS:
        stored.arrays[f"{name}_{part}"] = getattr(weights, part)


def _weights(stored: Stored, name: str) -> Weights:
    return Weights(tuple(stored.facts[name]), *(stored.arrays[f"{name}_{part}"] for part in _PARTS))
