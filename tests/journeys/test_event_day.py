"""The last hours of an event of the mayor's office, and the terse words in which one is told."""

import pytest

from tests.journeys.desk import RunningDesk
from tests.journeys.test_accompaniment import confirmed, morning, quiet

__all__ = ["morning"]


async def _until_near(desk: RunningDesk) -> None:
    """Confirmed, and the afternoon of its day has come."""
    await confirmed(desk)
    await desk.at("2026-11-14 15:00")
    await desk.carla.receives("Le recuerdo el evento")
    await quiet(desk)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("el evento se canceló", "¿Cancelo el caso"),
        ("aplazaron el evento para el domingo a las 6 de la tarde", "domingo 15 de noviembre, 6:00 p. m."),
    ],
)
async def test_in_its_last_hours_it_is_still_called_off_or_moved_in_words(
    morning: RunningDesk, words: str, answer: str
) -> None:
    await _until_near(morning)
    await morning.ana.writes(words)
    await morning.ana.receives(answer)
