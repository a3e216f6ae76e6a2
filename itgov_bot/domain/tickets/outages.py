"""Outages among the tickets: from when until when one lasted."""

from datetime import datetime, timedelta
from typing import Literal

from itgov_bot.domain.downtime import Down
from itgov_bot.domain.tickets.ticket import SOLVED, Ticket
from itgov_bot.records import dataclass

MAX_BEFORE_REPORT = timedelta(days=366)
"""Nothing was down so long before anybody told of it: an earlier year is a slip."""
SpanProblem = Literal["future", "ends_before_start"]


class ImpossibleSpan(Exception):
    """No outage lasted from then until then. `problem` says why."""

    def __init__(self, problem: SpanProblem) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Outage:
    """One outage of the list, and of indicator 9: from when until when, and how many people it hit."""

    ticket: Ticket
    started_at: datetime
    ended_at: datetime | None
    affected: int

    def lasted(self, now: datetime) -> timedelta:
        return (self.ended_at or now) - self.started_at

    def down(self, now: datetime) -> Down:
        """As downtime is counted: one that lasts has lasted until `now`."""
        return Down((self.started_at, self.ended_at or now), self.ticket.service)


def interval(ticket: Ticket, affected: int) -> Outage:
    return Outage(ticket, started_at(ticket), ended_at(ticket), affected)


def started_at(ticket: Ticket) -> datetime:
    """Since when an agent says it was down, or the first report."""
    return ticket.outage_from or ticket.opened_at


def first_moment(ticket: Ticket) -> datetime:
    """When somebody first told of it or, of one that failed again, of that."""
    return max(ticket.opened_at, started_at(ticket))


def ended_at(ticket: Ticket) -> datetime | None:
    """When it came back as an agent says, or when it was solved; None while it lasts."""
    if ticket.state not in SOLVED:
        return None
    return ticket.outage_until or ticket.resolved_at or ticket.updated_at


def is_too_early(since: datetime, ticket: Ticket) -> bool:
    return since < ticket.opened_at - MAX_BEFORE_REPORT


def check_span(start: datetime, end: datetime | None, now: datetime) -> None:
    """Raises ImpossibleSpan for what has not come yet, or an end before the beginning."""
    if start > now or (end is not None and end > now):
        raise ImpossibleSpan("future")
    if end is not None and end < start:
        raise ImpossibleSpan("ends_before_start")
