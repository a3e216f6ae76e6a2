"""What is planned for the guard: the weeks and their order, who stands in, which swaps were asked for.

People are ids. Instants are aware; a week begins at the hand-over, and its minute belongs to the new week.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from itgov_bot.records import dataclass

WEEK = timedelta(days=7)
INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class RotaRules:
    """What `data/rota.yaml` says. `order` are the users of `channel` as it numbers them; the first of them has the
    week that the day `counts_from` lies in. `weekday` 0 is Monday."""

    weekday: int
    hour: time
    steps: int
    warn_days: int
    order: tuple[str, ...] = ()
    counts_from: date | None = None
    channel: str = "telegram"

    @property
    def warn_ahead(self) -> timedelta:
        return timedelta(days=self.warn_days)


@dataclass(frozen=True, slots=True)
class Weeks:
    """The weeks of duty on the wall clock of the city: each begins on one weekday at one hour."""

    weekday: int
    hour: time
    zone: ZoneInfo

    def start_of(self, at: datetime) -> datetime:
        """The last hand-over that is not after an instant."""
        local = at.astimezone(self.zone)
        back = timedelta(days=(local.weekday() - self.weekday) % 7)
        start = datetime.combine(local.date() - back, self.hour, self.zone)
        return start if start <= local else start - WEEK

    def number_of(self, at: datetime) -> int:
        """Counts the weeks of all times, each one more than the one before."""
        return self.start_of(at).toordinal() // 7

    def hand_overs(self, start: datetime, until: datetime) -> Iterator[datetime]:
        """Those in [start, until), in local time."""
        at = self.start_of(start - INSTANT) + WEEK
        while at < until:
            yield at
            at += WEEK


@dataclass(frozen=True, slots=True)
class Rota:
    """Who takes turns, and who is always there.

    The first of `order` has the week that `Weeks` numbers `first_week`, the next one the week after it; None is
    somebody who cannot be counted on, whose week the next one takes. `steps` of the ladder rotate: on the first is
    whose week it is, on the second the next in order. The `fixed` people (step and person) stand behind those, and are
    the whole ladder where nobody takes turns.
    """

    weeks: Weeks
    steps: int = 1
    order: tuple[int | None, ...] = ()
    first_week: int = 0
    fixed: tuple[tuple[int, int], ...] = ()

    @property
    def rotating(self) -> int:
        """How many steps can rotate: nobody stands on two."""
        return min(self.steps, len(set(self.order) - {None}))

    @property
    def is_empty(self) -> bool:
        return not self.rotating and not self.fixed

    def queue_at(self, at: datetime) -> list[int | None]:
        """The order as it stands in that week: whose week it is comes first."""
        if not self.order:
            return []
        first = (self.weeks.number_of(at) - self.first_week) % len(self.order)
        return [*self.order[first:], *self.order[:first]]


@dataclass(frozen=True, slots=True)
class DutySpan:
    """From an instant until just before another one."""

    starts_at: datetime
    ends_at: datetime

    def covers(self, at: datetime) -> bool:
        return self.starts_at <= at < self.ends_at

    def without(self, other: "DutySpan") -> "list[DutySpan]":
        """What is left of it before and after another one."""
        before = DutySpan(self.starts_at, min(self.ends_at, other.starts_at))
        after = DutySpan(max(self.starts_at, other.ends_at), self.ends_at)
        return [one for one in dict.fromkeys((before, after)) if one.starts_at < one.ends_at]


@dataclass(frozen=True, slots=True)
class Override:
    """For a span somebody stands in for another, wherever on the ladder that one would be. A later `id` counts more."""

    person: int
    instead_of: int
    span: DutySpan
    id: int = 0


@dataclass(frozen=True, slots=True)
class Swap:
    """Somebody asks another to be on duty in `span`, and would be in `other` for it (None: a favour). Where `span` is an
    instant nothing is asked for: it is an offer."""

    id: int
    asked_by: int
    asked_of: int
    span: DutySpan
    other: DutySpan | None = None
    answered_at: datetime | None = None
    is_agreed: bool | None = None

    @classmethod
    def offer(cls, by: int, of: int, span: DutySpan) -> "Swap":
        """Somebody would be on duty instead of another, for nothing."""
        return cls(0, by, of, DutySpan(span.starts_at, span.starts_at), span)

    @property
    def offered(self) -> DutySpan | None:
        """The turn that somebody would take for nothing; None of a request."""
        return self.other if self.span.starts_at == self.span.ends_at else None

    @property
    def turn(self) -> DutySpan:
        """What it is about."""
        return self.offered or self.span

    @property
    def expires_at(self) -> datetime:
        """When the first of it begins: then it is too late to agree."""
        return min(self.span.starts_at, self.other.starts_at) if self.other else self.span.starts_at


@dataclass(frozen=True, slots=True)
class Stint:
    """Somebody is on a step of the ladder for a while without a break."""

    person: int
    step: int
    span: DutySpan


@dataclass(frozen=True, slots=True)
class Hole:
    """Closed hours in which nobody who can be reached is on duty, or one person where there should be more.

    `span` begins and ends in closed hours; there may be open ones between.
    """

    kind: Literal["nobody", "too_few"]
    span: DutySpan


def without(order: Sequence[int | None], person: int) -> tuple[int | None, ...]:
    """The same order without somebody: the others keep their places."""
    return tuple(one for one in order if one != person)
