"""One deed for several tickets at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.moves import Move, allowed
from itgov_bot.domain.tickets.ticket import Ticket

MAX_AT_ONCE = 30
"""Tickets: more are no longer read before they are pressed."""


class BulkDeed(StrEnum):
    ASSIGN = "assign"
    CLOSE = "close"
    """With the sentence that says what was done, the same for all."""
    MERGE = "merge"


MOVES = {BulkDeed.ASSIGN: Move.ASSIGN, BulkDeed.CLOSE: Move.RESOLVE, BulkDeed.MERGE: Move.MERGE}


@dataclass(frozen=True, slots=True)
class Held:
    """A ticket, whose it is and who has it."""

    ticket: Ticket
    requester: Person | None
    holder: Person | None


@dataclass(frozen=True, slots=True)
class Plan:
    """What is going to be done: to these; not to those that stand elsewhere.

    `to` is who gets them, `into` the ticket that goes on, `text` what was done, `unknown` the numbers of no ticket.
    """

    deed: BulkDeed
    able: Sequence[Held]
    unable: Sequence[Ticket]
    to: Person | None = None
    into: Held | None = None
    text: str = ""
    unknown: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done, and what was not because somebody was faster."""

    done: Sequence[Ticket]
    left: Sequence[Ticket]


def is_able(deed: BulkDeed, ticket: Ticket, into: Ticket | None, to: int | None = None) -> bool:
    """The ticket that goes on is not merged into itself, and nobody (`to`, an id) is given what they have."""
    is_had = deed is BulkDeed.ASSIGN and to is not None and ticket.assignee == to
    return allowed(MOVES[deed], ticket.state) and not is_had and (into is None or ticket.id != into.id)
