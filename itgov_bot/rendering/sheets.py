"""Files of rows for a spreadsheet, XLSX and CSV, written as the rows come. Blocking: call them in a thread.

People's words must stay words: a cell that begins as a formula does is not one in either format.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, Protocol

from itgov_bot.patterns import regex
from itgov_bot.rendering.ticket_rows import Cell

Format = Literal["xlsx", "csv"]
FORMATS: tuple[Format, ...] = ("xlsx", "csv")

MOMENT = "yyyy-mm-dd hh:mm"
TITLE = "Casos"

_CONTROL = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML cannot hold, and nobody can read in a cell."""
_FORMULA = regex(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
"""How a cell begins that a spreadsheet would compute; some skip the spaces before it, and take wide signs too."""


def put(cell: Any, value: Cell) -> Any:
    """Gives a cell of an ordinary workbook its value; words stay words there too. Returns the cell."""
    if isinstance(value, datetime):
        cell.value, cell.number_format = value.replace(tzinfo=None), MOMENT
    elif isinstance(value, str):
        cell.value = plain = _CONTROL.sub("", value)
        if _FORMULA.match(plain):
            cell.data_type, cell.quotePrefix = "s", True
    else:
        cell.value = value
    return cell


class Sheet(Protocol):
    def add(self, rows: Iterable[Sequence[Cell]]) -> None: ...

    def close(self) -> None:
        """The file is whole only now."""

    def abandon(self) -> None:
        """Something failed: what was written is left as it is."""


def open_sheet(kind: Format, path: Path, columns: Mapping[str, int]) -> Sheet:
    """`columns` are the headers with their widths in characters."""
    return XlsxSheet(path, columns) if kind == "xlsx" else CsvSheet(path, columns)


class CsvSheet:
    """UTF-8 with its mark (so that Excel reads the accents), commas, every cell in quotes."""

    def __init__(self, path: Path, columns: Mapping[str, int]) -> None:
        self._file = path.open("w", encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._file, quoting=csv.QUOTE_ALL)
        self._writer.writerow(columns)

    def add(self, rows: Iterable[Sequence[Cell]]) -> None:
        self._writer.writerows([_written(cell) for cell in row] for row in rows)

    def close(self) -> None:
        self._file.close()

    abandon = close


class XlsxSheet:
    """Real dates, a frozen header, widths and filters. Rows go to disk as they come."""

    def __init__(self, path: Path, columns: Mapping[str, int]) -> None:
        from openpyxl import Workbook  # imported here: a program that writes no file need not wait for it

        self._file = path.open("wb")
        self._book = Workbook(write_only=True)
        self._sheet = self._book.create_sheet(TITLE)
        self._columns, self._rows = len(columns), 1
        self._moment, self._words = self._styles()
        self._begin(columns)

    def add(self, rows: Iterable[Sequence[Cell]]) -> None:
        for row in rows:
            self._sheet.append([self._cell(cell) for cell in row])
            self._rows += 1

    def close(self) -> None:
        from openpyxl.utils import get_column_letter

        self._sheet.auto_filter.ref = f"A1:{get_column_letter(self._columns)}{self._rows}"
        self._book.save(self._file)
        self._file.close()

    def abandon(self) -> None:
        self._sheet.close()
        self._file.close()

    def _begin(self, columns: Mapping[str, int]) -> None:
        from openpyxl.styles import Alignment, Font
        from openpyxl.utils import get_column_letter

        self._sheet.freeze_panes = "B2"
        for place, width in enumerate(columns.values(), 1):
            self._sheet.column_dimensions[get_column_letter(place)].width = width
        header = [self._new(name) for name in columns]
        for cell in header:
            cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
        self._sheet.append(header)

    def _styles(self) -> tuple[Any, Any]:
        """Made once: setting a style on each cell would take most of the time."""
        moment, words = self._new(None), self._new(None)
        moment.number_format = MOMENT
        words.quotePrefix = True  # also when somebody edits the cell, it stays words
        return moment._style, words._style

    def _cell(self, value: Cell) -> Any:
        if isinstance(value, datetime):
            cell = self._new(value.replace(tzinfo=None))
            cell._style = self._moment
            return cell
        if isinstance(value, str):
            plain = _CONTROL.sub("", value)
            return self._as_words(plain) if _FORMULA.match(plain) else plain
        return value

    def _as_words(self, text: str) -> Any:
        cell = self._new(text)
        cell.data_type = "s"
        cell._style = self._words
        return cell

    def _new(self, value: object) -> Any:
        from openpyxl.cell import WriteOnlyCell

        return WriteOnlyCell(self._sheet, value)


def _written(cell: Cell) -> str:
    """A quote before what looks like a formula; CSV has no other way to say that it is none."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.strftime("%Y-%m-%d %H:%M")
    if not isinstance(cell, str):
        return str(cell)
    plain = _CONTROL.sub("", cell)
    return f"'{plain}" if _FORMULA.match(plain) else plain
