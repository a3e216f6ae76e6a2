"""The indicators in one picture and as files: for managers and administrators alone, at each press."""

import io

import pytest
from openpyxl import load_workbook
from PIL import Image

from itgov_bot.rendering.charts.looks import NIGHT, PAPER
from tests.journeys.desk import RunningDesk
from tests.journeys.solving import solved_case

REFUSED = "Eso es solo para quienes tienen el rol"


def ground(photo: bytes | None) -> str:
    """The colour of a corner."""
    assert photo
    with Image.open(io.BytesIO(photo)) as image:
        red, green, blue = image.convert("RGB").getpixel((2, 2))  # type: ignore[misc]
    return f"#{red:02X}{green:02X}{blue:02X}"


async def test_the_thirteen_in_one_picture_on_the_ground_they_chose(desk: RunningDesk) -> None:
    await desk.gives("gerente", desk.ana)
    await desk.ana.writes("/kpi")
    await desk.ana.receives("Indicadores de gestión de TI")
    await desk.ana.presses("🖼 Ver en una imagen")
    picture = await desk.ana.receives("Cada barra es un período")
    assert ground(picture.photo) == PAPER.ground
    await desk.ana.presses("🌙 Fondo oscuro")
    picture = await desk.ana.receives("Cada barra es un período")
    assert ground(picture.photo) == NIGHT.ground
    await desk.ana.writes("/kpi 8")
    assert ground((await desk.ana.receives("Indicador 8")).photo) == NIGHT.ground, "it is remembered"
    await desk.restart()
    await desk.ana.presses("☀️ Fondo claro", picture)
    assert ground((await desk.ana.receives("Cada barra es un período")).photo) == PAPER.ground


@pytest.mark.parametrize(
    ("pressed", "name", "begins"),
    [
        ("Excel, como la hoja", "indicadores-2023.xlsx", b"PK"),
        ("PDF, una página cada uno", "indicadores-2023.pdf", b"%PDF"),
        ("CSV, para otro programa", "indicadores-2023.csv", b"\xef\xbb\xbf"),
    ],
)
async def test_a_manager_takes_a_year_along(
    desk: RunningDesk, pressed: str, name: str, begins: bytes
) -> None:
    await desk.gives("gerente", desk.ana)
    await desk.ana.writes("/kpi 2023")
    await desk.ana.receives("Indicadores de gestión de TI · 2023")
    await desk.ana.presses("🖼 Ver en una imagen")
    await desk.ana.receives("Indicadores de gestión de TI · 2023")
    await desk.ana.presses("📤 Llevarlos en archivo")
    await desk.ana.receives("¿En qué formato?")
    await desk.ana.presses(pressed)
    sent = await desk.ana.receives("Indicadores de 2023")
    assert sent.document
    assert sent.document.startswith(begins)
    if name.endswith("xlsx"):
        sheet = load_workbook(io.BytesIO(sent.document))["Indicadores 2023"]
        assert [sheet.cell(10, column).value for column in (1, 5, 14)] == [8, "SOPORTE REMOTO", 0.13]


async def test_the_work_of_this_month_is_in_the_sheet_of_this_year(desk: RunningDesk) -> None:
    await solved_case(desk)
    await desk.opens_case(desk.beto)
    await desk.settled(desk.carla)
    await desk.gives("gerente", desk.ana)
    await desk.ana.writes("/kpi 2026")
    board = await desk.ana.receives("Indicadores de gestión de TI · 2026")
    await desk.ana.presses("🖼 Ver en una imagen", board)
    await desk.ana.receives("Cada barra")
    await desk.ana.presses("📤 Llevarlos en archivo")
    await desk.ana.receives("¿En qué formato?")
    await desk.ana.presses("Excel, como la hoja")
    sent = await desk.ana.receives("Indicadores de 2026")
    assert sent.document
    sheet = load_workbook(io.BytesIO(sent.document))["Indicadores 2026"]
    november = sheet["X3"]
    assert (november.value, november.comment.text) == (
        0.5,
        "Calculado; 1 de 2; va en curso: cuenta hasta hoy",
    )
    assert [sheet[f"{column}3"].value for column in "NOPQRSTUVWY"] == [None] * 11


async def test_an_old_button_does_not_outlive_the_role(desk: RunningDesk) -> None:
    await desk.gives("gerente", desk.ana)
    await desk.ana.writes("/kpi 2023")
    board = await desk.ana.receives("Indicadores de gestión de TI")
    await desk.ana.presses("🖼 Ver en una imagen")
    picture = await desk.ana.receives("Cada barra")
    await desk.ana.presses("📤 Llevarlos en archivo")
    formats = await desk.ana.receives("¿En qué formato?")
    await desk.admin.writes("/rol quitar gerente @ana")
    await desk.admin.receives("ya no tiene el rol")
    await desk.ana.receives("Ya no tiene el rol gerente")
    for label, message in (
        ("🖼 Ver en una imagen", board),
        ("🌙 Fondo oscuro", picture),
        ("PDF, una página cada uno", formats),
    ):
        await desk.ana.presses(label, message)
        await desk.ana.receives(REFUSED)
    assert not (desk.home / "exports").exists()
