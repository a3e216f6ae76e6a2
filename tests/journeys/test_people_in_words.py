"""Roles and the state of the desk in words: what changes a role is confirmed, with who and which."""

import pytest

from tests.journeys.desk import RunningDesk

REFUSED = "Eso es solo para quienes tienen el rol"


async def test_a_role_is_given_and_taken_in_words(desk: RunningDesk) -> None:
    await desk.knows(desk.admin, desk.ana)
    await desk.admin.writes("haga agente a ana por favor")
    await desk.admin.receives("¿Le doy el rol agente a @ana (número 1)?")
    await desk.admin.writes("sí")
    await desk.admin.receives("ahora tiene el rol agente")
    await desk.ana.receives("Ahora tiene el rol agente")
    await desk.admin.writes("quite a ana de agente")
    await desk.admin.receives("¿Le quito el rol agente a @ana (número 1)?")
    await desk.admin.writes("no")
    await desk.admin.receives()
    await desk.admin.writes("ana ya no trabaja aquí")
    asked = await desk.admin.receives("¿@ana (número 1) ya no trabaja aquí? Pierde el rol agente")
    assert asked.labels == ["Sí, quitarle todo", "No"]
    await desk.admin.presses("Sí, quitarle todo")
    await desk.admin.receives("ya no es agente")
    await desk.ana.receives("Ya no tiene el rol agente")


async def test_all_that_is_taken_from_who_left_is_no_case(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    await desk.opens_case(desk.beto)
    await desk.carla.receives("🆕")
    await desk.admin.writes("Carla ya no trabaja con nosotros, quítele todo")
    await desk.admin.receives("ya no trabaja aquí? Pierde el rol agente")


async def test_who_left_loses_all_roles_at_once_or_one_alone(desk: RunningDesk) -> None:
    for role in ("agente", "gerente"):
        await desk.gives(role, desk.ana)
    await desk.admin.writes("ana ya no trabaja aquí")
    asked = await desk.admin.receives("Pierde los roles agente y gerente. No tiene casos abiertos.")
    assert asked.labels == ["Sí, quitarle todo", "Solo agente", "Solo gerente", "No"]
    await desk.admin.presses("Solo gerente")
    await desk.admin.receives("ya no tiene el rol gerente")
    await desk.ana.receives("Ya no tiene el rol gerente")
    await desk.admin.presses("Sí, quitarle todo", asked)
    await desk.admin.receives("ya no es agente")
    await desk.ana.receives("Ya no tiene el rol agente")


async def test_two_roles_are_given_at_once_and_taken_back_in_words(desk: RunningDesk) -> None:
    await desk.knows(desk.admin, desk.ana)
    await desk.admin.writes("ponga a ana de agente y también de guardia por favor")
    await desk.admin.receives("¿Le doy los roles agente y guardia a @ana (número 1)?")
    await desk.admin.writes("sí")
    await desk.admin.receives("ahora tiene el rol agente")
    await desk.admin.receives("ahora tiene el rol guardia")
    await desk.ana.receives("Ahora tiene el rol agente")
    await desk.ana.receives("Ahora tiene el rol guardia")
    await desk.admin.writes("ya no, quíteselo")
    await desk.admin.receives("¿Le quito el rol agente a @ana (número 1)?")


@pytest.mark.parametrize(
    "said", ["mentiras, era otra ana, devuélvale todo", "uy, no era ella, déjela como estaba"]
)
async def test_what_was_taken_by_mistake_comes_back_in_words(desk: RunningDesk, said: str) -> None:
    for role in ("agente", "gerente"):
        await desk.gives(role, desk.ana)
    await desk.admin.writes("ana ya no trabaja aquí")
    await desk.admin.presses("Sí, quitarle todo", await desk.admin.receives("Pierde los roles"))
    assert (await desk.admin.receives("ya no es")).labels == ["Deshacer: devolverle lo suyo"]
    await desk.admin.writes(said)
    told = await desk.admin.receives("vuelve a ser")
    assert "agente" in told.text
    assert "gerente" in told.text
    await desk.settled(desk.ana)


async def test_who_is_not_known_is_invited_after_a_yes(desk: RunningDesk) -> None:
    await desk.knows(desk.admin)
    await desk.admin.writes("agregue a Rosa Pérez como coordinadora")
    await desk.admin.receives("No conozco todavía a «rosa perez». ¿Hago una invitación de coordinador")
    await desk.admin.writes("sí")
    await desk.admin.receives("Reenvíe el mensaje que sigue a quien va a ser coordinador")
    await desk.admin.receives("Invitación para coordinador")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("cómo invito a alguien", "¿Para qué rol es la invitación?"),
        ("qué me falta para empezar", "Puesta en marcha"),
        ("el bot está funcionando bien?", "Estado del sistema"),
        ("quiénes son los administradores", "Administrador: Alba"),
    ],
)
async def test_what_is_asked_of_the_desk_is_answered(desk: RunningDesk, said: str, told: str) -> None:
    await desk.knows(desk.admin)
    await desk.admin.writes(said)
    await desk.admin.receives(told)


async def test_who_coordinates_reads_who_has_a_role_and_changes_none(desk: RunningDesk) -> None:
    await desk.gives("coordinador", desk.ana)
    await desk.gives("agente", desk.carla)
    await desk.ana.writes("¿quiénes son los agentes?")
    assert "/rol" not in (await desk.ana.receives("Agente: Carla")).text
    await desk.ana.writes("quite a carla de agente")
    await desk.ana.receives(REFUSED)


async def test_a_button_of_it_is_good_while_one_administers(desk: RunningDesk) -> None:
    await desk.gives("administrador", desk.ana)
    await desk.gives("agente", desk.carla)
    await desk.ana.writes("quite a carla de agente")
    asked = await desk.ana.receives("¿Le quito el rol agente")
    await desk.admin.writes("/rol quitar administrador @ana")
    await desk.admin.receives("ya no tiene el rol")
    await desk.ana.receives("Ya no tiene el rol")
    await desk.ana.presses("Sí, quitar agente", asked)
    await desk.ana.receives(REFUSED)
