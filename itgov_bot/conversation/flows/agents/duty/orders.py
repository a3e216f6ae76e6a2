"""`/guardia poner`, `quitar`, `orden`, `cubre`: what administrators order of the guard, and their buttons."""

import re
from collections.abc import Awaitable, Callable, Mapping

from itgov_bot.actions import number_in
from itgov_bot.conversation.flows.admins.roles import refresh_menu
from itgov_bot.conversation.flows.agents.duty import cover
from itgov_bot.conversation.flows.known_people import is_certain, person_meant
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import on_call, people
from itgov_bot.domain.people import Person, Role
from itgov_bot.domain.rota import DutySpan
from itgov_bot.patterns import regex
from itgov_bot.wording.admins import roles as role_words
from itgov_bot.wording.agents.duty import changes
from itgov_bot.wording.agents.duty import cover as cover_words

MAX_STEP = 9
MAX_CONFIRMED = 6
"""Of an order: whose ids fit into the data of a button."""

_AND = regex(r" ?, ?(?:[ye] )?| [ye] ", re.IGNORECASE)
"""Between words one blank apart: to look for many beside one another takes as long as their square."""
_PUT = regex(rf"([1-{MAX_STEP}])\s+(.+)")


async def _put(turn: Turn, what: str) -> None:
    """`/guardia poner 1 @usuario`."""
    told = _PUT.fullmatch(what)
    if told is None:
        turn.say(changes.duty_usage())
    elif person := await person_meant(turn, told[2]):
        step = int(told[1])
        if await is_certain(turn, told[2], person):
            await _put_on_duty(turn, person, step)
        else:
            turn.say(changes.confirm_duty(person, step))


async def _put_on_duty(turn: Turn, person: Person, step: int) -> None:
    await on_call.put_on_duty(turn.desk, person, step, turn.person)
    rotating = (await on_call.view(turn.desk)).rotating
    turn.say(changes.on_duty(person, step, rotating))
    await refresh_menu(turn, person)


async def _take_off(turn: Turn, what: str) -> None:
    """`/guardia quitar @usuario`."""
    if not what:
        turn.say(changes.duty_usage())
    elif person := await person_meant(turn, what):
        await _take_off_duty(turn, person)


async def _take_off_duty(turn: Turn, person: Person) -> None:
    was = await on_call.take_off_duty(turn.desk, person, turn.person)
    stays = (await on_call.duty_plan(turn.desk, DutySpan(turn.now, turn.now))).counts_on(person)
    turn.say(changes.still_in_file(person) if stays else changes.off_duty(person, was))


async def _order(turn: Turn, what: str) -> None:
    """`/guardia orden @a @b @c`; names of several words are told apart by commas and «y»."""
    if what.lower() == "borrar":
        await on_call.clear_order(turn.desk, turn.person)
        turn.say(changes.order_cleared(in_file=bool(turn.desk.reference.rota.order)))
    elif not what:
        turn.say(changes.order_usage(await on_call.queue(turn.desk)))
    else:
        await _set_order(turn, _names(what))


def _names(what: str) -> list[str]:
    """User names are one word each, also between the others."""
    parts = _AND.split(" ".join(what.split()))
    if len(parts) == 1:
        return what.split()
    names = [name for part in parts for name in (part.split() if part.startswith("@") else [part.strip()])]
    return [name for name in names if name]


async def _set_order(turn: Turn, named: list[str]) -> None:
    order: list[Person] = []
    for asked in named:
        person = await person_meant(turn, asked)
        if person is None:
            return
        if person in order:
            turn.say(changes.named_twice(person))
            return
        order.append(person)
    certain = [await is_certain(turn, asked, person) for asked, person in zip(named, order, strict=True)]
    before = await on_call.queue(turn.desk)
    if len(order) > MAX_CONFIRMED and not all(certain):
        turn.say(role_words.confirm_grant(order[certain.index(False)], [Role.ON_CALL]))
    elif len(order) > MAX_CONFIRMED or (all(certain) and not before and len(order) > 1):
        await _set(turn, order)
    else:
        turn.say(changes.confirm_order(order, before, are_known=all(certain)))


async def _set(turn: Turn, order: list[Person]) -> None:
    await on_call.set_order(turn.desk, order, turn.person)
    turn.say(changes.order_set(order, await on_call.everybody_on_duty(turn.desk)))
    for person in order:
        await refresh_menu(turn, person)


ORDERS: Mapping[str, Callable[[Turn, str], Awaitable[None]]] = {
    "poner": _put,
    "quitar": _take_off,
    "orden": _order,
    "cubre": cover.begin,
    "cubra": cover.begin,
    "cubrir": cover.begin,
}
"""What only administrators may say after `/guardia`."""


# Buttons


async def _press_put(turn: Turn, what: str) -> None:
    """`duty:put:1:7`: it is they, by the id that they have here."""
    step, _, number = what.partition(":")
    person, at = await people.find(turn.desk, number_in(number) or 0), number_in(step) or 0
    if person and person.has_chat and 1 <= at <= MAX_STEP:
        await _put_on_duty(turn, person, at)
    else:
        turn.say(changes.duty_usage())


async def _press_out(turn: Turn, number: str) -> None:
    """`duty:out:7`."""
    if person := await people.find(turn.desk, number_in(number) or 0):
        await _take_off_duty(turn, person)
    else:
        turn.say(changes.duty_usage())


async def _press_order(turn: Turn, numbers: str) -> None:
    found = [await people.find(turn.desk, number_in(one) or 0) for one in numbers.split(",")]
    order = [one for one in found if one and one.has_chat]
    if len(order) == len(found):
        await _set(turn, order)
    else:
        turn.say(changes.duty_usage())


async def _undo(turn: Turn, ids: str) -> None:
    numbers = [number for one in ids.split(",") if (number := number_in(one)) is not None]
    turn.say(cover_words.undone(await on_call.end_stand_ins(turn.desk, numbers)))


PRESSED: Mapping[str, Callable[[Turn, str], Awaitable[None]]] = {
    "put": _press_put,
    "out": _press_out,
    "order": _press_order,
    "cover": cover.press,
    "undo": _undo,
    "me": lambda turn, _rest: _put_on_duty(turn, turn.person, 1),
    "off": lambda turn, _rest: _take_off_duty(turn, turn.person),
}
"""What only their buttons do."""
