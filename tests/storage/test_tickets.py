"""Cases: numbers without gaps, changes that are counted, events that are only added."""

import ast
import asyncio
from pathlib import Path

import pytest

import itgov_bot
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import LIVE, State
from itgov_bot.storage import ticket_events, ticket_files, tickets
from itgov_bot.storage.database import Database
from tests.storage.made import MINUTE, NOW, a_ticket, open_one


class TurnFailed(Exception):
    pass


async def open_many(databases: list[Database], requester: Person, years: list[int]) -> list[str]:
    """All at the same time, every third one undone after its number was taken; returns the numbers that stayed."""

    async def turn(number: int, year: int) -> str:
        async with databases[number % len(databases)].transaction() as session:
            ticket = await open_one(session, requester, year=year)
            await asyncio.sleep(0.001 * (number % 4))
            if number % 3 == 0:
                raise TurnFailed
            return ticket.number

    ended = await asyncio.gather(*(turn(*one) for one in enumerate(years)), return_exceptions=True)
    assert all(isinstance(one, str | TurnFailed) for one in ended), ended
    return sorted(one for one in ended if isinstance(one, str))


async def test_forty_openings_at_once_leave_no_gap(database: Database, other: Database, ana: Person) -> None:
    numbers = await open_many([database, other], ana, [2026] * 40)
    assert numbers == [f"SAUS-2026-{number:06d}" for number in range(1, 27)]


async def test_the_first_cases_of_a_year_come_at_once(
    database: Database, other: Database, ana: Person
) -> None:
    numbers = await open_many([database, other], ana, [2026, 2026, 2027] * 6)
    assert numbers == [f"SAUS-2026-{number:06d}" for number in range(1, 7)] + [
        f"SAUS-2027-{number:06d}" for number in range(1, 7)
    ]


async def test_two_cases_of_one_turn_have_two_numbers(database: Database, ana: Person) -> None:
    async with database.transaction() as session:
        opened = [(await open_one(session, ana, year=2027)).number for _ in range(3)]
    assert opened == ["SAUS-2027-000001", "SAUS-2027-000002", "SAUS-2027-000003"]


async def test_a_case_comes_back_as_it_was_opened(database: Database, ana: Person) -> None:
    opened = await a_ticket(database, ana, "no me abre el correo")
    async with database.reading() as session:
        assert await tickets.get(session, opened.id) == opened
        assert await tickets.by_number(session, opened.number) == opened
        assert await tickets.by_number(session, "SAUS-2026-000099") is None


async def test_of_two_takers_one_wins(database: Database, other: Database, ana: Person, beto: Person) -> None:
    ticket = await a_ticket(database, ana)

    async def take(one: Database, person: Person) -> bool:
        async with one.transaction() as session:
            seen = await tickets.get(session, ticket.id)
            await asyncio.sleep(0.02)
            stale = seen if seen.assignee is None else ticket
            return bool(await tickets.change(session, stale, State.IN_PROGRESS, NOW, assignee=person.id))

    won = dict(
        zip((ana.id, beto.id), await asyncio.gather(take(database, ana), take(other, beto)), strict=True)
    )
    assert sorted(won.values()) == [False, True]
    async with database.reading() as session:
        found = await tickets.get(session, ticket.id)
    assert won[found.assignee or 0]
    assert found.state is State.IN_PROGRESS


async def test_a_change_is_refused_when_the_case_has_moved_on(database: Database, ana: Person) -> None:
    ticket = await a_ticket(database, ana)
    async with database.transaction() as session:
        assert await tickets.change(session, ticket, State.CANCELLED, NOW + MINUTE)
        assert not await tickets.change(session, ticket, State.IN_PROGRESS, NOW, assignee=ana.id)
        found = await tickets.get(session, ticket.id)
    assert (found.state, found.assignee, found.updated_at) == (State.CANCELLED, None, NOW + MINUTE)


async def test_events_are_told_in_the_order_in_which_they_happened(
    database: Database, ana: Person, beto: Person
) -> None:
    ticket = await a_ticket(database, ana)
    told = [
        TicketEvent(ticket.id, EventKind.OPENED, NOW, ana.id, {"urgent": False, "files": 1}),
        TicketEvent(ticket.id, EventKind.PAGED, NOW, None, {"people": [1, 2], "step": 1}),
        TicketEvent(ticket.id, EventKind.TAKEN, NOW - MINUTE, beto.id, {}),  # a clock that was set back
        TicketEvent(ticket.id, EventKind.ANSWERED, NOW, beto.id, {"text": "reinicie 🖥 «ya»"}),
    ]
    async with database.transaction() as session:
        for event in told:
            await ticket_events.append(session, event)
    async with database.reading() as session:
        assert await ticket_events.timeline(session, ticket.id) == told
        assert await ticket_events.timeline(session, ticket.id + 1) == []


def test_nothing_in_the_program_changes_or_removes_an_event() -> None:
    for file in Path(itgov_bot.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("update", "delete"):
                assert "TicketEventRow" not in ast.unparse(node), f"{file}:{node.lineno}"


async def test_the_lists_of_cases(database: Database, ana: Person, beto: Person) -> None:
    first, second, _ = [await a_ticket(database, who) for who in (ana, ana, beto)]
    async with database.transaction() as session:
        await tickets.change(session, first, State.CANCELLED, NOW)
        mine = await tickets.of_requester(session, ana.id, limit=5)
        assert [one.id for one in mine] == [second.id, first.id]
        assert [one.id for one in await tickets.of_requester(session, ana.id, limit=1, offset=1)] == [
            first.id
        ]
        live = await tickets.of_requester(session, ana.id, sorted(LIVE), limit=5)
        assert [one.id for one in live] == [second.id]
        assert await tickets.count_of(session, ana.id) == 2
        assert await tickets.count_of(session, ana.id, sorted(LIVE)) == 1


async def test_files_belong_to_their_case(database: Database, ana: Person) -> None:
    ticket = await a_ticket(database, ana)
    file = StoredFile("photo", "pantalla ñ.jpg", "image/jpeg", 2048, "ab/cd.jpg")
    async with database.transaction() as session:
        await ticket_files.attach(session, ticket.id, file, ana.id, NOW)
    async with database.reading() as session:
        [found] = await ticket_files.attachments(session, ticket.id)
        assert (found.ticket, found.file, found.added_at) == (ticket.id, file, NOW)
        assert (await tickets.get(session, ticket.id)).attachments == 1


@pytest.mark.parametrize("missing", [0, 99])
async def test_a_case_needs_somebody_who_asked(database: Database, ana: Person, missing: int) -> None:
    async def turn() -> None:
        async with database.transaction() as session:
            await open_one(session, Person(missing, "telegram", "x", "", "x"))

    with pytest.raises(Exception, match=r"(?i)foreign key"):
        await turn()
    async with database.transaction() as session:
        assert (await open_one(session, ana)).number == "SAUS-2026-000001"
