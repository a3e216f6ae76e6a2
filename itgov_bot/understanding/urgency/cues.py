"""Cues of urgency in a message: what is down, for whom, whether it still is. Readable rules with names, from `cues.yaml`.

They are the features that statistics on few phrases cannot find (a negation, "ya volvió", "si se cae"), and the vetoes
of `classifier`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from itgov_bot.patterns import regex
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.message.pieces import after_turn
from itgov_bot.understanding.language.word_file import WordFile

REQUIRED = ("mayor", "event", "help", "infra", "down")
"""The cues that rules ask for by name; the others are features alone."""
_COMPLAINS = regex(
    r"\bnadien? (?:(?:me|nos|les?|se) )?(?:hacen?|hizo|ha hecho|vienen?|vino|ha venido|aparece|da razon|para bolas)\b"
    r"(?: nada)?"
)
"""Of the desk, and no word of how many it happens to."""
_PART = regex(r"\{([a-z_]+)\}")


@dataclass(frozen=True)
class Cues:
    """The patterns by name, for folded text."""

    rules: Mapping[str, re.Pattern[str]]

    def of(self, text: str) -> frozenset[str]:
        """The names of the cues in a text; those of the part after a turn ("pero …") again with the prefix `then_`."""
        folded = _told(text)
        found = {name for name, rule in self.rules.items() if rule.search(folded)}
        if last := after_turn(folded):
            found |= {f"then_{name}" for name, rule in self.rules.items() if rule.search(last)}
        return frozenset(found)

    def has(self, name: str, text: str) -> bool:
        """Whether one cue is in a text."""
        return bool(self.rules[name].search(_told(text)))


def _told(text: str) -> str:
    """Without a complaint about the desk."""
    return _COMPLAINS.sub(" ", fold(text))


def read_cues(data: Path) -> Cues:
    """Raises VocabularyError when a cue is missing or badly written."""
    file = WordFile(data, "cues.yaml", ("parts", "cues"))
    parts = {name: "|".join(_lines(block)) for name, block in _blocks(file, "parts").items()}
    rules = {name: _rule(file, name, block, parts) for name, block in _blocks(file, "cues").items()}
    for name in REQUIRED:
        if name not in rules:
            file.refuse("`cues`", f"falta la señal `{name}`", "escríbala; hay reglas que la necesitan")
    return Cues(rules)


def _blocks(file: WordFile, key: str) -> dict[str, str]:
    entries: Any = file.get(key) or {}
    if not isinstance(entries, dict) or not all(isinstance(block, str) for block in entries.values()):
        file.refuse(
            f"`{key}`", "no tiene la forma de nombre y texto", "escriba `nombre: |` y debajo las palabras"
        )
    return {str(name): block for name, block in entries.items()}


def _lines(block: str) -> list[str]:
    return [line.strip() for line in block.splitlines() if line.strip()]


def _rule(file: WordFile, name: str, block: str, parts: Mapping[str, str]) -> re.Pattern[str]:
    for used in _PART.findall(block):
        if used not in parts:
            file.refuse(
                f"`{name}`", f"la parte {{{used}}} no existe", "escríbala en `parts` o quite las llaves"
            )
    return file.pattern(_PART.sub(lambda part: f"({parts[part[1]]})", block), f"`{name}`")
