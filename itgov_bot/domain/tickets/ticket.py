"""A ticket as it stands at one moment, its number, and what a person fills in to open one."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from itgov_bot.domain.tickets.rating import LOW_RATING
from itgov_bot.patterns import regex

NEW_DATE = "new_date"
"""What an event waits for that was postponed, until somebody knows when it is."""

MAX_TEXT = 4000
"""Longer descriptions are cut when shown, never when kept."""

_CALLED = r"(?:(?:(?:estado|caso|ticket)\s+){1,2}(?:n[uú]mero\s+|no\.?\s*)?)?"
_NUMBER = regex(_CALLED + r"(?:saus[\s\-_]*)?(20\d\d)[\s\-_]*(\d{1,6})", re.IGNORECASE)
_SHORT_NUMBER = regex(_CALLED + r"(?:saus[\s\-_]*|#\s*)?(\d{1,6})", re.IGNORECASE)


class State(StrEnum):
    """Where a ticket stands (design: nuevo → asignado → en proceso ⇄ en espera → resuelto → cerrado …)."""

    NEW = "new"
    ASSIGNED = "assigned"
    IN_PROGRESS = "in_progress"
    WAITING = "waiting"
    RESOLVED = "resolved"
    CLOSED = "closed"
    REOPENED = "reopened"
    CANCELLED = "cancelled"


LIVE = frozenset({State.NEW, State.ASSIGNED, State.IN_PROGRESS, State.WAITING, State.REOPENED})
"""The states in which somebody at the desk still owes something."""
SOLVED = frozenset({State.RESOLVED, State.CLOSED})


class ExceptionKind(StrEnum):
    """The two exceptions of the ANS that are attended at any hour."""

    MAYOR_EVENT = "mayor_event"
    SERVICE_OUTAGE = "service_outage"


class Kind(StrEnum):
    """What a ticket turned out to be about (indicators 6 and 7 count software and hardware)."""

    SOFTWARE = "software"
    HARDWARE = "hardware"
    NETWORK = "network"
    OTHER = "other"


class Solution(StrEnum):
    """How it was solved. Indicator 8 counts the remote ones among those of the desk (`OF_DESK`)."""

    REMOTE = "remote"
    ON_SITE = "on_site"
    SELF = "self"
    """By who reported it, or by itself: they say that it works."""


OF_DESK = (Solution.REMOTE, Solution.ON_SITE)
"""The solutions that are an agent's work."""


class CameBy(StrEnum):
    """By which way somebody told an agent of a ticket that the agent opened for them."""

    CALL = "call"
    IN_PERSON = "in_person"
    MAIL = "mail"
    WHATSAPP = "whatsapp"
    OTHER = "other"


class Priority(StrEnum):
    """How soon it is due, where the city sets targets. Urgent is given by the exceptions of the ANS alone."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    URGENT = "urgent"


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known when a ticket is opened. `service` is a catalogue id, or None for "no sé cuál".

    `exception` is the one of the ANS that the person confirmed: it makes the ticket urgent. `event_at` is when an
    event of the mayor's office begins. `is_place_told` is False where `place` only says that it is not known.
    `failing_since`: as it was told, where it was.
    """

    text: str
    service: str | None
    place: str
    contact: str
    exception: ExceptionKind | None = None
    event_at: datetime | None = None
    is_place_told: bool = True
    failing_since: datetime | None = None

    @property
    def urgent(self) -> bool:
        return self.exception is not None


@dataclass(frozen=True, slots=True)
class Ticket:
    """A ticket. Times are aware instants; `attended_from` is when people will look at it (never a deadline).

    `channel` is that of the chat in which it was told, or a CameBy when an agent opened it for its requester: then
    `opened_by` is the agent. `outcome` is what was done or, of a cancelled one, why. `solved_by` is who said what was
    done; nobody when its requester said that it works again.
    `outage` is the outage after which this ticket was still needed; `merged_into` the ticket that goes on instead.
    `office` is the dependencia that its place, or else that of its requester, was known to be in.
    Of an outage, `outage_from` is since when it lasts, `outage_until` when it ended as somebody said, and
    `affected` how many people it hits. `event_at` is when an event begins that is to be accompanied.
    `first_answer_due` and `solution_due` are set only where the city has set targets, and only while the clock runs.
    """

    id: int
    number: str
    state: State
    requester: int
    text: str
    service: str | None
    place: str
    contact: str
    channel: str
    opened_at: datetime
    attended_from: datetime
    urgent: bool = False
    exception: ExceptionKind | None = None
    assignee: int | None = None
    attachments: int = 0
    updated_at: datetime | None = None
    priority: Priority = Priority.NORMAL
    kind: Kind | None = None
    solution: Solution | None = None
    outcome: str | None = None
    waiting_for: str | None = None
    is_outage: bool = False
    outage: int | None = None
    outage_from: datetime | None = None
    outage_until: datetime | None = None
    event_at: datetime | None = None
    affected: int = 0
    merged_into: int | None = None
    first_answer_at: datetime | None = None
    resolved_at: datetime | None = None
    first_answer_due: datetime | None = None
    solution_due: datetime | None = None
    rating: int | None = None
    rating_comment: str | None = None
    opened_by: int | None = None
    solved_by: int | None = None
    office: str | None = None

    @property
    def is_live(self) -> bool:
        return self.state in LIVE

    @property
    def is_postponed(self) -> bool:
        """An event without a date: `event_at` is the one that it had, for which nobody is reminded or called."""
        return self.event_at is not None and self.waiting_for == NEW_DATE

    @property
    def solved_at(self) -> datetime:
        """Of a ticket that is solved: from here on the days until it closes by itself are counted."""
        return self.resolved_at or self.updated_at or self.opened_at

    @property
    def is_rated_low(self) -> bool:
        """Bad news: reopening is offered, and who coordinates hears of it."""
        return self.rating is not None and self.rating <= LOW_RATING

    @property
    def rating_counts(self) -> bool:
        """Nobody says how good their own work was."""
        return self.solved_by != self.requester

    @property
    def awaits_stars(self) -> bool:
        """Its solution was not rated, and still may be."""
        return self.state is State.RESOLVED and self.rating is None and self.rating_counts

    @property
    def may_change_stars(self) -> bool:
        """It was rated, and is not closed yet."""
        return self.state is State.RESOLVED and self.rating is not None

    @property
    def may_reopen(self) -> bool:
        """What went on in another ticket is opened again there."""
        return self.state in SOLVED and self.merged_into is None


def format_number(year: int, sequence: int) -> str:
    """`SAUS-2026-000123`. The sequence starts at 1 each year and has no gaps."""
    return f"SAUS-{year}-{sequence:06d}"


def parse_number(text: str, year: int) -> str | None:
    """The ticket number somebody wrote: whole ("saus 2026 123") or short ("#123" of this `year`); None if it is none.

    A bare number counts only as a whole message; the caller decides whether one is expected there.
    """
    whole = text.strip()
    if match := _NUMBER.fullmatch(whole):
        return format_number(int(match[1]), int(match[2]))
    if match := _SHORT_NUMBER.fullmatch(whole):
        return format_number(year, int(match[1])) if int(match[1]) else None
    return None
