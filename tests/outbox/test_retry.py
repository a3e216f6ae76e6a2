"""When a reply is tried again: doubling waits, the channel's own wish respected, in the end given up."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itgov_bot.outbox.retry import BACKOFF, MAX_ATTEMPTS, next_wait

attempts = st.integers(1, MAX_ATTEMPTS - 1)


@pytest.mark.parametrize(
    ("tried", "asked", "seconds"),
    [
        (1, None, 2),
        (2, None, 4),
        (3, None, 8),
        (8, None, 256),
        (9, None, 512),
        (10, None, 600),
        (MAX_ATTEMPTS - 1, None, 600),
        (1, 30, 30),
        (1, 0.5, 2),
        (1, 0, 2),
        (10, 30, 600),
        (1, 3600, 3600),
    ],
)
def test_how_long_it_waits(tried: int, asked: float | None, seconds: float) -> None:
    assert next_wait(tried, asked) == timedelta(seconds=seconds)


@pytest.mark.parametrize("tried", [MAX_ATTEMPTS, MAX_ATTEMPTS + 1, 10**6])
def test_it_gives_up(tried: int) -> None:
    assert next_wait(tried) is None
    assert next_wait(tried, 5) is None


def test_what_is_for_a_program_is_tried_without_end() -> None:
    assert next_wait(10**6, endless=True) == timedelta(seconds=BACKOFF.max_seconds)


@given(attempts, st.none() | st.floats(0, 10**6))
def test_it_never_waits_less_than_asked_nor_hurries(tried: int, asked: float | None) -> None:
    wait = next_wait(tried, asked)
    assert wait is not None
    assert wait >= timedelta(seconds=max(BACKOFF.first_seconds, asked or 0))


@given(st.integers(1, MAX_ATTEMPTS - 2))
def test_it_waits_longer_each_time_up_to_a_limit(tried: int) -> None:
    wait, longer = next_wait(tried), next_wait(tried + 1)
    assert wait is not None
    assert longer is not None
    assert wait <= longer <= timedelta(seconds=BACKOFF.max_seconds)


def test_a_night_without_network_loses_nothing() -> None:
    waits = [next_wait(tried) or timedelta() for tried in range(1, MAX_ATTEMPTS)]
    assert sum(waits, timedelta()) > timedelta(hours=8)
