"""Notices are given once, whoever gives them; and what is due is found by its notice."""

import asyncio

from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.ticket import State, Ticket
from itgov_bot.storage import notices, ticket_events, tickets
from itgov_bot.storage.database import Database
from tests.storage.made import MINUTE, NOW, a_ticket

SOON = "solution_due:soon"


async def _due(database: Database) -> list[int]:
    async with database.transaction() as session:
        found = await notices.due_tickets(session, "solution_due", SOON, after=NOW, until=NOW + 2 * MINUTE)
        return [ticket.id for ticket in found]


async def _tell(database: Database, ticket: Ticket) -> bool:
    async with database.transaction() as session:
        return await notices.mark_sent(session, ticket, SOON, NOW)


async def test_a_notice_is_given_once_by_either_worker(
    database: Database, other: Database, ana: Person
) -> None:
    ticket = await a_ticket(database, ana)
    assert [await _tell(database, ticket), await _tell(other, ticket), await _tell(database, ticket)] == [
        True,
        False,
        False,
    ]


async def test_two_workers_at_the_same_time_give_it_once(
    database: Database, other: Database, ana: Person
) -> None:
    ticket = await a_ticket(database, ana)
    given = await asyncio.gather(*(_tell(worker, ticket) for worker in (database, other) * 4))
    assert sum(given) == 1


async def test_what_is_due_is_found_until_it_is_told(database: Database, ana: Person) -> None:
    ticket, without = await a_ticket(database, ana), await a_ticket(database, ana)
    async with database.transaction() as session:
        await tickets.put(session, ticket.id, solution_due=NOW + MINUTE)
        await tickets.put(session, without.id, first_answer_due=NOW + MINUTE)
    assert await _due(database) == [ticket.id]
    assert await _tell(database, ticket)
    assert await _due(database) == []


async def test_a_reopened_case_is_told_again(database: Database, ana: Person) -> None:
    ticket = await a_ticket(database, ana)
    async with database.transaction() as session:
        await tickets.put(session, ticket.id, solution_due=NOW + MINUTE)
    await _tell(database, ticket)
    async with database.transaction() as session:
        await ticket_events.append(session, TicketEvent(ticket.id, EventKind.REOPENED, NOW, ana.id, {}))
    assert await _due(database) == [ticket.id]
    assert [await _tell(database, ticket), await _tell(database, ticket)] == [True, False]


async def test_only_a_solved_case_is_rated(database: Database, ana: Person) -> None:
    ticket = await a_ticket(database, ana)
    async with database.transaction() as session:
        assert not await notices.rate(session, ticket.id, rating=5)
        await tickets.change(session, ticket, State.RESOLVED, NOW)
        assert [one.id for one in await notices.resolved_unrated(session, "rating")] == [ticket.id]
        assert await notices.rate(session, ticket.id, rating=5)
        assert await notices.resolved_unrated(session, "rating") == []
        assert [one.id for one in await notices.resolved(session)] == [ticket.id]


async def test_only_the_solved_ones_without_due_times_stay_out(database: Database, ana: Person) -> None:
    live, solved = await a_ticket(database, ana), await a_ticket(database, ana)
    async with database.transaction() as session:
        await tickets.change(session, solved, State.RESOLVED, NOW)
        assert [one.id for one in await notices.with_due_times(session, and_live=True)] == [live.id]
        assert await notices.with_due_times(session, and_live=False) == []
