"""How a ticket is sorted: its service, its priority, who should look at it, and the ticket it belongs to."""

from typing import Literal

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets.affected import follow_merge, leave_merge
from itgov_bot.desk.tickets.changes import Overtaken, keep, move, must_live, record
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.moves import Move
from itgov_bot.domain.tickets.ticket import Priority, State, Ticket
from itgov_bot.storage import tickets

Problem = Literal["itself", "not_live", "already"]


class CannotMerge(Exception):
    """Two tickets cannot become one. `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


async def change_service(desk: Desk, ticket: Ticket, service: str | None, by: Person) -> Ticket:
    """Raises MoveNotAllowed (the ticket is over) or Overtaken."""
    must_live(ticket)
    sorted_anew = await keep(desk, ticket, service=service)
    return await record(
        desk, sorted_anew, EventKind.SERVICE_CHANGED, by.id, was=ticket.service, service=service
    )


async def change_priority(desk: Desk, ticket: Ticket, priority: Priority, by: Person) -> Ticket:
    """Raises MoveNotAllowed (the ticket is over) or Overtaken."""
    must_live(ticket)
    kept = await keep(desk, ticket, priority=priority)
    data = {"was": ticket.priority, "priority": priority, "had": ticket.assignee}
    return await record(desk, kept, EventKind.PRIORITY_CHANGED, by.id, **data)


async def escalate(
    desk: Desk, ticket: Ticket, by: Person, reason: str, *, to: Person | None = None
) -> Ticket:
    """Somebody else must look: the ticket goes to `to`, or without one its priority rises and the coordinator hears.

    Raises MoveNotAllowed or Overtaken.
    """
    must_live(ticket)
    if to is not None:
        handed = await move(desk, ticket, Move.ASSIGN, assignee=to.id)
        return await record(
            desk, handed, EventKind.ESCALATED, by.id, to=to.id, reason=reason, had=ticket.assignee
        )
    priority = max(ticket.priority, Priority.HIGH, key=list(Priority).index)
    raised = await keep(desk, ticket, priority=priority)
    return await record(
        desk, raised, EventKind.ESCALATED, by.id, reason=reason, was=ticket.priority, priority=priority
    )


async def merge_into(desk: Desk, ticket: Ticket, target: Ticket, by: Person) -> Ticket:
    """Closes a ticket that is told of in another one. Its messages and files stay with it, and its requester follows; so
    does who has it, where nobody has the other one.

    Raises CannotMerge, MoveNotAllowed or Overtaken.
    """
    if target.id == ticket.id:
        raise CannotMerge("itself")
    if ticket.merged_into is not None:
        raise CannotMerge("already")
    if not target.is_live:
        raise CannotMerge("not_live")
    merged = await move(desk, ticket, Move.MERGE, merged_into_id=target.id, waiting_for=None)
    if ticket.assignee and not target.assignee:
        target = await move(desk, target, Move.ASSIGN, assignee=ticket.assignee)
        await record(desk, target, EventKind.ASSIGNED, by.id, to=ticket.assignee, came_with=ticket.number)
    await record(desk, target, EventKind.MERGED, by.id, number=ticket.number, came_from=ticket.assignee)
    await follow_merge(desk, ticket, target)
    if target.is_outage:  # who is counted in it now stays so: that is not called back
        del desk.before[ticket.id]
    if ticket.urgent and not target.urgent:  # what was urgent in one is so in what goes on
        await keep(desk, target, urgent=True, priority=Priority.URGENT, exception=ticket.exception)
    return await record(desk, merged, EventKind.MERGED, by.id, into=target.number, had=ticket.assignee)


async def separate(desk: Desk, ticket: Ticket, by: Person) -> tuple[Ticket, Ticket]:
    """What went into another one goes on by itself again, with who had it; whoever was counted there by it alone is no
    longer. Returns both. Raises Overtaken where it stands in none."""
    if ticket.merged_into is None:
        raise Overtaken
    into = await tickets.get(desk.session, ticket.merged_into)
    state = State.IN_PROGRESS if ticket.assignee else State.NEW
    back = await tickets.change(desk.session, ticket, state, desk.now, assignee=None, merged_into_id=None)
    if back is None:
        raise Overtaken
    await leave_merge(desk, ticket, into)
    await record(desk, into, EventKind.UNDONE, by.id, what=EventKind.MERGED, number=ticket.number)
    return await record(desk, back, EventKind.UNDONE, by.id, what=EventKind.MERGED), into
