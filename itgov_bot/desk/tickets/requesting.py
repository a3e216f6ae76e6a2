"""What a requester does to a case: opens it, adds to it, cancels it, opens it again."""

from __future__ import annotations

from dataclasses import replace

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets.affected import begin_outage
from itgov_bot.desk.tickets.changes import move, record
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.moves import Move, MoveNotAllowed
from itgov_bot.domain.tickets.ticket import Draft, ExceptionKind, State, Ticket
from itgov_bot.storage import duty, people, tickets


async def open_ticket(desk: Desk, requester: Person, draft: Draft, files: list[StoredFile]) -> Ticket:
    """Opens a case with its number. Its first event says with how many files."""
    attended_from = desk.now if draft.urgent else desk.calendar(draft.service).opens_at(desk.now)
    number = await tickets.next_number(desk.session, desk.local_year)
    ticket = await tickets.add(
        desk.session, number, draft, requester.id, requester.channel, attended_from, desk.now
    )
    await record(desk, ticket, EventKind.OPENED, requester.id, urgent=draft.urgent, files=len(files))
    for file in files:
        await tickets.attach(desk.session, ticket.id, file, requester.id, desk.now)
    await people.keep_details(desk.session, requester.id, contact=draft.contact, dependencia=draft.place)
    if draft.urgent and draft.exception is ExceptionKind.SERVICE_OUTAGE:  # an outage from its first report
        await begin_outage(desk, ticket, desk.now)
    return replace(await tickets.get(desk.session, ticket.id), attachments=len(files))


async def cancel_ticket(desk: Desk, ticket: Ticket, by: Person, reason: str = "") -> TicketEvent:
    """The requester no longer needs it. Raises MoveNotAllowed or Overtaken."""
    await move(desk, ticket, Move.CANCEL)
    await duty.stop_page(desk.session, ticket.id, None, desk.now)
    return await record(desk, ticket, EventKind.CANCELLED, by.id, reason=reason)


async def add_message(desk: Desk, ticket: Ticket, by: Person, text: str) -> TicketEvent:
    """Words of the requester. What waited for them goes on."""
    event = await record(desk, ticket, EventKind.MESSAGE_ADDED, by.id, text=text)
    await _wake(desk, ticket, by)
    return event


async def add_file(
    desk: Desk, ticket: Ticket, by: Person, file: StoredFile, *, internal: bool = False
) -> TicketEvent:
    """A file of whoever. An `internal` one is for the desk alone; one of the requester wakes a waiting case."""
    await tickets.attach(desk.session, ticket.id, file, by.id, desk.now)
    hidden = {"internal": True} if internal else {}
    event = await record(desk, ticket, EventKind.FILE_ADDED, by.id, name=file.name, path=file.path, **hidden)
    if by.id == ticket.requester:
        await _wake(desk, ticket, by)
    return event


async def reopen_ticket(desk: Desk, ticket: Ticket, by: Person, reason: str = "") -> TicketEvent:
    """The solution did not hold. What was found the first time stays in the events. Raises MoveNotAllowed."""
    if ticket.merged_into is not None:  # it goes on in the other one, and is opened again there
        raise MoveNotAllowed(Move.REOPEN, ticket.state)
    await move(desk, ticket, Move.REOPEN, resolved_at=None, outcome=None)
    return await record(desk, ticket, EventKind.REOPENED, by.id, reason=reason)


async def live_case(desk: Desk, ticket: Ticket) -> Ticket:
    """The case itself, or the one that goes on in its place: what is said to a merged case is said there."""
    seen = {ticket.id}
    while ticket.merged_into is not None and ticket.merged_into not in seen:
        ticket = await tickets.get(desk.session, ticket.merged_into)
        seen.add(ticket.id)
    return ticket


async def _wake(desk: Desk, ticket: Ticket, by: Person) -> None:
    """Several messages in a row wake a case once: it is looked at again each time."""
    current = await tickets.get(desk.session, ticket.id)
    if current.state is State.WAITING:
        await move(desk, current, Move.RESUME, waiting_for=None)
        await record(desk, current, EventKind.RESUMED, by.id, answered=True)
