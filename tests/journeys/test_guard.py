"""No outage sleeps: what the desk leaves at closing goes to the guard, and back to the desk at opening."""

import pytest

from tests.emulator import Group, Person
from tests.journeys.desk import RunningDesk

DOWN = "se cayó el internet en toda la alcaldía, nadie puede trabajar"
SAME = "no hay internet en la alcaldía, nadie puede trabajar"
FIRST = "SAUS-2026-000001"
PAGE = f"GUARDIA: caso urgente {FIRST}"
BEFORE_CLOSING, CLOSING, OPENING = "2026-11-20 16:55", "2026-11-20 17:00", "2026-11-23 08:00"


@pytest.fixture
async def friday(desk: RunningDesk) -> RunningDesk:
    """Five to five on a Friday; Darío is on duty first and the administrator after him."""
    await desk.puts_on_duty(desk.dario, 1)
    await desk.puts_on_duty(desk.admin, 2)
    await desk.at(BEFORE_CLOSING)
    return desk


async def sends(desk: RunningDesk, person: Person, text: str = DOWN) -> None:
    """The form of a case to its end."""
    await person.writes(f"/caso {text}")
    await desk.reaches_summary(person, "Aduana, piso 2")
    await desk.sends(person)


async def opened_in_hours(desk: RunningDesk, *agents: Person) -> Group:
    group = await desk.has_group(*agents)
    await sends(desk, desk.ana)
    await desk.ana.receives("Queda de primero en la fila")
    await group.receives("🚨 urgente")
    return group


async def test_what_nobody_has_at_closing_is_paged_and_a_later_report_joins(friday: RunningDesk) -> None:
    await opened_in_hours(friday, friday.carla)
    await friday.at("2026-11-20 16:59")
    await friday.dario.receives_nothing()
    await friday.at(CLOSING)
    await friday.dario.receives(PAGE)
    await friday.at("2026-11-20 17:05")
    await friday.beto.writes(SAME)
    await friday.beto.receives("¿Es lo mismo?")
    await friday.beto.writes("sí, es lo mismo")
    joined = await friday.beto.receives("lo anoté en el caso")
    assert "avisé a la guardia" not in joined.text
    await friday.advance(minutes=1)
    await friday.group.receives("2 personas afectadas", edited=True)
    await friday.dario.receives_nothing()
    await friday.dario.presses("Lo tomo")
    await friday.dario.receives("queda a cargo de Darío")
    await friday.ana.receives("Darío tomó su caso")
    await friday.beto.receives("Darío tomó el caso")
    await friday.group.receives("Lo tiene: Darío", edited=True)


async def test_a_case_that_was_told_as_ordinary_is_paged_with_the_second_report(friday: RunningDesk) -> None:
    await friday.at("2026-11-20 17:02")
    await friday.ana.writes(DOWN)
    await friday.ana.receives("¿Aviso ya a la guardia?")
    await friday.ana.presses("No es urgente: caso normal")
    await friday.ana.receives("¿Dónde es?")
    await friday.ana.writes("Aduana")
    await friday.ana.receives("Revise su caso")
    await friday.sends(friday.ana)
    await friday.ana.receives("lo atienden desde el lunes 23")
    await friday.advance(minutes=3)
    await friday.dario.receives_nothing()
    await friday.beto.writes(SAME)
    await friday.beto.receives("¿Es lo mismo?")
    await friday.beto.writes("sí, es lo mismo")
    await friday.beto.receives("Nadie lo tenía y ya avisé a la guardia")
    page = await friday.dario.receives(PAGE)
    assert "una caída que le quita el servicio a muchos" in page.text
    await friday.advance(minutes=1)
    await friday.dario.receives_nothing()


async def test_a_report_wakes_nobody_while_somebody_has_it(friday: RunningDesk) -> None:
    await friday.gives("agente", friday.carla)
    await friday.at("2026-11-20 19:00")
    await friday.ana.writes(DOWN)
    await friday.ana.receives("¿Aviso ya a la guardia?")
    await friday.ana.presses("Sí, avisar ya a la guardia")
    await friday.ana.receives("Ya avisé a la guardia")
    await friday.carla.receives("🚨 urgente")
    await friday.dario.receives(PAGE)
    await friday.dario.presses("Lo tomo")
    await friday.dario.receives("queda a cargo")
    await friday.carla.receives("Lo tiene: Darío", edited=True)
    await friday.ana.receives("Darío tomó su caso")
    await friday.beto.writes(SAME)
    await friday.beto.receives("¿Es lo mismo?")
    await friday.beto.presses("Sí, es lo mismo")
    joined = await friday.beto.receives("2 personas afectadas")
    assert "avisé a la guardia" not in joined.text
    await friday.advance(minutes=1)
    await friday.carla.receives("2 personas afectadas", edited=True)


async def takes_in_hours(desk: RunningDesk) -> Group:
    group = await opened_in_hours(desk, desk.carla)
    await desk.carla.presses("Lo tomo", in_group=group)
    await desk.ana.receives("Carla tomó su caso")
    await group.receives("Lo tiene: Carla", edited=True)
    await desk.carla.sees_toast("queda a cargo")
    return group


async def test_whoever_has_it_at_closing_is_asked_once_and_may_keep_it(friday: RunningDesk) -> None:
    await takes_in_hours(friday)
    await friday.at(CLOSING)
    asked = await friday.carla.receives("¿Lo sigue usted o lo toma la guardia?")
    assert asked.labels == ["Lo sigo yo", "Que lo tome la guardia"]
    await friday.carla.presses("Lo sigo yo")
    await friday.carla.receives("sigue a su cargo")
    await friday.restart()
    await friday.advance(hours=5)
    await friday.dario.receives_nothing()
    await friday.at("2026-11-23 18:00")
    await friday.carla.receives("¿Lo sigue usted o lo toma la guardia?")


async def test_whoever_has_it_at_closing_hands_it_to_the_guard(friday: RunningDesk) -> None:
    group = await takes_in_hours(friday)
    await friday.at(CLOSING)
    asked = await friday.carla.receives("¿Lo sigue usted o lo toma la guardia?")
    await friday.beto._press(friday.carla.chat, asked.message_id, "x", f"ag:{FIRST}:guard")  # an outsider
    await friday.beto.sees_toast("Eso es solo para quienes tienen el rol")
    await friday.carla.presses("Que lo tome la guardia", asked)
    await friday.carla.receives("ya llamé a la guardia")
    await friday.ana.receives("Carla no sigue con su caso")
    card = await group.receives(f"{FIRST} · nuevo", edited=True)
    assert "Lo tiene" not in card.text
    await friday.dario.receives(PAGE)
    await friday.dario.presses("Lo tomo")
    await friday.dario.receives("queda a cargo de Darío")
    await friday.ana.receives("Darío tomó su caso")
    await group.receives("Lo tiene: Darío", edited=True)
    await friday.carla.presses("Lo sigo yo", asked)
    await friday.carla.receives("eso ya no se puede hacer")


async def test_whoever_has_it_and_cannot_be_asked_has_it_no_longer(friday: RunningDesk) -> None:
    group = await takes_in_hours(friday)
    await friday.carla.blocks_bot()
    await friday.at(CLOSING)
    await friday.dario.receives(PAGE)
    await group.receives(f"{FIRST} · nuevo", edited=True)
    await friday.ana.receives("llamó a la guardia para su caso")


async def test_after_a_time_without_the_program_closing_is_made_up_for(friday: RunningDesk) -> None:
    await opened_in_hours(friday, friday.carla)
    await friday.close()
    friday.clock.set("2026-11-21 02:00")
    await friday.open()
    await friday.advance(seconds=1)
    await friday.dario.receives(PAGE)
    await friday.restart()
    await friday.advance(seconds=15)
    await friday.dario.receives_nothing()


async def test_at_opening_the_pages_stop_and_the_case_is_first_in_line(friday: RunningDesk) -> None:
    group = await opened_in_hours(friday, friday.carla)
    await friday.at("2026-11-23 07:50")
    page = await friday.dario.receives(PAGE)
    await friday.at(OPENING)
    over = await friday.dario.receives("ya no se llama a la guardia", edited=True)
    assert over.message_id == page.message_id
    assert over.labels == []
    await friday.dario.receives("pasa a los agentes, de primero en la fila")
    rung = await group.receives("Nadie de la guardia lo tiene: va de primero en la fila")
    assert "tg://user?id=11" in rung.html
    await group.receives("🚨 urgente", edited=True)
    await friday.ana.receives("Ya abrió la mesa")
    await friday.admin.receives(
        "1 caso urgente fuera de horario, desde el viernes 20 de noviembre a las 5:00 p. m."
    )
    await friday.advance(hours=2)
    await friday.dario.receives_nothing()
    await friday.dario.presses("No puedo", page)
    await friday.dario.receives("ya no llamo a nadie por ese caso")
    await friday.at("2026-11-23 18:00")
    await friday.dario.receives(PAGE)


async def test_a_holiday_monday_at_eleven_with_two_steps_silent(friday: RunningDesk) -> None:
    await friday.puts_on_duty(friday.carla, 3)
    await friday.at("2026-11-16 23:00")
    await friday.ana.writes(DOWN)
    await friday.ana.receives("¿Aviso ya a la guardia?")
    await friday.ana.presses("Sí, avisar ya a la guardia")
    await friday.ana.receives("Ya avisé a la guardia")
    await friday.dario.receives(PAGE)
    await friday.restart()
    await friday.advance(minutes=15)
    await friday.admin.receives("Nadie lo ha tomado todavía")
    await friday.restart()
    await friday.advance(minutes=15)
    await friday.carla.receives("Nadie lo ha tomado todavía")
    await friday.carla.presses("Lo tomo")
    await friday.carla.receives("queda a cargo de Carla")
    for called in (friday.dario, friday.admin):
        await called.receives("Carla ya tomó el caso urgente")
    await friday.ana.receives("Carla tomó su caso")
    await friday.advance(hours=8)
    await friday.beto.receives_nothing()


async def test_a_solved_case_tells_everybody_who_was_called(friday: RunningDesk) -> None:
    await friday.at("2026-11-20 20:00")
    await friday.ana.writes(DOWN)
    await friday.ana.receives("¿Aviso ya a la guardia?")
    await friday.ana.presses("Sí, avisar ya a la guardia")
    await friday.ana.receives("Ya avisé a la guardia")
    page = await friday.dario.receives(PAGE)
    await friday.advance(minutes=15)
    await friday.admin.receives("Nadie lo ha tomado todavía")
    await friday.admin.writes(f"/mesa {FIRST}")
    await friday.admin.receives(FIRST)
    await friday.admin.presses("Resolver")
    await friday.admin.receives("¿cuándo volvió el servicio?")
    await friday.admin.presses("Ahora mismo")
    await friday.admin.receives("¿qué se hizo?")
    await friday.admin.writes("Se reinició el enlace")
    await friday.admin.receives("resuelto", edited=True)
    await friday.admin.receives("quedó resuelto")
    await friday.ana.receives("está resuelto")
    over = await friday.dario.receives("ya no se llama a la guardia", edited=True)
    assert over.message_id == page.message_id
    await friday.dario.receives("quedó resuelto (Alba): ya no hace falta")
    await friday.advance(hours=1)
