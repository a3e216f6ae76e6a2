"""Codes for mailboxes: so many for a person, and for a mailbox; forgetting begins nothing anew."""

from dataclasses import replace
from datetime import timedelta

import pytest

from itgov_bot.desk import mailbox
from itgov_bot.desk.desk import Calendars, Desk
from itgov_bot.desk.mailbox import TooManyMails, new_code
from itgov_bot.desk.personal_data import forget_person
from itgov_bot.domain.people import Person
from itgov_bot.storage import people
from itgov_bot.storage.database import Database, Session
from tests.made import city
from tests.storage.made import NOW, sender

MINE, YOURS = "ana@example.gov.co", "beto@example.gov.co"


@pytest.fixture(autouse=True)
def _quick_hash(monkeypatch: pytest.MonkeyPatch) -> None:
    """Slow on purpose, which is tried elsewhere."""
    monkeypatch.setattr(mailbox, "_hash", lambda code, salt: f"{salt}${code}")


def desk_of(session: Session) -> Desk:
    return Desk(session, NOW, city(), Calendars.of(city()))


async def somebody(desk: Desk, user: str) -> Person:
    return await people.get_or_create(desk.session, sender(user), user, desk.now)


async def asks(desk: Desk, person: Person, email: str, times: int) -> int:
    """How many of so many codes are sent."""
    for sent in range(times):
        try:
            await new_code(desk, person, email)
        except TooManyMails:
            return sent
    return times


async def test_forgetting_gives_no_more_codes(database: Database) -> None:
    async with database.transaction() as session:
        desk = desk_of(session)
        ana = await somebody(desk, "ana")
        assert await asks(desk, ana, MINE, 2) == 2
        ana, _ = await forget_person(desk, ana)
        assert await asks(desk, ana, MINE, 9) == 1
        assert await asks(desk, ana, YOURS, 9) == 0


async def test_a_mailbox_gets_so_many_whoever_asks(database: Database) -> None:
    async with database.transaction() as session:
        desk = desk_of(session)
        sent = [await asks(desk, await somebody(desk, user), MINE, 2) for user in ("ana", "beto", "carla")]
        assert sent == [2, 1, 0]


async def test_a_label_of_its_own_makes_no_other_mailbox(database: Database) -> None:
    async with database.transaction() as session:
        desk = desk_of(session)
        ways = (
            "ana@example.gov.co",
            "ana+uno@example.gov.co",
            "ANA+2@Example.gov.co",
            "ana+x+y@example.gov.co",
        )
        sent = [await asks(desk, await somebody(desk, f"u{n}"), way, 1) for n, way in enumerate(ways)]
        assert sent == [1, 1, 1, 0]
        others = ("an.a@example.gov.co", "+ana@example.gov.co", "ana@example.org")
        assert [await asks(desk, await somebody(desk, f"v{way}"), way, 1) for way in others] == [1, 1, 1]


async def test_there_is_a_limit_of_the_day_too(database: Database) -> None:
    async with database.transaction() as session:
        desk = desk_of(session)
        ana = await somebody(desk, "ana")
        sent = 0
        for hours in range(6):
            sent += await asks(replace(desk, now=NOW + timedelta(hours=2 * hours)), ana, MINE, 5)
        assert sent == 10
        assert await asks(replace(desk, now=NOW + timedelta(days=2)), ana, MINE, 1) == 1
