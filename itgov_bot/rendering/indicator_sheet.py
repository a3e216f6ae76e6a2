"""The indicators of a year as a workbook in the layout of the city's own sheet: its 13 columns of general information,
twelve of advances and PROMEDIO; and all that is known of each reading beside it. Blocking: call it in a thread.

The value of a longer period stands in the first of its months, and its cell is merged over all of them. PROMEDIO is a
formula, META a number where it is one, and the colours follow both: who mends a value sees the rest follow.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from itgov_bot.domain.indicators import Indicator, Reading
from itgov_bot.domain.indicators.period import MONTHS_IN
from itgov_bot.rendering.reading_rows import COLUMNS, FoundReadings, plain, rows
from itgov_bot.rendering.sheets import put
from itgov_bot.rendering.ticket_rows import Cell
from itgov_bot.replies import Light
from itgov_bot.wording.managers.charts import SOURCES
from itgov_bot.wording.managers.report_pages import notes
from itgov_bot.wording.text import capital

TITLE, READINGS = "Indicadores", "Lecturas"
GENERAL: dict[str, tuple[int, Callable[[Indicator], Cell]]] = {
    "# INDICADOR": (12, lambda of: of.number),
    "MACROPROCESO": (22, lambda of: of.macroprocess),
    "PROCESO": (30, lambda of: of.process),
    "SUBPROCESO": (30, lambda of: of.subprocess),
    "NOMBRE DEL INDICADOR": (34, lambda of: of.name),
    "PROPÓSITO": (44, lambda of: of.purpose),
    "TIPO": (12, lambda of: of.type),
    "FÓRMULA": (44, lambda of: of.formula),
    "ORIGEN DE DATOS": (26, lambda of: of.data_source),
    "META": (11, lambda of: _target(of)),
    "FRECUENCIA": (14, lambda of: of.frequency),
    "UNIDAD DE MEDIDA": (11, lambda of: of.unit),
    "RESPONSABLE DE LA MEDICIÓN Y EL ANÁLISIS DE DATOS": (26, lambda of: of.owner),
}
"""The sheet's own columns, with their widths in characters and what stands in them."""
ADVANCES = [f"AVANCE Mes{month}" for month in range(1, 13)]
AVERAGE = "PROMEDIO"
FIRST_ROW = 3
"""Below the two rows of headers."""
FIRST_MONTH = len(GENERAL) + 1
AVERAGE_COLUMN = FIRST_MONTH + 12
EXTRA_COLUMN = AVERAGE_COLUMN + 1
"""The first of the columns without a title, where the print has what has no month."""
_WIDTHS = [width for width, _ in GENERAL.values()]
_TARGET = list(GENERAL).index("META") + 1
_ADVANCE_WIDTH, _LINE_HEIGHT, _HEADER_HEIGHT = 10, 15, 62
_FONT, _HEADER, _FAINT = "Calibri", "DDE3EA", "808080"
_LIGHTS: dict[Light, tuple[str, str]] = {
    "green": ("C6EFCE", "{cell}>={target}"),
    "yellow": ("FFEB9C", "{cell}*10>={target}*9"),
    "red": ("F8B4AE", "{cell}*10<{target}*9"),
}
"""The first that holds is the colour of a cell, as on the board: 90 % of the target is yellow."""


def write_sheet(path: Path, found: Sequence[FoundReadings], year: int, zone: ZoneInfo) -> None:
    from openpyxl import Workbook  # imported here: a program that writes no file need not wait for it

    book = Workbook()
    sheet = book.active
    sheet.title = f"{TITLE} {year}"
    _headers(sheet)
    for row, (indicator, readings) in enumerate(found, FIRST_ROW):
        _general(sheet, row, indicator)
        for reading in readings:
            _advance(sheet, row, reading)
        _average(sheet, row, readings)
        _colours(sheet, row, readings)
    _as_looked_at(sheet)
    _readings(book.create_sheet(READINGS), found, zone)
    with path.open("wb") as file:
        book.save(file)


def _headers(sheet: Any) -> None:
    for column, title in enumerate([*GENERAL, *ADVANCES, AVERAGE], 1):
        _header(sheet.cell(2, column), title)
    _header(sheet.cell(1, 1), "# INDICADOR")
    _header(sheet.cell(1, 2), "INFORMACIÓN GENERAL")
    _header(sheet.cell(1, FIRST_MONTH), "SEGUIMIENTO")
    sheet.merge_cells(start_row=1, start_column=1, end_row=2, end_column=1)
    sheet.merge_cells(start_row=1, start_column=2, end_row=1, end_column=len(GENERAL))
    sheet.merge_cells(start_row=1, start_column=FIRST_MONTH, end_row=1, end_column=AVERAGE_COLUMN)


def _header(cell: Any, title: str) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    put(cell, title)
    cell.font, cell.fill = Font(name=_FONT, bold=True), PatternFill("solid", fgColor=_HEADER)
    cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")


def _general(sheet: Any, row: int, indicator: Indicator) -> None:
    """As printed, but for the target, which is a number where it can be one."""
    from openpyxl.styles import Alignment

    cells = [cell(indicator) for _, cell in GENERAL.values()]
    for column, value in enumerate(cells, 1):
        put(sheet.cell(row, column), value).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.cell(row, _TARGET).number_format = "0%"
    sheet.row_dimensions[row].height = _LINE_HEIGHT * max(map(_lines, cells, _WIDTHS))


def _target(indicator: Indicator) -> Cell:
    return indicator.target_printed if indicator.target is None else indicator.target / 100


def _lines(value: Cell, width: int) -> int:
    """That a text takes in a column: no program makes room for it by itself. A line is not filled to its end."""
    return len(str(value or "")) // int(width * 0.8) + 1


def _advance(sheet: Any, row: int, reading: Reading) -> None:
    """A comment tells what the number alone does not: where it comes from, and of how many."""
    from openpyxl.comments import Comment
    from openpyxl.styles import Font

    first, last = _columns(reading)
    cell = put(sheet.cell(row, first), round(reading.value / 100, 6))
    cell.number_format = "0%" if float(reading.value).is_integer() else "0.0%"
    cell.alignment = _middle()
    if reading.is_open:
        cell.font = Font(name=_FONT, italic=True, color=_FAINT)
    if said := _said(reading):
        cell.comment = Comment(said, "itgov")
    if last > first:
        sheet.merge_cells(start_row=row, start_column=first, end_row=row, end_column=last)


def _columns(reading: Reading) -> tuple[int, int]:
    """The columns of the months of its period, from the first to the last."""
    if reading.period.is_extra:
        return EXTRA_COLUMN, EXTRA_COLUMN
    months = MONTHS_IN[reading.period.kind]
    first = FIRST_MONTH + (reading.period.ordinal - 1) * months
    return first, first + months - 1


def _said(reading: Reading) -> str:
    parts = [] if reading.source == "sheet" else [SOURCES[reading.source]]
    if reading.numerator is not None and reading.denominator is not None:
        parts.append(f"{plain(reading.numerator)} de {plain(reading.denominator)}")
    return capital("; ".join([*parts, *notes(reading)]))


def _average(sheet: Any, row: int, readings: Sequence[Reading]) -> None:
    """The plain mean, half up, as the sheet has it. A period that goes on is left out: its value is not yet one."""
    months = f"{_at(row, FIRST_MONTH)}:{_at(row, AVERAGE_COLUMN - 1)}"
    left_out = [_columns(reading) for reading in readings if reading.is_open]
    if left_out:
        first, last = left_out[0][0], left_out[-1][1]
        before = [f"{_at(row, FIRST_MONTH)}:{_at(row, first - 1)}"] if first > FIRST_MONTH else []
        after = [f"{_at(row, last + 1)}:{_at(row, AVERAGE_COLUMN - 1)}"] if last < AVERAGE_COLUMN - 1 else []
        months = ",".join([*before, *after])
    extra = [_at(row, EXTRA_COLUMN)] if any(reading.period.is_extra for reading in readings) else []
    cells = ",".join([*([months] if months else []), *extra])
    average = sheet.cell(row, AVERAGE_COLUMN, f'=IFERROR(ROUND(AVERAGE({cells}),2),"")' if cells else None)
    average.number_format, average.alignment = "0%", _middle()


def _middle() -> Any:
    from openpyxl.styles import Alignment

    return Alignment(horizontal="center", vertical="top")


def _colours(sheet: Any, row: int, readings: Sequence[Reading]) -> None:
    """The lights of the board. A 0 % that may mean "no data" has none."""
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import PatternFill

    doubtful = {_columns(reading)[0] for reading in readings if "maybe_no_data" in reading.flags}
    places = [column for column in range(FIRST_MONTH, EXTRA_COLUMN + 1) if column not in doubtful]
    cells = " ".join(_at(row, column) for column in places)
    first, target = _at(row, places[0]), f"${_at(row, _TARGET)}"
    for colour, holds in _LIGHTS.values():
        formula = f"AND(ISNUMBER({first}),ISNUMBER({target}),{holds.format(cell=first, target=target)})"
        fill = PatternFill("solid", bgColor=colour)
        sheet.conditional_formatting.add(cells, FormulaRule([formula], fill=fill, stopIfTrue=True))


def _as_looked_at(sheet: Any) -> None:
    widths = [*_WIDTHS, *[_ADVANCE_WIDTH] * (EXTRA_COLUMN - len(GENERAL))]
    _set_widths(sheet, widths)
    sheet.row_dimensions[2].height = _HEADER_HEIGHT
    sheet.freeze_panes = sheet.cell(FIRST_ROW, 2)
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _readings(sheet: Any, found: Sequence[FoundReadings], zone: ZoneInfo) -> None:
    """One reading a row, with its share as a formula where both its numbers are known."""
    for column, title in enumerate(COLUMNS, 1):
        _header(sheet.cell(1, column), title)
    value, above, below = (
        list(COLUMNS).index(name) + 1 for name in ("Avance (%)", "Numerador", "Denominador")
    )
    every = [reading for _, readings in found for reading in readings]
    for row, (cells, reading) in enumerate(zip(rows(found, zone), every, strict=True), 2):
        for column, cell in enumerate(cells, 1):
            put(sheet.cell(row, column), cell)
        if _is_share(reading):
            sheet.cell(row, value, f"=ROUND({_at(row, above)}/{_at(row, below)}*100,2)")
    _set_widths(sheet, list(COLUMNS.values()))
    sheet.freeze_panes = "C2"


def _is_share(reading: Reading) -> bool:
    above, below = reading.numerator, reading.denominator
    return above is not None and bool(below) and abs(100 * above / (below or 1) - reading.value) < 0.01


def _set_widths(sheet: Any, widths: Sequence[int]) -> None:
    from openpyxl.utils import get_column_letter

    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width


def _at(row: int, column: int) -> str:
    from openpyxl.utils import get_column_letter

    return f"{get_column_letter(column)}{row}"
