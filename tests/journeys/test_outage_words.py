"""An outage in the words of whoever sees to it: it is back and since when, it began earlier, where it is, how many it hits;
two are apart again; it was none. What leaves the desk is shown first."""

import pytest

from tests.journeys.desk import RunningDesk
from tests.journeys.test_guard_answers import FIRST, PAGE, night, reports
from tests.journeys.test_team_words import quiet

__all__ = ["night"]
IN_BOSQUE = "se cayó la red de la sede de Bosque, ninguna oficina tiene servicio"
IN_MANGA = "no hay internet en toda la sede de Manga, nadie puede trabajar"
SECOND = "SAUS-2026-000002"


@pytest.fixture
async def down(night: RunningDesk) -> RunningDesk:
    """Told by Ana at half past seven in the evening, and Carla has it since ten to eight; at eight."""
    await reports(night, night.ana, IN_MANGA)
    await night.carla.receives(PAGE)
    await night.advance(minutes=20)
    await night.carla.presses("Lo tomo")
    await night.carla.receives("queda a cargo de Carla")
    await night.advance(minutes=10)
    await quiet(night, night.ana, night.carla, night.dario)
    return night


async def joins(desk: RunningDesk) -> None:
    await desk.beto.writes("tampoco hay internet en manga")
    await desk.beto.presses("Sí, es lo mismo", await desk.beto.receives("¿Es lo mismo?"))
    await desk.beto.receives("lo anoté")


async def solved(desk: RunningDesk) -> None:
    await desk.carla.writes("ya quedó desde las 7 y 40, se cambió el switch")
    await desk.carla.presses("Sí, enviarlo", await desk.carla.receives("🕘 Volvió hoy a las 7:40 p. m."))
    await quiet(desk, desk.carla, desk.ana, desk.dario)


async def test_that_it_is_back_with_its_hour_and_what_was_done_is_shown_and_solved(down: RunningDesk) -> None:
    await joins(down)
    await down.advance(minutes=15)
    await down.carla.writes("ya quedó desde las 8 y 5, se cambió el switch")
    shown = await down.carla.receives("🕘 Volvió hoy a las 8:05 p. m.")
    assert "🔧 se cambió el switch" in shown.text
    await down.ana.receives_nothing()
    await down.carla.writes("perdón, volvió fue a las 8:10")
    shown = await down.carla.receives("🕘 Volvió hoy a las 8:10 p. m.")
    assert "🔧 se cambió el switch" in shown.text
    await down.carla.presses("Sí, enviarlo", shown)
    await down.ana.receives("está resuelto")
    await down.beto.receives("🕘 Volvió hoy a las 8:10 p. m.")
    await quiet(down, down.carla, down.dario)


async def test_an_end_without_its_hour_is_asked_and_the_hour_is_no_case(down: RunningDesk) -> None:
    await down.carla.writes("ya volvió el internet en manga")
    await down.carla.presses("Resolver", await down.carla.receives("¿lo resuelvo?"))
    await down.carla.receives("¿cuándo volvió el servicio?")
    await down.carla.writes("desde las 7 y 5")
    await down.carla.receives("tiene que terminar después de empezar")
    await down.carla.writes("fue a las 7:45")
    await down.carla.receives("¿qué se hizo?")
    await quiet(down, down.carla)


async def test_the_end_of_one_that_is_over_is_put_right_by_whoever_works_there(down: RunningDesk) -> None:
    await solved(down)
    await down.dario.writes("corrija lo de manga, volvió a las 7:35")
    await down.dario.receives("hasta vie 20 nov 7:35 p. m.")
    await down.beto.writes("corrija lo de manga, volvió a las 7:33")
    await down.settled(down.beto)
    down.beto.ignores_rest()
    await down.dario.writes("cuánto duró la caída de manga")
    await down.dario.receives("Duró 5 minutos")
    await quiet(down, down.dario, down.ana)


async def test_its_beginning_is_put_right(down: RunningDesk) -> None:
    await down.carla.writes("la caída empezó a las 7, no a las 7 y media")
    await down.carla.receives("desde vie 20 nov 7:00 p. m.")
    await down.carla.writes("hace cuánto se cayó")
    await down.carla.receives("Lleva 1 hora caído")
    await quiet(down, down.carla)


async def test_where_it_is_stays_at_the_desk(down: RunningDesk) -> None:
    await down.carla.writes("la falla es en el rack del piso 2")
    await down.carla.receives("sede de Manga, rack del piso 2")
    await down.carla.writes("en qué piso es")
    await down.carla.receives("Es en sede de Manga, rack del piso 2")
    await down.carla.writes("ya sabemos, fue el regulador del switch")
    await down.carla.receives(f"Lo anoté en {FIRST}")
    await down.ana.receives_nothing()


async def test_how_many_it_hits_is_told_with_where_they_are(down: RunningDesk) -> None:
    await joins(down)
    await down.carla.writes("cuánta gente va afectada ya")
    await down.carla.receives("2 personas afectadas")
    await down.carla.writes("cuánto estuvo caído Bosque")
    await down.carla.receives("De ese lugar no tengo ninguna caída")
    await quiet(down, down.carla)


async def test_news_for_all_is_shown_and_goes_to_all(down: RunningDesk) -> None:
    await joins(down)
    await down.carla.writes("avísales que a las 9 queda")
    shown = await down.carla.receives("Así lo leerán")
    await down.ana.receives_nothing()
    await down.carla.presses("Sí, enviarlo", shown)
    for one in (down.ana, down.beto):
        await one.receives("a las 9 queda")
    await quiet(down, down.carla)


async def test_what_was_joined_by_mistake_is_apart_again(down: RunningDesk) -> None:
    await reports(down, down.beto, IN_BOSQUE)
    await quiet(down, down.carla, down.dario, down.beto)
    await down.carla.writes(f"junte el {SECOND} con el {FIRST}")
    await down.carla.presses("Sí, juntarlos", await down.carla.receives("¿Es lo mismo, y los junto?"))
    await quiet(down, down.carla, down.dario, down.beto, down.ana)
    await down.carla.writes("esas dos caídas no eran la misma, sepárelas")
    asked = await down.carla.receives("¿Lo separo otra vez?")
    await down.beto.receives_nothing()
    await down.carla.presses(f"Sí, separar {SECOND}", asked)
    await down.beto.receives("no era el mismo que otro")
    await down.carla.receives("sigue aparte")
    await down.carla.writes("cuántos afectados tiene la de manga")
    await down.carla.receives("1 persona afectada")
    await quiet(down, down.carla, down.dario, down.ana)


async def test_a_false_alarm_is_closed_as_one_and_its_reporter_reads_so(down: RunningDesk) -> None:
    await down.carla.writes("fue falsa alarma, era que ana tenía el cable suelto")
    asked = await down.carla.receives("Fue una falsa alarma")
    await down.ana.receives_nothing()
    await down.carla.presses("Sí, enviarlo", asked)
    await quiet(down, down.dario)
    assert "cable suelto" not in (await down.ana.receives("Fue una falsa alarma")).text
    await quiet(down, down.carla)
    await down.admin.writes("cuántas veces llamaron a la guardia esta noche")
    told = (await down.admin.receives("2 llamadas: Carla 1, Darío 1")).text
    assert "1 falsa alarma" in told
    await quiet(down, down.dario)


async def test_a_false_alarm_of_a_colleague_is_asked_about_with_what_it_was(down: RunningDesk) -> None:
    await down.dario.writes("fue falsa alarma lo de manga, era mantenimiento del operador")
    asked = await down.dario.receives("lo tiene Carla")
    assert "Fue una falsa alarma: era mantenimiento del operador." in asked.text
    await down.dario.presses("No, dejarlo así", asked)
    await down.ana.receives_nothing()
    await quiet(down, down.dario)


async def test_two_of_them_are_joined_and_a_place_tells_which_is_back(down: RunningDesk) -> None:
    await reports(down, down.beto, IN_BOSQUE)
    await down.carla.receives(PAGE.replace(FIRST, SECOND))
    await down.carla.presses("Lo tomo")
    await quiet(down, down.carla, down.dario, down.beto)
    await down.carla.writes("ya volvió lo de manga, fue la UPS")
    await down.carla.presses("No", await down.carla.receives(f"{FIRST}: ¿lo resuelvo"))
    await quiet(down, down.carla)
    await down.carla.writes("las dos son el mismo enlace, júntelas")
    await down.carla.receives("¿Es lo mismo, y los junto?")
    await down.carla.writes("no, son distintas")
    await quiet(down, down.carla, down.dario)
    await down.carla.writes("termino la guardia, queda abierto lo de manga")
    assert SECOND not in (await down.carla.receives("Queda a su nombre")).text
    await quiet(down, down.carla, down.dario, down.beto, down.ana)


async def test_a_question_or_an_order_is_no_reason_of_what_is_cancelled(down: RunningDesk) -> None:
    await down.carla.writes("falsa alarma, todo está arriba")
    await down.carla.receives("Fue una falsa alarma")
    await down.carla.writes("el operador dice que es corte de fibra, queda a las 10")
    await down.carla.receives("Lo anterior no lo hice")
    await quiet(down, down.carla)
    await down.ana.receives_nothing()


async def test_of_several_it_is_asked_which(down: RunningDesk) -> None:
    await reports(down, down.beto, IN_BOSQUE)
    ines = down.telegram.person(3, "Inés", "ines")
    await down.knows(ines)
    await down.admin.writes("/rol dar agente @ines")
    await down.admin.presses("Sí, a esa persona", await down.admin.receives("¿Le doy el rol"))
    await down.advance(minutes=5)
    await quiet(down, down.beto, down.dario, down.carla, down.admin, ines)
    await ines.writes("mire que el servicio volvió hace un minuto")
    asked = await ines.receives("¿Cuál volvió?")
    await ines.presses(FIRST, asked)
    await ines.receives(f"{FIRST}: ¿qué se hizo?")
    await quiet(down, ines)


async def test_who_was_called_reads_their_own_calls_and_an_outsider_none(down: RunningDesk) -> None:
    await down.carla.writes("cuántas veces me llamaron esta noche")
    await down.carla.receives("se le llamó 1 vez")
    await down.dario.writes("anoche me llamaron?")
    await down.dario.receives("Desde ayer")
    await down.beto.writes("cuántas veces me llamaron anoche")
    assert "se le llamó" not in (await down.beto.receives("")).text
    down.beto.ignores_rest()
