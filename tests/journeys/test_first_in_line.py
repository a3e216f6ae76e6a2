"""In hours nobody is woken: an outage is first in line, the agents are called by name, and its reporter reads just that."""

import pytest

from tests.emulator import Person
from tests.journeys.desk import RunningDesk

DOWN = "se cayó el internet en toda la alcaldía, nadie puede trabajar"
FIRST = "SAUS-2026-000001"
FIRST_IN_LINE = "Queda de primero en la fila; avisé a los agentes"


async def sends(desk: RunningDesk, person: Person, text: str) -> str:
    """The form of a case to its end; what its requester is told."""
    await person.writes(f"/caso {text}")
    await desk.reaches_summary(person, "Aduana, piso 2")
    await desk.sends(person)
    return (await person.receives("Su caso quedó abierto")).text


async def test_an_outage_calls_the_agents_of_the_group_and_wakes_nobody(desk: RunningDesk) -> None:
    await desk.puts_on_duty(desk.admin, 1)
    group = await desk.has_group(desk.carla, desk.dario)
    told = await sends(desk, desk.ana, DOWN)
    assert FIRST_IN_LINE in told
    assert "orden de llegada" not in told
    card = await group.receives(f"{FIRST} · nuevo · 🚨 urgente")
    assert '<a href="tg://user?id=11">Carla</a>' in card.html
    assert '<a href="tg://user?id=12">Darío</a>' in card.html
    assert f"tg://user?id={desk.admin.id}" not in card.html
    await desk.ana.writes("/estado")
    seen = await desk.ana.receives("Está de primero en la fila; los agentes están avisados")
    assert "1 persona afectada" in seen.text
    assert "Llamar a la guardia" not in seen.labels
    await desk.advance(minutes=30)
    await desk.admin.receives_nothing()
    await desk.opens_case(desk.beto, "no me abre el correo")
    ordinary = await group.receives("SAUS-2026-000002 · nuevo")
    assert "tg://user" not in ordinary.html
    await desk.carla.writes("/mesa")
    queue = await desk.carla.receives("Mesa")
    assert queue.text.index(FIRST) < queue.text.index("SAUS-2026-000002")


async def test_without_a_group_each_agent_has_it_in_private(desk: RunningDesk) -> None:
    for agent in (desk.carla, desk.dario):
        await desk.gives("agente", agent)
    assert FIRST_IN_LINE in await sends(desk, desk.ana, DOWN)
    for agent in (desk.carla, desk.dario):
        await agent.receives("🚨 urgente")


async def test_with_no_agents_at_all_its_reporter_is_told_to_call(desk: RunningDesk) -> None:
    told = await sends(desk, desk.ana, DOWN)
    assert "todavía no hay agentes registrados" in told
    assert "llame también a la línea" in told


async def test_from_the_card_of_a_question_it_takes_no_press_more(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.fills_form(desk.ana, "se cayó el internet en toda la alcaldía")
    await desk.sends(desk.ana)
    await desk.ana.receives(FIRST_IN_LINE)
    await desk.carla.receives("🚨 urgente")


@pytest.mark.parametrize("form_open", [False, True])
async def test_by_urgente_too_and_it_is_said(desk: RunningDesk, form_open: bool) -> None:
    await desk.gives("agente", desk.carla)
    if form_open:
        await desk.fills_form(desk.ana, "no me abre el correo")
    await desk.ana.writes(f"/urgente {DOWN}")
    told = await desk.ana.receives("no hace falta la guardia")
    assert "queda de primero en la fila y aviso a los agentes" in told.text
    assert "atienden ya" not in told.text
    await desk.reaches_summary(desk.ana, "Aduana, piso 2")
    await desk.sends(desk.ana)
    await desk.ana.receives(FIRST_IN_LINE)
    await desk.carla.receives("🚨 urgente")
    if form_open:
        await desk.ana.receives("Sigue a medio llenar su caso")


async def test_the_hours_are_those_of_the_service(desk: RunningDesk) -> None:
    """The wifi is attended until six on a Friday, everything else until five."""
    await desk.puts_on_duty(desk.carla, 1)
    await desk.at("2026-11-20 17:30")
    await desk.ana.writes("no funciona el wifi")
    card = await desk.ana.receives("¿Dónde es?")
    assert "guardia" not in card.text
    await desk.ana.writes("/urgente se cayó el wifi en todas las sedes")
    await desk.ana.receives("Estamos en horario (abierto hasta las 6:00 p. m.): no hace falta la guardia")
    await desk.is_asked_where(desk.ana)
    await desk.ana.writes("/cancelar")
    await desk.ana.receives("sin enviar")
    await desk.ana.receives("Sigue a medio llenar su caso")
    await desk.ana.presses("Dejarlo")
    await desk.ana.receives("sin enviar")
    await desk.beto.writes("se cayó el servidor y nadie puede entrar a nada")
    await desk.beto.receives("¿Aviso ya a la guardia?")
    await desk.at("2026-11-20 18:00")
    await desk.ana.writes("se cayó el wifi en todas las sedes")
    await desk.ana.receives("¿Aviso ya a la guardia?")


async def test_an_outage_told_where_a_place_was_asked_is_not_kept_as_the_place(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.ana.writes("/caso no me abre el correo")
    await desk.is_asked_where(desk.ana)
    await desk.ana.writes(DOWN)
    await desk.ana.receives("¿Abro otro caso? Queda de primero en la fila")
    await desk.ana.presses("Sí, abrirlo ya")
    await desk.ana.receives("no hace falta la guardia")
    await desk.reaches_summary(desk.ana, "Aduana, piso 2")
    await desk.sends(desk.ana)
    await desk.ana.receives(FIRST_IN_LINE)
    await desk.ana.receives("Sigue a medio llenar su caso")
    card = await desk.carla.receives("🚨 urgente")
    assert "se cayó el internet" in card.text
    assert "📍 Aduana, piso 2" in card.text


async def test_a_second_report_makes_an_ordinary_case_first_in_line(desk: RunningDesk) -> None:
    """Told at night as an ordinary case; in the morning somebody else has it too."""
    group = await desk.has_group(desk.carla)
    await desk.at("2026-11-18 22:00")
    await desk.ana.writes(DOWN)
    await desk.ana.receives("¿Aviso ya a la guardia?")
    await desk.ana.presses("No es urgente: caso normal")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("Aduana")
    await desk.ana.receives("Revise su caso")
    await desk.at("2026-11-19 08:30")
    await desk.sends(desk.ana)
    await desk.ana.receives("orden de llegada")
    await group.receives(f"{FIRST} · nuevo")
    await desk.beto.writes(f"/caso {DOWN}")
    await desk.reaches_summary(desk.beto, "Manga")
    await desk.sends(desk.beto)
    await desk.beto.receives("¿Es lo mismo?")
    await desk.beto.presses("Sí, es lo mismo")
    await desk.beto.receives("2 personas afectadas")
    rung = await group.receives(f"{FIRST}: va de primero en la fila")
    assert "tg://user?id=11" in rung.html
    await group.receives("🚨 urgente", edited=True)


async def test_an_urgent_word_is_not_lost_in_a_form_that_was_open(desk: RunningDesk) -> None:
    await desk.at("2026-11-21 22:10")
    await desk.fills_form(desk.ana, "no me abre el correo")
    await desk.ana.writes("/urgente")
    await desk.ana.receives("¿Qué está pasando y dónde?")
    await desk.ana.writes("el servidor de hacienda esta caido")
    await desk.ana.receives("¿Aviso ya a la guardia?")
    await desk.ana.writes("no")
    await desk.ana.receives("¿Dónde es?")
    await desk.ana.writes("Hacienda, piso 3")
    summary = await desk.ana.receives("Revise su caso")
    assert "el servidor de hacienda" in summary.text
    await desk.sends(desk.ana)
    await desk.ana.receives(f"Su caso quedó abierto: {FIRST}")
    await desk.ana.receives("Sigue a medio llenar su caso")
    await desk.ana.presses("Seguir donde iba")
    assert "no me abre el correo" in (await desk.ana.receives("Revise su caso")).text


async def test_an_outsider_reads_nothing_of_it(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla)
    await sends(desk, desk.ana, DOWN)
    card = await group.receives("🚨 urgente")
    await desk.beto.joins(group)
    for forged in ("calm", "guard", "decline", "mine"):
        await desk.beto._press(group.chat, card.message_id, "x", f"ag:{FIRST}:{forged}")
        await desk.beto.sees_toast("Eso es solo para quienes tienen el rol")
    await desk.beto.writes(FIRST)
    await desk.beto.receives("No encuentro entre sus casos")
    await desk.ana.receives_nothing()


@pytest.mark.parametrize("text", ["nuevamente sin wifi", "el correo se cayó otra vez", "quedé sin red"])
async def test_what_does_not_say_whom_it_hits_rings_nobody_unasked(desk: RunningDesk, text: str) -> None:
    group = await desk.has_group(desk.carla)
    await desk.ana.writes(f"/caso {text}")
    summary = await desk.reaches_summary(desk.ana, "Aduana, piso 2")
    assert "Irá de primero" not in summary.text
    await desk.sends(desk.ana)
    while not (told := await desk.ana.receives()).text.startswith("✅"):
        assert "¿le pasa a muchas personas o solo a usted?" in told.text
        await desk.ana.presses("Solo a mí")
    card = await group.receives(f"{FIRST} · nuevo")
    assert "urgente" not in card.text


@pytest.mark.parametrize("by_button", [True, False])
async def test_the_summary_says_what_will_be_first_and_takes_that_it_is_one_persons(
    desk: RunningDesk, by_button: bool
) -> None:
    group = await desk.has_group(desk.carla)
    await desk.ana.writes("/caso se fue la red en todo el edificio")
    summary = await desk.reaches_summary(desk.ana, "Aduana, piso 2")
    assert "🚨 Irá de primero: parece una caída" in summary.text
    await (desk.ana.presses("Solo me pasa a mí") if by_button else desk.ana.writes("es solo a mí"))
    calm = await desk.ana.receives("Revise su caso")
    assert "Irá de primero" not in calm.text
    assert "es solo a mí" not in calm.text
    await desk.sends(desk.ana)
    await desk.ana.receives("orden de llegada")
    assert "urgente" not in (await group.receives(f"{FIRST} · nuevo")).text
