"""Several cases in words: answered as they come to mind, called back as one, and told once to each colleague."""

import pytest

from itgov_bot.domain.tickets.ticket import State
from tests.journeys.desk import RunningDesk
from tests.journeys.test_queue import has_cases, id_of, put


@pytest.mark.parametrize(("said", "way"), [("sí, en sitio", "en sitio"), ("la primera", "remota")])
async def test_how_they_were_solved_is_answered_in_words(desk: RunningDesk, said: str, way: str) -> None:
    group = await desk.has_group(desk.carla)
    await desk.knows(desk.ana)
    await has_cases(desk, desk.ana, "la impresora no imprime", "la impresora se traba", "sin correo")
    await desk.carla.writes("cierre los tres de la impresora: se cambió el fusor")
    assert "Usted dijo 3 y encontré 2" in (await desk.carla.receives("¿Resuelvo 2 casos")).text
    await desk.carla.writes("quizás")
    await desk.carla.receives("Diga «remota» o «en sitio»")
    await desk.carla.writes("cerrar: se cambió el rodillo")
    await desk.carla.receives("¿Resuelvo 2 casos con «se cambió el rodillo»?")
    await desk.carla.writes(said)
    await desk.carla.receives("1 y 2: quedaron resueltos")
    await desk.ana.receives("2 casos suyos están resueltos")
    assert f", {way})" in (await group.receives("se cambió el rodillo")).text
    await desk.settled(group)


async def test_the_last_order_is_called_back_as_one_and_no_older_one(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla, desk.dario)
    await desk.knows(desk.ana, desk.beto)
    await has_cases(desk, desk.ana, "uno", "dos")
    await has_cases(desk, desk.beto, "tres")
    await desk.carla.writes("asignar 3 a Darío")
    await desk.beto.receives("lo tiene ahora Darío")
    await desk.carla.writes("cerrar 1 y 2: quedó el enlace")
    await desk.carla.receives("lo tiene ahora Darío")
    await desk.dario.receives("le asignó")
    await desk.carla.receives("¿Resuelvo 2 casos")
    await desk.carla.writes("remota")
    await desk.ana.receives("2 casos suyos están resueltos")
    assert "Deshacer" in (await desk.carla.receives("quedaron resueltos")).labels
    await desk.carla.writes("uy, me equivoqué, deshágalo")
    await desk.carla.receives("deshecho, no quedan resueltos. Ya le avisé a quien lo abrió")
    await desk.ana.receives("fue un error de la mesa; todavía no están resueltos")
    await desk.beto.receives_nothing()
    await desk.carla.writes("/mesa de darío")
    await desk.carla.receives(": 1")
    await desk.settled(group)


async def test_what_they_have_already_is_not_given_again_and_what_was_moved_since_stays(
    desk: RunningDesk,
) -> None:
    group = await desk.has_group(desk.carla, desk.dario)
    await desk.knows(desk.ana)
    one, *_ = await has_cases(desk, desk.ana, "uno", "dos", "tres")
    await put(desk, one, assignee_id=await id_of(desk, desk.dario), state=State.ASSIGNED)
    await desk.carla.writes("deshazlo")
    await desk.carla.receives("No hay nada suyo que deshacer")
    await desk.carla.writes("asignar 1, 2 y 3 a Darío")
    assert "Quedan por fuera: 1 (ya lo tiene Darío)" in (await desk.carla.receives("¿Asigno 2 casos")).text
    await desk.carla.presses("Sí, hacerlo")
    await desk.carla.receives("2 y 3: los tiene ahora Darío", edited=True)
    await desk.dario.receives("le asignó 2 casos")
    await desk.dario.writes("tomar 2")
    await desk.dario.receives("queda a cargo de Darío")
    await desk.carla.writes("deshazlo")
    await desk.carla.receives("SAUS-2026-000002 no: alguien lo movió después.")
    await desk.dario.receives("deshizo")
    desk.ana.ignores_rest()
    await desk.settled(group)


@pytest.mark.parametrize("command", ["/juntar 2 en el 1", "/fusionar 2 en 1"])
async def test_a_command_says_into_which_one(desk: RunningDesk, command: str) -> None:
    group = await desk.has_group(desk.carla)
    await desk.knows(desk.ana)
    one, _ = await has_cases(desk, desk.ana, "uno", "dos")
    await desk.carla.writes_in(group, command)
    await group.receives(f"¿Junto 1 caso en {one}")
    desk.ana.ignores_rest()
    await desk.settled(group)


async def test_a_colleague_hears_once_of_all_and_reads_no_more_than_once(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla, desk.dario)
    await desk.knows(desk.ana)
    for number in await has_cases(desk, desk.ana, "uno", "dos"):
        await put(desk, number, assignee_id=await id_of(desk, desk.dario), state=State.ASSIGNED)
    await desk.carla.writes("cerrar 1 y 2: quedó el enlace")
    shown = await desk.carla.receives("¿Resuelvo 2 casos")
    assert "Darío tiene 2: ¿los resuelve usted? Le aviso." in shown.text
    await desk.carla.presses("Sí, solución remota")
    await desk.carla.receives("quedaron resueltos", edited=True)
    await desk.dario.receives("Carla resolvió 2 casos que usted tenía")
    await desk.ana.receives("2 casos suyos están resueltos")
    await desk.dario.receives_nothing()
    await desk.settled(group)


async def test_rows_are_picked_in_words(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla)
    await desk.knows(desk.ana)
    await has_cases(desk, desk.ana, "uno", "dos")
    await desk.carla.writes("/mesa")
    await desk.carla.receives("Mesa · todos: 2")
    await desk.carla.presses("Elegir varios")
    await desk.carla.receives("Presione los que quiera", edited=True)
    await desk.carla.writes("el de la impresora")
    await desk.carla.receives("Escriba los números de los casos")
    await desk.carla.writes("todos")
    await desk.carla.receives("Van: 1 y 2.")
    await desk.carla.writes("listo")
    await desk.carla.receives("¿qué hago con ellos?")
    await desk.carla.writes("los tomo yo")
    await desk.carla.receives("¿Asigno 2 casos a Carla?")
    await desk.carla.writes("sí")
    await desk.carla.receives("1 y 2: los tiene ahora Carla")
    await desk.ana.receives("los tiene ahora Carla")
    await desk.settled(group)


async def test_what_is_asked_while_a_yes_is_awaited_is_answered(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla, desk.dario)
    await desk.knows(desk.ana)
    await has_cases(desk, desk.ana, "uno", "dos")
    await desk.carla.writes("asigne el 1 y el 2 a Darío")
    await desk.carla.receives("¿Asigno 2 casos a Darío?")
    await desk.carla.writes("quién está más desocupado")
    await desk.carla.receives("Carga por agente")
    await desk.settled(group)
    await desk.dario.receives_nothing()
