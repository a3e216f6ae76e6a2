"""Who is on duty at an instant, and in which pieces of time that stays the same."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby, pairwise

from itgov_bot.domain.rota.plan import DutySpan, Override, Rota, Stint

Ladder = dict[int, tuple[int, ...]]
"""The people of each step; 1 is called first. Nobody stands on two steps."""


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
