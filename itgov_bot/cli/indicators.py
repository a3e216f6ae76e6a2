"""`itgov kpi`: the indicators with their readings, for other programs and for people."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from itgov_bot.cli.inputs import read_number, read_reference
from itgov_bot.cli.lines import Json, write_object
from itgov_bot.cli.storage import look_at_desk
from itgov_bot.desk.indicators import all_readings, merged, standing
from itgov_bot.desk.indicators import of_year as within_year
from itgov_bot.domain.indicators import Indicator, Reading, average
from itgov_bot.reference import Reference
from itgov_bot.wording.managers.charts import SOURCES
from itgov_bot.wording.managers.indicators import LIGHTS, arrow, is_doubtful, tidy
from itgov_bot.wording.managers.report_pages import notes
from itgov_bot.wording.periods import percent, period

Found = tuple[Indicator, list[Reading]]


def kpi(
    year: Annotated[str | None, typer.Option(help="Solo las lecturas de un año, y su promedio.")] = None,
    indicator: Annotated[str | None, typer.Option(help="Solo un indicador, por su número.")] = None,
    json: Json = False,
) -> None:
    """Muestra los indicadores con sus lecturas, metas y promedios."""
    settings, reference = read_reference()
    chosen = _chosen(reference, indicator)
    of_year = read_number("--year", year, 1, 9999, "un año") if year is not None else None
    printed = {one.number: merged(reference, (), one.number) for one in chosen}
    known = look_at_desk(settings, reference, lambda desk: all_readings(desk, printed), printed)
    found = [(one, within_year(known[one.number], of_year)) for one in chosen]
    if json:
        write_object({"indicators": [as_json(*each) for each in found]})
    elif indicator is None:
        Console().print(_board(found, of_year))
    else:
        Console().print(_readings(*found[0]))


def _chosen(reference: Reference, asked: str | None) -> Sequence[Indicator]:
    if asked is None:
        return reference.indicators
    numbers = [indicator.number for indicator in reference.indicators]
    number = read_number("--indicator", asked, min(numbers), max(numbers), "el número de un indicador")
    return [indicator for indicator in reference.indicators if indicator.number == number]


def as_json(indicator: Indicator, readings: Sequence[Reading]) -> dict[str, Any]:
    return {
        "number": indicator.number,
        "name": indicator.name,
        "type": indicator.type,
        "purpose": indicator.purpose,
        "formula": indicator.formula,
        "target": indicator.target,
        "frequency": indicator.frequency,
        "unit": indicator.unit,
        "owner": indicator.owner,
        "readings": [_reading_as_json(reading) for reading in readings],
        "average": average(readings),
        "flags": list(indicator.flags),
    }


def _reading_as_json(reading: Reading) -> dict[str, Any]:
    return {
        "period": str(reading.period),
        "value": float(reading.value),
        "numerator": reading.numerator,
        "denominator": reading.denominator,
        "source": reading.source,
        "flags": list(reading.flags),
    }


def _board(found: Sequence[Found], year: int | None) -> Table:
    title = f"Indicadores de gestión de TI{f', {year}' if year else ''}"
    table = Table(title=title, title_justify="left")
    for column in ("N.º", "Indicador", "Último", "Período", "Meta", "", "Promedio"):
        table.add_column(column, justify="left" if column in ("Indicador", "Período") else "right")
    for indicator, readings in found:
        _, last, light, trend, _ = standing(indicator, readings)
        table.add_row(
            str(indicator.number),
            escape(tidy(indicator.name)),
            f"{percent(last.value)}{'' if is_doubtful(last) else arrow(trend)}" if last else "sin datos",
            period(last.period) if last else "",
            _target(indicator),
            LIGHTS[light],
            _average(readings),
        )
    return table


def _readings(indicator: Indicator, readings: Sequence[Reading]) -> Table:
    table = Table(
        title=f"{indicator.number}. {escape(tidy(indicator.name))} · meta {_target(indicator)}",
        title_justify="left",
        caption=f"Promedio: {_average(readings) or 'sin datos'}",
        caption_justify="left",
    )
    for column in ("Período", "Valor", "Fuente", "Nota"):
        table.add_column(column, justify="right" if column == "Valor" else "left")
    for reading in readings:
        said = ", ".join(notes(reading))
        table.add_row(period(reading.period), percent(reading.value), SOURCES[reading.source], said)
    return table


def _target(indicator: Indicator) -> str:
    return indicator.target_printed if indicator.target is None else percent(indicator.target)


def _average(readings: Sequence[Reading]) -> str:
    """Of one year; of several, each with its own."""
    years = sorted({one.period.year for one in readings})
    found = {year: mean for year in years if (mean := average(within_year(readings, year))) is not None}
    if len(found) == 1 and len(years) == 1:
        return percent(next(iter(found.values())))
    return " · ".join(f"{year}: {percent(mean)}" for year, mean in found.items())
