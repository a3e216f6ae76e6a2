"""How long one waits: what a service usually takes, and when the desk may be reminded again. Pure."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from statistics import median

from itgov_bot.domain.calendar import WorkCalendar

LOOKED_AT = timedelta(days=90)
"""So far back reach the solved tickets that say what is usual."""
MIN_SOLVED = 10
"""Of fewer nothing is usual."""


def usual_time(calendar: WorkCalendar, solved: Sequence[tuple[datetime, datetime]]) -> timedelta | None:
    """The median working time of tickets, each from its opening to its solution; None while they are too few."""
    if len(solved) < MIN_SOLVED:
        return None
    worked = [calendar.working_time(opened, done).total_seconds() for opened, done in solved]
    return timedelta(seconds=median(worked))


def may_remind(calendar: WorkCalendar, last: datetime | None, now: datetime) -> bool:
    """Once a working day: what is written in closed hours is read on the next one."""
    return last is None or _read_on(calendar, last) != _read_on(calendar, now)


def _read_on(calendar: WorkCalendar, at: datetime) -> date:
    return calendar.local(calendar.opens_at(at)).date()
