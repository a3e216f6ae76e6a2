"""People: met once, named with their consent, given and taken roles, forgotten."""

import asyncio
from dataclasses import replace

import pytest

from itgov_bot.domain.people import Person, Role
from itgov_bot.storage import people, roles, tickets
from itgov_bot.storage.database import Database
from tests.storage.made import MINUTE, NOW, a_person, a_ticket, sender


async def test_a_person_is_made_known_at_the_first_word_without_their_name(database: Database) -> None:
    async with database.transaction() as session:
        ana = await people.get_or_create(session, sender("ana", "Ana Pérez", "AnaP"), "17", NOW)
        assert await people.by_user(session, "telegram", "ana") == ana
        assert await people.by_user(session, "terminal", "ana") is None
    assert (ana.name, ana.chat, ana.username, ana.consent_version, ana.reachable) == (
        "",
        "17",
        "AnaP",
        None,
        True,
    )


async def test_a_group_is_not_a_private_chat(database: Database) -> None:
    async with database.transaction() as session:
        stranger = await people.get_or_create(session, sender("ana"), None, NOW)
        assert stranger.chat == "ana"  # on Telegram the private chat has the number of the user
        await people.get_or_create(session, sender("ana"), "17", NOW)
        assert (await people.get_or_create(session, sender("ana"), None, NOW)).chat == "17"


async def test_two_processes_meet_the_same_person_at_once(database: Database, other: Database) -> None:
    met = await asyncio.gather(*(a_person(one, "ana") for one in (database, other) * 4))
    assert len({person.id for person in met}) == 1


async def test_turns_of_one_person_wait_for_each_other(
    database: Database, other: Database, ana: Person
) -> None:
    entered: list[str] = []

    async def turn(one: Database, name: str, wait: asyncio.Event) -> None:
        async with one.transaction() as session:
            await people.get_or_create(session, sender("ana"), "ana", NOW)
            entered.append(name)
            await wait.wait()

    hold, free = asyncio.Event(), asyncio.Event()
    free.set()
    first = asyncio.create_task(turn(database, "first", hold))
    while not entered:  # noqa: ASYNC110
        await asyncio.sleep(0.005)
    second = asyncio.create_task(turn(other, "second", free))
    await asyncio.sleep(0.1)
    assert entered == ["first"]
    hold.set()
    await asyncio.gather(first, second)
    assert entered == ["first", "second"]


async def test_the_name_is_kept_with_the_consent(database: Database, ana: Person) -> None:
    async with database.transaction() as session:
        await people.record_consent(session, ana.id, "2026-01", "Ana Pérez", NOW)
    async with database.reading() as session:
        found = await people.get(session, ana.id)
    assert (found.name, found.consent_version, found.consent_at) == ("Ana Pérez", "2026-01", NOW)


async def test_details_are_asked_once(database: Database, ana: Person) -> None:
    async with database.transaction() as session:
        await people.keep_details(session, ana.id, contact="ext. 12", dependencia="Hacienda")
        await people.keep_details(session, ana.id, contact="", dependencia=None)
        found = await people.get(session, ana.id)
    assert (found.contact, found.dependencia) == ("ext. 12", "Hacienda")


async def test_forgetting_leaves_the_cases_and_nothing_of_the_person(database: Database, ana: Person) -> None:
    ticket = await a_ticket(database, ana)
    async with database.transaction() as session:
        await people.record_consent(session, ana.id, "2026-01", "Ana Pérez", NOW)
        await people.keep_details(session, ana.id, contact="300 123 4567", dependencia="Hacienda")
    async with database.transaction() as session:
        await people.forget(session, ana.id, NOW + MINUTE)
    async with database.reading() as session:
        assert await people.get(session, ana.id) == replace(ana, username=None)
        assert (await tickets.get(session, ticket.id)).number == ticket.number


@pytest.mark.parametrize("asked", ["juan_perez", "@JUAN_PEREZ"])
async def test_a_person_is_found_by_their_user_name(database: Database, asked: str) -> None:
    await a_person(database, "impostor", "juanXperez")
    juan = await a_person(database, "juan", "Juan_Perez")
    async with database.reading() as session:
        assert await people.by_username(session, "telegram", asked) == juan


async def test_a_user_name_is_of_who_had_it_last(database: Database) -> None:
    impostor = await a_person(database, "impostor", "Juan.Perez")
    await a_person(database, "juan", "juan.perez")
    async with database.transaction() as session:
        assert (await people.get(session, impostor.id)).username is None
        found = await people.by_username(session, "telegram", "@JUAN.PEREZ")
        assert found
        assert found.user == "juan"
        await people.forget(session, found.id, NOW)
    await a_person(database, "impostor", "juan.perez")
    await a_person(database, "juan", "juan.perez")  # forgotten, they have the name all the same
    async with database.reading() as session:
        assert await people.by_username(session, "telegram", "juan.perez") is None


async def test_a_user_name_that_two_have_is_nobodys(database: Database) -> None:
    one, other = await a_person(database, "one"), await a_person(database, "other")
    async with database.transaction() as session:  # as an older version let it happen
        for person in (one, other):
            await people.update(session, person.id, username="ana")
        assert await people.by_username(session, "telegram", "ana") is None


@pytest.mark.parametrize("asked", ["%", "@%", "juan%", "_", ""])
async def test_a_pattern_is_no_user_name(database: Database, asked: str) -> None:
    await a_person(database, "juan", "j")
    async with database.reading() as session:
        assert await people.by_username(session, "telegram", asked) is None


async def test_roles_are_given_and_taken(database: Database, ana: Person, beto: Person) -> None:
    async with database.transaction() as session:
        assert await roles.of(session, ana.id) == {Role.STAFF}
        assert await roles.grant(session, ana.id, Role.AGENT, beto.id, NOW)
        assert not await roles.grant(session, ana.id, Role.AGENT, beto.id, NOW)
        assert await roles.grant(session, ana.id, Role.ON_CALL, None, NOW)
        assert await roles.of(session, ana.id) == {Role.STAFF, Role.AGENT, Role.ON_CALL}
        assert await roles.revoke(session, ana.id, Role.AGENT, beto.id, NOW + MINUTE)
        assert not await roles.revoke(session, ana.id, Role.AGENT, beto.id, NOW + MINUTE)
        assert await roles.of(session, ana.id) == {Role.STAFF, Role.ON_CALL}
        assert await roles.grant(session, ana.id, Role.AGENT, beto.id, NOW + 2 * MINUTE)


async def test_a_role_given_twice_at_once_is_had_once(
    database: Database, other: Database, ana: Person
) -> None:
    async def give(one: Database) -> bool:
        async with one.transaction() as session:
            return await roles.grant(session, ana.id, Role.ON_CALL, None, NOW)

    assert sorted(await asyncio.gather(*(give(one) for one in (database, other) * 3))) == [False] * 5 + [True]
    async with database.reading() as session:
        assert await roles.with_role(session, Role.ON_CALL) == [ana]


async def test_two_administrators_may_give_each_other_roles_at_once(
    database: Database, other: Database, ana: Person, beto: Person
) -> None:
    both_are_in = asyncio.Barrier(2 if not database.is_sqlite else 1)

    async def turn(one: Database, who: str, to: Person) -> None:
        async with one.transaction() as session:
            await people.get_or_create(session, sender(who), who, NOW)
            await both_are_in.wait()
            await roles.grant(session, to.id, Role.MANAGER, None, NOW)

    await asyncio.gather(turn(database, "ana", beto), turn(other, "beto", ana))
    async with database.reading() as session:
        assert {one.id for one in await roles.with_role(session, Role.MANAGER)} == {ana.id, beto.id}


async def test_who_has_a_role_comes_in_the_order_of_getting_it(
    database: Database, ana: Person, beto: Person
) -> None:
    async with database.transaction() as session:
        await roles.grant(session, beto.id, Role.AGENT, None, NOW)
        await roles.grant(session, ana.id, Role.AGENT, None, NOW)
        assert [one.user for one in await roles.with_role(session, Role.AGENT)] == ["beto", "ana"]


async def test_somebody_who_writes_again_can_be_reached_again(database: Database, ana: Person) -> None:
    async with database.transaction() as session:
        await people.set_reachable(session, "telegram", "ana", False)
        await people.set_reachable(
            session, "terminal", "ana", True
        )  # another channel's chat of the same name
        assert not (await people.get(session, ana.id)).reachable
        await people.get_or_create(session, sender("ana"), None, NOW)
        assert not (await people.get(session, ana.id)).reachable  # a word in a group does not unblock the bot
        assert (await people.get_or_create(session, sender("ana"), "ana", NOW)).reachable
