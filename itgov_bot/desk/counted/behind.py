"""What stands behind a value: its numbers, what they leave to say, and the tickets that make it, page by page."""

from dataclasses import dataclass
from datetime import timedelta

from itgov_bot.desk.counted.counting import count_all, span_of
from itgov_bot.desk.desk import Desk
from itgov_bot.domain.calendar import Span
from itgov_bot.domain.downtime import downtime
from itgov_bot.domain.indicators import Count, Indicator, Period, Rule, rule_of
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.storage import counting, maintenance, outages

PAGE = 8


@dataclass(frozen=True, slots=True)
class Behind:
    """A ticket of a value: whether it stands above and below the line; of an outage, for how long it counts."""

    ticket: Ticket
    above: bool
    below: bool
    down: timedelta | None = None


@dataclass(frozen=True, slots=True)
class CasesBehind:
    """One page of them. `count` is the value as it is counted now, `total` how many tickets make it."""

    indicator: Indicator
    period: Period
    count: Count
    cases: tuple[Behind, ...]
    page: int
    total: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PAGE))


@dataclass(frozen=True, slots=True)
class Detail:
    """`backlog`: received and unsolved at the end of the period, or now while it goes on. `cohort`: of those received in
    the period, how many are solved by now. None where the indicator does not ask how much of what came was solved.
    """

    backlog: int | None = None
    cohort: Count | None = None


async def cases_behind(desk: Desk, number: int, period: Period, page: int = 1) -> CasesBehind | None:
    """The tickets that make a value as it is counted now. None of what is not computed, or of a period without days."""
    indicator = desk.reference.indicator(number)
    if indicator is None or indicator.computed_from is None or period.is_extra:
        return None
    span, rule = span_of(desk, period), rule_of(indicator)
    count = (await count_all(desk, [(indicator, period)]))[indicator, period]
    if rule is None:
        found = await _outages(desk, span)
        total, page = len(found), _within(page, len(found))
        cases = found[(page - 1) * PAGE : page * PAGE]
    else:
        total = await counting.count_behind(desk.session, rule, span, desk.reference.kinds)
        page = _within(page, total)
        cases = await _tickets(desk, rule, span, page)
    return CasesBehind(indicator, period, count, tuple(cases), page, total)


async def detail(desk: Desk, number: int, period: Period) -> Detail:
    """What a value over 100 % leaves to say."""
    indicator = desk.reference.indicator(number)
    rule = rule_of(indicator) if indicator else None
    if rule is None or rule.cohort is None or period.is_extra:
        return Detail()
    span, kinds = span_of(desk, period), desk.reference.kinds
    counts = await counting.count(desk.session, [rule.cohort, rule.below], span, kinds)
    left = await counting.backlog(desk.session, rule.below, min(span[1], desk.now), kinds)
    return Detail(left, Count(counts[rule.cohort], counts[rule.below]))


async def _tickets(desk: Desk, rule: Rule, span: Span, page: int) -> list[Behind]:
    found = await counting.behind(
        desk.session, rule, span, desk.reference.kinds, limit=PAGE, offset=(page - 1) * PAGE
    )
    return [Behind(*one) for one in found]


async def _outages(desk: Desk, span: Span) -> list[Behind]:
    """Each with what it took away by itself: where two overlap, the time is counted once."""
    until = min(span[1], desk.now)
    planned = [one.down for one in await maintenance.between(desk.session, span[0], until)]
    return [
        Behind(one.ticket, False, True, downtime([one.down(until)], planned, (span[0], until)))
        for one in await outages.between(desk.session, span[0], until)
    ]


def _within(page: int, total: int) -> int:
    return max(1, min(page, -(-total // PAGE)))
