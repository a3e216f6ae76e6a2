"""Whatever happens and is told: what happened to a ticket, what time made due, and what happened to a person."""

from __future__ import annotations

from dataclasses import dataclass

from itgov_bot.domain.people import Person, Role
from itgov_bot.domain.tickets.events import Reminder, TicketEvent
from itgov_bot.domain.ways import WayKind


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
class WaySet:
    """Somebody on duty is called at this address too."""

    person: Person
    kind: WayKind
    address: str
    by: Person


@dataclass(frozen=True, slots=True)
class WaysForgotten:
    """Somebody on duty is called in the chat alone."""

    person: Person
    by: Person


TicketFact = TicketEvent | Reminder
PersonFact = RoleGranted | RoleRevoked | PutOnDuty | InvitationAccepted | WaySet | WaysForgotten
Fact = TicketFact | PersonFact
