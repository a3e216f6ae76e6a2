"""When a reply that could not be sent is tried again: a value, apart from doing it. Called by the delivery."""

from __future__ import annotations

from datetime import timedelta

FIRST_WAIT = timedelta(seconds=2)
LONGEST_WAIT = timedelta(minutes=10)
GIVE_UP_AFTER = 60
"""Attempts. With the longest wait this is most of a working day: a night without network loses nothing."""


def next_wait(attempts: int, asked: float | None = None) -> timedelta | None:
    """How long to wait after `attempts` tries (1 is the first); None to give up.

    `asked` is the number of seconds the channel asked for, and is respected even when ours is shorter.
    """
    if attempts >= GIVE_UP_AFTER:
        return None
    ours: timedelta = min(FIRST_WAIT * int(2 ** min(attempts - 1, 20)), LONGEST_WAIT)
    return max(ours, timedelta(seconds=asked)) if asked else ours
