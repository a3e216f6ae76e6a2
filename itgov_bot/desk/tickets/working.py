"""What an agent does to a ticket: takes it, hands it over, answers, lets it wait, solves it, voids it."""

from collections.abc import Sequence
from datetime import datetime

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets.changes import Overtaken, TakenBySomebodyElse, keep, move, record
from itgov_bot.desk.tickets.requesting import keep_files
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.moves import Move, MoveNotAllowed
from itgov_bot.domain.tickets.outages import check_span, started_at
from itgov_bot.domain.tickets.ticket import OF_DESK, Kind, Solution, Ticket
from itgov_bot.storage import people, tickets


async def take_ticket(desk: Desk, ticket: Ticket, by: Person, *, private: bool = False) -> Ticket:
    """An agent makes the ticket theirs and its paging ends. Raises MoveNotAllowed or TakenBySomebodyElse."""
    try:
        taken = await move(desk, ticket, Move.TAKE, assignee=by.id)
    except (MoveNotAllowed, Overtaken):
        current = await tickets.get(desk.session, ticket.id)
        if current.assignee and current.is_live:
            raise TakenBySomebodyElse(await people.get(desk.session, current.assignee)) from None
        raise
    return await record(desk, taken, EventKind.TAKEN, by.id, private=private)


async def assign_ticket(desk: Desk, ticket: Ticket, to: Person, by: Person) -> Ticket:
    """Gives the ticket to somebody. Raises MoveNotAllowed or Overtaken."""
    assigned = await move(desk, ticket, Move.ASSIGN, assignee=to.id)
    return await record(desk, assigned, EventKind.ASSIGNED, by.id, to=to.id)


async def answer_requester(
    desk: Desk,
    ticket: Ticket,
    by: Person,
    text: str,
    files: Sequence[StoredFile] = (),
    *,
    private: bool = False,
) -> Ticket:
    """Words and files to the requester. `private`: from the agent's own chat, so what comes back is shown there."""
    if text:
        ticket = await record(desk, ticket, EventKind.ANSWERED, by.id, text=text, private=private)
    return await keep_files(desk, ticket, by, files, by_desk=True)


async def wait_for(desk: Desk, ticket: Ticket, by: Person, what: str) -> Ticket:
    """The ticket stands still until something comes: its clock stops. Raises MoveNotAllowed or Overtaken."""
    waiting = await move(desk, ticket, Move.WAIT, waiting_for=what, assignee=ticket.assignee or by.id)
    return await record(desk, waiting, EventKind.WAITING, by.id, text=what)


async def resume_ticket(desk: Desk, ticket: Ticket, by: Person) -> Ticket:
    """Raises MoveNotAllowed or Overtaken."""
    resumed = await move(desk, ticket, Move.RESUME, waiting_for=None)
    return await record(desk, resumed, EventKind.RESUMED, by.id)


async def resolve_ticket(
    desk: Desk,
    ticket: Ticket,
    by: Person,
    what_was_done: str,
    *,
    kind: Kind | None = None,
    solution: Solution | None = None,
    until: datetime | None = None,
) -> Ticket:
    """The solution, as indicators 6, 7 and 8 count it. A ticket that nobody had becomes its solver's.

    `until`: when an outage ended, as indicator 9 counts it; now, where it is not said.

    Raises MoveNotAllowed, Overtaken or ImpossibleSpan.
    """
    ended = (until or desk.now) if ticket.is_outage else None
    if until and ticket.is_outage:
        check_span(started_at(ticket), until, desk.now)
    resolved = await move(
        desk,
        ticket,
        Move.RESOLVE,
        assignee=ticket.assignee or by.id,
        kind=kind or ticket.kind,
        solution=solution or ticket.solution,
        outcome=what_was_done,
        resolved_at=desk.now,
        solved_by=by.id,
        outage_until=ended,
        waiting_for=None,
        rating=None,  # a new solution is rated anew
        rating_comment=None,
    )
    data = {"until": ended.isoformat()} if ended else {}
    return await record(
        desk, resolved, EventKind.RESOLVED, by.id, text=what_was_done, kind=kind, solution=solution, **data
    )


async def void_ticket(desk: Desk, ticket: Ticket, by: Person, reason: str) -> Ticket:
    """The desk takes away a ticket that was none (a mistake, a test). Raises MoveNotAllowed or Overtaken."""
    voided = await move(desk, ticket, Move.CANCEL, waiting_for=None, outcome=reason)
    return await record(desk, voided, EventKind.CANCELLED, by.id, reason=reason, by_desk=True)


async def note(desk: Desk, ticket: Ticket, by: Person, text: str, files: Sequence[StoredFile] = ()) -> Ticket:
    """Words and files for the desk alone: the requester never sees them."""
    if text:
        ticket = await record(desk, ticket, EventKind.NOTED, by.id, text=text)
    return await keep_files(desk, ticket, by, files, internal=True)


async def sort_solution(
    desk: Desk, ticket: Ticket, by: Person, *, kind: Kind | None = None, solution: Solution | None = None
) -> Ticket:
    """Of what kind it was or how it was solved, said afterwards, as indicators 6, 7 and 8 count it.

    Raises MoveNotAllowed (the desk has not solved it) or Overtaken.
    """
    if not ticket.may_reopen or ticket.solution not in OF_DESK:
        raise MoveNotAllowed(Move.RESOLVE, ticket.state)
    sorted_anew = await keep(desk, ticket, kind=kind or ticket.kind, solution=solution or ticket.solution)
    return await record(
        desk,
        sorted_anew,
        EventKind.SOLUTION_SORTED,
        by.id,
        kind=sorted_anew.kind,
        solution=sorted_anew.solution,
    )
