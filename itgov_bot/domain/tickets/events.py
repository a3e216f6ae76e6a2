"""Past facts about a ticket. They are kept append-only, shown as a timeline, and told to whom they concern."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal

Due = Literal["first_answer_due", "solution_due"]
"""The due times of a ticket, by the names of its fields."""


class EventKind(StrEnum):
    """What happened. Each kind has its sentence in `wording/timeline` and its row in `notices/table`."""

    OPENED = "opened"
    PAGED = "paged"
    CALLED_OTHERWISE = "called_otherwise"
    PAGE_UNHEARD = "page_unheard"
    PAGE_DECLINED = "page_declined"
    PAGE_UNANSWERED = "page_unanswered"
    PAGE_WAITS = "page_waits"
    REPORTS_SHOWN = "reports_shown"
    PAGE_PASSED = "page_passed"
    PAGE_LAPSED = "page_lapsed"
    GUARD_CALLED = "guard_called"
    FIRST_IN_LINE = "first_in_line"
    URGENCY_WITHDRAWN = "urgency_withdrawn"
    TAKEN = "taken"
    REMINDED = "reminded"
    COMPLAINED = "complained"
    MESSAGE_ADDED = "message_added"
    FILE_ADDED = "file_added"
    DETAILS_TOLD = "details_told"
    TAKEN_BACK = "taken_back"
    ANSWERED = "answered"
    NOTED = "noted"
    ASSIGNED = "assigned"
    RETURNED = "returned"
    WAITING = "waiting"
    RESUMED = "resumed"
    ESCALATED = "escalated"
    SERVICE_CHANGED = "service_changed"
    PRIORITY_CHANGED = "priority_changed"
    MERGED = "merged"
    OUTAGE_MARKED = "outage_marked"
    OUTAGE_ENDED = "outage_ended"
    OUTAGE_UNMARKED = "outage_unmarked"
    OUTAGE_JOINED = "outage_joined"
    OUTAGE_NEWS = "outage_news"
    RATED = "rated"
    CLOSED = "closed"
    RESOLVED = "resolved"
    SELF_SOLVED = "self_solved"
    SOLUTION_SORTED = "solution_sorted"
    """Afterwards: of what kind it was, or how it was solved."""
    CORRECTED = "corrected"
    """What was done or is awaited is told in other words; `data` names the kind of the deed."""
    PLACE_CHANGED = "place_changed"
    """By the desk."""
    REOPENED = "reopened"
    CANCELLED = "cancelled"
    EVENT_CALLED = "event_called"
    EVENT_DECLINED = "event_declined"
    EVENT_MOVED = "event_moved"
    UNDONE = "undone"
    """An agent called their last deed back; `data` names its kind."""
    ERASED = "erased"
    """Its requester had their data erased: whoever has a copy of them does the same."""


class ReminderKind(StrEnum):
    """What time makes due. It is told, but is no part of the ticket's history."""

    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    RATING_AWAITED = "rating_awaited"
    RATED_LOW = "rated_low"
    OUTAGE_GREW = "outage_grew"
    EVENT_SOON = "event_soon"
    EVENT_UNCONFIRMED = "event_unconfirmed"
    EVENT_OVER = "event_over"
    HELD_AT_CLOSING = "held_at_closing"


@dataclass(frozen=True, slots=True)
class TicketEvent:
    """One fact: `actor` is the person's id, None for the desk itself; `data` holds what the kind needs."""

    ticket: int
    kind: EventKind
    at: datetime
    actor: int | None
    data: dict[str, Any]

    @property
    def named(self) -> tuple[int, ...]:
        """The ids of the people that it names: who was called, or counted."""
        return tuple(self.data.get("people", ()))


@dataclass(frozen=True, slots=True)
class Reminder:
    """A fact that time alone made. `data` holds what the kind needs: `which` of the due times."""

    ticket: int
    kind: ReminderKind
    at: datetime
    actor: None = None
    data: dict[str, Any] = field(default_factory=dict)
