"""Loads `city.yaml`: names, ways to the desk, the privacy notice. Called by `load`."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import Field
from pydantic.dataclasses import dataclass

from itgov_bot.domain.city import Channel, City, Link, Phone, PrivacyNotice

from .entries import CLOSED, Entry
from .files import DataFile, Finding


@dataclass(frozen=True, kw_only=True, config=CLOSED)
class ChannelEntry(Channel):
    name: str = Field(title="el nombre")


@dataclass(frozen=True, kw_only=True, config=CLOSED)
class PhoneEntry(Phone):
    number: str = Field(
        title="el número",
        pattern=r"^\+?[(\d][\d\s()+*#.-]{2,}$",
        description="un número de teléfono",
        examples=['"601 555 0100"'],
    )


@dataclass(frozen=True, kw_only=True, config=CLOSED)
class LinkEntry(Link):
    name: str = Field(title="el nombre")
    url: str = Field(
        title="la dirección web",
        pattern=r"^https?://[^\s<>\"]+$",
        description="una dirección web",
        examples=['"https://www.ejemplo.gov.co"'],
    )


@dataclass(frozen=True, kw_only=True, config=CLOSED)
class NoticeEntry(PrivacyNotice):
    version: str = Field(title="la versión del aviso")
    law: str = Field(title="la ley de datos personales")
    text: str = Field(title="el texto del aviso")


class CityFile(Entry):
    entity: str = Field(title="el nombre de la entidad")
    short_entity: str = Field(title="el nombre corto de la entidad")
    office: str = Field(title="el nombre de la oficina")
    desk: str = Field(title="el nombre de la mesa")
    assistant: str = Field(title="cómo se presenta el programa")
    assistant_in_full: str = Field(title="cómo se presenta el programa a quien pregunta quién es")
    mayors_office: str = Field(title="el despacho de los eventos urgentes")
    notice: NoticeEntry = Field(title="el aviso de privacidad")
    channels: tuple[ChannelEntry, ...] = ()
    phones: tuple[PhoneEntry, ...] = ()
    address: str | None = None
    links: tuple[LinkEntry, ...] = ()
    place_example: str | None = None
    price: str | None = None


def load_city(folder: Path) -> City:
    return City(**dict(DataFile(folder, "city.yaml").read(CityFile, _printed_once)))


def _printed_once(file: CityFile) -> Iterator[Finding]:
    """A spelling of the catalogue means one channel."""
    seen: dict[str, str] = {}
    for channel in file.channels:
        for printed in channel.printed:
            if seen.setdefault(printed, channel.name) != channel.name:
                yield f"canal {channel.name}", f"«{printed}» ya es {seen[printed]}", "déjelo en uno solo"
