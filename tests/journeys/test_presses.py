"""How many presses a deed costs an agent, and how many messages it leaves in the group: at most what other desks need.

Every deed is done as an agent does it in the group. A sentence that is written counts as no press; one that is an answer to
the card (`words`) begins without any.
"""

from dataclasses import dataclass

import pytest

from tests.emulator import BotMessage, Group
from tests.journeys.desk import RunningDesk

NUMBER = "SAUS-2026-000001"
OTHER = "SAUS-2026-000002"


@dataclass(frozen=True)
class Deed:
    """`presses` are labels; a label that begins with "✍" is a sentence, in answer to the question. `goal` is the fewest
    presses that Zammad, Chatwoot or osTicket need; `shows` stands on the card when it is done."""

    name: str
    presses: tuple[str, ...]
    goal: int
    shows: str
    leaves: int = 0
    words: str = ""
    is_taken: bool = True


DEEDS = (
    Deed("take", ("Lo tomo",), 1, "Lo tiene: Carla", is_taken=False),
    Deed("answer", ("Responder", "✍¿Ya reinició el equipo?"), 1, "en proceso"),
    Deed("answer at hand", ("Responder", "Pedir un pantallazo"), 2, "en proceso"),
    Deed("solve", ("Resolver", "✍Se restableció la clave"), 2, "resuelto", leaves=1),
    Deed("solve at hand", ("Resolver", "Cuenta desbloqueada"), 2, "resuelto", leaves=1),
    Deed("wait", ("En espera", "Un repuesto o una compra"), 2, "Espera: un repuesto"),
    Deed("assign", ("Asignar", "Darío"), 2, "Lo tiene: Darío"),
    Deed("escalate", ("Asignar", "Escalar a quien coordina", "✍No tengo permisos"), 2, "prioridad alta"),
    Deed("priority", ("Clasificar", "Prioridad alta"), 2, "prioridad alta"),
    Deed("service", ("Clasificar", "Por clasificar"), 2, "por clasificar"),
    Deed("merge unlike ones", ("Clasificar", "Igual a 2", "Sí, juntarlos"), 3, f"Se juntó con {OTHER}"),
    Deed("cancel", ("Más…", "Cancelar el caso", "✍Era una prueba del sistema"), 2, "cancelado"),
    Deed("undo", ("Clasificar", "Prioridad alta", "Deshacer"), 3, "en proceso"),
    Deed("assign in words", (), 0, "Lo tiene: Darío", words="asígnalo a Darío"),
    Deed("service in words", (), 0, "SER-025", words="pásalo a impresoras"),
    Deed("priority in words", (), 0, "prioridad alta", words="ponle prioridad alta"),
    Deed("solve in words", (), 0, "resuelto", leaves=1, words="ciérralo: ya quedó con la clave nueva"),
    Deed("solve in a reply", (), 0, "resuelto", leaves=1, words="resuelto: se restableció la clave"),
    Deed("wait in words", (), 0, "Espera: el repuesto", words="ponlo en espera: el repuesto"),
    Deed("wait for nobody's", (), 0, "Lo tiene: Carla", words="ponlo en espera: el repuesto", is_taken=False),
    Deed("merge in words", (), 0, f"Se juntó con {OTHER}", words="júntalo con 2"),
    Deed("cancel in words", (), 0, "cancelado", words="cancélalo: era una prueba"),
    Deed(
        "escalate in words", (), 0, "Lo escaló Carla: no tengo permisos", words="escálalo: no tengo permisos"
    ),
    Deed("release in words", (), 0, "nuevo", leaves=1, words="devuélvalo a la cola que no alcanzo"),
    Deed("take in words", (), 0, "Lo tiene: Carla", words="este es mío", is_taken=False),
    Deed("solve as it is told", (), 0, "resuelto", leaves=1, words="ya quedó, se le cambió la clave"),
)


@pytest.fixture
async def busy(desk: RunningDesk) -> RunningDesk:
    """Two cases in the group, and two agents."""
    await desk.has_group(desk.carla, desk.dario)
    await desk.opens_case(desk.ana)
    await desk.knows(desk.beto)
    await desk.opens_case(desk.beto, "la impresora no imprime")
    return desk


@pytest.mark.parametrize("deed", DEEDS, ids=[one.name for one in DEEDS])
async def test_a_deed_costs_no_more_than_elsewhere(busy: RunningDesk, deed: Deed) -> None:
    if deed.is_taken:
        await _presses(busy, "Lo tomo")
    await _read(busy)
    before = set(busy.group.chat.messages)
    for step in deed.presses:
        await (_writes(busy, step[1:]) if step.startswith("✍") else _presses(busy, step))
    if deed.words:
        await busy.carla.writes_in(busy.group, deed.words, reply_to=_card(busy.group))
    await _read(busy)
    own = {at for at, one in busy.group.chat.messages.items() if one.from_bot}
    assert deed.shows in _card(busy.group).text
    assert len([one for one in deed.presses if not one.startswith("✍")]) <= deed.goal
    assert len(own - before) <= deed.leaves


def _card(group: Group, number: str = NUMBER) -> BotMessage:
    """As it is now: the newest version of the first message about the case."""
    first = next(one for one in group.inbox.items if number in one.text)
    return next(one for one in reversed(group.inbox.items) if one.message_id == first.message_id)


async def _presses(desk: RunningDesk, label: str) -> None:
    await _read(desk)
    there = [one for one in reversed(desk.group.inbox.items) if one.message_id in desk.group.chat.messages]
    shown: dict[int, BotMessage] = {}
    for one in there:
        shown.setdefault(one.message_id, one)
    on = next(
        one for one in shown.values() if NUMBER in one.text and any(label in name for name in one.labels)
    )
    await desk.carla.presses(label, on)
    await _read(desk)


async def _writes(desk: RunningDesk, text: str) -> None:
    question = next(one for one in reversed(desk.group.inbox.items) if "Responda a este mensaje" in one.text)
    await desk.carla.writes_in(desk.group, text, reply_to=question)
    await _read(desk)


async def _read(desk: RunningDesk) -> None:
    await desk.settled(desk.group, desk.ana, desk.beto, desk.carla, desk.dario, desk.admin)


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("pásalo a redes", "Red interna de la oficina"),
        ("cámbiele el servicio a antivirus", "Consola del antivirus"),
        ("cambia el servicio a computadores", "Equipos y periféricos"),
    ],
)
async def test_a_service_that_may_be_several_is_asked(busy: RunningDesk, words: str, offered: str) -> None:
    await _presses(busy, "Lo tomo")
    await busy.carla.writes_in(busy.group, words, reply_to=_card(busy.group))
    asked = await busy.group.receives("puede ser más de un servicio, y no cambié nada")
    assert "Correo electrónico (SER-004)" in _card(busy.group).text
    await busy.carla.presses(offered, asked)
    await _read(busy)
    assert "SER-004" not in _card(busy.group).text


async def test_what_cannot_be_done_says_why_and_what_to_do(busy: RunningDesk) -> None:
    await _read(busy)
    card = _card(busy.group)
    await busy.carla.writes_in(busy.group, "quítele la espera", reply_to=card)
    await busy.group.receives("sigue nuevo y no lo tiene nadie: tómelo primero")
    await busy.dario.writes("/resolver 2 se cambió el tóner de la impresora")
    await _read(busy)
    await busy.carla.writes_in(busy.group, "júntalo con el 2", reply_to=card)
    await busy.group.receives(f"{OTHER} ya no está abierto (resuelto)")
    await busy.carla.writes_in(busy.group, "júntalo con el 7", reply_to=card)
    await busy.group.receives("No encuentro el caso «SAUS-2026-000007»")


async def test_a_button_that_came_too_late_says_so_and_goes(busy: RunningDesk) -> None:
    await _presses(busy, "Lo tomo")
    assert "Deshacer" in _card(busy.group).labels
    await busy.advance(seconds=61)
    await busy.carla.presses("Deshacer", _card(busy.group))
    await busy.carla.sees_toast("Se puede por un minuto")
    await _read(busy)
    assert "Deshacer" not in _card(busy.group).labels
