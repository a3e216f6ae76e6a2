"""The clock of the program: the real one, or one that was set to start at another instant and runs on."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def real_clock() -> datetime:
    return datetime.now(UTC)


def clock_from(start: datetime | None) -> Clock:
    """ITGOV_CLOCK: for demonstration and rehearsal, the clock starts at `start` and runs on from there."""
    if start is None:
        return real_clock
    shift = start.astimezone(UTC) - real_clock()
    return lambda: real_clock() + shift
