"""Reads `vocabulary/terms.yaml`: what people say → what it is, what tells near-twins apart, and the costs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import yaml

from .decide import Costs
from .normalize import Terms, words
from .problems import VocabularyError

FILE = Path("vocabulary") / "terms.yaml"


@dataclass(frozen=True)
class Vocabulary:
    """`tells` are by service the words that say that this one of near-twins is meant; `ordinary` are the services
    whose faults are never everybody's."""

    terms: Terms
    tells: Mapping[str, tuple[str, ...]]
    ordinary: tuple[str, ...]
    costs: Costs

    def untold(self, text: str) -> frozenset[str]:
        """The services with tells of which the text has none."""
        said = f" {' '.join(self.terms.apply(words(text)))} "
        told = {service for service, tells in self.tells.items() if any(f" {tell} " in said for tell in tells)}
        return frozenset() if told else frozenset(self.tells)


def read_vocabulary(data: Path) -> Vocabulary:
    """Raises VocabularyError with one line that says what to mend."""
    try:
        content: Any = yaml.safe_load((data / FILE).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        reason = " ".join(str(error).split())
        raise VocabularyError(f"{data / FILE}: no se puede leer ({reason})") from error
    if not isinstance(content, dict):
        raise VocabularyError(f"{FILE}: se esperan las claves `terms`, `tells`, `ordinary` y `costs`")
    terms = Terms(_meanings(_lists(content, "terms")))
    tells = {
        service: tuple(" ".join(terms.apply(words(each))) for each in said)
        for service, said in _lists(content, "tells").items()
    }
    ordinary = _texts(content.get("ordinary") or [], "ordinary")
    return Vocabulary(terms, tells, ordinary, _costs(content.get("costs") or {}))


def _lists(content: dict[str, Any], key: str) -> dict[str, tuple[str, ...]]:
    entries = content.get(key) or {}
    if not isinstance(entries, dict):
        raise VocabularyError(f"{FILE}: `{key}` debe tener la forma `nombre: [uno, otro]`")
    return {str(name): _texts(said, f"{key}, {name}") for name, said in entries.items()}


def _texts(entries: Any, place: str) -> tuple[str, ...]:
    if not isinstance(entries, list) or not all(isinstance(entry, str | int) for entry in entries):
        raise VocabularyError(f"{FILE}, {place}: se espera una lista de palabras entre corchetes; use comillas si hace falta")
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
