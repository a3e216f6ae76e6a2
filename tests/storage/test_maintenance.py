"""Planned maintenance."""

import asyncio
from datetime import timedelta

from itgov_bot.domain.maintenance import Maintenance, MaintenancePlan
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import State
from itgov_bot.storage import maintenance, tickets
from itgov_bot.storage.database import Database
from tests.storage.made import MINUTE, NOW, a_ticket

HOUR = timedelta(hours=1)


async def planned(
    database: Database, by: Person, start: int = 1, end: int = 3, service: str | None = None
) -> Maintenance:
    """From so many hours from now until so many."""
    plan = MaintenancePlan("cambio del switch", service, NOW + start * HOUR, NOW + end * HOUR)
    async with database.transaction() as session:
        return await maintenance.add(session, plan, by.id, NOW)


async def test_it_is_found_as_it_was_announced(database: Database, ana: Person) -> None:
    one = await planned(database, ana, service="SER-003")
    async with database.reading() as session:
        assert await maintenance.find(session, one.id) == one
        assert await maintenance.find(session, one.id + 1) is None
    assert (one.announced_by, one.announced_at, one.is_open) == (ana.id, NOW, True)


async def test_coming_are_those_that_are_neither_over_nor_cancelled(database: Database, ana: Person) -> None:
    later, sooner, over, cancelled = [await planned(database, ana, start) for start in (2, 1, 1, 1)]
    async with database.transaction() as session:
        assert await maintenance.change(session, over, ended_at=NOW)
        assert await maintenance.change(session, cancelled, cancelled_at=NOW)
        assert [one.id for one in await maintenance.coming(session, NOW)] == [sooner.id, later.id]
        assert await maintenance.coming(session, NOW + 3 * HOUR) == []
        unfinished = await maintenance.unfinished(session, NOW + 2 * HOUR)
        assert [one.id for one in unfinished] == [sooner.id, later.id]
        assert await maintenance.unfinished(session, NOW + 3 * HOUR) == []


async def test_between_are_those_that_lasted_then(database: Database, ana: Person) -> None:
    one, early, cancelled = [await planned(database, ana) for _ in range(3)]
    async with database.transaction() as session:
        await maintenance.change(session, early, ended_at=NOW + 2 * HOUR)
        await maintenance.change(session, cancelled, cancelled_at=NOW)
        for start, end, found in ((0, 1, []), (0, 2, [one.id, early.id]), (2, 3, [one.id]), (3, 4, [])):
            lasted = await maintenance.between(session, NOW + start * HOUR, NOW + end * HOUR)
            assert [each.id for each in lasted] == found


async def test_of_two_who_change_it_at_once_one_does(
    database: Database, other: Database, ana: Person
) -> None:
    one = await planned(database, ana)

    async def move(where: Database, hours: int) -> bool:
        async with where.transaction() as session:
            return await maintenance.change(session, one, ends_at=NOW + hours * HOUR)

    assert sorted(await asyncio.gather(move(database, 4), move(other, 5))) == [False, True]


async def test_whose_open_tickets_it_concerns(database: Database, ana: Person, beto: Person) -> None:
    hers, his = await a_ticket(database, ana), await a_ticket(database, beto)
    await a_ticket(database, beto)
    async with database.transaction() as session:
        first = await maintenance.concerned(session, "SER-004", NOW)
        assert [one.id for one in first] == [ana.id, beto.id]
        assert await maintenance.concerned(session, "SER-003", NOW) == []
        await tickets.change(session, hers, State.RESOLVED, NOW + MINUTE, resolved_at=NOW + MINUTE)
        told_before = await maintenance.concerned(session, "SER-004", NOW)
        assert [one.id for one in told_before] == [ana.id, beto.id]
        since = await maintenance.concerned(session, "SER-004", NOW + 2 * MINUTE)
        assert [one.id for one in since] == [his.requester]
