"""What words do: a table of what is going on with somebody, by what is said."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from itgov_bot.conversation.flows.staff.hearing import Heard
from itgov_bot.domain.tickets.matters import MatterKind


class Deed(StrEnum):
    """What is done with the words at the ticket where they belong."""

    PASS = "pass"
    """To whoever is at the other end."""
    DETAILS = "details"
    """The same, and where they are and how to reach them is kept on the ticket."""
    WHO = "who"
    """Who took it and since when, or that nobody did."""
    STATE = "state"
    WHEN = "when"
    """Who has it or how many come before, and what reminds the desk."""
    REMIND = "remind"
    """The desk is reminded of it."""
    CLOSE = "close"
    """Shall it be closed?"""
    REOPEN = "reopen"
    """Shall it be opened again?"""
    THANK = "thank"
    """A courtesy, answered with one; nobody who is busy is rung for it."""
    RATE = "rate"
    STARS = "stars"
    UNCOUNTED = "uncounted"
    """Stars of who did not open it."""
    STILL_FAILS = "still_fails"
    """An outage is over, but not for them."""
    TAKE = "take"
    """They take it, or go to its event, as with the button."""
    DECLINE = "decline"
    """They cannot."""
    HAND_OVER = "hand_over"
    """The guard takes it."""
    KEEP = "keep"
    """They go on with it."""
    ASK_HAND_OVER = "ask_hand_over"
    """Does another take it, or was it said to whoever reported it?"""
    TELL = "tell"
    """What they ask of the desk about it is answered."""


class Sure(StrEnum):
    """How surely words of a kind belong to a matter of a kind."""

    ALWAYS = "always"
    IF_LAST = "if_last"
    """When the last thing they read was about it; else they are asked."""
    ONLY_IF_LAST = "only_if_last"
    """When the last thing they read was about it; else they mean something else."""
    ASK = "ask"
    ASK_IF_LAST = "ask_if_last"


@dataclass(frozen=True, slots=True)
class Cell:
    deed: Deed
    sure: Sure = Sure.ALWAYS


_PASS, _LAST = Cell(Deed.PASS), Cell(Deed.PASS, Sure.IF_LAST)
_ONLY_LAST, ASK_LAST = Cell(Deed.PASS, Sure.ONLY_IF_LAST), Cell(Deed.PASS, Sure.ASK_IF_LAST)
_STATE, _WHEN, _REMIND = Cell(Deed.STATE), Cell(Deed.WHEN), Cell(Deed.REMIND)
_ASK = Cell(Deed.PASS, Sure.ASK)
_DETAILS = Cell(Deed.DETAILS)
_TAKE, _DECLINE = Cell(Deed.TAKE), Cell(Deed.DECLINE)
_HAND_OVER, _KEEP, _TELL = Cell(Deed.HAND_OVER), Cell(Deed.KEEP), Cell(Deed.TELL)

WHERE: Mapping[MatterKind, Mapping[Heard, Cell]] = {
    MatterKind.URGENT: {
        Heard.FILE: _PASS,
        Heard.WAITS: Cell(Deed.WHO),
        Heard.STATE: _STATE,
        Heard.STILL: _PASS,
        Heard.FIXED: Cell(Deed.CLOSE),
        Heard.CORRECTS: _PASS,
        Heard.AWAY: _PASS,
        Heard.URGES: _PASS,
        Heard.REACH: _DETAILS,
        Heard.DETAILS: _DETAILS,
        Heard.SEEN: _PASS,
        Heard.BUT: _PASS,
        Heard.DONE: _PASS,
        Heard.THANKS: Cell(Deed.THANK, Sure.ONLY_IF_LAST),
        Heard.YES: _ONLY_LAST,
        Heard.NO: _ONLY_LAST,
        Heard.NUMBER: _ONLY_LAST,
        Heard.MORE: _PASS,
    },
    MatterKind.GUARD: {
        Heard.ASKS_DESK: _TELL,
        Heard.GIVES_UP: _HAND_OVER,
        Heard.MAY_GIVE_UP: Cell(Deed.ASK_HAND_OVER),
        Heard.KEEPS: _KEEP,
        Heard.CANNOT: _DECLINE,
        Heard.GUARD: _HAND_OVER,
        Heard.FILE: _LAST,
        Heard.WAITS: _ONLY_LAST,
        Heard.STILL: _LAST,
        Heard.FIXED: _PASS,
        Heard.COMES: _PASS,
        Heard.DETAILS: _PASS,
        Heard.SEEN: _LAST,
        Heard.BUT: _LAST,
        Heard.DONE: _PASS,
        Heard.THANKS: _ONLY_LAST,
        Heard.YES: _ONLY_LAST,
        Heard.NO: _ONLY_LAST,
        Heard.MORE: _LAST,
    },
    MatterKind.HELD: {
        Heard.ASKS_DESK: _TELL,
        Heard.GIVES_UP: _HAND_OVER,
        Heard.CANNOT: _HAND_OVER,
        Heard.GUARD: _HAND_OVER,
        Heard.KEEPS: _KEEP,
        Heard.TAKES: _KEEP,
        Heard.FILE: _LAST,
        Heard.FIXED: _PASS,
        Heard.COMES: Cell(Deed.PASS, Sure.ASK),
        Heard.DETAILS: _PASS,
        Heard.SEEN: _LAST,
        Heard.BUT: _LAST,
        Heard.MORE: ASK_LAST,
    },
    MatterKind.CALLED: {
        Heard.ASKS_DESK: _TELL,
        Heard.ASKS_EITHER: _TELL,
        Heard.GIVES_UP: _DECLINE,
        Heard.MAY_GIVE_UP: _DECLINE,
        Heard.CANNOT: _DECLINE,
        Heard.KEEPS: _TAKE,
        Heard.TAKES: _TAKE,
        Heard.COMES: _TAKE,
        Heard.YES: Cell(Deed.TAKE, Sure.ASK_IF_LAST),
        Heard.NO: Cell(Deed.DECLINE, Sure.ASK_IF_LAST),
    },
    MatterKind.GOES: {
        Heard.ASKS_DESK: Cell(Deed.TELL, Sure.ONLY_IF_LAST),
        Heard.GIVES_UP: _DECLINE,
        Heard.CANNOT: _DECLINE,
    },
    MatterKind.ASKED: {
        Heard.FILE: _PASS,
        Heard.REMIND: _REMIND,
        Heard.WAITS: _WHEN,
        Heard.STATE: _STATE,
        Heard.STILL: _PASS,
        Heard.FIXED: _PASS,
        Heard.REACH: _PASS,
        Heard.CORRECTS: _PASS,
        Heard.AWAY: _PASS,
        Heard.URGES: _PASS,
        Heard.DETAILS: _PASS,
        Heard.SEEN: _PASS,
        Heard.BUT: _PASS,
        Heard.DONE: _PASS,
        Heard.YES: _LAST,
        Heard.NO: _LAST,
        Heard.NUMBER: _ONLY_LAST,
        Heard.MORE: _LAST,
    },
    MatterKind.AFTER: {
        Heard.FILE: _PASS,
        Heard.WAITS: _ONLY_LAST,
        Heard.STILL: Cell(Deed.REOPEN),
        Heard.STARS: Cell(Deed.STARS),
        Heard.FIXED: _PASS,
        Heard.AWAY: _ONLY_LAST,
        Heard.URGES: _ONLY_LAST,
        Heard.DETAILS: _LAST,
        Heard.SEEN: _LAST,
        Heard.BUT: _LAST,
        Heard.DONE: _LAST,
        Heard.THANKS: Cell(Deed.RATE),
        Heard.YES: _ONLY_LAST,
        Heard.NO: _ONLY_LAST,
        Heard.NUMBER: _ONLY_LAST,
        Heard.MORE: _ONLY_LAST,
    },
    MatterKind.BESIDE: {
        Heard.FILE: _PASS,
        Heard.WAITS: _ONLY_LAST,
        Heard.STILL: _LAST,
        Heard.FIXED: _LAST,
        Heard.DETAILS: _LAST,
        Heard.SEEN: _LAST,
        Heard.BUT: _LAST,
        Heard.DONE: _LAST,
        Heard.YES: _ONLY_LAST,
        Heard.NO: _ONLY_LAST,
        Heard.NUMBER: _ONLY_LAST,
        Heard.MORE: _ONLY_LAST,
    },
    MatterKind.SOLVED: {
        Heard.STILL: Cell(Deed.REOPEN),
        Heard.STARS: Cell(Deed.STARS),
        Heard.FIXED: Cell(Deed.RATE),
        Heard.BUT: Cell(Deed.REOPEN, Sure.ASK),
        Heard.THANKS: Cell(Deed.RATE),
        Heard.OPINION: Cell(Deed.RATE, Sure.ONLY_IF_LAST),
        Heard.YES: Cell(Deed.RATE, Sure.ONLY_IF_LAST),
        Heard.NO: Cell(Deed.REOPEN, Sure.ONLY_IF_LAST),
        Heard.SAME: Cell(Deed.REOPEN, Sure.ASK),
        Heard.SHOWN: _ASK,
    },
    MatterKind.OUTAGE: {
        Heard.WAITS: _STATE,
        Heard.STILL: _PASS,
        Heard.FIXED: _PASS,
        Heard.DETAILS: _ONLY_LAST,
        Heard.SEEN: _ONLY_LAST,
        Heard.BUT: _ONLY_LAST,
        Heard.MORE: ASK_LAST,
    },
    MatterKind.OUTAGE_OVER: {
        Heard.STILL: Cell(Deed.STILL_FAILS),
        Heard.STARS: Cell(Deed.UNCOUNTED, Sure.ONLY_IF_LAST),
        Heard.FIXED: Cell(Deed.THANK, Sure.ONLY_IF_LAST),
        Heard.NO: Cell(Deed.STILL_FAILS, Sure.ONLY_IF_LAST),
    },
    MatterKind.OPEN: {
        Heard.REMIND: _REMIND,
        Heard.WAITS: _WHEN,
        Heard.STATE: _STATE,
        Heard.STILL: _PASS,
        Heard.FIXED: Cell(Deed.CLOSE),
        Heard.REACH: _DETAILS,
        Heard.CORRECTS: _LAST,
        Heard.CHANGES: _DETAILS,
        Heard.AWAY: _PASS,
        Heard.URGES: _PASS,
        Heard.DETAILS: Cell(Deed.DETAILS, Sure.ONLY_IF_LAST),
        Heard.TRIED: _LAST,
        Heard.SHOWN: _ASK,
    },
}
"""What is going on, and what words do there. What does not stand in a row says nothing to it."""
