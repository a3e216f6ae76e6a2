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
    await desk.settled(group)
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


async def test_what_is_said_of_the_open_case_goes_there(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.opens_case(desk.ana, "la impresora no imprime")
    await desk.carla.receives(FIRST)
    await desk.ana.writes("otra cosa, mi celular es el 3102223344")
    await desk.ana.receives("☎️ 3102223344")
    await desk.carla.receives("3102223344")
    await desk.carla.receives("🙋 Ana · ☎️ 3102223344")
    await desk.ana.writes("qué pena, no era la impresora sino el escáner")
    await desk.ana.receives(f"Se lo pasé a la mesa ({FIRST})")
    await desk.carla.receives("sino el escáner")
    await desk.ana.writes("¿y cómo se llama la persona que mandan?")
    await desk.ana.receives("todavía nadie lo ha tomado")
    await desk.carla.presses("Lo tomo")
    await desk.ana.receives("Carla tomó su caso")
    await desk.ana.writes("quién me tocó")
    await desk.ana.receives("lo tiene Carla")
    desk.carla.ignores_rest()


async def test_what_was_cancelled_and_is_wanted_after_all_is_one_press_away(desk: RunningDesk) -> None:
    await desk.opens_case(desk.ana, "la impresora no imprime")
    await desk.ana.writes("cancele el caso")
    await desk.ana.receives("¿Cancelo el caso")
    await desk.ana.presses("Sí, cancelarlo")
    await desk.ana.receives("Cancelé el caso")
    await desk.ana.writes("no, espere, siempre sí lo necesito")
    again = await desk.ana.receives("la impresora no imprime")
    assert "Lugar: Secretaría de Hacienda, Aduana, piso 2" in again.text
    await desk.sends(desk.ana, again)
    await desk.ana.receives(f"quedó abierto: {SECOND}")
    await desk.ana.writes("mejor sí, déjelo abierto")
    assert "Revise su caso" not in (await desk.ana.receives()).text
