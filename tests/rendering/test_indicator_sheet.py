"""The workbook, read back: the columns of the city's own sheet, what each cell holds, its formulas and its colours."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from openpyxl import load_workbook

from itgov_bot.desk.indicators import merged
from itgov_bot.domain.indicators import Evidence, Period, Reading
from itgov_bot.rendering.indicator_sheet import FIRST_ROW, GENERAL, READINGS, write_sheet
from itgov_bot.rendering.reading_rows import COLUMNS
from tests.made import city

BOGOTA = ZoneInfo("America/Bogota")
PRINTED_COLUMNS = [
    "# INDICADOR", "MACROPROCESO", "PROCESO", "SUBPROCESO", "NOMBRE DEL INDICADOR", "PROPÓSITO", "TIPO", "FÓRMULA",
    "ORIGEN DE DATOS", "META", "FRECUENCIA", "UNIDAD DE MEDIDA", "RESPONSABLE DE LA MEDICIÓN Y EL ANÁLISIS DE DATOS",
]  # fmt: skip
NOVEMBER = Reading(
    8,
    Period.parse("2026-11"),
    100 / 3,
    1,
    3,
    "computed",
    ("open",),
    None,
    datetime(2026, 11, 30, 15, tzinfo=UTC),
)
FILLED = [
    Reading(8, Period.parse("2026-09"), 50, 9, 18, "computed"),
    Reading(
        8,
        Period.parse("2026-10"),
        45,
        9,
        20,
        "recorded",
        (),
        "@carla",
        NOVEMBER.recorded_at,
        "=1+1",
        note="+dos",
        evidence=Evidence(lack="-no hay"),
    ),
    NOVEMBER,
]


def book(folder: Path, year: int, extra: Sequence[Reading] = ()) -> Any:
    found = [(one, merged(city(), extra, one.number, year)) for one in city().indicators]
    path = folder / "x.xlsx"
    write_sheet(path, found, year, BOGOTA)
    return load_workbook(path)


def row_of(sheet: Any, number: int) -> list[Any]:
    return [cell.value for cell in sheet[FIRST_ROW + number - 1]]


def test_the_thirteen_columns_are_those_of_the_print(tmp_path: Path) -> None:
    sheet = book(tmp_path, 2023)["Indicadores 2023"]
    assert list(GENERAL) == PRINTED_COLUMNS
    head = [cell.value for cell in sheet[2]][:26]
    assert head[1:13] == PRINTED_COLUMNS[1:], "the first one spans both rows of headers"
    assert head[13:] == [*(f"AVANCE Mes{month}" for month in range(1, 13)), "PROMEDIO"]
    assert [sheet.cell(1, column).value for column in (1, 2, 14)] == [
        "# INDICADOR",
        "INFORMACIÓN GENERAL",
        "SEGUIMIENTO",
    ]


@pytest.mark.parametrize("number", range(1, 14))
def test_a_row_has_what_is_printed(tmp_path: Path, number: int) -> None:
    row, one = row_of(book(tmp_path, 2023)["Indicadores 2023"], number), city().indicators[number - 1]
    target = one.target_printed if one.target is None else one.target / 100
    assert row[:13] == [
        number, one.macroprocess, one.process, one.subprocess, one.name, one.purpose, one.type, one.formula,
        one.data_source, target, one.frequency, one.unit, one.owner,
    ]  # fmt: skip
    printed = [reading.value / 100 for reading in city().readings_of(number)]
    assert [value for value in [*row[13:25], row[26]] if value is not None] == printed


@pytest.mark.parametrize(
    ("number", "places", "merged_cells"),
    [
        (2, [13, 19], {"N4:S4", "T4:Y4"}),
        (3, [13], {"N5:Y5"}),
        (11, [13, 16, 19], {"N13:P13", "Q13:S13", "T13:V13"}),
        (6, [*range(13, 25), 26], set()),
    ],
)
def test_a_longer_period_spans_its_months(
    tmp_path: Path, number: int, places: list[int], merged_cells: set[str]
) -> None:
    sheet = book(tmp_path, 2023)["Indicadores 2023"]
    row = row_of(sheet, number)
    assert [place for place in (*range(13, 25), 26) if row[place] is not None] == places
    assert {
        str(area) for area in sheet.merged_cells.ranges if area.min_row == FIRST_ROW + number - 1
    } == merged_cells


def test_the_average_is_a_formula_over_what_is_closed(tmp_path: Path) -> None:
    printed = book(tmp_path, 2023)["Indicadores 2023"]
    assert printed["Z3"].value == '=IFERROR(ROUND(AVERAGE(N3:Y3),2),"")'
    assert printed["Z8"].value == '=IFERROR(ROUND(AVERAGE(N8:Y8,AA8),2),"")', "with the thirteenth value"
    filled = book(tmp_path, 2026, FILLED)["Indicadores 2026"]
    assert filled["Z10"].value == '=IFERROR(ROUND(AVERAGE(N10:W10,Y10:Y10),2),"")', "without the open month"
    january = [replace(NOVEMBER, period=Period.parse("2026-01"))]
    assert "(AVERAGE(O10:Y10)" in book(tmp_path, 2026, january)["Indicadores 2026"]["Z10"].value
    year = [replace(NOVEMBER, indicator=3, period=Period.parse("2026"))]
    assert book(tmp_path, 2026, year)["Indicadores 2026"]["Z5"].value is None


def test_a_cell_says_where_its_value_comes_from(tmp_path: Path) -> None:
    sheet = book(tmp_path, 2026, FILLED)["Indicadores 2026"]
    assert sheet["V10"].comment.text == "Calculado; 9 de 18"
    assert sheet["W10"].comment.text == "Registrado; 9 de 20"
    assert sheet["X10"].comment.text == "Calculado; 1 de 3; va en curso: cuenta hasta hoy"
    assert (sheet["X10"].value, sheet["X10"].number_format, sheet["X10"].font.italic) == (
        0.333333,
        "0.0%",
        True,
    )


def test_the_colours_follow_the_target_and_leave_out_what_may_be_no_data(tmp_path: Path) -> None:
    sheet = book(tmp_path, 2023)["Indicadores 2023"]
    rules = {
        str(area.sqref): [rule.formula[0] for rule in area.rules] for area in sheet.conditional_formatting
    }
    first = next(cells for cells in rules if cells.startswith("N3"))
    assert "Q3" not in first.split(), "April is a 0 % that may mean that nothing was measured"
    assert rules[first] == [
        "AND(ISNUMBER(N3),ISNUMBER($J3),N3>=$J3)",
        "AND(ISNUMBER(N3),ISNUMBER($J3),N3*10>=$J3*9)",
        "AND(ISNUMBER(N3),ISNUMBER($J3),N3*10<$J3*9)",
    ]


def test_every_reading_with_its_share_as_a_formula(tmp_path: Path) -> None:
    sheet = book(tmp_path, 2026, FILLED)[READINGS]
    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    rows = [
        dict(zip(COLUMNS, [cell.value for cell in row], strict=True)) for row in sheet.iter_rows(min_row=2)
    ]
    assert [row["Avance (%)"] for row in rows] == [
        "=ROUND(E2/F2*100,2)",
        "=ROUND(E3/F3*100,2)",
        "=ROUND(E4/F4*100,2)",
    ]
    assert [(row["Período"], row["Fuente"]) for row in rows][1] == ("oct. 2026", "registrado")
    assert rows[1]["Registrado el"] == datetime(2026, 11, 30, 10)  # noqa: DTZ001 - Excel knows no zones


def test_what_people_wrote_is_no_formula(tmp_path: Path) -> None:
    sheet = book(tmp_path, 2026, FILLED)[READINGS]
    cells = dict(zip(COLUMNS, sheet[3], strict=True))
    for name, value in (
        ("Motivo", "=1+1"),
        ("Registrado por", "@carla"),
        ("Observación", "+dos"),
        ("Soporte", "-no hay"),
    ):
        assert (cells[name].value, cells[name].data_type, cells[name].quotePrefix) == (value, "s", True)


def test_a_year_without_readings_is_a_sheet_to_fill(tmp_path: Path) -> None:
    sheet = book(tmp_path, 2031)["Indicadores 2031"]
    assert sheet.max_row == FIRST_ROW + 12
    assert sheet["Z3"].value == '=IFERROR(ROUND(AVERAGE(N3:Y3),2),"")'
