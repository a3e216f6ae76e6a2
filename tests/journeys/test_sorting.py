"""What a case is: its service, its priority, the same as another one."""

from tests.journeys.desk import RunningDesk
from tests.journeys.test_agents import NUMBER, opened


async def test_service_and_priority_are_changed(desk: RunningDesk) -> None:
    group = await opened(desk, desk.carla)
    await desk.carla.presses("Clasificar", in_group=group)
    question = await group.receives("¿Qué es SAUS-2026-000001?")
    await desk.carla.writes_in(group, "SER-001", reply_to=question)
    card = await group.receives("SER-001", edited=True)
    await desk.ana.receives("quedó clasificado en")
    await desk.carla.presses("Clasificar", card)
    await group.receives("¿Qué es SAUS-2026-000001?")
    await desk.carla.presses("Prioridad alta", in_group=group)
    await group.receives("prioridad alta", edited=True)
    await desk.carla.sees_toast("prioridad alta")


async def test_only_what_is_likely_is_offered_and_the_catalogue_is_turned(desk: RunningDesk) -> None:
    group = await opened(desk, desk.carla)
    await desk.carla.presses("Clasificar", in_group=group)
    asked = await group.receives("¿Qué es SAUS-2026-000001?")
    assert asked.labels[0] == "Otro servicio…"  # its own is sure, and nothing else is likely
    await desk.carla.presses("Otro servicio…", in_group=group)
    page = await group.receives("¿De qué servicio es", edited=True)
    await desk.carla.presses("Siguientes ›", in_group=group)
    turned = await group.receives("¿De qué servicio es", edited=True)
    assert page.message_id == turned.message_id == asked.message_id
    assert page.labels[0] != turned.labels[0]
    await desk.carla.presses(turned.labels[0], in_group=group)
    await group.receives("🧩", edited=True)
    await desk.carla.sees_toast("servicio")
    await desk.ana.receives("quedó clasificado en")


async def test_two_cases_become_one_and_their_words_go_on(desk: RunningDesk) -> None:
    group = await opened(desk, desk.carla)
    first = group.last
    await desk.beto.writes("/start")
    await desk.beto.receives()
    second = await desk.opens_case(desk.beto, "la impresora no imprime")
    await group.receives(second)
    await desk.carla.presses("Clasificar", in_group=group)
    await group.receives(f"¿Qué es {second}?")
    await desk.carla.presses("Igual a 1:", in_group=group)
    asked = await group.receives(f"{second} es de otro servicio que {NUMBER}")
    await desk.carla.presses("Sí, juntarlos", asked)
    await group.receives("También es de Beto", edited=True)
    await group.receives(f"Se juntó con {NUMBER}", edited=True)
    await desk.carla.sees_toast(f"quedó junto con {NUMBER}")
    told = await desk.beto.receives(f"es lo mismo que {NUMBER}")
    assert "no me abre" not in told.text
    await desk.beto.writes("aquí también pasa", reply_to=told)
    await desk.beto.receives("Agregué su mensaje")
    await group.receives(f"{NUMBER} · Beto agregó")
    await desk.carla.writes_in(group, "ya vamos para allá", reply_to=first)
    await desk.ana.receives("ya vamos para allá")
    await group.receives("Lo tiene: Carla", edited=True)
    await group.receives("Le envío su respuesta")
    await desk.carla.presses("Resolver", first)
    question = await group.receives("¿qué se hizo?")
    await desk.carla.writes_in(group, "se cambió el cable", reply_to=question)
    await group.receives("resuelto", edited=True)
    await group.receives("quedó resuelto")
    await desk.ana.receives("se cambió el cable")
    await desk.beto.receives(f"Sobre {second}, que se juntó con {NUMBER}")
