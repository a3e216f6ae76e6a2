"""What the guard was called for at night: one message in the morning, or each at once, or none."""

import pytest

from tests.emulator import Person
from tests.journeys.desk import RunningDesk
from tests.journeys.solving import solves

DOWN = "se cayó el internet en toda la alcaldía, nadie puede trabajar"
ELSEWHERE = "se cayó el correo de toda la alcaldía, nadie puede entrar"
FIRST, SECOND = "SAUS-2026-000001", "SAUS-2026-000002"
FRIDAY_NIGHT = "2026-11-13 19:30"
MONDAY_IS_A_HOLIDAY = "2026-11-16 09:00"
TUESDAY = "2026-11-17 08:00"


@pytest.fixture
async def desk(desk: RunningDesk) -> RunningDesk:
    """Carla is on duty, Darío is a manager; Alba, the administrator, coordinates."""
    await desk.puts_on_duty(desk.carla, 1)
    await desk.gives("gerente", desk.dario)
    return desk


async def reports(desk: RunningDesk, person: Person, text: str, number: str) -> None:
    await person.writes(text)
    await person.receives("¿Aviso ya a la guardia?")
    await person.presses("Sí, avisar ya a la guardia")
    await person.receives(number)
    await desk.carla.receives(f"GUARDIA: caso urgente {number}")


async def test_one_message_at_opening_of_the_whole_long_weekend(desk: RunningDesk) -> None:
    await desk.at(FRIDAY_NIGHT)
    await reports(desk, desk.ana, DOWN, FIRST)
    await desk.advance(minutes=4)
    await desk.carla.presses("Lo tomo")
    await desk.carla.receives()
    await desk.ana.receives("Carla")
    await desk.advance(minutes=30)
    await solves(desk, desk.carla, FIRST, "Se cambió el switch")
    await desk.ana.receives("está resuelto")
    await desk.at(MONDAY_IS_A_HOLIDAY)
    await reports(desk, desk.beto, ELSEWHERE, SECOND)
    for person in (desk.dario, desk.admin):
        await person.receives_nothing()
    await desk.at(TUESDAY)
    desk.carla.ignores_rest()
    desk.ana.ignores_rest()
    told = await desk.dario.receives("2 casos urgentes fuera de horario")
    assert told.text.index(SECOND) < told.text.index(FIRST)
    assert "Nadie ha tomado 1" in told.text
    assert "Lo tomó Carla, 4 minutos después de llamar a la guardia" in told.text
    assert "Resuelto el viernes 13 de noviembre a las 8:04 p. m.: Se cambió el switch" in told.text
    assert "1 persona afectada" in told.text
    await desk.admin.receives("2 casos urgentes fuera de horario")
    await desk.beto.receives("Ya abrió la mesa")
    await desk.restart()
    await desk.advance(minutes=1)
    for person in (desk.dario, desk.admin):
        await person.receives_nothing()
    desk.carla.ignores_rest()


async def test_a_calm_night_is_not_told(desk: RunningDesk) -> None:
    await desk.at("2026-11-11 08:00")
    await desk.at("2026-11-12 08:00")
    for person in (desk.dario, desk.admin):
        await person.receives_nothing()
    await desk.dario.writes("/urgentes")
    await desk.dario.receives("Noche tranquila")


async def test_the_program_was_away_at_the_opening(desk: RunningDesk) -> None:
    await desk.advance(minutes=1)  # in hours: the night before is told
    await desk.at(FRIDAY_NIGHT)
    await reports(desk, desk.ana, DOWN, FIRST)
    await desk.carla.presses("Lo tomo")
    await desk.carla.receives()
    await desk.ana.receives()
    await desk.at("2026-11-18 14:00")
    await desk.dario.receives("1 caso urgente fuera de horario")
    await desk.admin.receives("1 caso urgente fuera de horario")


async def test_at_once_if_it_is_asked_for_and_then_not_again_in_the_morning(desk: RunningDesk) -> None:
    await desk.dario.writes("/urgentes")
    shown = await desk.dario.receives("Noche tranquila")
    assert "un solo resumen" in shown.text
    await desk.dario.presses("Avisarme en el momento")
    await desk.dario.receives("le aviso en el momento")
    await desk.admin.writes("/urgentes")
    await desk.admin.receives("Noche tranquila")
    await desk.admin.presses("No avisarme")
    await desk.admin.receives("no le aviso")
    await desk.at(FRIDAY_NIGHT)
    await reports(desk, desk.ana, DOWN, FIRST)
    await desk.dario.receives(f"Se llamó a la guardia por el caso urgente {FIRST}")
    await desk.advance(minutes=15)
    await desk.carla.receives("Nadie lo ha tomado todavía")
    await desk.dario.receives_nothing()
    await desk.carla.presses("Lo tomo")
    await desk.carla.receives()
    await desk.ana.receives()
    await desk.dario.receives("Carla tomó, 15 minutos después de contarlo")
    await solves(desk, desk.carla, FIRST, "Se cambió el switch")
    await desk.ana.receives("está resuelto")
    await desk.dario.receives("Quedó resuelto el caso urgente")
    await desk.dario.presses("Ver los de la noche")
    await desk.dario.receives("1 caso urgente fuera de horario")
    await desk.at(TUESDAY)
    desk.ana.ignores_rest()
    for person in (desk.dario, desk.admin):
        await person.receives_nothing()


async def test_an_outsider_and_an_agent_see_nothing_of_it(desk: RunningDesk) -> None:
    await desk.knows(desk.beto)
    for person in (desk.beto, desk.carla):
        await person.writes("/urgentes")
        await person.receives("solo para quienes tienen el rol")
        await person._press(person.chat, person.last.message_id, "x", "night:at_once")
        await person.receives("solo para quienes tienen el rol")
    await desk.at(FRIDAY_NIGHT)
    await reports(desk, desk.ana, DOWN, FIRST)
    await desk.beto.receives_nothing()
