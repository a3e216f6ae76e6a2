"""How urgent a report is and what is asked next, and whether the guard is called: it is the hour of effect that counts, by
the hours of its service (the general ones where none is known)."""

from datetime import date, datetime
from enum import Enum, auto

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.tickets.accompaniment import is_about_to_happen
from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.records import dataclass


class Next(Enum):
    """What a report leads to."""

    HOW_MANY = auto()
    """It is asked whom it hits; nothing is urgent before that is known."""
    GUARD = auto()
    """Nobody attends: with one press the guard is paged."""
    FIRST_IN_LINE = auto()
    """People attend: it stands above what waits, without a question, and nobody is woken."""
    ORDINARY = auto()


@dataclass(frozen=True, slots=True)
class Told:
    """The exception of the ANS that is told, as it was understood or answered.

    `is_doubtful`: it may as well hit one person; `is_whom_open`: it is surely down, and not said for whom. An event that
    the person did not confirm is on `event_day`, from `event_at` on, where they told it.
    """

    exception: ExceptionKind | None = None
    is_doubtful: bool = False
    is_whom_open: bool = False
    event_day: date | None = None
    event_at: datetime | None = None


def next_step(told: Told, calendar: WorkCalendar, now: datetime) -> Next:
    """The rule of the desk; `calendar` is that of the service concerned. At night whom a sure outage hits is not asked
    apart: the press that calls the guard says it."""
    is_open = calendar.is_open(now)
    if told.exception is None:
        return Next.ORDINARY
    if told.exception is ExceptionKind.MAYOR_EVENT:
        return Next.ORDINARY if is_open or _can_wait(told, calendar, now) else Next.GUARD
    if told.is_doubtful or (is_open and told.is_whom_open):
        return Next.HOW_MANY
    return Next.FIRST_IN_LINE if is_open else Next.GUARD


def _can_wait(event: Told, calendar: WorkCalendar, now: datetime) -> bool:
    """Whether people attend again before the event: then it is planned, and nobody is woken."""
    if event.event_at:
        return not is_about_to_happen(calendar, event.event_at, now)
    return event.event_day is not None and event.event_day > calendar.local(now).date()


def wakes_the_guard(calendar: WorkCalendar, now: datetime, event_at: datetime | None = None) -> bool:
    """Whether the guard is called for an urgent ticket: nobody attends, and what it tells of does not wait until they do.

    An event counts if it begins between the last closing and the next opening: others are seen in working hours.
    """
    if calendar.is_open(now):
        return False
    return event_at is None or calendar.closed_since(now) <= event_at < calendar.opens_at(now)
