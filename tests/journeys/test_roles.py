"""Roles: given, taken, invited to, tried, and refused to those who may not give them."""

import re

from tests.emulator import Person
from tests.journeys.desk import RunningDesk

REFUSED = "Eso es solo para quienes tienen ese rol"


async def invites(desk: RunningDesk, role: str) -> str:
    """The code behind the link of an invitation."""
    await desk.knows(desk.admin)
    await desk.admin.writes(f"/invitar {role}")
    invitation = await desk.admin.receives(f"Invitación para {role}")
    found = re.search(r"https://t\.me/mesa_emulada_bot\?start=(\S+)", invitation.text)
    assert found
    return found[1]


async def sees_in_menu(desk: RunningDesk, person: Person, *commands: str) -> bool:
    await desk.settled()
    return set(commands) <= set(person.commands)


async def test_a_role_is_given_and_taken_and_the_menu_follows(desk: RunningDesk) -> None:
    assert not await sees_in_menu(desk, desk.ana, "kpi")
    await desk.gives("gerente", desk.ana)
    assert await sees_in_menu(desk, desk.ana, "kpi", "caso")
    assert not await sees_in_menu(desk, desk.ana, "mesa")
    await desk.ana.writes("/ayuda")
    await desk.ana.receives("/kpi")
    await desk.admin.writes("/rol dar gerente @ana")
    await desk.admin.receives("ya tenía el rol gerente")
    await desk.admin.writes("/rol quitar gerente 1")
    await desk.admin.receives("ya no tiene el rol gerente")
    await desk.ana.receives("Ya no tiene el rol gerente")
    assert not await sees_in_menu(desk, desk.ana, "kpi")
    await desk.ana.writes("/kpi")
    await desk.ana.receives(REFUSED)


async def test_each_role_has_its_menu(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    assert await sees_in_menu(desk, desk.carla, "mesa", "guardia")
    assert not await sees_in_menu(desk, desk.carla, "kpi")
    assert await sees_in_menu(desk, desk.admin, "mesa", "guardia", "kpi", "rol", "invitar", "salud")
    assert not await sees_in_menu(desk, desk.beto, "rol")


FOR_OTHERS = (
    "/rol", "/rol dar administrador @ana", "/invitar", "/invitar agente", "/salud", "/mesa", "/guardia",
)  # fmt: skip


async def test_staff_can_neither_give_nor_look(desk: RunningDesk) -> None:
    for asked in FOR_OTHERS:
        await desk.ana.writes(asked)
        await desk.ana.receives(REFUSED)


async def test_an_agent_cannot_change_the_duty(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.carla.writes("/guardia poner 1 @carla")
    await desk.carla.receives(REFUSED)


async def test_an_invitation_serves_one_person_once(desk: RunningDesk) -> None:
    code = await invites(desk, "agente")
    await desk.ana.writes(f"/start {code}")
    await desk.ana.receives("ahora tiene el rol agente")
    await desk.admin.receives("aceptó su invitación")
    await desk.ana.writes("/mesa")
    await desk.ana.receives("No hay casos por atender")
    await desk.beto.writes(f"/start {code}")
    await desk.beto.receives("ya se usó, venció o no existe")
    await desk.beto.writes("/mesa")
    await desk.beto.receives(REFUSED)


async def test_an_invitation_expires(desk: RunningDesk) -> None:
    code = await invites(desk, "gerente")
    await desk.advance(hours=48, minutes=1)
    await desk.ana.writes(f"/start {code}")
    await desk.ana.receives("ya se usó, venció o no existe")
    await desk.ana.writes("/kpi")
    await desk.ana.receives(REFUSED)


async def test_an_invitation_by_button(desk: RunningDesk) -> None:
    await desk.knows(desk.admin)
    await desk.admin.writes("/invitar")
    choice = await desk.admin.receives("¿Para qué rol es la invitación?")
    await desk.admin.presses("Guardia")
    await desk.admin.receives("Invitación para guardia")
    await desk.admin.writes("/rol dar administrador @beto")
    await desk.admin.receives("No conozco a «@beto»")
    assert "Administrador" in choice.labels


async def test_the_last_administrator_stays(desk: RunningDesk) -> None:
    await desk.knows(desk.admin)
    await desk.admin.writes("/rol quitar administrador @alba")
    await desk.admin.receives("quedaría la mesa sin administrador")
    await desk.gives("administrador", desk.ana)
    await desk.ana.writes("/rol quitar administrador @ana")
    await desk.ana.receives("ya no tiene el rol administrador")
    await desk.ana.writes("/rol")
    await desk.ana.receives(REFUSED)


async def test_an_administrator_tries_a_role_and_comes_back(desk: RunningDesk) -> None:
    await desk.knows(desk.admin)
    await desk.admin.writes("/rol")
    await desk.admin.receives("Sus roles: administrador")
    await desk.admin.presses("Probar como funcionario")
    await desk.admin.receives("ve lo que ve un funcionario")
    await desk.admin.writes("/kpi")
    await desk.admin.receives(REFUSED)
    await desk.admin.writes("/rol")
    await desk.admin.receives("Ahora está probando como funcionario")
    await desk.admin.presses("Volver a mis roles")
    await desk.admin.receives("volvió a sus propios roles")
    await desk.admin.writes("/kpi")
    await desk.admin.receives("Indicadores")


NONSENSE = [
    ("/rol dar jefazo @ana", "Los roles son"),
    ("/rol dar agente", "Escríbalo así"),
    ("/rol dar agente @nadie", "No conozco a «@nadie»"),
    ("/rol dar agente 999999999999999999999999", "No conozco a"),
    ("/rol <b>", "Escríbalo así"),
    ("/guardia poner 99 @ana", "Escríbalo así"),
    ("/guardia poner 1 @nadie", "No conozco a «@nadie»"),
]


async def test_nonsense_is_explained(desk: RunningDesk) -> None:
    await desk.knows(desk.admin)
    for asked, answer in NONSENSE:
        await desk.admin.writes(asked)
        await desk.admin.receives(answer)
