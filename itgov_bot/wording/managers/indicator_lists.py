"""Some indicators in one message: those in red or green, several at once, two beside one another, who answers for each."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from itgov_bot.domain.indicators import Indicator, Reading, headline, reading_light
from itgov_bot.domain.indicators.analysis import average, like_with_like
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.domain.people import Person
from itgov_bot.replies import MAX_CHOICES, Choice, Reply
from itgov_bot.wording.managers.charts import Side, compared
from itgov_bot.wording.managers.indicator_card import gap
from itgov_bot.wording.managers.indicators import (
    BOARD,
    LIGHTS,
    Standing,
    button,
    data,
    dated,
    is_doubtful,
    line,
    out_of,
    short_name,
    target,
    tidy,
)
from itgov_bot.wording.managers.report_pages import FREQUENCIES
from itgov_bot.wording.names import name_of
from itgov_bot.wording.periods import percent, period, points, stretch
from itgov_bot.wording.text import bold, clip, esc, join, number_of, on_button

MAX_DRAWN = 4
"""Sides that a picture shows large enough."""


def short_of_target(standings: Sequence[Standing], of: Stretch | None, today: date) -> Reply:
    """Those that do not reach their target, the farthest first, and by how much."""
    found = [one for one in standings if one[2] in ("red", "yellow")]
    found.sort(key=_short_by, reverse=True)
    lines = [_with_gap(one, today) for one in found]
    doubt = sum(light is None for _, _, light, *_ in standings)
    head = f"{_number(len(found))} por debajo de la meta{_when(of)}"
    return _list("🔴", head, lines, found, of, _unknown(doubt))


def on_target(standings: Sequence[Standing], of: Stretch | None, today: date) -> Reply:
    found = [one for one in standings if one[2] == "green"]
    doubt = sum(light is None for _, _, light, *_ in standings)
    head = f"{_number(len(found))} {'cumple' if len(found) == 1 else 'cumplen'} la meta{_when(of)}"
    return _list("🟢", head, [line(one, today) for one in found], found, of, _unknown(doubt))


def fell(standings: Sequence[Standing], of: Stretch | None, today: date) -> Reply:
    found = [one for one in standings if one[3] == "down"]
    return _moved(
        "↓", f"{_number(len(found))} {'empeoró' if len(found) < 2 else 'empeoraron'}", found, of, today
    )


def rose(standings: Sequence[Standing], of: Stretch | None, today: date) -> Reply:
    found = [one for one in standings if one[3] == "up"]
    return _moved(
        "↑", f"{_number(len(found))} {'mejoró' if len(found) < 2 else 'mejoraron'}", found, of, today
    )


def _moved(sign: str, head: str, found: Sequence[Standing], of: Stretch | None, today: date) -> Reply:
    """Against the period before, whatever their light."""
    foot = "Frente al período anterior; el semestre, frente al mismo del año pasado."
    return _list(sign, f"{head}{_when(of)}", [line(one, today) for one in found], found, of, foot)


def several(standings: Sequence[Standing], of: Stretch | None, today: date) -> Reply:
    return _list("📊", f"Indicadores{_when(of)}", [line(one, today) for one in standings], standings, of, "")


def _list(
    sign: str, head: str, lines: Sequence[str], found: Sequence[Standing], of: Stretch | None, foot: str
) -> Reply:
    text = "\n".join([f"{sign} {bold(head)}", *lines, *([f"\n{foot}"] if foot else [])])
    buttons = [button(one, of) for one in found[: MAX_CHOICES - 1]]
    return Reply(text, (*buttons, BOARD), columns=2)


def _with_gap(standing: Standing, today: date) -> str:
    indicator, last, *_ = standing
    return line(standing, today, gap(last, indicator) if last else "")


def _short_by(standing: Standing) -> float:
    """By how many points it misses its target."""
    indicator, last, *_ = standing
    return indicator.target - last.value if last and indicator.target else 0.0


def _number(count: int) -> str:
    return number_of(count, "indicador", "indicadores", none="Ninguno")


def _when(of: Stretch | None) -> str:
    return f" · {stretch(of)}" if of else ""


def _unknown(count: int) -> str:
    if not count:
        return ""
    return f"⚪ {_number(count)} sin semáforo: sin dato, con dato dudoso o sin meta con número."


# Beside one another


def beside(sides: Sequence[Side], today: date) -> Reply:
    """Some indicators, or one in some stretches (in the order of time, however they were asked for): the last value of each,
    and the difference of the first two."""
    several_of_one = len({indicator.number for indicator, _, _ in sides}) == 1
    if several_of_one:
        sides = sorted(sides, key=_last_day)
    first = sides[0][0]
    head = f"{first.number}. {tidy(first.name)}" if several_of_one else "Comparación"
    lines = [_side(side, today, by_time=several_of_one) for side in sides]
    told = [_difference(*pair)] if len(sides) == 2 and (pair := _pair(sides, of_one=several_of_one)) else []
    told += _averages(sides) if several_of_one else []
    aim = [f"Meta: {target(first).removeprefix('meta ')}"] if several_of_one else []
    with_readings = [side for side in sides if side[1]][:MAX_DRAWN]
    buttons = {
        one.number: Choice(clip(f"{one.number}. {short_name(one)}", 24), data(one.number))
        for one, _, _ in sides
    }
    text = "\n".join([f"⚖️ {bold(head)}", *lines, *told, *aim])
    drawn = compared(with_readings, today) if len(with_readings) > 1 else None
    return Reply(text, (*list(buttons.values())[: MAX_CHOICES - 1], BOARD), chart=drawn, columns=2)


def _averages(sides: Sequence[Side]) -> list[str]:
    """Of whole years as well: one month of each says little of them."""
    known = [
        (of, mean) for _, shown, of in sides if of and of.is_year and (mean := average(shown)) is not None
    ]
    if len(known) < 2 or len(known) < len(sides):
        return []
    unit = sides[0][0].unit
    best = max(mean for _, mean in known)
    better = [stretch(of) for of, mean in known if mean == best]
    means = " · ".join(f"{stretch(of)}, {percent(mean, unit)}" for of, mean in known)
    return [
        f"Promedio de lo que hay: {means}."
        + (f" Mejor: {bold(better[0])}." if len(better) == 1 else " Igual.")
    ]


def _last_day(side: Side) -> date:
    return side[2].last if side[2] else date.max


def _side(side: Side, today: date, *, by_time: bool) -> str:
    indicator, shown, of = side
    name = stretch(of) if by_time and of else f"{indicator.number}. {tidy(indicator.name)}"
    last = headline(shown)
    if last is None:
        return f"⚪ {esc(name)}: {bold('sin datos')}{'' if by_time else _when(of)}"
    light = LIGHTS[reading_light(last, indicator.target)]
    values = [percent(one.value, indicator.unit) for one in shown if not one.period.is_extra]
    if len(values) > 1 and of:
        span = " · ".join(f"{period(one.period)} {percent(one.value, indicator.unit)}" for one in shown[-4:])
        return f"{light} {esc(name)}: {span}"
    doubt = " ¿sin dato?" if is_doubtful(last) else ""
    aim = "" if by_time else f" · {target(indicator)}"
    count = out_of(indicator, last)
    counted = f" · {count}" if count else ""
    value = bold(percent(last.value, indicator.unit))
    return f"{light} {esc(name)}: {value}{doubt} ({dated(last.period, today)}){counted}{aim}"


def _pair(sides: Sequence[Side], *, of_one: bool) -> tuple[Reading, Reading] | None:
    """What is compared of two sides: of one indicator like with like, of two the last of each."""
    (_, before, _), (_, after, _) = sides
    if of_one:
        return like_with_like(before, after)
    one, other = _sure(before), _sure(after)
    return (one, other) if one and other else None


def _sure(shown: Sequence[Reading]) -> Reading | None:
    last = headline(shown)
    return None if last is None or is_doubtful(last) else last


Pair = tuple[Indicator, tuple[Reading, Reading] | None]
"""An indicator, and its two values that are compared."""


def all_beside(pairs: Sequence[Pair], when: Sequence[Stretch]) -> Reply:
    """Every indicator in two stretches of time, like with like; those that have no two values are named at the end."""
    head = " y ".join(stretch(one) for one in when) if when else "cada uno con su período anterior"
    moved = [(one, pair, pair[1].value - pair[0].value) for one, pair in pairs if pair]
    better, worse = sum(by > 0 for *_, by in moved), sum(by < 0 for *_, by in moved)
    counts = " · ".join(
        (
            f"↑ {better} {'mejoró' if better == 1 else 'mejoraron'}",
            f"↓ {worse} {'bajó' if worse == 1 else 'bajaron'}",
            f"→ {len(moved) - better - worse} sin cambio",
        )
    )
    lines = [_moved_line(one, *pair, by) for one, pair, by in moved]
    alone = [str(one.number) for one, pair in pairs if not pair]
    foot = [f"⚪ Sin dos valores que comparar: {join(alone)}."] if alone else []
    return Reply("\n".join([f"⚖️ {bold(head)}", counts, *lines, *foot]), (BOARD,))


def _moved_line(indicator: Indicator, before: Reading, after: Reading, by: float) -> str:
    sign = "↑" if by > 0 else "↓" if by < 0 else "→"
    light = LIGHTS[reading_light(after, indicator.target)]
    values = " → ".join(
        f"{percent(one.value, indicator.unit)} ({period(one.period)}{', en curso' if one.is_open else ''})"
        for one in (before, after)
    )
    return f"{light} {indicator.number}. {esc(tidy(indicator.name))}: {values} {sign}{f' {points(abs(by))}' if by else ''}"


def _difference(one: Reading, other: Reading) -> str:
    by = other.value - one.value
    if one.indicator != other.indicator:
        if not by:
            return "Van iguales."
        ahead, behind = (one, other) if by < 0 else (other, one)
        return f"El {ahead.indicator} va {points(abs(by))} por encima del {behind.indicator}."
    span = f"De {period(one.period)} a {period(other.period)}"
    if not by:
        return f"{span}: sin cambio."
    return f"{span}: {'subió' if by > 0 else 'bajó'} {points(abs(by))}."


# One thing of an indicator


def targets(indicators: Sequence[Indicator], found: Sequence[Sequence[Reading]], today: date) -> Reply:
    """Target, last value and what is missing, of some indicators."""
    lines = [_target_line(one, shown, today) for one, shown in zip(indicators, found, strict=True)]
    return Reply("\n".join([f"🎯 {bold('Metas')}", *lines]), (*_cards(indicators), BOARD), columns=2)


def _target_line(indicator: Indicator, shown: Sequence[Reading], today: date) -> str:
    last = headline(shown)
    now = (
        f" · va en {percent(last.value, indicator.unit)} ({dated(last.period, today)})"
        if last
        else " · sin datos"
    )
    short = gap(last, indicator) if last else ""
    return f"{indicator.number}. {esc(tidy(indicator.name))}: <b>{target(indicator)}</b>{now}{short}"


def formulas(indicators: Sequence[Indicator]) -> Reply:
    """What each measures, its formula as printed, and where its data come from."""
    blocks = [
        f"{bold(f'{one.number}. {tidy(one.name)}')}\n{esc(tidy(one.purpose))}\n<code>{esc(one.formula)}</code>\n"
        f"Se mide {FREQUENCIES[one.frequency]} · Origen: {esc(one.data_source or 'en blanco en la hoja')}"
        for one in indicators
    ]
    return Reply("🧮 " + "\n\n".join(blocks), (*_cards(indicators), BOARD), columns=2)


def owners(indicators: Sequence[Indicator], holders: Mapping[str, Sequence[Person]]) -> Reply:
    """Who answers for each, as printed, and who has that office today."""
    by_owner = sorted(indicators, key=lambda one: (tidy(one.owner), one.number))
    blocks = [
        "\n".join(
            [
                f"{bold(owner)}: {_held(holders[office])}",
                *(f"• {one.number}. {esc(tidy(one.name))}" for one in group),
            ]
        )
        for (owner, office), group in groupby(by_owner, key=lambda one: (tidy(one.owner), one.office))
    ]
    head = "👤 Responsables de los indicadores" if len(indicators) > 1 else "👤 Responsable"
    cards = _cards(indicators) if len(indicators) < MAX_CHOICES else ()
    return Reply("\n\n".join([bold(head), *blocks]), (*cards, BOARD), columns=2)


def _held(holders: Sequence[Person]) -> str:
    return esc(join([name_of(one) for one in holders])) or "⚠️ nadie tiene el cargo (se da con /rol)"


def _cards(indicators: Sequence[Indicator]) -> tuple[Choice, ...]:
    shown = indicators[: MAX_CHOICES - 1]
    return tuple(Choice(on_button(f"{one.number}. {short_name(one)}"), data(one.number)) for one in shown)
