"""Loads `everyday.yaml`: the big groups and what people mean by each; a city may have none. Called by `load`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import Field
from pydantic.dataclasses import dataclass

from itgov_bot.domain.catalog import Catalog
from itgov_bot.domain.everyday import Group, Meaning

from .catalog import KnownService
from .entries import CLOSED, Entry, Key, Some, at_most
from .files import DataFile, Finding, keys_twice

FILE = "everyday.yaml"
MAX_GROUPS = 6
MAX_MEANINGS = 7
"""With the ways on they fit under one message."""


@dataclass(frozen=True, kw_only=True, config=CLOSED)
class MeaningEntry(Meaning):
    say: str = Field(title="la frase", max_length=30)
    service: KnownService = Field(title="el servicio")


@dataclass(frozen=True, kw_only=True, config=CLOSED)
class GroupEntry(Group):
    key: Key = Field(title="la palabra fija")
    label: str = Field(title="el nombre del grupo", max_length=28)
    meanings: Annotated[Some[MeaningEntry], at_most(MAX_MEANINGS)] = Field(title="la lista de frases")


class EverydayFile(Entry):
    groups: Annotated[Some[GroupEntry], at_most(MAX_GROUPS)] = Field(title="la lista de grupos")


def load_everyday(folder: Path, catalog: Catalog) -> tuple[Group, ...]:
    if not (folder / FILE).exists():
        return ()
    ids = tuple(service.id for service in catalog.services)
    return DataFile(folder, FILE).read(EverydayFile, _each_once, services=ids).groups


def _each_once(file: EverydayFile) -> Iterator[Finding]:
    return keys_twice(((group.label, group.key) for group in file.groups), "cada grupo tiene la suya")
