"""Planned maintenance: announced beforehand, told to whom it concerns, explained instead of paged, and asked after."""

import pytest

from tests.emulator import Person
from tests.journeys.desk import RunningDesk

PLAN = "/mantenimiento sábado 8 pm a 11 pm: cambio del switch de la Aduana, sin red en ese edificio"
SATURDAY = "hoy de 8:00 p. m. a 11:00 p. m."
DOWN = "se cayó el internet en la Aduana, nadie puede trabajar"


@pytest.fixture
async def desk(desk: RunningDesk) -> RunningDesk:
    await desk.has_group(desk.carla, desk.dario)
    return desk


async def announces(desk: RunningDesk, service: str = "none", text: str = PLAN) -> None:
    """Carla, from the command to the press."""
    await desk.carla.writes(text)
    await desk.carla.receives("¿Está bien?")
    await desk.carla.presses("Cambiar el servicio")
    asked = await desk.carla.receives("¿Qué servicio se afecta?")
    if service == "none":
        await desk.carla.presses("Ninguno en particular", asked)
    else:
        await desk.carla.writes(service)
    await desk.carla.receives("¿Está bien?")
    await desk.carla.presses("Sí, anunciarlo")
    await desk.carla.receives("quedó anunciado")
    await desk.group.receives("Mantenimiento programado")


async def is_offered_the_guard(desk: RunningDesk, person: Person) -> None:
    await person.writes(DOWN)
    await person.receives("¿Aviso ya a la guardia?")


async def test_announced_in_one_line_and_shown_back_with_dates_in_words(desk: RunningDesk) -> None:
    await desk.carla.writes(PLAN)
    shown = await desk.carla.receives("¿Está bien?")
    assert "El sábado 14 de 8:00 p. m. a 11:00 p. m. (3 horas)" in shown.text
    await desk.group.receives_nothing()
    await desk.carla.writes("sí")
    await desk.carla.receives("quedó anunciado")
    told = await desk.group.receives("Mantenimiento programado")
    assert "cambio del switch de la Aduana, sin red en ese edificio" in told.text
    assert "Lo anunció Carla" in told.text
    await desk.carla.writes("/caidas")
    await desk.carla.receives("el sábado 14 de 8:00 p. m. a 11:00 p. m.")


async def test_announced_step_by_step_and_impossible_times_are_refused(desk: RunningDesk) -> None:
    await desk.carla.writes("/mantenimiento")
    await desk.carla.receives("No hay mantenimientos programados")
    await desk.carla.presses("Programar uno")
    await desk.carla.receives("¿Qué se va a hacer")
    await desk.carla.writes("Cambio de la planta del edificio, sin servidores")
    await desk.carla.receives("¿Cuándo empieza?")
    await desk.carla.writes("cuando se pueda")
    await desk.carla.receives("No entendí cuándo")
    await desk.carla.writes("el viernes a las 10 de la noche")
    await desk.carla.receives("Empieza el viernes 13 a las 10:00 p. m. ¿Hasta cuándo?")
    await desk.carla.writes("el 25 de noviembre a las 8 am")
    await desk.carla.receives("Son más de 7 días")
    await desk.carla.receives("¿Cuándo empieza?")
    await desk.carla.writes("hoy de 7 am a 8 am")
    await desk.carla.receives("Eso ya pasó")
    await desk.carla.receives("¿Cuándo empieza?")
    await desk.carla.writes("el viernes a las 10 de la noche")
    await desk.carla.receives("¿Hasta cuándo?")
    await desk.carla.writes("4 horas")
    await desk.carla.receives("¿Qué servicio se afecta?")
    await desk.carla.writes("SER-015")
    shown = await desk.carla.receives("¿Está bien?")
    assert "Desde el viernes 13 a las 10:00 p. m. hasta el sábado 14 a las 2:00 a. m. (4 horas)" in shown.text
    await desk.carla.presses("Dejarlo")
    await desk.carla.receives("dejé el mantenimiento sin enviar")
    await desk.group.receives_nothing()


async def test_in_the_group_by_answering_its_questions(desk: RunningDesk) -> None:
    await desk.carla.writes_in(desk.group, "/mantenimiento hoy 9 pm a 10 pm")
    asked = await desk.group.receives("¿Qué se va a hacer")
    await desk.dario.writes_in(desk.group, "¿almorzamos?")
    await desk.group.receives_nothing()
    await desk.carla.writes_in(desk.group, "cambio del switch de la Aduana", reply_to=asked)
    await desk.group.receives("Hoy de 9:00 p. m. a 10:00 p. m.")
    await desk.dario.presses("Sí, anunciarlo", in_group=desk.group)
    await desk.dario.sees_toast("son de quien empezó")
    await desk.carla.presses("Sí, anunciarlo", in_group=desk.group)
    await desk.group.receives("Mantenimiento programado")
    await desk.group.receives("quedó anunciado")


@pytest.mark.parametrize("step", ["what", "start", "end", "service", "confirm"])
async def test_it_can_be_left_at_any_step(desk: RunningDesk, step: str) -> None:
    answers = {"what": "cambio del switch", "start": "mañana 8 pm", "end": "10 pm", "service": "SER-003"}
    await desk.carla.writes("/mantenimiento")
    await desk.carla.receives()
    await desk.carla.presses("Programar uno")
    await desk.carla.receives()
    for one, answer in answers.items():
        if one == step:
            break
        await desk.carla.writes(answer)
        await desk.carla.receives()
    await desk.carla.writes("cancelar")
    await desk.carla.receives("dejé el mantenimiento sin enviar")
    await desk.group.receives_nothing()


async def test_meanwhile_a_report_pages_nobody_unless_it_is_something_else(desk: RunningDesk) -> None:
    await desk.puts_on_duty(desk.dario, 1)
    await announces(desk)
    await desk.at("2026-11-13 20:30")
    await desk.group.receives("En menos de un día hay mantenimiento")
    await desk.at("2026-11-14 20:01")
    await desk.group.receives("Empezó el mantenimiento")
    await desk.ana.writes(DOWN)
    told = await desk.ana.receives("Hay un mantenimiento programado")
    assert "hasta las 11:00 p. m." in told.text
    await desk.ana.presses("Sí, espero")
    await desk.ana.receives("Si después le sigue fallando, escríbame")
    await desk.dario.receives_nothing()
    await desk.ana.writes("/casos")
    await desk.ana.receives("No tiene casos")
    await desk.beto.writes("¿hasta cuándo es el mantenimiento?")
    await desk.beto.receives("hasta las 11:00 p. m.")
    await desk.beto.writes(DOWN)
    await desk.beto.receives("Hay un mantenimiento programado")
    await desk.beto.writes("no")
    await desk.beto.receives("¿Aviso ya a la guardia?")
    await desk.beto.presses("Sí, avisar ya a la guardia")
    await desk.beto.receives("Ya avisé a la guardia")
    await desk.dario.receives("GUARDIA")
    await desk.group.receives("SAUS-2026-000001")


async def test_what_is_elsewhere_is_not_explained_by_it(desk: RunningDesk) -> None:
    await desk.puts_on_duty(desk.dario, 1)
    await announces(desk)
    await desk.at("2026-11-14 20:01")
    await desk.group.receives("Empezó el mantenimiento")
    await desk.ana.writes("se cayó el internet en Manga, nadie puede trabajar")
    await desk.ana.receives("¿Aviso ya a la guardia?")
    await desk.beto.writes("se cayó el correo de toda la alcaldía, nadie puede entrar")
    await desk.beto.receives("¿Aviso ya a la guardia?")


async def test_by_urgente_and_by_the_form_too(desk: RunningDesk) -> None:
    await announces(desk)
    await desk.at("2026-11-14 20:01")
    await desk.group.receives("Empezó el mantenimiento")
    await desk.ana.writes(f"/urgente {DOWN}")
    await desk.ana.receives("Hay un mantenimiento programado")
    await desk.ana.presses("No es por eso")
    await desk.ana.receives("¿Aviso ya a la guardia?")


async def test_whoever_announced_it_is_asked_whether_it_is_over(desk: RunningDesk) -> None:
    await announces(desk)
    await desk.at("2026-11-14 20:01")
    await desk.group.receives("Empezó el mantenimiento")
    await desk.advance(minutes=1)
    await desk.at("2026-11-14 23:00")
    asked = await desk.carla.receives("¿Ya terminó?")
    assert asked.labels == ["Ya terminó", "30 minutos más", "1 hora más", "Es una caída"]
    await desk.group.receives("Le pregunté a Carla si ya terminó")
    await desk.advance(minutes=1)
    await is_offered_the_guard(desk, desk.ana)
    await desk.advance(minutes=9)
    await desk.carla.presses("30 minutos más")
    await desk.carla.receives("de 8:00 p. m. a 11:40 p. m.")
    await desk.group.receives("Cambió la hora del mantenimiento")
    await desk.beto.writes(DOWN)
    await desk.beto.receives("hasta las 11:40 p. m.")
    await desk.at("2026-11-14 23:40")
    await desk.carla.receives("¿Ya terminó?")
    await desk.group.receives("Le pregunté a Carla")
    await desk.carla.presses("Ya terminó")
    await desk.carla.receives("✅ Terminado")
    await desk.group.receives("dice que terminó el mantenimiento")
    await desk.carla.presses("1 hora más", asked)
    await desk.carla.receives("ya cambió: así quedó")
    await desk.beto.presses("Sí, espero")
    await desk.beto.receives("Ese mantenimiento ya terminó")


async def test_what_does_not_come_back_is_an_outage_since_it_should_have(desk: RunningDesk) -> None:
    await desk.puts_on_duty(desk.dario, 1)
    await announces(desk)
    await desk.at("2026-11-14 23:05")  # the program was away meanwhile
    await desk.carla.receives("¿Ya terminó?")
    await desk.group.receives("debía terminar un mantenimiento")
    await desk.carla.presses("Es una caída")
    await desk.carla.receives("Abrí el caso SAUS-2026-000001 como caída")
    await desk.dario.receives("GUARDIA")
    card = await desk.group.receives("No volvió después del mantenimiento")
    assert "desde sáb 14 nov 11:00 p. m." in card.text
    await desk.group.receives_nothing()


async def test_moved_and_cancelled_are_told_to_who_was_told(desk: RunningDesk) -> None:
    number = await desk.opens_case(desk.ana, "no me abre el correo")
    await desk.group.receives(number)
    await announces(desk, "SER-004", "/mantenimiento sábado 8 pm a 11 pm: cambio del servidor de correo")
    await desk.ana.receives("Le aviso porque tiene un caso de")
    await desk.ana.writes(f"/estado {number}")
    await desk.ana.receives(number)
    await desk.ana.presses("Cancelar el caso")
    await desk.ana.receives("¿")
    await desk.ana.presses("Sí")
    await desk.ana.receives("Cancelé el caso")
    await desk.group.receives("cancelado", edited=True)
    await desk.carla.presses("Mover")
    await desk.carla.receives("¿Cuándo empieza?")
    await desk.carla.writes("domingo de 6 am a 8 am")
    await desk.carla.receives("¿Está bien?")
    await desk.carla.presses("Sí, cambiarlo")
    await desk.carla.receives("El domingo 15 de 6:00 a. m. a 8:00 a. m.")
    await desk.group.receives("Cambió la hora del mantenimiento")
    moved = await desk.ana.receives("Cambió la hora")
    assert "Antes era el sábado 14 de 8:00 p. m. a 11:00 p. m." in moved.text
    await desk.carla.presses("Cancelar")
    await desk.carla.receives("¿Cancelo este mantenimiento?")
    await desk.carla.writes("sí")
    await desk.carla.receives("✖️ Cancelado")
    await desk.group.receives("canceló el mantenimiento")
    await desk.ana.receives("Se canceló el mantenimiento")
    await desk.at("2026-11-15 08:10")
    await desk.carla.receives_nothing()
    await desk.group.receives_nothing()


async def test_announced_put_right_prolonged_and_ended_in_words(desk: RunningDesk) -> None:
    await desk.carla.writes(
        "este viernes a las 7 pm apago el servidor de archivos una hora para ponerle disco"
    )
    await desk.carla.receives("¿Qué servicio se afecta?")
    await desk.carla.writes("mejor a las 8 pm")
    asked = await desk.carla.receives("¿Qué servicio se afecta?")
    await desk.carla.writes("qué mantenimientos hay?")
    await desk.carla.receives("No hay mantenimientos programados")
    await desk.carla.receives("Sigue pendiente: el mantenimiento")
    await desk.carla.presses("Ninguno en particular", asked)
    shown = await desk.carla.receives("apago el servidor de archivos para ponerle disco")
    assert "El viernes 13 de 8:00 p. m. a 9:00 p. m. (1 hora)" in shown.text
    await desk.carla.presses("Sí, anunciarlo")
    await desk.carla.receives("quedó anunciado")
    await desk.group.receives("Mantenimiento programado")
    await desk.at("2026-11-13 20:40")
    await desk.group.receives("Empezó el mantenimiento")
    await desk.dario.writes("el mantenimiento del servidor se demora media hora más")
    await desk.dario.receives("Hoy de 8:00 p. m. a 9:30 p. m.")
    await desk.dario.presses("Sí, cambiarlo")
    await desk.dario.receives("ya lo conté")
    await desk.group.receives("Cambió la hora del mantenimiento")
    await desk.dario.writes("ya terminó lo del servidor de archivos")
    await desk.dario.receives("¿Ya terminó este mantenimiento?")
    await desk.dario.presses("Sí, ya terminó")
    await desk.dario.receives("✅ Terminado")
    await desk.group.receives("dice que terminó")


async def test_which_of_two_is_moved_or_called_off_is_asked(desk: RunningDesk) -> None:
    await announces(desk)
    await announces(desk, "SER-004", "/mantenimiento domingo 8 pm a 9 pm: cambio del servidor de correo")
    await desk.dario.writes("corra el mantenimiento para el martes")
    await desk.dario.receives("¿A cuál mantenimiento le cambio la hora?")
    await desk.dario.presses("cambio del servidor de correo")
    await desk.dario.receives("El martes 17 de noviembre de 8:00 p. m. a 9:00 p. m.")
    await desk.dario.writes("cancele lo del switch")
    await desk.dario.receives("cambio del switch")
    await desk.dario.receives("Sigue pendiente: el mantenimiento")


@pytest.mark.parametrize("asked", ["¿es por mantenimiento?", "¿ya lo saben?", "ya saben?", "qué pasó?"])
async def test_an_outage_that_ends_in_a_question_is_offered_the_guard(desk: RunningDesk, asked: str) -> None:
    await desk.puts_on_duty(desk.dario, 1)
    await desk.at("2026-11-13 20:30")
    await desk.beto.writes(f"{DOWN} en todo el edificio, {asked}")
    await desk.beto.receives("¿Aviso ya a la guardia?")


@pytest.mark.parametrize(
    ("asked", "is_of_it"),
    [
        ("¿hay caída de internet en la Aduana?", True),
        ("¿hay alguna caída en este momento?", True),
        ("¿está caído el correo?", False),
    ],
)
async def test_who_asks_what_is_down_meanwhile_is_told_of_it(
    desk: RunningDesk, asked: str, is_of_it: bool
) -> None:
    await announces(desk)
    await desk.at("2026-11-14 20:01")
    desk.group.ignores_rest()
    await desk.beto.writes(asked)
    told = await desk.beto.receives()
    assert ("hasta las 11:00 p. m." in told.text) is is_of_it


async def test_an_outsider_announces_and_ends_nothing(desk: RunningDesk) -> None:
    await announces(desk)
    await desk.knows(desk.beto)
    await desk.beto.writes(PLAN)
    await desk.beto.receives("solo para quienes tienen el rol")
    for what in ("drop", "move", "over", "m60", "outage", "see"):
        await desk.beto._press(desk.beto.chat, desk.beto.last.message_id, "x", f"plan:1:{what}")
        await desk.beto.receives("solo para quienes tienen el rol")
    await desk.beto.writes("¿hay mantenimiento el sábado?")
    await desk.beto.receives("el sábado 14 de 8:00 p. m. a 11:00 p. m.")


async def test_what_time_brings_is_told_once_also_after_a_restart(desk: RunningDesk) -> None:
    await announces(desk)
    await desk.at("2026-11-14 20:01")
    await desk.group.receives("Empezó el mantenimiento")
    await desk.restart()
    await desk.advance(minutes=5)
    await desk.group.receives_nothing()
