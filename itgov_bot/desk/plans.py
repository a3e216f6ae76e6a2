"""The plans of indicators: rows for a period that agents tick off, and the readings that come of them."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from itgov_bot.desk.desk import Desk
from itgov_bot.domain.indicators import Indicator, Period, Reading, is_over
from itgov_bot.domain.indicators.plan import PlanItem, counted
from itgov_bot.domain.people import Person, may_administer
from itgov_bot.storage import people
from itgov_bot.storage import plans as stored

Planned = tuple[int, Period]


async def may_edit(desk: Desk, indicator: Indicator, person: Person) -> bool:
    """Its owner makes the plan of an indicator, or an administrator."""
    held = await people.offices_of(desk.session, person.id)
    return indicator.office in held or may_administer(await people.roles_of(desk.session, person.id))


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


async def untick(desk: Desk, item: PlanItem) -> bool:
    return await stored.untick(desk.session, item.id)


async def drop(desk: Desk, item: PlanItem, by: Person) -> bool:
    return await stored.drop(desk.session, item.id, by.id, desk.now)


async def periods(desk: Desk) -> set[Planned]:
    """Of which indicators there is a plan, and for which periods."""
    return {(one.indicator, one.period) for one in await stored.of_all(desk.session)}


async def readings(desk: Desk) -> list[Reading]:
    """What the plans of the periods that are over came to."""
    today = desk.local_now.date()
    found = await stored.of_all(desk.session)
    return [_reading(items) for items in _together(found) if is_over(items[0].period, today)]


def _together(items: Iterable[PlanItem]) -> list[list[PlanItem]]:
    """By indicator and period."""

    def plan(item: PlanItem) -> Planned:
        return item.indicator, item.period

    return [list(group) for _, group in groupby(sorted(items, key=plan), key=plan)]


def _reading(items: Sequence[PlanItem]) -> Reading:
    count = counted(items)
    return Reading(
        indicator=items[0].indicator,
        period=items[0].period,
        value=100 * count.numerator / count.denominator,
        numerator=count.numerator,
        denominator=count.denominator,
        source="computed",
        recorded_at=max(one.changed_at for one in items),
    )
