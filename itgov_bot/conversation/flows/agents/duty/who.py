"""Who is on duty at some time, when somebody is, and when nobody would be, asked in words."""

from itgov_bot.conversation.flows.agents.duty import plan
from itgov_bot.conversation.flows.agents.duty import swaps as asking
from itgov_bot.conversation.flows.agents.duty.unwanted import people_named
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import on_call
from itgov_bot.desk.on_call import swaps
from itgov_bot.desk.on_call.plan import NEAR, Plan
from itgov_bot.domain.people import Person
from itgov_bot.domain.rota import WEEK, DutySpan
from itgov_bot.understanding.language.duty.rota_told import (
    asks_to_be_covered,
    asks_who_covers,
    asks_who_follows,
)
from itgov_bot.understanding.language.time.guard_times import past_span, tells_past
from itgov_bot.wording.agents.duty import rota as words

HOLES_AHEAD = 4 * WEEK


async def asked(turn: Turn) -> None:
    """Of a time, who is on duty then; of a person, their turns, who covers them or who follows them; else all of it."""
    span, named = _span(turn), await people_named(turn)
    if asks_to_be_covered(turn.text) and await asking.may_ask(turn):
        await asking.begin(turn, turn.text)
    elif named and asks_who_covers(turn.text):
        await covered(turn, named[0])
    elif span:
        since = await on_call.known_since(turn.desk)
        found = await on_call.pieces_of(turn.desk, span)
        turn.say(words.at_that_time(span, found, turn.desk.local_now, since=since))
    elif asks_who_follows(turn.text):
        await _follows(turn, named[0] if named else turn.person)
    elif named:
        await _turns_of(turn, named[0])
    else:
        await plan.show(turn, "")


async def mine(turn: Turn) -> None:
    """«¿Me toca el sábado?»: yes or no, and when; without a time, all the turns of whoever writes."""
    span = None if tells_past(turn.text) else _span(turn)
    if span is None:
        await _turns_of(turn, turn.person)
        return
    within = await on_call.duty_plan(turn.desk, span)
    ahead = await _ahead(turn)
    part, now = within.part_of(turn.person), turn.desk.local_now
    there = within.on_duty(part.starts_at) if part else []
    step = next((step for step, one in there if one == turn.person), 0)
    turn.say(words.is_ones_turn(span, part, step, ahead.stints(turn.person), now))


async def holes(turn: Turn) -> None:
    """«¿Hay noches sin nadie?»: yes or no, of the time that is told or of the next weeks."""
    span = _span(turn) or DutySpan(turn.desk.local_now, turn.desk.local_now + HOLES_AHEAD)
    ahead = await on_call.duty_plan(turn.desk, span)
    found = ahead.holes(turn.desk.calendars.general)
    turn.say(words.holes(span, found, turn.desk.local_now, is_anybody=not ahead.rota.is_empty))


async def _ahead(turn: Turn) -> Plan:
    return await on_call.duty_plan(turn.desk, DutySpan(turn.now, turn.now + NEAR))


def _span(turn: Turn) -> DutySpan | None:
    if not tells_past(turn.text):
        return turn.coming_span(turn.text)
    span = past_span(turn.text, turn.local_now, turn.desk.calendars.general)
    return DutySpan(*span) if span else None


async def _turns_of(turn: Turn, person: Person) -> None:
    ahead = await _ahead(turn)
    is_self = person == turn.person
    turn.say(words.turns_of(person, ahead.stints(person), turn.desk.local_now, is_self=is_self))


async def covered(turn: Turn, person: Person) -> None:
    standing = await swaps.covers_of(turn.desk, person)
    ahead = await _ahead(turn)
    turn.say(words.covered_by(person, standing, ahead.stints(person), turn.desk.local_now))


async def _follows(turn: Turn, person: Person) -> None:
    """Who is on duty in the week after their next turn."""
    ahead = await _ahead(turn)
    first = next((one.span for one in ahead.stints(person) if one.step == 1), None)
    if first is None:
        await _turns_of(turn, person)
        return
    span = DutySpan(first.ends_at, first.ends_at + WEEK)
    turn.say(words.at_that_time(span, await on_call.pieces_of(turn.desk, span), turn.desk.local_now))
