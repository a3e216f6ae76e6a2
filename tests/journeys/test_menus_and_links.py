"""The menu of commands of each person and of the group, and the links from a case in the group to private and back."""

import re

from tests.emulator import BotMessage
from tests.journeys import in_words
from tests.journeys.desk import GROUP_ID, RunningDesk

LINK = re.compile(r'<a href="([^"]+)"><b>SAUS-2026-000001</b></a>')


def link_in(card: BotMessage) -> str:
    found = LINK.search(card.html)
    assert found, card.html
    return found[1]


async def test_the_group_has_its_own_menu_and_another_group_none(desk: RunningDesk) -> None:
    assert desk.group.commands_for(desk.carla) == {}
    await in_words.uses_group(desk, desk.group)
    await desk.gives("agente", desk.carla)
    await desk.settled()
    shown = desk.group.commands_for(desk.carla)
    assert {"mesa", "guardia", "agenda"} <= set(shown)
    assert not {"rol", "casos", "kpi"} & set(shown)
    other = desk.telegram.group(-1_001_000_000_002, "Mesa nueva", members=[desk.admin, desk.carla])
    await desk.admin.writes_in(other, "/mesa")
    asked = await other.receives("grupo de la mesa")
    await desk.admin.presses(asked.labels[0], asked)
    await other.receives("desde ahora los casos nuevos llegan a este grupo")
    await desk.group.receives("pasó la mesa a otro grupo")
    await desk.settled()
    assert set(other.commands_for(desk.carla)) == set(shown)
    assert desk.group.commands_for(desk.carla) == {}
    await desk.restart()
    await desk.settled()
    assert set(other.commands_for(desk.carla)) == set(shown)


async def test_from_a_card_of_the_group_to_private_and_back(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla)
    number = await desk.opens_case(desk.ana)
    card = await group.receives(number)
    link = link_in(card)
    assert link == f"https://t.me/mesa_emulada_bot?start=caso_{number}"
    payload = link.partition("start=")[2]
    await desk.carla.writes(f"/start {payload}")
    shown = await desk.carla.receives(number)
    assert "Lo tomo" in shown.labels
    assert link_in(shown) == f"https://t.me/c/{str(GROUP_ID).removeprefix('-100')}/{card.message_id}"
    await desk.ana.writes(f"/start {payload}")
    await desk.ana.receives("Está en la fila")
    await desk.beto.writes(f"/start {payload}")
    refused = await desk.beto.receives()
    assert "correo" not in refused.text
