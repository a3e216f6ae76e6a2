"""The agents' side of a case, in the group and in private: every deed, who hears of it, and who may not."""

import pytest

from tests.channels.rigs import PNG
from tests.emulator import BotMessage, Group, Person
from tests.journeys.desk import RunningDesk

NUMBER = "SAUS-2026-000001"


async def opened(desk: RunningDesk, *agents: Person) -> Group:
    """Ana's case in the group of the desk."""
    group = await desk.has_group(*agents)
    assert await desk.opens_case(desk.ana) == NUMBER
    await group.receives(NUMBER)
    return group


async def taken(desk: RunningDesk, group: Group) -> BotMessage:
    await desk.carla.presses("Lo tomo", in_group=group)
    card = await group.receives("Lo tiene: Carla", edited=True)
    await desk.carla.sees_toast("queda a cargo de Carla")
    await desk.ana.receives("tomó su caso")
    return card


async def test_a_case_is_answered_waits_and_is_resolved(desk: RunningDesk) -> None:
    group, ana, carla = await opened(desk, desk.carla), desk.ana, desk.carla
    card = await taken(desk, group)
    assert card.labels == [
        "Responder", "En espera", "Resolver", "Asignar", "Clasificar", "Más…", "Deshacer"
    ]  # fmt: skip
    await carla.presses("Responder", card)
    asked = await group.receives("Responda a este mensaje")
    await carla.writes_in(group, "esto es entre nosotros")
    await carla.writes_in(group, "¿Ya reinició el equipo?", reply_to=asked)
    await ana.receives("¿Ya reinició el equipo?")
    await group.receives("en proceso", edited=True)  # what was done before is not called back any more
    await carla.presses("En espera", card)
    await group.receives("¿Qué espera")
    await carla.presses("Respuesta de quien lo reportó", in_group=group)
    await group.receives("⏸ Espera: respuesta de quien lo reportó", edited=True)
    await carla.sees_toast("queda en espera")
    waits = await ana.receives("queda en espera de: respuesta de quien lo reportó")
    await ana.writes("sí, ya lo reinicié", reply_to=waits)
    await ana.receives("Agregué su mensaje")
    await desk.settled()
    await carla.receives("ya lo reinicié")
    await group.receives("en proceso", edited=True)
    done = await _resolve(desk, carla, group)
    asked = await ana.receives("está resuelto")
    assert "Se cambió la clave" in asked.text
    assert "✅ Se cambió la clave (software, remota)" in done.text
    assert done.labels == ["Reabrir", "Nota interna", "Historia", "Archivos", "Deshacer"]
    await carla.presses("Historia", done)
    story = (await group.receives("lo resolvió")).text
    assert story.index("tomó el caso") < story.index("en espera") < story.index("siguió adelante")


async def _resolve(desk: RunningDesk, who: Person, group: Group) -> BotMessage:
    card = next(m for m in reversed(group.inbox.seen) if "Resolver" in m.labels)
    await who.presses("Resolver", card)
    question = await group.receives("¿qué se hizo?")
    await who.writes_in(group, "Se cambió la clave", reply_to=question)
    done = await group.receives("resuelto", edited=True)
    await group.receives("quedó resuelto")
    return done


async def test_a_note_is_for_the_desk_alone(desk: RunningDesk) -> None:
    group = await opened(desk, desk.carla)
    await desk.carla.writes_in(group, "// es la tercera vez este mes", reply_to=group.last)
    await group.receives("Nota guardada")
    await desk.carla.writes_in(group, "nota: revisar el puerto", reply_to=group.last)
    await group.receives("Nota guardada")
    await desk.ana.presses("Ver cómo va")
    await desk.ana.receives(NUMBER)
    await desk.ana.presses("Ver historia")
    story = await desk.ana.receives("abrió el caso")
    assert "tercera vez" not in story.text
    assert "puerto" not in story.text
    await desk.carla.writes(f"/mesa {NUMBER}")
    await desk.carla.receives(NUMBER)
    await desk.carla.presses("Más…")
    await desk.carla.receives(NUMBER, edited=True)
    await desk.carla.presses("Historia")
    await desk.carla.receives("🔒 Usted anotó: es la tercera vez este mes")


async def test_more_turns_the_card_over_and_back(desk: RunningDesk) -> None:
    group = await opened(desk, desk.carla)
    await desk.carla.presses("Más…", in_group=group)
    more = await group.receives(NUMBER, edited=True)
    assert more.labels == ["Nota interna", "Cancelar el caso", "Es una caída", "Historia", "Volver"]
    await desk.carla.presses("Volver", in_group=group)
    card = await group.receives(NUMBER, edited=True)
    assert "Lo tomo" in card.labels


async def _more(desk: RunningDesk, who: Person, group: Group, label: str) -> None:
    card = next(m for m in reversed(group.inbox.seen) if "Más…" in m.labels)
    await who.presses("Más…", card)
    more = await group.receives(NUMBER, edited=True)
    await who.presses(label, more)


async def test_annulling_tells_why(desk: RunningDesk) -> None:
    group = await opened(desk, desk.carla)
    await _more(desk, desk.carla, group, "Cancelar el caso")
    question = await group.receives("¿cuál es el motivo para cancelarlo?")
    await desk.carla.writes_in(group, "era una prueba", reply_to=question)
    await group.receives("cancelado", edited=True)
    await desk.ana.receives("La mesa canceló su caso SAUS-2026-000001: era una prueba")


async def test_two_resolve_at_once_and_the_second_is_told_who(desk: RunningDesk) -> None:
    group = await opened(desk, desk.carla, desk.dario)
    card = group.last
    await desk.dario.presses("Resolver", card)
    question = await group.receives("¿qué se hizo?")
    await _resolve(desk, desk.carla, group)
    await desk.ana.receives("está resuelto")
    await desk.dario.writes_in(group, "no era nada", reply_to=question)
    await group.receives("está resuelto (lo hizo Carla)")
    await desk.dario.presses("Resolver", card)
    await desk.dario.sees_toast("está resuelto (lo hizo Carla)")


async def test_files_go_both_ways(desk: RunningDesk) -> None:
    group = await opened(desk, desk.carla)
    await taken(desk, group)
    await desk.carla.writes(f"/mesa {NUMBER}")
    shown = await desk.carla.receives(NUMBER)
    await desk.carla.presses("Responder", shown)
    await desk.carla.receives("¿Qué le digo")
    await desk.carla.sends_photo(PNG, "mire aquí")
    assert (await desk.ana.receives("mire aquí")).photo == PNG
    await desk.carla.receives("Archivos: 1", edited=True)
    await desk.carla.receives("Le envío su respuesta")
    await group.receives("Archivos: 1", edited=True)
    await desk.carla.presses("Archivos", in_group=group)
    await group.receives("Archivos de SAUS-2026-000001: 1")
    assert (await group.receives(NUMBER)).photo == PNG


async def test_what_is_typed_for_somebody_else_presses_no_other_button(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.opens_case(desk.ana)
    await desk.carla.presses("Más…", await desk.carla.receives(NUMBER))
    await desk.carla.presses("Nota interna", await desk.carla.receives("no me abre el correo", edited=True))
    await desk.carla.receives("solo la ve la mesa")
    await desk.opens_case(desk.ana, "la impresora no imprime")
    await desk.carla.receives("la impresora no imprime")
    await desk.carla.writes("1")
    await desk.carla.receives("Nota guardada")


@pytest.mark.parametrize(
    "what", ["answer", "note", "wait", "solve", "assign", "annul", "log", "files", "more"]
)
async def test_an_outsider_presses_nothing(desk: RunningDesk, what: str) -> None:
    group = await opened(desk, desk.carla)
    await desk.beto.joins(group)
    data = f"ag:{NUMBER}:{what}"
    await desk.beto._press(group.chat, group.last.message_id, "x", data)
    await desk.beto.sees_toast("solo para quienes tienen el rol")
    await desk.beto.writes_in(group, "hola Ana", reply_to=group.last)
    await desk.ana.receives_nothing()


async def test_the_role_is_checked_again_when_the_answer_comes(desk: RunningDesk) -> None:
    group = await opened(desk, desk.carla)
    await desk.carla.presses("Responder", in_group=group)
    question = await group.receives("¿Qué le digo")
    await desk.admin.writes("/rol quitar agente @carla")
    await desk.admin.receives("ya no tiene el rol")
    await desk.carla.receives("Ya no tiene el rol")
    await desk.carla.writes_in(group, "hola", reply_to=question)
    await desk.carla.receives("No se lo envié a nadie: «hola»")
    await group.receives_nothing()
    await desk.ana.receives_nothing()


async def test_the_form_of_another_is_not_pressed(desk: RunningDesk) -> None:
    group = await opened(desk, desk.carla, desk.dario)
    await desk.carla.presses("Resolver", in_group=group)
    question = await group.receives("¿qué se hizo?")
    await desk.dario.presses("Clave restablecida", question)
    await desk.dario.sees_toast("Esas opciones son de quien empezó")


async def test_the_queue_has_filters_pages_and_search(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    for text in ("no me abre el correo", "la impresora no imprime", "no tengo internet", "el mouse no sirve",
                 "no suena el teléfono", "necesito instalar office"):  # fmt: skip
        await desk.ana.writes(f"/caso {text}")
        await desk.ana.receives()
        await desk.settled(desk.ana)
        await _finish_form(desk)
    await desk.settled(desk.carla)
    await desk.carla.writes("/mesa")
    page = await desk.carla.receives("Mesa · todos: 6 (página 1 de 2)")
    assert "🙋 Ana · 📍 " in page.text
    assert [len(row) for row in page.buttons] == [5, 1, 2, 2]
    await desk.carla.presses("Siguiente ›")
    await desk.carla.receives("página 2 de 2", edited=True)
    await desk.carla.presses("‹ Anterior")
    await desk.carla.receives("página 1 de 2", edited=True)
    await desk.carla.presses("Filtrar…")
    await desk.carla.receives("¿Qué casos quiere ver?", edited=True)
    await desk.carla.presses("De quién…")
    await desk.carla.receives("Casos abiertos ahora", edited=True)
    await desk.carla.presses("Míos")
    await desk.carla.receives("No tiene casos a su cargo", edited=True)
    await desk.carla.presses("Filtrar…")
    await desk.carla.receives("Ahora: míos", edited=True)
    await desk.carla.presses("Estado…")
    await desk.carla.receives("¿En qué estado?", edited=True)
    await desk.carla.presses("En espera de otros")
    await desk.carla.receives("No hay casos: míos · en espera", edited=True)
    await desk.carla.writes("/mesa IMPRESORAS")
    await desk.carla.receives("Mesa · «impresoras»: 1")
    await desk.carla.writes("/mesa @ana")
    await desk.carla.receives("Mesa · «@ana»: 6")
    await desk.carla.writes("/mesa telefono sin asignar")
    await desk.carla.receives("Mesa · sin asignar · «telefono»: 1")
    await desk.carla.writes("/mesa zapato")
    await desk.carla.receives("No encontré casos")
    await desk.carla.writes("/mesa 2")
    await desk.carla.receives("SAUS-2026-000002 · nuevo")
    await desk.beto.writes("/mesa")
    await desk.beto.receives("solo para quienes tienen el rol")
    await desk.beto._press(desk.beto.chat, desk.beto.last.message_id, "x", "desk:f:all:0")
    await desk.beto.receives("solo para quienes tienen el rol")


async def _finish_form(desk: RunningDesk) -> None:
    """Whatever the form still asks, to its end."""
    ana = desk.ana
    answers = {
        "Ya tiene": "Es otra cosa",
        "¿De qué se trata?": "No sé",
        "¿Dónde es?": "Hacienda",
        "¿le pasa a muchas": "Solo a mí",
    }
    for _ in range(6):
        last = ana.last
        if "quedó abierto" in last.text:
            return
        if "Revise" in last.text:
            await desk.sends(ana, last)
        else:
            await ana.writes(next(answer for said, answer in answers.items() if said in last.text))
        await desk.settled(ana)
    raise AssertionError(f"the form did not end: {ana.last}")


async def test_the_agent_hears_that_an_answer_cannot_be_delivered(desk: RunningDesk) -> None:
    group = await opened(desk, desk.carla)
    await desk.ana.blocks_bot()
    await desk.settled()
    desk.telegram.tolerate_rejections("blocked")
    await desk.carla.writes_in(group, "¿sigue igual?", reply_to=group.last)
    await group.receives("Lo tiene: Carla", edited=True)
    await group.receives("Le envío su respuesta")
    await group.receives("A Ana no le llegó lo último de SAUS-2026-000001")


async def test_the_desk_moves_to_another_group_in_the_open(desk: RunningDesk) -> None:
    group = await desk.has_group()
    await desk.gives("administrador", desk.ana)
    other = desk.telegram.group(-1_001_000_000_009, "Otro grupo", members=[desk.admin])
    await desk.admin.writes_in(other, "/mesa")
    asked = await other.receives("¿Uso este grupo («Otro grupo»)")
    assert "Deja de ser el grupo de la mesa «Mesa SAUS»" in asked.text
    await desk.admin.presses("Sí, usar este grupo", in_group=other)
    await other.receives("desde ahora los casos nuevos llegan a este grupo")
    await group.receives("pasó la mesa a otro grupo («Otro grupo»)")
    await desk.ana.receives("puso el grupo «Otro grupo» como grupo de la mesa, en vez de «Mesa SAUS»")


async def test_why_an_agent_opens_a_case_again_is_asked_and_kept(desk: RunningDesk) -> None:
    group, carla = await opened(desk, desk.carla), desk.carla
    await taken(desk, group)
    done = await _resolve(desk, carla, group)
    await desk.ana.receives("está resuelto")
    await carla.writes("/mesa 1")
    await carla.receives(NUMBER)
    await carla.presses("Reabrir")
    await carla.receives(f"¿Por qué reabre {NUMBER}?")
    await carla.writes("volvió a fallar, me lo dijo Marta")
    await carla.receives("reabierto", edited=True)
    await carla.receives("quedó reabierto. Motivo: «volvió a fallar, me lo dijo Marta»")
    await group.receives("reabierto", edited=True)
    await desk.ana.receives("Reabrimos")
    await carla.writes("/mesa 1")
    await carla.receives(NUMBER)
    await carla.presses("Más…")
    await carla.receives(NUMBER, edited=True)
    await carla.presses("Historia")
    await carla.receives("lo reabrió: volvió a fallar, me lo dijo Marta")
    await _resolve(desk, carla, group)
    await carla.receives("resuelto", edited=True)
    await desk.ana.receives("está resuelto")
    await carla.presses("Reabrir", done)
    await group.receives("¿Por qué reabre")
    await carla.presses("Reabrir sin decir por qué", in_group=group)
    await carla.receives("reabierto", edited=True)
    await group.receives("reabierto", edited=True)
    await carla.sees_toast("quedó reabierto")
    await desk.ana.receives()


async def test_orders_by_number_in_private_do_what_the_buttons_do(desk: RunningDesk) -> None:
    group = await opened(desk, desk.carla, desk.dario)
    await desk.carla.writes("tomo el 1")
    await group.receives("Lo tiene: Carla", edited=True)
    await desk.ana.receives("tomó su caso")
    await desk.carla.receives("queda a cargo de Carla")
    await desk.carla.writes("ponga el 1 en espera: falta el repuesto")
    await group.receives("⏸ Espera: falta el repuesto", edited=True)
    await desk.ana.receives("falta el repuesto")
    await desk.carla.receives("queda en espera")
    await desk.carla.writes("reactive el 1 que ya llegó")
    await group.receives("en proceso", edited=True)
    await desk.carla.receives("sigue en proceso")
    await desk.carla.writes("anota en el 1 que la garantía venció")
    await desk.carla.receives("Nota guardada")
    await desk.carla.writes("responder 1: mañana paso por su oficina")
    await desk.ana.receives("Seguimos con su caso")
    await desk.ana.receives("mañana paso por su oficina")
    await desk.carla.receives("Le envío su respuesta a Ana")
