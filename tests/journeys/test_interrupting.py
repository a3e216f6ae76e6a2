"""An urgency that comes in the middle of something else: it is not forgotten, and what belongs to it goes to it."""

import pytest

from tests.channels.rigs import PNG
from tests.journeys.desk import RunningDesk

OUTAGE = "se cayó la red en toda la sede de Manga, nadie tiene internet"
FRIDAY_NIGHT = "2026-11-13 19:30"


@pytest.fixture
async def night(desk: RunningDesk) -> RunningDesk:
    await desk.puts_on_duty(desk.carla, 1)
    await desk.at(FRIDAY_NIGHT)
    return desk


async def tells_it_in_a_form(desk: RunningDesk) -> None:
    await desk.ana.writes("no me abre el correo")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes(OUTAGE)
    await desk.ana.receives("¿Aviso ya a la guardia?")


async def test_what_was_told_in_a_form_is_offered_again_once_it_is_sent(night: RunningDesk) -> None:
    await tells_it_in_a_form(night)
    await night.ana.writes("Hacienda piso 3")
    await night.ana.receives("Revise su caso")
    await night.sends(night.ana)
    await night.ana.receives("Su caso quedó abierto: SAUS-2026-000001")
    await night.ana.receives("Quedaba lo otro que me contó: «se cayó la red")
    await night.ana.receives("¿Aviso ya a la guardia?")
    await night.ana.presses("Sí, avisar ya a la guardia")
    await night.ana.receives("SAUS-2026-000002")
    await night.carla.receives("📍 sede de Manga")


async def test_what_was_told_in_a_form_is_offered_again_once_it_is_left(night: RunningDesk) -> None:
    await tells_it_in_a_form(night)
    await night.ana.writes("/cancelar")
    await night.ana.receives("su caso")
    await night.ana.receives("Quedaba lo otro que me contó")
    await night.ana.receives("¿Aviso ya a la guardia?")
    await night.ana.presses("Sí, avisar ya a la guardia")
    await night.ana.receives("SAUS-2026-000001")
    await night.carla.receives("📍 sede de Manga")


async def is_asked_for_a_telephone(desk: RunningDesk) -> None:
    await tells_it_in_a_form(desk)
    await desk.ana.presses("Sí, avisar ya a la guardia")
    await desk.ana.receives("Escriba aquí un teléfono")
    await desk.carla.receives("GUARDIA")


async def test_the_telephone_that_the_guard_needs_is_no_answer_to_the_form(night: RunningDesk) -> None:
    await is_asked_for_a_telephone(night)
    await night.ana.writes("3157778899")
    await night.ana.receives("☎️ 3157778899")
    await night.ana.receives("¿Dónde es?")
    await night.carla.receives("☎️ 3157778899")
    await night.ana.writes("Hacienda piso 3")
    await night.ana.receives("Revise su caso")


async def test_a_picture_right_after_the_page_is_for_the_guard(night: RunningDesk) -> None:
    await is_asked_for_a_telephone(night)
    await night.ana.sends_photo(PNG)
    await night.ana.receives("Se lo pasé a la guardia")
    await night.ana.receives("¿Dónde es?")
    await night.settled(night.carla)


async def test_with_nobody_to_call_nothing_is_promised(desk: RunningDesk) -> None:
    await desk.at(FRIDAY_NIGHT)
    await desk.ana.writes(OUTAGE)
    await desk.ana.receives("¿Aviso ya a la guardia?")
    await desk.ana.presses("Sí, avisar ya a la guardia")
    await desk.ana.receives("todavía no hay nadie de guardia registrado")
    await desk.ana.writes("¿quién viene?")
    answer = await desk.ana.receives(
        "todavía no hay nadie de la guardia registrado en este chat: llame a la línea"
    )
    assert "Estoy llamando" not in answer.text
    await desk.ana.writes("sigue sin servicio")
    await desk.ana.receives("Quedó anotado en SAUS-2026-000001, pero todavía no hay nadie de la guardia")


async def test_a_sentence_has_one_full_stop(night: RunningDesk) -> None:
    await night.ana.writes(OUTAGE)
    await night.ana.receives("¿Aviso ya a la guardia?")
    await night.ana.presses("Sí, avisar ya a la guardia")
    await night.ana.receives("Ya avisé a la guardia")
    await night.carla.receives("GUARDIA")
    await night.ana.writes("¿quién viene?")
    await night.ana.receives("desde hoy a las 7:30 p. m. Apenas")


@pytest.mark.parametrize(
    "said", ["no espere, mejor primero un tóner para la impresora", "mejor necesito un tóner"]
)
async def test_what_is_to_come_first_puts_off_what_is_being_told(desk: RunningDesk, said: str) -> None:
    await desk.ana.writes("no me abre el correo")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("Hacienda piso 3")
    await desk.ana.receives("Revise su caso")
    await desk.ana.writes(said)
    summary = (await desk.ana.receives("Revise su caso")).text
    assert "correo" not in summary.partition("📍")[0]
    assert "Lugar: Secretaría de Hacienda, piso 3" in summary
    await desk.sends(desk.ana)
    await desk.ana.receives("Su caso quedó abierto")
    await desk.ana.receives("Quedaba lo otro que me contó: «no me abre el correo»")
