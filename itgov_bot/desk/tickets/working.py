"""What an agent does to a ticket: takes it, hands it over, answers, lets it wait, solves it, voids it."""

from collections.abc import Sequence
from datetime import datetime

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets.changes import (
    UNRATED,
    Overtaken,
    TakenBySomebodyElse,
    keep,
    move,
    record,
)
from itgov_bot.desk.tickets.requesting import keep_files
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.moves import Move, MoveNotAllowed, allowed
from itgov_bot.domain.tickets.outages import check_span, started_at
from itgov_bot.domain.tickets.ticket import OF_DESK, Kind, Solution, Ticket
from itgov_bot.storage import people, tickets


async def take_ticket(
    desk: Desk, ticket: Ticket, by: Person, *, instead_of: int | None = None, private: bool = False
) -> Ticket:
    """An agent makes the ticket theirs and its paging ends. `instead_of`: the colleague who has it, and who hears of it.

    Raises MoveNotAllowed or TakenBySomebodyElse.
    """
    had = ticket.assignee if ticket.assignee != by.id else None
    if had not in (None, instead_of):
        raise TakenBySomebodyElse(await people.get(desk.session, had))
    try:
        taken = await move(desk, ticket, Move.TAKE_OVER if had else Move.TAKE, assignee=by.id)
    except (MoveNotAllowed, Overtaken):
        current = await tickets.get(desk.session, ticket.id)
        if current.assignee and current.is_live:
            raise TakenBySomebodyElse(await people.get(desk.session, current.assignee)) from None
        raise
    return await record(desk, taken, EventKind.TAKEN, by.id, private=private, had=had)


async def assign_ticket(desk: Desk, ticket: Ticket, to: Person, by: Person) -> Ticket:
    """Gives the ticket to somebody. Raises MoveNotAllowed or Overtaken."""
    assigned = await move(desk, ticket, Move.ASSIGN, assignee=to.id)
    return await record(desk, assigned, EventKind.ASSIGNED, by.id, to=to.id, had=ticket.assignee)


async def answer_requester(
    desk: Desk,
    ticket: Ticket,
    by: Person,
    text: str,
    files: Sequence[StoredFile] = (),
    *,
    private: bool = False,
    reader: int | None = None,
) -> Ticket:
    """Words and files to the requester, or to `reader` (an id) alone: whose own ticket went into this one, or whom the
    outage hits. Whoever answers what nobody has, has it. `private`: from the agent's own chat, so what comes back is shown
    there."""
    to = {"reader": reader, "internal": True} if reader not in (None, ticket.requester) else {}
    if text:
        said = {"text": text, "private": private, "had": ticket.assignee, **to}
        ticket = await record(desk, ticket, EventKind.ANSWERED, by.id, **said)
    answered = await keep_files(desk, ticket, by, files, by_desk=True, had=ticket.assignee, **to)
    return await _taken_by_answering(desk, answered, by, private=private)


async def _taken_by_answering(desk: Desk, ticket: Ticket, by: Person, *, private: bool) -> Ticket:
    """Nobody's, or what was given back or to them and is not in hand yet. Not of an event: to take it says that they go.
    To one's own ticket one adds."""
    is_theirs = ticket.assignee in (None, by.id) and allowed(Move.TAKE, ticket.state)
    if not is_theirs or ticket.event_at or by.id == ticket.requester:
        return ticket
    try:
        taken = await move(desk, ticket, Move.TAKE, assignee=by.id)
    except (MoveNotAllowed, Overtaken):
        return await tickets.get(desk.session, ticket.id)
    return await record(desk, taken, EventKind.TAKEN, by.id, private=private, by_answering=True)


async def wait_for(desk: Desk, ticket: Ticket, by: Person, what: str) -> Ticket:
    """The ticket stands still until something comes: its clock stops. Raises MoveNotAllowed or Overtaken."""
    waiting = await move(desk, ticket, Move.WAIT, waiting_for=what, assignee=ticket.assignee or by.id)
    return await record(desk, waiting, EventKind.WAITING, by.id, text=what, had=ticket.assignee)


async def take_and_wait(
    desk: Desk, ticket: Ticket, by: Person, what: str, *, private: bool = False
) -> Ticket:
    """The same of what nobody may have: whoever lets it wait, has it. Raises MoveNotAllowed or Overtaken."""
    return await wait_for(desk, await _taken_by_answering(desk, ticket, by, private=private), by, what)


async def resume_ticket(desk: Desk, ticket: Ticket, by: Person) -> Ticket:
    """Raises MoveNotAllowed or Overtaken."""
    resumed = await move(desk, ticket, Move.RESUME, waiting_for=None)
    return await record(desk, resumed, EventKind.RESUMED, by.id, had=ticket.assignee)


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
        **UNRATED,
    )
    data = {"until": ended.isoformat()} if ended else {}
    said = {"text": what_was_done, "kind": kind, "solution": solution, "had": ticket.assignee, **data}
    return await record(desk, resolved, EventKind.RESOLVED, by.id, **said)


async def void_ticket(desk: Desk, ticket: Ticket, by: Person, reason: str) -> Ticket:
    """The desk takes away a ticket that was none (a mistake, a test). Raises MoveNotAllowed or Overtaken."""
    voided = await move(desk, ticket, Move.CANCEL, waiting_for=None, outcome=reason)
    return await record(
        desk, voided, EventKind.CANCELLED, by.id, reason=reason, by_desk=True, had=ticket.assignee
    )


async def note(
    desk: Desk,
    ticket: Ticket,
    by: Person,
    text: str,
    files: Sequence[StoredFile] = (),
    *,
    reader: int | None = None,
    place: str = "",
) -> Ticket:
    """Words and files for the desk alone: the requester never sees them. `reader` is the id of the colleague who is shown
    the words; with a `place` they tell where it is more precisely. Raises Overtaken."""
    if place:
        ticket = await keep(desk, ticket, place=place)
    if text:
        to = {"reader": reader} if reader else {}
        ticket = await record(
            desk, ticket, EventKind.NOTED, by.id, text=text, **to, **({"place": place} if place else {})
        )
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
