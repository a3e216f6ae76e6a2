"""The catalogue of IT services as data: who may ask for what, when it runs, by which channels.
Filled by `reference`; read by desk, conversation and wording."""

import re
from collections.abc import Set
from dataclasses import dataclass
from datetime import time
from typing import Literal

from itgov_bot.patterns import regex

CorrectionKind = Literal["completed", "corrected", "moved"]
AvailabilityKind = Literal["always", "window", "on_demand"]
ExceptionKey = Literal["mayor_event", "service_outage"]

# "SER-004", "ser4", "Ser 04", "ser–4", "SFR_034": letters, any separators, a number.
_TYPED_ID = regex(r"^\W*([a-z]{3})[\s\-‐–—_.:#]*(\d{1,4})\W*$", re.IGNORECASE)


@dataclass(frozen=True)
class Correction:
    """One printed text that was not taken as it stands, and why."""

    field: str
    printed: str
    kind: CorrectionKind
    note: str


@dataclass(frozen=True)
class Availability:
    """When the service itself runs; not when people answer (that is the calendar)."""

    kind: AvailabilityKind
    opens: time | None
    closes: time | None
    printed: str


@dataclass(frozen=True)
class AgreementException:
    """What is attended at any hour according to the ANS."""

    key: ExceptionKey
    printed: str


@dataclass(frozen=True)
class Service:
    """One row of the catalogue; `calendar` is the key of its support hours, `agreement` the ANS text.

    Ours are `label` (for buttons), `sign`, `plain` (what it is, in a sentence for anybody) and `difference` (what tells
    it apart, where the label does not suffice).
    """

    id: str
    aliases: tuple[str, ...]
    name: str
    label: str
    description: str
    category: str
    users: str
    availability: Availability
    channels: tuple[str, ...]
    calendar: str
    agreement: str
    sign: str | None = None
    plain: str | None = None
    difference: str | None = None
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True)
class Catalog:
    """All services in printed order, and the groups that are easily mistaken for each other."""

    services: tuple[Service, ...]
    twins: tuple[frozenset[str], ...] = ()

    def find(self, id_or_alias: str) -> Service | None:
        """The service a person typed, however carelessly: `ser4`, `SER 004`, `SFR-034`."""
        wanted = normal_id(id_or_alias)
        for service in self.services:
            if wanted == service.id or wanted in service.aliases:
                return service
        return None

    def numbered(self, number: str) -> Service | None:
        """The service whose number was typed alone: `4`."""
        prefix = self.services[0].id.partition("-")[0]
        return self.find(f"{prefix}-{number}") if number.isdecimal() else None

    def twins_of(self, service_id: str) -> frozenset[str]:
        """The other services that are easily mistaken for it."""
        return self.with_twins({service_id}) - {service_id}

    def with_twins(self, services: Set[str]) -> frozenset[str]:
        """And those that are easily mistaken for one of them."""
        return frozenset(services).union(*(group for group in self.twins if group & services))

    def has_prefix_of(self, service_id: str) -> bool:
        """Whether it is written as an id of this catalogue, though there may be no such service."""
        prefix = service_id.partition("-")[0]
        return any(
            prefix == one.partition("-")[0] for each in self.services for one in (each.id, *each.aliases)
        )

    @property
    def missing_ids(self) -> list[str]:
        """The numbers that were skipped between the first and the last service."""
        numbers = sorted(int(service.id.removeprefix("SER-")) for service in self.services)
        return [f"SER-{n:03d}" for n in range(numbers[0], numbers[-1]) if n not in numbers]

    def by_category(self) -> dict[str, tuple[Service, ...]]:
        """Services by category, both in printed order."""
        groups: dict[str, tuple[Service, ...]] = {}
        for service in self.services:
            groups[service.category] = (*groups.get(service.category, ()), service)
        return groups


def normal_id(typed: str) -> str | None:
    """`ser 4` → `SER-004`; None when it does not look like an id at all."""
    match = _TYPED_ID.match(typed.strip())
    return f"{match[1].upper()}-{int(match[2]):03d}" if match else None
