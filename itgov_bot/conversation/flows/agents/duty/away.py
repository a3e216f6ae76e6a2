"""Somebody will not be there for some time, or is back: their turns of the guard are covered, or theirs again."""

from dataclasses import replace

from itgov_bot.conversation.flows.agents.duty import cover, ordered, swaps, who
from itgov_bot.conversation.flows.agents.duty.unwanted import people_named, take_back
from itgov_bot.conversation.flows.known_people import names_known, person_meant
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import on_call
from itgov_bot.desk.on_call import swaps as standing
from itgov_bot.domain.people import Person, may_administer
from itgov_bot.domain.rota import DutySpan
from itgov_bot.understanding.language.duty.rota_told import (
    ME,
    AwayTold,
    RotaDeed,
    asks_who_comes,
    away_told,
    end_put_right,
    is_without_end,
    rota_told,
)
from itgov_bot.wording.agents.duty import changes
from itgov_bot.wording.agents.duty import cover as words
from itgov_bot.wording.agents.duty import unwanted as back_words


async def is_of_somebody(turn: Turn) -> bool:
    """«Ya volvió la luz» is of nobody."""
    return rota_told(turn.text, await names_known(turn), kind=RotaDeed.OUT) is not None


async def told(turn: Turn) -> None:
    """What is missing is asked; where they have no turn then, that is said."""
    said = away_told(turn.text, await names_known(turn))
    away = await _person(turn, said.who) if said else None
    if said is None:
        turn.say(changes.ask_whom(await on_call.queue(turn.desk)))
    elif away and "?" in turn.text and not said.by and not asks_who_comes(turn.text):
        await who.covered(turn, away)
    elif away:
        turn.state.absence = turn.text
        await _cover(turn, said, away, turn.coming_span(said.when))


async def put_right(turn: Turn) -> bool:
    """A reader: «perdón, vuelve es el 23», of the absence that they told last."""
    ends = end_put_right(turn.text, turn.local_now) if turn.state.absence else None
    said = away_told(turn.state.absence, await names_known(turn)) if ends else None
    span = turn.coming_span(said.when) if said else None
    away = await _person(turn, said.who) if said and span else None
    if not (ends and said and span and away) or ends <= span.starts_at:
        return False
    await _cover(turn, said, away, replace(span, ends_at=ends))
    return True


async def _cover(turn: Turn, said: AwayTold, away: Person, span: DutySpan | None) -> None:
    by = await _person(turn, said.by) if said.by else None
    if span is None or is_without_end(said.when):
        turn.say(changes.ASK_UNTIL if away == turn.person else changes.ask_until(away))
        return
    whole = replace(span, starts_at=max(span.starts_at, turn.local_now))
    part = (await on_call.duty_plan(turn.desk, whole)).part_of(away)
    if part is None:
        turn.say(words.nobody_needed(away, whole, turn.desk.local_now, is_self=away == turn.person))
    elif away == turn.person and not may_administer(turn.roles):
        await swaps.ask_for(turn, swaps.from_soon(turn, part), by)
    elif by:
        await cover.show_first(turn, by, part, away, is_known=True)
    else:
        await ordered.ask_who_comes(turn, away, part)


async def _person(turn: Turn, name: str) -> Person | None:
    return turn.person if name == ME else await person_meant(turn, name)


async def who_is_away(turn: Turn) -> None:
    """Whose turns somebody else takes: nothing else of absences is kept."""
    turn.say(words.who_is_covered(await standing.stand_ins(turn.desk), turn.desk.local_now))


async def back(turn: Turn) -> None:
    """«Darío ya volvió»: who covers them does not any more, if whoever may decide it says so, or the one who covers."""
    named = await people_named(turn)
    person = named[0] if named else turn.person
    covers = await standing.covers_of(turn.desk, person)
    if not covers:
        takes = await on_call.takes_turns(turn.desk, person)
        turn.say(back_words.nobody_covers(person, is_self=person == turn.person, takes_turns=takes))
    elif person == turn.person and not may_administer(turn.roles):
        await take_back(turn)
    else:
        await cover.propose(turn, back_words.comes_back(person, covers, turn.desk.local_now))
