"""Agents name cases by whose they are, by what they are of, or by «lo»: what works by number works so, and no words reach
another person."""

from collections.abc import AsyncIterator

import pytest

from itgov_bot.domain.tickets.ticket import State
from itgov_bot.storage import people
from itgov_bot.storage.database import Database
from tests.emulator import Person
from tests.journeys.desk import RunningDesk, past_edits
from tests.journeys.test_queue import has_cases, id_of, put


async def named(desk: RunningDesk, person: Person, name: str) -> None:
    database = Database(desk.settings.resolved_database_url)
    async with database.transaction() as session:
        found = await people.by_user(session, "telegram", str(person.id))
        assert found
        await people.update(session, found.id, name=name)
    await database.close()


@pytest.fixture
async def two(desk: RunningDesk) -> AsyncIterator[tuple[str, str]]:
    """The cases of Ana Ruiz, who has no mail, and of Beto Díaz, who cannot print."""
    group = await desk.has_group(desk.carla, desk.dario)
    await desk.knows(desk.ana, desk.beto)
    await named(desk, desk.ana, "Ana Ruiz")
    await named(desk, desk.beto, "Beto Díaz")
    [mail] = await has_cases(desk, desk.ana, "no me abre el correo")
    [printer] = await has_cases(desk, desk.beto, "la impresora no imprime")
    yield mail, printer
    await desk.settled(group, desk.ana, desk.beto, desk.carla, desk.dario)


async def test_a_day_of_orders_by_name(desk: RunningDesk, two: tuple[str, str]) -> None:
    mail, printer = two
    carla = desk.carla
    await carla.writes("cojo el de Ana")
    await carla.receives(f"{mail} queda a cargo de Carla")
    await desk.ana.receives("Carla tomó su caso")
    await carla.writes("anota en el de Ana que falta la licencia")
    await carla.receives(f"Nota guardada en {mail}")
    await desk.ana.receives_nothing()
    await carla.writes("deja el de Ana en espera hasta que llegue la licencia")
    await carla.receives(f"{mail}: queda en espera")
    await desk.ana.receives("queda en espera de")
    await carla.writes("en qué va lo de Beto?")
    await carla.receives(f"{printer} · nuevo")
    await carla.writes("el de Beto que lo haga Darío")
    assert f"{printer}: lo tiene ahora Darío" in (await past_edits(carla)).text
    await desk.dario.receives(f"le asignó {printer}")
    await desk.beto.receives("lo tiene ahora Darío")
    await desk.dario.writes("resuelvo el de Beto: se cambió el tóner")
    await desk.dario.receives(f"{printer}: quedó resuelto")
    await desk.beto.receives("🔧 Darío (en el sitio): se cambió el tóner")


async def test_it_is_the_case_just_spoken_of(desk: RunningDesk, two: tuple[str, str]) -> None:
    _, printer = two
    await desk.carla.writes("tomo el 2")
    await desk.carla.receives(f"{printer} queda a cargo de Carla")
    await desk.beto.receives("Carla tomó su caso")
    await desk.carla.writes("ponlo en espera, falta el tóner")
    await desk.carla.receives(f"{printer}: queda en espera")
    await desk.beto.receives("falta el tóner")
    await desk.carla.writes("pregúntale si es la del pasillo")
    await desk.carla.presses("No", await desk.carla.receives("a Beto"))
    await desk.carla.receives("No envié nada")
    await desk.carla.writes("cojo el 2")
    await desk.carla.receives("Ese ya lo tiene usted")
    await desk.carla.writes("nota: pedir el tóner a almacén")
    await desk.carla.receives(f"Nota guardada en {printer}")
    await desk.carla.writes("ese mismo es de Darío")
    await desk.carla.receives(f"{printer}: lo tiene ahora Darío")
    await desk.beto.receives("lo tiene ahora Darío")
    await desk.ana.receives_nothing()


async def test_of_several_it_is_asked_which_and_then_done(desk: RunningDesk, two: tuple[str, str]) -> None:
    [mouse] = await has_cases(desk, desk.ana, "el mouse no sirve")
    await desk.carla.writes("tomo el de Ana")
    asked = await desk.carla.receives("¿Cuál caso es")
    assert len([one for one in asked.labels if "Ana" in one]) == 2
    await desk.carla.presses(next(one for one in asked.labels if mouse[-6:] in one), asked)
    await desk.carla.receives(f"{mouse} queda a cargo de Carla")


async def test_nobody_called_so_is_said(desk: RunningDesk, two: tuple[str, str]) -> None:
    for said in (
        "cojo el de Hermenegilda",
        "cierra el de Pepita: era el cable",
        "pásele a Darío el de la nevera",
    ):
        await desk.carla.writes(said)
        await desk.carla.receives("No hay ningún caso abierto de")
    await desk.ana.receives_nothing()
    await desk.beto.receives_nothing()


async def test_a_name_that_a_colleague_has_too_is_asked(desk: RunningDesk, two: tuple[str, str]) -> None:
    _, printer = two
    await put(desk, printer, assignee_id=await id_of(desk, desk.dario), state=State.ASSIGNED)
    await named(desk, desk.ana, "Darío Peña")
    await desk.carla.writes("cierra el de Darío: era la clave")
    await desk.carla.receives("¿Cuál caso es")
    await desk.beto.receives_nothing()


@pytest.mark.parametrize(
    ("said", "sent"),
    [
        ("mándale a Beto la de reinicio", "Se reinició el equipo"),
        ("respóndele a Beto con la respuesta de clave restablecida", "Se restableció su clave"),
    ],
)
async def test_a_kept_answer_goes_to_whoever_is_named(
    desk: RunningDesk, two: tuple[str, str], said: str, sent: str
) -> None:
    await desk.carla.writes(said)
    shown = await desk.carla.receives(sent)
    assert "Beto" in shown.text
    await desk.ana.receives_nothing()
    await desk.carla.presses("Sí, enviarlo", shown)
    await desk.beto.receives(sent)


async def test_two_cases_are_one_by_their_people(desk: RunningDesk, two: tuple[str, str]) -> None:
    mail, _ = two
    await desk.carla.writes("el de Beto es lo mismo que el de Ana, júntelos")
    await desk.carla.presses("Sí, hacerlo", await desk.carla.receives(f"¿Junto 1 caso en {mail}"))
    await desk.beto.receives("los juntamos")
    await desk.carla.receives("quedó en")
    await desk.carla.writes("me equivoqué, sepárelos")
    await desk.carla.receives("deshecho")


async def test_a_case_for_who_called_is_begun_in_one_breath(desk: RunningDesk, two: tuple[str, str]) -> None:
    await desk.carla.writes(
        "acaba de llamar Hernando Gil de Hacienda piso 2, ext 4521, que no le prende el computador"
    )
    summary = await desk.carla.receives("Hernando Gil")
    assert "no le prende el computador" in summary.text


async def test_of_several_in_hand_it_is_asked_which(desk: RunningDesk, two: tuple[str, str]) -> None:
    mail, printer = two
    await desk.carla.writes("tomo el de Ana y el de Beto")
    await desk.carla.receives("los tiene ahora Carla")
    await desk.carla.writes("ciérralo: era la clave")
    asked = await desk.carla.receives("¿Cuál caso es")
    await desk.carla.presses(next(one for one in asked.labels if mail[-6:] in one), asked)
    await desk.carla.receives(f"{mail}: quedó resuelto")
    await desk.ana.receives(f"{mail} lo tiene ahora Carla")
    assert "era la clave" in (await desk.ana.receives("está resuelto")).text
    await desk.beto.receives(f"{printer} lo tiene ahora Carla")
    await desk.beto.receives_nothing()


async def test_what_is_due_on_a_day_where_no_times_are_set(desk: RunningDesk, two: tuple[str, str]) -> None:
    await desk.carla.writes("qué se vence hoy")
    await desk.carla.receives("no ha fijado plazos")
    assert two[0] in (await desk.carla.receives("todos")).text


async def test_who_called_for_their_case_begins_none(desk: RunningDesk, two: tuple[str, str]) -> None:
    await desk.carla.writes("llamó Beto, que ya le imprime")
    said = await desk.carla.receives()
    assert "Caso para" not in said.text
    assert "¿Beto es alguien" not in said.text
