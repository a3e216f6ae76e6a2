"""The life cycle as a table: which action may be done to a ticket in which state, and where it leads."""

from enum import StrEnum

from itgov_bot.domain.tickets.ticket import State, Ticket


class Move(StrEnum):
    """An action that changes where a ticket stands."""

    TAKE = "take"
    TAKE_OVER = "take_over"
    ASSIGN = "assign"
    RELEASE = "release"
    WAIT = "wait"
    RESUME = "resume"
    RESOLVE = "resolve"
    CLOSE = "close"
    REOPEN = "reopen"
    CANCEL = "cancel"
    MERGE = "merge"


class MoveNotAllowed(Exception):
    """The ticket is in a state from which this action cannot be done."""

    def __init__(self, move: Move, state: State) -> None:
        super().__init__(f"{move} from {state}")
        self.move = move
        self.state = state


S = State
MOVES: dict[Move, dict[State, State]] = {
    Move.TAKE: {S.NEW: S.IN_PROGRESS, S.ASSIGNED: S.IN_PROGRESS, S.REOPENED: S.IN_PROGRESS},
    # From a colleague: what waits goes on waiting.
    Move.TAKE_OVER: {
        S.ASSIGNED: S.IN_PROGRESS,
        S.IN_PROGRESS: S.IN_PROGRESS,
        S.REOPENED: S.IN_PROGRESS,
        S.WAITING: S.WAITING,
    },
    # Handing over a ticket that waits does not wake its clock: it goes on waiting, with somebody else.
    Move.ASSIGN: {
        S.NEW: S.ASSIGNED,
        S.ASSIGNED: S.ASSIGNED,
        S.IN_PROGRESS: S.ASSIGNED,
        S.REOPENED: S.ASSIGNED,
        S.WAITING: S.WAITING,
    },
    Move.WAIT: {S.ASSIGNED: S.WAITING, S.IN_PROGRESS: S.WAITING, S.REOPENED: S.WAITING},
    Move.RESUME: {S.WAITING: S.IN_PROGRESS},
    # Back to the queue: whoever had it cannot go on, or hands it to the guard.
    Move.RELEASE: {
        S.ASSIGNED: S.NEW,
        S.IN_PROGRESS: S.NEW,
        S.WAITING: S.NEW,
        S.REOPENED: S.NEW,
    },
    Move.RESOLVE: {
        S.NEW: S.RESOLVED,
        S.ASSIGNED: S.RESOLVED,
        S.IN_PROGRESS: S.RESOLVED,
        S.WAITING: S.RESOLVED,
        S.REOPENED: S.RESOLVED,
    },
    Move.CLOSE: {S.RESOLVED: S.CLOSED},
    Move.REOPEN: {S.RESOLVED: S.REOPENED, S.CLOSED: S.REOPENED},
    Move.CANCEL: {
        S.NEW: S.CANCELLED,
        S.ASSIGNED: S.CANCELLED,
        S.IN_PROGRESS: S.CANCELLED,
        S.WAITING: S.CANCELLED,
        S.REOPENED: S.CANCELLED,
    },
    Move.MERGE: {
        S.NEW: S.CLOSED,
        S.ASSIGNED: S.CLOSED,
        S.IN_PROGRESS: S.CLOSED,
        S.WAITING: S.CLOSED,
        S.REOPENED: S.CLOSED,
    },
}


def allowed(move: Move, state: State) -> bool:
    return state in MOVES[move]


def may_follow(move: Move, ticket: Ticket) -> bool:
    """Who lets a ticket of nobody wait, takes it with that; an event is taken by saying that they go, and not otherwise."""
    may_take = move is Move.WAIT and not ticket.event_at and allowed(Move.TAKE, ticket.state)
    return may_take or allowed(move, ticket.state)


def after(move: Move, state: State) -> State:
    """The state a move leads to. Raises MoveNotAllowed."""
    if state not in MOVES[move]:
        raise MoveNotAllowed(move, state)
    return MOVES[move][state]
