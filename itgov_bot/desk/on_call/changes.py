"""Changing the guard: who is always on duty, the order of the weeks, who stands in, and who leaves."""

from collections.abc import Sequence
from dataclasses import replace

from itgov_bot.desk.desk import Desk
from itgov_bot.desk.on_call.plan import ORDER_KEPT, Plan, anchored, duty_plan, weeks_of
from itgov_bot.desk.on_call.watch import mark_hand_over, tell_who_follows, warn_of_holes
from itgov_bot.domain.facts import (
    NobodyOnDuty,
    PutInRota,
    PutOnDuty,
    StandInEnded,
    StandInMade,
    SwapClosed,
    TakenOffDuty,
)
from itgov_bot.domain.people import Person, Role
from itgov_bot.domain.rota import WEEK, DutySpan, Ladder, Override, ladders, step_of, without
from itgov_bot.storage import marks, people, roles
from itgov_bot.storage.duty import rota

LOOKED_AHEAD = 26 * WEEK
"""Far enough to find the next turn of everybody in an order."""


async def put_on_duty(desk: Desk, person: Person, step: int, by: Person) -> None:
    """Always, behind those who take turns. Whoever is paged must be able to take the ticket, so the ladder gives the
    role."""
    await rota.put_on_duty(desk.session, person.id, step)
    await roles.grant(desk.session, person.id, Role.ON_CALL, by.id, desk.now)
    desk.facts.append(PutOnDuty(person, step, by))


async def take_off_duty(desk: Desk, person: Person, by: Person | None = None) -> bool:
    """Out of everything that is planned; the role stays. False when they were in none of it.

    With the last one of the chat's order the order of the file is back, which may have them too.
    """
    was = await leave_duty(desk, person)
    if was and not (await _plan(desk)).counts_on(person):
        desk.facts.append(TakenOffDuty(person, by))
    return was


async def set_order(desk: Desk, order: Sequence[Person], by: Person) -> Plan:
    """Weekly turns in this order; the first has the present week. Each gets the role, and is told the next turn."""
    before = await _plan(desk)
    for person in order:
        await roles.grant(desk.session, person.id, Role.ON_CALL, by.id, desk.now)
    await _keep_order(desk, [one.id for one in order])
    after = await _plan(desk)
    for person in order:
        desk.facts.append(PutInRota(person, next(iter(after.stints(person)), None), by))
    _tell_who_is_gone(desk, before, after, by)
    await warn_of_holes(desk)
    return after


async def clear_order(desk: Desk, by: Person) -> Plan:
    """The order of the chat is gone: that of the file counts again, or nobody takes turns. Who is in none is told."""
    before = await _plan(desk)
    await rota.set_turns(desk.session, [])
    after = await _plan(desk)
    _tell_who_is_gone(desk, before, after, by)
    await _tell_if_nobody(desk, before, after)
    return after


def _tell_who_is_gone(desk: Desk, before: Plan, after: Plan, by: Person) -> None:
    """Those who took turns before and are counted on no more."""
    for one in filter(None, dict.fromkeys(before.rota.order)):
        if not after.counts_on(before.people[one]):
            desk.facts.append(TakenOffDuty(before.people[one], by))


async def who_would_be_covered(
    desk: Desk, person: Person, span: DutySpan, instead_of: Person | None = None
) -> list[tuple[Person, DutySpan]]:
    """Whose place somebody would take, and when: that of whoever would be called first, or of one who is named, wherever
    that one stands. Nothing where that is they, or nobody."""
    plan = await duty_plan(desk, span)
    return [
        (plan.people[one], piece)
        for piece, ladder in ladders(plan.rota, plan.overrides, span.starts_at, span.ends_at)
        for one in _to_cover(ladder, instead_of)
        if one != person.id
    ]


def _to_cover(ladder: Ladder, named: Person | None) -> Sequence[int]:
    if named is None:
        return ladder[min(ladder)] if ladder else ()
    return (named.id,) if step_of(ladder, named.id) is not None else ()


async def stand_in(
    desk: Desk, person: Person, span: DutySpan, by: Person, instead_of: Person | None = None
) -> list[Override]:
    """For a span somebody takes the place of those (`who_would_be_covered`), who are told; it may be undone by the ids."""
    covered = await who_would_be_covered(desk, person, span, instead_of)
    made: list[Override] = []
    for one, piece in covered:
        made += await give_turn(desk, Override(person.id, one.id, piece), by)
        desk.facts.append(StandInMade(person, one, piece, by))
    if covered:
        await roles.grant(desk.session, person.id, Role.ON_CALL, by.id, desk.now)
    await warn_of_holes(desk)
    return made


async def give_turn(desk: Desk, one: Override, by: Person) -> list[Override]:
    """Whoever is stood in for by the one whose turn it takes has that part of their own turn back; of the rest it is a
    stand-in."""
    left = [one.span]
    for other in await rota.overrides(desk.session, one.span):
        is_back = (other.person, other.instead_of) == (one.instead_of, one.person)
        if is_back and (rest := other.span.without(one.span)) != [other.span]:
            await _shorten(desk, other, rest, by)
            left = [piece for span in left for piece in span.without(other.span)]
    return [await add_stand_in(desk, replace(one, span=span), by) for span in left]


async def _shorten(desk: Desk, one: Override, rest: Sequence[DutySpan], by: Person) -> None:
    """Somebody stands in for what is left of it alone."""
    await rota.end_overrides(desk.session, [one.id], desk.now)
    for span in rest:
        if span.ends_at > desk.now:
            await add_stand_in(desk, replace(one, span=span), by)


async def add_stand_in(desk: Desk, one: Override, by: Person) -> Override:
    """Keeps it; one that begins at once is not told again as a hand-over."""
    if one.span.starts_at <= desk.now:
        await mark_hand_over(desk, one.span.starts_at)
    return await rota.add_override(desk.session, one, by.id, desk.now)


async def end_stand_ins(desk: Desk, ids: Sequence[int]) -> int:
    """What of them is still to come is undone, and the two of each are told. How many there were."""
    ended = await rota.end_overrides(desk.session, ids, desk.now)
    for one in ended:
        for listener in (one.person, one.instead_of):
            await _tell_end(desk, one, listener)
    await warn_of_holes(desk)
    return len(ended)


async def leave_duty(desk: Desk, person: Person, *, on_their_own: bool = False) -> bool:
    """Out of the rota, of what they stand in for and of what they asked; the others move up, and a hole is told.

    False when there was nothing to leave. `on_their_own`: nobody arranged it, so whoever follows at once hears of it.
    """
    before = await _plan(desk)
    was_fixed = await rota.take_off_duty(desk.session, person.id)
    takes_turns = person.id in before.rota.order
    if takes_turns:
        queue = before.rota.queue_at(desk.now)
        await _keep_order(desk, [one for one in without(queue, person.id) if one])
    ended = await rota.end_overrides_of(desk.session, person.id, desk.now)
    for one in ended:
        await _tell_end(desk, one, one.person if one.instead_of == person.id else one.instead_of)
    await _close_swaps(desk, person)
    if not (was_fixed or takes_turns or ended):
        return False
    after = await _plan(desk)
    if on_their_own:
        tell_who_follows(desk, before, after, person)
    await _tell_if_nobody(desk, before, after)
    await warn_of_holes(desk)
    return True


async def _keep_order(desk: Desk, queue: Sequence[int]) -> None:
    """From the present week on; this week's hand-over is over."""
    weeks = weeks_of(desk)
    await rota.set_turns(desk.session, anchored(weeks, queue, desk.now))
    await marks.renew(desk.session, ORDER_KEPT, desk.now)
    await mark_hand_over(desk, weeks.start_of(desk.now))


async def _tell_end(desk: Desk, ended: Override, listener: int) -> None:
    span = DutySpan(max(ended.span.starts_at, desk.now), ended.span.ends_at)
    person = await people.get(desk.session, listener)
    desk.facts.append(StandInEnded(person, span, is_back=listener == ended.instead_of))


async def _close_swaps(desk: Desk, person: Person) -> None:
    for one in await rota.open_swaps(desk.session, person.id):
        await rota.answer_swap(desk.session, one.id, None, desk.now)
        other = one.asked_of if one.asked_by == person.id else one.asked_by
        desk.facts.append(SwapClosed(await people.get(desk.session, other), one, "left"))


async def _tell_if_nobody(desk: Desk, before: Plan, after: Plan) -> None:
    if after.rota.is_empty and not before.rota.is_empty:
        desk.facts.append(NobodyOnDuty())


async def _plan(desk: Desk) -> Plan:
    return await duty_plan(desk, DutySpan(desk.now, desk.now + LOOKED_AHEAD))
