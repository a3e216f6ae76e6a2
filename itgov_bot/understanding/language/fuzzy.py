"""Names however they were typed: services, commands, dependencias, agents, labels, sites. rapidfuzz, after folding."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz
from rapidfuzz.distance import Prefix
from rapidfuzz.process import cdist

from .folding import OF_THE_VOCABULARY, plain, word_set

SAME = 100.0
TYPO_RATIO = 80
"""Of 100: «sigob» and «sigov» are one word, «predis» and «predial» are two."""
MIN_TYPO_CHARACTERS = 4
"""Shorter words are too easily others."""
MIN_PREFIX_CHARACTERS = 3
PREFIX_RATIO = 95
"""«impres» begins «impresora»."""
MIN_STEM_CHARACTERS = 5
MAX_ENDING_CHARACTERS = 3
"""«contratos» and «contratación» begin alike, but for the ending of the one that was asked for."""
NEAR_RATIO = 80
"""By default a name is meant when the words asked for cover so much of 100."""

_LINKING = word_set("a al con de del el en la las lo los o para por un una y")


def same_word(one: str, other: str) -> bool:
    """Two folded words, one of them perhaps mistyped."""
    return one == other or _is_typo(one, other, fuzz.ratio(one, other))


def likeness(wanted: str, name: str) -> float:
    """From 0 to 100, how much of what is wanted the name covers: by its words, long ones more. The order is no matter."""
    return _covered(_words(wanted), _words(name))


class NamesCompared:
    """Names that many texts are compared with: `likeness` of all of them at once, each of their words once."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = list(dict.fromkeys(names))
        said = [_words(name) for name in self._names]
        self._words = sorted({word for words in said for word in words})
        self._places = {word: place for place, word in enumerate(self._words)}
        self._of_all = np.array(
            [self._places[word] for words in said for word in words] + [len(self._words)], np.intp
        )
        self._starts = np.cumsum([0, *(len(words) for words in said)])[: len(said)]
        self._is_empty = np.array([not words for words in said])

    def likeness(self, wanted: str) -> dict[str, float]:
        """How much of what is wanted each name covers."""
        asked = _words(wanted)
        gained = np.zeros(len(self._names))
        for word in asked:
            best = np.maximum.reduceat(self._alike(word)[self._of_all], self._starts)
            best[self._is_empty] = 0.0
            gained += len(word) * best
            if word.isdigit():
                gained[best < SAME] = -np.inf
        length = sum(map(len, asked)) or 1
        return dict(zip(self._names, (np.maximum(gained, 0.0) / length).tolist(), strict=True))

    def _alike(self, asked: str) -> npt.NDArray[np.float64]:
        """How like a word is to each of theirs; behind them a place for no word at all."""
        ratios = cdist([asked], self._words, scorer=fuzz.ratio, score_cutoff=TYPO_RATIO, dtype=np.float64)[0]
        shared = cdist([asked], self._words, scorer=Prefix.similarity, dtype=np.int32)[0]
        likely = np.flatnonzero((ratios > 0) | (shared >= MIN_PREFIX_CHARACTERS))
        found = np.zeros(len(self._words) + 1)
        found[likely] = [_alike(asked, self._words[place]) for place in likely]
        return found


def near(wanted: str, names: Iterable[str], at_least: float = NEAR_RATIO) -> list[str]:
    """The names that may be meant, the likest first; of equally like ones the one nearest as a whole."""
    asked, said = _words(wanted), plain(wanted)
    rated = [(_covered(asked, _words(name)), fuzz.ratio(said, plain(name)), name) for name in names]
    found = [one for one in rated if one[0] >= at_least]
    return [name for _, _, name in sorted(found, key=lambda one: (-one[0], -one[1]))]


def closest(wanted: str, names: Iterable[str], at_least: float = NEAR_RATIO) -> str | None:
    """The one name that is meant; None when there is none, or when another is as like («secretaría»)."""
    known = list(names)
    said = plain(wanted)
    same = [name for name in known if plain(name) == said]
    found = same or near(wanted, known, at_least)
    if len(found) == 1 or same:
        return found[0]
    best = [name for name in found if likeness(wanted, name) == likeness(wanted, found[0])]
    return best[0] if len(best) == 1 else None


def spelled_out(wanted: str, names: Iterable[str]) -> str | None:
    """The name that was typed from end to end, or else the only one with slips in words: labels of buttons, commands."""
    said = plain(wanted).split()
    written = [(plain(name).split(), name) for name in names]
    same = [name for words, name in written if words == said]
    slips = [name for words, name in written if len(words) == len(said) and all(map(same_word, said, words))]
    found = same[:1] or slips
    return found[0] if said and len(found) == 1 else None


def _words(text: str) -> Sequence[str]:
    """Without linking words, unless there are no others."""
    return _known_words(text) if len(text) <= OF_THE_VOCABULARY else _split(text)


def _split(text: str) -> Sequence[str]:
    said = plain(text).split()
    return tuple(word for word in said if word not in _LINKING) or said


_known_words = lru_cache(8192)(_split)


def _covered(asked: Sequence[str], words: Sequence[str]) -> float:
    """A number that the name does not have is another's: «alcaldía local 2»."""
    if not asked or any(word.isdigit() and word not in words for word in asked):
        return 0.0
    gained = (len(word) * max((_alike(word, other) for other in words), default=0.0) for word in asked)
    return sum(gained) / sum(map(len, asked))


def _alike(asked: str, written: str) -> float:
    if asked == written:
        return SAME
    shared = Prefix.similarity(asked, written)
    if shared == len(asked) >= MIN_PREFIX_CHARACTERS:
        return PREFIX_RATIO
    ratio = fuzz.ratio(asked, written)
    is_kin = shared >= max(MIN_STEM_CHARACTERS, len(asked) - MAX_ENDING_CHARACTERS)
    return ratio if is_kin or _is_typo(asked, written, ratio) else 0.0


def _is_typo(one: str, other: str, ratio: float) -> bool:
    """A wrong digit is another number, never a slip."""
    long_enough = min(len(one), len(other)) >= MIN_TYPO_CHARACTERS
    return ratio >= TYPO_RATIO and long_enough and (one + other).isalpha()
