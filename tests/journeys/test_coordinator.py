"""Who coordinates hears of what goes badly and hands the work around; roles stay with the administrators."""

from tests.journeys import in_words
from tests.journeys.desk import RunningDesk, number_in

REFUSED = "Eso es solo para quienes tienen el rol administrador."
COMPLAINT = "quiero poner una queja de la atención"


async def test_what_goes_badly_is_told_to_who_coordinates(desk: RunningDesk) -> None:
    """To nobody else: what the administrator would read unasked fails the story."""
    await desk.gives("coordinador", desk.carla)
    await desk.ana.writes(COMPLAINT)
    await desk.ana.receives("Ya se lo pasé a quien coordina")
    await desk.carla.receives("Queja")
    await desk.admin.writes("/rol quitar coordinador 11")
    await desk.admin.receives("ya no tiene el rol coordinador")
    await desk.carla.receives("Ya no tiene el rol coordinador")
    await desk.ana.writes(COMPLAINT)
    await desk.ana.receives("Ya se lo pasé a quien coordina")
    await desk.admin.receives("Queja")


async def test_a_coordinator_assigns_and_looks_but_gives_no_role(desk: RunningDesk) -> None:
    group = await desk.has_group(desk.dario)
    await in_words.gives(desk, "coordinador", desk.carla)
    number = await desk.opens_case(desk.ana)
    await group.receives(number)
    await desk.carla.writes(f"/asignar {number}")
    await desk.carla.receives("¿A quién")
    await desk.carla.presses("Darío")
    await desk.carla.receives("lo tiene ahora Darío")
    await desk.dario.receives("le asignó")
    await desk.ana.receives("lo tiene ahora")
    assert number_in(await group.receives("Lo tiene: Darío", edited=True)) == number
    for asked, answer in (
        ("/resumen", "Resumen"),
        ("/urgentes", "noche"),
        ("/exportar", "Exportar casos"),
    ):
        await desk.carla.writes(asked)
        await desk.carla.receives(answer)
    for asked in ("/rol dar agente @ana", "/invitar", "/aprender", "/salud", "/guardia poner 1 @dario"):
        await desk.carla.writes(asked)
        await desk.carla.receives(REFUSED)
    await desk.settled()
    assert {"mesa", "resumen", "exportar", "urgentes"} <= set(desk.carla.commands)
    assert not {"rol", "invitar", "aprender", "salud", "kpi"} & set(desk.carla.commands)
