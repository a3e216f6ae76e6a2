"""Tickets go back to the queue: one that whoever has it does not go on with, or all of an agent who is one no more."""

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets import accompaniment
from itgov_bot.desk.tickets.changes import move, record
from itgov_bot.desk.tickets.guard import hand_over
from itgov_bot.domain.facts import AgentLeft, Left
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.moves import Move
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.storage import people, tickets


async def give_back(
    desk: Desk, person: Person, by: Person | None, why: Left, *, left_duty: bool = False
) -> list[Ticket]:
    """What they had, open; the guard is called for what is urgent in closed hours. The desk and who coordinates it hear
    of all of it at once. `by` took the role away."""
    had = await in_hand(desk, person)
    for ticket in had:
        await release(desk, ticket, by, together=True)
    desk.facts.append(AgentLeft(person, why, tuple(had), by, left_duty))
    return had


async def in_hand(desk: Desk, person: Person) -> list[Ticket]:
    """What somebody has, alive."""
    return list(await tickets.in_hand(desk.session, person.id))


async def release(desk: Desk, ticket: Ticket, by: Person | None, *, together: bool = False) -> Ticket:
    """Nobody has it any more; the guard is called for what is urgent in closed hours, the next ones are asked for an
    event. `together`: with others, of which the desk is told at once. Raises MoveNotAllowed or Overtaken."""
    had = ticket.assignee
    if ticket.event_at and had:
        return await accompaniment.decline(desk, ticket, await people.get(desk.session, had))
    if ticket.urgent and not desk.calendar(ticket.service).is_open(desk.now):
        await hand_over(desk, ticket, by)
        return ticket
    released = await move(desk, ticket, Move.RELEASE, assignee_id=None, waiting_for=None)
    actor = by.id if by else None
    return await record(desk, released, EventKind.RETURNED, actor, had=had, together=together)
