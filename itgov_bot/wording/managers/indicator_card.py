"""One indicator in words: what it is, its readings, where it stands, the oddities of the print, and its chart as facts."""

from collections.abc import Sequence
from datetime import date

from itgov_bot.domain.indicators import (
    CHANGED,
    OPEN,
    Frequency,
    Indicator,
    Period,
    Reading,
    average,
    latest,
    reading_light,
    trend,
)
from itgov_bot.domain.indicators.analysis import TrafficLight
from itgov_bot.domain.indicators.behind import Detail
from itgov_bot.messages import Chart, Choice, Reply
from itgov_bot.wording.managers import counted
from itgov_bot.wording.managers.indicators import (
    BOARD,
    EXTRA_MARK,
    LIGHTS,
    NO_DATA_MARK,
    SHORT_LABEL,
    arrow,
    data,
    is_doubtful,
    short_name,
    target,
    tidy,
)
from itgov_bot.wording.periods import due, number, percent, period, within_year
from itgov_bot.wording.text import bold, clip, esc, long_date

YEARS_TOLD = 5
RECORDS_TOLD = 3
YEAR_BUTTONS = 3

_FREQUENCIES: dict[Frequency, str] = {
    "MENSUAL": "cada mes",
    "TRIMESTRAL": "cada trimestre",
    "SEMESTRAL": "cada semestre",
    "ANUAL": "cada año",
}
_VERDICTS: dict[TrafficLight, str] = {
    "green": "cumple la meta",
    "yellow": "cerca de la meta",
    "red": "por debajo de la meta",
}
NOTHING_MORE = Detail()
_MARKS = {
    "over_100": (" ▲", "▲ Pasa de 100 %: se conserva como está."),
    "maybe_no_data": (" ¿?", "¿? Un 0 % que puede significar que no hubo dato."),
    "extra_value": ("", "El 13.er valor está impreso sin mes; cuenta en el promedio."),
    OPEN: (" ⏳", "⏳ Va en curso: no cuenta en el promedio."),
    CHANGED: (" ✏️", "✏️ Después del cierre cambió lo que cuenta."),
}


def card(
    indicator: Indicator,
    found: Sequence[Reading],
    shown: Sequence[Reading],
    asked: Period | None,
    today: date,
    neighbours: Sequence[Indicator] = (),
    detail: Detail = NOTHING_MORE,
) -> Reply:
    """The indicator with all of `found`, or with the part of it that is `shown` for the period asked for.

    `detail` is that of the last reading shown.
    """
    last = latest(shown)
    parts = [
        f"📈 {bold(f'Indicador {indicator.number} · {tidy(indicator.name)}')}\n"
        + _standing(indicator, found, shown, asked),
        "\n".join(counted.notes(indicator, last, shown, detail) if last else []),
        _sheet(indicator),
        "\n".join([*_values(indicator, shown, asked, today), *_legend(shown)]),
        "\n".join(_records(shown)),
        _remarks(indicator, shown),
    ]
    text = "\n\n".join(part for part in parts if part)
    choices = (
        *_choices(indicator, found, asked, neighbours),
        *counted.choices(indicator, last, shown),
        BOARD,
    )
    return Reply(text, choices, chart=chart(indicator, shown, asked, today), columns=2)


def _standing(
    indicator: Indicator, found: Sequence[Reading], shown: Sequence[Reading], asked: Period | None
) -> str:
    """The last of the readings shown, its light, and where it came from."""
    if not shown:
        when = f" de {period(asked)}" if asked else ""
        return f"⚪ {bold('Sin datos')}{when} (no es lo mismo que 0 %) · {target(indicator)}"
    last = latest(shown) or shown[-1]
    light = reading_light(last, indicator.target)
    until = [reading for reading in found if reading.period <= last.period]
    going = "" if is_doubtful(last) else arrow(trend(until))
    value = f"{LIGHTS[light]} {bold(percent(last.value, indicator.unit))}{going} ({period(last.period)})"
    line = f"{value}: {_verdict(last, light)} · {target(indicator)}"
    certain = [reading for reading in shown if not reading.flags or "over_100" in reading.flags]
    if is_doubtful(last) and certain:
        line += f"\nÚltimo dato seguro: {percent(certain[-1].value, indicator.unit)} ({period(certain[-1].period)})"
    return line


def _verdict(last: Reading, light: TrafficLight | None) -> str:
    if light:
        return _VERDICTS[light]
    return (
        "puede que no hubiera dato, sin semáforo"
        if is_doubtful(last)
        else "sin meta con número, sin semáforo"
    )


def _sheet(indicator: Indicator) -> str:
    """The columns of the printed sheet."""
    rows = {
        "Propósito": esc(tidy(indicator.purpose)),
        "Fórmula": f"<code>{esc(indicator.formula)}</code>",
        "Origen de los datos": esc(indicator.data_source or "en blanco en la hoja"),
        "Responsable": esc(tidy(indicator.owner)),
        "Tipo": f"{esc(indicator.type)} · {bold('Se mide')}: {_FREQUENCIES[indicator.frequency]}",
    }
    return "\n".join(f"{bold(name)}: {value}" for name, value in rows.items())


def _values(indicator: Indicator, shown: Sequence[Reading], asked: Period | None, today: date) -> list[str]:
    """A line a year with its average; periods that are over and have no reading say so."""
    if asked and asked.kind != "year":
        return [_line(indicator, asked.year, shown, [])] if len(shown) > 1 else []
    years = sorted({reading.period.year for reading in shown})
    lines = []
    if len(years) > YEARS_TOLD:
        lines.append(f"Hay datos desde {years[0]}: <code>/kpi {indicator.number} {years[0]}</code>")
    for year in years[-YEARS_TOLD:]:
        of_year = [reading for reading in shown if reading.period.year == year]
        lines.append(_line(indicator, year, of_year, due(indicator.frequency, year, today)))
    return lines


def _line(indicator: Indicator, year: int, readings: Sequence[Reading], expected: Sequence[Period]) -> str:
    by_period: dict[Period, Reading | None] = {
        **dict.fromkeys(expected),
        **{one.period: one for one in readings},
    }
    cells = [_cell(one, by_period[one], indicator.unit) for one in sorted(by_period)]
    mean = average(readings)
    head = (
        bold(str(year)) if mean is None else f"{bold(str(year))} (promedio {percent(mean, indicator.unit)})"
    )
    return f"{head}: {' · '.join(cells)}"


def _cell(of: Period, reading: Reading | None, unit: str) -> str:
    name = "" if of.kind == "year" else f"{within_year(of)} "
    if reading is None:
        return f"{name}sin datos"
    return name + percent(reading.value, unit) + "".join(_MARKS[flag][0] for flag in reading.flags)


def _legend(shown: Sequence[Reading]) -> list[str]:
    present = {flag for reading in shown for flag in reading.flags}
    return [f"<i>{text}</i>" for flag, (_, text) in _MARKS.items() if flag in present]


def _records(shown: Sequence[Reading]) -> list[str]:
    """Where the last readings that are not of the printed sheet come from."""
    return [_record(reading) for reading in shown if reading.source != "sheet"][-RECORDS_TOLD:]


def _record(reading: Reading) -> str:
    parts = ["calculado de los casos y caídas" if reading.source == "computed" else "registrado"]
    if reading.numerator is not None and reading.denominator is not None:
        parts.append(f"{number(reading.numerator)} de {number(reading.denominator)}")
    if reading.recorded_by:
        parts.append(f"por {esc(reading.recorded_by)}")
    if reading.recorded_at:
        parts.append(f"el {long_date(reading.recorded_at.date())}")
    reason = f" (motivo: {esc(clip(reading.reason, 200))})" if reading.reason else ""
    return f"{bold(period(reading.period))}: {', '.join(parts)}{reason}"


def _remarks(indicator: Indicator, shown: Sequence[Reading]) -> str:
    """The oddities of the print, while something printed is shown."""
    if not indicator.remarks or all(reading.source != "sheet" for reading in shown):
        return ""
    return "\n".join(["<b>Observaciones de la hoja</b>", *(f"• {esc(one)}" for one in indicator.remarks)])


def _choices(
    indicator: Indicator, found: Sequence[Reading], asked: Period | None, neighbours: Sequence[Indicator]
) -> tuple[Choice, ...]:
    """To the indicators beside this one, within the year that is looked at; to its other years."""
    years = sorted({reading.period.year for reading in found})
    whole_year = asked.year if asked and asked.kind == "year" else None
    others = [year for year in years if year != whole_year] if asked or len(years) > 1 else []
    year = asked.year if asked else None
    return (
        *(Choice(_neighbour(one, indicator), data(one.number, year)) for one in neighbours),
        *(Choice(f"Todo {one}", data(indicator.number, one)) for one in others[-YEAR_BUTTONS:]),
        *([Choice("Todos los años", data(indicator.number))] if asked and len(years) > 1 else []),
    )


def _neighbour(one: Indicator, of: Indicator) -> str:
    name = f"{one.number}. {short_name(one)}"
    before = one.number < of.number
    return f"◂ {clip(name, SHORT_LABEL - 2)}" if before else f"{clip(name, SHORT_LABEL - 2)} ▸"


def chart(indicator: Indicator, shown: Sequence[Reading], asked: Period | None, today: date) -> Chart | None:
    """The last year of what is shown (all its years, where there is one reading a year). None for a single month."""
    if not shown or (asked and asked.kind != "year" and len(shown) == 1):
        return None
    year = shown[-1].period.year
    yearly = indicator.frequency == "ANUAL"
    drawn = shown[-YEARS_TOLD:] if yearly else [one for one in shown if one.period.year == year]
    expected = [] if yearly or (asked and asked.kind != "year") else due(indicator.frequency, year, today)
    by_period: dict[Period, Reading | None] = {
        **dict.fromkeys(expected),
        **{one.period: one for one in drawn},
    }
    bars = sorted(by_period.items())
    title = f"{indicator.number}. {tidy(indicator.name)}"
    return Chart(
        title=title if yearly else f"{title},\u00a0{year}",  # a year alone on a line looks lost
        labels=tuple(_label(of, reading) for of, reading in bars),
        values=tuple(reading.value if reading else None for _, reading in bars),
        unit=indicator.unit,
        target=indicator.target,
        file_name=f"indicador-{indicator.number:02d}-{year}.png",
    )


def _label(of: Period, reading: Reading | None) -> str:
    """Marked where the value needs a footnote: the chart knows no flags."""
    if of.is_extra:
        return f"13.º{EXTRA_MARK}"
    mark = NO_DATA_MARK if reading and is_doubtful(reading) else ""
    return (within_year(of).removesuffix(".") if of.kind == "month" else within_year(of)) + mark
