"""The readings in force: printed, recorded and computed; and how each indicator stands. Used by the talk and the CLI."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from itgov_bot.desk.counted.counting import counted
from itgov_bot.desk.desk import Desk
from itgov_bot.domain.indicators import Indicator, Period, Reading, in_force, latest, reading_light, trend
from itgov_bot.domain.indicators.analysis import TrafficLight, Trend
from itgov_bot.reference import Reference
from itgov_bot.storage import readings as stored_readings


class Standing(NamedTuple):
    """How an indicator stands: its last reading, the light of that one, and where it is going."""

    indicator: Indicator
    latest: Reading | None
    light: TrafficLight | None
    trend: Trend | None


async def readings(desk: Desk, number: int, year: int | None = None) -> list[Reading]:
    """The readings of one indicator that count, oldest first; of one year, or of all."""
    return of_year((await all_readings(desk, [number]))[number], year)


async def board(desk: Desk, year: int | None = None) -> list[Standing]:
    """How every indicator stands, in the order of the sheet; `year` looks at the readings of that year alone."""
    everything = await all_readings(desk)
    return [standing(one, of_year(everything[one.number], year)) for one in desk.reference.indicators]


async def years(desk: Desk) -> list[int]:
    """The years for which there is any reading, oldest first."""
    everything = await all_readings(desk)
    return sorted({reading.period.year for found in everything.values() for reading in found})


async def all_readings(desk: Desk, numbers: Iterable[int] | None = None) -> dict[int, list[Reading]]:
    """By number, the readings of these indicators (of all) that count, oldest first; with those of what goes on."""
    known = await kept_readings(desk, numbers)
    for reading in await counted(desk, known):
        known[reading.indicator].append(reading)
    return {number: in_force(found) for number, found in known.items()}


async def kept_readings(desk: Desk, numbers: Iterable[int] | None = None) -> dict[int, list[Reading]]:
    """The same without what is counted now: the printed and the stored ones."""
    stored = await stored_readings.of_all(desk.session)
    wanted = [one.number for one in desk.reference.indicators] if numbers is None else numbers
    return {number: merged(desk.reference, stored, number) for number in wanted}


def merged(
    reference: Reference, stored: Iterable[Reading], number: int, year: int | None = None
) -> list[Reading]:
    """The sheet's readings and the stored ones of an indicator: one a period, the last recorded counts."""
    own = (reading for reading in stored if reading.indicator == number)
    return of_year(in_force([*reference.readings_of(number), *own]), year)


def of_year(found: Iterable[Reading], year: int | None) -> list[Reading]:
    return [reading for reading in found if year in (None, reading.period.year)]


def standing(indicator: Indicator, found: Sequence[Reading]) -> Standing:
    last = latest(found)
    return Standing(indicator, last, reading_light(last, indicator.target), trend(found))


def within(found: Iterable[Reading], asked: Period) -> list[Reading]:
    """What there is for a stretch of time, whatever it is called: June of a quarterly indicator is in its quarter."""
    return [reading for reading in found if _overlap(reading.period, asked)]


def _overlap(one: Period, other: Period) -> bool:
    if one.is_extra or other.is_extra:  # the thirteenth value belongs to its year, and to no day of it
        return one == other or (one.year == other.year and "year" in (one.kind, other.kind))
    return one.first_day <= other.last_day and other.first_day <= one.last_day
