"""Words as they were hurriedly typed → the word that was meant: without vowels («srvdr»), or with a slip («interent»)."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

MIN_SLIP_LETTERS = 5
"""A shorter word with a letter changed is too easily another."""
LONG_WORD_LETTERS = 9
"""From here on two slips are forgiven."""
MAX_LETTERS = 24
MIN_LETTERS = 2

_WORD = re.compile(r"(?<!['’])[a-z]+")
_VOWELS = re.compile(r"[aeiouhy]")
_SOUNDS = str.maketrans({"v": "b", "z": "s", "k": "c", "q": "c", "x": "s"})
_TWICE = re.compile(r"(.)\1")
_SHORT = {
    "d": "de",
    "s": "se",
    "l": "el",
    "n": "en",
    "q": "que",
    "k": "que",
    "xa": "para",
    "pa": "para",
    "x": "por",
    "xq": "porque",
    "xk": "porque",
    "pq": "porque",
    "kien": "quien",
    "qn": "quien",
    "tb": "tambien",
    "ai": "hay",
    "sta": "esta",
    "stan": "estan",
    "stamos": "estamos",
    "toy": "estoy",
    "ta": "esta",
    "bn": "bien",
    "msj": "mensaje",
}
"""How people write the shortest words on a telephone."""


class Respelling:
    """Puts unknown words in the form of a common one. `common`: the most frequent first; `known`: those left alone."""

    def __init__(self, common: Iterable[str], known: Iterable[str]) -> None:
        self.common = tuple(word for word in common if len(word) > MIN_LETTERS)
        self.known = tuple(known)
        self._alone = frozenset(self.known)
        self._by_consonants: dict[str, list[str]] = {}
        for word in self.common:
            self._by_consonants.setdefault(_consonants(word), []).append(word)
        self._by_letter: Mapping[str, tuple[str, ...]] = {
            letter: tuple(word for word in self.common if word[0] == letter)
            for letter in {w[0] for w in self.common}
        }
        self._meant = lru_cache(maxsize=20_000)(self._look_up)

    def respell(self, folded: str) -> str:
        """The folded text with its unknown words respelt; signs and numbers stay where they are."""
        return _WORD.sub(lambda found: self._meant(found[0]), folded)

    def _look_up(self, word: str) -> str:
        if word in _SHORT:
            return _SHORT[word]
        if word in self._alone or not _may_be_respelt(word):
            return word
        return self._without_vowels(word) or self._with_a_slip(word) or word

    def _without_vowels(self, word: str) -> str | None:
        """The most frequent word with the same consonants from which letters were left out."""
        meant = self._by_consonants.get(_consonants(word), ())
        return next((each for each in meant if len(each) > len(word) and _is_left_of(word, each)), None)

    def _with_a_slip(self, word: str) -> str | None:
        if len(word) < MIN_SLIP_LETTERS:
            return None
        slips = 2 if len(word) >= LONG_WORD_LETTERS else 1
        found = process.extractOne(
            word, self._by_letter.get(word[0], ()), scorer=OSA.distance, score_cutoff=slips
        )
        return found[0] if found else None


def _may_be_respelt(word: str) -> bool:
    """Two letters are a word without its vowels, or no word."""
    if len(word) == MIN_LETTERS:
        return not _VOWELS.search(word)
    return MIN_LETTERS < len(word) <= MAX_LETTERS


def _consonants(word: str) -> str:
    return _TWICE.sub(r"\1", _VOWELS.sub("", word).translate(_SOUNDS))


def _is_left_of(short: str, word: str) -> bool:
    """Whether the letters of `short` stand in `word` in the same order, by their sound."""
    letters = iter(word.translate(_SOUNDS))
    return all(letter in letters for letter in short.translate(_SOUNDS))
