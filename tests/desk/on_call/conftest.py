"""A desk with people, and one where three of them take turns."""

from collections.abc import AsyncIterator

import pytest

from itgov_bot.desk.desk import Calendars, Desk
from itgov_bot.storage.database import Database
from tests.desk.on_call.office import REFERENCE, TUESDAY, Office


@pytest.fixture
async def office(database: Database) -> AsyncIterator[Office]:
    async with database.transaction() as session:
        yield Office(Desk(session, TUESDAY, REFERENCE, Calendars.of(REFERENCE)))


@pytest.fixture
async def turns(office: Office) -> Office:
    """Ana has this week, beto the next one, caro the one after it."""
    await office.takes_turns("ana", "beto", "caro")
    return office
