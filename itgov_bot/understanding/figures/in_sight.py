"""What a manager was shown last, as far as short questions lean on it: a kind of thing, whatever its screen."""

from enum import StrEnum

from itgov_bot.domain.summary import Figure

from .asked import OF_ALL, Asked, Wanted
from .counts import count_question


class Sight(StrEnum):
    INDICATOR = "indicator"
    """One, or some beside one another."""
    INDICATORS = "indicators"
    """All of them, or those that stand somehow."""
    CASES = "cases"
    RATINGS = "ratings"
    OUTAGES = "outages"
    NIGHT = "night"
    """What the guard was called for."""
    DUTY = "duty"
    """Who has the guard, now or in days to come."""
    MISSING = "missing"
    """Readings that nobody recorded."""
    LATE = "late"
    """What changed after its period had closed."""


_BY_KIND = {
    **dict.fromkeys(OF_ALL, Sight.INDICATORS),
    Wanted.INDICATOR: Sight.INDICATOR,
    Wanted.RATINGS: Sight.RATINGS,
    Wanted.OUTAGES: Sight.OUTAGES,
    Wanted.NIGHT: Sight.NIGHT,
    Wanted.MISSING: Sight.MISSING,
    Wanted.LATE: Sight.LATE,
    Wanted.SUMMARY: Sight.CASES,
}


def sight_of(last: Asked) -> Sight | None:
    """None of what nothing goes on from in so few words."""
    if last.kind is Wanted.CASES:
        is_of_notes = count_question(last).figure in (Figure.RATED, Figure.RATED_LOW)
        return Sight.RATINGS if is_of_notes else Sight.CASES
    if last.kind is Wanted.NIGHT and not last.times:
        return Sight.DUTY
    if last.kind in (Wanted.COMPARE, Wanted.OWNER):
        return Sight.INDICATOR if last.indicators else Sight.INDICATORS
    return _BY_KIND.get(last.kind)
