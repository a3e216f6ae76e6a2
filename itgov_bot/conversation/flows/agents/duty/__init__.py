"""The guard, by `/guardia` and in words: who is on duty, how that is changed, and what is asked of it."""

from itgov_bot.conversation.flows.agents.duty.orders import PRESSED
from itgov_bot.conversation.flows.agents.duty.plan import VERBS, press, show, tell
from itgov_bot.conversation.flows.agents.duty.swaps import SWAP
from itgov_bot.conversation.flows.agents.duty.told import answer, colleague_named

__all__ = ["PRESSED", "SWAP", "VERBS", "answer", "colleague_named", "press", "show", "tell"]
