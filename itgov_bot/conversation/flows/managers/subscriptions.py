"""`/avisos`: what a manager is sent without asking, from the chat: which day, at which hour, or not at all."""

from itgov_bot.actions import Action, number_in
from itgov_bot.conversation.flows.managers import night
from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import subscriptions as desk
from itgov_bot.domain.people import UrgentNews, may_see_indicators, may_see_summaries
from itgov_bot.domain.subscriptions import DIGESTS, NewsKind, hears_of_falls
from itgov_bot.replies import Reply
from itgov_bot.understanding.figures.settles import wants_help
from itgov_bot.understanding.language.managing.subscribing import day_told, hour_told, moved_to, news_asked
from itgov_bot.wording import general
from itgov_bot.wording.managers import subscriptions as words


async def show(turn: Turn, _rest: str) -> None:
    chosen = await desk.chosen(turn.desk, turn.person)
    falls = hears_of_falls(turn.own_roles, chosen.get(NewsKind.FALLS)) if _sees_falls(turn) else None
    turn.say(words.settings(chosen, turn.person.urgent_news, hears_of_falls=falls))


async def press(turn: Turn, rest: str) -> None:
    """`news:weekly`, `news:weekly:0`, `news:weekly:0:8`, `news:falls:off`. A button outlives a role."""
    kind, day, hour = (*rest.split(":"), "", "", "")[:3]
    gate = may_see_indicators if kind == NewsKind.FALLS else may_see_summaries
    if turn.incoming.is_group or not gate(turn.roles):
        turn.say(general.not_for_your_role(gate))
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


def _sees_falls(turn: Turn) -> bool:
    """They are told of indicators, which not everybody sees who sees how the desk does."""
    return may_see_indicators(turn.roles)


async def wants_news(turn: Turn) -> bool:
    """A reader: «avíseme los lunes a las 7 cómo va la mesa», «ya no me mande más»."""
    asked = news_asked(turn.understanding.figures.written_out(turn.text)) if turn.text else None
    if asked is None or (asked.is_of_night and asked.wants and wants_help(turn.text)):
        return False
    if asked.is_of_night:
        wanted = UrgentNews.AT_ONCE if asked.is_at_once else UrgentNews.MORNING
        await night.press(turn, wanted if asked.wants else UrgentNews.OFF)
        return True
    if not asked.wants:
        return await _stop(turn, asked.kind, is_plain="resum" in turn.text.lower())
    if asked.kind is NewsKind.FALLS and not _sees_falls(turn):
        turn.say(general.not_for_your_role(may_see_indicators))
    elif asked.kind is NewsKind.FALLS:
        await desk.want_falls(turn.desk, turn.person)
        turn.say(words.falls_wanted())
    elif asked.kind is None:
        await show(turn, "")
    else:
        await _move(turn, asked.kind, asked.day, asked.hour)
    return True


async def _move(turn: Turn, kind: NewsKind, day: int | None, hour: int | None) -> None:
    """What is not told stays as it was, for who has it already."""
    own = (await desk.chosen(turn.desk, turn.person)).get(kind)
    if own and own.is_wanted and (day is not None or hour is not None):
        day, hour = own.day if day is None else day, own.hour if hour is None else hour
    await _choose(turn, kind, day, hour)


async def _moved_in_words(turn: Turn, last: Reply) -> bool:
    """«Mejor a las 8», of the digest of which it was just said when it comes."""
    endings = {Action.NEWS.data(kind, words.OFF): kind for kind in DIGESTS}
    kind = next((endings[one.data] for one in last.choices if one.data in endings), None)
    moved = moved_to(turn.text, kind) if kind else None
    if kind is None or moved is None:
        return False
    own = (await desk.chosen(turn.desk, turn.person)).get(kind)
    if moved.instead:
        await desk.stop(turn.desk, turn.person, kind)
        await _choose(turn, moved.instead, moved.day, own.hour if own and moved.hour is None else moved.hour)
        return True
    day = own.day if own and moved.day is None else moved.day
    if moved.is_between and day is not None:
        turn.say(words.ask_hour(kind, day, is_between=True))
    else:
        await _move(turn, kind, moved.day, moved.hour)
    return True


async def answers_when(turn: Turn) -> bool:
    """A reader: the day or the hour that was asked for last, typed instead of pressed; or another than was chosen."""
    last = await turn.last_replies(1)
    if not (turn.text and last):
        return False
    if await _moved_in_words(turn, last[0]):
        return True
    asked = {one.data.rpartition(":")[0] for one in last[0].choices}
    kind, day = next(
        ((kind, day) for kind, day in _QUESTIONS if asked == {_question(kind, day)}), (None, None)
    )
    if kind is None:
        return False
    told = day_told(turn.text, kind) if day is None else hour_told(turn.text)
    if told is None:
        return False
    await (_choose(turn, kind, told, None) if day is None else _choose(turn, kind, day, told))
    return True


_QUESTIONS = [(kind, day) for kind in DIGESTS for day in (None, *range(32))]


def _question(kind: NewsKind, day: int | None) -> str:
    """How every choice of the question begins."""
    return Action.NEWS.data(kind) if day is None else Action.NEWS.data(kind, day)


async def _stop(turn: Turn, kind: NewsKind | None, *, is_plain: bool) -> bool:
    """What is not named is the one that they have; of several they choose. Who has none may mean something else."""
    own = [one.kind for one in (await desk.chosen(turn.desk, turn.person)).values() if one.is_wanted]
    digests = [one for one in own if one in DIGESTS]
    meant = [kind] if kind else digests
    if not meant or (kind in DIGESTS and kind not in digests):
        if is_plain:
            turn.say(words.nothing_to_stop())
        return is_plain
    if len(meant) > 1:
        await show(turn, "")
        return True
    await desk.stop(turn.desk, turn.person, meant[0])
    turn.say(words.stopped(meant[0]))
    return True


async def _choose(turn: Turn, kind: NewsKind, day: int | None, hour: int | None) -> None:
    """The day, and then the hour."""
    if day is None or not _is_day(kind, day):
        turn.say(words.ask_day(kind))
    elif hour is None or hour not in range(24):
        turn.say(words.ask_hour(kind, day))
    else:
        wanted = await desk.want_digest(turn.desk, turn.person, kind, day, hour)
        first = wanted.due_at or turn.now
        turn.say(words.wanted(wanted, turn.desk.calendars.general.local(first).date(), turn.local_now.date()))


def _is_day(kind: NewsKind, day: int) -> bool:
    return day in (words.WEEKDAYS_OFFERED if kind is NewsKind.WEEKLY else range(1, 32))
