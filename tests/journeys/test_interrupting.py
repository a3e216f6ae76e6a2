"""An urgency that comes in the middle of something else: it is not forgotten, and what belongs to it goes to it."""

import pytest

from tests.journeys.desk import RunningDesk

OUTAGE = "se cayó la red en toda la sede de Manga, nadie tiene internet"
FRIDAY_NIGHT = "2026-11-13 19:30"


@pytest.fixture
async def night(desk: RunningDesk) -> RunningDesk:
    await desk.puts_on_duty(desk.carla, 1)
    await desk.at(FRIDAY_NIGHT)
    return desk


async def tells_it_in_a_form(desk: RunningDesk) -> None:
    await desk.ana.writes("no me abre el correo")
    await desk.ana.receives()
    await desk.ana.presses("Abrir un caso")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes(OUTAGE)
    await desk.ana.receives("¿Aviso ya a la guardia?")


async def test_what_was_told_in_a_form_is_offered_again_once_it_is_sent(night: RunningDesk) -> None:
    await tells_it_in_a_form(night)
    await night.ana.writes("Hacienda piso 3")
    await night.ana.receives("¿Autoriza?")
    await night.ana.writes("ext. 12")
    await night.ana.receives("Revise su caso")
    await night.ana.presses("Enviar")
    await night.ana.receives("Su caso quedó abierto: SAUS-2026-000001")
    await night.ana.receives("Quedaba lo otro que me contó: «se cayó la red")
    await night.ana.receives("¿Aviso ya a la guardia?")
    await night.ana.presses("Sí, avisar ya a la guardia")
    await night.ana.receives("SAUS-2026-000002")
    await night.carla.receives("📍 sede de Manga")


async def test_what_was_told_in_a_form_is_offered_again_once_it_is_left(night: RunningDesk) -> None:
    await tells_it_in_a_form(night)
    await night.ana.writes("/cancelar")
    await night.ana.receives("su caso")
    await night.ana.receives("Quedaba lo otro que me contó")
    await night.ana.receives("¿Aviso ya a la guardia?")
    await night.ana.presses("Sí, avisar ya a la guardia")
    await night.ana.receives("SAUS-2026-000001")
    await night.carla.receives("📍 sede de Manga")
