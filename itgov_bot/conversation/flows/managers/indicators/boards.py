"""How all the indicators stand, or those in red or in green: now, or in a stretch of time."""

from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import indicators as desk
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.understanding.figures.asked import Asked
from itgov_bot.wording.managers import indicator_lists as lists
from itgov_bot.wording.managers import indicators as words


async def board(turn: Turn, asked: Asked, page: int = 1) -> None:
    if not await _is_there(turn, asked):
        return
    of, today = stretch_of(asked), turn.local_now.date()
    turn.say(words.board(await desk.board(turn.desk, of), of, today, page))


async def red(turn: Turn, asked: Asked) -> None:
    if await _is_there(turn, asked):
        of = stretch_of(asked)
        turn.say(lists.short_of_target(await desk.board(turn.desk, of), of, turn.local_now.date()))


async def green(turn: Turn, asked: Asked) -> None:
    if await _is_there(turn, asked):
        of = stretch_of(asked)
        turn.say(lists.on_target(await desk.board(turn.desk, of), of, turn.local_now.date()))


def stretch_of(asked: Asked) -> Stretch | None:
    """The one that is asked about: of several, all of them together. Today alone is no stretch: it is how they stand."""
    times = [one for one in asked.times if one.period or one.first != one.last]
    if len(times) < 2:
        return times[0] if times else None
    return Stretch(min(one.first for one in times), max(one.last for one in times))


async def _is_there(turn: Turn, asked: Asked) -> bool:
    """Whether there is any reading in the stretch; that there is none is said."""
    of = stretch_of(asked)
    if of is None or any(standing.latest for standing in await desk.board(turn.desk, of)):
        return True
    turn.say(words.nothing_in(of, await desk.years(turn.desk)))
    return False
