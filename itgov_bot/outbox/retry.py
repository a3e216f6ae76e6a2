"""When an item that could not be sent is tried again: a value, apart from doing it. Called by the delivery."""

from datetime import timedelta

from itgov_bot.backoff import Backoff

BACKOFF = Backoff(first_seconds=2, max_seconds=600)
MAX_ATTEMPTS = 60
"""With the longest wait this is most of a working day: a night without network loses nothing."""


def next_wait(attempts: int, asked: float | None = None, *, endless: bool = False) -> timedelta | None:
    """How long to wait after `attempts` tries (1 is the first); None to give up, unless it is `endless`.

    `asked` is the number of seconds the channel asked for, and is respected even when ours is shorter.
    """
    if attempts >= MAX_ATTEMPTS and not endless:
        return None
    return timedelta(seconds=max(BACKOFF.seconds(attempts), asked or 0))
