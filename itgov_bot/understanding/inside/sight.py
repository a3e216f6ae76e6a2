"""What is asked of what a manager was just shown, in words that do not name it: the kinds of `sight.tsv`."""

from enum import StrEnum


class SightSays(StrEnum):
    WHICH = "which"
    """«¿Cuáles son esos?», of what was counted."""
    WHO = "who"
    """Who saw to it; whose they are."""
    HOW_SOON = "how_soon"
    HOW_LONG = "how_long"
    WHEN = "when"
    WHAT = "what"
    """What happened."""
    SAID = "said"
    """What whoever rated wrote, or why it was rated so."""
    WHY = "why"
    EXPLAIN = "explain"
    """It is not understood what a value means."""
    ACCEPT = "accept"
    REMIND = "remind"
    """Those who owe a reading are to be reminded."""
    WORST = "worst"
    BEST = "best"
    DRAWN = "drawn"
    ACCEPTED = "accepted"
    """Who accepted a change, and what came of it."""
    OTHER = "other"


OF_EVENT = (
    SightSays.WHO,
    SightSays.HOW_SOON,
    SightSays.HOW_LONG,
    SightSays.WHEN,
    SightSays.WHAT,
    SightSays.WHY,
)
"""What is asked of something that happened: all that is known of it answers each."""
