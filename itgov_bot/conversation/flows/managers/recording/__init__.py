"""Who answers for an indicator records how it goes: `/kpi registrar`, its buttons, in words; and what was recorded.

`begin` is for whoever reads «registrar», `missing` for «faltan», `mine` for an owner who may not see the other indicators;
`choices` and `history` are for the card of an indicator.
"""

from itgov_bot.conversation.flows.managers.recording.beginning import (
    asked_in_words,
    begin,
    choices,
    history,
    mine,
    missing,
    press,
)
from itgov_bot.conversation.flows.managers.recording.form import RECORDING

__all__ = ["RECORDING", "asked_in_words", "begin", "choices", "history", "mine", "missing", "press"]
