"""Whether words ask for hours, by themselves or after the last such question, and of which service."""

from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.catalog import Service
from itgov_bot.understanding import Intent, Interpretation
from itgov_bot.understanding.language.questions import is_question
from itgov_bot.understanding.language.request_type import tells_a_fault
from itgov_bot.understanding.language.time.hours_asked import HoursAsked, find_hours_asked


def asks_hours(turn: Turn, text: str) -> bool:
    """Whether all words of a text ask for hours, or go on from the last such question."""
    asked = find_hours_asked(text, turn.local_now)
    return asked.is_clear or goes_on(turn, asked, text)


def is_answered_elsewhere(turn: Turn, read: Interpretation) -> bool:
    """A courtesy, or a question of hours and ways; «eso lo pidieron por oficio» only sounds like one."""
    is_asked = read.intent in (Intent.HOURS, Intent.CHANNELS) and is_question(turn.text)
    return is_asked or read.intent is Intent.SMALLTALK or asks_hours(turn, turn.text)


def goes_on(turn: Turn, asked: HoursAsked, text: str) -> bool:
    """«¿Y los sábados?», «¿y el de impresoras?», right after a question of hours; «¿y si se cae el servidor?» asks for what
    the desk promises."""
    if turn.state.subject.hours is None or asked.is_new or tells_a_fault(text):
        return False
    is_of_time = bool(asked.days or asked.weekdays or asked.at or asked.refers)
    return (is_of_time and not asked.about) or named(turn, asked.about) is not None


def named(turn: Turn, about: str) -> Service | None:
    """The one service whose name has these words, or that they are surely about."""
    if not about:
        return None
    named = turn.services_named(about)
    return named[0] if len(named) == 1 else turn.desk.service(turn.sure_service(about))
