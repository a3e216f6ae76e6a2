"""Calling a deed back: which ones can be, for how long, and what of a history still stands then."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.ticket import Ticket

UNDO_FOR = timedelta(minutes=1)
WAS = "before"
"""Under this the event of a deed keeps what stood in the ticket's columns before it."""
UNDOABLE = frozenset(
    {
        EventKind.TAKEN,
        EventKind.ASSIGNED,
        EventKind.WAITING,
        EventKind.PRIORITY_CHANGED,
        EventKind.SERVICE_CHANGED,
        EventKind.RESOLVED,
        EventKind.CANCELLED,
        EventKind.MERGED,
        EventKind.ESCALATED,
    }
)
"""Words that left (an answer, an advance) are in somebody's hands; what is opened again can be solved again."""

_COLUMNS = {
    "state": "state",
    "assignee": "assignee_id",
    "priority": "priority",
    "service": "service",
    "kind": "kind",
    "solution": "solution",
    "outcome": "outcome",
    "waiting_for": "waiting_for",
    "resolved_at": "resolved_at",
    "solved_by": "solved_by",
    "rating": "rating",
    "rating_comment": "rating_comment",
    "merged_into": "merged_into_id",
    "first_answer_at": "first_answer_at",
}
"""What a deed may change of a ticket: its fields, and the columns where they are kept."""
_BESIDE = frozenset(
    {
        EventKind.MESSAGE_ADDED,
        EventKind.FILE_ADDED,
        EventKind.DETAILS_TOLD,
        EventKind.REMINDED,
        EventKind.NOTED,
        EventKind.SOLUTION_SORTED,
        EventKind.CORRECTED,
        EventKind.PLACE_CHANGED,
    }
)
"""What may have come since, for it stays good whatever is called back."""
_INSTANTS = frozenset({"resolved_at", "first_answer_at"})


def may_undo(before: Ticket, kind: EventKind) -> bool:
    """Of an outage, an event or an urgent ticket many heard, or the guard was let go: that is not called back."""
    return kind in UNDOABLE and not (before.is_outage or before.urgent or before.event_at)


def as_it_was(before: Ticket, now: Ticket) -> dict[str, Any]:
    """The columns that a deed changed with what stood in them, as plain JSON."""
    changed = (name for name in _COLUMNS if getattr(before, name) != getattr(now, name))
    return {_COLUMNS[name]: _plain(getattr(before, name)) for name in changed}


def columns_of(was: Mapping[str, Any]) -> dict[str, object]:
    """What `as_it_was` wrote, as it is kept in the columns."""
    return {
        name: datetime.fromisoformat(value) if value and name in _INSTANTS else value
        for name, value in was.items()
    }


def last_deed(events: Iterable[TicketEvent], by: int, now: datetime) -> TicketEvent | None:
    """What somebody did last to a ticket, if nothing happened to it since and it can still be called back."""
    last = next((event for event in reversed(list(events)) if event.kind not in _BESIDE), None)
    if last is None or last.actor != by or WAS not in last.data:
        return None
    return last if now - last.at <= UNDO_FOR else None


def done_at_once(events: Sequence[TicketEvent]) -> list[TicketEvent]:
    """What somebody did in one turn, the last of theirs, of these events of one person: the same to one ticket or to
    several. Nothing where it is of a kind that is not called back."""
    last = next((event for event in reversed(events) if event.kind not in _BESIDE), None)
    if last is None or WAS not in last.data:
        return []
    return [one for one in events if one.at == last.at and one.kind is last.kind and WAS in one.data]


def standing(events: Iterable[TicketEvent]) -> list[TicketEvent]:
    """A history without what was called back: the deed before each `UNDONE`, and that itself."""
    left: list[TicketEvent] = []
    for event in events:
        if event.kind is EventKind.UNDONE:
            what = event.data.get("what")
            undone = next((one for one in reversed(left) if one.kind == what), None)
            left = [one for one in left if one is not undone]
        else:
            left.append(event)
    return left


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else value
