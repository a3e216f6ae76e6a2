"""Reads the files of `data/vocabulary`; what is wrong is said in one Spanish line with file, entry and remedy."""

import re
from collections.abc import Collection
from pathlib import Path
from typing import Any, NoReturn

import yaml

from .folding import words_like

FOLDER = Path("vocabulary")


class VocabularyError(Exception):
    """A file of the vocabulary is missing or badly written; the text is one Spanish line for the operator."""


class WordFile:
    """One YAML file of the vocabulary: lists of words by key. Every getter raises VocabularyError."""

    def __init__(self, data: Path, name: str, keys: Collection[str]) -> None:
        self.name = str(FOLDER / name)
        content = _read(data / FOLDER / name)
        if not isinstance(content, dict):
            expected = ", ".join(f"`{key}`" for key in keys)
            raise VocabularyError(f"{self.name}: se esperan las claves {expected}")
        self._content: dict[Any, Any] = content
        self._refuse_other(keys)

    def refuse(self, entry: str, problem: str, remedy: str) -> NoReturn:
        raise VocabularyError(f"{self.name}, {entry}: {problem}; {remedy}")

    def get(self, key: str) -> Any:
        """The raw value of a key; None where it is missing or blank."""
        return self._content.get(key)

    def words(self, key: str) -> tuple[str, ...]:
        """A list of words or expressions; empty where the key is missing."""
        return self.words_of(self.get(key) or [], f"`{key}`")

    def groups(self, key: str) -> dict[str, tuple[str, ...]]:
        """Lists by name: `name: [one, other]`."""
        return self.groups_of(self.get(key) or {}, key)

    def groups_of(self, entries: Any, place: str) -> dict[str, tuple[str, ...]]:
        if not isinstance(entries, dict):
            self.refuse(f"`{place}`", "no tiene la forma de nombre y lista", "escriba `nombre: [uno, otro]`")
        return {str(name): self.words_of(said, f"`{place}`, «{name}»") for name, said in entries.items()}

    def words_of(self, entries: Any, place: str) -> tuple[str, ...]:
        if not isinstance(entries, list):
            self.refuse(place, "se espera una lista de palabras", "escríbala entre corchetes: [uno, otro]")
        for entry in entries:
            if isinstance(entry, bool):  # YAML reads no, yes, on and off as truth values
                self.refuse(place, f"«{entry}» no es un texto", 'escriba las palabras entre comillas: "no"')
            if not isinstance(entry, str | int) or not str(entry).strip():
                self.refuse(place, f"«{entry}» no es un texto", "use comillas si hace falta")
        return tuple(str(entry) for entry in entries)

    def pattern(self, written: str, place: str) -> re.Pattern[str]:
        """Ways of saying something as the files write them: `*` and `+` are the rest of a word, `|` separates."""
        if not written.strip():
            self.refuse(place, "está en blanco", "escriba al menos una manera de decirlo")
        try:
            meant = words_like(written.replace("*", r"\w*").replace("+", r"\w+").replace("(", "(?:"))
            return re.compile(meant.pattern)  # at once, so that who wrote it reads of a mistake now
        except re.error as error:
            self.refuse(place, f"no se entiende ({error})", "revise paréntesis, corchetes y signos")

    def _refuse_other(self, keys: Collection[str]) -> None:
        for key in self._content:
            if key not in keys:
                self.refuse(f"«{key}»", "esa clave no existe", f"las que hay son {', '.join(keys)}")


def safe_yaml(text: str) -> Any:
    """By libyaml where PyYAML has it, which takes a tenth of the time."""
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _read(file: Path) -> Any:
    name = FOLDER / file.name
    try:
        return safe_yaml(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise VocabularyError(
            f"{name}: falta el archivo; cópielo en {file.parent} o revise ITGOV_DATA"
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise VocabularyError(f"{name}: no se puede leer; guárdelo en UTF-8") from error
    except yaml.YAMLError as error:
        reason = " ".join(str(error).split())
        raise VocabularyError(
            f"{name}: no se puede leer ({reason}); revise comillas, corchetes y dos puntos"
        ) from error
