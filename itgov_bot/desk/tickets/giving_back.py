"""Tickets go back to the queue: one that whoever has it does not go on with, or all of an agent who is one no more."""

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets.changes import move, record
from itgov_bot.desk.tickets.guard import hand_over
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.moves import Move
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.storage import tickets


async def give_back(desk: Desk, person: Person, by: Person | None) -> list[Ticket]:
    """What they had, open; the guard is called for what is urgent in closed hours. `by` took the role away."""
    had = await tickets.in_hand(desk.session, person.id)
    for ticket in had:
        await release(desk, ticket, by)
    return had


async def in_hand(desk: Desk, person: Person) -> list[Ticket]:
    """What somebody has, alive."""
    return list(await tickets.in_hand(desk.session, person.id))


async def release(desk: Desk, ticket: Ticket, by: Person | None) -> Ticket:
    """Nobody has it any more; the guard is called for what is urgent in closed hours. Raises MoveNotAllowed or Overtaken."""
    had = ticket.assignee
    if ticket.urgent and not desk.calendar(ticket.service).is_open(desk.now):
        await hand_over(desk, ticket, by)
        return ticket
    released = await move(desk, ticket, Move.RELEASE, assignee_id=None, waiting_for=None)
    return await record(desk, released, EventKind.RETURNED, by.id if by else None, had=had)
