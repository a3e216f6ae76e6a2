"""Indicators beside one another: two of them, one in two stretches of time, or every one in both."""

from collections.abc import Sequence
from datetime import date

from itgov_bot.domain.indicators import Indicator, Reading, headline, reading_light
from itgov_bot.domain.indicators.analysis import average, like_with_like
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.replies import MAX_CHOICES, Choice, Reply
from itgov_bot.wording.managers.charts import Side, compared
from itgov_bot.wording.managers.indicators import (
    BOARD,
    LIGHTS,
    data,
    dated,
    is_doubtful,
    out_of,
    short_name,
    target,
    tidy,
)
from itgov_bot.wording.periods import percent, period, points, stretch, within_year
from itgov_bot.wording.text import bold, clip, esc, join

LAST_TOLD = 13
"""Values of a side: a year by its months."""
MAX_DRAWN = 4
"""Sides that a picture shows large enough."""


def beside(sides: Sequence[Side], today: date) -> Reply:
    """Some indicators, or one in some stretches (in the order of time, however they were asked for): the last value of each,
    and the difference of the first two."""
    several_of_one = len({indicator.number for indicator, _, _ in sides}) == 1
    if several_of_one:
        sides = sorted(sides, key=_last_day)
    first = sides[0][0]
    head = f"{first.number}. {tidy(first.name)}" if several_of_one else "Comparación"
    lines = [_side(side, today, by_time=several_of_one) for side in sides]
    means = [] if several_of_one else _means(sides)
    pair = _pair(sides, of_one=several_of_one) if len(sides) == 2 and not means else None
    told = means or ([_difference(*pair)] if pair else [])
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


def _means(sides: Sequence[Side]) -> list[str]:
    """Of several indicators in a stretch of some values each: what they come to in all of it."""
    known = [
        (one, mean) for one, shown, _ in sides if len(shown) > 1 and (mean := average(shown)) is not None
    ]
    of, units = sides[0][2], {one.unit for one, _ in known}
    if len(known) < max(2, len(sides)) or of is None or len(units) > 1:
        return []
    told = " · ".join(f"{one.number}, {percent(mean, one.unit)}" for one, mean in known)
    ahead, behind = sorted(known[:2], key=lambda one: -one[1])
    by = ahead[1] - behind[1]
    last = (
        f"El {ahead[0].number} va {points(by)} por encima del {behind[0].number}." if by else "Van iguales."
    )
    return [f"Promedio de {stretch(of)}: {told}.{f' {last}' if len(known) == 2 else ''}"]


def _last_day(side: Side) -> date:
    return side[2].last if side[2] else date.max


def _side(side: Side, today: date, *, by_time: bool) -> str:
    indicator, shown, of = side
    name = stretch(of) if by_time and of else f"{indicator.number}. {tidy(indicator.name)}"
    last = headline(shown)
    if last is None:
        when = f" · {stretch(of)}" if of and not by_time else ""
        return f"⚪ {esc(name)}: {bold('sin datos')}{when}"
    light = LIGHTS[reading_light(last, indicator.target)]
    values = [percent(one.value, indicator.unit) for one in shown if not one.period.is_extra]
    if len(values) > 1 and of:
        named = within_year if of.is_year else period
        span = " · ".join(
            f"{named(one.period)} {percent(one.value, indicator.unit)}" for one in shown[-LAST_TOLD:]
        )
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
