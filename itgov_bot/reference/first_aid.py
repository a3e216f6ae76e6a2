"""Loads `first_aid.yaml`: what people can try by themselves; a city may have none. Called by `load`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import Field, model_validator
from pydantic.dataclasses import dataclass

from itgov_bot.domain.catalog import Catalog
from itgov_bot.domain.first_aid import Advice, Danger, FirstAid, Remedy

from .catalog import KnownService
from .entries import CLOSED, Entry, Key, Some, at_most
from .files import DataFile, Finding, keys_twice

FILE = "first_aid.yaml"
MAX_STEPS = 2
MAX_SAID = 4
Step = Annotated[str, Field(max_length=160)]


@dataclass(frozen=True, kw_only=True, config=CLOSED)
class RemedyEntry(Remedy):
    key: Key = Field(title="la palabra fija")
    services: Some[KnownService] = Field(title="la lista de servicios")
    cues: Some[str] = Field(title="la lista de palabras")
    tried: str = Field(title="lo que se probó, en pocas palabras", max_length=80)
    steps: Annotated[Some[Step], at_most(MAX_STEPS)] = Field(title="lo que se puede probar")


@dataclass(frozen=True, kw_only=True, config=CLOSED)
class AdviceEntry(Advice):
    about: Some[str] = Field(title="la lista de palabras")
    unless: tuple[str, ...] = Field((), title="las palabras con que no se trata de eso")
    say: Annotated[Some[Step], at_most(MAX_SAID)] = Field(title="lo que se dice por seguridad")
    asked: Step = Field("", title="lo que se contesta después")


@dataclass(frozen=True, kw_only=True, config=CLOSED)
class DangerEntry(Danger):
    services: tuple[KnownService, ...] = Field((), title="la lista de servicios")
    cues: tuple[str, ...] = Field((), title="la lista de palabras")
    deeds: tuple[str, ...] = Field((), title="lo que la persona hizo")
    baits: tuple[str, ...] = Field((), title="lo que lo hace peligroso")
    unless: tuple[str, ...] = Field((), title="las palabras con que no es peligroso")
    kind: str = Field("", title="la clase de frases de `dangers.tsv` que cuentan lo mismo")
    urgent: bool = Field(False, title="si de noche se ofrece avisar a la guardia")
    say: Annotated[Some[Step], at_most(MAX_SAID)] = Field(title="lo que se dice por seguridad")
    asked: Step = Field("", title="lo que se contesta después")
    instead: tuple[AdviceEntry, ...] = Field((), title="lo que se dice en vez de eso")


class FirstAidFile(Entry):
    dangers: tuple[DangerEntry, ...] = Field((), title="lo que es peligroso")
    never: Some[str] = Field(title="las palabras con que no se propone nada")
    remedies: Some[RemedyEntry] = Field(title="la lista de remedios")

    @model_validator(mode="before")
    @classmethod
    def _of_an_earlier_version(cls, file: object) -> object:
        """It knew one danger, which said one sentence."""
        if not isinstance(file, dict) or not isinstance(old := file.get("danger"), dict):
            return file
        say = old.get("say")
        danger = {**old, "say": [say] if isinstance(say, str) else say}
        return {**{key: file[key] for key in file if key != "danger"}, "dangers": [danger]}


def load_first_aid(folder: Path, catalog: Catalog) -> FirstAid:
    if not (folder / FILE).exists():
        return FirstAid()
    ids = tuple(service.id for service in catalog.services)
    file = DataFile(folder, FILE).read(FirstAidFile, _mistakes, services=ids)
    return FirstAid(file.remedies, file.never, file.dangers)


def _mistakes(file: FirstAidFile) -> Iterator[Finding]:
    yield from keys_twice(((one.key, one.key) for one in file.remedies), "cada remedio tiene la suya")
    for danger in file.dangers:
        if not (danger.cues or (danger.deeds and danger.baits)):
            yield (
                danger.say[0],
                "un peligro no dice con qué palabras se reconoce",
                "escriba `cues`, o `deeds` y `baits`",
            )
