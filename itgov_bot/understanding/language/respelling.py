"""Words as they were hurriedly typed → the word that was meant: by ear («kontraceña»), without vowels («srvdr»), with a
slip («interent»), or two at once («nomeabre»). One respelling for all that is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from itgov_bot.patterns import regex

from .folding import word_set
from .sounds import sound

MIN_SLIP_LETTERS = 5
"""A shorter word with a letter changed is too easily another."""
LONG_WORD_LETTERS = 9
"""From here on two slips are forgiven."""
MAX_CLOSE = 8
"""Of so many words with the fewest slips the most frequent is meant."""
ENDING_LETTERS = 2
"""A word that differs in its ending alone is an inflection, no slip."""
MIN_GLUED_LETTERS = 4
"""Of each of two words written as one, unless it is one of the little ones."""
MAX_LETTERS = 24
WORDS_KEPT = 20_000
"""Words that are not looked for again."""
MIN_LETTERS = 2
COMMON, KNOWN = 3, 2
"""From so many texts on a word is one that others are respelt to, and from so many authors one that is left alone."""
MUCH_RARER = 20
"""But not if a word that it may stand for is this much more frequent."""

Key = TypeVar("Key")
_WORD = regex(r"(?<!['’])[a-z]+")
_VOWELS = regex(r"[aeiouhy]")
_SAME = str.maketrans({"v": "b", "z": "s", "k": "c", "q": "c", "x": "s"})
_TWICE = regex(r"(.)\1")
_LITTLE = word_set(
    """al con de del el en es hay la las le lo los me mi mis no para por que se sin su te un una ya"""
)
_ONSET = r"[bcdfghjklmnpqrstvwxyz]|[bcfgkpt][lr]|dr|ch|ll|rr|qu"
_CODA = r"[lnrsdzxmy]|[nbr]s|c(?=[ct])|p(?=[tcs])|b(?=[jstvd])|g(?=[mn])"
_SPOKEN = regex(rf"(?:(?:{_ONSET})?[aeiou]++(?:(?:{_CODA})(?![aeiou]))?)+")
"""What can be said as it stands lacks no vowels."""
_NO = regex(r"\bn(?= (?:me?|se?|hay|ai)\b)")
"""«n» alone is «en», but «no» before these."""
_ME = regex(r"(?<=\bno )m\b")
"""Elsewhere «m» is noon, or a metre."""
SHORT = {
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
    "cn": "con",
    "dl": "del",
    "msj": "mensaje",
}
"""How people write the shortest words on a telephone."""


class Respelling:
    """Puts unknown words in the form of a common one. `common`: the most frequent first; `known`: those left alone. What a
    word is looked for in is made when one is looked for: those of the figures wait for a manager."""

    def __init__(self, common: Iterable[str], known: Iterable[str]) -> None:
        self.common = tuple(word for word in common if len(word) > 1)
        self.known = tuple(known)
        self.word = lru_cache(maxsize=WORDS_KEPT)(self._look_up)

    @cached_property
    def _alone(self) -> frozenset[str]:
        return frozenset(self.known)

    @cached_property
    def _ranks(self) -> Mapping[str, int]:
        return {word: rank for rank, word in enumerate(self.common)}

    @cached_property
    def _by_sound(self) -> Mapping[str, tuple[str, ...]]:
        return _grouped((sound(word), word) for word in self._whole())

    @cached_property
    def _by_consonants(self) -> Mapping[str, tuple[str, ...]]:
        return _grouped((key, word) for word in self._whole() for key in _skeletons(word))

    @cached_property
    def _by_shape(self) -> Mapping[tuple[str, int], tuple[str, ...]]:
        return _grouped(((said[0], len(said)), said) for said in self._by_sound if said)

    def _whole(self) -> Iterator[str]:
        return (word for word in self.common if len(word) > MIN_LETTERS)

    @classmethod
    def learn(cls, texts: Iterable[tuple[Iterable[str], str]]) -> Respelling:
        """From the words of each text and who wrote it."""
        times: Counter[str] = Counter()
        authors: Counter[str] = Counter()
        seen: set[tuple[str, str]] = set()
        for said, author in texts:
            written = {word for word in said if word.isascii() and word.isalpha()}
            times.update(written)
            new = {(word, author) for word in written} - seen
            authors.update(word for word, _ in new)
            seen |= new
        known = [word for word in times if authors[word] >= KNOWN]
        common = sorted(
            (word for word in known if times[word] >= COMMON), key=lambda word: (-times[word], word)
        )
        every = cls(common, ())
        return cls(
            common, sorted(word for word in known if times[every._likest(word)] < MUCH_RARER * times[word])
        )

    def respell(self, folded: str) -> str:
        """The folded text with its unknown words respelt; signs and numbers stay where they are."""
        return _WORD.sub(lambda found: self.word(found[0]), _ME.sub("me", _NO.sub("no", folded)))

    def written_out(self, folded: str) -> str:
        """The same without mending slips: no word that somebody may have meant becomes another."""
        return _WORD.sub(lambda found: self._unhurried(found[0]), _ME.sub("me", _NO.sub("no", folded)))

    def _unhurried(self, word: str) -> str:
        return SHORT.get(word) or (word if word in self._alone else self._likest(word))

    def _look_up(self, word: str) -> str:
        if word in SHORT:
            return SHORT[word]
        if word in self._alone or not _may_be_respelt(word):
            return word
        ways = (self._likest, self._with_a_slip, self._glued)
        return next((meant for way in ways if (meant := way(word)) != word), word)

    def _likest(self, word: str) -> str:
        """The most frequent word that sounds the same, or that has the same letters but for vowels."""
        if not _may_be_respelt(word):
            return word
        by_ear = self._by_sound.get(sound(word), ()) if len(word) > MIN_LETTERS else ()
        return by_ear[0] if by_ear else self._without_vowels(word)

    def _without_vowels(self, word: str) -> str:
        if _SPOKEN.fullmatch(word):
            return word
        meant = {each for key in _skeletons(word) for each in self._by_consonants.get(key, ())}
        left = (each for each in meant if len(each) > len(word) and _is_left_of(word, each))
        written = _VOWELS.sub("", word)
        return min(left, key=lambda each: (_VOWELS.sub("", each) != written, self._ranks[each]), default=word)

    def _with_a_slip(self, word: str) -> str:
        said = sound(word)
        if len(said) < MIN_SLIP_LETTERS:
            return word
        slips = 2 if len(word) >= LONG_WORD_LETTERS else 1
        shapes = ((said[0], len(said) + more) for more in range(-slips, slips + 1))
        near = [each for shape in shapes for each in self._by_shape.get(shape, ())]
        close = process.extract(said, near, scorer=OSA.distance, score_cutoff=slips, limit=MAX_CLOSE)
        if any(
            each.startswith(said[:-ENDING_LETTERS]) and sorted(each) != sorted(said) for each, *_ in close
        ):
            return word
        ranked = [(slip, self._ranks[self._by_sound[each][0]], each) for each, slip, _ in close]
        return self._by_sound[min(ranked)[2]][0] if ranked else word

    def _glued(self, word: str) -> str:
        """Two words that were written as one, or three («nomeabre»)."""
        cuts = ((word[:place], word[place:]) for place in range(MIN_LETTERS, len(word) - 1))
        halves = [
            (len(right) if left in _LITTLE else -1, f"{left} {self._apart(right)}")
            for left, right in cuts
            if self._is_whole(left) and self._is_whole(self._apart(right).rpartition(" ")[2])
        ]
        return max(halves)[1] if halves else word

    def _apart(self, word: str) -> str:
        """With a little word before another set apart."""
        head, tail = word[:MIN_LETTERS], word[MIN_LETTERS:]
        return (
            f"{head} {tail}" if head in _LITTLE and word not in self._ranks and tail in self._ranks else word
        )

    def _is_whole(self, word: str) -> bool:
        return word in _LITTLE or (len(word) >= MIN_GLUED_LETTERS and word in self._ranks)


def _grouped(pairs: Iterable[tuple[Key, str]]) -> Mapping[Key, tuple[str, ...]]:
    """By key its words, in their order."""
    found: dict[Key, list[str]] = {}
    for key, word in pairs:
        found.setdefault(key, []).append(word)
    return {key: tuple(words) for key, words in found.items()}


def _may_be_respelt(word: str) -> bool:
    """Two letters are a word without its vowels, or no word."""
    if len(word) == MIN_LETTERS:
        return not _VOWELS.search(word)
    return MIN_LETTERS < len(word) <= MAX_LETTERS


def _skeletons(word: str) -> Iterator[str]:
    """The consonants as they are written, and as they sound where that differs."""
    written, heard = _consonants(word), _consonants(sound(word))
    yield written
    if heard != written:
        yield heard


def _consonants(word: str) -> str:
    return _TWICE.sub(r"\1", _VOWELS.sub("", word).translate(_SAME))


def _is_left_of(short: str, word: str) -> bool:
    """Whether the letters of `short` stand in `word` in the same order, as written or by their sound."""
    return _in_order(short.translate(_SAME), word.translate(_SAME)) or _in_order(sound(short), sound(word))


def _in_order(few: str, all_of_them: str) -> bool:
    letters = iter(all_of_them)
    return all(letter in letters for letter in few)
