"""What was not understood: counted, decided, taken back."""

import asyncio

from itgov_bot.domain.learning import DISMISSED
from itgov_bot.domain.people import Person
from itgov_bot.storage import unmatched
from itgov_bot.storage.database import Database
from tests.storage.made import MINUTE, NOW

LONG_AGO = NOW - 1000 * MINUTE


async def note(database: Database, text: str, suggested: str | None = None) -> None:
    async with database.transaction() as session:
        await unmatched.note(session, text, suggested, NOW)


async def test_messages_are_counted_the_most_frequent_first(database: Database) -> None:
    for text in ("rara", "común", "común"):
        await note(database, text)
    async with database.reading() as session:
        found = await unmatched.undecided(session, 10, LONG_AGO)
        assert [(one.text, one.times) for one in found] == [("común", 2), ("rara", 1)]
        assert len(await unmatched.undecided(session, 1, LONG_AGO)) == 1
        assert await unmatched.get(session, found[0].id) == found[0]
        assert await unmatched.get(session, 999) is None


async def test_what_came_too_long_ago_is_no_longer_shown_until_it_comes_again(database: Database) -> None:
    await note(database, "vieja")
    async with database.transaction() as session:
        assert await unmatched.undecided(session, 5, NOW + MINUTE) == []
        await unmatched.note(session, "vieja", None, NOW + 2 * MINUTE)
        assert [one.times for one in await unmatched.undecided(session, 5, NOW + MINUTE)] == [2]


async def test_a_suggestion_is_kept_until_there_is_another(database: Database) -> None:
    for suggested in (None, "SER-004", None, "SER-005"):
        await note(database, "no abre", suggested)
        async with database.reading() as session:
            [found] = await unmatched.undecided(session, 1, LONG_AGO)
        assert found.suggested in (suggested, "SER-004")
    assert (found.times, found.suggested) == (4, "SER-005")


async def test_the_same_message_comes_to_several_processes_at_once(
    database: Database, other: Database
) -> None:
    await asyncio.gather(*(note(one, "no abre") for one in (database, other) * 5))
    async with database.reading() as session:
        [found] = await unmatched.undecided(session, 5, LONG_AGO)
    assert found.times == 10


async def test_a_decision_is_made_and_taken_back(database: Database, ana: Person) -> None:
    for text in ("uno", "dos", "nada"):
        await note(database, text)
    async with database.transaction() as session:
        one, two, nothing = sorted(await unmatched.undecided(session, 5, LONG_AGO), key=lambda item: item.id)
        await unmatched.decide(session, two.id, "SER-002", ana.id, NOW)
        await unmatched.decide(session, one.id, "SER-001", ana.id, NOW + MINUTE)
        await unmatched.decide(session, nothing.id, DISMISSED[0], ana.id, NOW)
    async with database.transaction() as session:
        assert [(item.text, item.label) for item in await unmatched.taught(session)] == [
            ("dos", "SER-002"),
            ("uno", "SER-001"),
        ]
        assert {item.text for item in await unmatched.decided(session)} == {"uno", "dos", "nada"}
        assert await unmatched.undecided(session, 5, LONG_AGO) == []
        await unmatched.decide(session, two.id, None, ana.id, NOW)
        assert [item.text for item in await unmatched.undecided(session, 5, LONG_AGO)] == ["dos"]
