"""Loads `readings_2023.csv`, the values of the printed sheet, checked against it. Called by `load`."""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

from itgov_bot.domain.indicators import KNOWN_FLAGS, Frequency, Indicator, Period, Reading, average
from itgov_bot.domain.indicators.period import KIND_OF

from .files import checker_for, read_csv
from .problems import Checker

FILE = "readings_2023.csv"
COLUMNS = ("indicator", "period", "printed", "value", "flags")
EXAMPLES: dict[Frequency, str] = {
    "MENSUAL": "2023-01",
    "TRIMESTRAL": "2023-Q1",
    "SEMESTRAL": "2023-H1",
    "ANUAL": "2023",
}


def load_readings(folder: Path, indicators: Sequence[Indicator]) -> tuple[Reading, ...]:
    checker = checker_for(folder, FILE)
    known = {indicator.number: indicator for indicator in indicators}
    readings: list[Reading] = []
    for line, cells in read_csv(folder, FILE, COLUMNS, checker):
        reading = _reading(_Row(checker, f"línea {line}", *cells), known)
        if reading:
            _once(checker, line, reading, readings)
            readings.append(reading)
    checker.finish()  # averages of values that are wrong or left out would only repeat the problem
    for indicator in indicators:
        _average_agrees(checker, indicator, [r for r in readings if r.indicator == indicator.number])
    checker.finish()
    return tuple(sorted(readings, key=lambda reading: (reading.indicator, reading.period)))


class _Row:
    """One line of the CSV and where to complain about it."""

    def __init__(
        self, checker: Checker, entry: str, indicator: str, period: str, printed: str, value: str, flags: str
    ) -> None:
        self.checker, self.entry = checker, entry
        self.indicator, self.period, self.printed, self.value = indicator, period, printed, value
        self.flags = tuple(flags.split())

    def report(self, problem: str, remedy: str) -> None:
        self.checker.report(self.entry, problem, remedy)


def _reading(row: _Row, known: Mapping[int, Indicator]) -> Reading | None:
    indicator = known.get(int(row.indicator)) if row.indicator.isdecimal() else None
    if indicator is None:
        row.report(f"el indicador «{row.indicator}» no existe", "escriba un número de indicators.yaml")
    period = _period(row, indicator)
    value = _value(row)
    if indicator is None or period is None or value is None:
        return None
    reading = Reading(indicator.number, period, value, source="sheet", flags=row.flags)
    _flags_agree(row, reading)
    return reading


def _period(row: _Row, indicator: Indicator | None) -> Period | None:
    example = EXAMPLES[indicator.frequency] if indicator else "2023-01"
    try:
        period = Period.parse(row.period)
    except ValueError:
        row.report(f"«{row.period}» no es un período", f"escriba, por ejemplo, {example}")
        return None
    if indicator and period.kind != KIND_OF[indicator.frequency]:
        problem = f"el período {period} no es {indicator.frequency}, como el indicador {indicator.number}"
        row.report(problem, f"escriba, por ejemplo, {example}")
    return period


def _value(row: _Row) -> float | None:
    try:
        value = float(row.value)
    except ValueError:
        value = math.nan
    if not math.isfinite(value) or value < 0:
        row.report(
            f"el valor «{row.value}» no es un número", "escríbalo con cifras y punto decimal: 79 o 79.5"
        )
        return None
    if row.printed != f"{value:g}%":
        row.report(f"lo impreso es «{row.printed}» y el valor {value:g}", "deje los dos con el mismo número")
    return value


def _flags_agree(row: _Row, reading: Reading) -> None:
    """A strange value must say that it is strange, so that nobody reads it as an ordinary one."""
    for flag in set(reading.flags) - KNOWN_FLAGS:
        row.report(f"la marca «{flag}» no existe", f"escriba: {', '.join(sorted(KNOWN_FLAGS))}")
    if (reading.value > 100) != ("over_100" in reading.flags):
        row.report("`over_100` es la marca de los valores mayores de 100", "póngala o quítela")
    if reading.period.is_extra != ("extra_value" in reading.flags):
        row.report("`extra_value` es la marca del mes 13", "póngala o quítela")
    if reading.value and "maybe_no_data" in reading.flags:
        row.report("`maybe_no_data` es solo para un 0 %", "quítela")


def _once(checker: Checker, line: int, reading: Reading, before: Sequence[Reading]) -> None:
    if any((r.indicator, r.period) == (reading.indicator, reading.period) for r in before):
        problem = f"el indicador {reading.indicator} ya tiene un valor de {reading.period}"
        checker.report(f"línea {line}", problem, "deje uno solo")


def _average_agrees(checker: Checker, indicator: Indicator, readings: Sequence[Reading]) -> None:
    found = average(readings)
    if found != indicator.printed_average:
        said = "no tiene valores" if found is None else f"el promedio de sus valores es {found}"
        checker.report(
            f"indicador {indicator.number}",
            f"{said} y el PROMEDIO impreso es {indicator.printed_average}",
            "revise sus valores, o `printed_average` en indicators.yaml",
        )
