"""Is a report one of the two exceptions of the ANS? They are paged while nobody attends, by the hours of their service."""

from __future__ import annotations

from itgov_bot.desk.desk import Desk
from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.understanding import Understanding


def exception_told(
    desk: Desk, understanding: Understanding, text: str, service: str | None
) -> ExceptionKind | None:
    """The exception that a text tells of, whatever the hour."""
    return understanding.exception(text, desk.now, desk.calendar(service))


def exception_now(
    desk: Desk, understanding: Understanding, text: str, service: str | None
) -> ExceptionKind | None:
    """The exception that the guard is offered for: none while people attend."""
    if desk.calendar(service).is_open(desk.now):
        return None
    return exception_told(desk, understanding, text, service)
