"""Loads `canned.yaml`: the answers that agents have at hand; a city may have none. Called by `load`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic.dataclasses import dataclass

from itgov_bot.domain.canned import MARKS, MAX_TEXT, Canned, Use, unknown_marks
from itgov_bot.domain.catalog import Catalog
from itgov_bot.replies import MAX_LABEL
from itgov_bot.validation import wrong

from .catalog import KnownService
from .entries import CLOSED, Entry, Key, Some
from .files import DataFile, Finding, keys_twice

FILE = "canned.yaml"


def _marks(text: str) -> str:
    if unknown := unknown_marks(text):
        known = ", ".join(f"{{{one}}}" for one in MARKS)
        raise wrong(f"«{unknown[0]}» no se llena con nada", f"use {known}, o quítelo")
    return text


@dataclass(frozen=True, kw_only=True, config=CLOSED)
class CannedEntry:
    key: Key = Field(title="la palabra fija")
    uses: Some[Use] = Field(title="para qué sirve", alias="for")
    services: tuple[KnownService, ...] = Field((), title="la lista de servicios")
    label: str = Field(title="lo que dice el botón", max_length=MAX_LABEL)
    text: Annotated[str, AfterValidator(_marks)] = Field(title="la respuesta", max_length=MAX_TEXT)


class CannedFile(Entry):
    answers: Some[CannedEntry] = Field(title="la lista de respuestas")


def load_canned(folder: Path, catalog: Catalog) -> tuple[Canned, ...]:
    if not (folder / FILE).exists():
        return ()
    ids = tuple(service.id for service in catalog.services)
    file = DataFile(folder, FILE).read(CannedFile, _each_once, services=ids)
    return tuple(
        Canned(key=one.key, label=one.label, text=one.text, uses=one.uses, services=one.services)
        for one in file.answers
    )


def _each_once(file: CannedFile) -> Iterator[Finding]:
    return keys_twice(((one.key, one.key) for one in file.answers), "cada respuesta tiene la suya")
