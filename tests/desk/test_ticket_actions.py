"""The actions of agents: the table of moves, one event each, and of two at once one wins and the other learns who."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime

import pytest

from itgov_bot.desk import queue
from itgov_bot.desk.desk import Calendars, Desk
from itgov_bot.desk.tickets.changes import Overtaken, TakenBySomebodyElse
from itgov_bot.desk.tickets.lookup import as_left
from itgov_bot.desk.tickets.requesting import add_message, live_ticket, open_ticket, reopen_ticket
from itgov_bot.desk.tickets.sorting import CannotMerge, change_priority, change_service, escalate, merge_into
from itgov_bot.desk.tickets.working import (
    answer_requester,
    assign_ticket,
    note,
    resolve_ticket,
    resume_ticket,
    take_ticket,
    void_ticket,
    wait_for,
)
from itgov_bot.domain.days import Days
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.moves import MOVES, Move, MoveNotAllowed
from itgov_bot.domain.tickets.queue import Page, QueueFilter
from itgov_bot.domain.tickets.ticket import Draft, Kind, Priority, Solution, State, Ticket
from itgov_bot.storage import ticket_events, tickets
from itgov_bot.storage.database import Database, Session
from tests.made import city
from tests.storage.made import a_person

NOW = datetime(2026, 11, 10, 15, tzinfo=UTC)


class Office:
    """A database with a requester and two agents."""

    def __init__(self, database: Database, ana: Person, carla: Person, dario: Person) -> None:
        self.database, self.ana, self.carla, self.dario = database, ana, carla, dario

    def desk(self, session: Session) -> Desk:
        return Desk(session, NOW, city(), Calendars.of(city()))

    async def does(self, action: Callable[[Desk], Awaitable[object]]) -> object:
        async with self.database.transaction() as session:
            return await action(self.desk(session))

    async def opens(self, text: str = "no abre el correo") -> Ticket:
        draft = Draft(text, "SER-004", "Hacienda", "ext. 1")
        async with self.database.transaction() as session:
            return await open_ticket(self.desk(session), self.ana, draft)

    async def now(self, ticket: Ticket) -> Ticket:
        async with self.database.reading() as session:
            return await tickets.get(session, ticket.id)

    async def kinds(self, ticket: Ticket) -> list[EventKind]:
        async with self.database.reading() as session:
            return [event.kind for event in await ticket_events.timeline(session, ticket.id)]

    async def in_state(self, state: State) -> Ticket:
        ticket = await self.opens()
        async with self.database.transaction() as session:
            await tickets.put(session, ticket.id, state=state)
        return await self.now(ticket)


@pytest.fixture
async def office(database: Database) -> Office:
    people = [await a_person(database, name) for name in ("ana", "carla", "dario")]
    return Office(database, *people)


ACTIONS: dict[Move, Callable[[Desk, Ticket, Person], Awaitable[object]]] = {
    Move.TAKE: lambda desk, ticket, by: take_ticket(desk, ticket, by),
    Move.ASSIGN: lambda desk, ticket, by: assign_ticket(desk, ticket, by, by),
    Move.WAIT: lambda desk, ticket, by: wait_for(desk, ticket, by, "un repuesto"),
    Move.RESUME: lambda desk, ticket, by: resume_ticket(desk, ticket, by),
    Move.RESOLVE: lambda desk, ticket, by: resolve_ticket(desk, ticket, by, "listo"),
    Move.REOPEN: lambda desk, ticket, by: reopen_ticket(desk, ticket, by),
    Move.CANCEL: lambda desk, ticket, by: void_ticket(desk, ticket, by, "era una prueba"),
}


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("move", list(ACTIONS))
async def test_an_action_does_what_the_table_says_with_one_event(
    office: Office, move: Move, state: State
) -> None:
    ticket = await office.in_state(state)
    action = office.does(lambda desk: ACTIONS[move](desk, ticket, office.carla))
    if state in MOVES[move]:
        await action
        assert (await office.now(ticket)).state is MOVES[move][state]
        assert len(await office.kinds(ticket)) == 2
    else:
        with pytest.raises(MoveNotAllowed):
            await action
        assert (await office.now(ticket)).state is state
        assert len(await office.kinds(ticket)) == 1


@pytest.mark.parametrize("move", [Move.TAKE, Move.ASSIGN, Move.RESOLVE, Move.CANCEL])
async def test_of_two_at_once_one_wins(office: Office, move: Move) -> None:
    ticket = await office.opens()

    def action(by: Person) -> Awaitable[object]:
        return office.does(lambda desk: ACTIONS[move](desk, ticket, by))

    results = await asyncio.gather(action(office.carla), action(office.dario), return_exceptions=True)
    lost = [one for one in results if isinstance(one, Exception)]
    assert len(lost) == 1
    assert isinstance(lost[0], (TakenBySomebodyElse, MoveNotAllowed, Overtaken))
    async with office.database.transaction() as session:
        _, winner = await as_left(office.desk(session), ticket)
    assert winner
    assert winner.id in (office.carla.id, office.dario.id)
    if isinstance(lost[0], TakenBySomebodyElse):
        assert lost[0].by.id == winner.id
    assert len(await office.kinds(ticket)) == 2


async def test_the_first_answer_counts_once_and_a_note_is_none(office: Office) -> None:
    ticket = await office.opens()
    await office.does(lambda desk: note(desk, ticket, office.carla, "mirar"))
    assert (await office.now(ticket)).first_answer_at is None
    await office.does(lambda desk: answer_requester(desk, ticket, office.carla, "ya vamos"))
    assert (await office.now(ticket)).first_answer_at == NOW


async def test_a_solution_is_kept_whole_and_whoever_solves_has_it(office: Office) -> None:
    ticket = await office.opens()
    action = lambda desk: resolve_ticket(  # noqa: E731
        desk, ticket, office.carla, "se cambió", kind=Kind.HARDWARE, solution=Solution.ON_SITE
    )
    await office.does(action)
    solved = await office.now(ticket)
    assert (solved.assignee, solved.kind, solved.solution) == (
        office.carla.id,
        Kind.HARDWARE,
        Solution.ON_SITE,
    )
    assert (solved.outcome, solved.resolved_at) == ("se cambió", NOW)


async def test_a_solver_does_not_take_the_ticket_of_another(office: Office) -> None:
    ticket = await office.opens()
    await office.does(lambda desk: take_ticket(desk, ticket, office.dario))
    held = await office.now(ticket)
    await office.does(lambda desk: resolve_ticket(desk, held, office.carla, "listo"))
    assert (await office.now(ticket)).assignee == office.dario.id


async def test_the_requesters_words_wake_a_waiting_ticket_once(office: Office) -> None:
    ticket = await office.in_state(State.WAITING)
    await office.does(lambda desk: add_message(desk, ticket, office.ana, "aquí está"))
    await office.does(lambda desk: add_message(desk, ticket, office.ana, "y otra cosa"))
    assert (await office.now(ticket)).state is State.IN_PROGRESS
    assert (await office.kinds(ticket)).count(EventKind.RESUMED) == 1


async def test_merging_keeps_everything_and_words_go_on_in_the_other(office: Office) -> None:
    ticket, target = await office.opens(), await office.opens("tampoco abre")
    await office.does(lambda desk: add_message(desk, ticket, office.ana, "hola"))
    await office.does(lambda desk: merge_into(desk, ticket, target, office.carla))
    merged = await office.now(ticket)
    assert (merged.state, merged.merged_into) == (State.CLOSED, target.id)
    assert EventKind.MESSAGE_ADDED in await office.kinds(ticket)
    async with office.database.transaction() as session:
        assert (await live_ticket(office.desk(session), merged)).id == target.id
    with pytest.raises(MoveNotAllowed):
        await office.does(lambda desk: reopen_ticket(desk, merged, office.carla))


async def test_what_cannot_be_merged(office: Office) -> None:
    ticket, over = await office.opens(), await office.in_state(State.RESOLVED)
    with pytest.raises(CannotMerge):
        await office.does(lambda desk: merge_into(desk, ticket, ticket, office.carla))
    with pytest.raises(CannotMerge):
        await office.does(lambda desk: merge_into(desk, ticket, over, office.carla))
    with pytest.raises(MoveNotAllowed):
        await office.does(lambda desk: merge_into(desk, over, ticket, office.carla))


async def test_sorting_a_ticket(office: Office) -> None:
    ticket = await office.opens()
    await office.does(lambda desk: change_service(desk, ticket, "SER-001", office.carla))
    await office.does(lambda desk: change_priority(desk, ticket, Priority.LOW, office.carla))
    assert ((await office.now(ticket)).service, (await office.now(ticket)).priority) == (
        "SER-001",
        Priority.LOW,
    )
    low = await office.now(ticket)
    await office.does(lambda desk: escalate(desk, low, office.carla, "no puedo"))
    assert (await office.now(ticket)).priority is Priority.HIGH
    await office.does(lambda desk: escalate(desk, low, office.carla, "no puedo", to=office.dario))
    assert (await office.now(ticket)).assignee == office.dario.id
    over = await office.in_state(State.CLOSED)
    with pytest.raises(MoveNotAllowed):
        await office.does(lambda desk: change_service(desk, over, None, office.carla))


async def test_an_urgent_ticket_is_not_lowered_by_escalating(office: Office) -> None:
    ticket = await office.opens()
    async with office.database.transaction() as session:
        await tickets.put(session, ticket.id, priority=Priority.URGENT)
    urgent = await office.now(ticket)
    await office.does(lambda desk: escalate(desk, urgent, office.carla, "ya"))
    assert (await office.now(ticket)).priority is Priority.URGENT


async def test_the_queue_by_urgency_and_due_time(office: Office) -> None:
    first, second, third, fourth = [await office.opens(f"caso {number}") for number in range(4)]
    async with office.database.transaction() as session:
        await tickets.put(session, second.id, solution_due=datetime(2026, 11, 9, tzinfo=UTC))
        await tickets.put(session, third.id, priority=Priority.HIGH)
        await tickets.put(session, fourth.id, urgent=True, priority=Priority.URGENT)
        await tickets.put(session, first.id, assignee_id=office.carla.id)
    async with office.database.transaction() as session:
        desk = office.desk(session)
        everything = await queue.page(desk, QueueFilter(), office.carla, 0)
        late = await queue.page(desk, QueueFilter(late=True), office.carla, 0)
        mine = await queue.page(desk, QueueFilter(mine=True), office.carla, 0)
        free = await queue.page(desk, QueueFilter(free=True), office.carla, 0)
        past = await queue.page(desk, QueueFilter(late=True), office.carla, 3)
        found = await queue.page(desk, QueueFilter(words=("caso", "000003")), office.carla, 0)
        on_8, on_9 = (QueueFilter(due=True, days=Days.day(date(2026, 11, day))) for day in (8, 9))
        due = [await queue.page(desk, one, office.carla, 0) for one in (on_8, on_9)]
    assert ids(everything) == [fourth.id, third.id, second.id, first.id]
    assert (everything.total, everything.pages) == (4, 1)
    assert ids(late) == [second.id]
    assert [(one.ticket, one.holder) for one in mine.lines] == [(await office.now(first), office.carla)]
    assert set(ids(free)) == {second.id, third.id, fourth.id}
    assert (past.number, ids(past)) == (0, [second.id])
    assert ids(found) == [third.id]
    assert [ids(one) for one in due] == [[second.id], []]  # 19:00 of the day before, in Bogotá


def ids(page: Page) -> list[int]:
    return [line.ticket.id for line in page.lines]
