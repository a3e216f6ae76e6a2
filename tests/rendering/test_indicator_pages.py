"""The PDF: a page an indicator, whose words can be searched; and what stands on a page."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from itgov_bot.desk.indicators import merged
from itgov_bot.domain.indicators import Period, Reading
from itgov_bot.rendering import indicator_pages
from itgov_bot.rendering.charts.canvas import Canvas
from itgov_bot.rendering.charts.layout import WIDTH
from itgov_bot.rendering.indicator_pages import write_pages
from itgov_bot.rendering.reading_rows import FoundReadings
from itgov_bot.wording.managers import report_pages as words
from tests.made import city

TODAY = date(2026, 11, 10)
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
def written(monkeypatch: pytest.MonkeyPatch) -> list[tuple[float, float, str]]:
    """Every word that is put on paper, with its place."""
    put: list[tuple[float, float, str]] = []
    words_of = Canvas.words

    def words_and_note(self: Canvas, x: float, y: float, text: str, size: float, **look: object) -> None:
        put.append((x, y, text))
        words_of(self, x, y, text, size, **look)

    monkeypatch.setattr(Canvas, "words", words_and_note)
    return put


@pytest.mark.parametrize("year", [2023, 2026])
def test_everything_fits_on_its_page(
    tmp_path: Path, written: list[tuple[float, float, str]], year: int
) -> None:
    write_pages(tmp_path / "x.pdf", found_in(year, LONG), year, city().city, TODAY)
    assert min(y for _, y, _ in written) >= indicator_pages._FOOT - 10
    assert all(0 <= x < WIDTH for x, _, _ in written)
    said = " ".join(text for _, _, text in written)
    for one in city().indicators:
        for text in (words.heading(one, year), *words.definition(one).values()):
            assert all(word in said for word in text.split())
    assert ("Observaciones de la hoja" in said) == (year == 2023)


def test_the_table_has_what_stands_above_and_below_and_what_is_missing() -> None:
    first = city().indicators[0]
    table = words.table(first, merged(city(), [LONG], 1, 2023), 2023, TODAY)
    assert table[0] == ("ene. 2023", "100 %", "", "", "hoja", "✓ cumple la meta", "")
    assert table[2][-1] == "pasa de 100 %"
    assert table[3][1:6] == ("0 % ¿?", "", "", "hoja", "–")
    assert table[10][:6] == ("nov. 2023", "31,3 %", "5", "16", "registrado", "✗ por debajo de la meta")
    assert words.table(first, [], 2026, TODAY)[9] == ("oct. 2026", "sin datos", "", "", "", "", "")
    assert len(words.table(first, [], 2026, TODAY)) == 10
    assert words.table(first, [], 2031, TODAY) == []
