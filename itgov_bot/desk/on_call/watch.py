"""What time makes due of the guard: its hand-over, holes that are coming, and requests that nobody answered.

Safe to repeat: each is told once, also by several workers.
"""

from datetime import datetime, timedelta

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.on_call.plan import Plan, duty_plan, weeks_of
from itgov_bot.domain.facts import DutyBegan, DutyEnded, HoleAhead, SwapClosed, SwapEnd
from itgov_bot.domain.people import Person, Role
from itgov_bot.domain.rota import (
    INSTANT,
    WEEK,
    DutySpan,
    Hole,
    Ladder,
    changes,
    ladder_at,
    ladders,
    step_of,
)
from itgov_bot.storage import marks, people, roles
from itgov_bot.storage.duty import rota

LATE = timedelta(days=1)
"""A hand-over that is older was missed: the program did not run."""
DAY_BEFORE = timedelta(days=1)
HAND_OVER_MARKS = "hand_over:"
HOLE_MARKS = "hole:"
"""How the marks of what was told begin."""


async def mark_hand_over(desk: Desk, hand_over: datetime) -> bool:
    """Whoever tells a hand-over, also before its time, leaves the mark first. False when somebody else did."""
    return await marks.mark_once(desk.session, f"{HAND_OVER_MARKS}{hand_over.timestamp():.0f}", desk.now)


async def admit_rota_of_file(desk: Desk) -> None:
    """Whoever the file names gets the role as soon as the desk knows them; whoever lost it stays without."""
    rules = desk.reference.rota
    if rules.order:
        for person in await rota.never_on_call(desk.session, rules.channel, rules.order):
            await roles.grant(desk.session, person.id, Role.ON_CALL, None, desk.now)


async def tell_hand_overs(desk: Desk) -> None:
    """Whose duty begins or ends is told at that time: by the week, or because somebody stands in."""
    plan = await duty_plan(desk, DutySpan(desk.now - LATE, desk.now + 8 * WEEK))
    edges = changes(plan.rota, plan.overrides, desk.now - LATE, desk.now + INSTANT)
    new = [one for one in edges if await mark_hand_over(desk, one)]
    if new:
        before = ladder_at(plan.rota, plan.overrides, new[0] - INSTANT)
        _tell_change(desk, plan, before, ladder_at(plan.rota, plan.overrides, desk.now))


async def warn_of_holes(desk: Desk) -> None:
    """Coordinators hear of each hole some days ahead and again the day before; of one that is there, at once.

    One that was mended and is there again is told again.
    """
    soon = desk.now + desk.reference.rota.warn_ahead
    start = weeks_of(desk).start_of(desk.now)  # a hole that is there is known by its beginning
    plan = await duty_plan(desk, DutySpan(start, soon + 2 * WEEK))
    found = [
        one
        for one in plan.holes(desk.calendars.general)
        if one.span.ends_at > desk.now and one.span.starts_at <= soon
    ]
    known = [key for one in found for key in _keys(one, one.span.starts_at)]
    await marks.forget_besides(desk.session, HOLE_MARKS, known)
    for one in found:
        marked = [await marks.mark_once(desk.session, key, desk.now) for key in _keys(one, desk.now)]
        if any(marked):
            there = tuple(person for _, person in plan.on_duty(one.span.starts_at))
            is_open = one.span.ends_at > soon + WEEK
            desk.facts.append(HoleAhead(one, there, is_open))


async def close_unanswered_swaps(desk: Desk) -> None:
    """What was asked for and not answered before it would begin stays as it is."""
    for one in await rota.open_swaps(desk.session):
        if one.expires_at <= desk.now and await rota.answer_swap(desk.session, one.id, None, desk.now):
            for listener in (one.asked_by, one.asked_of):
                person = await people.get(desk.session, listener)
                why: SwapEnd = "unanswered" if listener == one.asked_by else "too_late"
                desk.facts.append(SwapClosed(person, one, why))


def _keys(hole: Hole, now: datetime) -> list[str]:
    """The marks of the notices of a hole that are due at `now`."""
    name = f"{HOLE_MARKS}{hole.kind}:{hole.span.starts_at.timestamp():.0f}"
    return [f"{name}:ahead", *([f"{name}:soon"] if hole.span.starts_at <= now + DAY_BEFORE else [])]


def _tell_change(desk: Desk, plan: Plan, before: Ladder, after: Ladder) -> None:
    for person in plan.people.values():
        was, step = step_of(before, person.id), step_of(after, person.id)
        if was == step:
            continue
        if step is not None:
            others = tuple(plan.people[one] for one in before.get(step, ()))
            until = _leaves_at(desk, plan, person.id, step)
            desk.facts.append(DutyBegan(person, step, until, others))
        elif was is not None:
            desk.facts.append(DutyEnded(person, tuple(plan.people[one] for one in after.get(was, ()))))


def tell_who_follows(desk: Desk, before: Plan, after: Plan, left: Person) -> None:
    """Whoever is called now, or sooner, because somebody left the guard; who left may not be named any more."""
    was, now = (ladder_at(one.rota, one.overrides, desk.now) for one in (before, after))
    for person in after.people.values():
        step = step_of(now, person.id)
        if step is not None and step != step_of(was, person.id) and person.id != left.id:
            desk.facts.append(DutyBegan(person, step, _leaves_at(desk, after, person.id, step), ()))


def _leaves_at(desk: Desk, plan: Plan, person: int, step: int) -> datetime | None:
    """When the ladder has them elsewhere; None if it is not planned."""
    pieces = ladders(plan.rota, plan.overrides, desk.now, plan.span.ends_at)
    return next((span.starts_at for span, ladder in pieces if step_of(ladder, person) != step), None)
