"""The page of an indicator on paper, in words: its definition, the table of its readings, the remarks, the foot."""

from collections.abc import Sequence
from datetime import date

from itgov_bot.domain.city import City
from itgov_bot.domain.indicators import Frequency, Indicator, Period, Reading, average, reading_light
from itgov_bot.wording.managers.charts import NO_DATA, SIGNS, SOURCES, VERDICTS
from itgov_bot.wording.managers.indicators import is_doubtful, tidy
from itgov_bot.wording.managers.reading_rules import rules
from itgov_bot.wording.periods import due, number, percent, period
from itgov_bot.wording.text import clip, long_date

REMARKS, RECORDS, RULES = "Observaciones de la hoja", "Lo que se registró", "Cómo se cuenta"
RECORDS_TOLD, RECORD_WIDTH = 6, 240
NO_READINGS = "No hay lecturas de este año (no es lo mismo que 0 %)."
TABLE = ("Período", "Avance", "Numerador", "Denominador", "Fuente", "Semáforo", "Notas")
FREQUENCIES: dict[Frequency, str] = {
    "MENSUAL": "cada mes",
    "TRIMESTRAL": "cada trimestre",
    "SEMESTRAL": "cada semestre",
    "ANUAL": "cada año",
}
NOTES = {
    "over_100": "pasa de 100 %",
    "maybe_no_data": "puede significar «sin dato»",
    "extra_value": "impreso sin mes",
    "open": "va en curso: cuenta hasta hoy",
    "none_due": "ninguna fila vencida",
    "changed": "cambió después del cierre",
}


def heading(indicator: Indicator, year: int) -> str:
    return f"{indicator.number}. {tidy(indicator.name)} · {year}"


def definition(indicator: Indicator) -> dict[str, str]:
    """The columns of the sheet, by their names."""
    target = indicator.target_printed if indicator.target is None else percent(indicator.target)
    return {
        "Macroproceso": tidy(indicator.macroprocess),
        "Proceso": tidy(indicator.process),
        "Subproceso": indicator.subprocess,
        "Propósito": tidy(indicator.purpose),
        "Fórmula": indicator.formula,
        "Origen de los datos": indicator.data_source or "en blanco en la hoja",
        "Meta": target if indicator.target is not None else f"«{target}»: no hay número con qué comparar",
        "Se mide": f"{FREQUENCIES[indicator.frequency]}, en {indicator.unit} · Tipo: {indicator.type}",
        "Responsable": tidy(indicator.owner),
    }


def table(indicator: Indicator, readings: Sequence[Reading], year: int, today: date) -> list[tuple[str, ...]]:
    """A row for each period that has a reading or should have one, the oldest first."""
    by_period: dict[Period, Reading | None] = {
        **dict.fromkeys(due(indicator.frequency, year, today)),
        **{reading.period: reading for reading in readings},
    }
    return [_row(indicator, of, by_period[of]) for of in sorted(by_period)]


def _row(indicator: Indicator, of: Period, reading: Reading | None) -> tuple[str, ...]:
    if reading is None:
        return (period(of), NO_DATA, "", "", "", "", "")
    light = reading_light(reading, indicator.target)
    return (
        period(of),
        percent(reading.value, indicator.unit) + (" ¿?" if is_doubtful(reading) else ""),
        "" if reading.numerator is None else number(reading.numerator),
        "" if reading.denominator is None else number(reading.denominator),
        SOURCES[reading.source],
        f"{SIGNS[light]} {VERDICTS[light]}" if light else SIGNS[None],
        "; ".join(notes(reading)),
    )


def notes(reading: Reading) -> list[str]:
    """What is said of a value besides the value."""
    anew = reading.recount.percent if reading.recount else None
    counted = [] if anew is None else [f"contado de nuevo sería {percent(anew)}"]
    return [*(NOTES[flag] for flag in reading.flags), *counted]


def support(reading: Reading) -> str | None:
    """What a recorded value rests on, as far as it is words."""
    evidence = reading.evidence
    return (evidence.link or evidence.lack) if evidence else None


def records(readings: Sequence[Reading]) -> list[str]:
    """Who recorded the last ones, when and why, as far as it was said; the workbook has all of it."""
    return [_record(one) for one in readings if one.source == "recorded"][-RECORDS_TOLD:]


def _record(reading: Reading) -> str:
    on = long_date(reading.recorded_at.date()) if reading.recorded_at else None
    told = filter(None, (reading.recorded_by, on, reading.reason, reading.note, support(reading)))
    return f"{period(reading.period)}: {clip(' · '.join(told), RECORD_WIDTH)}"


def remarks(indicator: Indicator, readings: Sequence[Reading]) -> tuple[str, ...]:
    """The oddities of the print, while something printed is shown."""
    return indicator.remarks if any(reading.source == "sheet" for reading in readings) else ()


def counted(indicator: Indicator, readings: Sequence[Reading]) -> tuple[str, ...]:
    """By which rules, while something that was counted is shown."""
    return rules(indicator) if any(reading.source == "computed" for reading in readings) else ()


def mean(readings: Sequence[Reading], unit: str) -> str:
    found = average(readings)
    return "Promedio: sin datos" if found is None else f"Promedio: {percent(found, unit)}"


def foot(city: City, today: date, page: int, pages: int) -> str:
    return f"{city.entity} · {city.office} · {long_date(today)} · página {page} de {pages}"
