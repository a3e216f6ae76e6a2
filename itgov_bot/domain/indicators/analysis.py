"""What the readings of one indicator say: average, traffic light, trend. Called by desk and wording."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from .reading import NO_DATA, NONE_DUE, Reading

TrafficLight = Literal["green", "yellow", "red"]
Trend = Literal["up", "down", "flat"]


def in_force(readings: Iterable[Reading]) -> list[Reading]:
    """One reading per period, oldest first: a correction is a new reading, so the last recorded counts.

    Where that says that there was nothing to measure, the period has none.
    """
    # Sheet values carry no instant and come first; sorting is stable, so ties keep the order given.
    by_time = sorted(readings, key=lambda r: r.recorded_at.timestamp() if r.recorded_at else float("-inf"))
    newest = {reading.period: reading for reading in by_time}
    return [newest[period] for period in sorted(newest) if NO_DATA not in newest[period].flags]


def average(readings: Iterable[Reading]) -> int | None:
    """The sheet's PROMEDIO: plain mean of every value, zeros and the thirteenth included, half up.

    A period that goes on is left out: its value is not yet one.
    """
    values = [Decimal(str(reading.value)) for reading in in_force(readings) if not reading.is_open]
    if not values:
        return None
    return int((sum(values, Decimal(0)) / len(values)).quantize(Decimal(1), ROUND_HALF_UP))


def traffic_light(value: float | None, target: float | None) -> TrafficLight | None:
    """Green from the target up, yellow from 90 % of the target, red below; None without a target.
    The sheet sets no thresholds: 90 % is the desk's choice."""
    if value is None or target is None:
        return None
    if value >= target:
        return "green"
    # Multiplied out, so that 0.9 as a float cannot push a value on the line to the wrong side.
    return "yellow" if value * 10 >= target * 9 else "red"


def reading_light(reading: Reading | None, target: float | None) -> TrafficLight | None:
    """The light of one reading; none for a 0 % that may mean "no data", or of a plan of which nothing is due yet."""
    if reading is None or {"maybe_no_data", NONE_DUE} & set(reading.flags):
        return None
    return traffic_light(reading.value, target)


def comparable(readings: Iterable[Reading]) -> tuple[Reading, Reading] | None:
    """The last reading and, before it, the one of the period that it can be compared with; None when there is none.

    Like with like: a month, a quarter or a year with the one just before it, a half with the same half of the year before.
    What goes on is compared with nothing; extra values and possible no-data are left out.
    """
    told = _sure(readings)
    if not told or told[-1].is_open:
        return None
    wanted = told[-1].period.compared_with()
    before = next((reading for reading in told if reading.period == wanted), None)
    return (before, told[-1]) if before else None


def like_with_like(before: Iterable[Reading], after: Iterable[Reading]) -> tuple[Reading, Reading] | None:
    """Of two stretches of time what can be compared: the last value of the later one that is over (where nothing is, what
    goes on), and the value of the same part of its year before (October with October), else the last one there was."""
    earlier, sure = _sure(before), _sure(after)
    later = [reading for reading in sure if not reading.is_open] or sure
    if not earlier or not later:
        return None
    last = later[-1]
    same = (
        one
        for one in earlier
        if (one.period.kind, one.period.ordinal) == (last.period.kind, last.period.ordinal)
    )
    return next(same, earlier[-1]), last


def _sure(readings: Iterable[Reading]) -> list[Reading]:
    """Without extra values and possible no-data."""
    skipped = {"extra_value", "maybe_no_data"}
    return [reading for reading in in_force(readings) if not skipped & set(reading.flags)]


def trend(readings: Iterable[Reading]) -> Trend | None:
    """Where an indicator is going, by the reading that the last one can be compared with."""
    pair = comparable(readings)
    if pair is None:
        return None
    before, last = (reading.value for reading in pair)
    return "flat" if last == before else "up" if last > before else "down"


def latest(readings: Iterable[Reading]) -> Reading | None:
    """The reading of the most recent real period, even a doubtful one; the thirteenth value is none."""
    placed = [reading for reading in in_force(readings) if "extra_value" not in reading.flags]
    return placed[-1] if placed else None


def headline(readings: Iterable[Reading]) -> Reading | None:
    """By which an indicator is judged: the last reading of a period that is over, for one that has just begun rests on a
    case or two; the one that goes on, where there is no other."""
    found = list(readings)
    return latest(one for one in found if not one.is_open) or latest(found)


def running(readings: Iterable[Reading]) -> Reading | None:
    """The reading that goes on, where another one is the headline."""
    found = list(readings)
    last = latest(found)
    return last if last and last.is_open and last != headline(found) else None
