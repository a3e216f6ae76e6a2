"""What a requester does to a ticket: opens it, adds to it, cancels it, opens it again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from itgov_bot.desk import support
from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets import accompaniment
from itgov_bot.desk.tickets.affected import begin_outage
from itgov_bot.desk.tickets.changes import UNRATED, move, record
from itgov_bot.desk.tickets.paging import alert
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.accompaniment import is_about_to_happen
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.moves import Move, MoveNotAllowed
from itgov_bot.domain.tickets.outages import ended_at, started_at
from itgov_bot.domain.tickets.ticket import (
    OF_DESK,
    CameBy,
    Draft,
    ExceptionKind,
    Solution,
    State,
    Ticket,
)
from itgov_bot.storage import people, restored, ticket_files, tickets


class OthersCountOnIt(Exception):
    """The ticket is an outage that other people reported too: its requester alone does not cancel it."""


@dataclass(frozen=True, slots=True)
class ToldTo:
    """The agent who opens a ticket for its requester, and by which way they were told of it."""

    agent: Person
    came_by: CameBy


async def open_ticket(
    desk: Desk,
    requester: Person,
    draft: Draft,
    files: Sequence[StoredFile] = (),
    *,
    told: ToldTo | None = None,
) -> Ticket:
    """Opens a ticket with its number; of an urgent one the guard hears at once, or the agents while they attend.

    Its first event says with how many files, and whom it calls in the agents' group; `told`: also by which way it came.
    """
    ticket, by = await _add(desk, requester, draft, told), told.agent if told else requester
    for file in files:
        await ticket_files.attach(desk.session, ticket.id, file, by.id, desk.now)
    calls_agents = draft.urgent and desk.calendar(draft.service).is_open(desk.now)
    called = [one.id for one in await support.mentioned(desk)] if calls_agents else []
    opened = {"urgent": draft.urgent, "files": len(files), "people": called}
    came_by = {"came_by": told.came_by} if told else {}
    await record(desk, ticket, EventKind.OPENED, by.id, **opened, **came_by)
    if told is None:  # what somebody told an agent serves that ticket alone
        # Where something broke down need not be where the person works.
        own_place = draft.place if draft.is_place_told and not (draft.urgent or draft.event_at) else None
        await people.keep_details(desk.session, requester.id, contact=draft.contact, dependencia=own_place)
    if draft.exception is ExceptionKind.SERVICE_OUTAGE:  # an outage from its first report
        await begin_outage(desk, ticket, draft.failing_since or desk.now)
    if draft.event_at:
        await _plan_event(desk, ticket, draft.event_at, requester)
    elif draft.urgent:
        await alert(desk, ticket, requester)
    return await tickets.get(desk.session, ticket.id)


async def _add(desk: Desk, requester: Person, draft: Draft, told: ToldTo | None) -> Ticket:
    calendar = desk.calendar(draft.service)
    return await tickets.add(
        desk.session,
        await tickets.next_number(desk.session, desk.local_year),
        draft,
        requester.id,
        told.came_by if told else requester.channel,
        desk.now if draft.urgent else calendar.opens_at(desk.now),
        desk.now,
        opened_by=told.agent.id if told else None,
        office=desk.office(draft.place, requester.dependencia),
    )


async def _plan_event(desk: Desk, ticket: Ticket, event_at: datetime, requester: Person) -> None:
    """People are asked who goes; for an event that begins while nobody attends the guard is paged."""
    if ticket.urgent and is_about_to_happen(desk.calendar(ticket.service), event_at, desk.now):
        await accompaniment.pass_over_reminders(desk, ticket)
        await alert(desk, ticket, requester)
    else:
        await accompaniment.begin(desk, ticket)


async def cancel_ticket(desk: Desk, ticket: Ticket, by: Person, reason: str = "") -> Ticket:
    """The requester no longer needs it. Raises OthersCountOnIt, MoveNotAllowed or Overtaken."""
    if others_count_on(ticket):
        raise OthersCountOnIt
    cancelled = await move(desk, ticket, Move.CANCEL, outcome=reason or None)
    return await record(desk, cancelled, EventKind.CANCELLED, by.id, reason=reason)


def others_count_on(ticket: Ticket) -> bool:
    return ticket.is_outage and ticket.affected > 1


async def add_message(desk: Desk, ticket: Ticket, by: Person, text: str) -> Ticket:
    """Words of the requester. What waited for them goes on."""
    told = await record(desk, ticket, EventKind.MESSAGE_ADDED, by.id, text=text)
    return await _wake(desk, told, by)


async def tell_details(
    desk: Desk, ticket: Ticket, by: Person, text: str, *, place: str | None, contact: str | None
) -> Ticket:
    """Words of the requester that say where they are or how to reach them: from now on the ticket says it too."""
    found = {name: said for name, said in (("place", place), ("contact", contact)) if said}
    office = {"office": named} if (named := desk.office(place)) else {}
    await tickets.put(desk.session, ticket.id, **found, **office)
    now = replace(ticket, place=place or ticket.place, contact=contact or ticket.contact)
    told = await record(desk, now, EventKind.DETAILS_TOLD, by.id, text=text, told=sorted(found))
    return await _wake(desk, told, by)


async def add_of_affected(
    desk: Desk, ticket: Ticket, by: Person, text: str, files: Sequence[StoredFile] = ()
) -> Ticket:
    """Words of somebody whom an outage hits: for the desk, and no part of what its requester reads."""
    if text:
        ticket = await record(desk, ticket, EventKind.MESSAGE_ADDED, by.id, text=text, internal=True)
    return await keep_files(desk, ticket, by, files, internal=True, of_affected=True)


async def take_back(
    desk: Desk,
    ticket: Ticket,
    by: Person,
    text: str,
    *,
    place: str | None = None,
    contact: str | None = None,
    waiting_for: str | None = None,
) -> Ticket:
    """Words that were passed on were about something else. They stay in the history, and who read them is told.

    What they changed is as it was: the place, the contact, and what the ticket waited for, where these are given.
    """
    was = {name: said for name, said in (("place", place), ("contact", contact)) if said is not None}
    office = {"office": desk.office(place, by.dependencia)} if place is not None else {}
    if was:
        await tickets.put(desk.session, ticket.id, **was, **office)
    back = await record(
        desk, ticket, EventKind.TAKEN_BACK, by.id, text=text, by_desk=by.id != ticket.requester
    )
    if waiting_for is not None and back.state is State.IN_PROGRESS:
        waits = await move(desk, back, Move.WAIT, waiting_for=waiting_for)
        back = await record(desk, waits, EventKind.WAITING, by.id, text=waiting_for)
    return back


async def confirm_works(desk: Desk, ticket: Ticket, by: Person, words: str) -> Ticket:
    """Its requester says that it works again: it is solved, by nobody's work. Raises MoveNotAllowed or Overtaken."""
    solved = await move(
        desk,
        ticket,
        Move.RESOLVE,
        solution=Solution.SELF,
        outcome=words,
        resolved_at=desk.now,
        waiting_for=None,
        **UNRATED,
    )
    return await record(desk, solved, EventKind.RESOLVED, by.id, text=words, solution=Solution.SELF)


async def add_files(desk: Desk, ticket: Ticket, by: Person, files: Sequence[StoredFile]) -> Ticket:
    """Files of the requester. What waited for them goes on."""
    added = await keep_files(desk, ticket, by, files)
    return await _wake(desk, added, by) if files else added


async def keep_files(
    desk: Desk, ticket: Ticket, by: Person, files: Sequence[StoredFile], **data: object
) -> Ticket:
    """`data`: `internal` ones are for the desk alone, which reads of those `of_affected` people; those `by_desk` are for the
    requester."""
    for file in files:
        await ticket_files.attach(desk.session, ticket.id, file, by.id, desk.now)
        ticket = replace(ticket, attachments=ticket.attachments + 1)
        ticket = await record(
            desk, ticket, EventKind.FILE_ADDED, by.id, name=file.name, path=file.path, **data
        )
    return ticket


async def reopen_ticket(desk: Desk, ticket: Ticket, by: Person, reason: str = "") -> Ticket:
    """The solution did not hold. What was found the first time stays in the events, and of an outage from when until when
    it lasted: it fails anew from now on. An urgent one that nobody has is seen to at once. Raises MoveNotAllowed."""
    if ticket.merged_into is not None:  # it goes on in the other one, and is opened again there
        raise MoveNotAllowed(Move.REOPEN, ticket.state)
    # Whoever solves it next inherits no solution of the requester's own.
    worked = ticket.solution if ticket.solution in OF_DESK else None
    reopened = await move(
        desk,
        ticket,
        Move.REOPEN,
        solution=worked,
        resolved_at=None,
        outcome=None,
        outage_from=desk.now if ticket.is_outage else None,
        outage_until=None,
        solved_by=None,
    )
    until = ended_at(ticket) if ticket.is_outage else None
    down = restored.as_data(started_at(ticket), until) if until else {}
    reopened = await record(desk, reopened, EventKind.REOPENED, by.id, reason=reason, **down)
    if reopened.urgent and reopened.assignee is None:
        await alert(desk, reopened, by)
    return reopened


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
