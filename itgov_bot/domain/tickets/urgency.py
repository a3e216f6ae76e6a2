"""When a report is urgent: it tells of an exception of the ANS, and nobody attends by the hours of its service."""

from __future__ import annotations

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
