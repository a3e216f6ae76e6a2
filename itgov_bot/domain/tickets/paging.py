"""How the people on duty are called for an urgent ticket: values in, values out. `desk/tickets/paging` does what it says."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from itgov_bot.domain.agreements import DutyRules
from itgov_bot.domain.tickets.events import EventKind, TicketEvent

Ladder = Mapping[int, Sequence[int]]
"""The ids of the people of each step; the lowest is called first."""


class Reach(StrEnum):
    """Who hears of an urgent ticket at once: the guard, or the agents while they attend.

    TAKEN: somebody of the guard has it. WAITS: the guard was called enough for this person tonight, so it is shown with
    the others. LATER: nobody is called now, as when its event does not begin before the desk opens. NOBODY: neither
    guard nor agents are known.
    """

    GUARD = "guard"
    AGENTS = "agents"
    TAKEN = "taken"
    WAITS = "waits"
    LATER = "later"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Page:
    """The calling for one ticket, as it was left: the last step, how often everybody was called, when it goes on."""

    ticket: int
    step: int
    rounds: int
    next_at: datetime


@dataclass(frozen=True, slots=True)
class Call:
    """Who is called now and when the next call is due. `unanswered`: now it is told that nobody answers."""

    step: int
    rounds: int
    people: tuple[int, ...]
    next_at: datetime
    unanswered: bool = False


def first_call(
    ladder: Ladder,
    rules: DutyRules,
    now: datetime,
    declined: frozenset[int] = frozenset(),
    wanted: int | None = None,
) -> Call:
    """`declined`: who is passed over; `wanted`: who is to go on with it, and is called before the others."""
    if wanted is not None:
        step = next((step for step, people in ladder.items() if wanted in people), 0)
        return Call(step, 0, (wanted,), now + rules.climb_after)
    return next_call(Page(0, 0, 0, now), ladder, declined, rules, now)


def passed_over(ladder: Ladder, refused: frozenset[int], gave_up: int | None) -> frozenset[int]:
    """Of the ladder, who gave a ticket up and who refused it before: the latter only while somebody else is left."""
    everybody = {person for people in ladder.values() for person in people}
    released = everybody & {gave_up}
    cannot = frozenset(everybody & refused | released)
    return cannot if everybody - cannot else frozenset(released)


def next_call(page: Page, ladder: Ladder, declined: frozenset[int], rules: DutyRules, now: datetime) -> Call:
    """The next step of which somebody can come; above the last one everybody, `rules.rounds` times.

    Then, or when everybody declined, nobody answers: that is told, and everybody is called again more slowly.
    """
    everybody = _once(person for step in sorted(ladder) for person in ladder[step])
    top = max(ladder, default=page.step)
    soon, slow = now + rules.climb_after, now + rules.slow_after
    if page.rounds > rules.rounds:
        return Call(top, page.rounds + 1, everybody, slow)
    able = {step: tuple(one for one in ladder[step] if one not in declined) for step in sorted(ladder)}
    for step, people in able.items():
        if step > page.step and people:
            return Call(step, page.rounds, people, soon)
    left = _once(person for people in able.values() for person in people)
    if page.rounds == rules.rounds or (everybody and not left):
        return Call(top, rules.rounds + 1, everybody, slow, unanswered=True)
    return Call(top, page.rounds + 1, left, soon)


def is_told_unanswered(page: Page, rules: DutyRules) -> bool:
    """It was told already that nobody answers: from now on everybody is called, slowly."""
    return page.rounds > rules.rounds


def latest_next(rules: DutyRules, now: datetime) -> datetime:
    """No call can be due later than this; one that is was written by a clock that ran ahead."""
    return now + max(rules.climb_after, rules.slow_after)


@dataclass(frozen=True, slots=True)
class Answers:
    """What came of a page so far: who was called in the last call, who in all of them, and who cannot come."""

    last_called: frozenset[int] = frozenset()
    called: tuple[int, ...] = ()
    declined: frozenset[int] = frozenset()

    @property
    def nobody_left(self) -> bool:
        """All who were called last declined: the next step need not wait."""
        return self.last_called <= self.declined

    def without(self, person: int) -> "Answers":
        """They cannot come either."""
        return replace(self, declined=self.declined | {person})


_ENDS = frozenset({EventKind.PAGE_PASSED, EventKind.PAGE_LAPSED, EventKind.URGENCY_WITHDRAWN})


def answers_of(events: Iterable[TicketEvent]) -> Answers:
    """By the history of a ticket, the oldest first. A page that is over leaves nothing behind, and one that begins anew
    whom it passes over."""
    answers = Answers()
    for event in events:
        if event.kind in _ENDS:
            answers = Answers()
        elif event.kind is EventKind.PAGED and not event.data.get("again"):
            answers = Answers(declined=frozenset(event.data.get("declined", ())))
        if event.kind is EventKind.PAGED:
            answers = Answers(
                frozenset(event.named), _once((*answers.called, *event.named)), answers.declined
            )
        elif event.kind is EventKind.PAGE_UNANSWERED:  # they may be able to come by now
            answers = Answers(frozenset(event.named), _once((*answers.called, *event.named)))
        elif event.kind is EventKind.PAGE_DECLINED and event.actor is not None:
            answers = answers.without(event.actor)
    return answers


def last_page(events: Sequence[TicketEvent], since: datetime) -> Sequence[TicketEvent]:
    """The calls of the page that was begun last, as far as they were made since then, the oldest first."""
    kinds = (EventKind.PAGED, EventKind.PAGE_UNANSWERED)
    calls = [event for event in events if event.kind in kinds and event.at >= since]
    first = [place for place, event in enumerate(calls) if not event.data.get("again")]
    return calls[first[-1] if first else 0 :]


def _once(people: Iterable[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(people))


def shown_next(last_shown: datetime | None, every: timedelta, now: datetime) -> datetime:
    """When the reports that wait are shown to somebody: at once, but never more often than `every`."""
    return now if last_shown is None else max(now, last_shown + every)
