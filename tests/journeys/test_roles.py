"""Roles: given, taken, invited to, tried, and refused to those who may not give them."""

import re

from tests.emulator import Person
from tests.journeys import in_words
from tests.journeys.desk import RunningDesk

REFUSED = "Eso es solo para quienes tienen el rol"


async def invites(desk: RunningDesk, role: str) -> str:
    """The code behind the link of an invitation."""
    await desk.knows(desk.admin)
    await desk.admin.writes(f"/invitar {role}")
    await desk.admin.receives("Reenvíe el mensaje que sigue")
    invitation = await desk.admin.receives(f"Invitación para {role}")
    found = re.search(r"https://t\.me/mesa_emulada_bot\?start=(\S+)", invitation.text)
    assert found
    return found[1]


async def sees_in_menu(desk: RunningDesk, person: Person, *commands: str) -> bool:
    await desk.settled()
    return set(commands) <= set(person.commands)


async def test_a_role_is_given_and_taken_and_the_menu_follows(desk: RunningDesk) -> None:
    assert not await sees_in_menu(desk, desk.ana, "kpi")
    await in_words.gives(desk, "gerente", desk.ana)
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
    await in_words.greets(desk.admin)
    await in_words.gives(desk, "agente", desk.carla)
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


COMMANDS_IN_A_WORD = (
    ("guardia", "guardia"), ("Agenda", "evento"), ("mesa", "No hay casos"), ("rol", "Sus roles"),
    ("Salud", "Puesta en marcha"), ("exportar", "¿"), ("invitar", "¿Para qué rol"),
)  # fmt: skip


async def test_a_command_of_a_role_needs_no_slash_where_it_is_the_only_word(desk: RunningDesk) -> None:
    await desk.knows(desk.admin)
    for said, told in COMMANDS_IN_A_WORD:
        await desk.admin.writes(said)
        await desk.admin.receives(told)
    await desk.ana.writes("salud")
    assert "Puesta en marcha" not in (await desk.ana.receives()).text


async def test_a_command_of_a_role_is_answered_in_the_group_with_where_to_write_it(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla)
    for who, asked in (
        (desk.admin, "/rol dar agente @ana"),
        (desk.carla, "/invitar agente"),
        (desk.admin, "/salud"),
    ):
        await who.writes_in(group, asked)
        await group.receives(
            f"{asked.split()[0]} se escribe en privado, en el chat conmigo, @mesa_emulada_bot"
        )
    await desk.admin.writes_in(group, "/nada")
    await group.receives_nothing()


async def test_an_agent_cannot_change_the_duty(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.carla.writes("/guardia poner 1 @carla")
    await desk.carla.receives(REFUSED)


async def test_an_invitation_serves_one_person_once(desk: RunningDesk) -> None:
    code = await invites(desk, "agente")
    await desk.ana.writes(f"/start {code}")
    await desk.ana.receives("ahora tiene el rol agente")
    await desk.ana.receives("Ley 1581")
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
    await desk.admin.receives("Reenvíe el mensaje que sigue a quien va a ser guardia")
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


async def test_a_name_that_changed_hands_gets_no_role_by_mistake(desk: RunningDesk) -> None:
    """Somebody had @juan.perez, wrote once and left the name; who has it now never wrote."""
    impostor = desk.telegram.person(700, "Impostor", "juan.perez")
    await desk.knows(desk.admin, impostor)
    await desk.admin.writes("/rol dar agente @juan.perez")
    await desk.admin.receives("¿Le doy el rol agente a @juan.perez (número 700)?")
    await desk.admin.presses("No")
    await desk.admin.receives()
    impostor.user["username"] = "otro"
    juan = desk.telegram.person(701, "Juan", "juan.perez")
    await desk.knows(juan)
    await desk.admin.writes("/rol dar agente @juan.perez")
    await desk.admin.receives("¿Le doy el rol agente a @juan.perez (número 701)?")
    await desk.admin.presses("Sí, a esa persona")
    await desk.admin.receives("ahora tiene el rol agente. Su número es 701")
    await juan.receives("Ahora tiene el rol")
    await impostor.writes("/mesa")
    await impostor.receives(REFUSED)


async def test_who_is_put_on_duty_by_name_is_shown_with_the_number(desk: RunningDesk) -> None:
    await desk.knows(desk.admin, desk.carla, desk.dario)
    await desk.admin.writes("/guardia poner 1 @carla")
    await desk.admin.receives("escalón 1 a Carla (@carla, número 11)?")
    await desk.admin.writes("sí")
    await desk.admin.receives("está de guardia en el escalón 1")
    await desk.carla.receives("de guardia")
    await desk.admin.writes("/guardia orden @dario @carla")
    await desk.admin.receives("1. Darío (@dario, número 12)\n2. Carla (@carla, número 11)")
    await desk.admin.presses("Sí, así es")
    await desk.admin.receives("Listo: los turnos son")
    for person in (desk.carla, desk.dario):
        await person.receives("Está en los turnos de la guardia")


async def test_an_administrator_of_the_installation_is_not_said_to_be_none(desk: RunningDesk) -> None:
    await desk.gives("administrador", desk.ana)
    await desk.ana.writes("/rol quitar administrador @alba")
    await desk.ana.receives("porque su número está en ITGOV_ADMINS")
    await desk.admin.writes("/misdatos")
    await desk.admin.receives()
    await desk.admin.presses("Borrar mis datos")
    await desk.admin.receives("Sigue siendo administrador mientras su número esté en ITGOV_ADMINS")


async def test_a_number_after_a_refusal_gives_no_role(desk: RunningDesk) -> None:
    await desk.knows(desk.admin, desk.ana)
    await desk.admin.writes("/rol dar administrador @ana")
    await desk.admin.receives("¿Le doy el rol administrador a @ana (número 1)?")
    await desk.admin.writes("/rol quitar administrador @alba")
    await desk.admin.receives("quedaría la mesa sin administrador")
    await desk.admin.writes("1")
    assert "ahora tiene el rol" not in (await desk.admin.receives()).text
    await desk.ana.writes("/mesa")
    await desk.ana.receives(REFUSED)
    await desk.admin.writes("/rol dar agente @ana")
    await desk.admin.receives("¿Le doy el rol agente a @ana (número 1)?")
    await desk.admin.writes("1")
    await desk.admin.receives("ahora tiene el rol agente")
    await desk.ana.receives("Ahora tiene el rol")


async def test_who_loses_a_role_reads_which_and_what_stays(desk: RunningDesk) -> None:
    """Another role keeps a person at work, with the cases they have; without one the cases go back."""
    await desk.gives("agente", desk.carla)
    await desk.gives("guardia", desk.carla)
    number = await desk.opens_case(desk.ana)
    await desk.carla.presses("Lo tomo", await desk.carla.receives(number))
    await desk.settled(desk.ana, desk.carla)
    await desk.admin.writes("/rol quitar agente 11")
    stays = "Conserva el rol guardia. El caso abierto que tenía sigue a su cargo."
    await desk.admin.receives(f"ya no tiene el rol agente. {stays}")
    await desk.carla.receives(f"Ya no tiene el rol agente en la mesa de servicios. {stays}")
    await desk.ana.receives_nothing()
    await desk.admin.writes("/rol quitar guardia 11")
    await desk.admin.receives("ya no tiene el rol guardia. El caso abierto que tenía volvió a la fila.")
    told = await desk.carla.receives("Ya no tiene el rol guardia")
    assert "El caso abierto que tenía volvió a la fila. Puede seguir abriendo sus propios casos" in told.text
    await desk.ana.receives("cambia de manos")
