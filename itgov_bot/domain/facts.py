"""Whatever happens and is told: what happened to a ticket, what time made due, and what happened to a person."""

from datetime import date, datetime
from typing import Literal

from itgov_bot.domain.calendar import Span
from itgov_bot.domain.indicators import Indicator, Period
from itgov_bot.domain.maintenance import Maintenance, MaintenanceKind, MaintenancePlan
from itgov_bot.domain.night import NightCase
from itgov_bot.domain.people import Person, Role
from itgov_bot.domain.rota import DutySpan, Hole, Stint, Swap
from itgov_bot.domain.subscriptions import Fallen, NewsKind
from itgov_bot.domain.summary import Summary
from itgov_bot.domain.tickets.events import Reminder, TicketEvent
from itgov_bot.domain.tickets.queue import Shift
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.domain.ways import WayKind
from itgov_bot.records import dataclass


@dataclass(frozen=True, slots=True)
class RoleGranted:
    """`by` is None where it was done at the machine, by the command line. `office` is that of an owner."""

    person: Person
    role: Role
    by: Person | None
    office: str = ""


@dataclass(frozen=True, slots=True)
class RoleRevoked:
    """`kept` are the roles that stay, `had` so many open tickets: they stay too where one of those works tickets."""

    person: Person
    role: Role
    by: Person | None
    office: str = ""
    kept: frozenset[Role] = frozenset()
    had: int = 0


Left = Literal["role", "group", "erased"]
"""Why somebody works on no tickets any more: a role was taken away, they are out of the agents' group, they had their data
erased."""


@dataclass(frozen=True, slots=True)
class AgentLeft:
    """The `tickets` that they had went back to the queue. `by` took the role away. `left_duty`: they were on call too."""

    person: Person
    why: Left
    tickets: tuple[Ticket, ...]
    by: Person | None = None
    left_duty: bool = False


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
    office: str = ""


@dataclass(frozen=True, slots=True)
class TakenOffDuty:
    """Out of the ladder and of the turns."""

    person: Person
    by: Person | None


@dataclass(frozen=True, slots=True)
class PutInRota:
    """Takes weekly turns; `first` is the next one, if it is near enough to be told."""

    person: Person
    first: Stint | None
    by: Person


@dataclass(frozen=True, slots=True)
class WaySet:
    """Somebody on duty is called at this address too."""

    person: Person
    kind: WayKind
    address: str
    by: Person


@dataclass(frozen=True, slots=True)
class StandInMade:
    """`person` is on duty instead of another for a span, by the hand of a third one."""

    person: Person
    instead_of: Person
    span: DutySpan
    by: Person


@dataclass(frozen=True, slots=True)
class StandInEnded:
    """For the rest of a span it is as if nobody stood in: `person` `is_back` on duty, or needs not be there."""

    person: Person
    span: DutySpan
    is_back: bool


@dataclass(frozen=True, slots=True)
class SwapAsked:
    """`is_back`: `by` stands in for `of` then, and wants it no more."""

    swap: Swap
    by: Person
    of: Person
    is_back: bool = False


@dataclass(frozen=True, slots=True)
class SwapAgreed:
    swap: Swap
    asked_by: Person
    agreed_by: Person


SwapEnd = Literal["refused", "taken_back", "unanswered", "too_late", "changed", "left"]


@dataclass(frozen=True, slots=True)
class SwapClosed:
    """Nothing comes of a request, and `person` hears why: `by` refused it or took it back, nobody answered in time, the
    plan is another one by now, or the other one `left` the guard."""

    person: Person
    swap: Swap
    why: SwapEnd
    by: Person | None = None


@dataclass(frozen=True, slots=True)
class DutyBegan:
    """Somebody came on a step of the ladder, in the place of others; `until` is None for who is always there."""

    person: Person
    step: int
    until: datetime | None
    instead_of: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class DutyEnded:
    person: Person
    followed_by: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class HoleAhead:
    """Nobody would come, or too few; `planned` are those who are on duty then. `is_open`: its end is not in sight."""

    hole: Hole
    planned: tuple[Person, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class NobodyOnDuty:
    """The last one left the guard."""


@dataclass(frozen=True, slots=True)
class WaysForgotten:
    """Somebody on duty is called in the chat alone."""

    person: Person
    by: Person


@dataclass(frozen=True, slots=True)
class Complained:
    """Somebody complained of the desk, and `person`, who coordinates it, hears of it."""

    person: Person
    by: Person
    text: str


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


@dataclass(frozen=True, slots=True)
class ReadingsMissing:
    """Periods ended without a reading of these indicators, whose owner `person` is; `again`: they heard of it before."""

    person: Person
    missing: tuple[tuple[Indicator, Period], ...]
    again: bool


@dataclass(frozen=True, slots=True)
class ReadingsOverdue:
    """Nobody recorded these, though who should was told twice; each with who holds the office. `is_vacant`: nobody does."""

    missing: tuple[tuple[Indicator, Period, tuple[Person, ...]], ...]
    is_vacant: bool


@dataclass(frozen=True, slots=True)
class DigestDue:
    """The day has come on which somebody wants to read how the desk went."""

    person: Person
    kind: NewsKind
    summary: Summary
    today: date
    by: None = None


@dataclass(frozen=True, slots=True)
class IndicatorsFell:
    """These are under their target, and `person` wants to know."""

    person: Person
    fallen: tuple[Fallen, ...]
    by: None = None


@dataclass(frozen=True, slots=True)
class ShiftStands:
    """How the desk stands, looked at again."""

    shift: Shift
    by: None = None


TicketFact = TicketEvent | Reminder
PersonFact = (
    RoleGranted
    | RoleRevoked
    | PutOnDuty
    | InvitationAccepted
    | WaySet
    | WaysForgotten
    | Complained
    | DigestDue
    | IndicatorsFell
)
DutyFact = (
    TakenOffDuty
    | PutInRota
    | StandInMade
    | StandInEnded
    | SwapAsked
    | SwapAgreed
    | SwapClosed
    | DutyBegan
    | DutyEnded
    | HoleAhead
    | NobodyOnDuty
)
News = (
    PersonFact
    | AgentLeft
    | DutyFact
    | MaintenanceFact
    | NightPassed
    | ReadingsMissing
    | ReadingsOverdue
    | ShiftStands
)
"""Whatever happens beside the tickets."""
Fact = TicketFact | News
