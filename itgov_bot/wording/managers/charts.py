"""Charts of indicators as facts, and the words that stand in them: one indicator, some compared, all on a board.

Drawn by `rendering/charts`.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from itgov_bot.domain.indicators import Indicator, Period, Reading, ReadingSource, latest, reading_light
from itgov_bot.domain.indicators.analysis import TrafficLight
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.messages import Bar, Chart, Panel
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
IS_OPEN = f"{OPEN_MARK} Período abierto: va hasta hoy"
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
    """Indicators, or periods of one indicator, below one another on the same scale."""
    numbers = list(dict.fromkeys(indicator.number for indicator, _, _ in sides))
    names = join([str(number) for number in numbers])
    title = f"Indicadores {names}" if len(numbers) > 1 else f"Indicador {names}: períodos comparados"
    file_name = f"indicadores-{'-'.join(map(str, numbers))}.png"
    return Chart(title, file_name, tuple(panel(side, today) for side in sides))


def board(found: Iterable[tuple[Indicator, Sequence[Reading]]], year: int | None, today: date) -> Chart:
    """All indicators, each in the year that was asked for, or in the last one it has."""
    panels = tuple(_small(indicator, readings, today) for indicator, readings in found)
    of_year = f" · {year}" if year else ""
    return Chart(
        f"Indicadores de gestión de TI{of_year}", f"indicadores{f'-{year}' if year else ''}.png", panels
    )


def _small(indicator: Indicator, readings: Sequence[Reading], today: date) -> Panel:
    last = latest(readings)
    light = reading_light(last, indicator.target)
    return Panel(
        title=f"{indicator.number}. {short_name(indicator)}",
        bars=_bars(indicator, readings, None, today),
        unit=indicator.unit,
        target=indicator.target,
        light=light,
        standing=f"{percent(last.value, indicator.unit)} · {period(last.period)}" if last else NO_DATA,
    )


def panel(side: Side, today: date) -> Panel:
    """One indicator with the values of all its bars."""
    indicator, shown, asked = side
    title = f"{indicator.number}. {tidy(indicator.name)}"
    if indicator.frequency != "ANUAL" and (year := _year(shown, asked)):
        title = f"{title},\u00a0{year}"  # a year alone on a line looks lost
    return Panel(title, _bars(indicator, shown, asked, today), indicator.unit, indicator.target)


def _bars(
    indicator: Indicator, shown: Sequence[Reading], asked: Stretch | None, today: date
) -> tuple[Bar, ...]:
    """The periods of a year that have a reading or should have one; an indicator of each year has a bar a year."""
    year = _year(shown, asked)
    yearly = indicator.frequency == "ANUAL"
    drawn = shown[-YEARS_TOLD:] if yearly else [one for one in shown if one.period.year == year]
    if asked and not asked.is_year:
        drawn = list(shown)
    whole = year is not None and not yearly and (asked is None or asked.is_year)
    expected = due(indicator.frequency, year, today) if whole and year else []
    by_period: dict[Period, Reading | None] = {
        **dict.fromkeys(expected),
        **{one.period: one for one in drawn},
    }
    return tuple(_bar(of, by_period[of], indicator.target) for of in sorted(by_period))


def _year(shown: Sequence[Reading], asked: Stretch | None) -> int | None:
    return shown[-1].period.year if shown else asked.last.year if asked else None


def _bar(of: Period, reading: Reading | None, target: float | None) -> Bar:
    if reading is None:
        return Bar(_name(of))
    return Bar(
        label=_name(of) + _mark(reading),
        value=reading.value,
        light=reading_light(reading, target),
        source=reading.source,
        is_open=reading.is_open,
        doubt="no_month" if of.is_extra else "no_data" if is_doubtful(reading) else None,
    )


def _mark(reading: Reading) -> str:
    if reading.period.is_extra:
        return EXTRA_MARK
    return NO_DATA_MARK if is_doubtful(reading) else OPEN_MARK if reading.is_open else ""


def _name(of: Period) -> str:
    if of.is_extra:
        return "13.º"
    return within_year(of).removesuffix(".") if of.kind == "month" else within_year(of)
