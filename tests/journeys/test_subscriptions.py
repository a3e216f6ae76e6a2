"""What managers are sent without asking: digests on working days, word of fallen indicators; one press ends each."""

import pytest

from itgov_bot.domain.indicators import Period, Reading
from itgov_bot.storage import readings
from tests.emulator import Person
from tests.journeys.desk import RunningDesk

FRIDAY = "2026-11-13 10:00"
HOLIDAY_MONDAY = "2026-11-16 08:00"
TUESDAY = "2026-11-17 08:00"
NEXT_MONDAY = "2026-11-23 08:00"


@pytest.fixture
async def desk(desk: RunningDesk) -> RunningDesk:
    """Darío is a manager."""
    await desk.gives("gerente", desk.dario)
    await desk.opens_case(desk.ana)
    await desk.at(FRIDAY)
    return desk


async def wants_weekly(desk: RunningDesk, person: Person) -> None:
    await person.writes("/avisos")
    await person.receives("Resumen semanal: no")
    await person.presses("Recibir el semanal")
    await person.receives("¿Qué día")
    await person.presses("Lunes")
    await person.receives("¿A qué hora")
    await person.presses("8:00 a. m.")
    await person.receives("los lunes a las 8:00 a. m. El primero, el martes 17")


async def test_a_digest_for_a_holiday_monday_comes_on_tuesday(desk: RunningDesk) -> None:
    await wants_weekly(desk, desk.dario)
    for quiet in ("2026-11-14 08:00", HOLIDAY_MONDAY, "2026-11-16 12:00", "2026-11-17 07:59"):
        await desk.at(quiet)
        await desk.dario.receives_nothing()
    await desk.at(TUESDAY)
    told = await desk.dario.receives("Su resumen semanal")
    assert "la semana del 9 al 15 de noviembre" in told.text
    assert "Recibidos: 1 (0)" in told.text
    await desk.restart()
    await desk.at("2026-11-17 09:00")
    await desk.dario.receives_nothing()
    await desk.at(NEXT_MONDAY)
    await desk.dario.receives("la semana del 16 al 22 de noviembre")
    await desk.dario.presses("No enviar más")
    await desk.dario.receives("no le mando más el resumen semanal")
    await desk.at("2026-11-30 08:00")
    await desk.dario.receives_nothing()


async def test_what_was_missed_while_the_program_was_away_comes_on_a_working_day(desk: RunningDesk) -> None:
    await wants_weekly(desk, desk.dario)
    await desk.at("2026-11-21 11:00")
    await desk.dario.receives_nothing()
    await desk.at(NEXT_MONDAY)
    await desk.dario.receives("Su resumen semanal")
    await desk.advance(minutes=1)
    await desk.dario.receives_nothing()


async def test_a_lost_role_ends_it_for_good(desk: RunningDesk) -> None:
    await wants_weekly(desk, desk.dario)
    await desk.admin.writes("/rol quitar gerente @dario")
    await desk.admin.receives("ya no tiene el rol")
    await desk.dario.receives("Ya no tiene el rol gerente")
    await desk.at(TUESDAY)
    await desk.dario.receives_nothing()
    await desk.gives("gerente", desk.dario)
    await desk.at(NEXT_MONDAY)
    await desk.dario.receives_nothing()


async def records(desk: RunningDesk, indicator: int, period: str, value: float) -> None:
    async with desk.app.work.begin() as work:
        told = Reading(indicator, Period.parse(period), value, source="recorded")
        await readings.add(work.session, told, None, work.now)


async def test_a_fall_is_told_once_and_one_press_ends_it(desk: RunningDesk) -> None:
    await records(desk, 12, "2026-Q3", 40)
    await desk.advance(hours=1)
    told = await desk.dario.receives("Un indicador está por debajo de su meta")
    assert "40 %" in told.text
    await desk.advance(hours=1)
    await desk.dario.receives_nothing()
    await records(desk, 11, "2026-Q3", 30)
    await desk.at("2026-11-14 12:00")
    await desk.dario.receives_nothing()
    await desk.at("2026-11-17 09:30")
    told = await desk.dario.receives("Un indicador está")
    assert "12." not in told.text
    await desk.dario.presses("No enviar más")
    await desk.dario.receives("no le mando más")
    await records(desk, 13, "2026-Q3", 10)
    await desk.advance(hours=1)
    await desk.dario.receives_nothing()
    await desk.dario.writes("/avisos")
    await desk.dario.receives("de su meta: no")


async def test_a_month_that_closed_under_the_target(desk: RunningDesk) -> None:
    """Ana's case is not solved: nothing of November's is."""
    await desk.at("2026-12-01 07:30")
    await desk.dario.receives_nothing()
    await desk.at("2026-12-01 09:00")
    for person in (desk.admin, desk.dario):
        await person.receives("Indicadores sin responsable")
    told = await desk.dario.receives("por debajo de su meta")
    assert "1. " in told.text
    assert "0 %" in told.text
    assert "nov. 2026)" in told.text
    desk.ana.ignores_rest()


async def test_in_words_and_by_typing(desk: RunningDesk) -> None:
    await desk.dario.writes("avíseme todos los lunes a las 7 de la mañana cómo va la mesa")
    await desk.dario.receives("resumen semanal los lunes a las 7:00 a. m.")
    await desk.dario.writes("ya no me mande más")
    await desk.dario.receives("no le mando más el resumen semanal")
    await desk.dario.writes("mándeme el resumen cada mes")
    await desk.dario.receives("¿Qué día")
    await desk.dario.writes("5")
    await desk.dario.receives("el día 5 de cada mes?")
    await desk.dario.writes("a las 8")
    await desk.dario.receives("resumen mensual el día 5 de cada mes a las 8:00 a. m.")
    await desk.dario.writes("no me mande más el resumen mensual")
    await desk.dario.receives("no le mando más el resumen mensual")


async def test_nobody_else_subscribes_by_words(desk: RunningDesk) -> None:
    await desk.ana.writes("mándeme el resumen cada lunes a las 8")
    told = await desk.ana.receives()
    assert "resumen semanal" not in told.text
    desk.ana.ignores_rest()
