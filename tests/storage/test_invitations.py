"""Invitations: one use each, until they expire."""

import asyncio

from itgov_bot.domain.people import Person, Role
from itgov_bot.storage import invitations
from itgov_bot.storage.database import Database
from tests.storage.made import MINUTE, NOW


async def invite(database: Database, code: str, by: Person) -> None:
    async with database.transaction() as session:
        await invitations.add(session, code, Role.AGENT, by.id, NOW, NOW + MINUTE)


async def use(database: Database, code: str, person: Person, late: bool = False) -> bool:
    async with database.transaction() as session:
        used = await invitations.use(session, code, person.id, NOW + MINUTE if late else NOW)
    return bool(used)


async def test_a_code_opens_one_door_once(database: Database, ana: Person, beto: Person) -> None:
    await invite(database, "hash", ana)
    assert not await use(database, "other", beto)
    assert await use(database, "hash", beto)
    assert not await use(database, "hash", beto)


async def test_of_two_people_with_one_link_one_gets_in(
    database: Database, other: Database, ana: Person, beto: Person
) -> None:
    await invite(database, "hash", ana)
    got = await asyncio.gather(use(database, "hash", ana), use(other, "hash", beto), use(other, "hash", ana))
    assert sorted(got) == [False, False, True]


async def test_an_expired_code_is_no_good(database: Database, ana: Person) -> None:
    await invite(database, "hash", ana)
    assert not await use(database, "hash", ana, late=True)


async def test_a_revoked_code_is_no_good(database: Database, ana: Person) -> None:
    code = "0123456789abcdef" * 4
    await invite(database, code, ana)
    async with database.transaction() as session:
        [shown] = await invitations.open_ones(session, NOW)
        assert await invitations.find_open(session, code, NOW) == shown
        assert not await invitations.revoke(session, "%", ana.id, NOW)
        assert await invitations.revoke(session, shown.ref, ana.id, NOW)
        assert not await invitations.revoke(session, shown.ref, ana.id, NOW)
        assert await invitations.open_ones(session, NOW) == []
    assert not await use(database, code, ana)
