"""Invitations: one use each, until they expire."""

from __future__ import annotations

import asyncio

from itgov_bot.domain.people import Person, Role
from itgov_bot.storage import invitations
from itgov_bot.storage.database import Database
from tests.storage.made import MINUTE, NOW


async def invite(database: Database, code: str, by: Person) -> None:
    async with database.transaction() as session:
        await invitations.add(session, code, Role.AGENT, by.id, NOW, NOW + MINUTE)


async def use(database: Database, code: str, person: Person, late: bool = False) -> Role | None:
    async with database.transaction() as session:
        return await invitations.use(session, code, person.id, NOW + MINUTE if late else NOW)


async def test_a_code_opens_one_door_once(database: Database, ana: Person, beto: Person) -> None:
    await invite(database, "hash", ana)
    assert await use(database, "other", beto) is None
    assert await use(database, "hash", beto) is Role.AGENT
    assert await use(database, "hash", beto) is None


async def test_of_two_people_with_one_link_one_gets_in(
    database: Database, other: Database, ana: Person, beto: Person
) -> None:
    await invite(database, "hash", ana)
    got = await asyncio.gather(use(database, "hash", ana), use(other, "hash", beto), use(other, "hash", ana))
    assert sorted(str(one) for one in got) == ["None", "None", "agent"]


async def test_an_expired_code_is_no_good(database: Database, ana: Person) -> None:
    await invite(database, "hash", ana)
    assert await use(database, "hash", ana, late=True) is None
