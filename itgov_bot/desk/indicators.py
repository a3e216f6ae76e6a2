"""The readings in force: printed, recorded and computed; and how each indicator stands. Used by the talk and the CLI."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from itgov_bot.desk import plans
from itgov_bot.desk.counted.counting import counted
from itgov_bot.desk.desk import Desk
from itgov_bot.domain.indicators import Indicator, Reading, headline, in_force, reading_light, running, trend
from itgov_bot.domain.indicators.analysis import TrafficLight, Trend
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.reference import Reference
from itgov_bot.storage import readings as stored_readings


class Standing(NamedTuple):
    """How an indicator stands: the last reading of what is over (else of what goes on), its light, and where it is going;
    beside it the reading that goes on."""

    indicator: Indicator
    latest: Reading | None
    light: TrafficLight | None
    trend: Trend | None
    running: Reading | None = None


async def readings(desk: Desk, number: int, year: int | None = None) -> list[Reading]:
    """The readings of one indicator that count, oldest first; of one year, or of all."""
    return of_year((await all_readings(desk, [number]))[number], year)


async def board(desk: Desk, of: Stretch | None = None) -> list[Standing]:
    """How every indicator stands, in the order of the sheet; `of` looks at the readings of that stretch alone."""
    everything = await all_readings(desk)
    return [standing(one, everything[one.number], of) for one in desk.reference.indicators]


async def years(desk: Desk) -> list[int]:
    """The years for which there is any reading, oldest first."""
    everything = await all_readings(desk)
    return sorted({reading.period.year for found in everything.values() for reading in found})


async def all_readings(desk: Desk, numbers: Iterable[int] | None = None) -> dict[int, list[Reading]]:
    """By number, the readings of these indicators (of all) that count, oldest first; with those of what goes on."""
    known = await kept_readings(desk, numbers)
    for reading in [*await counted(desk, known), *await plans.readings(desk, known)]:
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


def standing(indicator: Indicator, found: Sequence[Reading], of: Stretch | None = None) -> Standing:
    """Where it stands at the end of a stretch, or now; where it is going is seen by what was before, too."""
    shown = within(found, of)
    last = headline(shown)
    until = [reading for reading in found if last and reading.period <= last.period]
    return Standing(indicator, last, reading_light(last, indicator.target), trend(until), running(shown))


def within(found: Iterable[Reading], of: Stretch | None) -> list[Reading]:
    """What there is for a stretch of time, whatever it is called: June of a quarterly indicator is in its quarter."""
    return [reading for reading in found if of is None or of.has(reading.period)]
