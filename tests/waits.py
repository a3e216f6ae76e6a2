"""For tests that are not about waiting: an emulator need not be spared."""

from itgov_bot.backoff import Backoff
from itgov_bot.channels.contract import RateLimit
from itgov_bot.channels.telegram.channel import TelegramLimits

_NONE = RateLimit(messages=1_000_000, seconds=1, kept_for_urgent=500_000)
NO_LIMITS = TelegramLimits(_NONE, _NONE, _NONE)
RUSH_PAUSE_SECONDS = 0.01
QUICK = Backoff(first_seconds=0.02, max_seconds=0.08)
