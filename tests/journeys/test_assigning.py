"""To whom a case goes: a colleague, whoever coordinates, or back to the queue."""

import pytest

from tests.journeys.desk import RunningDesk
from tests.journeys.test_agents import NUMBER, opened, taken


async def test_a_case_is_assigned_and_its_new_holder_hears(desk: RunningDesk) -> None:
    group = await opened(desk, desk.carla, desk.dario)
    await desk.carla.presses("Asignar", in_group=group)
    await group.receives("¿A quién le paso")
    await desk.carla.presses("Darío", in_group=group)
    await group.receives("Lo tiene: Darío", edited=True)
    await desk.carla.sees_toast("lo tiene ahora Darío")
    await desk.ana.receives("lo tiene ahora Darío")
    await desk.dario.receives("Carla le asignó")


async def test_who_assigns_too_late_is_told_who_has_it(desk: RunningDesk) -> None:
    group = await opened(desk, desk.carla, desk.dario)
    card = group.last
    await desk.carla.presses("Asignar", in_group=group)
    question = await group.receives("¿A quién le paso")
    await desk.dario.presses("Lo tomo", card)
    await group.receives("Lo tiene: Darío", edited=True)
    await desk.dario.sees_toast("queda a cargo de Darío")
    await desk.ana.receives("tomó su caso")
    await desk.carla.presses("Carla", question)
    await desk.carla.sees_toast("ahora SAUS-2026-000001 lo tiene Darío")


async def test_escalating_tells_the_coordinator(desk: RunningDesk) -> None:
    group = await opened(desk, desk.carla)
    await desk.carla.presses("Asignar", in_group=group)
    question = await group.receives("¿A quién le paso")
    await desk.carla.writes_in(group, "al coordinador: no tengo permisos", reply_to=question)
    await group.receives("prioridad alta", edited=True)
    await desk.ana.receives("Escalamos su caso")
    await desk.admin.receives("Motivo: no tengo permisos")


@pytest.mark.parametrize("words", ["", "escálalo al coordinador", "escálalo", "asígnalo a la coordinadora"])
async def test_who_coordinates_always_reads_why_it_was_escalated(desk: RunningDesk, words: str) -> None:
    group = await opened(desk, desk.carla)
    if words:
        await desk.carla.writes_in(group, words, reply_to=group.last)
    else:
        await desk.carla.presses("Asignar", in_group=group)
    if words in ("", "escálalo"):
        await group.receives("¿A quién le paso")
        await desk.carla.presses("Escalar a quien coordina", in_group=group)
    question = await group.receives("¿Por qué escala")
    await desk.carla.writes_in(group, "el usuario lleva tres días esperando", reply_to=question)
    await desk.ana.receives("Escalamos su caso")
    await desk.admin.receives("Motivo: el usuario lleva tres días esperando")
    await group.receives("prioridad alta", edited=True)
    for person, asked in ((desk.admin, "¿qué casos se han escalado?"), (desk.carla, "los escalados")):
        await person.writes(asked)
        assert NUMBER in (await person.receives("escalados: 1")).text


async def test_what_the_only_coordinator_escalates_goes_to_the_administrators(desk: RunningDesk) -> None:
    group = await opened(desk, desk.carla)
    await desk.gives("coordinador", desk.carla)
    await desk.carla.writes_in(group, "escálalo: no tengo permisos", reply_to=group.last)
    await desk.admin.receives("Motivo: no tengo permisos")
    await desk.ana.receives("Escalamos su caso")
    await group.receives("prioridad alta", edited=True)


async def test_whoever_escalates_reads_who_hears_of_it(desk: RunningDesk) -> None:
    group = await opened(desk, desk.carla)
    for person, told in (
        (desk.carla, "quedó escalado; le aviso a Alba."),
        (desk.admin, "no hay a quién más avisarle"),
    ):
        await person.writes(f"escalar {NUMBER}: no tengo permisos")
        await person.receives(told)
        await desk.settled(desk.ana, desk.carla, desk.admin, group)


@pytest.mark.parametrize("words", ["me equivoqué, no lo tomo", "suéltalo", "lo devuelvo"])
async def test_what_was_taken_by_mistake_goes_back_to_the_queue(desk: RunningDesk, words: str) -> None:
    await desk.gives("agente", desk.carla)
    await desk.opens_case(desk.ana)
    carla = desk.carla
    await carla.presses("Lo tomo", await carla.receives(NUMBER))
    await carla.receives("Lo tiene: Carla", edited=True)
    await carla.receives("queda a cargo")
    await desk.ana.receives("tomó su caso")
    await carla.writes(words)
    await desk.settled()
    assert any("usted ya no lo tiene" in one.text for one in carla.inbox.unseen)
    carla.ignores_rest()
    assert "no sigue con él" in (await desk.ana.receives("cambia de manos")).text
    await desk.settled(carla)
    await carla.writes("/asignar 1 a mí")
    await desk.ana.receives("tomó su caso")
    await desk.settled(carla)
    await carla.writes("/resolver")
    await carla.receives("¿Cuál de los suyos?")


async def test_an_escalation_says_why_and_can_be_called_back(desk: RunningDesk) -> None:
    group = await opened(desk, desk.carla)
    await desk.carla.writes_in(group, "escálelo que yo no tengo permisos", reply_to=group.last)
    card = await group.receives("⚠️ Lo escaló Carla: yo no tengo permisos", edited=True)
    await desk.ana.receives("Escalamos su caso")
    await desk.admin.receives("Motivo: yo no tengo permisos")
    await desk.carla.presses("Deshacer", card)
    after = await group.receives(NUMBER, edited=True)
    assert "escaló" not in after.text
    await desk.admin.receives("deshizo la escalada")
    await desk.ana.receives("no hacía falta escalarlo")
    await desk.carla.sees_toast("no queda escalado")


async def test_the_solution_is_kept_while_a_colleagues_case_is_asked_about(desk: RunningDesk) -> None:
    group = await opened(desk, desk.carla, desk.dario)
    card = await taken(desk, group)
    await desk.dario.writes_in(group, "ciérrelo, se le restableció la clave", reply_to=card)
    asked = await group.receives("lo tiene Carla. ¿Lo resuelve usted?")
    await desk.dario.presses("Sí, lo resuelvo yo", asked)
    await group.receives("✅ se le restableció la clave", edited=True)
    await group.receives("quedó resuelto")
    await desk.ana.receives("se le restableció la clave")
    await desk.carla.receives("Darío resolvió")
