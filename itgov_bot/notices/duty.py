"""Who hears of what happens to the guard, and in which words. Called by `tell`; whoever did it is not told."""

from datetime import datetime
from typing import Literal

from itgov_bot.desk import support
from itgov_bot.desk.desk import Desk
from itgov_bot.domain.facts import (
    DutyBegan,
    DutyEnded,
    DutyFact,
    HoleAhead,
    NobodyOnDuty,
    PutInRota,
    StandInEnded,
    StandInMade,
    SwapAgreed,
    SwapAsked,
    SwapClosed,
    TakenOffDuty,
)
from itgov_bot.domain.people import Person
from itgov_bot.messages import Address
from itgov_bot.replies import Reply
from itgov_bot.wording.agents.duty import news as words

Listener = Person | Literal["overseers", "desk"]
"""A person, whoever coordinates and whoever may change the guard, or the agents' group where there is one."""


async def told_of_duty(desk: Desk, fact: DutyFact) -> list[tuple[Address, Reply]]:
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


def heard_by(fact: DutyFact, now: datetime) -> list[tuple[Listener, Reply]]:
    """Who hears of it, those concerned first. `now` is local time."""
    match fact:
        case TakenOffDuty():
            return [(fact.person, words.TAKEN_OFF)]
        case PutInRota():
            return [(fact.person, words.put_in_rota(fact, now))]
        case StandInMade():
            return [
                (fact.person, words.you_stand_in(fact, now)),
                (fact.instead_of, words.somebody_stands_in(fact, now)),
            ]
        case StandInEnded():
            return [(fact.person, words.stand_in_ended(fact, now))]
        case SwapAsked():
            return [(fact.of, words.swap_asked(fact, now))]
        case SwapAgreed():
            seen = words.swap_agreed(fact, now)
            return [
                (fact.asked_by, words.your_swap_agreed(fact, now)),
                ("desk", seen),
                ("overseers", seen),
            ]
        case SwapClosed():
            return [(fact.person, words.swap_closed(fact, now))]
        case DutyBegan():
            return [(fact.person, words.duty_began(fact, now))]
        case DutyEnded():
            return [(fact.person, words.duty_ended(fact))]
        case HoleAhead():
            return [("overseers", words.hole_ahead(fact, now))]
        case NobodyOnDuty():
            return [("overseers", words.NOBODY_LEFT)]


async def _people(desk: Desk, listener: Listener) -> list[Person]:
    if isinstance(listener, Person):
        return [listener]
    if listener == "desk":
        return []
    return [*await support.coordinators(desk), *await support.administrators(desk)]


def _actor(fact: DutyFact) -> int | None:
    match fact:
        case SwapAgreed():
            return fact.agreed_by.id
        case TakenOffDuty() | PutInRota() | StandInMade():
            return fact.by.id if fact.by else None
    return None
