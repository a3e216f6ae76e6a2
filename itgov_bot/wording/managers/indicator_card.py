"""One indicator in words: what it is, its readings, where it stands, the oddities of the print, and its chart as facts."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from itgov_bot.domain.indicators import (
    CHANGED,
    NONE_DUE,
    OPEN,
    Indicator,
    Period,
    Reading,
    average,
    headline,
    latest,
    reading_light,
    trend,
)
from itgov_bot.domain.indicators.analysis import TrafficLight
from itgov_bot.domain.indicators.behind import Detail
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.managers import counted
from itgov_bot.wording.managers.charts import VERDICTS, YEARS_TOLD, chart
from itgov_bot.wording.managers.indicators import (
    BOARD,
    LIGHTS,
    SHORT_LABEL,
    arrow,
    data,
    dated,
    is_doubtful,
    out_of,
    short_name,
    target,
    tidy,
)
from itgov_bot.wording.managers.report_pages import FREQUENCIES
from itgov_bot.wording.periods import due, percent, period, points, stretch, within_year
from itgov_bot.wording.text import bold, clip, esc, join, long_date

RECORDS_TOLD = 3
YEAR_BUTTONS = 3

NOTHING_MORE = Detail()
_MARKS = {
    "over_100": (" ▲", "▲ Pasa de 100 %: se conserva como está."),
    "maybe_no_data": (" ¿?", "¿? Un 0 % que puede significar que no hubo dato."),
    "extra_value": ("", "El 13.er valor está impreso sin mes; cuenta en el promedio."),
    OPEN: (" ⏳", "⏳ Va en curso: no cuenta en el promedio."),
    NONE_DUE: ("", ""),
    CHANGED: (" ✏️", "✏️ Después del cierre cambió lo que cuenta."),
}


def card(
    indicator: Indicator,
    found: Sequence[Reading],
    shown: Sequence[Reading],
    asked: Stretch | None,
    today: date,
    neighbours: Sequence[Indicator] = (),
    detail: Detail = NOTHING_MORE,
    *,
    brief: bool = False,
) -> Reply:
    """The indicator with all of `found`, or with the part of it that is `shown` for the stretch asked for.

    `detail` is that of the last reading shown. `brief`: its values alone.
    """
    last = latest(shown)
    parts = [
        f"📈 {bold(f'Indicador {indicator.number} · {tidy(indicator.name)}')}\n"
        + standing(indicator, found, shown, asked, today),
        "\n".join(counted.notes(indicator, last, shown, detail) if last else []),
        "" if brief else _sheet(indicator),
        "\n".join([*_values(indicator, shown, asked, today), *_legend(shown)]),
        "\n".join(_records(indicator, shown)),
        "" if brief else _remarks(indicator, shown),
    ]
    text = "\n\n".join(part for part in parts if part)
    choices = (
        *_choices(indicator, found, asked, neighbours),
        *counted.choices(indicator, last, shown),
        BOARD,
    )
    return Reply(text, choices, chart=chart(indicator, shown, asked, today), columns=2)


def standing(
    indicator: Indicator,
    found: Sequence[Reading],
    shown: Sequence[Reading],
    asked: Stretch | None,
    today: date,
) -> str:
    """The last of the readings shown, how old it is, its light, and how far it is from the target."""
    if not shown:
        when = f" de {stretch(asked)}" if asked else ""
        nothing = f"⚪ {bold('Sin datos')}{when} (no es lo mismo que 0 %) · {target(indicator)}"
        return "\n".join([nothing, *_there_is(found, asked)])
    last = headline(shown) or shown[-1]
    light = reading_light(last, indicator.target)
    until = [reading for reading in found if reading.period <= last.period]
    going = "" if is_doubtful(last) else arrow(trend(until))
    value = (
        f"{LIGHTS[light]} {bold(percent(last.value, indicator.unit))}{going} ({dated(last.period, today)})"
    )
    line = f"{value}: {_verdict(last, light)}{gap(last, indicator)} · {target(indicator)}"
    certain = [reading for reading in shown if not reading.flags or "over_100" in reading.flags]
    if is_doubtful(last) and certain:
        line += f"\nÚltimo dato seguro: {percent(certain[-1].value, indicator.unit)} ({period(certain[-1].period)})"
    return line


def _there_is(found: Sequence[Reading], asked: Stretch | None) -> list[str]:
    """Which periods have a reading: of the year that was asked about or, if it has none, which years."""
    if not found:
        return []
    of_year = [one.period for one in found if asked and one.period.year == asked.first.year]
    there = [within_year(one) for one in of_year] or [str(one) for one in years(found)[-YEARS_TOLD:]]
    return [f"Sí hay datos de {join(there)}{f' de {of_year[0].year}' if of_year else ''}."]


def years(found: Sequence[Reading]) -> list[int]:
    return sorted({reading.period.year for reading in found})


def gap(reading: Reading, indicator: Indicator) -> str:
    """«, le faltan 5 puntos»; nothing where it is reached, or where there is nothing to reach."""
    if (
        indicator.target is None
        or {"maybe_no_data", NONE_DUE} & set(reading.flags)
        or reading.value >= indicator.target
    ):
        return ""
    short = indicator.target - reading.value
    return f", le {'falta' if points(short) == '1 punto' else 'faltan'} {points(short)}"


def _verdict(last: Reading, light: TrafficLight | None) -> str:
    if light:
        return VERDICTS[light]
    if NONE_DUE in last.flags:
        return "ninguna fila vencida, sin semáforo"
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
        "Proceso": " › ".join(
            esc(tidy(name)) for name in (indicator.macroprocess, indicator.process, indicator.subprocess)
        ),
        "Tipo": f"{esc(indicator.type)} · {bold('Se mide')}: {FREQUENCIES[indicator.frequency]}",
    }
    return "\n".join(f"{bold(name)}: {value}" for name, value in rows.items())


def _values(indicator: Indicator, shown: Sequence[Reading], asked: Stretch | None, today: date) -> list[str]:
    """A line a year with its average; periods that are over and have no reading say so."""
    known = years(shown)
    if asked and len(shown) < 2 and not asked.is_year:
        return []
    lines = []
    if len(known) > YEARS_TOLD:
        lines.append(f"Hay datos desde {known[0]}: <code>/kpi {indicator.number} {known[0]}</code>")
    for year in known[-YEARS_TOLD:]:
        of_year = [reading for reading in shown if reading.period.year == year]
        expected = due(indicator.frequency, year, today)
        wanted = [one for one in expected if asked is None or asked.has(one)]
        is_whole = today.year > year and (asked is None or asked.is_year)
        lines.append(_line(indicator, year, of_year, wanted, is_whole=is_whole))
    return lines


def _line(
    indicator: Indicator,
    year: int,
    readings: Sequence[Reading],
    expected: Sequence[Period],
    *,
    is_whole: bool,
) -> str:
    """`is_whole`: the average is that of a year; else of what is shown, which it says."""
    by_period: dict[Period, Reading | None] = {
        **dict.fromkeys(expected),
        **{one.period: one for one in readings},
    }
    mean, of = average(readings), "" if is_whole else "de lo mostrado "
    told = "" if mean is None else f" (promedio {of}{percent(mean, indicator.unit)})"
    return f"{bold(str(year))}{told}: {' · '.join(_cells(indicator, by_period))}"


def _cells(indicator: Indicator, by_period: Mapping[Period, Reading | None]) -> list[str]:
    """In the order of time; what has no data one after another is one cell: «ene.–may. sin datos»."""
    cells = []
    for is_empty, run in groupby(sorted(by_period), key=lambda of: by_period[of] is None):
        of = list(run)
        if is_empty and len(of) > 1:
            cells.append(f"{within_year(of[0])}–{within_year(of[-1])} sin datos")
        else:
            cells += [_cell(one, by_period[one], indicator.unit) for one in of]
    return cells


def _cell(of: Period, reading: Reading | None, unit: str) -> str:
    name = "" if of.kind == "year" else f"{within_year(of)} "
    if reading is None:
        return f"{name}sin datos"
    return name + percent(reading.value, unit) + "".join(_MARKS[flag][0] for flag in reading.flags)


def value_of(indicator: Indicator, reading: Reading) -> str:
    """«mar. 2023 97 %», with the mark of its doubt."""
    return f"{period(reading.period)} {percent(reading.value, indicator.unit)}" + "".join(
        _MARKS[flag][0] for flag in reading.flags
    )


def _legend(shown: Sequence[Reading]) -> list[str]:
    present = {flag for reading in shown for flag in reading.flags}
    return [f"<i>{text}</i>" for flag, (_, text) in _MARKS.items() if text and flag in present]


def _records(indicator: Indicator, shown: Sequence[Reading]) -> list[str]:
    """Where the last readings that are not of the printed sheet come from."""
    counted = "contado de su plan" if indicator.plan else "calculado de los casos y caídas"
    return [_record(indicator, one, counted) for one in shown if one.source != "sheet"][-RECORDS_TOLD:]


def _record(indicator: Indicator, reading: Reading, counted: str) -> str:
    """`counted`: how a computed one came about."""
    parts = [counted if reading.source == "computed" else "registrado"]
    if count := out_of(indicator, reading):
        parts.append(count)
    if reading.recorded_by:
        parts.append(f"por {esc(reading.recorded_by)}")
    if reading.recorded_at:
        parts.append(f"el {long_date(reading.recorded_at.date())}")
    reason = f" (motivo: {esc(clip(reading.reason, 200))})" if reading.reason else ""
    return f"{bold(period(reading.period))}: {', '.join(parts)}{reason}"


def _remarks(indicator: Indicator, shown: Sequence[Reading]) -> str:
    """The oddities of the print, while the last value that is shown is printed: a card fits beside its picture."""
    if not indicator.remarks or not shown or shown[-1].source != "sheet":
        return ""
    return "\n".join(["<b>Observaciones de la hoja</b>", *(f"• {esc(one)}" for one in indicator.remarks)])


def _choices(
    indicator: Indicator, found: Sequence[Reading], asked: Stretch | None, neighbours: Sequence[Indicator]
) -> tuple[Choice, ...]:
    """To the indicators beside this one, within the stretch that is looked at; to its years."""
    known = years(found)
    whole_year = asked.first.year if asked and asked.is_year else None
    others = [year for year in known if year != whole_year] if asked or len(known) > 1 else []
    return (
        *(Choice(_neighbour(one, indicator), data(one.number, asked)) for one in neighbours),
        *(
            Choice(f"Todo {one}", data(indicator.number, Stretch.of_year(one)))
            for one in others[-YEAR_BUTTONS:]
        ),
        *([Choice("Todos los años", data(indicator.number))] if asked and len(known) > 1 else []),
    )


def _neighbour(one: Indicator, of: Indicator) -> str:
    name = f"{one.number}. {short_name(one)}"
    before = one.number < of.number
    return f"◂ {clip(name, SHORT_LABEL - 2)}" if before else f"{clip(name, SHORT_LABEL - 2)} ▸"
