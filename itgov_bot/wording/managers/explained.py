"""Of an indicator: its average, best and worst; and why its value is as it is, passes 100 %, or is not there."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from itgov_bot.domain.indicators import (
    ComputedFrom,
    Indicator,
    Period,
    Reading,
    average,
    headline,
    latest,
    reading_light,
)
from itgov_bot.domain.indicators.behind import CasesBehind, Detail
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.domain.people import Person
from itgov_bot.patterns import regex
from itgov_bot.replies import MAX_CHOICES, Choice, Reply
from itgov_bot.wording.managers import counted
from itgov_bot.wording.managers.indicator_card import gap
from itgov_bot.wording.managers.indicators import BOARD, data, is_doubtful, short_name, target, tidy
from itgov_bot.wording.managers.reading_rules import STRETCHES
from itgov_bot.wording.names import name_of
from itgov_bot.wording.periods import number, percent, period, stretch, within_year
from itgov_bot.wording.text import bold, esc, join, long_date, on_button

YEARS_TOLD, MISSING_TOLD = 3, 4
_ABOUT_100 = regex(r"\b(?:100|cien)\b", re.IGNORECASE)
_ABOUT_NOTHING = regex(
    r"\b(?:no hay|sin|falta|vac[ií]o|en blanco|no (?:se )?(?:tiene|aparece|sale|registr|report))",
    re.IGNORECASE,
)
_NOTHING_BELOW: dict[ComputedFrom, str] = {
    "requests": "no llegó ningún caso",
    "software": "no llegó ningún caso de software",
    "hardware": "no llegó ningún caso de hardware",
    "remote": "la mesa no resolvió ningún caso a distancia ni en sitio",
    "ratings": "nadie calificó los casos que se resolvieron",
    "outages": "no hay horas que contar",
}


def spread(
    indicators: Sequence[Indicator], readings: Sequence[Sequence[Reading]], of: Stretch | None
) -> Reply:
    """The average, the best and the worst of each year that is looked at; what goes on is not counted."""
    when = f" · {stretch(of)}" if of else ""
    blocks = [_spread(one, shown) for one, shown in zip(indicators, readings, strict=True)]
    return Reply(
        "\n\n".join([bold(f"📐 Promedio, mejor y peor{when}"), *blocks]),
        (*_cards(indicators), BOARD),
        columns=2,
    )


def _spread(indicator: Indicator, shown: Sequence[Reading]) -> str:
    known = sorted({one.period.year for one in shown})[-YEARS_TOLD:]
    lines = [_of_year(indicator, year, [one for one in shown if one.period.year == year]) for year in known]
    head = bold(f"{indicator.number}. {tidy(indicator.name)}")
    return "\n".join([head, *(lines or ["⚪ Sin datos (no es lo mismo que 0 %)."])])


def _of_year(indicator: Indicator, year: int, shown: Sequence[Reading]) -> str:
    closed = [one for one in shown if not one.is_open]
    sure = [one for one in closed if not (is_doubtful(one) or one.period.is_extra)]
    mean, unit = average(shown), indicator.unit
    told = [f"promedio {bold(percent(mean, unit))}" if mean is not None else "ningún período ha cerrado"]
    if len(sure) > 1:
        values = [one.value for one in sure]
        told += [
            f"{name}: {_all_of(sure, of, unit)}"
            for name, of in (("mejor", max(values)), ("peor", min(values)))
        ]
    doubt = [one for one in closed if is_doubtful(one)]
    told += (
        [f"0 % que puede ser «sin dato»: {join([within_year(one.period) for one in doubt])}"] if doubt else []
    )
    return f"{year}: {' · '.join(told)}"


def _all_of(readings: Sequence[Reading], value: float, unit: str) -> str:
    """Every period that came to it."""
    when = join([within_year(one.period) for one in readings if one.value == value])
    return f"{when} {bold(percent(value, unit))}"


def met(indicators: Sequence[Indicator], readings: Sequence[Sequence[Reading]]) -> Reply:
    """In how many periods of each year its target was reached, and in which; what goes on, or may be no value, is none."""
    blocks = [_met(one, shown) for one, shown in zip(indicators, readings, strict=True)]
    return Reply("\n\n".join(blocks), (*_cards(indicators), BOARD), columns=2)


def _met(indicator: Indicator, shown: Sequence[Reading]) -> str:
    head = bold(f"{indicator.number}. {tidy(indicator.name)} · {target(indicator)}")
    known = [one for one in shown if not (one.is_open or one.period.is_extra)]
    years = sorted({one.period.year for one in known})[-YEARS_TOLD:]
    lines = [_met_in(indicator, year, [one for one in known if one.period.year == year]) for year in years]
    if indicator.target is None:
        lines = ["⚪ No tiene una meta con número: no se puede decir cuándo la cumplió."]
    return "\n".join([head, *(lines or ["⚪ Sin datos (no es lo mismo que 0 %)."])])


def _met_in(indicator: Indicator, year: int, known: Sequence[Reading]) -> str:
    by_light = {one.period: reading_light(one, indicator.target) for one in known}
    reached, short, doubt = (
        [one for one in known if is_so(by_light[one.period])]
        for is_so in (
            lambda light: light == "green",
            lambda light: light in ("red", "yellow"),
            lambda light: not light,
        )
    )
    told = [
        f"{name}: {' · '.join(f'{within_year(one.period)} {percent(one.value, indicator.unit)}' for one in which)}"
        for name, which in (
            ("Cumplió", reached),
            ("No cumplió", short),
            ("0 % que puede ser «sin dato»", doubt),
        )
        if which
    ]
    return "\n".join([f"{year}: la cumplió en {bold(f'{len(reached)} de {len(known)}')} períodos", *told])


# Why


@dataclass(frozen=True)
class Untold:
    """Of what nobody recorded: the periods, who holds its office; and since when cases are kept."""

    missing: Sequence[Period]
    holders: Sequence[Person]
    since: date


def is_about_100(asked: str) -> bool:
    return _ABOUT_100.search(asked) is not None


def over_100() -> Reply:
    return Reply(
        f"📐 {bold('Por qué un valor pasa de 100 %')}\nPasa cuando en un período se resuelven más casos de los que "
        "llegaron: los hay de antes. El valor se conserva como lo da la fórmula; en su ficha va también cuánto de "
        "lo que llegó ya está resuelto, que nunca pasa de 100 %.",
        (BOARD,),
    )


def whose(found: Sequence[Reading], indicators: Mapping[int, Indicator]) -> Reply:
    """The indicators and periods that have a value."""
    shown = found[:MISSING_TOLD]
    lines = [
        f"• {one.indicator}. {esc(tidy(indicators[one.indicator].name))}: {bold(percent(one.value))} ({period(one.period)})"
        for one in shown
    ]
    own = list(dict.fromkeys(one.indicator for one in shown))
    return Reply("\n".join(lines), (*_cards([indicators[number] for number in own]), BOARD), columns=2)


def meant(shown: Sequence[Reading], asked: str) -> Reading | None:
    """The value that a «por qué» is about: the last one over 100 % where that is said; none where there is no value."""
    if _ABOUT_100.search(asked):
        over = [one for one in shown if one.value > 100]
        return over[-1] if over else headline(shown)
    return None if _ABOUT_NOTHING.search(asked) else headline(shown) or latest(shown)


def why(
    indicator: Indicator,
    reading: Reading,
    detail: Detail,
    before: Reading | None,
    behind: CasesBehind | None = None,
) -> Reply:
    """What makes the value, by its numbers and the cases that lower it, and what it was before."""
    name, value = bold(f"{indicator.number}. {tidy(indicator.name)}"), counted.value(indicator, reading)
    head = f"📐 {name}, {period(reading.period)}: {value} · {target(indicator)}{gap(reading, indicator)}"
    lines = _over(indicator, reading, detail) if reading.value > 100 else _by_numbers(indicator, reading)
    lines += _lowered_by(behind) if behind else []
    earlier = [f"Antes ({period(before.period)}): {counted.value(indicator, before)}"] if before else []
    choices = counted.choices(indicator, reading, [reading])
    return Reply("\n".join([head, *earlier, *lines]), (*choices, *_cards([indicator]), BOARD), columns=2)


def _lowered_by(behind: CasesBehind) -> list[str]:
    lower = [one.ticket.number for one in behind.cases if one.down is not None or not one.above]
    more = " y otros" if len(lower) > MISSING_TOLD or behind.pages > 1 else ""
    return [f"{bold('Lo bajan')}: {', '.join(lower[:MISSING_TOLD])}{more}."] if lower else []


def _over(indicator: Indicator, reading: Reading, detail: Detail) -> list[str]:
    if reading.source != "computed" or detail.cohort is None:
        origin = "La hoja trae solo el porcentaje" if reading.source == "sheet" else "Se registró así"
        return [
            "Pasa de 100 % porque arriba hay más que abajo: "
            f"<code>{esc(indicator.formula)}</code>.{_from_before(indicator)}",
            f"{origin}: no puedo abrir sus casos, y el valor se conserva como está.",
        ]
    unit = STRETCHES[indicator.frequency]
    solved, came = number(reading.numerator or 0), number(reading.denominator or 0)
    of_these = number(detail.cohort.numerator)
    left = counted.unsolved(detail.backlog, is_past=not reading.is_open)
    return [
        f"Pasa de 100 % porque en el {unit} se resolvieron {bold(solved)} y llegaron {bold(came)}: entre los resueltos hay "
        "casos que habían llegado antes (en «Sus casos» van con ➕).",
        f"De lo que llegó en el {unit} ya está resuelto {of_these} de {came}: eso nunca pasa de 100 %. {left}",
    ]


def _from_before(indicator: Indicator) -> str:
    is_of_solved = indicator.computed_from in ("requests", "software", "hardware")
    unit = STRETCHES[indicator.frequency]
    return f" Pasa cuando se resuelven casos que habían llegado en otro {unit}." if is_of_solved else ""


def _by_numbers(indicator: Indicator, reading: Reading) -> list[str]:
    if is_doubtful(reading):
        return ["La hoja imprime 0 %, y puede significar que no hubo dato."]
    if reading.source == "computed":
        return [
            f"Se calcula así: <code>{esc(indicator.formula)}</code>",
            "En «Sus casos» se ve cuáles lo suben y cuáles lo bajan.",
        ]
    said = [f"Nota de quien lo registró: {esc(reading.note)}"] if reading.note else []
    known = (
        "De la hoja solo tengo el porcentaje" if reading.source == "sheet" else "Lo registró su responsable"
    )
    return [f"{known}: el motivo lo sabe {esc(tidy(indicator.owner))}.", *said]


def no_cases_of(indicator: Indicator, reading: Reading, computed: Sequence[Reading]) -> Reply:
    """A value that was printed or recorded has no cases; those of the last that is computed are offered."""
    origin = "viene impreso en la hoja" if reading.source == "sheet" else "lo registró su responsable"
    there_is = f" De {period(computed[-1].period)} sí los tengo." if computed else ""
    value, name = bold(percent(reading.value, indicator.unit)), esc(tidy(indicator.name))
    return Reply(
        f"El {value} de {name}, {period(reading.period)}, {origin}: no guarda sus casos.{there_is}",
        (*(counted.choices(indicator, computed[-1], computed[-1:]) if computed else ()), BOARD),
    )


def why_none(
    indicator: Indicator, of: Stretch | None, found: Sequence[Reading], untold: Untold, today: date
) -> Reply:
    """Why there is no value."""
    head = f"📐 {bold(f'{indicator.number}. {tidy(indicator.name)}')}{f', {stretch(of)}' if of else ''}"
    reasons = _not_computed if indicator.computed_from else _not_recorded
    last = headline(found)
    there_is = (
        [f"El último dato es de {period(last.period)}: {percent(last.value, indicator.unit)}."]
        if last
        else []
    )
    lines = [head, *reasons(indicator, of, untold, today), *there_is]
    return Reply("\n".join(lines), (*_cards([indicator]), BOARD), columns=2)


def _not_computed(indicator: Indicator, of: Stretch | None, untold: Untold, today: date) -> list[str]:
    if of and of.first > today:
        return ["Ese período todavía no llega."]
    if of and of.last < untold.since:
        return [f"Se calcula de los casos, y los llevo desde el {long_date(untold.since)}."]
    nothing = _NOTHING_BELOW[indicator.computed_from or "requests"]
    return [f"No hubo qué contar: {nothing}. Por eso dice «sin datos», que no es 0 %."]


def _not_recorded(indicator: Indicator, of: Stretch | None, untold: Untold, today: date) -> list[str]:
    missing = [one for one in untold.missing if of is None or of.has(one)]
    if of and of.last >= today and not missing:
        return ["Ese período no ha terminado: se registra cuando cierre."]
    who = join([esc(name_of(one)) for one in untold.holders])
    by = f"lo registra {bold(tidy(indicator.owner))} ({who or 'nadie tiene ese rol todavía: se da con /rol'})"
    told = f" Falta registrar: {join([period(one) for one in missing[:MISSING_TOLD]])}." if missing else ""
    return [f"No se calcula de los casos: {by}, y no lo ha registrado.{told}"]


def _cards(indicators: Sequence[Indicator]) -> tuple[Choice, ...]:
    shown = indicators[: MAX_CHOICES - 4]
    return tuple(Choice(on_button(f"{one.number}. {short_name(one)}"), data(one.number)) for one in shown)
