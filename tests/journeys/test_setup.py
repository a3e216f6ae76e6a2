"""The first day of who administers: who they are, what is missing and what to do next, until nothing is."""

import pytest

from bot import say_if_nobody_administers
from tests.journeys.desk import ADMIN_ID, RunningDesk


async def health(desk: RunningDesk) -> str:
    await desk.admin.writes("/salud")
    return (await desk.admin.receives("Puesta en marcha")).text


async def test_from_nothing_to_a_complete_desk(desk: RunningDesk) -> None:
    await desk.admin.writes("/start")
    begun = await desk.admin.receives("cosas para ponerla en marcha: /salud")
    await desk.admin.presses("Qué falta", begun)
    shown = (await desk.admin.receives("Puesta en marcha: faltan 6")).text
    assert f"su número de Telegram es {ADMIN_ID}" in shown
    for missing in (
        "⬜ Otro administrador: ", "⬜ Grupo de la mesa: agregue el bot al grupo", "⬜ Agentes: no hay",
        "⬜ Guardia: no hay nadie", "⬜ Aviso de prueba: ", "⬜ Nombres de quienes atienden: falta el de @alba (número 100)",
    ):  # fmt: skip
        assert missing in shown
    await desk.has_group(desk.carla)
    await desk.advance(seconds=15)
    assert "agregue el bot y actívele fijar mensajes y eliminar mensajes" in await health(desk)
    await desk.group.promotes_bot(desk.admin)
    await desk.advance(seconds=15)
    shown = await health(desk)
    assert "✅ Permisos del bot en el grupo: fijar mensajes y eliminar mensajes" in shown
    assert "✅ Agentes: 1" in shown
    await desk.gives("administrador", desk.dario)
    await desk.puts_on_duty(desk.carla, 1)
    await desk.carla.blocks_bot()
    assert "⬜ Guardia que no recibe: a Carla (@carla, número 11)" in await health(desk)
    await desk.carla.unblocks_bot()
    await desk.admin.presses("Probar un aviso de guardia")
    page = await desk.admin.receives("PRUEBA de la guardia")  # nobody else reads it: the story would fail
    await desk.admin.presses("Me llegó", page)
    await desk.admin.receives("Anotado")
    await desk.names(desk.admin)
    shown = await health(desk)
    assert "Puesta en marcha: está completa" in shown
    assert "⬜" not in shown
    await desk.admin.writes("/start")
    assert "🔧" not in (await desk.admin.receives("mesa de servicio")).text


async def test_who_works_at_the_desk_tests_their_own_page(desk: RunningDesk) -> None:
    await desk.has_group(desk.carla)
    await desk.carla.writes_in(desk.group, "/guardia prueba")
    await desk.carla.receives("PRUEBA de la guardia")
    await desk.group.receives("Le mandé la prueba")
    await desk.ana.writes("/guardia prueba")
    await desk.ana.receives("Eso es solo para quienes tienen el rol")


async def test_without_an_administrator_the_start_and_the_help_say_what_to_do(
    desk: RunningDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.settings = desk.settings.model_copy(update={"itgov_admins": ()})
    await desk.restart()
    await say_if_nobody_administers(desk.app, "mesa_bot")
    assert "ITGOV_ADMINS=ese_número" in capsys.readouterr().err
    for asked in ("/start", "/ayuda"):
        await desk.beto.writes(asked)
        assert "ITGOV_ADMINS=2" in (await desk.beto.receives("todavía no tiene administrador")).text
    desk.settings = desk.settings.model_copy(update={"itgov_admins": (2,)})
    await desk.restart()
    await say_if_nobody_administers(desk.app, "mesa_bot")
    assert not capsys.readouterr().err
    await desk.ana.writes("/ayuda")
    assert "administrador" not in (await desk.ana.receives("Escríbame con sus palabras")).text
    await desk.beto.writes("/salud")
    await desk.beto.receives("su número de Telegram es 2")
