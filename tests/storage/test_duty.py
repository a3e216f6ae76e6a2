"""The pages that climb the duty ladder, and the desk's chats."""

from __future__ import annotations

import asyncio

from itgov_bot.domain.people import Person
from itgov_bot.messages import Address
from itgov_bot.storage import duty
from itgov_bot.storage.database import Database
from itgov_bot.storage.tables import PageRow
from tests.storage.made import MINUTE, NOW, a_ticket


async def test_a_page_is_due_when_its_time_has_come(database: Database, ana: Person) -> None:
    ticket = await a_ticket(database, ana)
    async with database.transaction() as session:
        await duty.start_page(session, ticket.id, 1, NOW + MINUTE)
        assert await duty.due_pages(session, NOW) == []
        assert await duty.due_pages(session, NOW + MINUTE) == [
            duty.Page(ticket.id, 1, NOW + MINUTE, None, None)
        ]
        await duty.stop_page(session, ticket.id, ana.id, NOW)
        assert await duty.due_pages(session, NOW + MINUTE) == []


async def test_of_two_workers_one_climbs(database: Database, other: Database, ana: Person) -> None:
    opened = [await a_ticket(database, ana) for _ in range(6)]
    async with database.transaction() as session:
        for ticket in opened:
            await duty.start_page(session, ticket.id, 1, NOW)

    async def worker(one: Database) -> list[int]:
        async with one.transaction() as session:
            due = await duty.due_pages(session, NOW)
            await asyncio.sleep(0.02)
            return [page.ticket for page in due if await duty.climb(session, page, 2, NOW + MINUTE)]

    climbed = await asyncio.gather(worker(database), worker(other), worker(other))
    assert sorted(ticket for mine in climbed for ticket in mine) == [ticket.id for ticket in opened]


async def test_a_taken_page_climbs_no_more(database: Database, other: Database, ana: Person) -> None:
    ticket = await a_ticket(database, ana)
    async with database.transaction() as session:
        await duty.start_page(session, ticket.id, 1, NOW)
        [page] = await duty.due_pages(session, NOW)
    async with other.transaction() as session:
        await duty.stop_page(session, ticket.id, ana.id, NOW)
        await duty.stop_page(
            session, ticket.id, None, NOW + MINUTE
        )  # cancelled afterwards: the first one counts
    async with database.transaction() as session:
        assert not await duty.climb(session, page, 2, NOW + MINUTE)
        found = await session.get(PageRow, ticket.id)
    assert found is not None
    assert (found.next_at, found.taken_by, found.taken_at) == (None, ana.id, NOW)


async def test_at_the_top_the_step_stays_and_the_time_goes_on(database: Database, ana: Person) -> None:
    ticket = await a_ticket(database, ana)
    async with database.transaction() as session:
        await duty.start_page(session, ticket.id, 2, NOW)
        [page] = await duty.due_pages(session, NOW)
        assert await duty.climb(session, page, 2, NOW + MINUTE)
        assert not await duty.climb(session, page, 2, NOW + MINUTE)


async def test_the_support_group_is_set_replaced_and_followed(database: Database) -> None:
    async with database.transaction() as session:
        assert await duty.desk_chat(session, "support") is None
        await duty.set_desk_chat(session, "support", Address("telegram", "-1"), "Mesa")
        await duty.set_desk_chat(session, "support", Address("telegram", "-2"), "Mesa SAUS")
        await duty.move_desk_chat(session, "telegram", "-1", "-100")
        assert await duty.desk_chat(session, "support") == Address("telegram", "-2")
        await duty.move_desk_chat(session, "telegram", "-2", "-100")
        assert await duty.desk_chat(session, "support") == Address("telegram", "-100")


async def test_a_lost_group_is_forgotten_once(database: Database) -> None:
    async with database.transaction() as session:
        await duty.set_desk_chat(session, "support", Address("telegram", "-1"), "Mesa")
        assert await duty.forget_desk_chat(session, "telegram", "-2") is None
        assert await duty.forget_desk_chat(session, "telegram", "-1") == "Mesa"
        assert await duty.forget_desk_chat(session, "telegram", "-1") is None
        assert await duty.desk_chat(session, "support") is None
