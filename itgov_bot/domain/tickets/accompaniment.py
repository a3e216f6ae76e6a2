"""The schedule of an accompaniment: when its people are reminded, who is asked next to go, when it is asked how it was.

Pure: instants are aware, a calendar gives the local time, people are their ids. Used by `desk/tickets/accompaniment`.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import Enum

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.ticket import ExceptionKind, State, Ticket

NIGHT = time(20)
DAWN = time(7)
LAST_CALL = time(19)
"""The last hour before the night, to which what would fall into it is brought forward."""
NEAR = timedelta(hours=1)
"""So short before an event its people are up, whatever the hour."""
STILL_ON = timedelta(hours=2)
"""So long after its beginning it is no use to call anybody to it."""
LAST_REMINDERS = 2
"""Of all its reminders the requester gets so many; whoever goes gets them all."""


@dataclass(frozen=True, slots=True)
class Planned:
    """An event of the agenda: when it begins, and who confirmed that they go."""

    ticket: Ticket
    at: datetime
    goes: Person | None


@dataclass(frozen=True, slots=True)
class Change:
    """What is another of an event that is planned; None of what stays."""

    to: datetime | None = None
    place: str | None = None
    contact: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """Who was asked to go since the event has its date, and who said no."""

    people: frozenset[int]
    refused: frozenset[int]


class WhoIsAsked(Enum):
    """Beside the desk, which sees every event."""

    GUARD = "guard"
    COORDINATORS = "coordinators"
    """Nobody has the guard at its hour."""
    NOBODY = "nobody"


def who_is_asked(events: Iterable[TicketEvent]) -> WhoIsAsked:
    """By the same history."""
    found = WhoIsAsked.NOBODY
    for event in events:
        if event.kind is EventKind.EVENT_MOVED and is_of_date(event.data):
            found = WhoIsAsked.NOBODY
        elif event.kind is EventKind.EVENT_CALLED and found is not WhoIsAsked.GUARD:
            is_of_guard = event.data.get("on_duty", True)
            found = WhoIsAsked.GUARD if is_of_guard else WhoIsAsked.COORDINATORS
    return found


def asked_of(events: Iterable[TicketEvent]) -> Asked:
    """By the history of an event's ticket, the oldest first. Another date, or none, leaves nothing behind."""
    asked: set[int] = set()
    refused: set[int] = set()
    for event in events:
        if event.kind is EventKind.EVENT_MOVED and is_of_date(event.data):
            asked, refused = set(), set()
        elif event.kind in (EventKind.EVENT_CALLED, EventKind.PAGED):
            asked |= set(event.named)
        elif event.kind is EventKind.EVENT_DECLINED and event.actor:
            refused.add(event.actor)
    return Asked(frozenset(asked), frozenset(refused))


def is_of_date(data: Mapping[str, object]) -> bool:
    """Of the fact that an event was changed: its date, and not its place alone."""
    return bool(data.get("moved_to") or data.get("postponed"))


def exception_of(calendar: WorkCalendar, event_at: datetime) -> ExceptionKind | None:
    """An event within working hours is a ticket like any; outside them it is the exception of the ANS."""
    return None if calendar.is_open(event_at) else ExceptionKind.MAYOR_EVENT


def is_about_to_happen(calendar: WorkCalendar, event_at: datetime, now: datetime) -> bool:
    """Nobody attends, and it begins before anybody does: only the guard can go."""
    return not calendar.is_open(now) and event_at < calendar.opens_at(now)


def is_past(event_at: datetime | None, now: datetime) -> bool:
    """It began so long ago that nobody is called to it any more."""
    return event_at is not None and event_at + STILL_ON <= now


def is_confirmed(ticket: Ticket) -> bool:
    """Somebody said that they go; whoever was only assigned has not said so yet."""
    return ticket.assignee is not None and ticket.state is not State.ASSIGNED


def reminder_at(calendar: WorkCalendar, event_at: datetime, before: timedelta) -> datetime:
    """When that reminder comes. What would fall into the night comes in the evening before it, unless the event is near."""
    at = calendar.local(event_at - before)
    if before <= NEAR or DAWN <= at.time() < NIGHT:
        return at
    evening = at.date() if at.time() >= NIGHT else at.date() - timedelta(days=1)
    return datetime.combine(evening, LAST_CALL, calendar.zone)


def due_reminders(
    calendar: WorkCalendar, event_at: datetime, offsets: Sequence[timedelta], now: datetime
) -> list[timedelta]:
    """Those whose time has come, the longest first; none once the event has begun."""
    if event_at <= now:
        return []
    return [before for before in offsets if reminder_at(calendar, event_at, before) <= now]


def is_for_requester(before: timedelta, offsets: Sequence[timedelta]) -> bool:
    return before in offsets[-LAST_REMINDERS:]


def next_asked(waves: Sequence[Sequence[int]], asked: Collection[int], refused: Collection[int]) -> list[int]:
    """Who is asked next to go: the first of the waves in which somebody was not asked yet. After the last one everybody
    is asked again who did not say no."""
    for wave in waves:
        fresh = [one for one in dict.fromkeys(wave) if one not in asked and one not in refused]
        if fresh:
            return fresh
    everybody = dict.fromkeys(one for wave in waves for one in wave)
    return [one for one in everybody if one not in refused]


def asked_how_it_was_at(calendar: WorkCalendar, event_at: datetime) -> datetime:
    """The opening of the first working day after the event."""
    day_after = calendar.local(event_at).date() + timedelta(days=1)
    return calendar.opens_at(datetime.combine(day_after, time(), calendar.zone))
