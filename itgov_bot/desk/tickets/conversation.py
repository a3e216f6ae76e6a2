"""What the requester of a ticket wrote last, and what the desk wrote to them."""

from collections.abc import Sequence
from dataclasses import dataclass

from itgov_bot.desk.desk import Desk
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.storage import ticket_events

_WRITTEN = frozenset(
    {
        EventKind.MESSAGE_ADDED,
        EventKind.DETAILS_TOLD,
        EventKind.FILE_ADDED,
        EventKind.REOPENED,
        EventKind.COMPLAINED,
    }
)
_TOLD = frozenset({EventKind.ANSWERED, EventKind.WAITING, EventKind.RESOLVED, EventKind.CORRECTED})
MOST = 3


@dataclass(frozen=True, slots=True)
class LastWords:
    """`theirs`: since the desk wrote to them, or before where that is all; `asked`: what the desk wrote last."""

    theirs: Sequence[TicketEvent]
    asked: TicketEvent | None
    is_answered: bool
    """They wrote after the desk did."""


async def last_words(desk: Desk, ticket: Ticket) -> LastWords:
    events = await ticket_events.timeline(desk.session, ticket.id)
    theirs = [one for one in events if one.kind in _WRITTEN and one.actor == ticket.requester and _says(one)]
    told = [
        one for one in events if one.kind in _TOLD and one.actor != ticket.requester and one.data.get("text")
    ]
    asked = told[-1] if told else None
    since = [
        one
        for one in theirs
        if asked is None or (one.at >= asked.at and events.index(one) > events.index(asked))
    ]
    return LastWords((since or theirs)[-MOST:], asked, bool(since))


def _says(event: TicketEvent) -> bool:
    return bool(event.data.get("text") or event.data.get("name") or event.data.get("reason"))
