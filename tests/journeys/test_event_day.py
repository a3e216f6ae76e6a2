"""The last hours of an event of the mayor's office, and the terse words in which one is told."""

import pytest

from tests.journeys.desk import RunningDesk
from tests.journeys.test_accompaniment import confirmed, morning, quiet, sends

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
    await desk.settled(desk.carla, desk.dario, desk.admin, desk.ana, desk.group)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("evento del despacho del alcalde el 3 de diciembre", "¿A qué hora empieza el jueves 3 de diciembre"),
        (
            "en tres semanas, el martes a las 7 pm, el alcalde inaugura la biblioteca, necesitamos apoyo de sistemas",
            "¿En qué lugar",
        ),
        (
            "hoy martes a las 12 de la noche el alcalde da la bienvenida al buque, necesitamos apoyo técnico",
            "¿En qué lugar",
        ),
        (
            "el otro martes hay acto del alcalde a las 7 de la noche",
            "¿Es el martes 17 de noviembre, 7:00 p. m.?",
        ),
        ("el jueves 6 y 30 de la tarde hay acto del alcalde", "¿En qué lugar"),
    ],
)
async def test_told_tersely_its_form_begins_and_what_is_in_doubt_is_asked(
    morning: RunningDesk, words: str, answer: str
) -> None:
    await morning.ana.writes(words)
    await morning.ana.receives("lo dejo en la agenda")
    await morning.ana.receives(answer)


async def test_hour_place_and_contact_come_in_any_order_and_it_is_moved_while_it_is_told(
    morning: RunningDesk,
) -> None:
    await morning.ana.writes("hay un acto del alcalde el sábado, contacto Yadira 3015550101")
    await morning.ana.receives("lo dejo en la agenda")
    await morning.ana.receives("¿A qué hora empieza")
    await morning.ana.writes("a las 6 de la tarde en el parque de la marina")
    review = await morning.ana.receives("Revise el acompañamiento")
    assert "Lugar: parque de la marina" in review.text
    assert "Yadira, 3015550101" in review.text
    await morning.ana.writes("no, mejor a las 7")
    await morning.ana.receives("ahora es el sábado 14 de noviembre, 7:00 p. m.")
    await morning.ana.receives("sábado 14 de noviembre, 7:00 p. m.")
    await morning.ana.writes("ay mentira, lo pasaron para el domingo a la misma hora")
    await morning.ana.receives("ahora es el domingo 15 de noviembre, 7:00 p. m.")
    await morning.ana.receives("domingo 15 de noviembre, 7:00 p. m.")
    await morning.ana.writes("en el coliseo Chico de Hierro")
    await morning.ana.receives("coliseo Chico de Hierro")
    assert "Lugar: coliseo Chico de Hierro" in (await morning.ana.receives("Revise el acompañamiento")).text


async def test_an_hour_is_no_place_and_yesterday_no_date(morning: RunningDesk) -> None:
    await morning.ana.writes("evento del despacho del alcalde el sábado a las 5 de la tarde")
    await morning.ana.receives("lo dejo en la agenda")
    await morning.ana.receives("¿En qué lugar")
    for hour in ("7 de la noche", "a las 7"):
        await morning.ana.writes(hour)
        await morning.ana.receives()
        assert (await morning.ana.receives()).text.startswith("¿En qué lugar")
    await morning.ana.writes("/cancelar")
    await morning.ana.receives()
    await morning.ana.writes("necesitamos acompañamiento de informática para un evento del alcalde")
    await morning.ana.receives("lo dejo en la agenda")
    await morning.ana.receives("¿Qué día es el evento?")
    for past in ("ayer a las 8 pm", "ayer"):
        await morning.ana.writes(past)
        await morning.ana.receives("Eso ya pasó: lunes 9 de noviembre")
        await morning.ana.receives("¿Qué día es el evento?")


@pytest.mark.parametrize("words", ["¿quién va?", "¿ya confirmó alguien?", "¿viene en camino?"])
async def test_its_requester_asks_who_goes(morning: RunningDesk, words: str) -> None:
    await sends(morning)
    await morning.ana.writes(words)
    await morning.ana.receives("Nadie ha confirmado todavía que va")
    await morning.carla.receives("¿Va usted?")
    await morning.carla.presses("Confirmo: yo voy")
    await morning.carla.receives("Carla va al evento")
    await morning.ana.receives("Carla confirmó")
    await quiet(morning)
    await morning.at("2026-11-14 15:00")
    await morning.carla.receives("Le recuerdo el evento")
    await morning.ana.writes(words)
    told = await morning.ana.receives("Carla confirmó que va (")
    assert "martes 10 de noviembre" in told.text


async def test_it_is_moved_to_another_place_and_to_the_day_that_is_nearest(morning: RunningDesk) -> None:
    await morning.ana.writes(
        "alcalde, sábado 28 de noviembre 6 pm, estadio Once de Noviembre, inauguración de los juegos"
    )
    await morning.ana.receives("lo dejo en la agenda")
    await morning.ana.receives("Lugar: estadio Once de Noviembre")
    await morning.sends(morning.ana)
    await morning.ana.receives("Su caso quedó abierto")
    await morning.ana.writes(
        "lo pasaron pal domingo a las 4 de la tarde y ya no es ahí, el lugar es Plaza Majagua"
    )
    await morning.ana.receives("domingo 29 de noviembre, 4:00 p. m., Plaza Majagua. ¿Lo cambio?")
    await morning.ana.writes("sí")
    await morning.ana.receives("Domingo 29 de noviembre, 4:00 p. m., Plaza Majagua")
    await morning.ana.writes("¿y dónde es el evento?")
    await morning.ana.receives("domingo 29 de noviembre, 4:00 p. m., Plaza Majagua")
    await morning.settled(morning.carla, morning.group)
