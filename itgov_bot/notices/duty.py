"""Who hears of what happens to the guard, and in which words. Called by `tell`; whoever did it is not told."""

from datetime import datetime
from typing import Literal

from itgov_bot.desk import support
from itgov_bot.desk.desk import Desk
from itgov_bot.domain import facts
from itgov_bot.domain.people import Person
from itgov_bot.messages import Address
from itgov_bot.replies import Reply
from itgov_bot.wording.agents.duty import news as words

Listener = Person | Literal["overseers", "desk"]
"""A person, whoever coordinates and whoever may change the guard, or the agents' group where there is one."""


async def told_of_duty(desk: Desk, fact: facts.DutyFact) -> list[tuple[Address, Reply]]:
    """Where it is read, and what; nobody reads the same twice."""
    told: dict[Address, Reply] = {}
    left_out = _actor(fact)
    for listener, reply in heard_by(fact, desk.local_now):
        for person in await _people(desk, listener):
            if person.id != left_out and person.reachable:
                told.setdefault(person.address, reply)
        if listener == "desk" and (group := await support.group(desk)):
            told[group] = reply
    return list(told.items())


def heard_by(fact: facts.DutyFact, now: datetime) -> list[tuple[Listener, Reply]]:
    """Who hears of it, those concerned first. `now` is local time."""
    match fact:
        case facts.TakenOffDuty():
            return [(fact.person, words.TAKEN_OFF)]
        case facts.PutInRota():
            return [(fact.person, words.put_in_rota(fact, now))]
        case facts.StandInMade():
            return [
                (fact.person, words.you_stand_in(fact, now)),
                (fact.instead_of, words.somebody_stands_in(fact, now)),
            ]
        case facts.StandInEnded():
            return [(fact.person, words.stand_in_ended(fact, now))]
        case facts.SwapAsked():
            return [(fact.of, words.swap_asked(fact, now))]
        case facts.SwapAgreed():
            seen = words.swap_agreed(fact, now)
            return [
                (fact.asked_by, words.your_swap_agreed(fact, now)),
                ("desk", seen),
                ("overseers", seen),
            ]
        case facts.SwapClosed():
            return [(fact.person, words.swap_closed(fact, now))]
        case facts.DutyBegan():
            return [(fact.person, words.duty_began(fact, now))]
        case facts.DutyEnded():
            return [(fact.person, words.duty_ended(fact))]
        case facts.HoleAhead():
            return [("overseers", words.hole_ahead(fact, now))]
        case facts.NobodyOnDuty():
            return [("overseers", words.NOBODY_LEFT)]


async def _people(desk: Desk, listener: Listener) -> list[Person]:
    if isinstance(listener, Person):
        return [listener]
    if listener == "desk":
        return []
    return [*await support.coordinators(desk), *await support.administrators(desk)]


def _actor(fact: facts.DutyFact) -> int | None:
    match fact:
        case facts.SwapAgreed():
            return fact.agreed_by.id
        case facts.TakenOffDuty() | facts.PutInRota() | facts.StandInMade():
            return fact.by.id if fact.by else None
    return None
