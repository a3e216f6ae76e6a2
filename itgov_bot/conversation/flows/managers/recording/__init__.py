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
from itgov_bot.conversation.flows.managers.recording.by_kind import (
    may_say_of_theirs,
    press,
    says_of_theirs,
    says_of_theirs_beside,
)
from itgov_bot.conversation.flows.managers.recording.form import RECORDING
from itgov_bot.conversation.flows.managers.recording.in_words import wants_to_record

__all__ = [
    "RECORDING",
    "begin",
    "choices",
    "history",
    "may_say_of_theirs",
    "mine",
    "missing",
    "press",
    "says_of_theirs",
    "says_of_theirs_beside",
    "wants_to_record",
]
