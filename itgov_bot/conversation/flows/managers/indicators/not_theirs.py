"""An indicator that is asked for by who answers for the desk and sees none: it is said whose they are."""

from itgov_bot.conversation.turn import Turn
from itgov_bot.domain.people import may_record_indicators, may_see_indicators
from itgov_bot.understanding.language.folding import fold, words_like
from itgov_bot.wording import general

_INDICATOR = words_like(
    r"(?:indicador|kpi) (?:numero |nro |no )?(?:\d{1,2}|de (?!l (?:bateria|luz)))|indicadores|kpis"
)
MAX_WORDS = 14


async def asks_of_others(turn: Turn) -> bool:
    """A reader: «cómo va el indicador 8» is no case of that number."""
    is_theirs = may_see_indicators(turn.roles) or may_record_indicators(turn.roles)
    if is_theirs or len(turn.text.split()) > MAX_WORDS or not _INDICATOR.search(fold(turn.text)):
        return False
    turn.say(general.not_for_your_role(may_see_indicators))
    return True
