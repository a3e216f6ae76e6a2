"""What a requester does to a ticket: opens it, adds to it, cancels it, opens it again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets.affected import begin_outage
from itgov_bot.desk.tickets.changes import move, record
from itgov_bot.desk.tickets.paging import start_paging
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.moves import Move, MoveNotAllowed
from itgov_bot.domain.tickets.ticket import Draft, ExceptionKind, State, Ticket
from itgov_bot.storage import people, tickets


class OthersCountOnIt(Exception):
    """The ticket is an outage that other people reported too: its requester alone does not cancel it."""


async def open_ticket(
    desk: Desk, requester: Person, draft: Draft, files: Sequence[StoredFile] = ()
) -> Ticket:
    """Opens a ticket with its number; an urgent one pages the people on duty. Its first event says with how many files."""
    attended_from = desk.now if draft.urgent else desk.calendar(draft.service).opens_at(desk.now)
    number = await tickets.next_number(desk.session, desk.local_year)
    ticket = await tickets.add(
        desk.session, number, draft, requester.id, requester.channel, attended_from, desk.now
    )
    for file in files:
        await tickets.attach(desk.session, ticket.id, file, requester.id, desk.now)
    await record(desk, ticket, EventKind.OPENED, requester.id, urgent=draft.urgent, files=len(files))
    await people.keep_details(desk.session, requester.id, contact=draft.contact, dependencia=draft.place)
    if draft.exception is ExceptionKind.SERVICE_OUTAGE:  # an outage from its first report
        await begin_outage(desk, ticket, desk.now)
    if draft.urgent:
        await start_paging(desk, ticket)
    return await tickets.get(desk.session, ticket.id)


async def cancel_ticket(desk: Desk, ticket: Ticket, by: Person, reason: str = "") -> Ticket:
    """The requester no longer needs it. Raises OthersCountOnIt, MoveNotAllowed or Overtaken."""
    if others_count_on(ticket):
        raise OthersCountOnIt
    cancelled = await move(desk, ticket, Move.CANCEL)
    return await record(desk, cancelled, EventKind.CANCELLED, by.id, reason=reason)


def others_count_on(ticket: Ticket) -> bool:
    return ticket.is_outage and ticket.affected > 1


async def add_message(desk: Desk, ticket: Ticket, by: Person, text: str) -> Ticket:
    """Words of the requester. What waited for them goes on."""
    told = await record(desk, ticket, EventKind.MESSAGE_ADDED, by.id, text=text)
    return await _wake(desk, told, by)


async def add_files(desk: Desk, ticket: Ticket, by: Person, files: Sequence[StoredFile]) -> Ticket:
    """Files of the requester. What waited for them goes on."""
    added = await keep_files(desk, ticket, by, files)
    return await _wake(desk, added, by) if files else added


async def keep_files(
    desk: Desk, ticket: Ticket, by: Person, files: Sequence[StoredFile], **data: object
) -> Ticket:
    """`data`: `internal` ones are for the desk alone, those `by_desk` are for the requester."""
    for file in files:
        await tickets.attach(desk.session, ticket.id, file, by.id, desk.now)
        ticket = replace(ticket, attachments=ticket.attachments + 1)
        ticket = await record(
            desk, ticket, EventKind.FILE_ADDED, by.id, name=file.name, path=file.path, **data
        )
    return ticket


async def reopen_ticket(desk: Desk, ticket: Ticket, by: Person, reason: str = "") -> Ticket:
    """The solution did not hold. What was found the first time stays in the events. Raises MoveNotAllowed."""
    if ticket.merged_into is not None:  # it goes on in the other one, and is opened again there
        raise MoveNotAllowed(Move.REOPEN, ticket.state)
    reopened = await move(desk, ticket, Move.REOPEN, resolved_at=None, outcome=None, outage_until=None)
    return await record(desk, reopened, EventKind.REOPENED, by.id, reason=reason)


async def live_ticket(desk: Desk, ticket: Ticket) -> Ticket:
    """The ticket itself, or the one that goes on in its place: what is said to a merged ticket is said there."""
    while ticket.merged_into is not None:  # the other one was live then, so that they make no circle
        ticket = await tickets.get(desk.session, ticket.merged_into)
    return ticket


async def _wake(desk: Desk, ticket: Ticket, by: Person) -> Ticket:
    """Several messages in a row wake a ticket once: it is looked at again each time."""
    current = await tickets.get(desk.session, ticket.id)
    if current.state is not State.WAITING:
        return current
    woken = await move(desk, current, Move.RESUME, waiting_for=None)
    return await record(desk, woken, EventKind.RESUMED, by.id, answered=True)
