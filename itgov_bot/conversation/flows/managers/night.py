"""`/urgentes`: what the guard was called for last night, and when a manager wants to hear of such cases."""

from datetime import timedelta

from itgov_bot.conversation.state import LastAsked
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import night
from itgov_bot.domain.calendar import Span
from itgov_bot.domain.days import Days
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.domain.people import UrgentNews, may_see_summaries
from itgov_bot.understanding.figures.asked import Asked, Wanted
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
    span = past or (await night.of_last_night(turn.desk))[0]
    if of and may_see_summaries(turn.roles):
        turn.say(words.calls_in(of, await night.cases(turn.desk, span), calendar, turn.now))
    else:
        await show_span(turn, span)
    remember(turn, span)


def remember(turn: Turn, span: Span) -> None:
    """What is asked next is of it: a night is that of its evening."""
    first, last = span[0].date(), (span[1] - timedelta(seconds=1)).date()
    of = Stretch(first, first if span[1] - span[0] <= timedelta(days=2) else last)
    turn.state.figures = LastAsked(turn.now, Asked(Wanted.NIGHT, times=(of,)))


def remember_duty(turn: Turn) -> None:
    """Who is on duty was told, and of no night that is over: what is asked next is of days to come."""
    turn.state.figures = LastAsked(turn.now, Asked(Wanted.NIGHT))


async def show_span(turn: Turn, span: Span) -> None:
    """To who answers for the desk, with how they hear of it; to anybody else what they were called for."""
    calendar, cases = turn.desk.calendars.general, await night.cases(turn.desk, span)
    if may_see_summaries(turn.roles):
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
