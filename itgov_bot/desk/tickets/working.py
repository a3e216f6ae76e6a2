"""What an agent does to a case: takes it, hands it over, answers, lets it wait, solves it, annuls it."""

from __future__ import annotations

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets.changes import Overtaken, TakenBySomebodyElse, move, record
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.moves import Move, MoveNotAllowed
from itgov_bot.domain.tickets.ticket import Kind, Solution, Ticket
from itgov_bot.storage import duty, tickets


async def take_ticket(desk: Desk, ticket: Ticket, by: Person, *, private: bool = False) -> TicketEvent:
    """An agent makes the case theirs and its paging ends. Raises MoveNotAllowed or TakenBySomebodyElse."""
    try:
        await move(desk, ticket, Move.TAKE, assignee=by.id)
    except (MoveNotAllowed, Overtaken):
        current = await tickets.get(desk.session, ticket.id)
        if current.assignee and current.is_live:
            raise TakenBySomebodyElse(current.assignee) from None
        raise
    await duty.stop_page(desk.session, ticket.id, by.id, desk.now)
    return await record(desk, ticket, EventKind.TAKEN, by.id, private=private)


async def assign_ticket(desk: Desk, ticket: Ticket, to: Person, by: Person) -> TicketEvent:
    """Gives the case to somebody. Raises MoveNotAllowed or Overtaken."""
    await move(desk, ticket, Move.ASSIGN, assignee=to.id)
    await duty.stop_page(desk.session, ticket.id, to.id, desk.now)
    return await record(desk, ticket, EventKind.ASSIGNED, by.id, to=to.id)


async def answer_requester(
    desk: Desk, ticket: Ticket, by: Person, text: str, *, private: bool = False
) -> TicketEvent:
    """Words to the requester. `private`: written in the agent's own chat, so what comes back is shown there."""
    await _first_answer(desk, ticket, by)
    return await record(desk, ticket, EventKind.ANSWERED, by.id, text=text, private=private)


async def wait_for(desk: Desk, ticket: Ticket, by: Person, what: str) -> TicketEvent:
    """The case stands still until something comes: its clock stops. Raises MoveNotAllowed or Overtaken."""
    await move(desk, ticket, Move.WAIT, waiting_for=what, assignee=ticket.assignee or by.id)
    await _first_answer(desk, ticket, by)
    return await record(desk, ticket, EventKind.WAITING, by.id, text=what)


async def resume_ticket(desk: Desk, ticket: Ticket, by: Person | None) -> TicketEvent:
    """Raises MoveNotAllowed or Overtaken."""
    await move(desk, ticket, Move.RESUME, waiting_for=None)
    return await record(desk, ticket, EventKind.RESUMED, by.id if by else None)


async def resolve_ticket(
    desk: Desk,
    ticket: Ticket,
    by: Person,
    what_was_done: str,
    *,
    kind: Kind | None = None,
    solution: Solution | None = None,
) -> TicketEvent:
    """The solution, as indicators 6, 7 and 8 count it. Whoever solves what nobody had, has it.

    Raises MoveNotAllowed or Overtaken.
    """
    await move(
        desk,
        ticket,
        Move.RESOLVE,
        assignee=ticket.assignee or by.id,
        kind=kind or ticket.kind,
        solution=solution or ticket.solution,
        outcome=what_was_done,
        resolved_at=desk.now,
        waiting_for=None,
        rating=None,  # a new solution is rated anew
        rating_comment=None,
    )
    await _first_answer(desk, ticket, by)
    await duty.stop_page(desk.session, ticket.id, by.id, desk.now)
    return await record(
        desk, ticket, EventKind.RESOLVED, by.id, text=what_was_done, kind=kind, solution=solution
    )


async def annul_ticket(desk: Desk, ticket: Ticket, by: Person, reason: str) -> TicketEvent:
    """The desk takes a case away that was none (a mistake, a test). Raises MoveNotAllowed or Overtaken."""
    await move(desk, ticket, Move.CANCEL, waiting_for=None)
    await duty.stop_page(desk.session, ticket.id, by.id, desk.now)
    return await record(desk, ticket, EventKind.CANCELLED, by.id, reason=reason, by_desk=True)


async def note(desk: Desk, ticket: Ticket, by: Person, text: str) -> TicketEvent:
    """Words for the desk alone: the requester never sees them."""
    return await record(desk, ticket, EventKind.NOTED, by.id, text=text)


async def _first_answer(desk: Desk, ticket: Ticket, by: Person) -> None:
    """Whatever first reaches the requester in somebody else's words counts, and only the first time."""
    if by.id != ticket.requester:
        await tickets.put_once(desk.session, ticket.id, "first_answer_at", desk.now)
