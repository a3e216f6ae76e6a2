"""Which tickets leave in a file, and the facts about each that its columns show."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.people import Person
from itgov_bot.domain.sla import INTO, changes_of, worked
from itgov_bot.domain.summary import Part, Split
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.ticket import State, Ticket
from itgov_bot.records import dataclass

NO_SERVICE = "none"
"""Asks for the tickets that nobody has given a service."""


def part_in(code: str) -> Part | None:
    """`kind.hardware`, `off.Secretaría de Hacienda`: what stands in the place of a service and is none."""
    by, dot, key = code.partition(".")
    return Part(Split(by), key) if dot and key and by in set(Split) else None


OVER = frozenset({State.CLOSED, State.CANCELLED})


@dataclass(frozen=True, slots=True)
class Wanted:
    """Tickets opened in `opened_from` ≤ instant < `opened_before`. What is empty does not narrow the choice."""

    opened_from: datetime | None = None
    opened_before: datetime | None = None
    service: str | None = None
    states: frozenset[State] = frozenset()
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class TicketFacts:
    """A ticket with what is kept around it. `events` are those that move its clock, the oldest first."""

    ticket: Ticket
    events: Sequence[TicketEvent]
    agent: Person | None
    requester: str | None
    outage: str | None
    affected: int | None
    opened_by: Person | None

    @property
    def cancelled_because(self) -> str | None:
        """As it was said; it stands in the events alone."""
        reasons = self._reasons(EventKind.CANCELLED)
        return reasons[-1] if reasons else None

    @property
    def reopened_because(self) -> Sequence[str]:
        """Each time that a reason was said, the first one first."""
        return self._reasons(EventKind.REOPENED)

    def _reasons(self, kind: EventKind) -> list[str]:
        told = (str(event.data.get("reason") or "") for event in self.events if event.kind is kind)
        return [reason for reason in told if reason]

    @property
    def closed_at(self) -> datetime | None:
        """When nothing more was owed: closed, cancelled, or gone on in another ticket."""
        if self.ticket.state not in OVER:
            return None
        return next((event.at for event in reversed(self.events) if _closes(event)), None)

    @property
    def reopened(self) -> int:
        return sum(event.kind is EventKind.REOPENED for event in self.events)

    def worked(self, calendar: WorkCalendar, now: datetime) -> timedelta:
        return worked(changes_of(self.events), calendar, now)


def days(first: date | None, last: date | None, zone: ZoneInfo) -> tuple[datetime | None, datetime | None]:
    """The instants from the beginning of the first day to the end of the last one."""
    begins = datetime.combine(first, time(), zone) if first else None
    ends = datetime.combine(last + timedelta(days=1), time(), zone) if last and last < date.max else None
    return begins, ends


def _closes(event: TicketEvent) -> bool:
    if event.kind is EventKind.MERGED:
        return INTO in event.data
    return event.kind in (EventKind.CLOSED, EventKind.CANCELLED)
