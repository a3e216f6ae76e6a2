"""The urgent tickets of a night, as those who answer for the desk read them in the morning."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from itgov_bot.domain.calendar import Span, WorkCalendar
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.ticket import Solution
from itgov_bot.domain.tickets.view import EventView, TicketView

_TAKES = {EventKind.TAKEN, EventKind.ASSIGNED, EventKind.ESCALATED, EventKind.RESOLVED}
"""What puts a ticket into somebody's hands."""


@dataclass(frozen=True, slots=True)
class Called:
    """Who was called, and when. `declined`: those of them who said that they cannot."""

    at: datetime
    people: tuple[Person, ...]
    declined: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class NightCase:
    """A ticket for which the guard was called at `called_at`, and who took it then, and when."""

    view: TicketView
    called_at: datetime
    taken_by: Person | None = None
    taken_at: datetime | None = None
    calls: tuple[Called, ...] = ()
    was_none: bool = False
    """The desk found it to be no urgency, or took it away."""

    @property
    def is_untaken(self) -> bool:
        """Nobody has it, and it still waits for somebody."""
        return self.taken_by is None and self.view.ticket.is_live

    @property
    def taken_after(self) -> timedelta | None:
        return self.taken_at - self.called_at if self.taken_at else None


def night_case(view: TicketView, events: Sequence[EventView], span: Span) -> NightCase:
    """By what happened to the ticket; it was called for within the span."""
    called_at = next(
        event.at for event in events if event.kind is EventKind.PAGED and span[0] <= event.at < span[1]
    )
    calls, was_none = tuple(_calls(events, span)), any(map(_was_none, events))
    for event in events:
        if event.at >= called_at and (taker := _taker(view, event)):
            return NightCase(view, called_at, taker, event.at, calls, was_none)
    return NightCase(view, called_at, view.holder, calls=calls, was_none=was_none)


def _was_none(event: EventView) -> bool:
    is_voided = event.kind is EventKind.CANCELLED and bool(event.data.get("by_desk"))
    return is_voided or event.kind is EventKind.URGENCY_WITHDRAWN


def _calls(events: Sequence[EventView], span: Span) -> Iterator[Called]:
    """Those of the span, the oldest first."""
    for at, event in enumerate(events):
        if event.kind is EventKind.PAGED and span[0] <= event.at < span[1]:
            later = events[at + 1 :]
            yield Called(
                event.at, tuple(event.people), tuple(one for one in event.people if _declined(one, later))
            )


def _declined(person: Person, later: Sequence[EventView]) -> bool:
    """Whether they said no to this very call, and neither took it nor were called again first."""
    for event in later:
        if event.is_by(person) and event.kind in (EventKind.PAGE_DECLINED, EventKind.TAKEN):
            return event.kind is EventKind.PAGE_DECLINED
        if event.kind is EventKind.PAGED and person in event.people:
            return False
    return False


def _taker(view: TicketView, event: EventView) -> Person | None:
    """Who has the ticket from then on. Who says that theirs works again took nothing."""
    says_it_works = event.is_by(view.requester) and event.data.get("solution") == Solution.SELF
    if event.kind not in _TAKES or says_it_works:
        return None
    return event.to or (event.by if event.kind in (EventKind.TAKEN, EventKind.RESOLVED) else None)


def worst_first(cases: Iterable[NightCase]) -> list[NightCase]:
    """What nobody took comes first, then in the order of the calls."""
    return sorted(cases, key=lambda case: (not case.is_untaken, case.called_at, case.view.ticket.id))


def last_night(calendar: WorkCalendar, now: datetime) -> Span:
    """From the last closing until the opening after it, or until now while it lasts. Raises NeverOpens."""
    if calendar.is_open(now):
        opening = next(calendar.spans_from(now))[0]
        return calendar.closed_since(opening), opening
    return calendar.closed_since(now), now
