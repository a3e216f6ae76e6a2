"""Calling the guard by hand, handing a ticket to it, and taking back what was no urgency."""

from datetime import timedelta

from itgov_bot.desk import support
from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets.changes import keep, move, must_live, record
from itgov_bot.desk.tickets.paging import (
    alert,
    called_so_far,
    has_called_enough,
    reach_of,
    start_paging,
    wait_with_others,
)
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.moves import Move
from itgov_bot.domain.tickets.paging import Reach
from itgov_bot.domain.tickets.ticket import ExceptionKind, Priority, Ticket
from itgov_bot.storage import ticket_events
from itgov_bot.storage.duty import pages

FALSE_ALARMS_COUNTED = timedelta(days=90)


async def call_guard(
    desk: Desk,
    ticket: Ticket,
    by: Person,
    exception: ExceptionKind | None = None,
    wanted: Person | None = None,
) -> Reach:
    """Somebody wants the guard for a live ticket: in closed hours it is called, else the ticket becomes first in line.

    Its requester does so within the limit of a night, and not while the guard has it. `exception`: what it turned out to
    be; `wanted`: who is called before the others. Raises MoveNotAllowed or Overtaken.
    """
    must_live(ticket)
    exception = ticket.exception or exception
    if desk.calendar(ticket.service).is_open(desk.now):
        await put_first(desk, ticket, by, exception)
        return await reach_of(desk, ticket)
    if by.id == ticket.requester and await has_guard(desk, ticket):
        return Reach.TAKEN
    ticket = await _urgent(desk, ticket, exception)
    if by.id == ticket.requester and await has_called_enough(desk, ticket, by):
        await wait_with_others(desk, ticket, by)
    elif not (await pages.standing(desk.session, ticket.id)).runs:
        await hand_over(desk, ticket, by, wanted)
    return await reach_of(desk, ticket)


async def hand_over(desk: Desk, ticket: Ticket, by: Person | None, wanted: Person | None = None) -> None:
    """To the guard: whoever has the ticket no longer has it, and is not called if it is they who give it up. `by` is None
    when the desk itself does it."""
    had = ticket.assignee
    if had is not None:
        ticket = await move(desk, ticket, Move.RELEASE, assignee_id=None, waiting_for=None)
    ticket = await record(desk, ticket, EventKind.GUARD_CALLED, by.id if by else None, had=had)
    gave_up = had if by and by.id == had else None
    await start_paging(desk, ticket, by, gave_up=gave_up, wanted=wanted.id if wanted else None)


async def has_guard(desk: Desk, ticket: Ticket) -> bool:
    """Whether somebody took the ticket from its page since the desk closed."""
    taken_at = (await pages.standing(desk.session, ticket.id)).taken_at
    if taken_at is None or ticket.assignee is None:
        return False
    return taken_at >= desk.calendar(ticket.service).closed_since(desk.now)


async def guard_of(desk: Desk, ticket: Ticket) -> Reach | None:
    """How the paging of a ticket stands: the guard is called, it waits with others, somebody took it; or none of these."""
    standing = await pages.standing(desk.session, ticket.id)
    if standing.runs or standing.waits:
        return Reach.GUARD if standing.runs else Reach.WAITS
    return Reach.TAKEN if await has_guard(desk, ticket) else None


async def put_first(desk: Desk, ticket: Ticket, by: Person, exception: ExceptionKind | None = None) -> Ticket:
    """While people attend, a ticket becomes urgent and they are told. One that is so already stays as it is."""
    if ticket.urgent:
        return ticket
    ticket = await _urgent(desk, ticket, exception)
    agents = [one.id for one in await support.mentioned(desk)]
    return await record(desk, ticket, EventKind.FIRST_IN_LINE, by.id, people=agents)


async def _urgent(desk: Desk, ticket: Ticket, exception: ExceptionKind | None) -> Ticket:
    if ticket.urgent:
        return ticket
    return await keep(desk, ticket, urgent=True, priority=Priority.URGENT, exception=exception)


async def report_again(desk: Desk, ticket: Ticket, by: Person) -> bool:
    """Somebody else reported the same outage: what waited as an ordinary ticket becomes urgent, also when an agent found
    it to be none before. True when it had the guard called.
    """
    calendar = desk.calendar(ticket.service)
    if calendar.is_open(desk.now):
        await put_first(desk, ticket, by, ExceptionKind.SERVICE_OUTAGE)
        return False
    ticket = await _urgent(desk, ticket, ticket.exception or ExceptionKind.SERVICE_OUTAGE)
    if ticket.assignee is not None or (await pages.standing(desk.session, ticket.id)).runs:
        return False
    await alert(desk, ticket, by)
    return (await pages.standing(desk.session, ticket.id)).runs


async def withdraw_urgency(desk: Desk, ticket: Ticket, by: Person) -> Ticket:
    """«No era urgente»: it goes on as an ordinary ticket, and nobody is called any more. Raises MoveNotAllowed or
    Overtaken."""
    must_live(ticket)
    attended_from = desk.calendar(ticket.service).opens_at(desk.now)
    calmed = await keep(
        desk, ticket, urgent=False, priority=Priority.NORMAL, exception=None, attended_from=attended_from
    )
    called = await called_so_far(desk, ticket)
    await pages.stop(desk.session, ticket.id, None, desk.now)
    return await record(desk, calmed, EventKind.URGENCY_WITHDRAWN, by.id, called=called)


async def was_withdrawn(desk: Desk, ticket: Ticket) -> bool:
    """An agent found it to be no urgency, and it has not become one since."""
    events = await ticket_events.timeline(desk.session, ticket.id)
    return not ticket.urgent and any(one.kind is EventKind.URGENCY_WITHDRAWN for one in events)


async def false_alarms(desk: Desk, person: int) -> int:
    """How many urgent reports of a person were none, of late."""
    return await pages.withdrawn_urgencies(desk.session, person, desk.now - FALSE_ALARMS_COUNTED)
