"""What a requester said of one solution of a ticket: it stays with that solution, whatever becomes of the ticket."""

from datetime import datetime

from itgov_bot.records import dataclass

LOW_RATING = 2
"""Up to here a rating is bad news."""


@dataclass(frozen=True, slots=True)
class Rating:
    """From 1 to 5 `stars` for the solution that was found at `solved_at`."""

    ticket: int
    solved_at: datetime
    stars: int
    comment: str | None
