"""Computed indicators are exact: thousands of odd tickets counted by the desk come to what plain SQL makes of them."""

import random

import pytest

from itgov_bot.desk import indicators
from itgov_bot.desk.counted.behind import cases_behind, detail
from itgov_bot.desk.counted.counting import span_of
from itgov_bot.desk.desk import Calendars, Desk
from itgov_bot.domain.indicators import Period, Reading
from itgov_bot.domain.people import Person
from itgov_bot.storage.database import Database, Session
from tests.made import city
from tests.storage import odd_lives

COMPUTED = (1, 5, 6, 7, 8, 9)


def the_desk(session: Session) -> Desk:
    return Desk(session, odd_lives.NOW, city(), Calendars.of(city()))


async def computed(desk: Desk) -> odd_lives.Found:
    found = await indicators.all_readings(desk)
    return {
        (number, str(one.period)): _numbers(one)
        for number in COMPUTED
        for one in found[number]
        if one.source == "computed"
    }


def _numbers(reading: Reading) -> tuple[float, float]:
    assert reading.numerator is not None
    assert reading.denominator is not None
    assert reading.value == 100 * reading.numerator / reading.denominator
    return reading.numerator, reading.denominator


@pytest.mark.parametrize("seed", [1, 2])
async def test_each_value_is_what_plain_sql_makes_of_it(
    database: Database, ana: Person, beto: Person, seed: int
) -> None:
    async with database.transaction() as session:
        await odd_lives.write(session, random.Random(seed), 1500, ana, beto)
        desk = the_desk(session)
        found = await computed(desk)
        expected = await odd_lives.in_plain_sql(session)
        assert {key: found[key] for key in found if key[0] != 9} == expected
        assert len({number for number, _ in expected}) == 5
        hours = {key: found[key] for key in found if key[0] == 9}
        assert hours == {
            key: pytest.approx(one) for key, one in (await odd_lives.step_by_step(session)).items()
        }
        await _opens_into_its_cases(desk, random.Random(seed).sample(sorted(expected), 8), found)


async def _opens_into_its_cases(desk: Desk, keys: list[tuple[int, str]], found: odd_lives.Found) -> None:
    for number, period in keys:
        pages = [await cases_behind(desk, number, Period.parse(period), page) for page in (1, 2)]
        first = pages[0]
        assert first
        rest = [
            await cases_behind(desk, number, Period.parse(period), page) for page in range(3, first.pages + 1)
        ]
        cases = [one for page in (*pages[: first.pages], *rest) if page for one in page.cases]
        assert len({(one.ticket.id, one.ticket.resolved_at) for one in cases}) == len(cases) == first.total
        assert (sum(one.above for one in cases), sum(one.below for one in cases)) == found[number, period]
        assert (first.count.numerator, first.count.denominator) == found[number, period]
        assert [one.above for one in cases] == sorted(one.above for one in cases)
        reading = next(one for one in await indicators.readings(desk, number) if str(one.period) == period)
        more = await detail(desk, reading)
        if more.cohort:
            assert more.cohort.numerator <= more.cohort.denominator == found[number, period][1]
            end = span_of(desk, Period.parse(period))[1]
            assert more.backlog == await odd_lives.unsolved_at(desk.session, number, end)
