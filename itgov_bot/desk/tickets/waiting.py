"""What somebody who waits may know and do: their place in the line, what is usual, a reminder, a complaint."""

from datetime import datetime, timedelta

from itgov_bot.desk import support
from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets import lookup
from itgov_bot.desk.tickets.changes import record
from itgov_bot.desk.tickets.view import event_view, view
from itgov_bot.domain.days import Days
from itgov_bot.domain.facts import Complained
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.domain.tickets.waiting import LOOKED_AT, may_remind, usual_time
from itgov_bot.storage import ticket_events, tickets
from itgov_bot.storage.counted import queue


class AlreadyReminded(Exception):
    """The desk was reminded of the ticket on this working day, `at` that instant."""

    def __init__(self, at: datetime) -> None:
        super().__init__(at)
        self.at = at


async def before(desk: Desk, ticket: Ticket) -> int:
    """How many untaken tickets the desk sees before this one, which nobody took either."""
    return await queue.before(desk.session, ticket.id)


async def usual(desk: Desk, service: str | None) -> timedelta | None:
    """The working time that tickets of a service usually took of late; None while too few say it."""
    if service is None:
        return None
    solved = await tickets.solved_by_desk(desk.session, service, desk.now - LOOKED_AT)
    return usual_time(desk.calendar(service), solved)


async def remind(desk: Desk, ticket: Ticket, by: Person) -> Ticket:
    """Its requester asks after it: whoever has it hears of it, or the desk. Raises AlreadyReminded."""
    events = await ticket_events.timeline(desk.session, ticket.id)
    last = max((one.at for one in events if one.kind is EventKind.REMINDED), default=None)
    if last and not may_remind(desk.calendar(ticket.service), last, desk.now):
        raise AlreadyReminded(last)
    return await record(desk, ticket, EventKind.REMINDED, by.id)


async def complaints(desk: Desk, days: Days) -> list[tuple[TicketView, EventView]]:
    """What people complained of in these days, the last first, with the ticket that it is about."""
    events = await ticket_events.complaints(desk.session, days.span(desk.calendars.general.zone))
    return [
        (await view(desk, await lookup.get(desk, one.ticket)), await event_view(desk, one, {}))
        for one in events
    ]


async def complain(desk: Desk, ticket: Ticket | None, by: Person, text: str) -> bool:
    """Who coordinates the desk hears of it, with the ticket where it is about one. False when there is nobody."""
    coordinators = await support.coordinators(desk)
    if ticket:  # without a coordinator the desk itself hears of it
        await record(desk, ticket, EventKind.COMPLAINED, by.id, text=text)
        return True
    desk.facts.extend(Complained(one, by, text) for one in coordinators)
    return bool(coordinators)
