"""The obvious tools, over the catalogue's own text: what `evaluate` and the bench compare with."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence

from rapidfuzz import fuzz, process, utils

from .evaluation import Labelled, share
from .features import pieces
from .normalize import words
from .subjects import Subjects

Rank = Callable[[str], list[str]]
_ENDINGS = (
    "aciones",
    "iciones",
    "amiento",
    "imiento",
    "acion",
    "icion",
    "mente",
    "ando",
    "iendo",
    "ados",
    "idos",
)
_SHORT_ENDINGS = ("ado", "ido", "ar", "er", "ir", "os", "as", "es", "o", "a", "e", "s")


def baselines(subjects: Subjects) -> dict[str, Rank]:
    """By name, a function that ranks all services for a message."""
    names = {service.id: service.name for service in subjects.services}
    texts = {service.id: service.text for service in subjects.services}
    return {
        "rapidfuzz WRatio": lambda text: _fuzzy(text, names, fuzz.WRatio),
        "rapidfuzz token_set_ratio": lambda text: _fuzzy(text, names, fuzz.token_set_ratio),
        "BM25": _bm25(texts),
        "TF-IDF de letras": _letters(texts),
    }


def measure_baselines(subjects: Subjects, messages: Sequence[Labelled]) -> dict[str, dict[str, float | None]]:
    """Top-1 and top-3 of each over the messages that have a service."""
    asked = [message for message in messages if message.kind == "service"]
    found: dict[str, dict[str, float | None]] = {}
    for name, rank in baselines(subjects).items():
        ranked = [(rank(message.text), message.accept) for message in asked]
        found[name] = {
            "top_1": share(order[0] in accept for order, accept in ranked),
            "top_3": share(any(each in accept for each in order[:3]) for order, accept in ranked),
        }
    return found


def _fuzzy(text: str, names: dict[str, str], scorer: Callable[..., float]) -> list[str]:
    found = process.extract(text, names, scorer=scorer, processor=utils.default_process, limit=None)
    return [service for _, _, service in found]


def _stem(word: str) -> str:
    for ending in (*_ENDINGS, *_SHORT_ENDINGS):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def _bm25(texts: dict[str, str]) -> Rank:
    counts = {service: Counter(map(_stem, words(text))) for service, text in texts.items()}
    mean = sum(sum(each.values()) for each in counts.values()) / max(1, len(counts))
    spread = Counter(word for each in counts.values() for word in each)

    def weight(word: str, each: Counter[str]) -> float:
        rarity = math.log(1 + (len(counts) - spread[word] + 0.5) / (spread[word] + 0.5))
        return rarity * each[word] * 2.5 / (each[word] + 1.5 * (0.25 + 0.75 * sum(each.values()) / mean))

    def rank(text: str) -> list[str]:
        asked = [_stem(word) for word in words(text)]
        return sorted(counts, key=lambda service: -sum(weight(word, counts[service]) for word in asked))

    return rank


def _letters(texts: dict[str, str]) -> Rank:
    counts = {service: _pieces(text) for service, text in texts.items()}
    spread = Counter(piece for each in counts.values() for piece in each)
    rarity = {piece: math.log((1 + len(counts)) / (1 + times)) + 1 for piece, times in spread.items()}
    lengths = {service: _length(each, rarity) for service, each in counts.items()}

    def rank(text: str) -> list[str]:
        asked = _pieces(text)

        def likeness(service: str) -> float:
            each = counts[service]
            return (
                sum(asked[piece] * each[piece] * rarity[piece] ** 2 for piece in asked if piece in each)
                / lengths[service]
            )

        return sorted(counts, key=lambda service: -likeness(service))

    return rank


def _pieces(text: str) -> Counter[str]:
    return Counter(piece for word in words(text) for piece in pieces(word, 2, 5))


def _length(each: Counter[str], rarity: dict[str, float]) -> float:
    return math.sqrt(sum((times * rarity[piece]) ** 2 for piece, times in each.items())) or 1.0
