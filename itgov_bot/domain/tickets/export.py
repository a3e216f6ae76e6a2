"""Which tickets leave in a file, and the facts about each that its columns show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.sla import INTO, changes_of, worked
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.ticket import State, Ticket

NO_SERVICE = "none"
"""Asks for the tickets that nobody has given a service."""

OVER = frozenset({State.CLOSED, State.CANCELLED})


@dataclass(frozen=True, slots=True)
class Wanted:
    """Tickets opened in `opened_from` ≤ instant < `opened_before`. What is empty does not narrow the choice."""

    opened_from: datetime | None = None
    opened_before: datetime | None = None
    service: str | None = None
    states: frozenset[State] = frozenset()


@dataclass(frozen=True, slots=True)
class TicketFacts:
    """A ticket with what is kept around it. `events` are those that move its clock, the oldest first."""

    ticket: Ticket
    events: Sequence[TicketEvent]
    agent: str | None
    requester: str | None
    outage: str | None
    affected: int | None


@dataclass(frozen=True, slots=True)
class ExportedTicket:
    facts: TicketFacts
    closed_at: datetime | None
    worked: timedelta
    reopened: int


def days(first: date | None, last: date | None, zone: ZoneInfo) -> tuple[datetime | None, datetime | None]:
    """The instants from the beginning of the first day to the end of the last one."""
    begins = datetime.combine(first, time(), zone) if first else None
    ends = datetime.combine(last + timedelta(days=1), time(), zone) if last and last < date.max else None
    return begins, ends


def exported(facts: TicketFacts, calendar: WorkCalendar, now: datetime) -> ExportedTicket:
    reopened = sum(event.kind is EventKind.REOPENED for event in facts.events)
    ran = worked(changes_of(facts.events), calendar, now)
    return ExportedTicket(facts, _closed_at(facts), ran, reopened)


def _closed_at(facts: TicketFacts) -> datetime | None:
    """When nothing more was owed: closed, cancelled, or gone on in another ticket."""
    if facts.ticket.state not in OVER:
        return None
    return next((event.at for event in reversed(facts.events) if _closes(event)), None)


def _closes(event: TicketEvent) -> bool:
    if event.kind is EventKind.MERGED:
        return INTO in event.data
    return event.kind in (EventKind.CLOSED, EventKind.CANCELLED)
