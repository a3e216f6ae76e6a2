"""Is a new report the same outage as one that is known already? Words, services and places; no statistics, no storage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from itgov_bot.domain.tickets.outage_words import (
    APPLICATION,
    AT_ONE_SITE,
    OF_SERVICE,
    everywhere,
    is_only_mine,
    is_own_thing,
    rare_words,
    same_word,
    sites,
    subjects,
    systems,
)
from itgov_bot.domain.tickets.ticket import ExceptionKind, State, Ticket

ENOUGH_RARE_WORDS = 2


@dataclass(frozen=True, slots=True)
class Report:
    """What a person tells. `exception` is what the words tell whatever the hour; `is_fault`: not a wish or a question."""

    text: str
    service: str | None = None
    place: str = ""
    exception: ExceptionKind | None = None
    is_fault: bool = True

    @classmethod
    def of(cls, ticket: Ticket) -> Report:
        """What a ticket told when it was opened."""
        return cls(ticket.text, ticket.service, ticket.place, ExceptionKind.SERVICE_OUTAGE)


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


def find_same(
    report: Report,
    known: Sequence[Known],
    now: datetime,
    window: timedelta,
    twins: Sequence[frozenset[str]] = (),
) -> list[Known]:
    """The tickets that this report may belong to, those that are outages already first, then the newest."""
    if not may_be_general(report):
        return []
    found = [one for one in known if now - one.last_report <= window]
    same = [one for one in found if is_same(report, Report.of(one.ticket), twins)]
    return sorted(same, key=lambda one: (not one.ticket.is_outage, -one.ticket.id))


def may_be_general(report: Report) -> bool:
    """A fault that others may have too: not of one person's own things, and not for them alone."""
    if report.exception is ExceptionKind.MAYOR_EVENT or is_only_mine(report.text):
        return False
    if report.exception is ExceptionKind.SERVICE_OUTAGE:
        return True
    return report.is_fault and not is_own_thing(report.text) and bool(about(report) or systems(report.text))


def is_same(report: Report, known: Report, twins: Sequence[frozenset[str]] = ()) -> bool:
    """Whether both tell of one outage. `known` is taken for an outage."""
    named, known_named = systems(report.text), systems(known.text)
    if named and known_named:
        return bool(named & known_named)  # a system is down wherever its people sit
    at_one_site = not about(report) or not about(known) or bool(about(report) & about(known) & AT_ONE_SITE)
    if at_one_site and _elsewhere(report, known):
        return False
    return _same_subject(report, known, twins) or _same_rare_words(report, known)


def about(report: Report) -> frozenset[str]:
    """What is down, by the words; without any, by the service."""
    named = subjects(report.text)
    return named or frozenset({OF_SERVICE[report.service]} if report.service in OF_SERVICE else ())


def _same_subject(report: Report, known: Report, twins: Sequence[frozenset[str]]) -> bool:
    one, other = about(report), about(known)
    if one & other:
        return APPLICATION not in one & other or _is_vague(report)
    if any({report.service, known.service} <= group for group in twins):
        return True
    nameless = not systems(report.text) and not systems(known.text)
    return (not one or not other) and nameless and report.exception is ExceptionKind.SERVICE_OUTAGE


def _is_vague(report: Report) -> bool:
    """«No abre el sistema»: which of the many is not said, so only an outage told as such is asked about."""
    return report.exception is ExceptionKind.SERVICE_OUTAGE and not systems(report.text)


def _same_rare_words(report: Report, known: Report) -> bool:
    words = rare_words(known.text)
    shared = [word for word in rare_words(report.text) if any(same_word(word, other) for other in words)]
    return len(shared) >= ENOUGH_RARE_WORDS


def _elsewhere(report: Report, known: Report) -> bool:
    """Both name their site, and it is not the same one. Floors are no sites."""
    if everywhere(report.text) or everywhere(known.text):
        return False
    one = sites(report.text) or sites(report.place)
    other = sites(known.text) or sites(known.place)
    return bool(one and other) and not any(same_word(here, there) for here in one for there in other)


def interval(ticket: Ticket, affected: int) -> Outage:
    """From the first report, or since when an agent says it was down, until it was solved."""
    over = ticket.state in (State.RESOLVED, State.CLOSED)
    ended = (ticket.resolved_at or ticket.updated_at) if over else None
    return Outage(ticket, ticket.outage_from or ticket.opened_at, ended, affected)
