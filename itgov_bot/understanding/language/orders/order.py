"""What an agent orders of a case, with what stood beside it."""

from enum import StrEnum

from itgov_bot.records import dataclass


class Order(StrEnum):
    TAKE = "take"
    RELEASE = "release"
    """Back to the queue."""
    HAND = "hand"
    """To a colleague, or to another service: by who or what is named."""
    ASSIGN = "assign"
    SERVICE = "service"
    PRIORITY = "priority"
    SOLVE = "solve"
    WAIT = "wait"
    RESUME = "resume"
    CANCEL = "cancel"
    ESCALATE = "escalate"
    MERGE = "merge"
    REOPEN = "reopen"
    UNDO = "undo"
    KEEP = "keep"
    """What was just written is to be an answer at hand."""
    REMIND = "remind"
    """A colleague, of what they have."""
    NOTE = "note"
    ANSWER = "answer"
    """Words for whoever opened it: «dígale que ya voy»."""
    OUTAGE = "outage"
    """It is one, which hits many."""
    NEWS = "news"
    """Words for everybody whom an outage hit."""


@dataclass(frozen=True, slots=True)
class Ordered:
    """`named`: to whom, how soon, which service or number; `text`: what was done, what is awaited, why; both as they were
    written. `is_sure`: it means nothing else; otherwise it is an order only if what it names is known and it can be done."""

    order: Order
    named: str = ""
    text: str = ""
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class NumberedOrder:
    """The same, of the cases with these `numbers`, as they were written."""

    ordered: Ordered
    numbers: tuple[str, ...]
