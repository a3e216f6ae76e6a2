"""Loads `catalog.yaml`: the services, what was put right in them, and the near-twins. Called by `load`."""

import re
from collections.abc import Mapping, Sequence
from datetime import time
from pathlib import Path
from typing import get_args

from itgov_bot.domain.catalog import (
    Availability,
    AvailabilityKind,
    Catalog,
    Correction,
    CorrectionKind,
    Service,
)

from .files import checker_for, read_yaml
from .problems import Checker
from .record import Record

FILE = "catalog.yaml"
LABEL_LIMIT = 32
DIFFERENCE_LIMIT = 40
FIELDS = ("id", "name", "description", "category", "users", "availability", "channels", "agreement")


def load_catalog(folder: Path, agreements: Mapping[str, str]) -> tuple[Catalog, tuple[str, ...]]:
    """The catalogue and the remarks on its print; `agreements` is the ANS text of each calendar."""
    checker = checker_for(folder, FILE)
    file = Record(checker, "", read_yaml(folder, FILE, checker))
    remarks = file.texts("remarks", required=False)
    services = [
        _service(checker, f"servicio n.º {number}", item, agreements)
        for number, item in enumerate(file.items("services"), 1)
    ]
    _unique(checker, services)
    twins = _twins(file, {service.id: service for service in services})
    file.close()
    checker.finish()
    return Catalog(tuple(services), twins), remarks


def corrections(record: Record, fields: Sequence[str]) -> tuple[Correction, ...]:
    """The `corrections` of an entry; also used for the processes."""
    kinds: tuple[CorrectionKind, ...] = get_args(CorrectionKind)
    found = []
    for item in record.items("corrections", required=False):
        inner = Record(record.checker, f"{record.entry}, corrections", item)
        field, kind = inner.choice("field", fields), inner.choice("kind", kinds)
        # A blank cell is a printed text too.
        printed = "" if inner.has("printed") and inner.raw("printed") == "" else inner.text("printed")
        found.append(Correction(field, printed, kind, inner.text("note")))
        inner.close()
    return tuple(found)


def _service(checker: Checker, place: str, item: object, agreements: Mapping[str, str]) -> Service:
    record = Record(checker, place, item)
    service_id = _id(record)
    calendar = record.choice("agreement", tuple(agreements))
    service = Service(
        id=service_id,
        aliases=record.texts("aliases", required=False),
        name=record.text("name"),
        label=record.text("label", LABEL_LIMIT),
        description=record.text("description"),
        category=record.text("category"),
        users=record.text("users"),
        availability=_availability(record),
        channels=record.texts("channels"),
        calendar=calendar,
        agreement=agreements[calendar],
        difference=record.optional_text("difference", DIFFERENCE_LIMIT),
        corrections=corrections(record, FIELDS),
    )
    record.close()
    return service


def _id(record: Record) -> str:
    service_id = record.text("id")
    if re.fullmatch(r"SER-\d{3}", service_id):
        record.entry = service_id
    elif service_id:
        record.report(f"el id «{service_id}» no es válido", "escriba SER, guion y tres cifras: `id: SER-004`")
    return service_id


def _availability(record: Record) -> Availability:
    availability = record.record("availability")
    printed = availability.text("printed")
    runs = availability.raw("runs", "always")
    opens: time | None = None
    closes: time | None = None
    kind: AvailabilityKind = "window"
    if isinstance(runs, dict):
        opens, closes = Record(record.checker, record.entry, runs).span()
    elif runs is not None:
        kind = _kind(availability, runs)
    availability.close()
    return Availability(kind, opens, closes, printed)


def _kind(availability: Record, runs: object) -> AvailabilityKind:
    if runs == "on_demand":
        return "on_demand"
    if runs != "always":
        remedy = 'escriba `always`, `on_demand` o `{from: "08:00", to: "16:00"}`'
        availability.report(f"`runs: {runs}` no existe", remedy)
    return "always"


def _unique(checker: Checker, services: Sequence[Service]) -> None:
    seen: set[str] = set()
    for service in services:
        for name in (service.id, *service.aliases):
            if name and name in seen:
                checker.report(
                    service.id, f"el id «{name}» está repetido", "cada servicio tiene un id propio"
                )
            seen.add(name)


def _twins(file: Record, services: Mapping[str, Service]) -> tuple[frozenset[str], ...]:
    groups = []
    for number, item in enumerate(file.items("twins", required=False), 1):
        entry = f"twins, grupo n.º {number}"
        ids = [str(name) for name in item] if isinstance(item, list) else []
        if len(set(ids)) < 2:
            file.checker.report(entry, "no tiene dos servicios distintos", "escriba `- [SER-007, SER-026]`")
        for name in ids:
            _twin(file.checker, entry, name, services.get(name))
        groups.append(frozenset(ids))
    return tuple(groups)


def _twin(checker: Checker, entry: str, name: str, service: Service | None) -> None:
    if service is None:
        checker.report(entry, f"el servicio «{name}» no está en el catálogo", "corrija el id o quítelo")
    elif service.difference is None:
        checker.report(name, "falta la diferencia con sus parecidos (twins)", "escriba `difference: …`")
