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


async def test_two_hours_into_it_the_guard_is_called_no_more_and_the_desk_hears_it_once(
    morning: RunningDesk,
) -> None:
    await morning.at("2026-11-14 18:30")
    await morning.ana.writes(
        "el alcalde tiene un acto hoy a las 7 p. m. en la Plaza de la Aduana, necesitamos apoyo de sistemas"
    )
    await morning.ana.receives("¿Aviso ya a la guardia?")
    await morning.ana.presses("Sí, avisar ya a la guardia")
    await morning.ana.receives("Ya avisé a la guardia")
    for _ in range(24):
        await morning.advance(minutes=5)
    assert "GUARDIA" in (await morning.carla.receives()).text
    await _all_read(morning)
    await morning.advance(minutes=31)
    await morning.group.receives("Ya pasó la hora del evento de SAUS-2026-000001")
    await _all_read(morning)
    await morning.at("2026-11-14 23:30")
    await morning.at("2026-11-15 02:30")


async def _all_read(desk: RunningDesk) -> None:
    await desk.settled()
    for one in (desk.carla, desk.dario, desk.admin, desk.ana, desk.group):
        one.ignores_rest()
