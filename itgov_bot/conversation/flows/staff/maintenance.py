"""Planned maintenance for anybody who asks after it."""

from itgov_bot.conversation.turn import Turn
from itgov_bot.desk import maintenance
from itgov_bot.understanding import RequestType
from itgov_bot.understanding.language.maintenance import asks_about_maintenance
from itgov_bot.wording.staff import maintenance as words


async def maintenance_asked(turn: Turn) -> bool:
    """A reader of «¿hay mantenimiento hoy?», «¿hasta cuándo es el mantenimiento?»; no fault, and nothing to be paged."""
    if not asks_about_maintenance(turn.text):
        return False
    read = turn.interpret(turn.text)
    if read.exception or read.request_type is RequestType.INCIDENT:
        return False
    turn.say(words.listing(await maintenance.coming(turn.desk)))
    return True
