"""The duty rota: whose week it is, who stands in for whom, when it is handed over, and when nobody would come."""

from itgov_bot.domain.rota.holes import find_holes
from itgov_bot.domain.rota.ladder import (
    Ladder,
    changes,
    everybody,
    is_on_duty,
    ladder_at,
    ladders,
    step_of,
    stints_of,
)
from itgov_bot.domain.rota.plan import (
    INSTANT,
    WEEK,
    DutySpan,
    Hole,
    Override,
    Rota,
    RotaRules,
    Stint,
    Swap,
    Weeks,
    without,
)

__all__ = [
    "INSTANT",
    "WEEK",
    "DutySpan",
    "Hole",
    "Ladder",
    "Override",
    "Rota",
    "RotaRules",
    "Stint",
    "Swap",
    "Weeks",
    "changes",
    "everybody",
    "find_holes",
    "is_on_duty",
    "ladder_at",
    "ladders",
    "step_of",
    "stints_of",
    "without",
]
