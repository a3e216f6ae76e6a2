"""Swaps: somebody who is on duty asks a colleague to be there instead, and the colleague agrees or does not."""

from typing import Literal

from itgov_bot.desk import support
from itgov_bot.desk.desk import Desk
from itgov_bot.desk.on_call.changes import add_stand_in
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


async def open_of(desk: Desk, person: Person) -> list[tuple[Swap, Person]]:
    """Those that wait and that they asked for, or were asked, each with the other one."""
    found = [one for one in await rota.open_swaps(desk.session, person.id) if one.expires_at > desk.now]
    return [
        (one, await people.get(desk.session, one.asked_of if one.asked_by == person.id else one.asked_by))
        for one in found
    ]


async def agreed_of(desk: Desk, person: Person) -> list[tuple[Override, Person]]:
    """When a colleague is to be on duty in their place, and who."""
    ahead = await rota.overrides(desk.session, DutySpan(desk.now, desk.now + NEAR))
    theirs = [one for one in ahead if one.instead_of == person.id and one.span.ends_at > desk.now]
    return [(one, await people.get(desk.session, one.person)) for one in theirs]


async def ask_swap(desk: Desk, by: Person, of: Person, span: DutySpan, other: DutySpan | None) -> Swap:
    """Asks a colleague, who is told. Raises CannotAsk."""
    wanted = Swap(0, by.id, of.id, span, other)
    await _check_asked(desk, wanted, by, of)
    kept = await rota.add_swap(desk.session, wanted, desk.now)
    desk.facts.append(SwapAsked(kept, by, of))
    return kept


async def agree(desk: Desk, number: int, person: Person) -> Swap:
    """«Acepto»: from here on the plan has it so, and all who are concerned are told. Raises CannotAnswer."""
    swap = await _to_be_answered(desk, number, person, by=("asked_of",))
    asker = await people.get(desk.session, swap.asked_by)
    if not await _still_holds(desk, swap, asker, person):
        await _answer(desk, swap, None)
        desk.facts.append(SwapClosed(asker, swap.span, "changed"))
        raise CannotAnswer("changed")
    await _answer(desk, swap, True)
    await add_stand_in(desk, Override(person.id, asker.id, swap.span), person)
    await roles.grant(desk.session, person.id, Role.ON_CALL, asker.id, desk.now)
    if swap.other:
        await add_stand_in(desk, Override(asker.id, person.id, swap.other), person)
    desk.facts.append(SwapAgreed(swap, asker, person))
    await warn_of_holes(desk)
    return swap


async def refuse(desk: Desk, number: int, person: Person) -> Swap:
    """«No puedo», or the one who asked takes it back. Raises CannotAnswer."""
    swap = await _to_be_answered(desk, number, person, by=("asked_of", "asked_by"))
    await _answer(desk, swap, False)
    is_taken_back = person.id == swap.asked_by
    other = await people.get(desk.session, swap.asked_of if is_taken_back else swap.asked_by)
    desk.facts.append(SwapClosed(other, swap.span, "taken_back" if is_taken_back else "refused", person))
    return swap


async def _check_asked(desk: Desk, wanted: Swap, by: Person, of: Person) -> None:
    if not of.reachable:
        raise CannotAsk("unreachable")
    if wanted.expires_at <= desk.now:
        raise CannotAsk("past")
    open_ones = await rota.open_swaps(desk.session, by.id)
    if any((one.asked_of, one.span) == (of.id, wanted.span) for one in open_ones):
        raise CannotAsk("asked_already")
    if not (await duty_plan(desk, wanted.span)).has(by, wanted.span):
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
    if not (await duty_plan(desk, swap.span)).has(asker, swap.span):
        return False
    return swap.other is None or (await duty_plan(desk, swap.other)).has(asked, swap.other)


async def _answer(desk: Desk, swap: Swap, agreed: bool | None) -> None:
    """Raises CannotAnswer when another worker was faster."""
    if not await rota.answer_swap(desk.session, swap.id, agreed, desk.now):
        raise CannotAnswer("answered")
