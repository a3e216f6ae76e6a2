"""Readings of the sheet and of storage together: what counts, per period, and how each indicator stands."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from itgov_bot.desk import indicators
from itgov_bot.desk.desk import Calendars, Desk
from itgov_bot.domain.indicators import Period, Reading, ReadingSource
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.messages import Sender
from itgov_bot.storage import people, readings
from itgov_bot.storage.database import Database
from tests.made import city

NOW = datetime(2026, 3, 2, 15, tzinfo=UTC)


@pytest.fixture
async def desk(database: Database) -> AsyncIterator[Desk]:
    async with database.transaction() as session:
        yield Desk(session, NOW, city(), Calendars.of(city()))


def a_reading(
    number: int, period: str, value: float, source: ReadingSource = "computed", reason: str | None = None
) -> Reading:
    return Reading(number, Period.parse(period), value, 1, 3, source, reason=reason)


async def test_what_is_stored_comes_back_with_who_and_when(desk: Desk) -> None:
    person = await people.get_or_create(desk.session, Sender("test", "7", "Ana Pérez"), "7", NOW)
    await people.record_consent(desk.session, person.id, "1", "Ana Pérez", NOW)
    kept = await readings.add(
        desk.session, a_reading(8, "2026-01", 120.5, "recorded", "acta 3"), person.id, NOW
    )
    [found] = await readings.of_indicator(desk.session, 8)
    assert found == kept
    assert (found.recorded_by, found.recorded_at, found.reason) == ("Ana Pérez", NOW, "acta 3")
    assert (found.numerator, found.denominator, found.flags) == (1, 3, ("over_100",))
    assert await readings.of_indicator(desk.session, 7) == []


async def test_a_recorded_zero_is_a_zero(desk: Desk) -> None:
    kept = await readings.add(desk.session, a_reading(8, "2026-01", 0), None, NOW)
    assert kept.flags == ()
    assert kept.recorded_by is None


async def test_the_readings_of_the_sheet_are_never_stored(desk: Desk) -> None:
    with pytest.raises(ValueError, match="sheet"):
        await readings.add(desk.session, a_reading(8, "2023-01", 13, "sheet"), None, NOW)


async def test_without_stored_readings_there_is_the_sheet(desk: Desk) -> None:
    assert await indicators.readings(desk, 6) == list(city().readings_of(6))
    assert await indicators.years(desk) == [2023]


async def test_a_correction_counts_and_the_first_reading_is_kept(desk: Desk) -> None:
    for minutes, value in enumerate((31.0, 32.0)):
        now = NOW + timedelta(minutes=minutes)
        await readings.add(desk.session, a_reading(8, "2023-11", value, reason="faltaban casos"), None, now)
    found = {str(one.period): one.value for one in await indicators.readings(desk, 8)}
    assert found["2023-11"] == 32
    assert len(found) == 12
    assert [one.value for one in await readings.of_indicator(desk.session, 8)] == [31, 32]


async def test_a_year_on_its_own(desk: Desk) -> None:
    await readings.add(desk.session, a_reading(8, "2026-01", 45), None, NOW)
    assert [str(one.period) for one in await indicators.readings(desk, 8, 2026)] == ["2026-01"]
    assert len(await indicators.readings(desk, 8, 2023)) == 12
    assert await indicators.readings(desk, 8, 2024) == []
    assert await indicators.years(desk) == [2023, 2026]


async def test_the_board_has_the_thirteen_with_lights_and_trends(desk: Desk) -> None:
    board = await indicators.board(desk)
    assert [one.indicator.number for one in board] == list(range(1, 14))
    said = {one.indicator.number: (one.latest and one.latest.value, one.light, one.trend) for one in board}
    assert said[8] == (35, "red", None), "November may be no data"
    assert said[6] == (92, "yellow", "down")
    assert said[9] == (0, None, "up")
    assert said[10] == (76, None, "up")
    assert said[3] == (82, "red", None)


async def test_a_new_reading_moves_the_board(desk: Desk) -> None:
    await readings.add(desk.session, a_reading(8, "2026-01", 45), None, NOW)
    eighth = (await indicators.board(desk))[7]
    assert (eighth.latest and str(eighth.latest.period), eighth.light) == ("2026-01", "green")


async def test_the_board_of_a_year_without_readings_is_empty(desk: Desk) -> None:
    assert [one.latest for one in await indicators.board(desk, Stretch.of_year(2022))] == [None] * 13


@pytest.mark.parametrize(
    ("number", "asked", "periods"),
    [
        (8, "2023-06", ["2023-06"]),
        (8, "2023-Q4", ["2023-10", "2023-11", "2023-12"]),
        (6, "2023-H2", ["2023-07", "2023-08", "2023-09", "2023-10", "2023-11", "2023-12"]),
        (6, "2023-13", ["2023-13"]),
        (10, "2023-06", ["2023-Q2"]),
        (2, "2023-Q1", ["2023-H1"]),
        (3, "2023-02", ["2023"]),
        (8, "2024", []),
        (11, "2023-Q4", []),
    ],
)
def test_a_stretch_of_time_whatever_it_is_called(number: int, asked: str, periods: list[str]) -> None:
    found = indicators.within(city().readings_of(number), Stretch.of(Period.parse(asked)))
    assert [str(one.period) for one in found] == periods


def test_the_thirteenth_value_is_in_its_year() -> None:
    assert len(indicators.within(city().readings_of(6), Stretch.of_year(2023))) == 13
