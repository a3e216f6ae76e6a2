"""The life cycle as a table: which deed may be done to a case in which state, and where it leads."""

from __future__ import annotations

from enum import StrEnum

from itgov_bot.domain.tickets.ticket import LIVE, State


class Move(StrEnum):
    """A deed that changes where a case stands."""

    TAKE = "take"
    CANCEL = "cancel"
    RESOLVE = "resolve"
    REOPEN = "reopen"


class MoveNotAllowed(Exception):
    """The case is in a state from which this deed cannot be done."""

    def __init__(self, move: Move, state: State) -> None:
        super().__init__(f"{move} from {state}")
        self.move = move
        self.state = state


_TO: dict[Move, tuple[frozenset[State], State]] = {
    Move.TAKE: (frozenset({State.NEW, State.ASSIGNED, State.REOPENED}), State.IN_PROGRESS),
    Move.CANCEL: (LIVE, State.CANCELLED),
    Move.RESOLVE: (LIVE - {State.NEW}, State.RESOLVED),
    Move.REOPEN: (frozenset({State.RESOLVED, State.CLOSED}), State.REOPENED),
}


def allowed(move: Move, state: State) -> bool:
    return state in _TO[move][0]


def after(move: Move, state: State) -> State:
    """The state a move leads to. Raises MoveNotAllowed."""
    if not allowed(move, state):
        raise MoveNotAllowed(move, state)
    return _TO[move][1]
