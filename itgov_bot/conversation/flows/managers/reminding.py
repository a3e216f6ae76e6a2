"""A manager has those reminded who owe a reading: at once, and once a day."""

from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import reminding
from itgov_bot.understanding.figures.asked import Asked
from itgov_bot.wording.managers.recording import reminders as words


async def remind(turn: Turn, _last: Asked) -> bool:
    """Whoever holds an office of which something is missing."""
    told = await reminding.remind_now(turn.desk)
    turn.say(
        words.reminded(told.people, [one.indicator.number for one in told.vacant], is_again=told.is_again)
    )
    return True
