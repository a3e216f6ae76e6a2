"""How the desk goes in some days, and the cases behind each figure. For `/resumen`, digests, and questions in words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from math import ceil
from statistics import median

from itgov_bot.desk import people
from itgov_bot.desk.counted.counting import kept_since
from itgov_bot.desk.desk import Desk
from itgov_bot.desk.on_call import everybody_on_duty, pieces_of
from itgov_bot.domain.calendar import Span
from itgov_bot.domain.days import Days
from itgov_bot.domain.indicators.rules import RATED
from itgov_bot.domain.people import Person
from itgov_bot.domain.rota import DutySpan
from itgov_bot.domain.summary import (
    OF_NOW,
    ON_SCREEN,
    Age,
    Backlog,
    CasePage,
    Chosen,
    Figure,
    Flow,
    ListedCase,
    Narrowed,
    Part,
    Share,
    Shares,
    Solved,
    Split,
    Summary,
    Typical,
    age_limit,
    age_limits,
)
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.reference import Reference
from itgov_bot.storage import people as stored_people
from itgov_bot.storage.counted import counting
from itgov_bot.storage.counted import summary as stored
from itgov_bot.understanding.language.where.offices import office_written

TOP = 3
PAGE = 6
MAX_PAGES = 50
"""Who wants more of them takes them away in a file."""
MAX_TAKEN = 1000
"""Of more solved cases than this the last ones tell how long it takes."""
ALL = Narrowed()
_BEFORE_ALL = datetime(2000, 1, 1, tzinfo=UTC)


async def summary(desk: Desk, days: Days) -> Summary:
    """What was counted until now of days that go on, and until the same moment of those before."""
    span, before = spans(desk, days)
    flow = await stored.flow(desk.session, span)
    flow = replace(flow, solved=await _with_all_ratings(desk, flow.solved, span))
    return Summary(
        days=days,
        is_running=desk.now < span[1],
        now=flow,
        before=await stored.flow(desk.session, before),
        backlog=await backlog(desk),
        shares=[await _top(desk, flow, span, by) for by in ON_SCREEN],
        on_duty=await _on_duty(desk, days),
        has_targets=desk.reference.agreements.targets.enabled,
    )


async def _on_duty(desk: Desk, days: Days) -> list[Person]:
    """Who is now, of days that go on; of one day that is past who was in the night after it; of more of them nobody."""
    if desk.now < days.span(desk.calendars.general.zone)[1]:
        return [person for _, person in await everybody_on_duty(desk)]
    if days.length > 1:
        return []
    midnight = days.span(desk.calendars.general.zone)[1]
    pieces = await pieces_of(desk, DutySpan(midnight - timedelta(hours=1), midnight))
    return list({person.id: person for piece in pieces for _, person in piece.people}.values())


def spans(desk: Desk, days: Days) -> tuple[Span, Span]:
    """The days, and as much of the days before them as has gone by of these."""
    zone = desk.calendars.general.zone
    (start, end), (start_before, end_before) = days.span(zone), days.previous().span(zone)
    gone = min(end, desk.local_now) - start
    return (start, end), (start_before, min(end_before, start_before + gone))


def known_parts(reference: Reference, parts: Sequence[Part]) -> tuple[Part, ...]:
    """With the services of a kind, as the indicators count it."""
    return tuple(
        replace(one, services=tuple(service for service, kind in reference.kinds.items() if kind == one.key))
        if one.by is Split.KIND
        else one
        for one in parts
    )


async def count(desk: Desk, figure: Figure, days: Days, narrowed: Narrowed = ALL) -> int:
    """How many cases a figure has."""
    return await _count(desk, figure, spans(desk, days)[0], narrowed)


async def count_before(desk: Desk, figure: Figure, days: Days, narrowed: Narrowed = ALL) -> int | None:
    """How many it had in the days before; None where it stands as it is now, or no case was kept then."""
    if figure in OF_NOW or days.previous().last < await kept_since(desk):
        return None
    return await _count(desk, figure, spans(desk, days)[1], narrowed)


async def solved(desk: Desk, days: Days, narrowed: Narrowed = ALL) -> tuple[Solved, Solved]:
    """What was solved and how it was rated, in these days and in those before."""
    now, before = spans(desk, days)
    session, parts = desk.session, known_parts(desk.reference, narrowed.parts)
    found = await stored.solved(session, now, parts)
    of_all = await _with_all_ratings(desk, found, now) if narrowed == ALL else found
    return of_all, await stored.solved(session, before, parts)


async def _with_all_ratings(desk: Desk, found: Solved, span: Span) -> Solved:
    """With how many more the indicator of satisfaction counts."""
    every = (await counting.count(desk.session, [RATED], span, desk.reference.kinds))[RATED]
    return replace(found, rated_before=max(0, every - found.rated))


async def typical(desk: Desk, days: Days, narrowed: Narrowed = ALL) -> Typical:
    """How long it took to solve what was solved in these days: working time of the desk, waiting for people included."""
    span = spans(desk, days)[0]
    parts = known_parts(desk.reference, narrowed.parts)
    found = await stored.taken(desk.session, span, parts, limit=MAX_TAKEN + 1)
    took = [desk.calendars.general.working_time(*one) for one in found[:MAX_TAKEN]]
    return Typical(_median(took), len(took), is_some=len(found) > MAX_TAKEN)


def _median(took: Sequence[timedelta]) -> timedelta | None:
    """Of an even number the mean of the two in the middle."""
    return timedelta(seconds=median(one.total_seconds() for one in took)) if took else None


async def named(desk: Desk, parts: Sequence[Part]) -> list[Share]:
    """The parts as they are called, without a count."""
    return [await _share(desk, one, 0) for one in parts]


async def backlog(desk: Desk) -> Backlog:
    """What is live now."""
    limits = age_limits(desk.calendars.general, desk.now)
    return await stored.backlog(desk.session, limits, desk.now)


async def shares(
    desk: Desk,
    figure: Figure,
    days: Days,
    by: Split,
    *,
    limit: int,
    offset: int = 0,
    among: Sequence[Part] = (),
) -> Shares:
    """The parts of a figure, the biggest first; `among`: of the cases of these parts alone."""
    span, among = spans(desk, days)[0], known_parts(desk.reference, among)
    found = await stored.parts(desk.session, figure, span, by, desk.now, among, limit=limit, offset=offset)
    total = await stored.count(desk.session, figure, span, desk.now, among)
    return Shares(figure, [await _share(desk, *one) for one in found], total)


async def written_offices(desk: Desk, figure: Figure, days: Days) -> list[Share]:
    """Of the cases whose dependencia is none of the process model, how many come from each that people wrote."""
    unknown = Narrowed((Part(Split.OFFICE, None),))
    shown = await some(desk, figure, days, unknown, limit=MAX_TAKEN)
    many = Counter(name for one in shown if (name := office_written(one.ticket.place)))
    return [Share(Part(Split.PLACE, name), count) for name, count in many.most_common()]


async def cases(desk: Desk, chosen: Chosen, days: Days, number: int = 0) -> CasePage:
    """One page of the cases of a figure; the last one where there are fewer."""
    span = spans(desk, days)[0]
    opened = _opened_at_age(desk, chosen.old) if chosen.old else _opened(desk, chosen.age)
    parts = known_parts(desk.reference, (chosen.part,) if chosen.part else ())
    total = await stored.count(desk.session, chosen.figure, span, desk.now, parts, opened)
    pages = min(ceil(total / PAGE), MAX_PAGES)
    number = max(0, min(number, pages - 1))
    found = await stored.cases(
        desk.session, chosen.figure, span, desk.now, parts, opened, limit=PAGE, offset=number * PAGE
    )
    named = await _share(desk, chosen.part, total) if chosen.part else None
    return CasePage(chosen, [await _listed(desk, one) for one in found], number, pages, total, named)


async def some(
    desk: Desk, figure: Figure, days: Days, narrowed: Narrowed = ALL, *, limit: int
) -> list[ListedCase]:
    """The first cases of a figure: of what is live the oldest, of everything else the newest."""
    span, opened = spans(desk, days)[0], _opened_as(desk, narrowed)
    found = await stored.cases(
        desk.session,
        figure,
        span,
        desk.now,
        known_parts(desk.reference, narrowed.parts),
        opened,
        limit=limit,
        offset=0,
    )
    return [await _listed(desk, one) for one in found]


async def listed(desk: Desk, tickets: Sequence[Ticket]) -> list[ListedCase]:
    """The same of cases that are known."""
    return [await _listed(desk, one) for one in tickets]


async def _top(desk: Desk, flow: Flow, span: Span, by: Split) -> Shares:
    """What of a summary is parted so: an agent is known by what they solved, everything else by what was received."""
    is_agent = by is Split.AGENT
    figure, total = (
        (Figure.SOLVED, flow.solved.solved) if is_agent else (Figure.RECEIVED, flow.opened.received)
    )
    found = await stored.parts(desk.session, figure, span, by, desk.now, limit=TOP)
    return Shares(figure, [await _share(desk, *one) for one in found], total)


async def _count(desk: Desk, figure: Figure, span: Span, narrowed: Narrowed) -> int:
    parts = known_parts(desk.reference, narrowed.parts)
    return await stored.count(desk.session, figure, span, desk.now, parts, _opened_as(desk, narrowed))


def _opened_as(desk: Desk, narrowed: Narrowed) -> Span | None:
    """When the cases were opened that are meant, where that narrows them."""
    if narrowed.opened:
        return spans(desk, narrowed.opened)[0]
    return _opened_at_age(desk, narrowed.age) if narrowed.age else None


def _opened_at_age(desk: Desk, age: Age) -> Span:
    limit = age_limit(desk.calendars.general, desk.now, age.days)
    return (_BEFORE_ALL, limit) if age.is_over else (limit, desk.now + timedelta(days=1))


def _opened(desk: Desk, age: int | None) -> Span | None:
    """When the cases of an age were opened."""
    if age is None:
        return None
    limits = [desk.now + timedelta(days=1), *age_limits(desk.calendars.general, desk.now), _BEFORE_ALL]
    return limits[age + 1], limits[age]


async def _listed(desk: Desk, ticket: Ticket) -> ListedCase:
    scrub = desk.reference.scrubber.scrub
    holder = await people.get(desk, ticket.assignee)
    return ListedCase(ticket, holder, desk.public_text(ticket), scrub(ticket.rating_comment or ""))


async def _share(desk: Desk, part: Part, many: int) -> Share:
    number = part.key if part.by is Split.AGENT else None
    agent = await stored_people.find(desk.session, int(number)) if number else None
    service = desk.service(part.key) if part.by is Split.SERVICE else None
    return Share(part, many, service, agent)
