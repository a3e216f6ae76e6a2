"""A manager's day in words: what was on the screen is what is meant, a past night is told, a form does not take figures."""

import pytest

from tests.journeys.desk import RunningDesk
from tests.journeys.in_words import tells
from tests.journeys.solving import rates, solves
from tests.journeys.test_recording import gives_office

FIRST = "SAUS-2026-000001"
THERE = "Talento Humano, Aduana piso 2"


@pytest.fixture
async def desk(desk: RunningDesk) -> RunningDesk:
    """Carla is an agent, Darío a manager. Ana's case is solved and rated, Beto's waits, from a dependencia that only he
    wrote."""
    await desk.gives("agente", desk.carla)
    await desk.gives("gerente", desk.dario)
    await desk.opens_case(desk.ana, "no me abre el correo")
    await desk.beto.writes("la impresora no imprime")
    await desk.reaches_summary(desk.beto, THERE)
    await desk.sends(desk.beto)
    await solves(desk, desk.carla, FIRST, "Se amplió el buzón")
    await rates(desk, desk.ana, FIRST, 3, "regular")
    await desk.settled()
    for person in (desk.ana, desk.beto, desk.carla):
        person.ignores_rest()
    return desk


async def test_what_was_not_solved_and_where_it_comes_from(desk: RunningDesk) -> None:
    await tells(desk.dario, "cuáles no se resolvieron", "Pendientes · ahora: 1")
    await tells(desk.dario, "pendientes por dependencia", "Talento Humano: 1")
    await tells(desk.dario, "qué tenemos pendiente de Talento Humano", "Ahora hay 1 caso pendiente")
    await tells(desk.dario, "en excel", "solo Talento Humano, solo abierto: 1 caso")
    await tells(desk.dario, "y los de Hacienda", "Solo: Secretaría de Hacienda")


async def test_a_note_is_that_of_the_person_who_is_named(desk: RunningDesk) -> None:
    await tells(desk.dario, "cuántos resolvió Carla este mes y qué nota le pusieron", "1 caso", "3 de 5")
    await tells(desk.dario, "cuánto nos demoramos en promedio", "En noviembre de 2026, resolver un caso")


async def test_two_weeks_are_compared_and_what_was_not_kept_is_said(desk: RunningDesk) -> None:
    await tells(desk.dario, "esta semana frente a la anterior", "no lo sé: todavía no llevaba", "Resueltos")


async def test_a_form_of_their_own_does_not_take_what_they_ask(desk: RunningDesk) -> None:
    await tells(desk.dario, "mi computador no prende", "¿Dónde es?")
    await tells(desk.dario, "mejores y peores meses de la red", "Promedio, mejor y peor")
    await tells(desk.dario, "explíqueme el semáforo", "🟢 llega a su meta")


async def test_the_cases_of_a_value_are_what_is_opened(desk: RunningDesk) -> None:
    await tells(desk.dario, "cuál es la fórmula de eficiencia de solicitudes", "Cantidad Solicitudes")
    await tells(desk.dario, "qué casos lo bajan", "llegó en él y no se resolvió")
    await tells(desk.dario, "ábrame el primero", "la impresora no imprime")
    await tells(desk.dario, "los casos detrás de ese 80 % de eficiencia", "viene impreso en la hoja")


async def test_a_past_night_is_told_and_not_who_is_on_duty_now(desk: RunningDesk) -> None:
    await tells(desk.dario, "quién estaba de guardia anoche", "No hay nadie en la guardia")
    await tells(desk.dario, "cuántas veces llamaron a la guardia este mes", "ninguna")
    await tells(desk.dario, "qué pasó anoche", "Noche tranquila")


async def test_what_nobody_keeps_is_said_in_a_line(desk: RunningDesk) -> None:
    await tells(desk.dario, "qué porcentaje se resuelve en la primera llamada", "Eso no lo llevo")
    await tells(desk.dario, "dígale a Carla que lo priorice", "No llevo recados")


async def test_what_was_just_shown_is_asked_about_and_never_leads_to_a_case(desk: RunningDesk) -> None:
    await tells(desk.dario, "qué nota nos pusieron este mes", "3 de 5")
    await tells(desk.dario, "cuáles fueron las malas", "No hay ninguna")
    await tells(desk.dario, "y esa persona qué escribió", "regular")
    await tells(desk.dario, "cuántos hay pendientes", "Ahora hay 1 caso pendiente")
    await tells(desk.dario, "cuáles son esos", "la impresora no imprime")
    await tells(desk.dario, "cuál es el más viejito", "la impresora no imprime")
    await tells(desk.dario, "cuántas impresoras arreglamos este mes", "Impresoras")
    await tells(desk.dario, "el indicador del wifi cómo va", "No hay un indicador de «wifi»")
    await tells(desk.dario, "desde cuándo tienen datos", "desde el 10 de noviembre")
    await tells(desk.dario, "cómo va el 8", "Soporte remoto")
    await tells(desk.dario, "y eso pa cuándo es", "No estoy seguro de qué cifra es")
    await tells(desk.dario, "se me dañó el mouse", "¿Dónde es?")


async def test_what_goes_on_is_of_what_was_told_last(desk: RunningDesk) -> None:
    await desk.admin.writes("/guardia poner 1 @carla")
    await desk.admin.receives("Carla está de guardia")
    await desk.carla.receives("Carla está de guardia")
    await tells(desk.dario, "cómo le va a Carla", "se recib", "se resolvió 1 caso", "Ahora hay")
    for asked, told in (
        ("quién está de guardia hoy", "Ahora:"),
        ("y el sábado", "desde el sábado"),
        ("qué dependencia pide más soporte", "Recibidos por dependencia"),
        ("y cuál menos?", "de menos a más"),
        ("compara software y hardware en 2023", "El 6 va 6 puntos por encima del 7"),
        ("cuál va mejor", "Frente a su meta va mejor el 6"),
        ("quién responde por la red", "Administrador de la red"),
        ("qué meta tiene", "meta 90 %"),
        ("en cuántos meses de 2023 se cumplió", "2 de 12"),
        ("mándeme los casos de hacienda en excel", "Exportar casos · Secretaría de Hacienda"),
        ("qué nota nos pusieron este mes", "3 de 5"),
        ("qué han dicho en los comentarios", "«regular»"),
    ):
        await tells(desk.dario, asked, told)


async def test_who_owes_a_reading_is_reminded_once_a_day(desk: RunningDesk) -> None:
    await gives_office(desk, desk.ana, "Gestor infraestructura")
    await tells(desk.dario, "quiénes no han registrado", "Falta por registrar")
    await tells(desk.dario, "recuérdeles", "le recordé lo que falta a Ana")
    await desk.ana.receives("falta registrar su avance")
    await tells(desk.dario, "recuérdeles otra vez", "Hoy ya se les recordó a Ana")
