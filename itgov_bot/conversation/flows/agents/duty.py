"""`/guardia`, the duty ladder: who is called first at night."""

from __future__ import annotations

from itgov_bot.conversation.turn import Turn
from itgov_bot.desk.on_call import everybody_on_duty, put_on_duty, take_off_duty
from itgov_bot.desk.people import find_person
from itgov_bot.domain.people import Person, may_administer
from itgov_bot.wording import general
from itgov_bot.wording.admins.roles import person_not_known
from itgov_bot.wording.agents import duty as words

LAST_STEP = 9


async def show(turn: Turn, rest: str) -> None:
    """`/guardia`, and for administrators `/guardia poner 1 @usuario` and `/guardia quitar @usuario`."""
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
    if verb == "poner" and len(given) == 3 and given[1].isdigit() and 1 <= int(given[1]) <= LAST_STEP:
        if person := await _known(turn, given[2]):
            await _put(turn, person, int(given[1]))
    elif verb == "quitar" and len(given) == 2:
        if person := await _known(turn, given[1]):
            turn.say(words.off_duty(person, await take_off_duty(turn.desk, person)))
    else:
        turn.say(words.duty_usage())


async def _known(turn: Turn, asked: str) -> Person | None:
    person = await find_person(turn.desk, turn.person.channel, asked)
    if person is None:
        turn.say(person_not_known(asked))
    return person


async def _put(turn: Turn, person: Person, step: int) -> None:
    await put_on_duty(turn.desk, person, step, turn.person)
    turn.say(words.on_duty(person, step))


async def press(turn: Turn, what: str) -> None:
    if not may_administer(turn.roles):
        turn.say(general.not_for_your_role())
    elif what == "me":
        await _put(turn, turn.person, 1)
    else:
        turn.say(words.off_duty(turn.person, await take_off_duty(turn.desk, turn.person)))
