"""One order for several tickets: lots of them, each with what is done to it and for whom."""

from collections.abc import Sequence
from enum import StrEnum

from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.moves import Move, may_follow
from itgov_bot.domain.tickets.ticket import Priority, Ticket
from itgov_bot.records import dataclass

MAX_AT_ONCE = 30
"""Tickets: more are no longer read before they are pressed."""


class BulkDeed(StrEnum):
    ASSIGN = "assign"
    CLOSE = "close"
    """With the sentence that says what was done, the same for all."""
    MERGE = "merge"
    CANCEL = "cancel"
    """With the reason."""
    WAIT = "wait"
    """With what is awaited."""
    PRIORITY = "priority"
    RELEASE = "release"
    """Back to the queue, whoever has it."""


MOVES = {
    BulkDeed.ASSIGN: Move.ASSIGN,
    BulkDeed.CLOSE: Move.RESOLVE,
    BulkDeed.MERGE: Move.MERGE,
    BulkDeed.CANCEL: Move.CANCEL,
    BulkDeed.WAIT: Move.WAIT,
    BulkDeed.PRIORITY: Move.ASSIGN,
    BulkDeed.RELEASE: Move.RELEASE,
}
"""What must be allowed where a ticket stands."""
TOLD = frozenset({BulkDeed.CLOSE, BulkDeed.CANCEL, BulkDeed.WAIT})
"""Done with a sentence that is read by whoever opened each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lot:
    """One deed for some tickets, by their numbers. `to` is the id of who gets them, `into` the number of the one that goes
    on, `text` what was done, what is awaited or why. What is not known yet is asked."""

    tickets: tuple[str, ...] = ()
    deed: BulkDeed | None = None
    to: int | None = None
    into: str | None = None
    text: str = ""
    level: Priority | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A ticket, whose it is and who has it."""

    ticket: Ticket
    requester: Person | None
    holder: Person | None


@dataclass(frozen=True, slots=True)
class Plan:
    """What is going to be done with one lot: to these; not to those that stand elsewhere.

    `to` is who gets them, `into` the ticket that goes on, `text` what was done, `unknown` the numbers of no ticket.
    """

    deed: BulkDeed
    able: Sequence[Held]
    unable: Sequence[Ticket]
    to: Person | None = None
    into: Held | None = None
    text: str = ""
    level: Priority | None = None
    unknown: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done, and what was not because somebody was faster."""

    done: Sequence[Ticket]
    left: Sequence[Ticket]


def is_able(lot: Lot, ticket: Ticket, into: Ticket | None) -> bool:
    """The ticket that goes on is not merged into itself, and nobody is given what they have."""
    if lot.deed is None or (into is not None and ticket.id == into.id):
        return False
    if lot.deed is BulkDeed.ASSIGN and lot.to is not None and ticket.assignee == lot.to:
        return False
    if lot.deed is BulkDeed.PRIORITY and ticket.priority is lot.level:
        return False
    return may_follow(MOVES[lot.deed], ticket)
