"""Reads `vocabulary/terms.yaml`: what people say → what it is, what tells near-twins apart, and the costs."""

from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

from itgov_bot.records import dataclass
from itgov_bot.understanding.language.word_file import WordFile

from .decide import Costs
from .tokens import Terms, words

KEYS = ("terms", "ambiguous", "ordinary", "costs")
RETIRED = {"refused"}
"""Costs that data folders of former versions may still have; they change nothing."""


@dataclass(frozen=True)
class Ambiguity:
    """Words that several near-twins share (`open`), and the words that tell which of them is meant."""

    services: frozenset[str]
    open: tuple[str, ...]
    tells: tuple[str, ...]


@dataclass(frozen=True)
class Vocabulary:
    """`ordinary` are the services whose faults are never everybody's."""

    terms: Terms
    ambiguities: tuple[Ambiguity, ...]
    ordinary: tuple[str, ...]
    costs: Costs

    def untold(self, text: str) -> frozenset[str]:
        """The near-twins that a message names without telling which of them it means."""
        said = f" {' '.join(self.terms.apply(words(text)))} "
        found = (
            each.services for each in self.ambiguities if _has(said, each.open) and not _has(said, each.tells)
        )
        return frozenset().union(*found)


def _has(said: str, expressions: tuple[str, ...]) -> bool:
    return any(f" {expression} " in said for expression in expressions)


def read_vocabulary(data: Path) -> Vocabulary:
    """Raises VocabularyError with one line that says what to mend."""
    file = WordFile(data, "terms.yaml", KEYS)
    terms = Terms(_meanings(file))
    return Vocabulary(terms, _ambiguities(file, terms), file.words("ordinary"), _costs(file))


def _meanings(file: WordFile) -> dict[str, str]:
    """In the file a meaning stands first, with all the ways to say it after it."""
    found: dict[str, str] = {}
    for meant, ways in file.groups("terms").items():
        for said in ways:
            if found.setdefault(said, meant) != meant:
                file.refuse(f"«{said}»", f"está en «{found[said]}» y en «{meant}»", "deje uno")
    return found


def _ambiguities(file: WordFile, terms: Terms) -> tuple[Ambiguity, ...]:
    entries = file.get("ambiguous") or []
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        file.refuse("`ambiguous`", "no es una lista de grupos", "escriba cada grupo con `open` y `tells`")
    found = []
    for entry in entries:
        tells = file.groups_of(entry.get("tells") or {}, "tells")
        shared = file.words_of(entry.get("open") or [], "`ambiguous`, `open`")
        said = [each for ways in tells.values() for each in ways]
        found.append(Ambiguity(frozenset(tells), _usual(shared, terms), _usual(said, terms)))
    return tuple(found)


def _usual(said: Iterable[str], terms: Terms) -> tuple[str, ...]:
    """The expressions as they look once the terms are applied, as messages will."""
    return tuple(" ".join(terms.apply(words(each))) for each in said)


def _costs(file: WordFile) -> Costs:
    entries, known = file.get("costs") or {}, {field.name for field in fields(Costs)}
    if not isinstance(entries, dict) or set(entries) - known - RETIRED:
        file.refuse("`costs`", "tiene una clave que no existe", f"solo admite {', '.join(sorted(known))}")
    try:
        return Costs(**{name: float(value) for name, value in entries.items() if name in known})
    except (TypeError, ValueError) as error:
        file.refuse("`costs`", f"un costo no es un número ({error})", "escriba, por ejemplo, `press: 1`")
