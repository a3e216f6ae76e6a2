"""Invitations: single-use, expiring, revocable, told to their maker; and nobody else may touch them."""

import asyncio
import re

import pytest
from sqlalchemy import text

from itgov_bot.storage.database import Database
from tests.emulator import Person
from tests.journeys.desk import RunningDesk

REFUSED = "Eso es solo para quienes tienen el rol"
NO_GOOD = "ya se usó, venció o no existe"
ACCEPTED = "ahora tiene el rol"


async def invites(desk: RunningDesk, role: str = "agente", by: Person | None = None) -> str:
    """The code behind the link."""
    maker = by or desk.admin
    if maker is desk.admin:
        await desk.knows(maker)
    await maker.writes(f"/invitar {role}")
    await maker.receives("Reenvíe el mensaje que sigue")
    invitation = await maker.receives(f"Invitación para {role}")
    found = re.search(r"https://t\.me/\w+\?start=(\S+)", invitation.text)
    assert found
    return found[1]


async def test_one_that_is_pasted_or_opened_is_not_used_up_by_who_makes_them(desk: RunningDesk) -> None:
    code = await invites(desk)
    link = f"Hola, entre aquí: https://t.me/mesa_bot?start={code} y listo"
    for said in (link, f"/start {code}"):
        await desk.admin.writes(said)
        told = await desk.admin.receives("Esa invitación es para quien va a ser agente, y sigue sirviendo")
        assert "/rol dar agente 100" in told.text
    await desk.ana.writes(link)
    await desk.ana.receives(f"{ACCEPTED} agente")
    await desk.ana.receives("Ley 1581")
    await desk.admin.receives("@ana aceptó su invitación")


@pytest.mark.parametrize("role", ["agente", "guardia", "gerente", "administrador"])
async def test_a_link_gives_its_role_and_its_maker_hears_of_it(desk: RunningDesk, role: str) -> None:
    code = await invites(desk, role)
    await desk.ana.writes(f"/start {code}")
    await desk.ana.receives(f"{ACCEPTED} {role}")
    if role != "gerente":
        await desk.ana.receives("Ley 1581")
    await desk.admin.receives(f"@ana aceptó su invitación y {ACCEPTED} {role}")
    await desk.ana.writes(f"/start {code}")
    await desk.ana.receives(f"Usted ya aceptó esta invitación: tiene el rol {role}")
    await desk.admin.writes("/rol @ana")
    await desk.admin.receives(f"{role}: lo dio Alba")


async def test_whoever_is_named_is_offered_the_role_or_it_is_said_that_a_link_bears_no_name(
    desk: RunningDesk,
) -> None:
    await desk.knows(desk.admin, desk.ana)
    await desk.admin.writes("/invitar agente @ana")
    await desk.admin.receives("¿Le doy el rol agente a @ana (número 1)?")
    await desk.admin.presses("Sí, a esa persona")
    await desk.admin.receives(f"{ACCEPTED} agente")
    await desk.ana.receives("Ahora tiene el rol agente")
    for named in ("@beto", "Rosa Pérez"):
        await desk.admin.writes(f"/invitar coordinador {named}")
        told = await desk.admin.receives(f"No conozco todavía a «{named}»")
        assert "no queda a nombre de nadie" in told.text
        await desk.admin.receives("Invitación para coordinador")
    await desk.admin.writes("/invitar responsable gestor desarrollo")
    await desk.admin.receives("Reenvíe el mensaje que sigue a quien va a ser responsable (gestor desarrollo)")
    await desk.admin.receives("Invitación para responsable")
    await desk.admin.writes("/invitar responsable @beto")
    await desk.admin.receives("No conozco a «@beto»")


@pytest.mark.parametrize("role", ["funcionario", "jefazo", "staff"])
async def test_nobody_is_invited_to_another_role(desk: RunningDesk, role: str) -> None:
    await desk.admin.writes(f"/invitar {role}")
    await desk.admin.receives("¿Para qué rol")


async def test_the_open_ones_are_listed_and_revoked(desk: RunningDesk) -> None:
    code = await invites(desk, "agente")
    await desk.advance(hours=1)
    await invites(desk, "gerente")
    await desk.admin.writes("/invitar")
    listed = await desk.admin.receives("Invitaciones abiertas")
    assert "1. Gerente, de Alba; vence el jueves 12 a las 11:00 a. m." in listed.text
    assert "2. Agente, de Alba; vence el jueves 12 a las 10:00 a. m." in listed.text
    assert code not in listed.text
    await desk.admin.presses("Revocar la 2 (agente)")
    await desk.admin.receives("ese enlace ya no sirve")
    await desk.ana.writes(f"/start {code}")
    await desk.ana.receives(NO_GOOD)
    await desk.ana.writes("/mesa")
    await desk.ana.receives(REFUSED)
    await desk.admin.presses("Revocar la 2 (agente)", listed)
    await desk.admin.receives("ya no estaba abierta")
    await desk.admin.writes("/invitar")
    assert "2." not in (await desk.admin.receives("1. Gerente")).text


async def test_many_open_ones_fit_in_a_message(desk: RunningDesk) -> None:
    for _ in range(8):
        await invites(desk)
    await desk.admin.writes("/invitar")
    listed = await desk.admin.receives("…y 4 más")
    assert len(listed.labels) == 10


async def test_it_ends_after_two_days(desk: RunningDesk) -> None:
    code = await invites(desk)
    await desk.advance(hours=48)
    await desk.ana.writes(f"/start {code}")
    await desk.ana.receives(NO_GOOD)
    await desk.admin.writes("/invitar")
    assert "abiertas" not in (await desk.admin.receives("¿Para qué rol")).text


async def test_of_two_people_at_once_one_gets_in(desk: RunningDesk) -> None:
    code = await invites(desk)
    await asyncio.gather(*(person.writes(f"/start {code}") for person in (desk.ana, desk.beto)))
    got = [(await person.receives()).text for person in (desk.ana, desk.beto)]
    assert sorted(ACCEPTED in text for text in got) == [False, True]
    assert sorted(NO_GOOD in text for text in got) == [False, True]
    await desk.admin.receives("aceptó su invitación")
    winner = desk.ana if ACCEPTED in got[0] else desk.beto
    await winner.receives("Ley 1581")
    await desk.settled()
    assert sorted("mesa" in person.commands for person in (desk.ana, desk.beto)) == [False, True]


async def test_who_comes_to_work_at_the_desk_is_asked_their_name(desk: RunningDesk) -> None:
    """And whoever they help reads it: neither a user name nor a number."""
    code = await invites(desk)
    new = desk.telegram.person(700_000_008, "R2", "x_2")
    await new.writes(f"/start {code}")
    await new.receives("Falta una cosa: el nombre con el que lo van a leer")
    await new.receives("Ley 1581")
    await desk.admin.receives("aceptó su invitación")
    await new.presses("Autorizo")
    await new.receives("¿Cómo quiere que lo llamemos?")
    await new.writes("Rosa Elvira Pérez")
    await new.receives("lo leen como Rosa Elvira Pérez")
    number = await desk.opens_case(desk.ana)
    await new.presses("Lo tomo", await new.receives(number))
    await new.receives("Lo tiene: Rosa Elvira Pérez", edited=True)
    await new.receives("queda a cargo de Rosa Elvira Pérez")
    await desk.ana.receives("Rosa Elvira Pérez tomó su caso")


async def test_who_does_not_authorize_reads_what_stays_and_may_say_their_name_later(
    desk: RunningDesk,
) -> None:
    code = await invites(desk)
    await desk.ana.writes(f"/start {code}")
    await desk.ana.receives(ACCEPTED)
    await desk.ana.receives("Ley 1581")
    await desk.admin.receives("aceptó su invitación")
    await desk.ana.presses("No autorizo")
    told = await desk.ana.receives("no guardé nada suyo. Sigue con el rol agente")
    assert "lo leen como Agente" in told.text
    await desk.ana.writes("/misdatos")
    await desk.ana.receives("No tengo guardados su nombre ni su contacto")
    await desk.ana.writes("me llamo Ana María Ruiz")
    await desk.ana.receives("Ley 1581")
    await desk.ana.presses("Autorizo")
    await desk.ana.receives("lo leen como Ana María Ruiz")
    await desk.ana.writes("mi nombre es Ana Ruiz Díaz")
    await desk.ana.receives("lo leen como Ana Ruiz Díaz")


async def joins(desk: RunningDesk) -> None:
    """Ana accepts to be an agent, and is asked her name."""
    code = await invites(desk)
    await desk.ana.writes(f"/start {code}")
    await desk.ana.receives(ACCEPTED)
    await desk.ana.receives("al escribirlos autoriza que los guarde")
    await desk.admin.receives("aceptó su invitación")


@pytest.mark.parametrize("said", ["Ana María Ruiz", "me llamo Ana María Ruiz", "Ing. Ana María Ruiz (redes)"])
async def test_the_name_is_the_answer_and_the_consent(desk: RunningDesk, said: str) -> None:
    await joins(desk)
    await desk.ana.writes(said)
    await desk.ana.receives("lo leen como Ana María Ruiz")
    await desk.ana.writes("/misdatos")
    await desk.ana.receives("autorizados desde el 10 de noviembre de 2026")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("se cayó el internet en toda la alcaldía", "¿Dónde es?"),
        ("mesa", "No hay casos por atender"),
        ("guardia", "de guardia"),
        ("los de hacienda sin asignar", "sin asignar"),
        ("gracias", "Con mucho gusto"),
    ],
)
async def test_what_is_no_name_goes_first_and_the_name_may_come_later(
    desk: RunningDesk, said: str, told: str
) -> None:
    await joins(desk)
    await desk.ana.writes(said)
    await desk.ana.receives(told)
    await desk.ana.writes("/cancelar")
    await desk.ana.receives()
    await desk.ana.writes("Ana María Ruiz")
    await desk.ana.receives("Para guardar su nombre, Ana María Ruiz, necesito su autorización")
    await desk.ana.writes("sí")
    await desk.ana.receives("lo leen como Ana María Ruiz")


async def test_who_refuses_is_not_asked_again_by_their_questions(desk: RunningDesk) -> None:
    await joins(desk)
    await desk.ana.writes("no autorizo que guarden mi nombre")
    await desk.ana.receives("no guardé nada suyo")
    await desk.ana.writes("cómo me llamo")
    await desk.ana.receives("No tengo guardados su nombre ni su contacto")


async def test_who_told_no_name_is_asked_once_and_has_a_number_of_the_desk(desk: RunningDesk) -> None:
    await desk.knows(desk.beto)
    desk.settings = desk.settings.model_copy(update={"itgov_admins": (100, 2)})
    await desk.restart()
    await desk.admin.writes("/guardia poner 1 2")
    await desk.admin.receives("está de guardia")
    await desk.beto.receives("de guardia")
    for place, matter in enumerate(("no me abre el correo", "la impresora no imprime"), 1):
        number = await desk.opens_case(desk.ana, matter)
        await desk.beto.writes(f"/mesa {number}")
        await desk.beto.presses("Lo tomo", await desk.beto.receives(number))
        if place == 1:
            asked = await desk.beto.receives("no la vuelvo a preguntar")
            assert "Decir mi nombre" in asked.labels
        await desk.beto.receives("Lo tiene: Agente ", edited=True)
        took = await desk.beto.receives("queda a cargo de Agente ")
        told = await desk.ana.receives("tomó su caso")
        for message in (took, told):
            assert "beto" not in message.text
            assert "Usuario" not in message.text


async def test_who_has_the_role_leaves_the_invitation_to_somebody_else(desk: RunningDesk) -> None:
    code = await invites(desk, "administrador")
    await desk.admin.writes(f"/start {code}")
    await desk.admin.receives("Usted ya tiene el rol administrador")
    await desk.ana.writes(f"/start {code}")
    await desk.ana.receives(ACCEPTED)
    await desk.ana.receives("Ley 1581")
    await desk.admin.receives("aceptó su invitación")


@pytest.mark.parametrize("code", ["x", "%", "_" * 22, "' or 1=1 --", "a" * 300])
async def test_a_made_up_code_opens_nothing(desk: RunningDesk, code: str) -> None:
    await invites(desk)
    await desk.beto.writes(f"/start {code}")
    await desk.beto.receives(NO_GOOD)


async def test_an_outsider_sees_makes_and_revokes_nothing(desk: RunningDesk) -> None:
    """Also with the very buttons of an administrator, and after the role was taken."""
    code = await invites(desk, "administrador")
    await desk.ana.writes(f"/start {code}")
    await desk.ana.receives(ACCEPTED)
    await desk.ana.receives("Ley 1581")
    await desk.ana.presses("No autorizo")
    await desk.ana.receives("no guardé nada")
    await desk.admin.receives("aceptó su invitación")
    await invites(desk, "agente", by=desk.ana)
    await desk.ana.writes("/invitar")
    listed = await desk.ana.receives("Invitaciones abiertas")
    await desk.admin.writes("/rol quitar administrador @ana")
    await desk.admin.receives("ya no tiene el rol")
    await desk.ana.receives("Ya no tiene el rol")
    for label in ("Administrador", "Revocar la 1 (agente)"):
        await desk.ana.presses(label, listed)
        await desk.ana.receives(REFUSED)
    for asked in ("/invitar", "/invitar agente", "/rol lista", "/rol @alba"):
        await desk.beto.writes(asked)
        await desk.beto.receives(REFUSED)


async def test_who_lost_the_role_leaves_no_door_open(desk: RunningDesk) -> None:
    await desk.gives("administrador", desk.ana)
    code = await invites(desk, "administrador", by=desk.ana)
    await desk.admin.writes("/rol quitar administrador @ana")
    await desk.admin.receives("ya no tiene el rol")
    await desk.ana.receives("Ya no tiene el rol")
    await desk.ana.writes(f"/start {code}")
    await desk.ana.receives(NO_GOOD)


async def test_the_audit_of_roles(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.ana)
    await desk.admin.writes("/rol quitar agente @ana")
    await desk.admin.receives("ya no tiene el rol agente")
    await desk.ana.receives("Ya no tiene")
    await desk.gives("gerente", desk.ana)
    await desk.admin.writes("/rol @ana")
    told = (await desk.admin.receives("@ana: gerente.")).text
    at = "Alba el 10 de noviembre de 2026 a las 10:00 a. m."
    assert f"• agente: lo dio {at}; lo quitó {at}" in told
    assert f"• gerente: lo dio {at}" in told
    await desk.admin.writes("/rol lista")
    listed = (await desk.admin.receives("Gerente: @ana")).text
    assert "Administrador: Alba" in listed
    assert "Agente: nadie" in listed
    await desk.admin.writes("/rol @nadie")
    await desk.admin.receives("No conozco a «@nadie»")
    await desk.admin.writes("/rol @alba")
    await desk.admin.receives("administrador: lo dio la instalación")


async def test_the_code_is_kept_nowhere_once_it_left(desk: RunningDesk) -> None:
    await desk.knows(desk.admin)
    await desk.admin.writes("/invitar agente")
    await desk.admin.receives("Reenvíe")
    link = (await desk.admin.receives("Invitación para agente")).text
    code = link.partition("start=")[2].split()[0]
    await desk.settled()
    assert len(code) > 20
    database = Database(desk.settings.resolved_database_url)
    async with database.reading() as session:
        bodies = [row[0] for row in (await session.execute(text("select body from outbox"))).all()]
    await database.close()
    assert bodies
    assert not [body for body in bodies if code in body]
