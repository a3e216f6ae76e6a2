"""`/avisos`: what a manager is sent without asking, from the chat: which day, at which hour, or not at all."""

from itgov_bot.actions import number_in
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import subscriptions as desk
from itgov_bot.domain.people import may_see_summaries
from itgov_bot.domain.subscriptions import DIGESTS, NewsKind, hears_of_falls
from itgov_bot.wording import general
from itgov_bot.wording.managers import subscriptions as words


async def show(turn: Turn, _rest: str) -> None:
    chosen = await desk.chosen(turn.desk, turn.person)
    falls = hears_of_falls(turn.own_roles, chosen.get(NewsKind.FALLS))
    turn.say(words.settings(chosen, turn.person.urgent_news, hears_of_falls=falls))


async def press(turn: Turn, rest: str) -> None:
    """`news:weekly`, `news:weekly:0`, `news:weekly:0:8`, `news:falls:off`. A button outlives a role."""
    kind, day, hour = (*rest.split(":"), "", "", "")[:3]
    if turn.incoming.is_group or not may_see_summaries(turn.roles):
        turn.say(general.not_for_your_role())
    elif kind not in set(NewsKind):
        await show(turn, "")
    elif day == words.OFF:
        await desk.stop(turn.desk, turn.person, NewsKind(kind))
        turn.say(words.stopped(NewsKind(kind)))
    elif kind in DIGESTS:
        await _choose(turn, NewsKind(kind), number_in(day), number_in(hour))
    else:
        await desk.want_falls(turn.desk, turn.person)
        turn.say(words.falls_wanted())


async def _choose(turn: Turn, kind: NewsKind, day: int | None, hour: int | None) -> None:
    """The day, and then the hour."""
    if day is None or not _is_day(kind, day):
        turn.say(words.ask_day(kind))
    elif hour is None or hour not in words.HOURS:
        turn.say(words.ask_hour(kind, day))
    else:
        wanted = await desk.want_digest(turn.desk, turn.person, kind, day, hour)
        first = wanted.due_at or turn.now
        turn.say(words.wanted(wanted, turn.desk.calendars.general.local(first).date(), turn.local_now.date()))


def _is_day(kind: NewsKind, day: int) -> bool:
    return day in (words.WEEKDAYS_OFFERED if kind is NewsKind.WEEKLY else words.DAYS_OF_MONTH)
