"""Whoever hides behind the group or a channel is told how to act, once, and does nothing meanwhile."""

from tests.journeys.desk import RunningDesk

NUMBER = "SAUS-2026-000001"


async def test_an_anonymous_administrator_is_told_once_how_to_act(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.carla)
    await desk.opens_case(desk.ana)
    card = await group.receives(NUMBER)
    await desk.admin.hides_in(group, "buenos días a todos")
    await desk.admin.hides_in(group, "ya lo reviso", reply_to=card)
    await group.receives("administrador anónimo y no sé quién es usted")
    await desk.admin.hides_in(group, "/mesa")
    await desk.settled()
    await desk.carla.presses("Lo tomo", card)
    await group.receives("Lo tiene: Carla", edited=True)
    await desk.ana.receives("tomó su caso")
    await desk.advance(hours=25)
    desk.ana.ignores_rest()
    desk.carla.ignores_rest()
    group.ignores_rest()
    await desk.admin.hides_in(group, "/mesa")
    await group.receives("Permanecer anónimo")


async def test_a_channel_is_told_in_its_own_words(desk: RunningDesk) -> None:
    group = await desk.has_group()
    await desk.admin.hides_in(group, "/mesa", channel="Noticias de la Alcaldía")
    await group.receives("Aquí veo un canal")
    await desk.admin.hides_in(group, "/mesa", channel="Noticias de la Alcaldía")
    await desk.admin.hides_in(group, "/mesa")
    await group.receives("administrador anónimo")
