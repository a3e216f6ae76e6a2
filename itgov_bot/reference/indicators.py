"""Loads `indicators.yaml`: what is measured, as printed. Called by `load`; the values are in `readings`."""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from pydantic import Field, StrictBool, StrictInt, field_validator, model_validator
from pydantic.dataclasses import dataclass

from itgov_bot.domain.catalog import Catalog
from itgov_bot.domain.indicators import ComputedFrom, Frequency, Indicator
from itgov_bot.domain.tickets.ticket import Kind
from itgov_bot.validation import wrong

from .entries import CLOSED, Entry, Some
from .files import DataFile, Finding


@dataclass(frozen=True, kw_only=True, config=CLOSED)
class IndicatorEntry(Indicator):
    number: StrictInt = Field(title="el número")
    macroprocess: str = Field(title="el macroproceso")
    process: str = Field(title="el proceso")
    subprocess: str = Field(title="el subproceso")
    name: str = Field(title="el nombre")
    purpose: str = Field(title="el propósito")
    type: str = Field(title="el tipo")
    formula: str = Field(title="la fórmula")
    target_printed: str = Field(title="la meta impresa")
    frequency: Frequency = Field(title="la frecuencia")
    unit: str = Field(title="la unidad de medida")
    owner: str = Field(title="el responsable de la medición")
    data_source: str | None = None
    target: StrictInt | None = None
    printed_average: StrictInt = Field(title="el PROMEDIO impreso")
    computed_from: ComputedFrom | None = None
    plan: str | None = None
    sums_percentages: StrictBool = False

    @model_validator(mode="after")
    def _target_agrees(self) -> "IndicatorEntry":
        """A printed number needs its number, and "linea base" must not have one."""
        digits = self.target_printed.removesuffix("%").strip()
        expected = digits if digits.isdecimal() else "null"
        given = "null" if self.target is None else str(self.target)
        if given != expected:
            problem = f"la meta impresa es «{self.target_printed}» y `target` es {given}"
            raise wrong(problem, f"escriba `target: {expected}`")
        return self


_CASES: dict[object, ComputedFrom] = {
    1: "requests",
    5: "ratings",
    6: "software",
    7: "hardware",
    8: "remote",
}
"""What an earlier version's `computed_from: cases` meant, by the numbers of the sheet."""


class IndicatorsFile(Entry):
    remarks: tuple[str, ...] = ()
    kinds: dict[Kind, tuple[str, ...]] = Field(default_factory=dict)
    indicators: Some[IndicatorEntry] = Field(title="la lista de indicadores")

    @field_validator("indicators", mode="before")
    @classmethod
    def _of_an_earlier_version(cls, entries: object) -> object:
        return [_renewed(one) for one in entries] if isinstance(entries, list) else entries


def load_indicators(folder: Path, catalog: Catalog) -> IndicatorsFile:
    """What is measured, the remarks on the sheet as a whole, and the kinds by their services."""
    return DataFile(folder, "indicators.yaml").read(
        IndicatorsFile, _unique, partial(_known_services, catalog)
    )


def _renewed(entry: object) -> object:
    if not isinstance(entry, dict) or entry.get("computed_from") != "cases":
        return entry
    return entry | {"computed_from": _CASES.get(entry.get("number"), "cases")}


def _known_services(catalog: Catalog, file: IndicatorsFile) -> Iterator[Finding]:
    """A service has one kind, and is in the catalogue."""
    times = Counter(service for services in file.kinds.values() for service in services)
    for service, count in times.items():
        if catalog.find(service) is None:
            yield "kinds", f"el servicio «{service}» no existe", "escriba un servicio de catalog.yaml"
        elif count > 1:
            yield "kinds", f"{service} está dos veces", "deje una sola clase"


def _unique(file: IndicatorsFile) -> Iterator[Finding]:
    for number, times in Counter(indicator.number for indicator in file.indicators).items():
        if times > 1:
            yield f"indicador {number}", "está dos veces", "deje uno o corrija `number`"
