"""The indicators in chat: for managers and administrators alone, as a board and one by one with a chart."""

from tests.journeys.desk import RunningDesk

REFUSED = "Eso es solo para quienes tienen el rol"


async def test_staff_and_agents_are_refused(desk: RunningDesk) -> None:
    await desk.gives("agente", desk.carla)
    for person in (desk.ana, desk.carla):
        for asked in ("/kpi", "/kpi 8", "/kpis"):
            await person.writes(asked)
            await person.receives(REFUSED)


async def test_an_old_button_does_not_outlive_the_role(desk: RunningDesk) -> None:
    await desk.gives("gerente", desk.ana)
    await desk.ana.writes("/kpi")
    board = await desk.ana.receives("Indicadores de gestión de TI")
    await desk.admin.writes("/rol quitar gerente @ana")
    await desk.admin.receives("ya no tiene el rol")
    await desk.ana.receives("Ya no tiene el rol gerente")
    await desk.ana.presses("kpi:8", board)
    await desk.ana.receives(REFUSED)


async def test_the_board_tells_of_all_thirteen(desk: RunningDesk) -> None:
    await desk.gives("gerente", desk.ana)
    await desk.ana.writes("/kpi")
    board = await desk.ana.receives("Indicadores de gestión de TI")
    for number in range(1, 14):
        assert f" {number}. " in board.text
    assert "8. Soporte remoto: 35 % (dic. 2023, hace 35 meses) · meta 40 %" in board.text
    assert "meta «linea base»" in board.text
    await desk.ana.presses("kpi:p2")
    assert "kpi:13" in {button.data for row in (await desk.ana.receives()).buttons for button in row}


async def test_one_indicator_comes_with_its_picture(desk: RunningDesk) -> None:
    await desk.knows(desk.admin)
    await desk.admin.writes("/kpi 8")
    card = await desk.admin.receives("Indicador 8 · Soporte remoto")
    assert card.photo
    assert card.photo.startswith(b"\x89PNG")
    for part in ("35 %", "meta 40 %", "Cantidad Soluciones remotas / total de soluciones X 100", "ago. 55 %"):
        assert part in card.text
    await desk.admin.presses("9. Disponibilidad")
    assert (await desk.admin.receives()).photo, "the text is too long for a caption and follows its picture"
    await desk.admin.receives("Indicador 9")


NONSENSE = [
    ("/kpi 99", "van del 1 al 13"),
    ("/kpi 0", "van del 1 al 13"),
    ("/kpi 99999999999999999999", "No entendí"),
    ("/kpi <b>jirafa</b>", "No entendí «<b>jirafa</b>»"),
    ("/kpi 8 2023-14", "No entendí"),
    ("/kpi 2031", "sin datos de ningún indicador"),
    ("/kpi -1", "No entendí"),
]


async def test_what_does_not_exist_is_explained(desk: RunningDesk) -> None:
    await desk.knows(desk.admin)
    for asked, answer in NONSENSE:
        await desk.admin.writes(asked)
        await desk.admin.receives(answer)


async def test_a_period_can_be_asked_for(desk: RunningDesk) -> None:
    await desk.knows(desk.admin)
    for asked, value in (("2023-06", "29 %"), ("junio de 2023", "29 %"), ("2023-6", "29 %")):
        await desk.admin.writes(f"/kpi 8 {asked}")
        await desk.admin.receives(f"🔴 {value}")
