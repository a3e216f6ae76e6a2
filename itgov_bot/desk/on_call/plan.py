"""The guard as it is planned: whose week it is, who stands in, and who those people are."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.page_ways import ways_of
from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.duty_view import DutyPiece, DutyView, Source
from itgov_bot.domain.people import Person
from itgov_bot.domain.rota import (
    INSTANT,
    WEEK,
    DutySpan,
    Hole,
    Override,
    Rota,
    Stint,
    Weeks,
    find_holes,
    is_on_duty,
    ladder_at,
    ladders,
    step_of,
    stints_of,
)
from itgov_bot.records import dataclass
from itgov_bot.storage import marks, people
from itgov_bot.storage.duty import rota

NEAR = 12 * WEEK
"""What somebody asks to be relieved of lies within it."""
SHOWN_PIECES = 6
ORDER_KEPT = "rota_order"
"""The mark of when the order was changed from the chat: who was on duty before is not kept."""


@dataclass(frozen=True)
class Plan:
    """The rota with the stand-ins of `span`, which is what may be asked of it, and everybody in them by id.

    `source` says where the order comes from (None: there is none); `unknown` are the users whom the file names and who
    cannot be counted on: they never wrote to the bot, or lost the role. `reachable` are those whom a page reaches, if only
    by another way than the chat.
    """

    rota: Rota
    overrides: list[Override]
    people: dict[int, Person]
    reachable: frozenset[int]
    span: DutySpan
    source: Source | None = None
    unknown: tuple[str, ...] = ()

    def on_duty(self, at: datetime) -> list[tuple[int, Person]]:
        """The step and the person, also those who cannot be reached."""
        ladder = ladder_at(self.rota, self.overrides, at)
        return [(step, self.people[one]) for step, found in sorted(ladder.items()) for one in found]

    def stints(self, person: Person) -> list[Stint]:
        """Their turns within the span, in order."""
        return stints_of(person.id, self.rota, self.overrides, self.span.starts_at, self.span.ends_at)

    def has(self, person: Person, span: DutySpan) -> bool:
        """Whether they are on duty during the whole of a span."""
        return is_on_duty(person.id, self.rota, self.overrides, span)

    def part_of(self, person: Person) -> DutySpan | None:
        """From when until when they are on duty within the span; None where they are not."""
        found = ladders(self.rota, self.overrides, self.span.starts_at, self.span.ends_at)
        theirs = [piece for piece, ladder in found if step_of(ladder, person.id) is not None]
        return DutySpan(theirs[0].starts_at, theirs[-1].ends_at) if theirs else None

    def counts_on(self, person: Person) -> bool:
        """Whether they take turns or are always there."""
        return person.id in {*self.rota.order, *(one for _, one in self.rota.fixed)}

    def holes(self, calendar: WorkCalendar) -> list[Hole]:
        """Of the whole span; where nobody is on duty at all there is no guard that could have any."""
        if self.rota.is_empty:
            return []
        return find_holes(self.rota, self.overrides, self.reachable, calendar, self.span)


async def known_since(desk: Desk) -> datetime | None:
    """Before it the turns were others; None where the order was never changed from the chat."""
    return await marks.last(desk.session, ORDER_KEPT)


async def everybody_on_duty(desk: Desk, at: datetime | None = None) -> list[tuple[int, Person]]:
    """The ladder of an instant (now): the step and the person, 1 is called first, also those who cannot be reached."""
    at = at or desk.now
    return (await duty_plan(desk, DutySpan(at, at + INSTANT))).on_duty(at)


async def takes_turns(desk: Desk, person: Person) -> bool:
    """Whether they are on duty, or will be within some weeks."""
    plan = await duty_plan(desk, DutySpan(desk.now, desk.now + NEAR))
    return plan.counts_on(person) or bool(plan.stints(person))


async def queue(desk: Desk) -> list[Person]:
    """Those who take turns, whose week it is first; nobody where none do."""
    plan = await duty_plan(desk, DutySpan(desk.now, desk.now + INSTANT))
    return [plan.people[one] for one in plan.rota.queue_at(desk.now) if one]


async def view(desk: Desk) -> DutyView:
    """Who is on now and next, as far as everybody's next turn at most."""
    plan = await duty_plan(desk, DutySpan(desk.now, desk.now + 2 * WEEK))
    weeks = max(len(plan.rota.order) + 1, 2) * WEEK
    plan = await duty_plan(desk, DutySpan(desk.now, desk.now + weeks))
    pieces = _pieces(plan)
    return DutyView(
        pieces=tuple(pieces[:1] + pieces[1:-1][: SHOWN_PIECES - 1]),
        changes=len(pieces) > 1,
        rotating=plan.rota.rotating,
        weeks=plan.rota.weeks,
        source=plan.source,
        unknown=plan.unknown,
        holes=tuple(plan.holes(desk.calendars.general)),
    )


async def pieces_of(desk: Desk, span: DutySpan) -> list[DutyPiece]:
    """Who is called during a span, in pieces of time in which it stays the same."""
    return _pieces(await duty_plan(desk, span))


def _pieces(plan: Plan) -> list[DutyPiece]:
    """The last one is cut off where the plan ends."""
    pieces = []
    found = ladders(plan.rota, plan.overrides, plan.span.starts_at, plan.span.ends_at)
    for _, same in groupby(found, key=lambda piece: piece[1]):
        spans = [span for span, _ in same]
        people = tuple(plan.on_duty(spans[0].starts_at))
        pieces.append(DutyPiece(DutySpan(spans[0].starts_at, spans[-1].ends_at), people))
    return pieces


async def duty_plan(desk: Desk, span: DutySpan) -> Plan:
    """What is planned for a span. An order that was set from the chat counts more than that of the file."""
    always, stand_ins = await rota.fixed(desk.session), await rota.overrides(desk.session, span)
    turns: list[Person | None] = list(await rota.turns(desk.session))
    source: Source | None = "chat" if turns else None
    unknown: tuple[str, ...] = ()
    if not turns and desk.reference.rota.order:
        turns, unknown, source = *await _order_of_file(desk), "file"
    known = {one.id: one for one in (*(one for _, one in always), *filter(None, turns))}
    for one in {each for stand in stand_ins for each in (stand.person, stand.instead_of)} - known.keys():
        known[one] = await people.get(desk.session, one)
    reachable = frozenset(one.id for one in known.values() if one.reachable) | set(await ways_of(desk, known))
    rules = desk.reference.rota
    planned = Rota(
        weeks=weeks_of(desk),
        steps=rules.steps,
        order=tuple(one.id if one else None for one in turns),
        first_week=_first_week(desk) if source == "file" else 0,
        fixed=tuple((step, one.id) for step, one in always),
    )
    return Plan(planned, stand_ins, known, reachable, span, source, unknown)


def weeks_of(desk: Desk) -> Weeks:
    rules = desk.reference.rota
    return Weeks(rules.weekday, rules.hour, ZoneInfo(desk.reference.timezone))


def anchored(weeks: Weeks, queue: Iterable[int], now: datetime) -> list[int]:
    """An order as it is kept: so that the first of the queue has the week of `now`, and the others follow."""
    order = list(queue)
    shift = weeks.number_of(now) % len(order) if order else 0
    return order[len(order) - shift :] + order[: len(order) - shift]


async def _order_of_file(desk: Desk) -> tuple[list[Person | None], tuple[str, ...]]:
    """Whoever cannot be counted on keeps the place, so that the weeks of the others stay theirs."""
    rules = desk.reference.rota
    found = await rota.on_call(desk.session, rules.channel, rules.order)
    return [found.get(user) for user in rules.order], tuple(one for one in rules.order if one not in found)


def _first_week(desk: Desk) -> int:
    """The week in which the day lies from which the order of the file counts; a day of hand-over begins one."""
    day = desk.reference.rota.counts_from
    weeks = weeks_of(desk)
    return weeks.number_of(datetime.combine(day, weeks.hour, weeks.zone)) if day else 0
