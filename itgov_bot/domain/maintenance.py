"""Planned maintenance: work that is announced beforehand. What it takes away meanwhile is no outage, and pages nobody."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal

from itgov_bot.domain.calendar import Span, WorkCalendar
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.downtime import Down
from itgov_bot.domain.people import Person

MAX_LENGTH = timedelta(days=7)
"""What is longer was read wrongly, or is no maintenance."""
MAX_LATE = timedelta(minutes=15)
"""So long after its beginning it may still be announced."""

SpanProblem = Literal["past", "ends_before_start", "too_long"]


class MaintenanceKind(StrEnum):
    """What happened to one. Each kind has its row in `notices/maintenance`."""

    ANNOUNCED = "announced"
    MOVED = "moved"
    CANCELLED = "cancelled"
    COMES_TOMORROW = "comes_tomorrow"
    BEGAN = "began"
    SHOULD_BE_OVER = "should_be_over"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class MaintenancePlan:
    """What is announced. `service` is a catalogue id; None where it is none in particular."""

    text: str
    service: str | None
    starts_at: datetime
    ends_at: datetime

    @property
    def span(self) -> Span:
        return self.starts_at, self.ends_at


@dataclass(frozen=True, slots=True)
class Maintenance:
    """One that was announced. `ended_at` is when somebody said that it is over."""

    id: int
    plan: MaintenancePlan
    announced_by: int | None
    announced_at: datetime
    cancelled_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Neither cancelled nor over, whatever the hour."""
        return self.cancelled_at is None and self.ended_at is None

    def is_running(self, now: datetime) -> bool:
        """While it was announced to last; what fails later may be an outage, so it is not explained by it."""
        return self.is_open and self.plan.starts_at <= now < self.plan.ends_at

    @property
    def down(self) -> Down:
        """As downtime is counted: not longer than it was announced, nor than it lasted."""
        ends = min(self.plan.ends_at, self.ended_at or self.plan.ends_at)
        return Down((self.plan.starts_at, ends), self.plan.service)


@dataclass(frozen=True, slots=True)
class MaintenanceView:
    """One as it is read: with its service, who announced it, and the calendar whose clock is shown."""

    maintenance: Maintenance
    service: Service | None
    announced_by: Person | None
    calendar: WorkCalendar
    now: datetime

    def local(self, at: datetime) -> datetime:
        return self.calendar.local(at)

    @property
    def local_now(self) -> datetime:
        return self.calendar.local(self.now)

    @property
    def is_running(self) -> bool:
        return self.maintenance.is_running(self.now)


def problem_with(span: Span, now: datetime, was: Span | None = None) -> SpanProblem | None:
    """Why nothing can be announced for this time; None when it can. What goes on (`was`) only ends at another time."""
    starts, ends = span
    has_begun = was is not None and was[0] == starts
    if ends <= starts:
        return "ends_before_start"
    if ends <= now or (starts < now - MAX_LATE and not has_begun):
        return "past"
    return "too_long" if ends - starts > MAX_LENGTH else None
