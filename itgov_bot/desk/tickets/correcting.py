"""An agent puts right what they told of a ticket, or where it is."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets.changes import keep, record
from itgov_bot.desk.tickets.lookup import get
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.correcting import CORRECT_FOR, OWN_WORDS, kind_told, may_correct, told_last
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.moves import Move, MoveNotAllowed
from itgov_bot.domain.tickets.ticket import Kind, Solution, Ticket
from itgov_bot.storage import ticket_events, tickets


async def told_lately(
    desk: Desk, by: Person, within: timedelta = CORRECT_FOR
) -> Sequence[tuple[Ticket, TicketEvent]]:
    """What somebody told of any ticket and may still put right, the last first."""
    events = await ticket_events.done_by(desk.session, by.id, desk.now - within)
    found = [(await get(desk, one.ticket), one) for one in told_last(events)]
    return [(ticket, one) for ticket, one in found if may_correct(ticket, kind_told(one))]


async def told_of(
    desk: Desk, ticket: Ticket, by: Person, kind: EventKind | None = None
) -> TicketEvent | None:
    """What was told last of this ticket, of a `kind`, by anybody if it is how it was solved or what it waits for."""
    events = told_last(await ticket_events.timeline(desk.session, ticket.id))
    those = [one for one in events if may_correct(ticket, kind_told(one)) and kind in (None, kind_told(one))]
    return next((one for one in those if one.actor == by.id or kind_told(one) not in OWN_WORDS), None)


async def correct_solution(
    desk: Desk, ticket: Ticket, by: Person, what_was_done: str, *, kind: Kind, solution: Solution
) -> Ticket:
    """Raises MoveNotAllowed (it is not solved any more) or Overtaken."""
    if not may_correct(ticket, EventKind.RESOLVED):
        raise MoveNotAllowed(Move.RESOLVE, ticket.state)
    corrected = await keep(desk, ticket, outcome=what_was_done, kind=kind, solution=solution)
    said = {"text": what_was_done, "what": EventKind.RESOLVED, "kind": kind, "solution": solution}
    return await record(desk, corrected, EventKind.CORRECTED, by.id, **said)


async def correct_waiting(desk: Desk, ticket: Ticket, by: Person, what: str) -> Ticket:
    """Raises MoveNotAllowed (it waits no more) or Overtaken."""
    if not may_correct(ticket, EventKind.WAITING):
        raise MoveNotAllowed(Move.WAIT, ticket.state)
    corrected = await keep(desk, ticket, waiting_for=what)
    return await record(desk, corrected, EventKind.CORRECTED, by.id, text=what, what=EventKind.WAITING)


async def change_place(desk: Desk, ticket: Ticket, by: Person, place: str) -> Ticket:
    """Where it really is, as the desk learned."""
    office = {"office": named} if (named := desk.office(place)) else {}
    await tickets.put(desk.session, ticket.id, place=place, **office)
    now = replace(ticket, place=place)
    return await record(desk, now, EventKind.PLACE_CHANGED, by.id, text=place, had=ticket.assignee)
