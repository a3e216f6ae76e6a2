"""How all the indicators stand, or those in red or in green: now, or in a stretch of time."""

from collections.abc import Callable, Sequence
from datetime import date

from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import indicators as desk
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.replies import Reply
from itgov_bot.understanding.figures.asked import Asked, Aspect
from itgov_bot.understanding.figures.orders import value_told
from itgov_bot.wording.managers import explained
from itgov_bot.wording.managers import indicator_lists as lists
from itgov_bot.wording.managers import indicators as words

Telling = Callable[[Sequence[desk.Standing], Stretch | None, date], Reply]


async def board(turn: Turn, asked: Asked, page: int = 1) -> None:
    """How they stand; of a value alone, whose it is; of what passes 100 %, what that means."""
    if asked.aspect in (Aspect.FORMULA, Aspect.WHY) and explained.is_about_100(asked.text):
        turn.say(explained.over_100())
        return
    value = value_told(asked.text)
    everything = await desk.all_readings(turn.desk) if value is not None and not asked.times else {}
    found = [one for readings in everything.values() for one in readings if one.value == value]
    if found:
        turn.say(explained.whose(found, {one.number: one for one in turn.desk.reference.indicators}))
        return
    await _tell(turn, asked, lambda standings, of, today: words.board(standings, of, today, page))


async def red(turn: Turn, asked: Asked) -> None:
    await _tell(turn, asked, lists.short_of_target)


async def green(turn: Turn, asked: Asked) -> None:
    await _tell(turn, asked, lists.on_target)


async def fell(turn: Turn, asked: Asked) -> None:
    await _tell(turn, asked, lists.fell)


async def rose(turn: Turn, asked: Asked) -> None:
    await _tell(turn, asked, lists.rose)


async def _tell(turn: Turn, asked: Asked, telling: Telling) -> None:
    """Of a stretch without a reading, which years have one."""
    of = stretch_of(asked)
    standings = await desk.board(turn.desk, of)
    if of and not any(standing.latest for standing in standings):
        turn.say(words.nothing_in(of, await desk.years(turn.desk)))
    else:
        turn.say(telling(standings, of, turn.local_now.date()))


def stretch_of(asked: Asked) -> Stretch | None:
    """The one that is asked about: of several, all of them together. Today alone is no stretch: it is how they stand."""
    return Stretch.together([one for one in asked.times if one.period or one.first != one.last])
