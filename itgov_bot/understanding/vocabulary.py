"""Reads `vocabulary/terms.yaml`: what people say → what it is, and what each mistake costs."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import yaml

from .decide import Costs
from .normalize import Terms
from .problems import VocabularyError

FILE = Path("vocabulary") / "terms.yaml"


@dataclass(frozen=True)
class Vocabulary:
    """The words, the costs, and the services whose faults are never everybody's."""

    terms: Terms
    costs: Costs
    ordinary: tuple[str, ...]


def read_vocabulary(data: Path) -> Vocabulary:
    """Raises VocabularyError with one line that says what to mend."""
    try:
        content: Any = yaml.safe_load((data / FILE).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        reason = " ".join(str(error).split())
        raise VocabularyError(f"{data / FILE}: no se puede leer ({reason})") from error
    if not isinstance(content, dict):
        raise VocabularyError(f"{data / FILE}: se esperan las claves `terms` y `costs`")
    ordinary = content.get("ordinary") or []
    if not isinstance(ordinary, list):
        raise VocabularyError(f"{FILE}: `ordinary` debe ser una lista de servicios")
    return Vocabulary(Terms(_meanings(content.get("terms"))), _costs(content.get("costs")), tuple(ordinary))


def _meanings(entries: Any) -> dict[str, str]:
    """In the file a meaning stands first, with all the ways to say it after it."""
    found: dict[str, str] = {}
    if not isinstance(entries, dict):
        raise VocabularyError(f"{FILE}: `terms` debe tener la forma `lo que es: [como lo dicen, …]`")
    for meant, ways in entries.items():
        for said in ways if isinstance(ways, list) else [ways]:
            if found.setdefault(str(said), str(meant)) != str(meant):
                raise VocabularyError(
                    f"{FILE}: «{said}» está en «{found[str(said)]}» y en «{meant}»; deje uno"
                )
    return found


def _costs(entries: Any) -> Costs:
    known = {field.name for field in fields(Costs)}
    if not isinstance(entries, dict) or set(entries) - known:
        raise VocabularyError(f"{FILE}: `costs` admite {', '.join(sorted(known))}")
    try:
        return Costs(**{name: float(value) for name, value in entries.items()})
    except (TypeError, ValueError) as error:
        raise VocabularyError(f"{FILE}: un costo no es un número ({error})") from error
