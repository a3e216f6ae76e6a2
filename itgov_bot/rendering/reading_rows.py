"""A reading of an indicator as a row of a file: the columns in Spanish, and what stands in each."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from itgov_bot.domain.indicators import Indicator, Reading, reading_light
from itgov_bot.rendering.ticket_rows import Cell
from itgov_bot.wording.managers.charts import NO_VERDICT, SOURCES, VERDICTS
from itgov_bot.wording.managers.indicators import tidy
from itgov_bot.wording.managers.report_pages import notes, support
from itgov_bot.wording.periods import period

FoundReadings = tuple[Indicator, list[Reading]]
"""An indicator with its readings that count, oldest first."""

COLUMNS: dict[str, int] = {
    "Indicador": 10,
    "Nombre": 44,
    "Período": 15,
    "Avance (%)": 11,
    "Numerador": 12,
    "Denominador": 13,
    "Fuente": 12,
    "Semáforo": 22,
    "Notas": 44,
    "Registrado por": 24,
    "Registrado el": 17,
    "Motivo": 44,
    "Observación": 44,
    "Soporte": 44,
}
"""Each column with its width in characters."""


def rows(found: Iterable[FoundReadings], zone: ZoneInfo) -> list[list[Cell]]:
    return [row(indicator, one, zone) for indicator, readings in found for one in readings]


def row(indicator: Indicator, reading: Reading, zone: ZoneInfo) -> list[Cell]:
    """In the order of COLUMNS. Values are rounded to two decimals, as a hand would write them."""
    light = reading_light(reading, indicator.target)
    at = reading.recorded_at
    return [
        indicator.number,
        tidy(indicator.name),
        period(reading.period),
        plain(reading.value),
        plain(reading.numerator),
        plain(reading.denominator),
        SOURCES[reading.source],
        VERDICTS[light] if light else NO_VERDICT,
        "; ".join(notes(reading)) or None,
        reading.recorded_by,
        at.astimezone(zone).replace(microsecond=0) if at else None,
        reading.reason,
        reading.note,
        support(reading),
    ]


def plain(value: float | None) -> float | int | None:
    """Whole numbers without a point."""
    if value is None:
        return None
    rounded = round(float(value), 2)
    return int(rounded) if rounded.is_integer() else rounded
