"""Outages among the tickets: which live tickets may be one, and from when until when one lasted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from itgov_bot.domain.tickets.ticket import State, Ticket


@dataclass(frozen=True, slots=True)
class Known:
    """A live ticket that may be an outage, and when it was last reported."""

    ticket: Ticket
    last_report: datetime


@dataclass(frozen=True, slots=True)
class Outage:
    """One outage of the list, and of indicator 9: from when until when, and how many people it hit."""

    ticket: Ticket
    started_at: datetime
    ended_at: datetime | None
    affected: int

    def lasted(self, now: datetime) -> timedelta:
        return (self.ended_at or now) - self.started_at


def interval(ticket: Ticket, affected: int) -> Outage:
    """From the first report, or since when an agent says it was down, until it was solved."""
    over = ticket.state in (State.RESOLVED, State.CLOSED)
    ended = (ticket.resolved_at or ticket.updated_at) if over else None
    return Outage(ticket, ticket.outage_from or ticket.opened_at, ended, affected)
