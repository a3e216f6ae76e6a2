"""What an agent did last is called back for a minute: the case is as it was, whatever was done, and nothing else is."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.tickets.requesting import add_message
from itgov_bot.desk.tickets.sorting import change_priority, change_service, escalate, merge_into
from itgov_bot.desk.tickets.undoing import NothingToUndo, undo
from itgov_bot.desk.tickets.working import (
    answer_requester,
    assign_ticket,
    resolve_ticket,
    sort_solution,
    take_ticket,
    void_ticket,
    wait_for,
)
from itgov_bot.domain.people import Person
from itgov_bot.domain.sla import changes_of
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.moves import MoveNotAllowed
from itgov_bot.domain.tickets.ticket import Kind, Priority, Solution, Ticket
from itgov_bot.storage import ticket_events, tickets
from itgov_bot.storage.database import Database
from tests.desk.test_ticket_actions import NOW, Office
from tests.storage.made import a_person


@pytest.fixture
async def office(database: Database) -> Office:
    people = [await a_person(database, name) for name in ("ana", "carla", "dario")]
    return Office(database, *people)


Deed = Callable[[Desk, Ticket, Person, Person], Awaitable[Ticket]]
DEEDS: dict[EventKind, Deed] = {
    EventKind.TAKEN: lambda desk, ticket, by, _to: take_ticket(desk, ticket, by),
    EventKind.ASSIGNED: lambda desk, ticket, by, to: assign_ticket(desk, ticket, to, by),
    EventKind.WAITING: lambda desk, ticket, by, _to: wait_for(desk, ticket, by, "un repuesto"),
    EventKind.PRIORITY_CHANGED: lambda desk, ticket, by, _to: change_priority(
        desk, ticket, Priority.HIGH, by
    ),
    EventKind.SERVICE_CHANGED: lambda desk, ticket, by, _to: change_service(desk, ticket, "SER-025", by),
    EventKind.RESOLVED: lambda desk, ticket, by, _to: resolve_ticket(
        desk, ticket, by, "Se cambió el cable", kind=Kind.NETWORK, solution=Solution.ON_SITE
    ),
    EventKind.ESCALATED: lambda desk, ticket, by, _to: escalate(desk, ticket, by, "no hay permisos"),
    EventKind.CANCELLED: lambda desk, ticket, by, _to: void_ticket(desk, ticket, by, "Era una prueba"),
}


def later(desk: Desk, **span: float) -> Desk:
    return replace(desk, now=NOW + timedelta(**span))


def stands(ticket: Ticket) -> Ticket:
    """Without what tells when it was touched last."""
    return replace(ticket, updated_at=None)


async def begun(office: Office, kind: EventKind) -> Ticket:
    """As it must stand for a deed: what waits is somebody's."""
    ticket = await office.opens()
    if kind is EventKind.WAITING:
        await office.does(lambda desk: take_ticket(desk, ticket, office.dario))
    return await office.now(ticket)


@pytest.mark.parametrize("kind", DEEDS)
async def test_the_case_is_as_it_was(office: Office, kind: EventKind) -> None:
    before = await begun(office, kind)
    await office.does(lambda desk: DEEDS[kind](desk, before, office.carla, office.dario))
    done = await office.now(before)
    assert stands(done) != stands(before)
    assert await office.does(lambda desk: undo(later(desk, seconds=50), done, office.carla)) is kind
    assert stands(await office.now(before)) == stands(before)
    assert (await office.kinds(before))[-1] is EventKind.UNDONE


async def test_two_cases_go_their_own_ways_again(office: Office) -> None:
    before, other = await office.opens(), await office.opens("no tengo correo")
    await office.does(lambda desk: merge_into(desk, before, other, office.carla))
    merged = await office.now(before)
    assert merged.merged_into == other.id
    await office.does(lambda desk: undo(desk, merged, office.carla))
    assert stands(await office.now(before)) == stands(before)
    assert (await office.kinds(other))[-2:] == [EventKind.MERGED, EventKind.UNDONE]


async def test_what_was_written_since_stays(office: Office) -> None:
    ticket = await office.opens()
    await office.does(lambda desk: take_ticket(desk, ticket, office.carla))
    taken = await office.now(ticket)
    await office.does(lambda desk: add_message(desk, taken, office.ana, "es urgente"))
    await office.does(lambda desk: undo(desk, taken, office.carla))
    assert (await office.now(ticket)).assignee is None
    assert EventKind.MESSAGE_ADDED in await office.kinds(ticket)


@pytest.mark.parametrize("why", ["late", "another", "answered", "twice", "urgent", "outage"])
async def test_what_is_not_called_back(office: Office, why: str) -> None:
    ticket = await office.opens()
    by = office.dario if why == "another" else office.carla
    async with office.database.transaction() as session:
        marks = {"urgent": {"urgent": True}, "outage": {"is_outage": True}}
        await tickets.put(session, ticket.id, **marks.get(why, {"urgent": False}))
    marked = await office.now(ticket)
    await office.does(lambda desk: take_ticket(desk, marked, office.carla))
    taken = await office.now(ticket)
    if why == "answered":
        await office.does(lambda desk: answer_requester(desk, taken, office.carla, "¿Ya reinició?"))
    if why == "twice":
        await office.does(lambda desk: undo(desk, taken, office.carla))
        taken = await office.now(ticket)
    with pytest.raises(NothingToUndo):
        await office.does(lambda desk: undo(later(desk, seconds=61 if why == "late" else 1), taken, by))


async def test_the_clock_of_a_case_runs_on_as_if_nothing_had_been(office: Office) -> None:
    ticket = await office.opens()
    await office.does(lambda desk: take_ticket(desk, ticket, office.carla))
    taken = await office.now(ticket)
    async with office.database.reading() as session:
        before = changes_of(await ticket_events.timeline(session, ticket.id))
    await office.does(lambda desk: wait_for(desk, taken, office.carla, "un repuesto"))
    waits = await office.now(ticket)
    await office.does(lambda desk: undo(desk, waits, office.carla))
    async with office.database.reading() as session:
        assert changes_of(await ticket_events.timeline(session, ticket.id)) == before


async def test_how_it_was_solved_is_corrected_and_still_called_back(office: Office) -> None:
    before = await office.opens()
    await office.does(lambda desk: DEEDS[EventKind.RESOLVED](desk, before, office.carla, office.dario))
    solved = await office.now(before)
    await office.does(lambda desk: sort_solution(desk, solved, office.dario, kind=Kind.HARDWARE))
    now = await office.now(before)
    assert (now.kind, now.solution) == (Kind.HARDWARE, Solution.ON_SITE)
    await office.does(lambda desk: undo(desk, now, office.carla))
    assert stands(await office.now(before)) == stands(before)
    with pytest.raises(MoveNotAllowed):
        await office.does(lambda desk: sort_solution(desk, before, office.carla, kind=Kind.OTHER))
