"""Periods close: what was counted is frozen with its numbers. What changes after that is shown, and accepted by somebody."""

from collections.abc import Iterable
from dataclasses import replace

from itgov_bot.desk import indicators, plans
from itgov_bot.desk.counted.counting import counted, span_of
from itgov_bot.desk.desk import Desk
from itgov_bot.domain.indicators import Count, Period, Reading
from itgov_bot.domain.people import Person
from itgov_bot.storage import marks, readings

CLOSED = "periods_closed"
"""Until when every month is closed. The triggers of the migration 0007 read it too, and notice what changes before it."""


class NotAsShown(Exception):
    """What somebody wants to accept is no longer what it would be today: it changed again, or was accepted already."""


async def close_periods(desk: Desk) -> None:
    """Freezes what is over, once; what changed in a closed period and makes no difference is forgotten."""
    # First: what is touched from here on is counted the next time.
    seen = await readings.touched(desk.session)
    known = await indicators.kept_readings(desk)
    found = await counted(desk, known, only_closed=True)
    frozen = await _freeze(desk, [*found, *await plans.readings(desk, known)])
    still = {span_of(desk, one.period)[0] for one in found if one.is_changed}
    month = span_of(desk, Period.of("MENSUAL", desk.local_now.date()))[0]
    if await marks.move_on(desk.session, CLOSED, await marks.last(desk.session, CLOSED), month):
        # What another process changed while this was counted is seen when it is counted once more.
        still |= {span_of(desk, one.period)[0] for one in frozen}
    if sorted(at for _, at in seen) != sorted(still):
        await readings.forget_touched(desk.session, [row for row, _ in seen])
        await readings.touch(desk.session, still)


async def _freeze(desk: Desk, found: Iterable[Reading]) -> list[Reading]:
    """Those that nobody has frozen yet, of periods that are over."""
    over = [one for one in found if not one.is_open and not one.is_changed]
    return [one for one in over if await readings.freeze(desk.session, one, desk.now)]


async def late_changes(desk: Desk) -> list[Reading]:
    """The frozen readings that would be others today, by indicator and period; each with its `recount`."""
    everything = await indicators.all_readings(desk)
    return [reading for found in everything.values() for reading in found if reading.is_changed]


async def history(desk: Desk, number: int, period: Period) -> list[Reading]:
    """All that was ever kept of an indicator for a period, in the order of recording."""
    return [one for one in await readings.of_indicator(desk.session, number) if one.period == period]


async def accept(desk: Desk, number: int, period: Period, seen: Count, by: Person, reason: str) -> Reading:
    """From now on the reading is what it is counted to be today, as `by` has `seen` it. Raises NotAsShown."""
    found = await indicators.readings(desk, number)
    frozen = next((one for one in found if one.period == period and one.recount == seen), None)
    value = seen.percent
    if frozen is None or value is None:
        raise NotAsShown
    accepted = replace(
        frozen,
        value=value,
        numerator=seen.numerator,
        denominator=seen.denominator,
        reason=reason,
    )
    return await readings.add(desk.session, accepted, by.id, desk.now)
