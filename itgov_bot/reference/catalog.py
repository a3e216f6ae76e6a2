"""Loads `catalog.yaml`: the services, what was put right in them, and the near-twins. Called by `load`."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from itgov_bot.domain.catalog import Availability, Catalog, Service
from itgov_bot.validation import wrong

from .corrections import CorrectionEntry, of_fields
from .entries import Entry, Some, Span
from .files import DataFile, Finding

FIELDS = ("id", "name", "description", "category", "users", "availability", "channels", "agreement")


def _id(service_id: str) -> str:
    if not re.fullmatch(r"SER-\d{3}", service_id):
        raise wrong(f"el id «{service_id}» no es válido", "escriba SER, guion y tres cifras: `id: SER-004`")
    return service_id


def _runs(value: object) -> object:
    if not isinstance(value, dict) and value not in ("always", "on_demand"):
        remedy = 'escriba `always`, `on_demand` o `{from: "08:00", to: "16:00"}`'
        raise wrong(f"`runs: {value}` no existe", remedy)
    return {"kind": "window", "span": value} if isinstance(value, dict) else {"kind": value}


def _calendar(key: str, info: Any) -> str:
    """The calendars of `hours.yaml` are known by their ANS text."""
    if key not in info.context["agreements"]:
        options = ", ".join(info.context["agreements"])
        raise wrong(f"`agreement: {key}` no existe", f"escriba uno de estos: {options}")
    return key


def _known(service_id: str, info: Any) -> str:
    """In another file, which is read with the ids of the catalogue."""
    if service_id not in info.context["services"]:
        raise wrong(f"el servicio «{service_id}» no está en el catálogo", "corrija el id o quítelo")
    return service_id


KnownService = Annotated[str, AfterValidator(_known)]


def _twins(group: object, info: Any) -> object:
    """Two services at least, all of them in the catalogue, even where they have mistakes of their own."""
    if not isinstance(group, list) or len(set(map(str, group))) < 2:
        raise wrong("no tiene dos servicios distintos", "escriba `- [SER-007, SER-026]`")
    services = info.context["written"].get("services")
    given = services if isinstance(services, list) else []
    ids = [str(service.get("id")) for service in given if isinstance(service, dict)]
    for name in group:
        if str(name) not in ids:
            raise wrong(f"el servicio «{name}» no está en el catálogo", "corrija el id o quítelo")
    return group


class RunsEntry(Entry):
    kind: Literal["always", "on_demand", "window"]
    span: Span | None = None


class AvailabilityEntry(Entry):
    printed: str = Field(title="el texto impreso")
    runs: Annotated[RunsEntry, BeforeValidator(_runs), Field(examples=["always"])]

    def availability(self) -> Availability:
        span = self.runs.span
        opens, closes = (span.opens, span.closes) if span else (None, None)
        return Availability(self.runs.kind, opens, closes, self.printed)


class ServiceEntry(Entry):
    id: Annotated[str, AfterValidator(_id)]
    aliases: tuple[str, ...] = ()
    name: str = Field(title="el nombre")
    label: str = Field(title="el nombre corto", max_length=32)
    sign: str | None = Field(default=None, max_length=4)
    plain: str | None = Field(default=None, max_length=120)
    description: str = Field(title="la descripción")
    category: str = Field(title="la categoría")
    users: str = Field(title="los usuarios")
    availability: AvailabilityEntry = Field(title="el horario de prestación")
    channels: Some[str] = Field(title="la lista de canales")
    agreement: Annotated[str, AfterValidator(_calendar)] = Field(title="el acuerdo (ANS)")
    difference: str | None = Field(default=None, max_length=40)
    corrections: tuple[Annotated[CorrectionEntry, of_fields(FIELDS)], ...] = ()

    def service(self, agreements: Mapping[str, str]) -> Service:
        own: dict[str, Any] = {
            "availability": self.availability.availability(),
            "calendar": self.agreement,
            "agreement": agreements[self.agreement],
        }
        return Service(**dict(self) | own)


class CatalogFile(Entry):
    remarks: tuple[str, ...] = ()
    services: Some[ServiceEntry] = Field(title="la lista de servicios")
    twins: tuple[Annotated[tuple[str, ...], BeforeValidator(_twins)], ...] = ()


def load_catalog(folder: Path, agreements: Mapping[str, str]) -> tuple[Catalog, tuple[str, ...]]:
    """The catalogue and the remarks on its print; `agreements` is the ANS text of each calendar."""
    file = DataFile(folder, "catalog.yaml").read(CatalogFile, _unique, _labels_differ, agreements=agreements)
    services = tuple(entry.service(agreements) for entry in file.services)
    return Catalog(services, tuple(map(frozenset, file.twins))), file.remarks


def _unique(file: CatalogFile) -> Iterator[Finding]:
    seen: set[str] = set()
    for service in file.services:
        for name in (service.id, *service.aliases):
            if name in seen:
                yield service.id, f"el id «{name}» está repetido", "cada servicio tiene un id propio"
            seen.add(name)


def _labels_differ(file: CatalogFile) -> Iterator[Finding]:
    """They are buttons: of two that are alike nobody could tell which is which."""
    seen: dict[str, str] = {}
    for service in file.services:
        first = seen.setdefault(service.label, service.id)
        if first != service.id:
            yield service.id, f"`label: {service.label}` ya es de {first}", "diga qué lo distingue"
