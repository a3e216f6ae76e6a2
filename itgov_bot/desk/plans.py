"""The plans of indicators: rows for a period that agents tick off, and the readings that come of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from itgov_bot.desk.counted.counting import as_reading, closes_at, compared
from itgov_bot.desk.desk import Desk
from itgov_bot.domain.indicators import NONE_DUE, Indicator, Period, Reading
from itgov_bot.domain.indicators.plan import PlanItem, counted, counted_so_far
from itgov_bot.domain.people import Person, may_administer
from itgov_bot.storage import plans as stored
from itgov_bot.storage import roles

Planned = tuple[int, Period]


async def may_edit(desk: Desk, indicator: Indicator, person: Person) -> bool:
    """Its owner makes the plan of an indicator, or an administrator."""
    held = await roles.offices_of(desk.session, person.id)
    return indicator.office in held or may_administer(await roles.of(desk.session, person.id))


async def of(desk: Desk, indicator: Indicator, period: Period) -> list[PlanItem]:
    """By when each is due; nothing where there is no plan."""
    return await stored.of(desk.session, indicator.number, period)


async def find(desk: Desk, item: int) -> PlanItem | None:
    return await stored.find(desk.session, item)


async def add(desk: Desk, indicator: Indicator, rows: Sequence[tuple[str, date]], by: Person) -> None:
    """`rows`: what is to be done and until when, which says the period that it belongs to."""
    kept = [(Period.of(indicator.frequency, due), text, due) for text, due in rows]
    await stored.add(desk.session, indicator.number, kept, by.id, desk.now)


async def tick(desk: Desk, item: PlanItem, on: date, by: Person) -> bool:
    """False when somebody was faster."""
    return await stored.tick(desk.session, item.id, on, by.id, desk.now)


async def move(desk: Desk, indicator: Indicator, item: PlanItem, due: date) -> bool:
    """Another day, which says the period that it belongs to. False when it is done, or off the plan."""
    return await stored.move(desk.session, item.id, Period.of(indicator.frequency, due), due)


async def untick(desk: Desk, item: PlanItem) -> bool:
    return await stored.untick(desk.session, item.id)


async def drop(desk: Desk, item: PlanItem, by: Person) -> bool:
    return await stored.drop(desk.session, item.id, by.id, desk.now)


async def periods(desk: Desk) -> set[Planned]:
    """Of which indicators there is a plan, and for which periods."""
    return {(one.indicator, one.period) for one in await stored.of_all(desk.session)}


async def readings(desk: Desk, known: Mapping[int, Sequence[Reading]]) -> list[Reading]:
    """By the `known` readings of some indicators, those to add, as `counted` does: what each plan comes to, and the frozen
    ones of which the plan says something else today. What is printed or recorded by hand stays.
    """
    found = []
    for (number, period), items in _together(await stored.of_all(desk.session)).items():
        indicator = desk.reference.indicator(number)
        if indicator is None or number not in known:
            continue
        present = next((one for one in known[number] if one.period == period), None)
        if present is None:
            found.append(_as_reading(desk, indicator, period, items))
        elif present.source == "computed":
            found.append(compared(present, counted(items)))
    return [one for one in found if one]


def _as_reading(
    desk: Desk, indicator: Indicator, period: Period, items: Sequence[PlanItem]
) -> Reading | None:
    if closes_at(desk, indicator, period) <= desk.now:
        return as_reading(desk, indicator, period, counted(items))
    count, is_any_due = counted_so_far(items, desk.local_now.date())
    reading = as_reading(desk, indicator, period, count)
    return reading if reading is None or is_any_due else replace(reading, flags=(*reading.flags, NONE_DUE))


def _together(items: Iterable[PlanItem]) -> dict[Planned, list[PlanItem]]:
    """By indicator and period."""
    plans: dict[Planned, list[PlanItem]] = defaultdict(list)
    for item in items:
        plans[item.indicator, item.period].append(item)
    return plans
