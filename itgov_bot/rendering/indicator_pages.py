"""The indicators of a year as a PDF: a page each, with its definition, chart, table of readings and remarks.

Blocking: call it in a thread. The page is a picture of A4 on which everything stands in pixels, as in the charts.
"""

import textwrap
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from itgov_bot.domain.city import City
from itgov_bot.domain.indicators import Indicator, Reading
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.rendering.charts.canvas import Canvas
from itgov_bot.rendering.charts.layout import WIDTH, Box, Style
from itgov_bot.rendering.charts.legend import draw_legend, notes_of
from itgov_bot.rendering.charts.looks import PAPER
from itgov_bot.rendering.charts.panel import draw_panel, top_of_scale
from itgov_bot.rendering.charts.picture import DRAWING
from itgov_bot.rendering.reading_rows import FoundReadings
from itgov_bot.wording.managers import report_pages as words
from itgov_bot.wording.managers.charts import panel

_A4_INCHES = (8.27, 11.69)
_DPI = WIDTH / _A4_INCHES[0]
_HEIGHT = WIDTH * _A4_INCHES[1] / _A4_INCHES[0]
_EDGE = 60
_INSIDE = WIDTH - 2 * _EDGE
_TITLE, _WORDS, _SMALL, _NOTES = 30, 19, 17, 15
_LETTER, _CAPITAL = 0.56, 0.74
"""Of the size of the words: about how wide a letter is."""
_BOLD = 1.12
_LABELS = 230
"""Room for the name of a column beside what stands in it."""
_CHART = Style(title=0, words=17, values=17, head=0, foot=50, left=70, right=90)
_CHART_HEIGHT, _NOTE_HEIGHT = 340, 26
_COLUMNS = (0, 146, 224, 338, 484, 584, 802)
"""Where the columns of the table begin."""
_FOOT = 50


def write_pages(path: Path, found: Sequence[FoundReadings], year: int, city: City, today: date) -> None:
    from matplotlib import rc_context
    from matplotlib.backends.backend_pdf import PdfPages

    details = {"Title": f"{city.entity}: indicadores de {year}", "Creator": "itgov"}
    # Fonts whole (42), so that the words can be searched and copied. Charts of others may be drawn between two pages.
    with rc_context({"pdf.fonttype": 42}), PdfPages(path, metadata=details) as book:
        for place, (indicator, readings) in enumerate(found, 1):
            with DRAWING:
                page = _Page(words.foot(city, today, place, len(found)))
                _fill(page, indicator, readings, year, today)
                book.savefig(page.canvas.figure)


class _Page:
    """A sheet of paper that is filled from the top: `y` is where it goes on."""

    def __init__(self, foot: str) -> None:
        self.canvas = Canvas(_HEIGHT, PAPER, _DPI)
        self.y = _HEIGHT - _EDGE
        self.canvas.words(WIDTH / 2, _FOOT - 10, foot, _SMALL, ha="center")

    @property
    def room(self) -> float:
        return self.y - _FOOT

    def write(self, text: str, size: float, *, left: float = 0, bold: bool = False) -> None:
        """As many lines as it takes."""
        for line in _lines(text, _INSIDE - left, size * (_BOLD if bold else 1)):
            self.y -= size * 1.35
            self.put(left, line, size, weight="bold" if bold else "normal")

    def put(self, left: float, text: str, size: float, **look: str) -> None:
        """One line, on the line where the page is."""
        if text:
            self.canvas.words(_EDGE + left, self.y + size * 0.3, text, size, va="baseline", **look)

    def skip(self, height: float) -> None:
        self.y -= height


def _fill(page: _Page, indicator: Indicator, readings: Sequence[Reading], year: int, today: date) -> None:
    page.write(words.heading(indicator, year), _TITLE, bold=True)
    page.skip(12)
    for name, value in words.definition(indicator).items():
        first, *more = _lines(value, _INSIDE - _LABELS, _WORDS) or [""]
        page.skip(_WORDS * 1.35)
        page.put(0, name, _WORDS, weight="bold")
        page.put(_LABELS, first, _WORDS)
        page.write(" ".join(more), _WORDS, left=_LABELS)
    _chart(page, indicator, readings, year, today)
    _table(page, words.table(indicator, readings, year, today))
    page.write(words.mean(readings, indicator.unit), _SMALL, bold=True)
    _lists(
        page,
        {
            words.RECORDS: words.records(readings),
            words.RULES: words.counted(indicator, readings),
            words.REMARKS: words.remarks(indicator, readings),
        },
    )


def _chart(page: _Page, indicator: Indicator, readings: Sequence[Reading], year: int, today: date) -> None:
    drawn = panel((indicator, readings, Stretch.of_year(year)), today)
    notes = notes_of([drawn])
    below = _NOTE_HEIGHT * -(-len(notes) // 2)
    page.skip(_CHART_HEIGHT)
    box = Box(_EDGE, page.y, _INSIDE, _CHART_HEIGHT - 20)
    draw_panel(page.canvas, drawn, box, _CHART, top_of_scale([drawn]))
    page.skip(below)
    draw_legend(page.canvas, notes, Box(_EDGE, page.y, _INSIDE, below))
    page.skip(14)


def _table(page: _Page, rows: Sequence[tuple[str, ...]]) -> None:
    if not rows:
        page.write(words.NO_READINGS, _WORDS)
        return
    _row(page, words.TABLE, weight="bold")
    for row in rows:
        page.canvas.line((_EDGE, WIDTH - _EDGE), page.y - 2, color=PAPER.faint, linewidth=0.7)
        _row(page, row)
    page.skip(8)


def _row(page: _Page, cells: Sequence[str], **look: str) -> None:
    """The last column may take several lines, in small letters."""
    page.skip(_SMALL * 1.5)
    for left, cell in zip(_COLUMNS, cells[:-1], strict=False):
        page.put(left, cell, _SMALL, **look)
    first, *more = _lines(cells[-1], _INSIDE - _COLUMNS[-1], _NOTES) or [""]
    page.put(_COLUMNS[-1], first, _NOTES, **look)
    for line in more:
        page.skip(_SMALL)
        page.put(_COLUMNS[-1], line, _NOTES)


def _lists(page: _Page, lists: Mapping[str, Sequence[str]]) -> None:
    """Each under its heading, in letters as small as it takes for all of them to have room."""
    told = {heading: [f"• {one}" for one in items] for heading, items in lists.items() if items}
    lines = [line for heading, items in told.items() for line in (heading, *items)]
    size = next((one for one in (_SMALL, 14, 12, 10) if _height(lines, one) <= page.room), 8)
    for heading, items in told.items():
        page.skip(8)
        page.write(heading, size, bold=True)
        for item in items:
            page.write(item, size)


def _height(texts: Sequence[str], size: float) -> float:
    """With some air between the lists."""
    return sum(len(_lines(text, _INSIDE, size)) for text in texts) * size * 1.35 + 30


def _lines(text: str, width: float, size: float) -> list[str]:
    plain = " ".join(text.split())
    shouted = sum(map(str.isupper, plain)) / max(len(plain), 1)
    letter = _LETTER + (_CAPITAL - _LETTER) * shouted
    return textwrap.wrap(plain, max(1, int(width / (size * letter))))
