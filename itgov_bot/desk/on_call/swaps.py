"""Swaps: somebody who is on duty asks a colleague to be there instead, and the colleague agrees or does not."""

from typing import Literal

from itgov_bot.desk import support
from itgov_bot.desk.desk import Desk
from itgov_bot.desk.on_call.changes import add_stand_in, give_turn
from itgov_bot.desk.on_call.plan import NEAR, duty_plan
from itgov_bot.desk.on_call.watch import warn_of_holes
from itgov_bot.domain.facts import SwapAgreed, SwapAsked, SwapClosed
from itgov_bot.domain.people import Person, Role
from itgov_bot.domain.rota import DutySpan, Override, Swap
from itgov_bot.storage import people, roles
from itgov_bot.storage.duty import rota

Problem = Literal["not_theirs", "not_others", "past", "asked_already", "unreachable"]
Refusal = Literal["unknown", "not_yours", "answered", "too_late", "changed"]


class CannotAsk(Exception):
    """What somebody asks for cannot be asked."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem: Problem = problem


class CannotAnswer(Exception):
    """A request cannot be answered (by this person, or any more)."""

    def __init__(self, problem: Refusal) -> None:
        super().__init__(problem)
        self.problem: Refusal = problem


async def colleagues(desk: Desk, person: Person) -> list[Person]:
    """Whom they may ask: everybody else who may be on duty and can be reached."""
    return [one for one in await support.reachable(desk, Role.ON_CALL) if one.id != person.id]


async def to_come(desk: Desk, person: Person) -> list[tuple[Swap, Person, Person]]:
    """All that they asked for or were asked and whose time is not over, the last one first: with who asked and who was
    asked."""
    found = await rota.swaps_to_come(desk.session, person.id, desk.now)
    return [
        (one, await people.get(desk.session, one.asked_by), await people.get(desk.session, one.asked_of))
        for one in found
    ]


async def stand_ins(desk: Desk, person: Person | None = None) -> list[tuple[Override, Person, Person]]:
    """Who is on duty in the place of whom from now on; of one person, in which they are one of the two."""
    ahead = await rota.overrides(desk.session, DutySpan(desk.now, desk.now + NEAR))
    return [
        (one, await people.get(desk.session, one.person), await people.get(desk.session, one.instead_of))
        for one in ahead
        if one.span.ends_at > desk.now and (person is None or person.id in (one.person, one.instead_of))
    ]


async def covers_of(desk: Desk, person: Person) -> list[tuple[Override, Person, Person]]:
    """The same, where somebody is on duty in their place."""
    return [one for one in await stand_ins(desk, person) if one[2] == person]


async def offer(desk: Desk, by: Person, of: Person, span: DutySpan) -> Swap:
    """Somebody would be on duty in the place of a colleague, who is asked whether they want it. Raises CannotAsk."""
    return await _ask(desk, Swap.offer(by.id, of.id, span), by, of)


async def ask_swap(desk: Desk, by: Person, of: Person, span: DutySpan, other: DutySpan | None) -> Swap:
    """Asks a colleague, who is told. Raises CannotAsk."""
    return await _ask(desk, Swap(0, by.id, of.id, span, other), by, of)


async def _ask(desk: Desk, wanted: Swap, by: Person, of: Person) -> Swap:
    await _check_asked(desk, wanted, by, of)
    kept = await rota.add_swap(desk.session, wanted, desk.now)
    standing = await rota.overrides(desk.session, wanted.turn)
    is_back = any((one.person, one.instead_of) == (by.id, of.id) for one in standing)
    desk.facts.append(SwapAsked(kept, by, of, is_back=is_back))
    return kept


async def agree(desk: Desk, number: int, person: Person) -> Swap:
    """«Acepto»: from here on the plan has it so, and all who are concerned are told. Raises CannotAnswer."""
    swap = await _to_be_answered(desk, number, person, by=("asked_of",))
    asker = await people.get(desk.session, swap.asked_by)
    if not await _still_holds(desk, swap, asker, person):
        await _answer(desk, swap, None)
        desk.facts.append(SwapClosed(asker, swap, "changed"))
        raise CannotAnswer("changed")
    await _answer(desk, swap, True)
    await _change_places(desk, swap, asker, person)
    desk.facts.append(SwapAgreed(swap, asker, person))
    await _close_others(desk, swap, asker)
    await warn_of_holes(desk)
    return swap


async def _change_places(desk: Desk, swap: Swap, asker: Person, asked: Person) -> None:
    """Two who are on duty at the same time change their steps; else a turn may come back to whose it was."""
    if swap.other and not swap.offered and swap.other.without(swap.span) != [swap.other]:
        await add_stand_in(desk, Override(asked.id, asker.id, swap.span), asked)
        await add_stand_in(desk, Override(asker.id, asked.id, swap.other), asked)
        return
    if not swap.offered:
        await give_turn(desk, Override(asked.id, asker.id, swap.span), asked)
        await roles.grant(desk.session, asked.id, Role.ON_CALL, asker.id, desk.now)
    if swap.other:
        await give_turn(desk, Override(asker.id, asked.id, swap.other), asked)
        await roles.grant(desk.session, asker.id, Role.ON_CALL, asked.id, desk.now)


async def _close_others(desk: Desk, agreed: Swap, asker: Person) -> None:
    """Whoever else was asked for that turn needs not answer any more."""
    for one in await rota.open_swaps(desk.session, asker.id):
        if one.asked_by == asker.id and not one.offered and one.span == agreed.span:
            await _answer(desk, one, False)
            other = await people.get(desk.session, one.asked_of)
            desk.facts.append(SwapClosed(other, one, "taken_back", asker))


async def refuse(desk: Desk, number: int, person: Person) -> Swap:
    """«No puedo», or the one who asked takes it back. Raises CannotAnswer."""
    swap = await _to_be_answered(desk, number, person, by=("asked_of", "asked_by"))
    await _answer(desk, swap, False)
    is_taken_back = person.id == swap.asked_by
    other = await people.get(desk.session, swap.asked_of if is_taken_back else swap.asked_by)
    desk.facts.append(SwapClosed(other, swap, "taken_back" if is_taken_back else "refused", person))
    return swap


async def _check_asked(desk: Desk, wanted: Swap, by: Person, of: Person) -> None:
    if not of.reachable:
        raise CannotAsk("unreachable")
    if wanted.expires_at <= desk.now:
        raise CannotAsk("past")
    open_ones = await rota.open_swaps(desk.session, by.id)
    if any((one.asked_of, one.turn) == (of.id, wanted.turn) for one in open_ones):
        raise CannotAsk("asked_already")
    if not wanted.offered and not (await duty_plan(desk, wanted.span)).has(by, wanted.span):
        raise CannotAsk("not_theirs")
    if wanted.other and not (await duty_plan(desk, wanted.other)).has(of, wanted.other):
        raise CannotAsk("not_others")


async def _to_be_answered(
    desk: Desk, number: int, person: Person, by: tuple[Literal["asked_of", "asked_by"], ...]
) -> Swap:
    """Only those whose duty it is may answer, once, and before it begins."""
    swap = await rota.swap(desk.session, number)
    if swap is None:
        raise CannotAnswer("unknown")
    if person.id not in {getattr(swap, one) for one in by}:
        raise CannotAnswer("not_yours")
    if swap.answered_at:
        raise CannotAnswer("answered")
    if swap.expires_at <= desk.now:
        raise CannotAnswer("too_late")
    return swap


async def _still_holds(desk: Desk, swap: Swap, asker: Person, asked: Person) -> bool:
    """The plan may have changed since it was asked."""
    if not swap.offered and not (await duty_plan(desk, swap.span)).has(asker, swap.span):
        return False
    return swap.other is None or (await duty_plan(desk, swap.other)).has(asked, swap.other)


async def _answer(desk: Desk, swap: Swap, agreed: bool | None) -> None:
    """Raises CannotAnswer when another worker was faster."""
    if not await rota.answer_swap(desk.session, swap.id, agreed, desk.now):
        raise CannotAnswer("answered")
