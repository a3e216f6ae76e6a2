"""Which indicators a text names: by their printed names, by the other ways of saying it of `indicators.tsv`, and by the
number or the post of who answers for them."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import yaml

from itgov_bot.patterns import regex

from ..folding import plain, word_set
from ..fuzzy import near, same_word
from ..time.stretch_rules import NUMBERS
from ..word_file import FOLDER, VocabularyError, safe_yaml

FILE = "indicators.tsv"
MAX_WORDS = 60
"""Read of a text."""
MAX_APART = 3
"""So many other words may stand among those of a name."""
MIN_SLIP_LETTERS = 5
_LINKING = word_set("a al con de del el en la las lo los o para por un una y e su sus d")
_LISTED = regex(
    r"(?<![\d./%-])#?\s?(\d{1,2})(?!\d|[./%-]\d|\s?(?:%|por ciento|puntos|horas|dias|meses|anos|casos))"
)
_RANGE = regex(r"(?<!\d)(\d{1,2})\s?(?:-|–|al?|hasta)\s?(\d{1,2})(?!\d)")
_BY_NUMBER = regex(r"\b(?:indicador|kpi)\s+(?:numero\s+|nro\.?\s+|#\s?)?(\d{1,2})\b(?!\s*(?:%|de §))")
_NUMBER_WORD = regex(rf"\b(?:{'|'.join(NUMBERS)})\b")
_NAMED_BY_NUMBER = regex(
    r"\b(?:indicador(?:es)?|kpis?|numeros?|los?|el|del|al|la(?= \d\d? (?:por que|esta|anda|va)\b))\s+(?:numeros?\s+)?"
    rf"((?:#?\d{{1,2}}|{'|'.join(list(NUMBERS)[3:])})"
    rf"(?:(?:\s?,\s?|\s+(?:y|con|contra|vs|o)\s+(?:el\s+)?|\s+al?\s+)(?:\d{{1,2}}|{'|'.join(list(NUMBERS)[3:])}))*)\b"
    r"(?!\s*(?:%|de §|por ciento|puntos|horas|dias|casos|que|mas|mejores|peores|primeros|ultimos))"
)


@dataclass(frozen=True)
class Way:
    """One way of saying one or several indicators, in folded words without those that only link."""

    words: tuple[str, ...]
    numbers: frozenset[int]

    @cached_property
    def initials(self) -> frozenset[str]:
        """However a word is mistyped, its first letter is the same."""
        return frozenset(word[0] for word in self.words)


@dataclass(frozen=True)
class Named:
    """The indicators that a text names, in its order; and where its names stand, as places of its words."""

    numbers: tuple[int, ...]
    places: frozenset[int] = frozenset()


@dataclass(frozen=True)
class IndicatorNames:
    """`ways` from the longest to the shortest; `owners`: the posts, each with all its indicators."""

    ways: tuple[Way, ...] = ()
    owners: tuple[Way, ...] = ()
    known: frozenset[int] = frozenset()

    def named(self, text: str) -> Named:
        """By names in words: the longest ones that the text has, so that «soporte remoto» is no «soporte»."""
        return _found(self.ways, plain(text).split()[:MAX_WORDS])

    def of_owner(self, text: str) -> tuple[int, ...]:
        """Those of a post: «el coordinador de proyectos»."""
        return _found(self.owners, plain(text).split()[:MAX_WORDS]).numbers

    def numbered(self, text: str) -> tuple[int, ...]:
        """Where nothing but figures is told: «8», «1,2», «1-3», «6 y 7», «ocho». Numbers that there are not stay."""
        said = _NUMBER_WORD.sub(lambda word: str(NUMBERS[word[0]]), text)
        spread = _RANGE.sub(lambda found: _spread(int(found[1]), int(found[2])), said)
        return tuple(dict.fromkeys(int(one) for one in _LISTED.findall(spread)))

    def numbered_in_words(self, text: str) -> tuple[int, ...]:
        """In the middle of a sentence, where a figure may be anything: «el indicador 8», «el 6 y el 7».
        «Los trece» are so many."""
        told = [(said[0], self.numbered(said[1])) for said in _NAMED_BY_NUMBER.finditer(text)]
        found = [numbers for said, numbers in told if len(numbers) > 1 or not said.startswith("los ")]
        return tuple(dict.fromkeys(number for each in found for number in each if number in self.known))

    def beyond(self, text: str) -> tuple[int, ...]:
        """Numbers that no indicator has, of «el indicador 14», where none is told that there is."""
        told = tuple(int(one) for one in _BY_NUMBER.findall(text))
        return () if not told or self.known.intersection(told) or self.named(text).numbers else told

    def likely(self, text: str) -> tuple[int, ...]:
        """Of a few words that ought to be a name, and are none exactly: «eficiensia solisitudes»."""
        said = {" ".join(way.words): way for way in self.ways}
        found = near(text, said)[:1]
        return tuple(sorted(said[found[0]].numbers)) if found else ()


def _found(ways: Sequence[Way], said: Sequence[str]) -> Named:
    places: set[int] = set()
    met: dict[int, int] = {}
    initials = {word[0] for word in said}
    for way in ways:
        at = _places(way.words, said) if way.initials <= initials else []
        if not at or places.issuperset(at) or (len(at) == 1 and places.intersection(at)):
            continue
        places.update(at)
        for number in way.numbers:
            met.setdefault(number, min(at))
    return Named(tuple(sorted(met, key=lambda number: (met[number], number))), frozenset(places))


def _places(words: Sequence[str], said: Sequence[str]) -> list[int]:
    """Where the words stand near one another, in their order; empty when one is not there."""
    found: list[int] = []
    for word in words:
        after = range(found[-1] + 1 if found else 0, len(said))
        at = next((place for place in after if _same(word, said[place])), None)
        if at is None:
            return []
        found.append(at)
    return found if max(found) - min(found) < len(words) + MAX_APART else []


@lru_cache(maxsize=100_000)
def _same(word: str, said: str) -> bool:
    """The same word, perhaps with the other ending of number, or mistyped."""
    if word == said:
        return True
    is_long = min(len(word), len(said)) >= MIN_SLIP_LETTERS and word[0] == said[0]
    return is_long and (f"{word}s" == said or word == f"{said}s" or same_word(word, said))


def _spread(first: int, last: int) -> str:
    return (
        ", ".join(map(str, range(first, min(last, first + 30) + 1))) if first < last else f"{first}, {last}"
    )


def read_indicator_names(data: Path) -> IndicatorNames:
    """From `indicators.yaml` and, where there is one, `vocabulary/indicators.tsv`. Raises VocabularyError."""
    printed = _printed(data)
    said = [
        *((number, name) for number, name, _ in printed),
        *_rows(data, {number for number, _, _ in printed}),
    ]
    owners = [(number, owner) for number, _, owner in printed]
    return IndicatorNames(_ways(said), _ways(owners), frozenset(number for number, _, _ in printed))


def _ways(said: Sequence[tuple[int, str]]) -> tuple[Way, ...]:
    found: dict[tuple[str, ...], set[int]] = {}
    for number, name in said:
        words = tuple(word for word in plain(name).split() if word not in _LINKING)
        if words:
            found.setdefault(words, set()).add(number)
    ways = [Way(words, frozenset(numbers)) for words, numbers in found.items()]
    return tuple(sorted(ways, key=lambda way: (-len(way.words), -sum(map(len, way.words)), way.words)))


def _printed(data: Path) -> list[tuple[int, str, str]]:
    """`reference` checks that file, and says when it is missing; here only a few keys are read."""
    if not (data / "indicators.yaml").exists():
        return []
    try:
        entries: Any = safe_yaml((data / "indicators.yaml").read_text(encoding="utf-8"))["indicators"]
        return [(int(one["number"]), str(one["name"]), str(one["owner"])) for one in entries]
    except (OSError, yaml.YAMLError, KeyError, TypeError, ValueError) as error:
        raise VocabularyError(
            f"{data / 'indicators.yaml'}: no se puede leer los indicadores ({error})"
        ) from error


def _rows(data: Path, known: Mapping[int, object] | set[int]) -> Iterator[tuple[int, str]]:
    file = data / FOLDER / FILE
    if not file.exists():
        return
    try:
        rows = list(csv.reader(file.read_text("utf-8-sig").splitlines(), delimiter="\t"))
    except (OSError, UnicodeDecodeError) as error:
        raise VocabularyError(f"{FOLDER / FILE}: no se puede leer; guárdelo en UTF-8") from error
    for line, cells in enumerate(rows[1:], 2):
        if not cells:
            continue
        if len(cells) != 2 or not cells[0].isdecimal() or int(cells[0]) not in known or not plain(cells[1]):
            raise VocabularyError(
                f"{FOLDER / FILE}, línea {line}: se espera el número de un indicador, un tabulador y cómo le dicen; "
                "corrija esa línea"
            )
        yield int(cells[0]), cells[1]
