"""Some indicators in one message: those in red or green, several at once, two beside one another, who answers for each."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from itgov_bot.domain.indicators import Indicator, Period, Reading, headline
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.domain.people import Person
from itgov_bot.replies import MAX_CHOICES, Choice, Reply
from itgov_bot.wording.managers.indicator_card import gap
from itgov_bot.wording.managers.indicators import (
    BOARD,
    Standing,
    button,
    data,
    dated,
    is_doubtful,
    line,
    short_name,
    target,
    tidy,
)
from itgov_bot.wording.managers.reading_rules import how, rules
from itgov_bot.wording.managers.report_pages import FREQUENCIES
from itgov_bot.wording.names import name_of
from itgov_bot.wording.periods import percent, period, stretch
from itgov_bot.wording.text import bold, capital, esc, join, long_date, number_of, on_button

MAX_DUE = 4


def short_of_target(standings: Sequence[Standing], of: Stretch | None, today: date) -> Reply:
    """Those that do not reach their target, the farthest first, and by how much; apart, those that are close to it."""
    found = sorted((one for one in standings if one[2] in ("red", "yellow")), key=_short_by, reverse=True)
    red, close = ([one for one in found if one[2] == light] for light in ("red", "yellow"))
    doubt = sum(light is None for _, _, light, *_ in standings)
    head = f"{_number(len(red))} en rojo, por debajo de la meta{_when(of)}"
    lines = [_with_gap(one, today) for one in red]
    if close:
        lines += [f"\n{bold('En amarillo, cerca de la meta:')}", *(_with_gap(one, today) for one in close)]
    return _list("🔴", head, lines, [*red, *close], of, _unknown(doubt))


def farthest(standings: Sequence[Standing], *, is_worst: bool, is_red: bool) -> Indicator | None:
    """The one that is farthest below its target, or least; `is_red`: among those that do not reach it."""
    lights = ("red", "yellow") if is_red else ("red", "yellow", "green")
    found = sorted((one for one in standings if one[2] in lights), key=_short_by)
    return found[-1 if is_worst else 0][0] if found else None


def on_target(standings: Sequence[Standing], of: Stretch | None, today: date) -> Reply:
    found = [one for one in standings if one[2] == "green"]
    doubt = sum(light is None for _, _, light, *_ in standings)
    head = f"{_number(len(found))} {'cumple' if len(found) == 1 else 'cumplen'} la meta{_when(of)}"
    return _list("🟢", head, [line(one, today) for one in found], found, of, _unknown(doubt))


def fell(standings: Sequence[Standing], of: Stretch | None, today: date) -> Reply:
    found = [one for one in standings if one[3] == "down"]
    head = f"{_number(len(found))} {'empeoró' if len(found) < 2 else 'empeoraron'}"
    running = [one for one in standings if _runs_by(one) < 0]
    return _moved("↓", head, found, ("por debajo", running), of, today)


def rose(standings: Sequence[Standing], of: Stretch | None, today: date) -> Reply:
    found = [one for one in standings if one[3] == "up"]
    head = f"{_number(len(found))} {'mejoró' if len(found) < 2 else 'mejoraron'}"
    running = [one for one in standings if _runs_by(one) > 0]
    return _moved("↑", head, found, ("por encima", running), of, today)


def _runs_by(standing: Standing) -> float:
    """By how much what goes on is above the last value that is known; 0 where there are no two."""
    _, last, _, _, running = standing
    is_sure = last is not None and not is_doubtful(last)
    return running.value - last.value if running and last and is_sure else 0.0


def _moved(
    sign: str,
    head: str,
    found: Sequence[Standing],
    running: tuple[str, Sequence[Standing]],
    of: Stretch | None,
    today: date,
) -> Reply:
    """Against the period before, whatever their light; and those of which what goes on is so against the last value."""
    foot = "Frente al período anterior; el semestre, frente al mismo del año pasado."
    where, going = running
    if going and of is None:
        names = join(
            [f"{one.number} ({_from_to(one, last, now)})" for one, last, _, _, now in going if last and now]
        )
        foot += f"\nLo que va en curso está {where} del último dato en: {names}."
    return _list(sign, f"{head}{_when(of)}", [line(one, today) for one in found], found, of, foot)


def _from_to(indicator: Indicator, last: Reading, running: Reading) -> str:
    return f"{percent(last.value, indicator.unit)} → {percent(running.value, indicator.unit)}"


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


# One thing of an indicator


def targets(
    indicators: Sequence[Indicator], found: Sequence[Sequence[Reading]], today: date, head: str = "Metas"
) -> Reply:
    """Target, last value and what is missing, of some indicators."""
    lines = [_target_line(one, shown, today) for one, shown in zip(indicators, found, strict=True)]
    return Reply("\n".join([f"🎯 {bold(head)}", *lines]), (*_cards(indicators), BOARD), columns=2)


def nearest(
    one: Indicator,
    indicators: Sequence[Indicator],
    found: Sequence[Sequence[Reading]],
    today: date,
    *,
    is_worst: bool,
) -> Reply:
    """Which of those that were set side by side stands better or worse, by its target."""
    head = f"Frente a su meta va {'peor' if is_worst else 'mejor'} el {one.number}"
    return targets(indicators, found, today, head)


def _target_line(indicator: Indicator, shown: Sequence[Reading], today: date) -> str:
    last = headline(shown)
    now = (
        f" · va en {percent(last.value, indicator.unit)} ({dated(last.period, today)})"
        if last
        else " · sin datos"
    )
    short = gap(last, indicator) if last else ""
    return f"{indicator.number}. {esc(tidy(indicator.name))}: <b>{target(indicator)}</b>{now}{short}"


def due(indicator: Indicator, running: Period, missing: Sequence[Period]) -> Reply:
    """When the period that goes on closes, and which ones wait."""
    head = (
        f"🗓 {bold(f'{indicator.number}. {tidy(indicator.name)}')}: se mide {FREQUENCIES[indicator.frequency]}"
    )
    closes = f"{period(running)} cierra el {long_date(running.last_day)}"
    if indicator.computed_from:
        return Reply(
            f"{head}.\nNadie lo registra: sale de los casos. {capital(closes)}.",
            (*_cards([indicator]), BOARD),
        )
    waits = f"\nYa cerraron y faltan: {join([period(one) for one in missing[:MAX_DUE]])}." if missing else ""
    return Reply(
        f"{head}.\n{capital(closes)}; desde ese día se registra.{waits}", (*_cards([indicator]), BOARD)
    )


def formulas(indicators: Sequence[Indicator]) -> Reply:
    """What each measures, its formula as printed, and where its data come from."""
    blocks = [
        f"{bold(f'{one.number}. {tidy(one.name)}')}\n{esc(tidy(one.purpose))}\n<code>{esc(one.formula)}</code>\n"
        f"{_counted(one)}Se mide {FREQUENCIES[one.frequency]} · Origen: {esc(one.data_source or 'en blanco en la hoja')}"
        for one in indicators
    ]
    ways = [how(one) for one in indicators if one.computed_from and len(indicators) == 1]
    return Reply("🧮 " + "\n\n".join(blocks), (*ways, *_cards(indicators), BOARD), columns=2)


def _counted(indicator: Indicator) -> str:
    """What is above and below the line, where the desk counts it: some formulas of the sheet say nothing of it."""
    lines = [one for one in rules(indicator) if one.startswith(("Arriba", "Abajo"))]
    return "".join(f"{one}\n" for one in lines)


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
