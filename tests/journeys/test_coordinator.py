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


async def test_what_people_said_of_the_desk_is_asked_in_words(desk: RunningDesk) -> None:
    await desk.gives("coordinador", desk.carla)
    number = await desk.opens_case(desk.ana)
    await desk.settled(desk.carla)
    await desk.ana.writes(
        "llevo toda la mañana esperando, esto es una falta de respeto, quiero poner una queja"
    )
    await desk.ana.receives("Ya se lo pasé a quien coordina la mesa")
    await desk.carla.receives("Queja")
    await desk.carla.writes("quién se quejó?")
    told = await desk.carla.receives("Quejas · noviembre de 2026: 1")
    assert number in told.text
    assert "falta de respeto" in told.text
    await desk.carla.writes("hubo quejas ayer?")
    await desk.carla.receives("No hay quejas de un caso: ayer")
    await desk.carla.writes("resumen de la semana")
    await desk.carla.receives("Resumen · esta semana")
    await desk.carla.writes("quiénes faltan hoy?")
    await desk.carla.receives("Nadie está cubriendo la guardia de nadie")
    await desk.carla.writes("hay algo caído ahora?")
    await desk.carla.receives("Ahora no hay ninguna")


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


async def test_indicators_are_none_of_a_coordinators_and_no_case_of_that_number(desk: RunningDesk) -> None:
    await in_words.gives(desk, "coordinador", desk.carla)
    await in_words.tells(
        desk.carla, "cómo va el indicador 8", "Eso es solo para quienes tienen el rol gerente"
    )
    await in_words.tells(desk.carla, "/resumen", "Resumen")
    await in_words.tells(
        desk.carla, "mándemelo todos los lunes a las 8", "resumen semanal los lunes a las 8:00 a. m."
    )
    await in_words.tells(desk.carla, "hubo urgencias el fin de semana?", "Noche tranquila")
