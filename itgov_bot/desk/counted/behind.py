"""What stands behind a value is looked up: the tickets that make it, page by page, and what they leave to say."""

from itgov_bot.desk.counted.counting import count_all, span_of
from itgov_bot.desk.desk import Desk
from itgov_bot.domain.calendar import Span
from itgov_bot.domain.downtime import downtime
from itgov_bot.domain.indicators import Count, Period, Reading, Rule, rule_of
from itgov_bot.domain.indicators.behind import PAGE, Behind, CasesBehind, Detail
from itgov_bot.domain.tickets.outages import Outage
from itgov_bot.storage import maintenance, outages
from itgov_bot.storage.counted import counting


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


async def detail(desk: Desk, reading: Reading) -> Detail:
    """What a computed value leaves to say, that may pass 100 %; nothing of any other."""
    indicator = desk.reference.indicator(reading.indicator)
    rule = rule_of(indicator) if indicator and reading.source == "computed" else None
    if rule is None or rule.cohort is None:
        return Detail()
    span, kinds = span_of(desk, reading.period), desk.reference.kinds
    counts = await counting.count(desk.session, [rule.cohort, rule.below], span, kinds)
    left = await counting.backlog(desk.session, rule, min(span[1], desk.now), kinds)
    return Detail(left, Count(counts[rule.cohort], counts[rule.below]))


async def _tickets(desk: Desk, rule: Rule, span: Span, page: int) -> list[Behind]:
    found = await counting.behind(
        desk.session, rule, span, desk.reference.kinds, limit=PAGE, offset=(page - 1) * PAGE
    )
    return [Behind(*one) for one in found]


async def _outages(desk: Desk, span: Span) -> list[Behind]:
    """Each with what it took away by itself, each time that it failed: where two overlap, the time is counted once."""
    until = min(span[1], desk.now)
    planned = [one.down for one in await maintenance.between(desk.session, span[0], until)]
    times: dict[int, list[Outage]] = {}
    for one in await outages.between(desk.session, span[0], until):
        times.setdefault(one.ticket.id, []).append(one)
    return [
        Behind(
            same[0].ticket,
            False,
            True,
            downtime([one.down(until) for one in same], planned, (span[0], until)),
        )
        for same in times.values()
    ]


def _within(page: int, total: int) -> int:
    return max(1, min(page, -(-total // PAGE)))
