"""Whoever coordinates, administers or attends says in any words what they want of the guard, the roles and the answers at
hand; what changes something is shown first, and to others the same words are none of it."""

import pytest

from tests.emulator import Person
from tests.journeys.desk import RunningDesk
from tests.journeys.test_guard_answers import FIRST, FRIDAY_NIGHT, PAGE, reports

ONLY_FOR = "Eso es solo para quienes tienen el rol"


@pytest.fixture
async def rota(desk: RunningDesk) -> RunningDesk:
    """Carla has this week's guard, Darío is called after her; on a Tuesday morning."""
    await desk.has_group(desk.carla, desk.dario)
    await desk.at("2026-11-10 09:00")
    await desk.admin.writes("/guardia orden @carla, @dario")
    await quiet(desk, desk.admin, desk.carla, desk.dario)
    return desk


async def quiet(desk: RunningDesk, *people: Person) -> None:
    await desk.settled()
    for one in people:
        one.ignores_rest()
    desk.group.ignores_rest()


async def test_who_is_on_duty_at_some_time_is_told_and_to_an_outsider_nothing(rota: RunningDesk) -> None:
    await rota.carla.writes("¿quién cubre el 24 por la noche?")
    said = (await rota.carla.receives("desde el martes 24 de noviembre a las 8:00 p. m.")).text
    assert said.index("Carla") < said.index("Darío")
    await rota.dario.writes("¿cuándo me toca a mí?")
    await rota.dario.receives("Usted tiene la guardia:")
    await rota.ana.writes("¿quién cubre el 24 por la noche?")
    assert "Carla" not in (await rota.ana.receives("")).text
    rota.ana.ignores_rest()


async def test_an_order_of_the_rota_is_shown_first_and_an_agent_gives_none(rota: RunningDesk) -> None:
    await rota.carla.writes("este puente que lo haga darío completo")
    await rota.carla.receives(ONLY_FOR)
    await rota.admin.writes("este puente que lo haga darío completo")
    await rota.admin.receives("¿Darío cubre a Carla desde el viernes 13 a las 5:00 p. m.")
    await rota.dario.receives_nothing()
    await rota.admin.presses("Sí, así es")
    await rota.admin.receives("Darío")
    await rota.dario.receives("Carla")
    await quiet(rota, rota.admin, rota.carla, rota.dario)


async def test_who_leaves_the_rota_is_shown_with_who_stays(rota: RunningDesk) -> None:
    await rota.admin.writes("quite a carla de la guardia")
    asked = await rota.admin.receives(
        "¿Saco a Carla de la guardia, de todos sus turnos? ⚠️ Queda una sola persona, Darío"
    )
    await rota.carla.receives_nothing()
    await rota.admin.presses("Sí, así es", asked)
    await rota.admin.receives("Carla")
    await quiet(rota, rota.admin, rota.carla, rota.dario)


async def test_a_swap_that_is_not_wanted_any_more_is_taken_back(rota: RunningDesk) -> None:
    await rota.carla.writes("el jueves tengo el grado de mi hija, ¿darío me hace el favor esa noche?")
    await rota.carla.presses(
        "Sin devolver", await rota.carla.receives("¿Qué guardia de Darío toma usted a cambio?")
    )
    await rota.carla.receives("Se lo pedí a Darío")
    await rota.dario.receives("Carla le pide")
    await rota.carla.writes("ya no necesito que darío me cubra el jueves")
    asked = await rota.carla.receives("Usted le pidió a Darío estar")
    await rota.carla.presses("Retirar la petición: Darío", asked)
    await quiet(rota, rota.carla, rota.dario)


async def test_roles_are_given_and_taken_in_any_words_and_only_by_who_administers(rota: RunningDesk) -> None:
    await rota.knows(rota.ana)
    await rota.carla.writes("ana va a entrar a atender casos con nosotros, dele permiso")
    await rota.carla.receives(ONLY_FOR)
    await rota.admin.writes("ana va a entrar a atender casos con nosotros, dele permiso")
    await rota.admin.receives("¿Le doy el rol agente a @ana")
    await rota.admin.presses("Sí, a esa persona")
    await rota.admin.receives("ahora tiene el rol agente")
    await rota.ana.receives("Ahora tiene el rol agente")
    await rota.ana.writes("¿me quitaron el permiso?")
    await rota.ana.receives("Sus roles: agente")


async def test_who_left_leaves_cases_and_turns_at_once(rota: RunningDesk) -> None:
    await rota.admin.writes("Carla renunció, se va hoy")
    asked = await rota.admin.receives("Sale de los turnos de guardia.")
    assert asked.labels == ["Sí, quitarle todo", "Solo agente", "Solo guardia", "No"]
    await rota.admin.presses("Sí, quitarle todo", asked)
    await rota.admin.receives("Carla ya no es")
    await quiet(rota, rota.admin, rota.carla, rota.dario)
    await rota.carla.writes("¿qué hay sin asignar?")
    assert "Mesa" not in (await rota.carla.receives("")).text
    rota.carla.ignores_rest()


async def test_the_night_is_told_with_who_was_called_and_an_agent_reads_their_own(rota: RunningDesk) -> None:
    await rota.at(FRIDAY_NIGHT)
    await reports(rota, rota.ana)
    await rota.dario.receives(PAGE)
    await rota.dario.writes("no puedo, estoy enfermo")
    await quiet(rota, rota.carla, rota.dario, rota.admin, rota.ana)
    await rota.at("2026-11-23 09:00")
    await quiet(rota, rota.carla, rota.dario, rota.admin, rota.ana)
    await rota.carla.writes("¿cómo estuvo el fin de semana con la guardia?")
    assert "Darío" not in (await rota.carla.receives("se le llamó 1 vez")).text
    await rota.admin.writes("¿cómo estuvo el fin de semana con la guardia?")
    told = await rota.admin.receives(FIRST)
    assert "📞 Se llamó a Darío (no podía)" in told.text


async def test_an_answer_is_kept_listed_and_dropped_in_any_words(rota: RunningDesk) -> None:
    await rota.carla.writes(
        "deje guardado este texto para cuando pregunten: Buenas {nombre}, traiga la cédula"
    )
    await rota.carla.receives("Guardada")
    await rota.dario.writes("¿qué textos tenemos guardados?")
    await rota.dario.receives("traiga la cédula")
    await rota.dario.writes("borre el de la cédula")
    await rota.dario.presses("Sí, borrarla", await rota.dario.receives("¿Borro la respuesta"))
    await rota.dario.receives("")


async def test_hours_are_the_citys_which_is_said(rota: RunningDesk) -> None:
    await rota.admin.writes("hoy no hay atención por la tarde, cierre la mesa desde las 2")
    await rota.admin.receives("data/hours.yaml")


async def test_in_doubt_the_likeliest_is_offered_and_pressing_it_does_it(rota: RunningDesk) -> None:
    await rota.knows(rota.ana)
    await rota.admin.writes("a ana póngala de coordinadora porfa")
    asked = await rota.admin.receives("")
    if "Darle un rol a alguien" in asked.labels:
        await rota.admin.presses("Darle un rol a alguien", asked)
        await rota.admin.receives("¿Le doy el rol coordinador a @ana")
    else:
        assert "¿Le doy el rol coordinador a @ana" in asked.text


async def test_a_problem_of_their_own_stays_one(rota: RunningDesk) -> None:
    await rota.carla.writes("se me dañó el teclado del computador")
    assert "¿Qué necesita con" not in (await rota.carla.receives("")).text
    rota.carla.ignores_rest()
