"""When a ticket is urgent and who hears of it: it is the hour of effect that counts, by the hours of its service."""

from collections.abc import Callable
from datetime import datetime

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.tickets.ticket import ExceptionKind


def urgent_now(
    told: Callable[[], ExceptionKind | None], calendar: WorkCalendar, now: datetime
) -> ExceptionKind | None:
    """The exception for which the guard is offered. While people attend there is none: they see the ticket themselves.

    `told` says what the words tell of, and is not asked while people attend. `calendar` is the service's, or the general
    one where no service is known yet. A ticket opened with it is urgent and paged (`Draft.urgent`, `open_ticket`).
    """
    return None if calendar.is_open(now) else told()


def wakes_the_guard(calendar: WorkCalendar, now: datetime, event_at: datetime | None = None) -> bool:
    """Whether the guard is called for an urgent ticket: nobody attends, and what it tells of does not wait until they do.

    An event counts if it begins between the last closing and the next opening: others are seen in working hours.
    """
    if calendar.is_open(now):
        return False
    return event_at is None or calendar.closed_since(now) <= event_at < calendar.opens_at(now)
