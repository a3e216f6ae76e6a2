"""Who is on duty at some time, and when somebody is, in words; and the swaps that somebody wants no more."""

from itgov_bot.conversation.flows.agents.duty import plan
from itgov_bot.conversation.flows.known_people import names_known, person_meant
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import on_call
from itgov_bot.desk.on_call import swaps
from itgov_bot.desk.on_call.plan import NEAR
from itgov_bot.domain.people import Person
from itgov_bot.domain.rota import DutySpan
from itgov_bot.understanding.language.duty.cover_told import names_in
from itgov_bot.understanding.language.duty.rota_told import asks_of_oneself
from itgov_bot.understanding.language.folding import plain
from itgov_bot.understanding.language.time.guard_times import coming_span, past_span, tells_past
from itgov_bot.wording.agents.duty import rota as words
from itgov_bot.wording.agents.duty import swaps as swap_words


async def asked(turn: Turn) -> None:
    """Of a time, who is on duty then; of a person, their turns; else all of it."""
    span_of = past_span if tells_past(turn.text) else coming_span
    span = span_of(turn.text, turn.desk.local_now, turn.desk.calendars.general)
    if span:
        found = await on_call.pieces_of(turn.desk, DutySpan(*span))
        turn.say(words.at_that_time(DutySpan(*span), found, turn.desk.local_now))
    elif person := await _person_asked_of(turn):
        ahead = await on_call.duty_plan(turn.desk, DutySpan(turn.now, turn.now + NEAR))
        turn.say(
            words.turns_of(person, ahead.stints(person), turn.desk.local_now, is_self=person == turn.person)
        )
    else:
        await plan.show(turn, "")


async def _person_asked_of(turn: Turn) -> Person | None:
    if asks_of_oneself(turn.text):
        return turn.person
    names, _ = names_in(plain(turn.text).split(), await names_known(turn))
    return await person_meant(turn, names[0][1]) if names else None


async def swap_unwanted(turn: Turn) -> None:
    """The requests that wait, each to be taken back or refused; one that was agreed is changed back with the colleague."""
    open_ones = await swaps.open_of(turn.desk, turn.person)
    agreed = [] if open_ones else await swaps.agreed_of(turn.desk, turn.person)
    turn.say(swap_words.unwanted(open_ones, agreed, turn.person, turn.desk.local_now))
