"""After hours: the two exceptions of the ANS are confirmed with one press and paged until somebody takes them."""

import asyncio

import pytest

from tests.emulator import Person
from tests.journeys.desk import RunningDesk

OUTAGE = "se cayó el servidor y nadie puede entrar a nada en toda la alcaldía"
FRIDAY_NIGHT = "2026-11-13 19:30"
PAGE = "GUARDIA: caso urgente SAUS-2026-000001"


@pytest.fixture
async def night(desk: RunningDesk) -> RunningDesk:
    """A Friday night with Carla to be called first and Darío after her."""
    await desk.puts_on_duty(desk.carla, 1)
    await desk.puts_on_duty(desk.dario, 2)
    await desk.at(FRIDAY_NIGHT)
    return desk


async def reports(desk: RunningDesk, text: str = OUTAGE) -> None:
    await desk.ana.writes(text)
    await desk.ana.receives("¿Aviso ya a la guardia?")
    await desk.ana.presses("Sí, avisar ya a la guardia")
    await desk.ana.receives("Ya avisé a la guardia")


async def test_an_outage_is_confirmed_with_one_press_and_paged_at_once(night: RunningDesk) -> None:
    group = await night.has_group()
    await night.ana.writes(OUTAGE)
    offer = await night.ana.receives("Estamos fuera de horario, pero esto parece una caída")
    assert "Ley 1581" in offer.text
    await night.ana.presses("Sí, avisar ya a la guardia")
    await night.ana.receives("Su caso quedó abierto: SAUS-2026-000001")
    page = await night.carla.receives(PAGE)
    assert page.labels == ["Lo tomo", "No puedo"]
    assert OUTAGE in page.text
    await group.receives("urgente")
    await night.carla.presses("Lo tomo")
    await night.carla.receives("queda a cargo de Carla")
    await night.ana.receives("Carla tomó su caso SAUS-2026-000001 a las 7:30 p. m.")
    await group.receives("Lo tiene: Carla", edited=True)
    await night.advance(hours=2)


async def test_yes_in_words_pages_too(night: RunningDesk) -> None:
    await night.ana.writes(OUTAGE)
    await night.ana.receives("¿Aviso ya a la guardia?")
    await night.ana.writes("sí")
    await night.ana.receives("Ya avisé a la guardia")
    await night.carla.receives(PAGE)


async def test_who_else_it_hits_answers_how_many_and_what_is_back_calls_nobody(night: RunningDesk) -> None:
    for said, told in (
        ("ya volvió, dejen así", "No avisé a nadie"),
        ("sí, pero ya volvió", "No avisé a nadie"),
        ("a mi compañera también le pasa", "Estamos fuera de horario, pero esto parece una caída"),
    ):
        await night.ana.writes("no hay internet")
        await night.ana.receives("¿Le pasa a muchas personas o solo a usted?")
        await night.ana.writes(said)
        await night.ana.receives(told)
        await night.settled(night.ana)
    night.carla.ignores_rest()


async def test_a_yes_with_who_they_are_pages_with_it(night: RunningDesk) -> None:
    await night.ana.writes(OUTAGE)
    await night.ana.receives("¿Aviso ya a la guardia?")
    await night.ana.writes("sí claro avísenles ya, Dayro Pájaro 3004421100")
    await night.ana.receives("Ya avisé a la guardia")
    page = await night.carla.receives(PAGE)
    assert "🙋 Dayro Pájaro · ☎️ 3004421100" in page.text


async def test_who_they_are_alone_keeps_the_question(night: RunningDesk) -> None:
    await night.ana.writes(OUTAGE)
    await night.ana.receives("¿Aviso ya a la guardia?")
    await night.ana.writes("Dayro Pájaro 3004421100")
    await night.ana.receives("Todavía no he avisado a nadie")
    await night.ana.receives("¿Aviso ya a la guardia?")
    await night.carla.receives_nothing()
    await night.ana.writes("dale pues")
    await night.ana.receives("Ya avisé a la guardia")
    page = await night.carla.receives(PAGE)
    assert "🙋 Dayro Pájaro · ☎️ 3004421100" in page.text


async def test_an_event_offered_to_the_guard_is_an_ordinary_case_once_people_attend(
    night: RunningDesk,
) -> None:
    await night.at("2026-11-25T07:40")
    await night.ana.writes("el alcalde da una rueda de prensa hoy a las 7:50 en la plaza y no tenemos sonido")
    await night.ana.receives("¿Aviso ya a la guardia?")
    await night.at("2026-11-25T08:01")
    await night.ana.writes("Dayro Pájaro 3004421100")
    await night.ana.receives("Todavía no he avisado a nadie")
    asked = await night.ana.receives()
    assert "caída" not in asked.text
    night.carla.ignores_rest()


async def test_a_yes_of_no_known_words_is_asked_again(night: RunningDesk) -> None:
    await night.ana.writes(OUTAGE)
    await night.ana.receives("¿Aviso ya a la guardia?")
    await night.ana.writes("listo vale bien")
    await night.ana.receives("No entendí cuál")
    await night.ana.receives("¿Aviso ya a la guardia?")


async def test_name_place_and_extension_told_at_once_are_on_the_page(night: RunningDesk) -> None:
    await reports(
        night,
        "Buenas noches, soy Dayro Pájaro de Hacienda piso 2, ext 4521, se cayó la red y nadie puede trabajar",
    )
    page = await night.carla.receives(PAGE)
    assert "📍 Secretaría de Hacienda, piso 2" in page.text
    assert "🙋 Dayro Pájaro · ☎️ ext. 4521" in page.text


async def test_the_ladder_is_climbed_until_somebody_takes_it(night: RunningDesk) -> None:
    await reports(night)
    await night.carla.receives(PAGE)
    await night.advance(minutes=14)
    await night.dario.receives_nothing()
    await night.advance(minutes=1)
    await night.dario.receives("Nadie lo ha tomado todavía")
    await night.advance(minutes=15)
    await night.carla.receives("Nadie lo ha tomado todavía")
    await night.dario.receives("Nadie lo ha tomado todavía")
    await night.dario.presses("Lo tomo")
    await night.dario.receives("queda a cargo de Darío")
    await night.carla.receives("Darío ya tomó el caso urgente")
    await night.ana.receives("Darío tomó su caso")
    await night.advance(minutes=60)


async def test_paging_survives_a_restart(night: RunningDesk) -> None:
    await reports(night)
    await night.carla.receives(PAGE)
    await night.restart()
    await night.advance(minutes=15)
    await night.dario.receives("Nadie lo ha tomado todavía")
    await night.restart()
    await night.carla.presses("Lo tomo")
    await night.carla.receives("queda a cargo de Carla")
    await night.dario.receives("Carla ya tomó")
    await night.ana.receives("Carla tomó su caso")
    await night.restart()
    await night.advance(hours=1)


async def test_of_two_who_press_at_once_one_wins_and_the_other_is_told_who(desk: RunningDesk) -> None:
    for person in (desk.carla, desk.dario):
        await desk.puts_on_duty(person, 1)
    await desk.at(FRIDAY_NIGHT)
    await reports(desk)
    await asyncio.gather(desk.carla.receives(PAGE), desk.dario.receives(PAGE))
    await asyncio.gather(desk.carla.presses("Lo tomo"), desk.dario.presses("Lo tomo"))
    told = await desk.ana.receives("tomó su caso")
    winner, loser = _in_order(told.text, desk.carla, desk.dario)
    name = winner.user["first_name"]
    await winner.receives(f"queda a cargo de {name}")
    await loser.receives(f"{name} ya tomó el caso urgente")
    await loser.receives(f"lo tiene {name}. ¿Lo toma usted?")


def _in_order(told: str, one: Person, other: Person) -> tuple[Person, Person]:
    return (one, other) if one.user["first_name"] in told else (other, one)


async def test_an_event_of_the_mayor_is_urgent(night: RunningDesk) -> None:
    await night.ana.writes(
        "el evento del alcalde es esta noche a las 9 y necesitamos acompañamiento de informática"
    )
    await night.ana.receives("esto parece un evento del despacho del alcalde")
    await night.ana.presses("Sí, avisar ya a la guardia")
    await night.ana.receives("SAUS-2026-000001")
    await night.carla.receives("Es un evento del despacho del alcalde")


async def test_an_ordinary_case_waits_and_its_requester_knows_until_when(night: RunningDesk) -> None:
    await night.fills_form(night.ana, "no me abre el correo")
    await night.sends(night.ana)
    await night.ana.receives("lo atienden desde el martes 17 a las 8:00 a. m., el lunes es festivo")
    await night.advance(minutes=60)


async def test_who_says_that_it_is_not_urgent_is_not_asked_again(night: RunningDesk) -> None:
    await night.ana.writes(OUTAGE)
    await night.ana.receives("¿Aviso ya a la guardia?")
    await night.ana.presses("No es urgente: caso normal")
    await night.ana.receives("¿Dónde es?")
    await night.ana.writes("Aduana")
    await night.ana.receives("Revise su caso")
    await night.sends(night.ana)
    await night.ana.receives("lo atienden desde el martes 17")


async def test_an_exception_told_in_the_form_is_asked_about_before_it_is_sent(night: RunningDesk) -> None:
    await night.ana.writes(f"/caso {OUTAGE}")
    await night.reaches_summary(night.ana, "Aduana")
    await night.sends(night.ana)
    await night.ana.receives("esto parece una caída que afecta a muchos")
    await night.ana.writes("sí")
    await night.ana.receives("Ya avisé a la guardia")
    await night.carla.receives(PAGE)


async def test_in_hours_nothing_is_paged(night: RunningDesk) -> None:
    await night.at("2026-11-17 10:00")
    await night.ana.writes(OUTAGE)
    asked = await night.ana.receives("¿Cuál de estos")  # what nobody can do for it is no second problem
    assert "Veo más de una cosa" not in asked.text
    await night.ana.writes("/urgente")
    await night.ana.receives("no hace falta la guardia")
    await night.ana.presses("Abrir un caso")
    await night.ana.receives("¿Dónde es?")


async def test_another_problem_beside_an_outage_is_one_of_its_own(night: RunningDesk) -> None:
    await night.at("2026-11-17 10:00")
    await night.ana.writes(f"{OUTAGE}. Otra cosa: la impresora no imprime")
    asked = await night.ana.receives("Veo más de una cosa")
    assert "Impresoras" in asked.labels
    assert len(asked.labels) == 3


async def test_the_offer_of_the_night_pages_nobody_in_the_morning(night: RunningDesk) -> None:
    await night.ana.writes(OUTAGE)
    await night.ana.receives("¿Aviso ya a la guardia?")
    await night.at("2026-11-17 08:00")
    await night.ana.presses("Sí, avisar ya a la guardia")
    await night.ana.receives("no hace falta la guardia")
    await night.is_asked_where(night.ana)


async def test_urgent_by_command_asks_what_and_which(night: RunningDesk) -> None:
    await night.ana.writes("/urgente")
    await night.ana.receives("¿Qué está pasando y dónde?")
    await night.ana.writes("se me olvidó la clave")
    await night.ana.receives("la guardia sale solo por estas dos cosas")
    await night.ana.presses("Ninguna: abrir un caso normal")
    await night.ana.receives("¿Dónde es?")
    await night.ana.writes("/cancelar")
    await night.ana.receives("sin enviar")
    await night.ana.writes(f"/urgente {OUTAGE}")
    which = await night.ana.receives("¿Aviso ya a la guardia?")
    assert which.labels[0] == "Se cayó para muchos: avisar"
    await night.ana.presses("Se cayó para muchos")
    await night.ana.receives("Ya avisé a la guardia")
    await night.carla.receives(PAGE)


async def test_an_urgent_report_interrupts_a_form_and_gives_it_back(night: RunningDesk) -> None:
    await night.fills_form(night.ana, "no me abre el correo")
    await night.ana.writes(f"/urgente {OUTAGE}")
    await night.ana.receives("¿Aviso ya a la guardia?")
    await night.ana.presses("Se cayó para muchos")
    await night.ana.receives("Ya avisé a la guardia")
    await night.ana.receives("Sigue a medio llenar su caso")
    await night.carla.receives(PAGE)
    await night.ana.presses("Seguir donde iba")
    await night.ana.receives("no me abre el correo")
    await night.sends(night.ana)
    await night.ana.receives("SAUS-2026-000002")


async def test_somebody_without_the_role_cannot_take_it(night: RunningDesk) -> None:
    group = await night.has_group()
    await reports(night)
    await night.carla.receives(PAGE)
    await group.receives(PAGE.rsplit(" ", 1)[1])
    await night.beto.joins(group)
    await night.beto.presses("Lo tomo", in_group=group)
    await night.beto.sees_toast("Eso es solo para quienes tienen el rol")
    await night.admin.writes("/rol quitar guardia @carla")
    await night.admin.receives("ya no tiene el rol")
    await night.carla.receives("Ya no tiene el rol")
    await night.carla.presses("Lo tomo")
    await night.carla.sees_toast("Eso es solo para quienes tienen el rol")
    await night.ana.receives_nothing()


async def test_with_nobody_on_duty_the_reporter_is_told_to_call(desk: RunningDesk) -> None:
    await desk.at(FRIDAY_NIGHT)
    await desk.ana.writes(OUTAGE)
    await desk.ana.receives("¿Aviso ya a la guardia?")
    await desk.ana.presses("Sí, avisar ya a la guardia")
    await desk.ana.receives("llame también a la línea (57) + (5) 6411370")


async def test_a_cancelled_case_pages_nobody_any_more(night: RunningDesk) -> None:
    await reports(night)
    page = await night.carla.receives(PAGE)
    await night.ana.presses("Cancelar el caso")
    await night.ana.receives("¿Cancelo el caso")
    await night.ana.presses("Sí, cancelarlo")
    await night.ana.receives("Cancelé el caso")
    over = await night.carla.receives("ya no se llama a la guardia", edited=True)
    assert over.labels == []
    await night.carla.receives("se canceló (Ana): ya no hace falta")
    await night.advance(hours=1)
    await night.carla.presses("Lo tomo", page)
    await night.carla.receives("ya no se puede tomar")


async def test_an_outage_that_comes_back_at_night_calls_the_guard_again(night: RunningDesk) -> None:
    await reports(night)
    await night.carla.receives(PAGE)
    await night.ana.writes("ya volvió, gracias")
    await night.ana.receives("¿Doy por resuelto")
    await night.ana.presses("Sí, ya quedó")
    await night.ana.receives("resuelto")
    await night.carla.receives("quedó resuelto")
    await night.carla.receives("ya no se llama a la guardia", edited=True)
    await night.carla.receives("ya no hace falta nadie de la guardia")
    await night.advance(minutes=20)
    await night.ana.writes("se volvió a caer, reábranlo")
    await night.ana.receives("¿qué sigue fallando")
    await night.ana.presses("Sí, reabrirlo")
    again = await night.ana.receives(
        "Reabrí su caso SAUS-2026-000001, con toda su historia. Ya avisé a la guardia"
    )
    assert "lunes" not in again.text
    await night.carla.receives(PAGE)
