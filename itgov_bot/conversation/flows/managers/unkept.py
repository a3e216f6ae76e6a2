"""What is asked of days of which the desk kept no cases: since when it does, and what the sheet says of them."""

from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import indicators
from itgov_bot.desk.counted.counting import kept_since
from itgov_bot.domain.indicators import ComputedFrom
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.domain.people import may_see_indicators
from itgov_bot.wording.managers import unkept as words


async def told(turn: Turn, of: Stretch, about: ComputedFrom) -> bool:
    """True where nothing was kept of these days; the sheet is told to who may see it."""
    since = await kept_since(turn.desk)
    if of.last >= since.replace(day=1):  # of the month in which it began, what there is is told
        return False
    asked = next((one for one in turn.desk.reference.indicators if one.computed_from == about), None)
    indicator = asked if may_see_indicators(turn.roles) else None
    readings = await indicators.readings(turn.desk, indicator.number) if indicator else []
    turn.say(words.before_cases(of, since, indicator, indicators.within(readings, of)))
    return True
