"""Chats that are lost and found: the group expels the bot, people block it and come back; and what runs every hour."""

import pytest

from itgov_bot import app
from itgov_bot.desk.desk import Desk
from itgov_bot.messages import Address, MembershipChange
from itgov_bot.storage import people
from tests.journeys.desk import RunningDesk

LOST = "ya no puede escribir en el grupo de la mesa"
ANA = Address("telegram", "1")


async def test_the_group_expels_the_bot_and_its_cases_go_on_in_private(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla, desk.dario)
    taken = await desk.opens_case(desk.ana)
    await group.receives(taken)
    await desk.carla.presses("Lo tomo", in_group=group)
    await group.receives("Lo tiene: Carla", edited=True)
    await desk.carla.sees_toast("queda a cargo de")
    await desk.ana.receives("tomó su caso")
    free = await desk.opens_case(desk.beto)
    await group.receives(free)
    await group.removes_bot(desk.admin)
    await desk.settled()
    for agent in (desk.carla, desk.dario):
        assert "Lo tomo" in (await agent.receives(f"{free} · nuevo")).labels
    assert "a cada agente (2)" in (await desk.admin.receives(LOST)).text
    await desk.dario.presses("Lo tomo")
    for agent in (desk.carla, desk.dario):
        await agent.receives("Lo tiene: Darío", edited=True)
    await desk.dario.receives("queda a cargo de Darío")
    await desk.beto.receives("tomó su caso")
    fresh = await desk.opens_case(desk.ana)
    for agent in (desk.carla, desk.dario):
        await agent.receives(f"{fresh} · nuevo")
    await desk.admin.receives_nothing()


async def test_an_expulsion_that_nobody_announced_is_noticed_when_sending(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla)
    taken = await desk.opens_case(desk.ana)
    await group.receives(taken)
    await desk.carla.presses("Lo tomo", in_group=group)
    await group.receives("Lo tiene: Carla", edited=True)
    await desk.carla.sees_toast("queda a cargo de")
    await desk.ana.receives("tomó su caso")
    await desk.settled()
    await group.removes_bot(desk.admin)
    desk.telegram.world.updates.pending.clear()
    free = await desk.opens_case(desk.beto)
    await desk.carla.receives(f"{free} · nuevo")
    await desk.admin.receives(LOST)
    await desk.settled()
    await desk.admin.receives_nothing()
    assert await desk.opens_case(desk.ana)
    await desk.carla.receives("nuevo")


async def test_with_no_agents_the_administrators_read_it(desk: RunningDesk) -> None:
    group = await desk.has_group()
    await group.removes_bot(desk.admin)
    assert "No hay agentes" in (await desk.admin.receives(LOST)).text


async def _reachable(desk: RunningDesk) -> bool:
    async with desk.app.work.database.reading() as session:
        ana = await people.by_user(session, "telegram", "1")
    assert ana
    return ana.reachable


async def test_a_change_that_comes_again_has_no_second_effect(desk: RunningDesk) -> None:
    await desk.knows(desk.ana)
    blocked = MembershipChange("telegram:901", ANA, reachable=False)
    await desk.app.receive(blocked)
    assert not await _reachable(desk)
    await desk.app.receive(MembershipChange("telegram:902", ANA, reachable=True))
    await desk.app.receive(blocked)
    assert await _reachable(desk)


async def test_tidying_is_for_once_an_hour(desk: RunningDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = []

    async def tidy(desk: Desk) -> None:
        ran.append(desk.now)

    monkeypatch.setattr(app, "HOURLY", (tidy,))
    await desk.advance(hours=1)
    for _ in range(3):
        await desk.advance(minutes=19)
    assert len(ran) == 1
    await desk.advance(minutes=3)
    assert len(ran) == 2
