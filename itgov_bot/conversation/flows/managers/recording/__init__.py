"""Who answers for an indicator records how it goes: `/kpi registrar`, its buttons, and its plans.

`begin` is for whoever reads «registrar», `missing` for «faltan», `mine` for an owner who may not see the other indicators.
"""

from itgov_bot.conversation.flows.managers.recording.beginning import begin, mine, missing

__all__ = ["begin", "mine", "missing"]
