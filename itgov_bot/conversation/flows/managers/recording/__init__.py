"""Who answers for an indicator records how it goes: `/kpi registrar`, its buttons, in words; and what was recorded.

`begin` is for whoever reads «registrar», `missing` for «faltan», `mine` for an owner who may not see the other indicators;
`choices` and `history` are for the card of an indicator.
"""

from itgov_bot.conversation.flows.managers.recording.beginning import (
    begin,
    choices,
    history,
    mine,
    missing,
)
from itgov_bot.conversation.flows.managers.recording.by_kind import guessed, press, told, told_beside
from itgov_bot.conversation.flows.managers.recording.form import RECORDING
from itgov_bot.conversation.flows.managers.recording.in_words import asked_in_words

__all__ = [
    "RECORDING",
    "asked_in_words",
    "begin",
    "choices",
    "guessed",
    "history",
    "mine",
    "missing",
    "press",
    "told",
    "told_beside",
]
