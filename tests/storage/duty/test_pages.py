"""The pages of urgent tickets: each step once, whoever takes it; over, begun anew, waiting with others."""

import asyncio
from datetime import timedelta

from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.paging import Call, Page
from itgov_bot.storage import ticket_events
from itgov_bot.storage.database import Database, Session
from itgov_bot.storage.duty import pages
from itgov_bot.storage.tables import PageRow
from tests.storage.made import MINUTE, NOW, a_ticket

SOON = NOW + MINUTE
FIRST, NEXT = Call(1, 0, (1,), SOON), Call(2, 0, (2,), SOON + MINUTE)


async def start(session: Session, ticket: int, call: Call = FIRST) -> bool:
    return await pages.start(session, ticket, call, NOW, NOW + 5 * MINUTE)


async def go_on(session: Session, page: Page, call: Call = NEXT) -> bool:
    return await pages.go_on(session, page, call, SOON, SOON + 5 * MINUTE)


async def row_of(session: Session, ticket: int) -> PageRow:
    return await session.get_one(PageRow, ticket, populate_existing=True)


async def test_a_page_is_due_when_its_time_has_come(database: Database, ana: Person) -> None:
    ticket = await a_ticket(database, ana)
    async with database.transaction() as session:
        assert await start(session, ticket.id)
        assert not await start(session, ticket.id), "it runs already"
        assert await pages.due(session, NOW) == []
        assert await pages.due(session, SOON) == [Page(ticket.id, 1, 0, SOON)]
        assert await pages.running(session, ticket.id) == Page(ticket.id, 1, 0, SOON)
        assert await pages.stop(session, ticket.id, ana.id, NOW)
        assert await pages.due(session, SOON) == []
        assert await pages.running(session, ticket.id) is None


async def test_of_two_workers_one_makes_the_next_call(
    database: Database, other: Database, ana: Person
) -> None:
    opened = [await a_ticket(database, ana) for _ in range(6)]
    async with database.transaction() as session:
        for ticket in opened:
            await start(session, ticket.id)

    async def worker(one: Database) -> list[int]:
        async with one.transaction() as session:
            due = await pages.due(session, SOON)
            await asyncio.sleep(0.02)
            return [page.ticket for page in due if await go_on(session, page)]

    called = await asyncio.gather(worker(database), worker(other), worker(other))
    assert sorted(ticket for mine in called for ticket in mine) == [ticket.id for ticket in opened]


async def test_of_two_workers_one_begins_it(database: Database, other: Database, ana: Person) -> None:
    ticket = await a_ticket(database, ana)

    async def worker(one: Database) -> bool:
        async with one.transaction() as session:
            await pages.standing(session, ticket.id)
            await asyncio.sleep(0.02)
            return await start(session, ticket.id)

    assert sorted(await asyncio.gather(worker(database), worker(other))) == [False, True]


async def test_a_taken_page_goes_on_no_more_and_the_first_who_took_it_counts(
    database: Database, other: Database, ana: Person
) -> None:
    ticket = await a_ticket(database, ana)
    async with database.transaction() as session:
        await start(session, ticket.id)
        [page] = await pages.due(session, SOON)
    async with other.transaction() as session:
        assert await pages.stop(session, ticket.id, ana.id, NOW)
        assert not await pages.stop(session, ticket.id, None, SOON)
    async with database.transaction() as session:
        assert not await go_on(session, page)
        found = await row_of(session, ticket.id)
    assert (found.next_at, found.other_ways_at, found.taken_by, found.taken_at) == (None, None, ana.id, NOW)


async def test_the_same_step_again_is_another_call(database: Database, ana: Person) -> None:
    ticket = await a_ticket(database, ana)
    async with database.transaction() as session:
        await start(session, ticket.id)
        [page] = await pages.due(session, SOON)
        again = Call(1, 1, (1,), SOON + MINUTE)
        assert await go_on(session, page, again)
        assert not await go_on(session, page, again)
        found = await row_of(session, ticket.id)
    assert (found.rounds, found.called_at, found.other_ways_at) == (1, SOON, SOON + 5 * MINUTE)


async def test_a_page_that_is_over_begins_anew(database: Database, ana: Person) -> None:
    ticket = await a_ticket(database, ana)
    async with database.transaction() as session:
        await start(session, ticket.id, Call(3, 2, (1,), SOON))
        await pages.stop(session, ticket.id, None, NOW)
        assert (await pages.standing(session, ticket.id)) == pages.Standing(False, False, None)
        assert await start(session, ticket.id)
        assert await pages.due(session, SOON) == [Page(ticket.id, 1, 0, SOON)]


async def test_a_call_that_a_clock_wrote_too_far_ahead_is_brought_back(
    database: Database, ana: Person
) -> None:
    near, far = [await a_ticket(database, ana) for _ in range(2)]
    async with database.transaction() as session:
        await start(session, near.id)
        await start(session, far.id, Call(1, 0, (1,), NOW + timedelta(days=300)))
        await pages.bring_back(session, NOW + timedelta(hours=1), NOW + 15 * MINUTE)
        assert [page.ticket for page in await pages.due(session, SOON)] == [near.id]
        assert [page.ticket for page in await pages.due(session, NOW + 15 * MINUTE)] == [near.id, far.id]


async def test_what_waits_with_others_is_shown_once_and_may_become_a_page(
    database: Database, ana: Person, beto: Person
) -> None:
    mine, also, his = [await a_ticket(database, who) for who in (ana, ana, beto)]
    async with database.transaction() as session:
        assert await pages.last_shown(session, ana.id, NOW - MINUTE) is None
        for ticket, at in ((mine, NOW), (also, SOON), (his, SOON)):
            assert await pages.wait(session, ticket.id, at)
        assert not await pages.wait(session, mine.id, NOW), "it waits already"
        assert await pages.due(session, SOON) == [], "it has no step of its own"
        assert await pages.waiting_due(session, NOW) == [ana.id]
        assert [one.id for one in await pages.waiting_of(session, ana.id)] == [mine.id, also.id]
        assert await pages.show(session, mine.id, NOW)
        assert not await pages.show(session, mine.id, NOW)
        assert await pages.last_shown(session, ana.id, NOW - MINUTE) == NOW
        assert await pages.last_shown(session, ana.id, SOON) is None
        assert not await start(session, also.id)
        assert await pages.start(session, also.id, FIRST, NOW, SOON, though_waiting=True)
        assert [one.id for one in await pages.waiting_of(session, ana.id)] == [mine.id]
        assert (await pages.standing(session, also.id)).runs
        assert await pages.stop(session, mine.id, None, NOW)
        assert await pages.waiting_of(session, ana.id) == []


async def test_calls_are_counted_by_whose_doing_they_were(
    database: Database, ana: Person, beto: Person
) -> None:
    ticket = await a_ticket(database, ana)
    async with database.transaction() as session:
        for at, actor in ((NOW, ana.id), (NOW - MINUTE, ana.id), (NOW, None), (NOW, beto.id)):
            await ticket_events.append(session, TicketEvent(ticket.id, EventKind.PAGED, at, actor, {}))
        assert await pages.calls_caused(session, ana.id, NOW) == 1
        assert await pages.calls_caused(session, ana.id, NOW - MINUTE) == 2


async def test_a_withdrawn_urgency_counts_for_its_requester_once(
    database: Database, ana: Person, beto: Person
) -> None:
    first, second = [await a_ticket(database, ana) for _ in range(2)]
    async with database.transaction() as session:
        for ticket, at in ((first, NOW), (first, SOON), (second, NOW - MINUTE)):
            await ticket_events.append(
                session, TicketEvent(ticket.id, EventKind.URGENCY_WITHDRAWN, at, beto.id, {})
            )
        assert await pages.withdrawn_urgencies(session, ana.id, NOW) == 1
        assert await pages.withdrawn_urgencies(session, ana.id, NOW - MINUTE) == 2
        assert await pages.withdrawn_urgencies(session, beto.id, NOW - MINUTE) == 0
