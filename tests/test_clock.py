"""The clock: the real one, or one that starts elsewhere and runs on."""

from datetime import UTC, datetime, timedelta
from time import sleep

from itgov_bot.clock import clock_from, real_clock
from itgov_bot.settings import BOGOTA


def test_the_real_clock_tells_an_aware_instant() -> None:
    before = datetime.now(UTC)
    assert before <= clock_from(None)() <= datetime.now(UTC)
    assert real_clock().utcoffset() == timedelta(0)


def test_a_clock_for_rehearsals_starts_where_it_is_told_and_runs_on() -> None:
    start = datetime(2026, 12, 24, 23, tzinfo=BOGOTA)
    clock = clock_from(start)
    first = clock()
    assert timedelta() <= first - start < timedelta(seconds=5)
    assert first.tzinfo is UTC
    sleep(0.01)
    assert timedelta(seconds=0.01) <= clock() - first < timedelta(seconds=5)
