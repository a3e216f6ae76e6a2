"""The clock of a ticket in working time: how long it has run, when it is due, and when working days have gone by.

Used by `desk/due_times`, the rounds (reminders, rating, closing) and the indicators.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import islice

from itgov_bot.domain.calendar import NeverOpens, WorkCalendar
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.undoing import standing
from itgov_bot.records import dataclass


class Clock(StrEnum):
    """What a fact does to the clock of the solution. Paused: the next word is the requester's. Stopped: done."""

    RUNS = "runs"
    PAUSED = "paused"
    STOPPED = "stopped"


# A kind that is not here leaves the clock as it was: handing over a ticket that waits does not wake it.
EFFECT: dict[EventKind, Clock] = {
    EventKind.OPENED: Clock.RUNS,
    EventKind.WAITING: Clock.PAUSED,
    EventKind.RESUMED: Clock.RUNS,
    EventKind.GUARD_CALLED: Clock.RUNS,
    EventKind.RETURNED: Clock.RUNS,
    EventKind.RESOLVED: Clock.STOPPED,
    EventKind.SELF_SOLVED: Clock.STOPPED,
    EventKind.REOPENED: Clock.RUNS,
    EventKind.CLOSED: Clock.STOPPED,
    EventKind.CANCELLED: Clock.STOPPED,
    EventKind.MERGED: Clock.STOPPED,
}
INTO = "into"
"""The number of the ticket that goes on. It stands in the event of the merged ticket alone, whose clock stops."""


@dataclass(frozen=True, slots=True)
class Change:
    """From `at` on the clock does this, until the next change."""

    at: datetime
    clock: Clock


def changes_of(events: Iterable[TicketEvent]) -> list[Change]:
    """The history of the clock. It is kept when a ticket is reopened: the time before the solution counts."""
    return [Change(event.at, EFFECT[event.kind]) for event in standing(events) if _counts(event)]


def _counts(event: TicketEvent) -> bool:
    return event.kind in EFFECT and (event.kind is not EventKind.MERGED or INTO in event.data)


def worked(changes: Sequence[Change], calendar: WorkCalendar, now: datetime) -> timedelta:
    """The working time that has run until `now`."""
    return sum((calendar.working_time(*span) for span in _running(changes, now)), timedelta())


def due_at(changes: Sequence[Change], calendar: WorkCalendar, target: timedelta) -> datetime | None:
    """When the target is (or was) reached; None while the clock is paused or stopped."""
    if not changes or changes[-1].clock is not Clock.RUNS:
        return None
    left = target
    for start, end in _running(changes, changes[-1].at):
        ran = calendar.working_time(start, end)
        if ran >= left:
            return calendar.add_working_time(start, left)
        left -= ran
    return calendar.add_working_time(changes[-1].at, left)


def is_soon(calendar: WorkCalendar, due: datetime, now: datetime, before: timedelta) -> bool:
    """Whether no more than `before` of working time is left until the due instant."""
    return now < due and calendar.working_time(now, due) <= before


def after_working_days(calendar: WorkCalendar, start: datetime, days: int) -> datetime:
    """The same time of the day, `days` (at least one) working days later; the closing of that day where it closes sooner.

    What happens outside hours counts from the next opening. Raises NeverOpens.
    """
    begin = calendar.opens_at(start)
    ahead = (span for span in calendar.spans_from(begin) if span[0].date() > begin.date())
    later = list(islice(ahead, days))
    if len(later) < days:
        raise NeverOpens(calendar.key)
    opens, closes = later[-1]
    return min(max(datetime.combine(opens.date(), begin.time(), calendar.zone), opens), closes)


def _running(changes: Sequence[Change], now: datetime) -> Iterator[tuple[datetime, datetime]]:
    """The intervals in which the clock ran, until `now`."""
    ends = [change.at for change in changes[1:]] + [now]
    for change, end in zip(changes, ends, strict=True):
        if change.clock is Clock.RUNS and change.at < now:
            yield change.at, min(end, now)
