"""An event of the mayor's office whose day, hour or place is told otherwise, or that is called off: while it is being told,
under its summary and once it was sent."""

import pytest

from tests.journeys.desk import RunningDesk
from tests.journeys.test_accompaniment import FULL, morning, plans, sends

__all__ = ["morning"]  # the fixture

DAY = "domingo 15 de noviembre"
CHANGES = [
    ("no espere, se pasó para el domingo a las 9 de la mañana", f"{DAY}, 9:00 a. m.", "Plaza de la Aduana"),
    ("ojo que lo corrieron para las 8", "sábado 14 de noviembre, 8:00 p. m.", "Plaza de la Aduana"),
    (
        "ya no es en la plaza es en el centro de convenciones",
        "sábado 14 de noviembre, 7:00 p. m.",
        "centro de convenciones",
    ),
    ("perdón, lo mueven pa la casa del marqués el domingo", f"{DAY}, 7:00 p. m.", "casa del marqués"),
    (
        "nos dicen que no es el sábado sino el domingo a las 10 am, en el muelle de los pegasos",
        f"{DAY}, 10:00 a. m.",
        "muelle de los pegasos",
    ),
]


@pytest.mark.parametrize(("said", "when", "where"), CHANGES)
async def test_under_its_summary_all_that_is_told_otherwise_is_changed(
    morning: RunningDesk, said: str, when: str, where: str
) -> None:
    await plans(morning)
    await morning.ana.writes(said)
    await morning.ana.receives("Listo, lo cambié")
    shown = (await morning.ana.receives("Revise el acompañamiento")).text
    assert f"Evento: {when}" in shown
    assert f"Lugar: {where}" in shown


@pytest.mark.parametrize(("said", "when", "where"), CHANGES)
async def test_once_it_was_sent_the_same_words_change_it(
    morning: RunningDesk, said: str, when: str, where: str
) -> None:
    await sends(morning)
    await morning.settled(morning.group, morning.carla)
    await morning.ana.writes(said)
    asked = (await morning.ana.receives("¿Lo cambio?")).text
    assert when in asked
    assert where in asked or where == "Plaza de la Aduana"
    await morning.ana.presses("Sí, cambiarlo")
    await morning.ana.receives("Ya les avisé")
    await morning.settled(morning.group, morning.carla)


async def test_in_the_middle_of_its_form_it_is_moved_and_what_is_missing_is_asked(
    morning: RunningDesk,
) -> None:
    await morning.ana.writes("el sábado a las 7 pm el alcalde tiene un acto y necesitamos apoyo de sistemas")
    await morning.ana.receives("lo dejo en la agenda")
    await morning.ana.receives("¿En qué lugar")
    await morning.ana.writes("espere que lo adelantaron para las 4 de la tarde")
    await morning.ana.receives("4:00 p. m.")
    await morning.ana.receives("¿En qué lugar")
    await morning.ana.writes("lo aplazaron")
    await morning.ana.receives("Queda sin fecha")
    await morning.ana.receives("¿Qué día")


@pytest.mark.parametrize(
    "said", ["se canceló", "lo de la plaza ya no va", "oiga, suspendieron el acto por lluvia"]
)
async def test_what_was_called_off_is_not_sent(morning: RunningDesk, said: str) -> None:
    await plans(morning)
    await morning.ana.writes(said)
    await morning.ana.receives("dejé el acompañamiento sin enviar")
    await morning.ana.writes("/casos")
    assert "SAUS" not in (await morning.ana.receives()).text


async def test_called_off_once_it_was_sent_is_cancelled_with_one_press(morning: RunningDesk) -> None:
    await sends(morning)
    await morning.settled(morning.group, morning.carla)
    await morning.ana.writes("qué pena, lo de la plaza se canceló")
    await morning.ana.receives("¿Cancelo el caso")
    await morning.ana.presses("Sí, cancelarlo")
    await morning.ana.receives("les avisé a todos")
    await morning.settled(morning.group, morning.carla)


@pytest.mark.parametrize(
    "said", ["van como treinta personas", "hay que llegar a las 6 para montar", "ya no necesitamos pantalla"]
)
async def test_what_is_more_about_it_changes_nothing(morning: RunningDesk, said: str) -> None:
    await plans(morning, FULL)
    await morning.ana.writes(said)
    await morning.ana.receives("Lo agregué")
    shown = (await morning.ana.receives("Revise el acompañamiento")).text
    assert "sábado 14 de noviembre, 7:00 p. m." in shown
    assert said in shown
