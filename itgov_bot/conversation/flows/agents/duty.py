"""`/guardia`, the duty ladder: who is called first at night."""

from __future__ import annotations

from itgov_bot.conversation.flows.admins.roles import known_person
from itgov_bot.conversation.flows.agents import page_ways
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.on_call import everybody_on_duty, put_on_duty, take_off_duty
from itgov_bot.domain.people import Person, may_administer
from itgov_bot.wording import general
from itgov_bot.wording.agents import duty as words

MAX_STEP = 9


async def show(turn: Turn, rest: str) -> None:
    """`/guardia`, and for administrators `/guardia poner 1 @usuario` and `/guardia quitar @usuario`."""
    if await page_ways.answered(turn, rest.split()):
        return
    if not rest:
        ladder = await everybody_on_duty(turn.desk)
        minutes = turn.desk.reference.agreements.duty.climb_minutes
        turn.say(words.duty(ladder, minutes, admin=may_administer(turn.roles)))
    elif not may_administer(turn.roles):
        turn.say(general.not_for_your_role())
    else:
        await _change(turn, rest.split())


async def _change(turn: Turn, given: list[str]) -> None:
    verb = given[0].lower()
    if verb == "poner" and len(given) == 3 and given[1].isdigit() and 1 <= int(given[1]) <= MAX_STEP:
        if person := await known_person(turn, given[2]):
            await _put(turn, person, int(given[1]))
    elif verb == "quitar" and len(given) == 2:
        if person := await known_person(turn, given[1]):
            await _take_off(turn, person)
    else:
        turn.say(words.duty_usage())


async def _put(turn: Turn, person: Person, step: int) -> None:
    await put_on_duty(turn.desk, person, step, turn.person)
    turn.say(words.on_duty(person, step))


async def _take_off(turn: Turn, person: Person) -> None:
    turn.say(words.off_duty(person, await take_off_duty(turn.desk, person)))


async def press(turn: Turn, what: str) -> None:
    """`duty:me` puts whoever presses first on the ladder; any other takes them off."""
    if not may_administer(turn.roles):
        turn.say(general.not_for_your_role())
    elif what == "me":
        await _put(turn, turn.person, 1)
    else:
        await _take_off(turn, turn.person)
