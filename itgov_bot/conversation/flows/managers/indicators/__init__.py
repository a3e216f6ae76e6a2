"""What is asked of indicators and figures: by `/kpi`, by its buttons, in words, and as what goes on from the last question.

`answers` says which question is answered by whom.
"""

from itgov_bot.conversation.flows.managers.indicators.answers import press, show
from itgov_bot.conversation.flows.managers.indicators.in_words import (
    asks_for_summary,
    asks_of_figures,
    asks_of_figures_beside,
    goes_on_from_figures,
    nothing_known,
)
from itgov_bot.conversation.flows.managers.indicators.not_theirs import asks_of_others

__all__ = [
    "asks_for_summary",
    "asks_of_figures",
    "asks_of_figures_beside",
    "asks_of_others",
    "goes_on_from_figures",
    "nothing_known",
    "press",
    "show",
]
