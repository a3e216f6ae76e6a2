"""Charts as facts: which periods have a bar, also over the turn of a year, and how a panel is called."""

from datetime import date

import pytest

from itgov_bot.desk.indicators import merged
from itgov_bot.domain.indicators import Period, Reading
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.replies import Panel
from itgov_bot.wording.managers import charts
from itgov_bot.wording.managers.indicators import tidy
from tests.made import city

TODAY = date(2026, 3, 2)
EXTRA = [
    Reading(8, Period.parse(written), value, source="computed")
    for written, value in (("2025-11", 50), ("2026-01", 45), ("2026-02", 30))
]


def panel(number: int, asked: Stretch | None) -> Panel:
    indicator = city().indicators[number - 1]
    found = merged(city(), EXTRA, number)
    shown = [one for one in found if asked is None or asked.has(one.period)]
    return charts.panel((indicator, shown, asked), TODAY)


def between(first: str, last: str) -> Stretch:
    return Stretch.between(Period.parse(first), Period.parse(last))


BARS = [
    (8, None, ",\u00a02026", "ene, feb"),
    (8, Stretch.of_year(2025), ",\u00a02025", "ene, feb, mar, abr, may, jun, jul, ago, sep, oct, nov, dic"),
    (8, Stretch.of(Period.parse("2023-Q1")), ",\u00a01.er trim. 2023", "ene, feb, mar"),
    (
        8,
        between("2025-11", "2026-02"),
        ",\u00a0nov. 2025 a feb. 2026",
        "nov. 2025, dic. 2025, ene. 2026, feb. 2026",
    ),
    (6, Stretch.of(Period.parse("2023-H2")), ",\u00a02.º sem. 2023", "jul, ago, sep, oct, nov, dic"),
    (3, None, "", "2023"),
    (11, None, ",\u00a02023", "1.er trim., 2.º trim., 3.er trim., 4.º trim."),
    (7, Stretch.of_year(2031), ",\u00a02031", ""),
]


@pytest.mark.parametrize(("number", "asked", "when", "labels"), BARS)
def test_the_bars_of_a_stretch(number: int, asked: Stretch | None, when: str, labels: str) -> None:
    drawn = panel(number, asked)
    assert drawn.title == f"{number}. {tidy(city().indicators[number - 1].name)}{when}"
    assert ", ".join(bar.label for bar in drawn.bars) == labels


def test_a_period_that_is_over_and_has_no_reading_is_a_gap() -> None:
    gaps = [bar.label for bar in panel(8, between("2025-11", "2026-02")).bars if bar.value is None]
    assert gaps == ["dic. 2025"]
