"""The PDF: a page an indicator, whose words can be searched; and what stands on a page."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from itgov_bot.desk.indicators import merged
from itgov_bot.domain.indicators import Count, Evidence, Period, Reading
from itgov_bot.rendering.charts.canvas import Canvas
from itgov_bot.rendering.charts.layout import WIDTH
from itgov_bot.rendering.charts.looks import Palette
from itgov_bot.rendering.indicator_pages import _DPI, write_pages
from itgov_bot.rendering.reading_rows import FoundReadings
from itgov_bot.wording.managers import report_pages as words
from tests.made import city

TODAY = date(2026, 11, 10)
FULLEST = (1, 6, 7, 13)
"""All months, and a thirteenth value; a formula in capitals; long names."""
LONG = Reading(
    1, Period.parse("2023-11"), 31.25, 5, 16, "recorded", (), "Ana", datetime(2026, 2, 3, tzinfo=UTC),
    "faltaban los casos de la sede del mercado " * 6,
)  # fmt: skip


def found_in(year: int, *extra: Reading) -> list[FoundReadings]:
    return [(one, merged(city(), extra, one.number, year)) for one in city().indicators]


def test_a_page_for_each_indicator(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    write_pages(path, found_in(2023), 2023, city().city, TODAY)
    raw = path.read_bytes()
    assert raw.startswith(b"%PDF")
    assert len(re.findall(rb"/Type /Page\b", raw)) == 13
    assert b"/Subtype /Type0" in raw or b"/FontFile2" in raw, (
        "fonts whole: its words can be searched and copied"
    )


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> list[Canvas]:
    """Every sheet of paper that is filled."""
    made: list[Canvas] = []
    begin = Canvas.__init__

    def noted(self: Canvas, *given: float | Palette) -> None:
        made.append(self)
        begin(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Canvas, "__init__", noted)
    return made


@pytest.mark.parametrize("year", [2023, 2026])
def test_everything_fits_on_its_page(tmp_path: Path, pages: list[Canvas], year: int) -> None:
    wordy = [
        replace(LONG, period=Period("month", year, month), note="nota larga " * 30) for month in range(1, 13)
    ]
    wordy[-1] = replace(wordy[-1], source="computed", flags=("open",))
    told = [found_in(year, *wordy)[number - 1] for number in FULLEST]
    write_pages(tmp_path / "x.pdf", told, year, city().city, TODAY)
    for page, (one, _) in zip(pages, told, strict=True):
        texts = page.figure.axes[0].texts
        said = " ".join(text.get_text() for text in texts)
        for text in (words.heading(one, year), *words.definition(one).values()):
            assert all(word in said for word in text.split())
        assert ("Observaciones de la hoja" in said) == (year == 2023 and one.number != 1)
        assert ("Lo que se registró" in said) == ("Cómo se cuenta" in said) == (one.number == 1)
        page.figure.set_dpi(_DPI)
        inside = FigureCanvasAgg(page.figure).get_renderer()  # type: ignore[no-untyped-call]
        for placed in texts:
            box = placed.get_window_extent(inside)
            assert 0 <= box.x0 < box.x1 <= WIDTH, placed.get_text()
            assert box.y0 >= 0, placed.get_text()


def test_the_table_has_what_stands_above_and_below_and_what_is_missing() -> None:
    first = city().indicators[0]
    table = words.table(first, merged(city(), [LONG], 1, 2023), 2023, TODAY)
    assert table[0] == ("ene. 2023", "100 %", "", "", "hoja", "✓ cumple la meta", "")
    assert table[2][-1] == "pasa de 100 %"
    assert table[3][1:6] == ("0 % ¿?", "", "", "hoja", "–")
    assert table[10][:6] == ("nov. 2023", "31,3 %", "5", "16", "registrado", "✗ por debajo de la meta")
    late = replace(
        LONG, reason=None, flags=("changed",), recount=Count(6, 16), evidence=Evidence(link="https://acta")
    )
    told = words.table(first, [late], 2023, TODAY)[10][-1]
    assert told == "cambió después del cierre; contado de nuevo sería 37,5 %"
    [record] = words.records([late])
    assert record == "nov. 2023: Ana · 3 de febrero de 2026 · https://acta"
    assert words.table(first, [], 2026, TODAY)[9] == ("oct. 2026", "sin datos", "", "", "", "", "")
    assert len(words.table(first, [], 2026, TODAY)) == 10
    assert words.table(first, [], 2031, TODAY) == []
