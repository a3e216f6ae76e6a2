"""Loads `readings_2023.csv`, the values of the printed sheet, checked against it. Called by `load`."""

import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from itgov_bot.domain.indicators import KNOWN_FLAGS, Frequency, Indicator, Period, Reading, average
from itgov_bot.domain.indicators.period import KIND_OF
from itgov_bot.records import dataclass

from .files import DataFile, Finding

COLUMNS = ("indicator", "period", "printed", "value", "flags")
EXAMPLES: dict[Frequency, str] = {
    "MENSUAL": "2023-01",
    "TRIMESTRAL": "2023-Q1",
    "SEMESTRAL": "2023-H1",
    "ANUAL": "2023",
}


def load_readings(folder: Path, indicators: Sequence[Indicator]) -> tuple[Reading, ...]:
    file = DataFile(folder, "readings_2023.csv")
    lines, found = file.rows(COLUMNS)
    known = {indicator.number: indicator for indicator in indicators}
    rows = [_Row(f"línea {line}", known, *cells) for line, cells in lines]
    found += [(row.entry, *finding) for row in rows for finding in row.findings()]
    file.refuse([*found, *_repeated(rows)])
    readings = sorted(
        (row.reading() for row in rows), key=lambda reading: (reading.indicator, reading.period)
    )
    file.refuse(_averages_differ(indicators, readings))
    return tuple(readings)


@dataclass(frozen=True)
class _Row:
    """One line of the CSV, as written. `entry` is how it is called, `known` the indicators there are."""

    entry: str
    known: Mapping[int, Indicator]
    number: str
    written_period: str
    printed: str
    written_value: str
    written_flags: str

    @property
    def indicator(self) -> Indicator | None:
        return self.known.get(int(self.number)) if self.number.isdecimal() else None

    @property
    def period(self) -> Period | None:
        try:
            return Period.parse(self.written_period)
        except ValueError:
            return None

    @property
    def value(self) -> float:
        """Percent; NaN when it is no number."""
        try:
            value = float(self.written_value)
        except ValueError:
            return math.nan
        return value if math.isfinite(value) and value >= 0 else math.nan

    def reading(self) -> Reading:
        """Of a row without findings."""
        assert self.indicator is not None
        assert self.period is not None
        return Reading(self.indicator.number, self.period, self.value, source="sheet", flags=self.flags)

    @property
    def flags(self) -> tuple[str, ...]:
        return tuple(self.written_flags.split())

    def findings(self) -> Iterator[tuple[str, str]]:
        if self.indicator is None:
            yield f"el indicador «{self.number}» no existe", "escriba un número de indicators.yaml"
        yield from self._period_findings()
        if math.isnan(self.value):
            remedy = "escríbalo con cifras y punto decimal: 79 o 79.5"
            yield f"el valor «{self.written_value}» no es un número", remedy
        elif self.printed != f"{self.value:g}%":
            problem = f"lo impreso es «{self.printed}» y el valor {self.value:g}"
            yield problem, "deje los dos con el mismo número"
        if self.period and not math.isnan(self.value):
            yield from self._flag_findings(self.period)

    def _period_findings(self) -> Iterator[tuple[str, str]]:
        example = EXAMPLES[self.indicator.frequency if self.indicator else "MENSUAL"]
        remedy = f"escriba, por ejemplo, {example}"
        if self.period is None:
            yield f"«{self.written_period}» no es un período", remedy
        elif self.indicator and self.period.kind != KIND_OF[self.indicator.frequency]:
            wanted = f"{self.indicator.frequency}, como el indicador {self.indicator.number}"
            yield f"el período {self.period} no es {wanted}", remedy

    def _flag_findings(self, period: Period) -> Iterator[tuple[str, str]]:
        """A strange value must say that it is strange, so that nobody reads it as an ordinary one."""
        for flag in set(self.flags) - KNOWN_FLAGS:
            yield f"la marca «{flag}» no existe", f"escriba: {', '.join(sorted(KNOWN_FLAGS))}"
        if (self.value > 100) != ("over_100" in self.flags):
            yield "`over_100` es la marca de los valores mayores de 100", "póngala o quítela"
        if period.is_extra != ("extra_value" in self.flags):
            yield "`extra_value` es la marca del mes 13", "póngala o quítela"
        if self.value and "maybe_no_data" in self.flags:
            yield "`maybe_no_data` es solo para un 0 %", "quítela"


def _repeated(rows: Sequence[_Row]) -> Iterator[Finding]:
    seen: set[tuple[int, Period]] = set()
    for row in rows:
        if row.indicator and row.period:
            number, period = row.indicator.number, row.period
            if (number, period) in seen:
                yield row.entry, f"el indicador {number} ya tiene un valor de {period}", "deje uno solo"
            seen.add((number, period))


def _averages_differ(indicators: Sequence[Indicator], readings: Sequence[Reading]) -> Iterator[Finding]:
    for indicator in indicators:
        found = average([reading for reading in readings if reading.indicator == indicator.number])
        if found != indicator.printed_average:
            said = "no tiene valores" if found is None else f"el promedio de sus valores es {found}"
            yield (
                f"indicador {indicator.number}",
                f"{said} y el PROMEDIO impreso es {indicator.printed_average}",
                "revise sus valores, o `printed_average` en indicators.yaml",
            )
