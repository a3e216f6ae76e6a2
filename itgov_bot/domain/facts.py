"""Whatever happens and is told: what happened to a ticket, what time made due, and what happened to a person."""

from __future__ import annotations

from dataclasses import dataclass

from itgov_bot.domain.calendar import Span
from itgov_bot.domain.maintenance import Maintenance, MaintenanceKind, MaintenancePlan
from itgov_bot.domain.night import NightCase
from itgov_bot.domain.people import Person, Role
from itgov_bot.domain.tickets.events import Reminder, TicketEvent


@dataclass(frozen=True, slots=True)
class RoleGranted:
    """`by` is None where it was done at the machine, by the command line."""

    person: Person
    role: Role
    by: Person | None


@dataclass(frozen=True, slots=True)
class RoleRevoked:
    person: Person
    role: Role
    by: Person | None


@dataclass(frozen=True, slots=True)
class PutOnDuty:
    """`step` of the ladder: 1 is called first."""

    person: Person
    step: int
    by: Person | None


@dataclass(frozen=True, slots=True)
class InvitationAccepted:
    person: Person
    role: Role
    invited_by: Person


@dataclass(frozen=True, slots=True)
class MaintenanceFact:
    """What happened to planned maintenance. Nobody did it (`by`): its time came. Moved, it `was` for another time."""

    kind: MaintenanceKind
    maintenance: Maintenance
    by: Person | None
    was: MaintenancePlan | None = None


@dataclass(frozen=True, slots=True)
class NightPassed:
    """The desk opened, and the guard had been called for these `cases` in the `span` before."""

    span: Span
    cases: tuple[NightCase, ...]


TicketFact = TicketEvent | Reminder
PersonFact = RoleGranted | RoleRevoked | PutOnDuty | InvitationAccepted
Fact = TicketFact | PersonFact | MaintenanceFact | NightPassed
