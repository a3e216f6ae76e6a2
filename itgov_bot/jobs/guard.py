"""Rounds of the guard: no urgent ticket sleeps while the desk is closed, and pages rest while it is open.

Each says what must be so, not what changes at an instant: after a time without the program, or with a clock that was
set, the next round makes it so.
"""

from datetime import datetime

from itgov_bot.desk import support
from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets.changes import record, remind
from itgov_bot.desk.tickets.closing import mark_asked
from itgov_bot.desk.tickets.guard import hand_over
from itgov_bot.desk.tickets.paging import called_so_far, start_paging, who_is_called
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.accompaniment import NEAR, STILL_ON, is_confirmed, is_past
from itgov_bot.domain.tickets.events import EventKind, ReminderKind
from itgov_bot.domain.tickets.paging import last_page
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.domain.tickets.urgency import wakes_the_guard
from itgov_bot.storage import people, ticket_events
from itgov_bot.storage.duty import pages


async def page_what_sleeps(desk: Desk) -> None:
    """In closed hours the guard is called for every urgent ticket that nobody has; who has one is asked about it.

    Who goes to an event is asked for by its own reminders until it is near, and whoever confirmed goes.
    """
    for ticket in await pages.live_urgent(desk.session):
        calendar, event_at = desk.calendar(ticket.service), ticket.event_at
        is_quiet = event_at and (is_confirmed(ticket) or event_at - desk.now > NEAR)
        if ticket.is_postponed or is_quiet:
            continue
        if is_past(event_at, desk.now) or not wakes_the_guard(calendar, desk.now, event_at):
            continue
        if ticket.assignee is None:
            await start_paging(desk, ticket, None)
        else:
            await _ask_holder(desk, ticket, calendar.closed_since(desk.now))


async def _ask_holder(desk: Desk, ticket: Ticket, closed_at: datetime) -> None:
    """Once per closing; whoever took it since then works on it, and who cannot be asked has it no longer."""
    if not await mark_asked(desk, ticket, closed_at):
        return
    holder = await people.get(desk.session, ticket.assignee or 0)
    if holder.reachable:
        remind(desk, ticket.id, ReminderKind.HELD_AT_CLOSING)
    else:
        await hand_over(desk, ticket, None)


async def let_past_events_rest(desk: Desk) -> None:
    """Nobody is called any more to an event whose hour has passed; who calls the guard after that is heard."""
    for ticket, _ in await pages.with_open_page(desk.session):
        if not is_past(ticket.event_at, desk.now) or await _was_called_after(desk, ticket):
            continue
        if await pages.stop(desk.session, ticket.id, None, desk.now):
            await record(desk, ticket, EventKind.PAGE_LAPSED, None)


async def _was_called_after(desk: Desk, ticket: Ticket) -> bool:
    calls = last_page(await ticket_events.timeline(desk.session, ticket.id), ticket.opened_at)
    return bool(calls) and calls[0].at >= (ticket.event_at or desk.now) + STILL_ON


async def rest_in_hours(desk: Desk) -> None:
    """While people attend nobody is paged: what the guard did not take is first in line for the agents."""
    agents = [one.id for one in await support.mentioned(desk)]
    for ticket, waits in await pages.with_open_page(desk.session):
        is_open = desk.calendar(ticket.service).is_open(desk.now)
        if is_open and await pages.stop(desk.session, ticket.id, None, desk.now) and not waits:
            called = await called_so_far(desk, ticket)
            await record(desk, ticket, EventKind.PAGE_PASSED, None, people=agents, called=called)


async def show_waiting_reports(desk: Desk) -> None:
    """What one person reported beyond the limit of a night, as one message with a count."""
    for person in await pages.waiting_due(desk.session, desk.now):
        waiting = await pages.waiting_of(desk.session, person)
        shown = [one for one in waiting if await pages.show(desk.session, one.id, desk.now)]
        if shown:
            seen_by = [one.id for one in await _who_looks_after(desk, person, shown[0])]
            numbers = [one.number for one in shown]
            await record(desk, shown[0], EventKind.REPORTS_SHOWN, None, people=seen_by, numbers=numbers)


async def _who_looks_after(desk: Desk, person: int, waiting: Ticket) -> list[Person]:
    """Those who have, or are called for, another urgent ticket of this person; or else the first step."""
    found: dict[int, None] = {}
    for ticket in await pages.live_urgent(desk.session):
        if ticket.requester == person and ticket.assignee:
            found[ticket.assignee] = None
        elif ticket.requester == person:
            found.update(dict.fromkeys(await called_so_far(desk, ticket)))
    known = [await people.get(desk.session, one) for one in found]
    if reachable := [one for one in known if one.reachable]:
        return reachable
    steps = await who_is_called(desk, waiting)
    return steps[min(steps)] if steps else []
