"""Past facts about a case. They are kept append-only, shown as a timeline, and announced to whom they concern."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class EventKind(StrEnum):
    """What happened. Each kind has its sentence in the wording and its audience in the announcements."""

    OPENED = "opened"
    PAGED = "paged"
    TAKEN = "taken"
    MESSAGE_ADDED = "message_added"
    FILE_ADDED = "file_added"
    ANSWERED = "answered"
    NOTED = "noted"
    ASSIGNED = "assigned"
    WAITING = "waiting"
    RESUMED = "resumed"
    ESCALATED = "escalated"
    SERVICE_CHANGED = "service_changed"
    PRIORITY_CHANGED = "priority_changed"
    MERGED = "merged"
    OUTAGE_JOINED = "outage_joined"
    OUTAGE_NEWS = "outage_news"
    RATED = "rated"
    CLOSED = "closed"
    RESOLVED = "resolved"
    REOPENED = "reopened"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class TicketEvent:
    """One fact: `actor` is the person's id, None for the desk itself; `data` holds what the kind needs."""

    ticket: int
    kind: EventKind
    at: datetime
    actor: int | None
    data: dict[str, Any]
