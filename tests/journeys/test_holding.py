"""Nobody's case is nobody's: who answers has it, who acts on a colleague's is asked, and what somebody leaves goes back."""

import pytest

from tests.emulator import BotMessage
from tests.journeys.desk import RunningDesk, past_edits
from tests.journeys.solving import solves


async def new_case(desk: RunningDesk) -> tuple[str, BotMessage]:
    """A case of Ana in the group of Carla and Darío, which nobody has."""
    group = await desk.has_group(desk.carla, desk.dario)
    number = await desk.opens_case(desk.ana)
    return number, await group.receives(number)


async def carla_has_it(desk: RunningDesk) -> tuple[str, BotMessage]:
    number, card = await new_case(desk)
    await desk.carla.presses("Lo tomo", card)
    await desk.group.receives("Lo tiene: Carla", edited=True)
    await desk.ana.receives("tomó su caso")
    await quiet(desk)
    return number, card


async def quiet(desk: RunningDesk) -> None:
    """What the group shows besides is the story of others: cards that are renewed, confirmations in passing."""
    await desk.settled(desk.group, desk.carla, desk.dario)


async def test_who_answers_what_nobody_has_has_it(desk: RunningDesk) -> None:
    number, card = await new_case(desk)
    await desk.dario.writes_in(desk.group, "¿el correo de la oficina?", reply_to=card)
    await desk.ana.receives("¿el correo de la oficina?")
    await desk.group.receives("Lo tiene: Darío", edited=True)
    said = await desk.group.receives(f"Le envío su respuesta a Ana, de {number}")
    assert f"{number} queda a su cargo" in said.text
    sent = await desk.carla.writes_in(desk.group, "un momento, ya le ayudo con el personal", reply_to=card)
    await desk.ana.receives("un momento, ya le ayudo con el personal")
    await desk.settled()
    assert desk.group.chat.reactions[sent.message_id] == "👍"
    await desk.dario.presses("Devolver a la fila", said)
    await desk.ana.receives("cambia de manos")
    assert f"{number} volvió a la fila" in (await past_edits(desk.group)).text
    await quiet(desk)


async def test_who_takes_a_colleagues_case_is_asked_and_the_colleague_hears(desk: RunningDesk) -> None:
    number, card = await carla_has_it(desk)
    await desk.dario.presses("Lo tomo", card)  # as it looked before
    asked = await desk.group.receives(f"{number} lo tiene Carla. ¿Lo toma usted?")
    await desk.dario.presses("Sí, lo tomo yo", asked)
    await desk.ana.receives("Darío tomó su caso")
    await desk.carla.receives(f"Darío tomó {number}, que usted tenía")
    await quiet(desk)
    await desk.carla.presses("Sí, lo tomo yo", asked)  # that was about Carla's own
    await desk.group.receives(f"{number} lo tiene Darío. ¿Lo toma usted?")


async def test_who_ends_a_colleagues_case_is_asked_and_the_colleague_hears(desk: RunningDesk) -> None:
    number, card = await carla_has_it(desk)
    await desk.dario.presses("Resolver", card)
    asked = await past_edits(desk.group)
    assert f"{number} lo tiene Carla. ¿Lo resuelve usted?" in asked.text
    await desk.dario.presses("Más…", card)
    more = await desk.group.receives("Lo tiene: Carla", edited=True)
    await desk.dario.presses("Cancelar el caso", more)
    assert "¿Lo cancela usted?" in (await past_edits(desk.group)).text
    await desk.dario.presses("Sí, lo resuelvo yo", asked)
    assert number in (await past_edits(desk.group)).text
    await solves(desk, desk.dario, number)
    await desk.ana.receives("Se reinició el buzón")
    told = await desk.carla.receives(f"Darío resolvió {number}, que usted tenía")
    assert "Se reinició el buzón" in told.text
    await quiet(desk)


async def test_who_answers_what_was_given_to_them_has_it_in_hand(desk: RunningDesk) -> None:
    await new_case(desk)
    await desk.carla.writes("asignar 1 a Darío")
    await desk.ana.receives("lo tiene ahora Darío")
    card = await desk.group.receives("Lo tiene: Darío", edited=True)
    assert "Lo tomo" in card.labels
    await desk.dario.writes_in(desk.group, "Ana, en media hora subo", reply_to=card)
    await desk.ana.receives("en media hora subo")
    await desk.ana.receives_nothing()
    assert "Lo tomo" not in (await desk.group.receives("en proceso", edited=True)).labels
    await quiet(desk)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("ponle prioridad alta", "Darío puso en prioridad alta"),
        ("Ana, ¿la luz de la pantalla es verde?", "Darío le escribió a Ana en"),
    ],
)
async def test_whoever_has_it_hears_what_a_colleague_does_beside_them(
    desk: RunningDesk, said: str, told: str
) -> None:
    number, card = await carla_has_it(desk)
    await desk.dario.writes_in(desk.group, said, reply_to=card)
    await desk.carla.receives(f"{told} {number}, que usted tiene")
    await desk.settled(desk.group, desk.ana)


async def test_who_lets_a_colleagues_case_wait_is_asked_and_reads_who_will_read_it(desk: RunningDesk) -> None:
    number, card = await carla_has_it(desk)
    order = "ponlo en espera: la factura de compra"
    await desk.dario.writes_in(desk.group, order, reply_to=card)
    asked = await desk.group.receives(f"{number} lo tiene Carla. ¿Lo pone usted en espera?")
    assert "Lo leerá Ana" in asked.text
    await desk.dario.presses("Sí, ponerlo en espera", asked)
    await desk.group.receives("la factura de compra (se le dijo a Ana)", edited=True)
    await desk.dario.sees_toast("queda en espera")
    await desk.carla.receives("la factura de compra")
    await desk.ana.receives("la factura de compra")
    await quiet(desk)


async def test_who_is_out_of_the_group_leaves_their_cases_to_the_queue(desk: RunningDesk) -> None:
    number, _ = await carla_has_it(desk)
    await desk.carla.leaves(desk.group)
    await desk.ana.receives("cambia de manos")
    await desk.group.receives(f"{number} · nuevo", edited=True)
    told = await desk.group.receives("Carla ya no está en el grupo de la mesa")
    assert number in told.text
    assert "Lo tomo" in told.labels
    await desk.admin.receives("Carla ya no está en el grupo de la mesa")
    await desk.beto.joins(desk.group)
    await desk.beto.leaves(desk.group)  # who works on no cases leaves nothing behind


async def test_who_has_their_data_erased_leaves_their_cases_to_the_queue(desk: RunningDesk) -> None:
    number, _ = await carla_has_it(desk)
    await desk.carla.writes("/misdatos")
    await desk.carla.receives()
    await desk.carla.presses("Borrar mis datos")
    await desk.carla.receives("vuelve a la fila")
    await desk.carla.presses("me:forget-yes")
    await desk.carla.receives("borré su nombre")
    await desk.ana.receives("cambia de manos")
    shown = await desk.group.receives(f"{number} · nuevo", edited=True)
    told = await desk.group.receives("Alguien de la mesa borró sus datos")
    await desk.admin.receives("Alguien de la mesa borró sus datos")
    assert "carla" not in (shown.text + told.text).lower()


async def test_what_does_not_arrive_reaches_the_agent_with_what_to_do(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    number = await desk.opens_case(desk.ana)
    card = await desk.carla.receives(number)
    await desk.ana.blocks_bot()
    await desk.carla.writes("¿ya reinició el equipo?", reply_to=card)
    await desk.carla.receives("Lo tiene: Carla", edited=True)
    await desk.carla.receives(f"Le envío su respuesta a Ana, de {number}. Tenía bloqueado el chat")
    failed = await desk.carla.receives(f"A Ana no le llegó lo último de {number}: bloqueó el chat")
    assert "¿ya reinició el equipo?" in failed.text
    assert "No dejó otro contacto: búsquelo en su oficina" in failed.text
