"""What is ordered of the rota in words: always shown first, with who and when as it was understood."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace

from itgov_bot.conversation.flows.agents.duty import cover
from itgov_bot.conversation.flows.agents.duty.cover import propose
from itgov_bot.conversation.flows.known_people import is_certain, names_known, person_meant
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import on_call
from itgov_bot.domain.people import Person
from itgov_bot.domain.rota import DutySpan
from itgov_bot.understanding.language.duty.rota_told import (
    ME,
    RotaDeed,
    RotaTold,
    is_for_good,
    is_of_guard,
    is_without_end,
    rota_told,
)
from itgov_bot.wording.agents.duty import changes
from itgov_bot.wording.agents.duty import cover as cover_words


async def ordered(turn: Turn) -> None:
    """What is missing is asked."""
    await _do(turn, rota_told(turn.text, await names_known(turn)))


async def taken_in(turn: Turn) -> None:
    await _do(turn, rota_told(turn.text, await names_known(turn), kind=RotaDeed.ADD))


async def taken_out(turn: Turn) -> None:
    """For good, unless it is told until when."""
    told = rota_told(turn.text, await names_known(turn), kind=RotaDeed.OUT)
    await _do(turn, replace(told, when="") if told and is_for_good(turn.text) else told)


async def is_of_somebody(turn: Turn) -> bool:
    """Somebody is named, or they speak of themselves, or of the guard: else it is of something else."""
    is_told = rota_told(turn.text, await names_known(turn), kind=RotaDeed.OUT) is not None
    return is_told or is_of_guard(turn.text)


async def _do(turn: Turn, told: RotaTold | None) -> None:
    people = [await _person(turn, name) for name in told.names] if told else []
    known = [one for one in people if one]
    if told is None:
        turn.say(changes.ask_whom(await on_call.queue(turn.desk)))
    elif len(known) == len(people):
        await _DEEDS[told.deed](turn, told, known)


async def _person(turn: Turn, name: str) -> Person | None:
    return turn.person if name == ME else await person_meant(turn, name)


async def _is_certain(turn: Turn, name: str, person: Person) -> bool:
    return name == ME or await is_certain(turn, name, person)


async def _order(turn: Turn, told: RotaTold, people: Sequence[Person]) -> None:
    before = await on_call.queue(turn.desk)
    certain = [await _is_certain(turn, *one) for one in zip(told.names, people, strict=True)]
    await propose(turn, changes.confirm_order(people, before, are_known=all(certain)))


async def _out(turn: Turn, told: RotaTold, people: Sequence[Person]) -> None:
    """Of some days alone, somebody comes instead: it is asked who."""
    if told.when and is_without_end(turn.text):
        turn.say(changes.ask_until(people[0]))
    elif span := _span(turn, told.when):
        await ask_who_comes(turn, people[0], span)
    else:
        await ask_off(turn, people[0])


async def ask_off(turn: Turn, person: Person) -> None:
    queue = await on_call.queue(turn.desk)
    await propose(turn, changes.confirm_off(person, [one for one in queue if one != person]))


async def _add(turn: Turn, told: RotaTold, people: Sequence[Person]) -> None:
    before = await on_call.queue(turn.desk)
    new = [one for one in people if one not in before]
    if not new:
        turn.say(changes.takes_turns_already(people[0], before))
    else:
        certain = [await _is_certain(turn, *one) for one in zip(told.names, people, strict=True)]
        await propose(turn, changes.confirm_order([*before, *new], before, are_known=all(certain)))


async def _instead(turn: Turn, told: RotaTold, people: Sequence[Person]) -> None:
    """For a time that is told; without one and with two, for good."""
    by, covered = people[0], people[1] if len(people) > 1 else None
    before, span = await on_call.queue(turn.desk), _span(turn, told.when)
    certain = await _is_certain(turn, told.names[0], by)
    if span:
        await cover.show_first(turn, by, span, covered, is_known=certain)
    elif covered in before and by not in before:
        order = [by if one == covered else one for one in before]
        await propose(turn, changes.confirm_order(order, before, are_known=certain))
    else:
        await propose(turn, cover_words.ask_when(by, covered, await _likely_times(turn), turn.desk.local_now))


async def ask_who_comes(turn: Turn, covered: Person, span: DutySpan) -> None:
    queue = await on_call.queue(turn.desk)
    others = [one for one in queue if one != covered]
    await propose(turn, cover_words.ask_who_comes(covered, others, span, turn.desk.local_now))


def _span(turn: Turn, when: str) -> DutySpan | None:
    found = turn.coming_span(when)
    return replace(found, starts_at=max(found.starts_at, turn.local_now)) if found else None


async def _likely_times(turn: Turn) -> list[DutySpan]:
    """Tonight, the next closed days, and this week."""
    found = [_span(turn, when) for when in ("esta noche", "fin de semana", "esta semana")]
    return [one for one in found if one]


_DEEDS: Mapping[RotaDeed, Callable[[Turn, RotaTold, Sequence[Person]], Awaitable[None]]] = {
    RotaDeed.ORDER: _order,
    RotaDeed.OUT: _out,
    RotaDeed.ADD: _add,
    RotaDeed.INSTEAD: _instead,
}
