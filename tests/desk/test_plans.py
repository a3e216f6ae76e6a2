"""What a plan comes to: while its period goes on, when it closed, and what is ticked afterwards."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from itgov_bot.desk import indicators, plans, recording
from itgov_bot.desk.counted.closing import close_periods
from itgov_bot.desk.desk import Calendars, Desk
from itgov_bot.domain.indicators import Count, Indicator, Period, Reading
from itgov_bot.domain.people import Person
from itgov_bot.messages import Sender
from itgov_bot.storage import people, readings
from itgov_bot.storage.database import Database
from tests.made import city

NOW = datetime(2026, 11, 10, 15, tzinfo=UTC)
AFTER = datetime(2027, 1, 4, 15, tzinfo=UTC)
HALF = Period.parse("2026-H2")
ROWS = [("UPS", date(2026, 11, 20)), ("racks", date(2026, 12, 1))]


@pytest.fixture
async def desk(database: Database) -> AsyncIterator[Desk]:
    async with database.transaction() as session:
        yield Desk(session, NOW, city(), Calendars.of(city()))


@pytest.fixture
async def carla(desk: Desk) -> Person:
    return await people.get_or_create(desk.session, Sender("test", "7", "Carla"), "7", NOW)


def maintenance() -> Indicator:
    found = city().indicator(2)
    assert found
    return found


async def of_half(desk: Desk) -> Reading:
    return next(one for one in await indicators.readings(desk, 2) if one.period == HALF)


async def test_it_is_open_then_frozen_then_different(desk: Desk, carla: Person) -> None:
    await plans.add(desk, maintenance(), ROWS, carla)
    first, second = await plans.of(desk, maintenance(), HALF)
    assert await plans.tick(desk, first, date(2026, 11, 10), carla)
    going_on = await of_half(desk)
    assert (going_on.numerator, going_on.denominator, going_on.is_open) == (1, 2, True)
    desk = replace(desk, now=AFTER)
    await close_periods(desk)
    assert await plans.tick(desk, second, HALF.last_day, carla)
    frozen = await of_half(desk)
    assert (frozen.value, frozen.is_changed, frozen.recount) == (50, True, Count(2, 2))
    assert await plans.untick(desk, second)
    assert not (await of_half(desk)).is_changed


async def test_what_was_recorded_by_hand_counts_before_it(desk: Desk, carla: Person) -> None:
    await readings.add(desk.session, Reading(2, HALF, 80, source="recorded"), carla.id, NOW)
    await plans.add(desk, maintenance(), ROWS, carla)
    assert (await of_half(desk)).value == 80


async def test_a_period_with_a_plan_is_not_missing(desk: Desk, carla: Person) -> None:
    later = replace(desk, now=AFTER)
    assert HALF in await recording.missing_of(later, maintenance())
    await plans.add(desk, maintenance(), ROWS, carla)
    assert HALF not in await recording.missing_of(later, maintenance())
