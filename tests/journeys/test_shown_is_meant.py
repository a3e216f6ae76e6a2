"""What a manager asks next is of what was shown: an outage, a case, a value; a count without a time says which it took."""

import pytest

from tests.journeys.desk import RunningDesk
from tests.journeys.in_words import tells
from tests.journeys.solving import rates, solves

OUTAGE, MAIL, PRINTER = "SAUS-2026-000001", "SAUS-2026-000002", "SAUS-2026-000003"
FRIDAY_NIGHT, MONTHS_LATER = "2026-11-13 19:30", "2027-01-12 10:00"


@pytest.fixture
async def desk(desk: RunningDesk) -> RunningDesk:
    """In November: an outage at night that Carla took, a case of Ana from Manga that got two stars, one of Beto that waits.
    In January Darío, a manager, asks."""
    await desk.puts_on_duty(desk.carla, 1)
    await desk.gives("agente", desk.carla)
    await desk.gives("gerente", desk.dario)
    await desk.at(FRIDAY_NIGHT)
    await desk.ana.writes("se cayó el internet en toda la alcaldía, nadie puede trabajar")
    await desk.ana.receives("¿Aviso ya a la guardia?")
    await desk.ana.presses("Sí, avisar ya a la guardia")
    await desk.carla.receives(OUTAGE)
    await desk.advance(minutes=6)
    await desk.carla.presses("Lo tomo")
    await desk.advance(minutes=30)
    await solves(desk, desk.carla, OUTAGE, "Se cambió el equipo de borde")
    await desk.at("2026-11-18 09:00")
    everybody = (desk.ana, desk.beto, desk.carla, desk.dario, desk.admin)
    for person in everybody:
        person.ignores_rest()
    for person, text, place in (
        (desk.ana, "no me abre el correo", "Hacienda, Manga piso 1"),
        (desk.beto, "la impresora no imprime", "Hacienda, piso 2"),
    ):
        await person.writes(text)
        await desk.reaches_summary(person, place)
        await desk.sends(person)
    await desk.settled()
    await solves(desk, desk.carla, MAIL, "Se amplió el buzón")
    await rates(desk, desk.ana, MAIL, 2, "tardaron")
    await desk.at(MONTHS_LATER)
    for person in everybody:
        person.ignores_rest()
    return desk


async def test_without_a_time_it_is_all_that_is_kept_where_the_month_has_none(desk: RunningDesk) -> None:
    await tells(
        desk.dario, "casos de Hacienda", "Del 13 de noviembre de 2026 al 12 de enero se recibieron 2 casos"
    )
    await tells(desk.dario, "los que nos pusieron 2", "tardaron")
    await tells(desk.dario, "cuántas estrellas tiene Carla", "2 de 5")
    await tells(desk.dario, "cuántos quedan sin resolver hoy", "Ahora hay 1 caso pendiente")
    await tells(desk.dario, "cuántos por whatsapp y cuántos por telegram", "WhatsApp: 0")
    await tells(desk.dario, "casos por sede", "Sede Manga: 1")
    await tells(desk.dario, "cuál es la tasa de solución de Hacienda", "se resolvió 1 caso")


async def test_an_outage_that_was_told_of_is_what_is_asked_about(desk: RunningDesk) -> None:
    await tells(desk.dario, "caídas de noviembre de 2026", OUTAGE)
    for asked in ("quién la atendió", "¿en cuánto tiempo la tomaron?", "y a quién llamaron primero"):
        await tells(desk.dario, asked, "Lo tomó Carla, 6 minutos después de llamar a la guardia")
    await tells(desk.dario, "qué tal la guardia del 13 de noviembre de 2026", "1. Carla", OUTAGE)
    await tells(desk.dario, "resumen del 13 de noviembre de 2026", "De guardia esa noche: Carla")


async def test_a_case_that_is_looked_at_is_what_is_asked_about(desk: RunningDesk) -> None:
    await tells(desk.dario, "el de la impresora en qué va", PRINTER)
    await tells(desk.dario, "ese de qué oficina es", "Secretaría de Hacienda")
    await tells(desk.dario, "¿quién lo reportó?", "no lo ve un gerente", PRINTER)
    await tells(desk.dario, "y por qué", "no queda escrito en el caso")


async def test_a_value_is_asked_about_as_it_was_told(desk: RunningDesk) -> None:
    await tells(desk.dario, "por qué está en rojo la satisfacción", "Nivel de satisfaccion")
    await tells(desk.dario, "¿con cuántas encuestas?", "0 de 1")
    await tells(desk.dario, "cuáles casos son esos", MAIL)
    await tells(desk.dario, "¿los reabiertos cuentan?", "Cómo se cuenta el indicador 5")
    await tells(desk.dario, "y puede pasar de 100", "Nunca pasa de 100 %")
    await tells(desk.dario, "¿ya registraron el plan de desarrollo?", "todavía no se ha registrado")


async def test_what_is_sent_unasked_is_ended_by_its_name(desk: RunningDesk) -> None:
    await tells(desk.dario, "mándeme el resumen los lunes a las 8", "resumen semanal")
    await tells(desk.dario, "no me mande más lo de la noche", "de los casos urgentes no le aviso")
    await tells(desk.dario, "qué me llega sin pedirlo", "Resumen semanal: los lunes")
    await tells(desk.dario, "avíseme si algo se pone en rojo", "por debajo de su meta")


async def test_what_nobody_understood_is_offered_as_figures_and_as_a_problem(desk: RunningDesk) -> None:
    await tells(
        desk.dario, "¿y lo otro que dijeron allá arriba de la gestión qué?", "No estoy seguro de qué cifra"
    )
    await desk.dario.presses("Es un problema mío")
    await desk.dario.receives()
