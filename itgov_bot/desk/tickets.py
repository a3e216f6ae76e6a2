"""What is done to a case. Each deed checks the table of moves, keeps the fact and returns it."""

from __future__ import annotations

from itgov_bot.desk.desk import Desk
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.moves import Move, MoveNotAllowed, after
from itgov_bot.domain.tickets.ticket import Draft, State, Ticket
from itgov_bot.storage import duty, people, tickets


class TakenBySomebodyElse(Exception):
    """Two people pressed at once; the other one won. `by` is their person id, if the case is theirs."""

    def __init__(self, by: int | None) -> None:
        super().__init__(by)
        self.by = by


async def open_ticket(desk: Desk, requester: Person, draft: Draft, files: list[StoredFile]) -> Ticket:
    """Opens a case with its number. Its first event says with how many files."""
    attended_from = desk.now if draft.urgent else desk.calendar(draft.service).opens_at(desk.now)
    number = await tickets.next_number(desk.session, desk.local_year)
    ticket = await tickets.add(
        desk.session, number, draft, requester.id, requester.channel, attended_from, desk.now
    )
    await _record(desk, ticket, EventKind.OPENED, requester.id, urgent=draft.urgent, files=len(files))
    for file in files:
        await tickets.attach(desk.session, ticket.id, file, requester.id, desk.now)
    await people.keep_details(desk.session, requester.id, contact=draft.contact, dependencia=draft.place)
    return ticket


async def cancel_ticket(desk: Desk, ticket: Ticket, by: Person, reason: str = "") -> TicketEvent:
    """The requester no longer needs it. Raises MoveNotAllowed."""
    await _move(desk, ticket, Move.CANCEL)
    await duty.stop_page(desk.session, ticket.id, None, desk.now)
    return await _record(desk, ticket, EventKind.CANCELLED, by.id, reason=reason)


async def add_message(desk: Desk, ticket: Ticket, by: Person, text: str) -> TicketEvent:
    return await _record(desk, ticket, EventKind.MESSAGE_ADDED, by.id, text=text)


async def add_file(desk: Desk, ticket: Ticket, by: Person, file: StoredFile) -> TicketEvent:
    await tickets.attach(desk.session, ticket.id, file, by.id, desk.now)
    return await _record(desk, ticket, EventKind.FILE_ADDED, by.id, name=file.name, path=file.path)


async def answer_requester(desk: Desk, ticket: Ticket, by: Person, text: str) -> TicketEvent:
    return await _record(desk, ticket, EventKind.ANSWERED, by.id, text=text)


async def take_ticket(desk: Desk, ticket: Ticket, by: Person) -> TicketEvent:
    """An agent makes the case theirs and its paging ends. Raises MoveNotAllowed or TakenBySomebodyElse."""
    try:
        to = after(Move.TAKE, ticket.state)
    except MoveNotAllowed:
        if ticket.assignee and ticket.is_live:
            raise TakenBySomebodyElse(ticket.assignee) from None
        raise
    if not await tickets.change(desk.session, ticket, to, desk.now, assignee=by.id):
        raise TakenBySomebodyElse((await tickets.get(desk.session, ticket.id)).assignee)
    await duty.stop_page(desk.session, ticket.id, by.id, desk.now)
    return await _record(desk, ticket, EventKind.TAKEN, by.id)


async def resolve_ticket(desk: Desk, ticket: Ticket, by: Person, what_was_done: str) -> TicketEvent:
    """Raises MoveNotAllowed."""
    await _move(desk, ticket, Move.RESOLVE)
    return await _record(desk, ticket, EventKind.RESOLVED, by.id, text=what_was_done)


async def reopen_ticket(desk: Desk, ticket: Ticket, by: Person) -> TicketEvent:
    """Raises MoveNotAllowed."""
    await _move(desk, ticket, Move.REOPEN)
    return await _record(desk, ticket, EventKind.REOPENED, by.id)


async def _move(desk: Desk, ticket: Ticket, move: Move) -> State:
    to = after(move, ticket.state)
    if not await tickets.change(desk.session, ticket, to, desk.now):
        raise MoveNotAllowed(move, (await tickets.get(desk.session, ticket.id)).state)
    return to


async def _record(
    desk: Desk, ticket: Ticket, kind: EventKind, actor: int | None, **data: object
) -> TicketEvent:
    event = TicketEvent(ticket.id, kind, desk.now, actor, data)
    await tickets.append(desk.session, event)
    return event
