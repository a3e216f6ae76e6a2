"""A requester with several cases: which one a message belongs to, the list with its filters, and the story."""

from tests.journeys.desk import RunningDesk

FIRST, SECOND = "SAUS-2026-000001", "SAUS-2026-000002"


async def two_cases(desk: RunningDesk) -> None:
    await desk.opens_case(desk.ana)
    await desk.ana.writes("/caso la impresora no imprime")
    summary = await desk.ana.receives("Revise")
    assert "Lugar: Secretaría de Hacienda, Aduana, piso 2" in summary.text
    await desk.ana.presses("Enviar desde Sec. de Hacienda")
    await desk.ana.receives(SECOND)


async def test_an_unclear_message_is_asked_about(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla)
    await two_cases(desk)
    await desk.settled()
    group.ignores_rest()
    await desk.ana.writes("sigue igual")
    asked = await desk.ana.receives("¿es de alguno de estos casos, o es algo nuevo?")
    assert len(asked.labels) == 3
    await desk.ana.presses(FIRST)
    await desk.ana.receives(f"Se lo pasé a la mesa ({FIRST})")
    await group.receives("sigue igual")
    await desk.ana.writes("ya volvió el internet")
    await desk.ana.receives("¿es de alguno de estos casos")
    await desk.ana.presses("No, es algo nuevo")
    await desk.ana.receives()
    await desk.ana.writes("no tengo internet")
    answered = await desk.ana.receives()
    assert "es de alguno" not in answered.text


async def test_nobody_without_cases_is_asked_which(desk: RunningDesk) -> None:
    await desk.opens_case(desk.ana)
    await desk.beto.writes("sigue igual")
    answered = await desk.beto.receives()
    assert "es de" not in answered.text


async def test_the_list_has_filters(desk: RunningDesk) -> None:
    await two_cases(desk)
    await desk.ana.writes("/casos")
    page = await desk.ana.receives("Sus casos abiertos")
    assert FIRST in page.text
    assert SECOND in page.text
    assert page.labels[-2:] == ["Todos", "Por calificar"]
    await desk.ana.presses("Por calificar")
    await desk.ana.receives("No tiene casos por calificar")
    await desk.ana.presses("Todos")
    await desk.ana.receives("Sus casos")


async def test_the_buttons_of_a_case_are_its_requesters(desk: RunningDesk) -> None:
    await desk.opens_case(desk.ana)
    await desk.beto.writes("/casos")
    await desk.beto.receives("No tiene casos")
    for what in ("see", "log", "add", "cancel", "drop", "say", "reopen"):
        await desk.beto._press(desk.beto.chat, desk.beto.last.message_id, "x", f"tk:{FIRST}:{what}")
        await desk.beto.receives("No encuentro entre sus casos")
    await desk.gives("agente", desk.carla)
    await desk.carla._press(desk.carla.chat, desk.carla.last.message_id, "x", f"tk:{FIRST}:drop")
    await desk.carla.receives(f"{FIRST} · nuevo")
