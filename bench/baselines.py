"""The obvious tools, over the catalogue's own text: what the bench compares understanding with."""

import math
from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
from rapidfuzz import fuzz, process, utils

from itgov_bot.understanding.language.folding import plain
from itgov_bot.understanding.quality.evaluation import SERVICE, Labelled, share
from itgov_bot.understanding.services.subjects import Subjects

Rank = Callable[[str], list[str]]
SATURATION, LENGTH_SHARE = 1.5, 0.75
"""k1 and b of BM25, as everybody has them."""


def measure_baselines(subjects: Subjects, messages: Sequence[Labelled]) -> dict[str, dict[str, float | None]]:
    """Top-1 and top-3 of each over the messages that have a service."""
    asked = [message for message in messages if message.kind == SERVICE]
    found: dict[str, dict[str, float | None]] = {}
    for name, rank in _baselines(subjects).items():
        ranked = [(rank(message.text), message.accept) for message in asked]
        found[name] = {
            "top_1": share(order[0] in accept for order, accept in ranked),
            "top_3": share(any(each in accept for each in order[:3]) for order, accept in ranked),
        }
    return found


def _baselines(subjects: Subjects) -> dict[str, Rank]:
    """By name, a function that ranks all services for a message."""
    names = {service.id: service.name for service in subjects.services}
    texts = {service.id: service.text for service in subjects.services}
    return {
        "rapidfuzz WRatio": lambda text: _fuzzy(text, names, fuzz.WRatio),
        "rapidfuzz token_set_ratio": lambda text: _fuzzy(text, names, fuzz.token_set_ratio),
        "BM25": _bm25(texts),
        "TF-IDF of letters": _letters(texts),
    }


def _fuzzy(text: str, names: dict[str, str], scorer: Callable[..., float]) -> list[str]:
    found = process.extract(text, names, scorer=scorer, processor=utils.default_process, limit=None)
    return [service for _, _, service in found]


def _bm25(texts: dict[str, str]) -> Rank:
    counts = {service: Counter(plain(text).split()) for service, text in texts.items()}
    mean = sum(each.total() for each in counts.values()) / max(1, len(counts))
    spread = Counter(word for each in counts.values() for word in each)

    def weight(word: str, each: Counter[str]) -> float:
        rarity = math.log(1 + (len(counts) - spread[word] + 0.5) / (spread[word] + 0.5))
        length = 1 - LENGTH_SHARE + LENGTH_SHARE * each.total() / mean
        return rarity * each[word] * (SATURATION + 1) / (each[word] + SATURATION * length)

    def rank(text: str) -> list[str]:
        asked = plain(text).split()
        return sorted(counts, key=lambda service: -sum(weight(word, counts[service]) for word in asked))

    return rank


def _letters(texts: dict[str, str]) -> Rank:
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), preprocessor=plain)
    matrix, services = vectorizer.fit_transform(texts.values()), list(texts)

    def rank(text: str) -> list[str]:
        likeness = (matrix @ vectorizer.transform([text]).T).toarray().ravel()
        return [services[place] for place in np.argsort(-likeness, kind="stable")]

    return rank
