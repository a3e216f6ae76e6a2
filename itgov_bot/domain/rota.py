"""The duty rota: whose week it is, who stands in for whom, when it is handed over, and when nobody would come.

People are ids. Instants are aware; a week begins at the hand-over, and its minute belongs to the new week.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby, pairwise
from typing import Literal
from zoneinfo import ZoneInfo

from itgov_bot.domain.calendar import WorkCalendar

WEEK = timedelta(days=7)
INSTANT = timedelta(microseconds=1)

Ladder = dict[int, tuple[int, ...]]
"""The people of each step; 1 is called first. Nobody stands on two steps."""


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


@dataclass(frozen=True, slots=True)
class Override:
    """For a span somebody stands in for another, wherever on the ladder that one would be. A later `id` counts more."""

    person: int
    instead_of: int
    span: DutySpan
    id: int = 0


@dataclass(frozen=True, slots=True)
class Swap:
    """Somebody asks another to be on duty in `span`, and would be in `other` for it (None: a favour)."""

    id: int
    asked_by: int
    asked_of: int
    span: DutySpan
    other: DutySpan | None = None
    answered_at: datetime | None = None
    is_agreed: bool | None = None

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


def ladder_at(rota: Rota, overrides: Iterable[Override], at: datetime) -> Ladder:
    """Who is on duty at an instant, step by step. A rotating step is missing when nobody is left for it."""
    standing = {one.instead_of: one.person for one in _by_age(overrides) if one.span.covers(at)}
    ladder: Ladder = {}
    queue = rota.queue_at(at)
    for step, planned in enumerate(queue[: rota.rotating], 1):
        wanted = None if planned is None else _who_comes(planned, standing)
        free = (one for one in (wanted, *queue[step:], *queue[:step]) if _is_free(one, ladder))
        found = next((one for one in free if one == wanted or one not in standing), None)
        if found is not None:
            ladder[step] = (found,)
    for step, planned in sorted(rota.fixed):
        found = _who_comes(planned, standing)
        if _is_free(found, ladder):
            behind = rota.rotating + step
            ladder[behind] = (*ladder.get(behind, ()), found)
    return ladder


def everybody(ladder: Ladder) -> set[int]:
    return {person for people in ladder.values() for person in people}


def step_of(ladder: Ladder, person: int) -> int | None:
    return next((step for step, people in ladder.items() if person in people), None)


def changes(rota: Rota, overrides: Iterable[Override], start: datetime, until: datetime) -> list[datetime]:
    """The instants in [start, until) at which the ladder may become another one: hand-overs, and ends of stand-ins."""
    edges = {edge for one in overrides for edge in (one.span.starts_at, one.span.ends_at)}
    within = {edge for edge in edges if start <= edge < until}
    return sorted(within.union(rota.weeks.hand_overs(start, until)))


def ladders(
    rota: Rota, overrides: Sequence[Override], start: datetime, until: datetime
) -> Iterator[tuple[DutySpan, Ladder]]:
    """The ladders from `start` until `until`, in pieces during which each stays the same."""
    edges = [start, *(one for one in changes(rota, overrides, start, until) if one > start), until]
    for begins, ends in pairwise(edges):
        yield DutySpan(begins, ends), ladder_at(rota, overrides, begins)


def stints_of(
    person: int, rota: Rota, overrides: Sequence[Override], start: datetime, until: datetime
) -> list[Stint]:
    """When somebody is on a rotating step, in order; who is always there takes no turns."""
    placed = ((span, step_of(one, person)) for span, one in ladders(rota, overrides, start, until))
    stints = []
    for step, pieces in groupby(placed, key=lambda piece: piece[1]):
        spans = [span for span, _ in pieces]
        if step is not None and step <= rota.rotating:
            stints.append(Stint(person, step, DutySpan(spans[0].starts_at, spans[-1].ends_at)))
    return stints


def is_on_duty(person: int, rota: Rota, overrides: Sequence[Override], span: DutySpan) -> bool:
    """Whether somebody is on the ladder during the whole of a span."""
    pieces = ladders(rota, overrides, span.starts_at, span.ends_at)
    return all(person in everybody(ladder) for _, ladder in pieces)


def holes(
    rota: Rota,
    overrides: Sequence[Override],
    reachable: set[int],
    calendar: WorkCalendar,
    span: DutySpan,
) -> list[Hole]:
    """The holes of a span, in order. Hours in which people answer at the desk need no guard."""
    judged = [
        (_fault(rota, ladder, reachable), piece)
        for piece, ladder in ladders(rota, overrides, span.starts_at, span.ends_at)
    ]
    found = []
    for kind, pieces in groupby(judged, key=lambda one: one[0]):
        spans = [piece for _, piece in pieces]
        closed = _closed_part(calendar, DutySpan(spans[0].starts_at, spans[-1].ends_at))
        if kind and closed:
            found.append(Hole(kind, closed))
    return found


def without(order: Sequence[int | None], person: int) -> tuple[int | None, ...]:
    """The same order without somebody: the others keep their places."""
    return tuple(one for one in order if one != person)


def _by_age(overrides: Iterable[Override]) -> list[Override]:
    return sorted(overrides, key=lambda one: one.id)


def _who_comes(planned: int, standing: dict[int, int]) -> int:
    """Whoever stands in for a person may be replaced too. Two who stand in for each other have changed places."""
    found, seen = standing.get(planned, planned), {planned}
    while found in standing and standing[found] not in {*seen, found}:
        seen.add(found)
        found = standing[found]
    return found


def _is_free(person: int | None, ladder: Ladder) -> bool:
    return person is not None and person not in everybody(ladder)


def _fault(rota: Rota, ladder: Ladder, reachable: set[int]) -> Literal["nobody", "too_few"] | None:
    if not everybody(ladder) & reachable:
        return "nobody"
    return "too_few" if any(step not in ladder for step in range(1, rota.rotating + 1)) else None


def _closed_part(calendar: WorkCalendar, span: DutySpan) -> DutySpan | None:
    """The span without the open hours at its beginning and its end; None when nothing is left."""
    starts = calendar.closes_at(span.starts_at) or span.starts_at
    last = next(calendar.spans_from(span.ends_at - INSTANT), None)
    ends = min(span.ends_at, last[0]) if last else span.ends_at
    return DutySpan(starts, ends) if starts < ends else None
