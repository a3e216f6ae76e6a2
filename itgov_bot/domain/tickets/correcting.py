"""What an agent told last of a ticket, and may tell otherwise: what was done or is awaited, what its requester was told."""

from collections.abc import Iterable
from datetime import timedelta

from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.ticket import State, Ticket
from itgov_bot.domain.tickets.undoing import standing

CORRECT_FOR = timedelta(minutes=30)
"""So long «no fue la fuente, fue el cable» may be of it, though no ticket is named."""
TOLD = frozenset(
    {EventKind.RESOLVED, EventKind.WAITING, EventKind.ANSWERED, EventKind.NOTED, EventKind.CORRECTED}
)
OWN_WORDS = frozenset({EventKind.ANSWERED, EventKind.NOTED})
"""Of these each puts right their own alone."""


def told_last(events: Iterable[TicketEvent]) -> list[TicketEvent]:
    """The words of these deeds that still stand, the last first."""
    return [one for one in reversed(standing(events)) if one.kind in TOLD and one.data.get("text")]


def kind_told(event: TicketEvent) -> EventKind:
    """Of what it told: a correction is of the deed that it put right."""
    return EventKind(event.data.get("what", event.kind)) if event.kind is EventKind.CORRECTED else event.kind


def may_correct(ticket: Ticket, kind: EventKind) -> bool:
    """Whether the ticket still says so; words that went to somebody can be put right at any time."""
    if kind is EventKind.RESOLVED:
        return ticket.state in (State.RESOLVED, State.CLOSED)
    return kind in OWN_WORDS or ticket.state is State.WAITING
