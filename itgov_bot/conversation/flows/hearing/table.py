"""What words do: a table of what is going on with somebody, by what is said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from itgov_bot.conversation.flows.hearing.heard import Heard
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
    CANCEL = "cancel"
    """Shall it be cancelled?"""
    WITHDRAW = "withdraw"
    """Shall the guard be called no more?"""
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

_BY_DEED: Mapping[MatterKind, Mapping[Cell, Sequence[Heard]]] = {
    MatterKind.URGENT: {
        _PASS: (
            Heard.FILE,
            Heard.STILL,
            Heard.CORRECTS,
            Heard.AWAY,
            Heard.URGES,
            Heard.SEEN,
            Heard.BUT,
            Heard.DONE,
            Heard.WHOM,
            Heard.MORE,
        ),
        Cell(Deed.WHO): (Heard.WAITS,),
        _STATE: (Heard.STATE,),
        Cell(Deed.CLOSE): (Heard.STARS, Heard.FIXED),
        Cell(Deed.WITHDRAW): (Heard.NO_ALARM,),
        _DETAILS: (Heard.REACH, Heard.CHANGES, Heard.DETAILS),
        Cell(Deed.THANK, Sure.ONLY_IF_LAST): (Heard.THANKS,),
        _ONLY_LAST: (Heard.YES, Heard.NO, Heard.NUMBER),
    },
    MatterKind.GUARD: {
        _TELL: (Heard.ASKS_DESK,),
        _HAND_OVER: (Heard.GIVES_UP, Heard.GUARD),
        Cell(Deed.ASK_HAND_OVER): (Heard.MAY_GIVE_UP,),
        _KEEP: (Heard.KEEPS,),
        _DECLINE: (Heard.CANNOT,),
        _LAST: (Heard.FILE, Heard.STILL, Heard.SEEN, Heard.BUT, Heard.MORE),
        _ONLY_LAST: (Heard.WAITS, Heard.THANKS, Heard.YES, Heard.NO),
        _PASS: (Heard.FIXED, Heard.COMES, Heard.DETAILS, Heard.DONE),
    },
    MatterKind.HELD: {
        _TELL: (Heard.ASKS_DESK,),
        _HAND_OVER: (Heard.GIVES_UP, Heard.CANNOT, Heard.GUARD),
        _KEEP: (Heard.KEEPS, Heard.TAKES),
        _LAST: (Heard.FILE, Heard.SEEN, Heard.BUT),
        _PASS: (Heard.FIXED, Heard.DETAILS),
        _ASK: (Heard.COMES,),
        ASK_LAST: (Heard.MORE,),
    },
    MatterKind.CALLED: {
        _TELL: (Heard.ASKS_DESK, Heard.ASKS_EITHER),
        _DECLINE: (Heard.GIVES_UP, Heard.MAY_GIVE_UP, Heard.CANNOT),
        _TAKE: (Heard.KEEPS, Heard.TAKES, Heard.COMES),
        Cell(Deed.TAKE, Sure.ASK_IF_LAST): (Heard.YES,),
        Cell(Deed.DECLINE, Sure.ASK_IF_LAST): (Heard.NO,),
    },
    MatterKind.GOES: {
        Cell(Deed.TELL, Sure.ONLY_IF_LAST): (Heard.ASKS_DESK,),
        _DECLINE: (Heard.GIVES_UP, Heard.CANNOT),
    },
    MatterKind.ASKED: {
        _PASS: (
            Heard.FILE,
            Heard.STILL,
            Heard.FIXED,
            Heard.REACH,
            Heard.CORRECTS,
            Heard.AWAY,
            Heard.URGES,
            Heard.DETAILS,
            Heard.SEEN,
            Heard.BUT,
            Heard.DONE,
        ),
        Cell(Deed.CLOSE): (Heard.STARS,),
        _DETAILS: (Heard.CHANGES,),
        _REMIND: (Heard.REMIND,),
        _WHEN: (Heard.WAITS,),
        _STATE: (Heard.STATE,),
        _LAST: (Heard.YES, Heard.NO, Heard.MORE, Heard.SHOWN),
        _ONLY_LAST: (Heard.NUMBER,),
    },
    MatterKind.AFTER: {
        _PASS: (Heard.FILE, Heard.FIXED),
        _ONLY_LAST: (Heard.WAITS, Heard.AWAY, Heard.URGES, Heard.YES, Heard.NO, Heard.NUMBER, Heard.MORE),
        Cell(Deed.REOPEN): (Heard.STILL,),
        Cell(Deed.STARS): (Heard.STARS,),
        _LAST: (Heard.DETAILS, Heard.SEEN, Heard.BUT, Heard.DONE),
        Cell(Deed.RATE): (Heard.THANKS,),
    },
    MatterKind.BESIDE: {
        _PASS: (Heard.FILE,),
        _ONLY_LAST: (Heard.WAITS, Heard.YES, Heard.NO, Heard.NUMBER, Heard.MORE),
        _LAST: (Heard.STILL, Heard.FIXED, Heard.DETAILS, Heard.SEEN, Heard.BUT, Heard.DONE),
    },
    MatterKind.SOLVED: {
        Cell(Deed.REOPEN): (Heard.STILL,),
        Cell(Deed.STARS): (Heard.STARS,),
        Cell(Deed.RATE): (Heard.FIXED, Heard.THANKS),
        Cell(Deed.REOPEN, Sure.ASK): (Heard.BUT, Heard.SAME),
        Cell(Deed.RATE, Sure.ONLY_IF_LAST): (Heard.OPINION, Heard.YES),
        Cell(Deed.REOPEN, Sure.ONLY_IF_LAST): (Heard.NO,),
        _ASK: (Heard.SHOWN,),
    },
    MatterKind.OUTAGE: {
        _STATE: (Heard.WAITS,),
        _PASS: (Heard.STILL, Heard.FIXED, Heard.WHOM),
        _ONLY_LAST: (Heard.DETAILS, Heard.SEEN, Heard.BUT, Heard.OF_CASE),
        ASK_LAST: (Heard.MORE,),
    },
    MatterKind.OUTAGE_OVER: {
        Cell(Deed.STILL_FAILS): (Heard.STILL,),
        Cell(Deed.UNCOUNTED, Sure.ONLY_IF_LAST): (Heard.STARS,),
        Cell(Deed.THANK, Sure.ONLY_IF_LAST): (Heard.FIXED,),
        Cell(Deed.STILL_FAILS, Sure.ONLY_IF_LAST): (Heard.NO,),
    },
    MatterKind.OPEN: {
        _REMIND: (Heard.REMIND,),
        _WHEN: (Heard.WAITS,),
        _STATE: (Heard.STATE,),
        _PASS: (Heard.STILL, Heard.AWAY, Heard.URGES),
        Cell(Deed.CLOSE): (Heard.STARS, Heard.FIXED),
        Cell(Deed.CANCEL): (Heard.WITHDRAWN,),
        _DETAILS: (Heard.REACH, Heard.CHANGES),
        _LAST: (Heard.CORRECTS, Heard.TRIED),
        Cell(Deed.DETAILS, Sure.ONLY_IF_LAST): (Heard.DETAILS,),
        _ONLY_LAST: (Heard.OF_CASE,),
        ASK_LAST: (Heard.MAY_BE_OF_CASE,),
        _ASK: (Heard.SHOWN,),
    },
}
"""What is going on, and for which words each deed is done there."""


WHERE: Mapping[MatterKind, Mapping[Heard, Cell]] = {
    kind: {heard: cell for cell, every in deeds.items() for heard in every}
    for kind, deeds in _BY_DEED.items()
}
"""What is going on, and what words do there. What does not stand in a row says nothing to it."""
