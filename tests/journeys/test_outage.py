"""One outage, one case: asked with one press, counted, told all at once; and a storm of reports."""

import asyncio

import pytest

from tests.emulator import Person
from tests.journeys import in_words
from tests.journeys.desk import RunningDesk, number_in
from tests.journeys.solving import solves

DOWN = "se cayó el internet en toda la alcaldía, nadie puede trabajar"
ALSO = "no hay internet en la sede de Manga, nadie navega"
FIRST, SECOND = "SAUS-2026-000001", "SAUS-2026-000002"
FRIDAY_NIGHT = "2026-11-13 19:30"
STORM = 60


@pytest.fixture
async def night(desk: RunningDesk) -> RunningDesk:
    await desk.puts_on_duty(desk.carla, 1)
    await desk.at(FRIDAY_NIGHT)
    await desk.ana.writes(DOWN)
    await desk.ana.receives("¿Aviso ya a la guardia?")
    await desk.ana.presses("Sí, avisar ya a la guardia")
    await desk.ana.receives("Ya avisé a la guardia")
    page = await desk.carla.receives(FIRST)
    assert "1 persona afectada" not in page.text
    return desk


async def joins(person: Person, text: str = ALSO) -> None:
    await person.writes(text)
    await person.receives("¿Es lo mismo?")
    await person.presses("Sí, es lo mismo")
    await person.receives("lo anoté en el caso")


async def test_after_hours_the_second_report_joins_with_one_press_and_pages_nobody(
    night: RunningDesk,
) -> None:
    await night.beto.writes(ALSO)
    asked = await night.beto.receives("Ya sabemos de «se cayó el internet en toda la alcaldía")
    assert f"caso {FIRST}, 1 persona afectada" in asked.text
    assert "Ley 1581" in asked.text
    assert asked.labels == ["Sí, es lo mismo", "No, es otra cosa"]
    await night.beto.writes("sí")
    await night.beto.receives(f"lo anoté en el caso {FIRST}: 2 personas afectadas")
    await night.carla.receives_nothing()
    await night.beto.writes(ALSO)
    await night.beto.receives("ya lo tengo en la lista")
    await night.beto.presses("Sí, es lo mismo")
    await night.beto.receives("Ya lo tengo en la lista del caso SAUS-2026-000001: 2 personas afectadas")


async def test_another_matter_is_one_press_away_and_is_not_asked_again(night: RunningDesk) -> None:
    await night.beto.writes(ALSO)
    await night.beto.receives("¿Es lo mismo?")
    await night.beto.presses("No, es otra cosa")
    await night.beto.receives("¿Aviso ya a la guardia?")
    await night.beto.presses("Sí, avisar ya a la guardia")
    await night.beto.receives("Su caso quedó abierto: SAUS-2026-000002")
    await night.carla.receives("SAUS-2026-000002")


async def test_words_that_waited_go_on_as_another_matter(night: RunningDesk) -> None:
    """What led to the question was a button, but what is read again are the words that had waited for it."""
    await night.fills_form(night.beto, "la impresora no imprime")
    night.clock.advance(minutes=40)
    await night.beto.writes(ALSO)
    await night.beto.receives("Tenía a medio llenar su caso")
    await night.beto.presses("Otra cosa: dejar lo anterior")
    await night.beto.receives("dejé su caso sin enviar")
    await night.beto.receives("¿Es lo mismo?")
    await night.beto.presses("No, es otra cosa")
    await night.beto.receives("¿Aviso ya a la guardia?")


async def test_by_urgente_too(night: RunningDesk) -> None:
    await night.beto.writes(f"/urgente {ALSO}")
    await night.beto.receives("¿Es lo mismo?")
    await night.beto.presses("Sí, es lo mismo")
    await night.beto.receives("2 personas afectadas")
    await night.dario.writes(f"/urgente {ALSO}")
    await night.dario.receives("¿Es lo mismo?")
    await night.dario.presses("No, es otra cosa")
    await night.dario.receives("¿Aviso ya a la guardia?")
    await night.dario.presses("Se cayó para muchos")
    await night.dario.receives("SAUS-2026-000002")
    await night.carla.receives("SAUS-2026-000002")


async def sends(desk: RunningDesk, person: Person, text: str) -> None:
    """The form of a case, to its end."""
    await person.writes(f"/caso {text}")
    await desk.reaches_summary(person, "Manga")
    await desk.sends(person)


async def test_in_hours_what_was_sent_goes_on_when_it_is_something_else(desk: RunningDesk) -> None:
    await sends(desk, desk.ana, DOWN)
    await desk.ana.receives("Su caso quedó abierto")
    await sends(desk, desk.beto, ALSO)
    await desk.beto.receives("¿Es lo mismo?")
    await desk.beto.presses("No, es otra cosa")
    await desk.beto.receives("Su caso quedó abierto: SAUS-2026-000002")
    await desk.dario.writes(f"/urgente {ALSO}")
    first = number_in(await desk.dario.receives("¿Es lo mismo?"))
    await desk.dario.writes("no")
    assert number_in(await desk.dario.receives("¿Es lo mismo?")) != first
    await desk.dario.writes("no")
    await desk.dario.receives("Estamos en horario")
    await desk.reaches_summary(desk.dario, "Manga")


async def test_a_single_users_fault_goes_its_own_way(night: RunningDesk) -> None:
    await night.beto.writes("solo a mí no me funciona el internet, a los demás sí")
    message = await night.beto.receives()
    assert "¿Es lo mismo?" not in message.text


async def test_in_hours_the_form_asks_before_it_opens_a_second_case(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla)
    await desk.ana.writes(f"/caso {DOWN}")
    await desk.reaches_summary(desk.ana, "Aduana, piso 2")
    await desk.sends(desk.ana)
    assert number_in(await desk.ana.receives("Su caso quedó abierto")) == FIRST
    await group.receives("🚨 urgente")

    await desk.beto.writes(f"/caso {ALSO}")
    await desk.reaches_summary(desk.beto, "Manga")
    await desk.sends(desk.beto)
    await desk.beto.receives("Ya sabemos de")
    await desk.beto.presses("Sí, es lo mismo")
    await desk.beto.receives("2 personas afectadas")
    await desk.advance(minutes=1)
    card = await group.receives("Caída: 2 personas afectadas", edited=True)
    assert "Avisar avance" in card.labels
    await desk.beto.writes("/cancelar")
    await desk.beto.receives("No hay nada a medio llenar")

    await desk.ana.writes(f"/estado {FIRST}")
    await desk.ana.receives("Caída: 2 personas afectadas")
    await desk.ana.presses("Cancelar el caso")
    await desk.ana.receives("no se cancela: 2 personas afectadas")
    await desk.beto.writes(FIRST)
    seen = await desk.beto.receives("Caída: 2 personas afectadas")
    assert "Aduana" not in seen.text
    await desk.dario.writes(FIRST)
    await desk.dario.receives("No encuentro entre sus casos")


@pytest.mark.both
async def test_progress_and_recovery_reach_all_at_once_also_at_night(night: RunningDesk) -> None:
    await joins(night.beto)
    await joins(night.dario)
    await night.dario.blocks_bot()
    await night.carla.writes(f"/mesa {FIRST}")
    await night.carla.receives("Caída: 3 personas afectadas")
    await night.carla.presses("Avisar avance")
    await night.carla.receives("¿Qué les cuento a todos los afectados")
    await night.carla.writes("Se quemó el switch; ya viene el repuesto")
    shown = await night.carla.receives("Así lo leerán 2 personas")
    assert "Avance del caso" in shown.text
    await night.carla.presses("Sí, enviarlo")
    await night.carla.receives("enviado a 2 personas")
    for person in (night.ana, night.beto):
        await person.receives("Se quemó el switch; ya viene el repuesto")
    await night.beto.presses("Ver cómo va")
    await night.beto.receives("Se quemó el switch")

    await night.carla.presses("Ver el caso")
    await night.carla.receives(FIRST)
    await night.carla.presses("Resolver")
    await night.carla.receives("¿cuándo volvió el servicio?")
    night.clock.advance(minutes=30)
    await night.carla.writes("a las 9 de la noche")
    await night.carla.receives("todavía no llega")
    await night.carla.writes("a las 6 y media")
    await night.carla.receives("tiene que terminar después de empezar")
    await night.carla.writes("hace 10 minutos")
    await night.carla.receives("¿qué se hizo?")
    await night.carla.writes("Se cambió el switch")
    shown = await night.carla.receives("Así lo leerán")
    assert "Volvió hoy a las 7:50 p. m." in shown.text
    await night.carla.presses("Sí, enviarlo")
    await night.carla.receives("hasta vie 13 nov 7:50 p. m.", edited=True)
    await night.carla.receives("quedó resuelto")
    await night.ana.receives(f"Su caso {FIRST} está resuelto")
    back = await night.beto.receives("Ya quedó lo de «se cayó el internet")
    assert "Volvió hoy a las 7:50 p. m." in back.text
    assert "Se cambió el switch" in back.text
    assert back.labels == ["Sigue fallando para mí"]

    await night.beto.presses("Sigue fallando para mí")
    await night.beto.receives("Su caso quedó abierto: SAUS-2026-000002")
    await night.beto.presses("Sigue fallando para mí", back)
    await night.beto.receives("SAUS-2026-000002")
    await night.admin.writes("/caidas")
    told = await night.admin.receives("Ahora no hay ninguna")
    assert "3 personas afectadas" in told.text


async def test_an_agent_marks_a_case_and_takes_it_back(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.opens_case(desk.ana, "no me abre el correo")
    await desk.carla.receives(FIRST)
    await desk.carla.presses("Más…")
    await desk.carla.receives("Correo")
    await desk.carla.presses("Es una caída")
    await desk.carla.receives("¿desde cuándo está caído?")
    await desk.carla.writes("11:45")
    await desk.carla.receives("todavía no llega")
    await desk.carla.writes("8:30")
    await desk.carla.receives("Caída: 1 persona afectada, desde mar 10 nov 8:30 a. m.", edited=True)
    await desk.carla.receives("es una caída")
    await desk.beto.writes("no me abre el correo")
    await desk.beto.receives("¿Es lo mismo?")
    await desk.beto.presses("Sí, es lo mismo")
    await desk.beto.receives("2 personas afectadas")
    await desk.advance(minutes=1)
    await desk.carla.receives("Caída: 2 personas afectadas", edited=True)
    await desk.carla.writes("/caidas")
    await desk.carla.receives("Correo electrónico")
    await desk.carla.writes("/mesa")
    await desk.carla.receives("caída: 2 personas afectadas")
    await desk.carla.writes(f"/mesa {FIRST}")
    await desk.carla.receives("Caída: 2 personas")
    await desk.carla.presses("Más…")
    await desk.carla.receives("Correo")
    await desk.carla.presses("Caída: desde cuándo")
    await desk.carla.receives("¿desde cuándo está caído?")
    await desk.carla.presses("No es una caída")
    for _ in ("the desk's card", "the one that she asked for"):
        await desk.carla.receives(FIRST, edited=True)
    await desk.carla.receives("ya no es una caída. Ya se lo conté a 1 más")
    await desk.beto.receives("no es una caída general")


async def test_an_outsider_does_none_of_it(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla)
    await desk.opens_case(desk.ana, "no me abre el correo")
    await group.receives(FIRST)
    await desk.carla.presses("Más…", in_group=group)
    more = await group.receives("Correo", edited=True)
    await desk.beto.joins(group)
    await desk.beto.presses("Es una caída", more)
    await desk.beto.sees_toast("Eso es solo para quienes tienen el rol")
    await desk.carla.presses("Es una caída", more)
    await group.receives("¿desde cuándo está caído?")
    await desk.carla.presses("Desde ", in_group=group)
    card = await group.receives("Caída: 1 persona afectada", edited=True)
    await group.receives("es una caída")
    await desk.beto.presses("Avisar avance", card)
    await desk.beto.sees_toast("Eso es solo para quienes tienen el rol")
    await desk.beto.writes("/caidas")
    await desk.beto.receives("Eso es solo para quienes tienen el rol")
    await desk.ana.receives_nothing()


async def test_a_storm_of_reports_is_one_case_and_one_page(desk: RunningDesk) -> None:
    await desk.puts_on_duty(desk.carla, 1)
    await desk.at(FRIDAY_NIGHT)
    crowd = [desk.telegram.person(1000 + place, f"P{place}", f"p{place}") for place in range(STORM)]
    await asyncio.gather(*(one.writes(DOWN) for one in crowd))
    await asyncio.gather(*(one.receives("¿Aviso ya a la guardia?", timeout=60) for one in crowd))
    await asyncio.gather(*(one.presses("Sí, avisar ya a la guardia") for one in crowd))
    answers = await asyncio.gather(
        *(one.receives(matching="¿Es lo mismo|Ya avisé a la guardia", timeout=60) for one in crowd)
    )
    others = [one for one, said in zip(crowd, answers, strict=True) if "¿Es lo mismo?" in said.text]
    assert len(others) == STORM - 1
    await asyncio.gather(*(one.presses("Sí, es lo mismo") for one in others))
    await asyncio.gather(*(one.receives(f"lo anoté en el caso {FIRST}", timeout=60) for one in others))
    await desk.carla.receives(FIRST)
    await desk.carla.receives_nothing()
    await desk.carla.writes("/caidas")
    await desk.carla.receives(f"{STORM} personas afectadas")


async def test_the_ends_of_an_outage_that_is_over_are_corrected_by_agents_alone(night: RunningDesk) -> None:
    await joins(night.beto)
    night.clock.advance(minutes=60)
    await solves(night, night.carla, FIRST)
    await night.ana.receives("está resuelto")
    await night.beto.receives("Volvió hoy a las 8:30 p. m.")
    await night.carla.writes("/mesa 1")
    card = await night.carla.receives("desde vie 13 nov 7:30 p. m. hasta vie 13 nov 8:30 p. m.")
    await night.carla.presses("Caída: desde y hasta")
    asked = await night.carla.receives("¿Qué corrige?")
    await night.carla.presses("Cuándo volvió", asked)
    await night.carla.receives("¿cuándo volvió el servicio?")
    await night.carla.writes("a las 8 y cuarto")
    await night.carla.receives("hasta vie 13 nov 8:15 p. m.", edited=True)
    await night.carla.receives("hasta vie 13 nov 8:15 p. m.")
    await night.carla.presses("Caída: desde y hasta", card)
    await night.carla.receives("¿Qué corrige?")
    await night.carla.presses("Cuándo empezó")
    await night.carla.receives("¿desde cuándo está caído?")
    await night.carla.writes("a las 8 y 20")
    await night.carla.receives("No puede ser")
    await night.carla.writes("a las 7 de la noche")
    await night.carla.receives("desde vie 13 nov 7:00 p. m. hasta vie 13 nov 8:15 p. m.", edited=True)
    await night.carla.receives("desde vie 13 nov 7:00 p. m. hasta vie 13 nov 8:15 p. m.")
    await night.advance(days=60)
    await night.carla.presses("Caída: desde y hasta", card)
    await night.carla.receives("¿Qué corrige?")
    await night.carla.presses("Cuándo volvió")
    await night.carla.receives("¿cuándo volvió el servicio?")
    for said, told in (
        ("12/11/2026 20:10", "tiene que terminar después de empezar"),
        ("12/11/2031 20:10", "todavía no llega"),
        ("cuando llovió", "No entendí la hora. "),
        ("cuando se fue la luz", "No entendí la hora. "),
        ("el 13 de noviembre de 2026 a las 20:10", "hasta vie 13 nov 2026 8:10 p. m."),
    ):
        await night.carla.writes(said)
        await night.carla.receives(told)
    await night.carla.receives("👍 SAUS-2026-000001: 📣 Caída")
    await night.beto.receives_nothing()
    data = next(one.data for row in card.buttons for one in row if one.text == "Caída: desde y hasta")
    await in_words.greets(night.dario)
    await night.dario._press(night.dario.chat, night.dario.last.message_id, "x", data)
    await night.dario.sees_toast("solo para quienes tienen el rol")


async def test_whoever_has_a_case_of_their_own_is_not_told_that_it_is_over(night: RunningDesk) -> None:
    await joins(night.beto)
    await joins(night.dario)
    await solves(night, night.carla, FIRST)
    await night.ana.receives("está resuelto")
    for person in (night.beto, night.dario):
        await person.receives("Ya quedó")
    await night.beto.presses("Sigue fallando para mí")
    await night.beto.receives("SAUS-2026-000002")
    await night.ana.presses("Sigue fallando: reabrir")
    await night.ana.receives()
    await night.carla.receives("Ana reabrió")
    await night.beto.receives("Reabrimos el caso")
    await night.dario.receives("Reabrimos el caso")
    await solves(night, night.carla, FIRST)
    await night.ana.receives("está resuelto")
    await night.dario.receives("Ya quedó")
    await night.beto.receives_nothing()


async def test_who_joins_says_once_who_they_are_and_where(night: RunningDesk) -> None:
    await joins(night.beto, "soy Beto Díaz de Hacienda, piso 3, ext 3310, no hay internet en toda la oficina")
    await solves(night, night.carla, FIRST)
    await night.ana.receives("está resuelto")
    await night.beto.receives("Ya quedó")
    await night.beto.presses("Sigue fallando para mí")
    await night.beto.receives(f"Su caso quedó abierto: {SECOND}")
    await night.carla.writes(f"/mesa {SECOND}")
    card = await night.carla.receives(SECOND)
    assert "Secretaría de Hacienda, piso 3" in card.text
    assert "Beto Díaz · ☎️ ext. 3310" in card.text


@pytest.mark.parametrize(
    "said", ["a nadie le abre el correo en toda la sede", "se les cayó a todos en la oficina"]
)
async def test_a_report_that_grows_while_it_is_told_is_the_same_case(desk: RunningDesk, said: str) -> None:
    await desk.fills_form(desk.ana, "no me abre el correo")
    await desk.ana.writes(said)
    await desk.ana.receives("Lo agregué")
    summary = await desk.ana.receives("Irá de primero")
    assert said in summary.text
    await desk.sends(desk.ana, summary)
    await desk.ana.receives(FIRST)


async def test_at_night_one_that_grows_is_offered_the_guard_with_its_place(desk: RunningDesk) -> None:
    desk.clock.set("2026-11-10 21:00")
    await desk.puts_on_duty(desk.carla, 1)
    await desk.opens_case(desk.ana, "la impresora no imprime")
    await desk.ana.writes("no me abre el correo")
    await desk.ana.receives("Revise su caso")
    await desk.ana.writes("a nadie le abre el correo en toda la sede")
    await desk.ana.receives("¿Aviso ya a la guardia?")
    await desk.ana.presses("Sí, avisar ya a la guardia")
    await desk.ana.receives(SECOND)
    page = await desk.carla.receives(SECOND)
    assert "Hacienda" in page.text


async def test_a_case_that_grows_goes_first_with_what_was_said(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla)
    await desk.opens_case(desk.ana, "no me abre el correo")
    await group.receives(FIRST)
    await desk.ana.writes("ya son todos los de la oficina, se les cayó el correo")
    await desk.ana.receives("está como caso normal")
    await desk.ana.presses("Sí, avisarles ya")
    await desk.ana.receives(FIRST)
    await group.receives("primero")
    await group.receives("ya son todos los de la oficina")
    await group.receives("urgente", edited=True)
