"""What training yields: features, linear rankers and a calibration; how it is trained, stored and read back."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from .cache import Stored
from .calibration import Calibration
from .figures.kinds import FigureRanker, train_kinds
from .inside.kinds import AS_SPOKEN, Book, InsideRanker, train_inside
from .language.respelling import Respelling
from .services import counting, ranker
from .services.features import Features
from .services.fitting import fit_trust
from .services.phrases import Phrase
from .services.several import Twins
from .services.strangers import quality
from .services.tokens import Terms
from .services.tokens import words as said
from .services.trust import Trust
from .services.weights import Weights
from .urgency import training
from .urgency.classifier import UrgencyClassifier
from .urgency.judge import Judge
from .urgency.judging import fit_judge
from .urgency.kinds import KindRanker
from .words import Words

_PARTS = ("starts", "columns", "values", "bias")


@dataclass(frozen=True)
class Model:
    """`subjects` ranks services and the other subjects; `intents` tells service, hours, channels, small talk."""

    features: Features
    subjects: Weights
    intents: Weights
    trust: Trust
    urgency: UrgencyClassifier
    figures: FigureRanker | None = None
    inside: Mapping[Book, InsideRanker] = field(default_factory=dict)


def train(
    everything: Sequence[Phrase],
    words: Words,
    calibration: Calibration,
    managers: Sequence[Phrase] = (),
    books: Mapping[Book, Sequence[Phrase]] | None = None,
) -> Model:
    """From phrases to a model, each ranker fitted once; the same phrases give the same model. `managers`: how figures are
    asked for; `books`: what the desk's own people write. Each is learned apart, and changes nothing for anybody else."""
    terms = _terms(everything, words)
    phrases = [phrase for phrase in everything if not phrase.is_urgency]
    features, matrix = counting.learn((phrase.text for phrase in phrases), terms)
    subjects, intents = ranker.train(
        matrix, [phrase.subject for phrase in phrases], [phrase.intent for phrase in phrases]
    )
    urgency = _train_urgency(everything, words, terms, calibration.judge)
    figures = train_kinds(managers, everything, words.indicators, words.concepts, terms)
    inside = train_inside(books or {}, everything)
    return Model(features, subjects, intents, calibration.trust, urgency, figures, inside)


def calibrate(everything: Sequence[Phrase], words: Words, twins: Twins, fitted_on: str) -> Calibration:
    """Places every phrase by rankers that never saw its author, and learns how far their scores can be trusted."""
    terms = _terms(everything, words)
    phrases = [phrase for phrase in everything if not phrase.is_urgency]
    trust, placed = fit_trust(phrases, terms, twins)
    judge = _train_urgency(everything, words, terms).judge
    return Calibration(fitted_on, trust, judge, quality(placed, trust.chances))


def _terms(everything: Sequence[Phrase], words: Words) -> Terms:
    """Those of the vocabulary, for hurried words as well."""
    respelling = Respelling.learn((said(phrase.text), phrase.voice) for phrase in everything)
    return words.vocabulary.terms.respelt(respelling)


def _train_urgency(
    phrases: Sequence[Phrase], words: Words, terms: Terms, known: Judge | None = None
) -> UrgencyClassifier:
    """With the known judge, or with one of its own where there is none for these kinds."""
    material = training.material_of(phrases, words.vocabulary.ordinary, words.cues, terms.respelling)
    kinds, matrix = training.train(material, terms, words.cues)
    fits = known is not None and known.labels == kinds.weights.labels
    judge = known if known is not None and fits else fit_judge(material, kinds, matrix)
    return UrgencyClassifier(terms.respelling, kinds, judge)


def store(model: Model) -> Stored:
    """The model as arrays and facts."""
    facts = {
        "trust": model.trust.data(),
        "cues": list(model.urgency.kinds.cue_names),
    }
    stored = Stored({}, facts)
    _store_features(stored, "features", model.features)
    _store_weights(stored, "subjects", model.subjects)
    _store_weights(stored, "intents", model.intents)
    _store_urgency(stored, model.urgency)
    if model.figures:
        _store_features(stored, "figures_features", model.figures.features)
        _store_weights(stored, "figures", model.figures.weights)
        _store_words(stored, "figures_common_words", model.figures.features.terms.respelling.common)
        _store_words(stored, "figures_known_words", model.figures.features.terms.respelling.known)
    for book, known in model.inside.items():
        _store_features(stored, f"inside_{book}_features", known.features)
        _store_weights(stored, f"inside_{book}", known.weights)
    return stored


def restore(stored: Stored, words: Words) -> Model:
    """The model that `store` took apart."""
    respelling = Respelling(_words(stored, "common_words"), _words(stored, "known_words"))
    terms = words.vocabulary.terms.respelt(respelling)
    return Model(
        _features(stored, "features", terms),
        _weights(stored, "subjects"),
        _weights(stored, "intents"),
        Trust.of(stored.facts["trust"]),
        _urgency(stored, words, terms),
        _figures(stored, words, terms),
        _inside(stored),
    )


def _store_urgency(stored: Stored, urgency: UrgencyClassifier) -> None:
    _store_features(stored, "urgency_features", urgency.kinds.features)
    _store_weights(stored, "urgency", urgency.kinds.weights)
    stored.arrays["judge_weights"], stored.arrays["judge_bias"] = urgency.judge.weights, urgency.judge.bias
    _store_words(stored, "common_words", urgency.respelling.common)
    _store_words(stored, "known_words", urgency.respelling.known)


def _urgency(stored: Stored, words: Words, terms: Terms) -> UrgencyClassifier:
    features = _features(stored, "urgency_features", terms)
    return UrgencyClassifier(
        terms.respelling,
        KindRanker(features, words.cues, tuple(stored.facts["cues"]), _weights(stored, "urgency")),
        Judge(stored.arrays["judge_weights"], stored.arrays["judge_bias"], tuple(stored.facts["urgency"])),
    )


def _figures(stored: Stored, words: Words, terms: Terms) -> FigureRanker | None:
    if "figures" not in stored.facts:
        return None
    respelling = Respelling(_words(stored, "figures_common_words"), _words(stored, "figures_known_words"))
    features = _features(stored, "figures_features", terms.respelt(respelling))
    return FigureRanker(features, _weights(stored, "figures"), words.indicators, words.concepts)


def _inside(stored: Stored) -> dict[Book, InsideRanker]:
    return {
        book: InsideRanker(
            _features(stored, f"inside_{book}_features", AS_SPOKEN), _weights(stored, f"inside_{book}")
        )
        for book in Book
        if f"inside_{book}" in stored.facts
    }


def _store_words(stored: Stored, name: str, words: Iterable[str]) -> None:
    stored.arrays[name] = np.frombuffer("\n".join(words).encode(), np.uint8)


def _words(stored: Stored, name: str) -> list[str]:
    """Most words stand in several lists: each is in memory once."""
    return list(map(sys.intern, stored.arrays[name].tobytes().decode().split("\n")))


def _store_features(stored: Stored, name: str, features: Features) -> None:
    stored.arrays[f"{name}_signs"], stored.arrays[f"{name}_places"] = features.known
    stored.arrays[f"{name}_rarity"] = features.rarity


def _features(stored: Stored, name: str, terms: Terms) -> Features:
    known = stored.arrays[f"{name}_signs"], stored.arrays[f"{name}_places"]
    return Features(known, stored.arrays[f"{name}_rarity"], terms)


def _store_weights(stored: Stored, name: str, weights: Weights) -> None:
    stored.facts[name] = list(weights.labels)
    for part in _PARTS:
        stored.arrays[f"{name}_{part}"] = getattr(weights, part)


def _weights(stored: Stored, name: str) -> Weights:
    return Weights(tuple(stored.facts[name]), *(stored.arrays[f"{name}_{part}"] for part in _PARTS))
