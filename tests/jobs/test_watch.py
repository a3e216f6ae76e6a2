"""A sign of life is due at most once a minute, and only if nothing failed since the last one could have been."""

from datetime import timedelta

import pytest

from itgov_bot.jobs.watch import SignsOfLife
from tests.storage.made import NOW


@pytest.mark.parametrize(
    ("passes", "due"),
    [
        ("0+", [0]),
        ("0+ 15+ 30+ 45+ 59+", [0]),
        ("0+ 30+ 60+ 90+ 120+", [0, 60, 120]),
        ("0- 15+ 45+ 60+", [60]),
        ("0+ 15- 30+ 60+ 90+ 120+", [0, 120]),
        ("0- 60- 120-", []),
        ("0+ 600+", [0, 600]),
        ("0+ -3600+ -3590+ -3540+", [0, -3600, -3540]),
    ],
)
def test_when_one_is_due(passes: str, due: list[int]) -> None:
    """`15+`: fifteen seconds after the start all rounds ran; with a minus one of them failed."""
    signs, found = SignsOfLife(), []
    for one in passes.split():
        seconds = int(one[:-1])
        if signs.is_due(NOW + timedelta(seconds=seconds), whole=one.endswith("+")):
            found.append(seconds)
    assert found == due
