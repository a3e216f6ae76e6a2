"""Charts of indicators as facts, and the words that stand in them: one indicator, some compared, all on a board.

Drawn by `rendering/charts`.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from itgov_bot.domain.indicators import (
    Indicator,
    Period,
    Reading,
    ReadingSource,
    headline,
    reading_light,
)
from itgov_bot.domain.indicators.analysis import TrafficLight
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.replies import Bar, Chart, Panel
from itgov_bot.wording.managers.indicators import is_doubtful, short_name, tidy
from itgov_bot.wording.periods import due, percent, period, within_year
from itgov_bot.wording.text import join

YEARS_TOLD = 5
VERDICTS: dict[TrafficLight, str] = {
    "green": "cumple la meta",
    "yellow": "cerca de la meta",
    "red": "por debajo de la meta",
}
NO_VERDICT = "sin semáforo"
SIGNS: dict[TrafficLight | None, str] = {"green": "✓", "yellow": "≈", "red": "✗", None: "–"}
"""Beside each colour, for who does not tell them apart."""
SOURCES: dict[ReadingSource, str] = {"sheet": "hoja", "computed": "calculado", "recorded": "registrado"}
LEGEND_OF_SOURCES: dict[ReadingSource, str] = {
    "sheet": "De la hoja impresa",
    "computed": "Calculado por la mesa",
    "recorded": "Registrado por su responsable",
}
NO_DATA = "sin datos"
NO_DATA_MARK, EXTRA_MARK, OPEN_MARK = "*", "†", "…"
"""How the label of a bar ends when its value needs a footnote."""
IS_OPEN = f"{OPEN_MARK} Va en curso: cuenta hasta hoy"
IS_GAP = "Sin datos: no es 0 %"
MAY_BE_NO_DATA = f"{NO_DATA_MARK} 0 % que puede ser «sin dato»"
HAS_NO_MONTH = f"{EXTRA_MARK} Valor impreso sin mes"
PASSES_100 = "Pasa de 100 %: se conserva"
TARGET = "Meta"

Side = tuple[Indicator, Sequence[Reading], Stretch | None]
"""An indicator, its readings that are looked at, and the stretch that was asked for (None: its last year)."""


def chart(indicator: Indicator, shown: Sequence[Reading], asked: Stretch | None, today: date) -> Chart | None:
    """The last year of what is shown (all its years, where there is one reading a year). None for a single month."""
    if not shown or (asked and not asked.is_year and len(shown) == 1):
        return None
    drawn = panel((indicator, shown, asked), today)
    return Chart(drawn.title, f"indicador-{indicator.number:02d}-{shown[-1].period.year}.png", (drawn,))


def compared(sides: Sequence[Side], today: date) -> Chart:
    """Indicators, or stretches of one, below one another on the same scale; single periods of one, side by side."""
    numbers = list(dict.fromkeys(indicator.number for indicator, _, _ in sides))
    of_one = len(numbers) == 1
    name = f"{numbers[0]}. {tidy(sides[0][0].name)}" if of_one else ""
    title = f"{name}: períodos comparados" if of_one else f"Indicadores {join([str(one) for one in numbers])}"
    are_single = of_one and all(asked and len(shown) == 1 for _, shown, asked in sides)
    panels = (_side_by_side(sides),) if are_single else tuple(panel(side, today) for side in sides)
    return Chart(title, f"indicadores-{'-'.join(map(str, numbers))}.png", panels)


def _side_by_side(sides: Sequence[Side]) -> Panel:
    indicator = sides[0][0]
    bars = [_bar(period(one.period), one, indicator.target) for _, shown, _ in sides for one in shown]
    return Panel(tidy(indicator.name), tuple(bars), indicator.unit, indicator.target)


def board(found: Iterable[tuple[Indicator, Sequence[Reading]]], year: int | None, today: date) -> Chart:
    """All indicators, each in the year that was asked for, or in the last one it has."""
    panels = tuple(_small(indicator, readings, today) for indicator, readings in found)
    of_year = f" · {year}" if year else ""
    return Chart(
        f"Indicadores de gestión de TI{of_year}", f"indicadores{f'-{year}' if year else ''}.png", panels
    )


def _small(indicator: Indicator, readings: Sequence[Reading], today: date) -> Panel:
    last = headline(readings)
    light = reading_light(last, indicator.target)
    return Panel(
        title=f"{indicator.number}. {short_name(indicator)}",
        bars=_bars(indicator, readings, None, today),
        unit=indicator.unit,
        target=indicator.target,
        light=light,
        standing=_standing(last, indicator) if last else NO_DATA,
    )


def _standing(last: Reading, indicator: Indicator) -> str:
    going = ", en curso" if last.is_open else ""
    return f"{percent(last.value, indicator.unit)} · {period(last.period)}{going}"


def panel(side: Side, today: date) -> Panel:
    """One indicator with the values of all its bars."""
    indicator, shown, asked = side
    title = f"{indicator.number}. {tidy(indicator.name)}"
    if indicator.frequency != "ANUAL" and (when := _when(shown, asked)):
        title = f"{title},\u00a0{when}"  # a year alone on a line looks lost
    return Panel(title, _bars(indicator, shown, asked, today), indicator.unit, indicator.target)


def _when(shown: Sequence[Reading], asked: Stretch | None) -> str:
    """«2026», «2.º trim. 2026», «jun. 2026 a nov. 2026»."""
    if asked and asked.period:
        return period(asked.period)
    if not shown:
        return ""
    return f"{period(shown[0].period)} a {period(shown[-1].period)}" if asked else str(shown[-1].period.year)


def _bars(
    indicator: Indicator, shown: Sequence[Reading], asked: Stretch | None, today: date
) -> tuple[Bar, ...]:
    """The periods of a stretch that have a reading or should have one; an indicator of each year has a bar a year."""
    if indicator.frequency == "ANUAL":
        return tuple(_bar(_name(one.period), one, indicator.target) for one in shown[-YEARS_TOLD:])
    stretch = asked or (Stretch.of_year(shown[-1].period.year) if shown else None)
    if stretch is None:
        return ()
    years = range(stretch.first.year, stretch.last.year + 1)
    expected = (one for year in years for one in due(indicator.frequency, year, today) if stretch.has(one))
    by_period: dict[Period, Reading | None] = {
        **dict.fromkeys(expected),
        **{one.period: one for one in shown if stretch.has(one.period)},
    }
    named = period if len(years) > 1 else _name
    return tuple(_bar(named(of), by_period[of], indicator.target) for of in sorted(by_period))


def _bar(name: str, reading: Reading | None, target: float | None) -> Bar:
    if reading is None:
        return Bar(name)
    return Bar(
        label=name + _mark(reading),
        value=reading.value,
        light=reading_light(reading, target),
        source=reading.source,
        is_open=reading.is_open,
        doubt="no_month" if reading.period.is_extra else "no_data" if is_doubtful(reading) else None,
    )


def _mark(reading: Reading) -> str:
    if reading.period.is_extra:
        return EXTRA_MARK
    return NO_DATA_MARK if is_doubtful(reading) else OPEN_MARK if reading.is_open else ""


def _name(of: Period) -> str:
    if of.is_extra:
        return "13.º"
    return within_year(of).removesuffix(".") if of.kind == "month" else within_year(of)
