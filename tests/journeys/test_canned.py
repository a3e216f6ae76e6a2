"""Answers at hand: kept from the chat, offered where they fit, and solutions of cases like it; and a deed called back."""

import pytest

from tests.emulator import Person
from tests.journeys.desk import RunningDesk
from tests.journeys.solving import solves

FIRST, SECOND, THIRD = (f"SAUS-2026-00000{n}" for n in (1, 2, 3))


@pytest.fixture
async def carla(desk: RunningDesk) -> Person:
    await desk.gives("agente", desk.carla)
    await desk.opens_case(desk.ana)
    await desk.settled(desk.carla)
    return desk.carla


async def _card(desk: RunningDesk, carla: Person, number: str) -> None:
    await desk.settled(carla)
    await carla.writes(f"/mesa {number}")
    await carla.receives(number)


async def test_what_was_written_is_kept_and_offered_without_the_names(
    desk: RunningDesk, carla: Person
) -> None:
    await carla.writes("/resolver 1 Ana, se amplió el buzón de su oficina")
    await desk.settled()
    done = next(one for one in carla.inbox.unseen if "quedó resuelto" in one.text)
    carla.ignores_rest()
    await desk.ana.receives("se amplió el buzón")
    assert "(software, remota)" in done.text
    await carla.presses("Guardar como respuesta", done)
    await carla.receives("«{nombre}, se amplió el buzón de su oficina»")
    await carla.writes("Se amplió el buzón\n{nombre}, se amplió el buzón de su oficina. {cargo}")
    await carla.receives("«{cargo}» no se llena con nada. Use {nombre}, {caso} y {agente}")
    await carla.writes("Se amplió el buzón\n{nombre}, se amplió el buzón de su oficina, caso {caso}.")
    await carla.receives("Guardada: Se amplió el buzón")
    await desk.knows(desk.beto)
    await desk.opens_case(desk.beto, "el buzón del correo está lleno")
    await _card(desk, carla, SECOND)
    await carla.presses("Resolver")
    asked = await carla.receives("¿qué se hizo?")
    assert asked.labels[0] == "Se amplió el buzón"
    await carla.presses("Se amplió el buzón", asked)
    await desk.beto.receives(f"Beto, se amplió el buzón de su oficina, caso {SECOND}.")
    await desk.settled(carla)
    await carla.writes("/respuestas")
    await carla.receives("Se amplió el buzón")
    await carla.presses("Se amplió el buzón")
    await carla.receives("{nombre}, se amplió el buzón de su oficina", edited=True)
    await carla.presses("Borrarla")
    await carla.receives("¿Borro la respuesta Se amplió el buzón? La usa toda la mesa", edited=True)
    await carla.presses("Sí, borrarla")
    await carla.receives("Borré la respuesta", edited=True)
    await desk.beto.writes("/respuestas")
    await desk.beto.receives("solo para quienes tienen el rol")


@pytest.mark.parametrize(
    ("outcome", "is_offered"),
    [
        ("Se reconfiguró el perfil de Outlook y quedó abriendo", True),
        ("Se le entregó el equipo a Ana y quedó abriendo", False),
        ("Su clave temporal es Mesa2026, cámbiela al entrar", False),
        ("Quedamos en llamar al 3001234567 si vuelve a pasar", False),
    ],
)
async def test_how_a_case_like_it_was_solved_is_one_press(
    desk: RunningDesk, carla: Person, outcome: str, is_offered: bool
) -> None:
    await solves(desk, carla, FIRST, outcome, kind="software", solution="remote")
    await desk.ana.receives("está resuelto")
    await desk.knows(desk.beto)
    await desk.opens_case(desk.beto, "no me abre el correo")
    await _card(desk, carla, SECOND)
    await carla.presses("Resolver")
    asked = await carla.receives("¿qué se hizo?")
    assert (f"Así se resolvió {FIRST}: «{outcome}»" in asked.text) is is_offered
    if is_offered:
        await carla.presses(f"Como {FIRST}", asked)
        await desk.beto.receives(outcome)
        await desk.settled()
    carla.ignores_rest()


async def test_a_deed_is_called_back_and_whoever_was_told_hears_it(desk: RunningDesk, carla: Person) -> None:
    await carla.writes("/resolver 1 se cambió el cable de red del puesto")
    await desk.settled()
    done = next(one for one in carla.inbox.unseen if "quedó resuelto" in one.text)
    carla.ignores_rest()
    await desk.ana.receives("está resuelto")
    assert "(red, en sitio)" in done.text
    await carla.presses("Fue remota", done)
    await desk.settled()
    changed = next(one for one in carla.inbox.unseen if "(red, remota)" in one.text and "quedó" in one.text)
    assert {"Fue en sitio", "Deshacer"} < set(changed.labels)
    carla.ignores_rest()
    await carla.presses("Deshacer", done)
    await desk.ana.receives("fue un error de la mesa; todavía no está resuelto, y seguimos con él")
    await desk.settled()
    assert any("deshecho, no queda resuelto" in one.text for one in carla.inbox.unseen)
    carla.ignores_rest()
    await carla.presses("Deshacer", done)
    await carla.receives("no hay nada suyo que deshacer")
    await carla.writes("/mesa 1")
    await carla.receives("SAUS-2026-000001 · nuevo")


async def test_after_a_minute_nothing_is_called_back(desk: RunningDesk, carla: Person) -> None:
    await carla.writes("/asignar 1 a mí")
    await desk.ana.receives("tomó su caso")
    await desk.settled()
    taken = next(one for one in carla.inbox.unseen if "queda a cargo" in one.text)
    carla.ignores_rest()
    await desk.advance(seconds=61)
    await carla.presses("Deshacer", taken)
    await carla.receives("Se puede por un minuto")


async def test_what_an_order_names_and_is_not_known_goes_to_nobody_unasked(
    desk: RunningDesk, carla: Person
) -> None:
    await _card(desk, carla, FIRST)
    await carla.writes("pásalo a Zutano", reply_to=carla.last)
    await carla.receives("¿le envío «pásalo a Zutano» a Ana?")
    await carla.writes("no")
    await carla.receives("No envié nada")


async def test_an_answer_is_kept_in_one_line_and_a_colleague_reads_whose_it_is(
    desk: RunningDesk, carla: Person
) -> None:
    await carla.writes("guardar respuesta: Clave nueva: {nombre}, ya tiene su clave")
    await carla.receives("Guardada: Clave nueva.")
    assert "«{nombre}, ya tiene su clave»" in carla.last.text
    await desk.gives("agente", desk.dario)
    await desk.settled(desk.dario)
    await desk.dario.writes("/respuestas")
    await desk.dario.receives("Clave nueva: {nombre}, ya tiene su clave")
    await desk.dario.presses("Clave nueva")
    await desk.dario.receives("La guardó Carla", edited=True)
    await desk.dario.presses("Borrarla")
    await desk.dario.receives("¿Borro la respuesta Clave nueva? La guardó Carla.", edited=True)
    await desk.dario.presses("No, dejarla")
    await desk.dario.receives("Sirve para", edited=True)
    desk.dario.ignores_rest()


@pytest.mark.parametrize("said", ["/resolver 1 {nombre}, quedó {caso}", "resuelto: {nombre}, quedó {caso}"])
async def test_what_is_typed_has_its_marks_filled_in(desk: RunningDesk, carla: Person, said: str) -> None:
    await _card(desk, carla, FIRST)
    await carla.writes(said, reply_to=carla.last)
    await desk.settled()
    assert any(f"Ana, quedó {FIRST}" in one.text for one in desk.ana.inbox.unseen)
    for one in (carla, desk.ana):
        one.ignores_rest()
