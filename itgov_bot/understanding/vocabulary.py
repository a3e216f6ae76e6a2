"""Reads `vocabulary/terms.yaml`: what people say → what it is, what tells near-twins apart, and the costs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import yaml

from .decide import Costs
from .normalize import Terms, words
from .problems import VocabularyError

FILE = Path("vocabulary") / "terms.yaml"


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
    try:
        content: Any = yaml.safe_load((data / FILE).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        reason = " ".join(str(error).split())
        raise VocabularyError(f"{data / FILE}: no se puede leer ({reason})") from error
    if not isinstance(content, dict):
        raise VocabularyError(f"{FILE}: se esperan las claves `terms`, `ambiguous`, `ordinary` y `costs`")
    terms = Terms(_meanings(_lists(content, "terms")))
    ordinary = _texts(content.get("ordinary") or [], "ordinary")
    return Vocabulary(terms, _ambiguities(content, terms), ordinary, _costs(content.get("costs") or {}))


def _ambiguities(content: dict[str, Any], terms: Terms) -> tuple[Ambiguity, ...]:
    entries = content.get("ambiguous") or []
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise VocabularyError(f"{FILE}: `ambiguous` debe ser una lista de grupos con `open` y `tells`")
    found = []
    for entry in entries:
        tells = _lists(entry, "tells")
        said = [each for ways in tells.values() for each in ways]
        found.append(
            Ambiguity(
                frozenset(tells),
                _usual(_texts(entry.get("open") or [], "ambiguous"), terms),
                _usual(said, terms),
            )
        )
    return tuple(found)


def _usual(said: Iterable[str], terms: Terms) -> tuple[str, ...]:
    """The expressions as they look once the terms are applied, as messages will."""
    return tuple(" ".join(terms.apply(words(each))) for each in said)


def _lists(content: dict[str, Any], key: str) -> dict[str, tuple[str, ...]]:
    entries = content.get(key) or {}
    if not isinstance(entries, dict):
        raise VocabularyError(f"{FILE}: `{key}` debe tener la forma `nombre: [uno, otro]`")
    return {str(name): _texts(said, f"{key}, {name}") for name, said in entries.items()}


def _texts(entries: Any, place: str) -> tuple[str, ...]:
    if not isinstance(entries, list) or not all(isinstance(entry, str | int) for entry in entries):
        raise VocabularyError(
            f"{FILE}, {place}: se espera una lista de palabras entre corchetes; use comillas si hace falta"
        )
    return tuple(str(entry) for entry in entries)


def _meanings(entries: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """In the file a meaning stands first, with all the ways to say it after it."""
    found: dict[str, str] = {}
    for meant, ways in entries.items():
        for said in ways:
            if found.setdefault(said, meant) != meant:
                raise VocabularyError(f"{FILE}: «{said}» está en «{found[said]}» y en «{meant}»; deje uno")
    return found


def _costs(entries: Any) -> Costs:
    known = {field.name for field in fields(Costs)}
    if not isinstance(entries, dict) or set(entries) - known:
        raise VocabularyError(f"{FILE}: `costs` solo admite {', '.join(sorted(known))}")
    try:
        return Costs(**{name: float(value) for name, value in entries.items()})
    except (TypeError, ValueError) as error:
        raise VocabularyError(f"{FILE}: un costo no es un número ({error})") from error
