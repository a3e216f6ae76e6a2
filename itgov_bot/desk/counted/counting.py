"""What is counted now: periods that go on or are not frozen yet, and frozen ones in which something changed since."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.downtime import unavailable
from itgov_bot.domain.calendar import Span
from itgov_bot.domain.indicators import CHANGED, OPEN, Count, Indicator, Period, Reading, rule_of
from itgov_bot.domain.sla import after_working_days
from itgov_bot.records import dataclass
from itgov_bot.storage import readings
from itgov_bot.storage.counted import counting

HOUR = timedelta(hours=1)
Asked = tuple[Indicator, Period]


async def counted(
    desk: Desk, known: Mapping[int, Sequence[Reading]], *, only_closed: bool = False
) -> list[Reading]:
    """By the `known` readings of some indicators, those to add: of periods that nobody has read, and the frozen ones of
    which it is told what they would be today. What is printed or recorded is not counted anew.

    `only_closed`: without the periods that go on.
    """
    first = await counting.first_opened(desk.session)
    indicators = [one for one in desk.reference.indicators if one.number in known and one.computed_from]
    if first is None or not indicators:
        return []
    touched = Touched.of([local_date(desk, at) for _, at in await readings.touched(desk.session)])
    frozen = {
        (one, reading.period): reading
        for one in indicators
        for reading in known[one.number]
        if reading.source == "computed" and touched.may_change(one, reading.period)
    }
    unread = [
        (one, period)
        for one in indicators
        for period in _periods(one, local_date(desk, first), desk.local_now.date())
        if period not in {reading.period for reading in known[one.number]}
        and not (only_closed and closes_at(desk, one, period) > desk.now)
    ]
    counts = await count_all(desk, [*frozen, *unread])
    fresh = (as_reading(desk, *asked, counts[asked]) for asked in unread)
    changed = (compared(reading, counts[asked]) for asked, reading in frozen.items())
    return [one for one in (*fresh, *changed) if one]


async def kept_since(desk: Desk) -> date:
    """Since when cases are kept: before it nothing was counted. Today, where there is none yet."""
    first = await counting.first_opened(desk.session)
    return local_date(desk, first or desk.now)


async def count_all(desk: Desk, asked: Iterable[Asked]) -> dict[Asked, Count]:
    """What stands above and below the line of each, with as few looks at the tickets as there are spans."""
    counts: dict[Asked, Count] = {}
    by_period: dict[Period, list[Indicator]] = defaultdict(list)
    for indicator, period in asked:
        by_period[period].append(indicator)
    for period, indicators in by_period.items():
        span = span_of(desk, period)
        rules = {one: rule for one in indicators if (rule := rule_of(one))}
        selections = {selection for rule in rules.values() for selection in (rule.above, rule.below)}
        numbers = await counting.count(desk.session, selections, span, desk.reference.kinds)
        for one in indicators:
            rule = rules.get(one)
            counts[one, period] = (
                Count(numbers[rule.above], numbers[rule.below]) if rule else await _hours(desk, span)
            )
    return counts


async def _hours(desk: Desk, span: Span) -> Count:
    """Those without an unplanned outage among all; of a period that goes on, until now."""
    whole = max(min(span[1], desk.now) - span[0], timedelta())
    up = whole - (await unavailable(desk, span)).unplanned
    return Count(up / HOUR, whole / HOUR)


def as_reading(desk: Desk, indicator: Indicator, period: Period, count: Count) -> Reading | None:
    """None where there was nothing to measure."""
    value = count.percent
    if value is None:
        return None
    flags = [OPEN] if closes_at(desk, indicator, period) > desk.now else []
    flags += ["over_100"] if value > 100 else []
    return Reading(
        indicator.number, period, value, count.numerator, count.denominator, "computed", tuple(flags)
    )


def compared(frozen: Reading, count: Count) -> Reading | None:
    """The frozen reading with what it would be today; None where that is the same."""
    if Count(frozen.numerator or 0, frozen.denominator or 0) == count:
        return None
    return replace(frozen, recount=count, flags=(*frozen.flags, CHANGED))


def closes_at(desk: Desk, indicator: Indicator, period: Period) -> datetime:
    """With its last day; ratings are waited for as long as the last solved ticket can be rated."""
    end = span_of(desk, period)[1]
    if indicator.computed_from != "ratings":
        return end
    return after_working_days(desk.calendars.general, end, desk.reference.agreements.rating.close_after_days)


def span_of(desk: Desk, period: Period) -> Span:
    """Its instants, by the clock of the city."""
    zone = desk.calendars.general.zone
    begins, ends = period.first_day, period.last_day + timedelta(days=1)
    return datetime.combine(begins, time(), zone), datetime.combine(ends, time(), zone)


def local_date(desk: Desk, at: datetime) -> date:
    return desk.calendars.general.local(at).date()


def _periods(indicator: Indicator, first: date, last: date) -> list[Period]:
    """From the one of the first day to that of the last one."""
    beginning, period = Period.of(indicator.frequency, first), Period.of(indicator.frequency, last)
    found = []
    while period >= beginning:
        found.append(period)
        period = period.previous()
    return found[::-1]


@dataclass(frozen=True, slots=True)
class Touched:
    """The days within closed periods at which something changed."""

    days: frozenset[date]

    @classmethod
    def of(cls, days: Iterable[date]) -> "Touched":
        return cls(frozenset(days))

    def may_change(self, indicator: Indicator, period: Period) -> bool:
        """An outage lasts from one touched day to another, and changes what lies between them too."""
        if indicator.computed_from != "outages":
            return any(period.contains(day) for day in self.days)
        return bool(self.days) and min(self.days) <= period.last_day and period.first_day <= max(self.days)
