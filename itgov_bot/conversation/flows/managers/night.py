"""`/urgentes`: what the guard was called for last night, and when a manager wants to hear of such cases."""

from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import night
from itgov_bot.domain.calendar import Span
from itgov_bot.domain.days import Days
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.domain.people import UrgentNews, may_see_summaries
from itgov_bot.understanding.language.time.guard_times import past_span
from itgov_bot.understanding.language.time.stretches import find_stretch
from itgov_bot.wording.managers import night as words


async def show(turn: Turn, rest: str) -> None:
    """Of the last night, or of the time that is told: «el viernes», «este puente». Who does not answer for the desk reads
    how often they were called themselves."""
    calendar = turn.desk.calendars.general
    past = past_span(rest, turn.desk.local_now, calendar) if rest else None
    of = find_stretch(rest, turn.local_now.date()) if past is None else None
    past = within(turn, of) if of else past
    span, cases = (past, await night.cases(turn.desk, past)) if past else await night.of_last_night(turn.desk)
    if of and may_see_summaries(turn.roles):
        turn.say(words.calls_in(of, cases, calendar, turn.now))
    elif may_see_summaries(turn.roles):
        turn.say(words.listing(span, cases, turn.person.urgent_news, calendar, turn.now))
    else:
        turn.say(words.own_calls(span, cases, turn.person, calendar, turn.now))


def within(turn: Turn, of: Stretch) -> Span:
    """Until now, if it goes on."""
    begins, ends = Days(of.first, of.last).span(turn.desk.calendars.general.zone)
    return begins, min(ends, turn.desk.local_now)


async def press(turn: Turn, rest: str) -> None:
    """`night:at_once` changes when the person hears; anything else shows."""
    if rest in set(UrgentNews):
        await night.choose_news(turn.desk, turn.person, UrgentNews(rest))
        turn.say(words.chosen(UrgentNews(rest)))
    else:
        await show(turn, "")
