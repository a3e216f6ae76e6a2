"""How every action changes a ticket: by the table of moves, by a counted update, and with the fact that it leaves."""

from dataclasses import replace

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.due_times import renew_due_times
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind, Reminder, ReminderKind, TicketEvent
from itgov_bot.domain.tickets.moves import Move, MoveNotAllowed, after
from itgov_bot.domain.tickets.ticket import LIVE, Ticket
from itgov_bot.domain.tickets.undoing import WAS, as_it_was, may_undo
from itgov_bot.storage import ticket_events, tickets
from itgov_bot.storage.duty import pages

ANSWERS = frozenset({EventKind.ANSWERED, EventKind.WAITING, EventKind.RESOLVED, EventKind.OUTAGE_NEWS})
"""What reaches the requester in somebody's words: the first of them is the first answer."""


UNRATED = {"rating": None, "rating_comment": None}
"""What a new solution begins with: the one before keeps its rating (`storage/ratings`)."""


class TakenBySomebodyElse(Exception):
    """Two people pressed at once; the other one won. `by` has the ticket."""

    def __init__(self, by: Person) -> None:
        super().__init__(by.id)
        self.by = by


class Overtaken(Exception):
    """Somebody changed the ticket between looking at it and this action: it is no longer as `ticket` says."""


async def move(
    desk: Desk, ticket: Ticket, move: Move, *, assignee: int | None = None, **columns: object
) -> Ticket:
    """The ticket as it stands then; an urgent one that somebody moved is not paged for any more.

    Raises MoveNotAllowed, or Overtaken when somebody else moved it meanwhile.
    """
    to = after(move, ticket.state)
    if ticket.is_postponed and to in LIVE:  # whoever has it, its date is still to be told
        columns.pop("waiting_for", None)
    moved = await tickets.change(desk.session, ticket, to, desk.now, assignee=assignee, **columns)
    if moved is None:
        now_at = (await tickets.get(desk.session, ticket.id)).state
        raise Overtaken if now_at is ticket.state else MoveNotAllowed(move, now_at)
    desk.before.setdefault(ticket.id, ticket)
    if moved.urgent:
        await stop_paging(desk, moved)
    return moved


async def stop_paging(desk: Desk, ticket: Ticket) -> None:
    """The guard is not called for it any more."""
    await pages.stop(desk.session, ticket.id, ticket.assignee, desk.now)


async def keep(desk: Desk, ticket: Ticket, **columns: object) -> Ticket:
    """A counted change that does not move the ticket. Raises Overtaken."""
    kept = await tickets.change(desk.session, ticket, ticket.state, desk.now, assignee=None, **columns)
    if kept is None:
        raise Overtaken
    desk.before.setdefault(ticket.id, ticket)
    return kept


def must_live(ticket: Ticket) -> None:
    """Raises MoveNotAllowed: only while somebody owes something is a ticket sorted, or said to be an outage."""
    after(Move.ASSIGN, ticket.state)


async def record(desk: Desk, ticket: Ticket, kind: EventKind, actor: int | None, /, **data: object) -> Ticket:
    """Appends the fact to the history of the ticket, and has it told before the commit (`unit_of_work`).

    Returns the ticket as it stands then, with its first answer and its due times.
    """
    if _is_answer(ticket, kind, actor) and "reader" not in data and ticket.first_answer_at is None:
        await tickets.put_once(desk.session, ticket.id, "first_answer_at", desk.now)
        ticket = replace(ticket, first_answer_at=desk.now)
    was = {} if data.get("by_answering") else _what_it_was(desk, ticket, kind, actor)  # words are out already
    event = TicketEvent(ticket.id, kind, desk.now, actor, {**data, **was})
    await ticket_events.append(desk.session, event)
    desk.facts.append(event)
    return await renew_due_times(desk, ticket)


def _what_it_was(desk: Desk, ticket: Ticket, kind: EventKind, actor: int | None) -> dict[str, object]:
    """Kept with a deed of the desk's people that can be called back."""
    before = desk.before.get(ticket.id)
    if before is None or actor in (None, ticket.requester) or not may_undo(before, kind):
        return {}
    return {WAS: as_it_was(before, ticket)}


def _is_answer(ticket: Ticket, kind: EventKind, actor: int | None) -> bool:
    """Of an agent, also to a ticket of their own; that it works again, as its requester says, is no answer."""
    return kind in ANSWERS and (kind is not EventKind.RESOLVED or actor == ticket.solved_by)


def remind(desk: Desk, ticket: int, kind: ReminderKind, /, **data: object) -> None:
    """Has told what time made due. It is no part of the history."""
    desk.facts.append(Reminder(ticket, kind, desk.now, data=data))
