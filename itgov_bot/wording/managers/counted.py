"""What stands behind a computed value, in words: its cases, what changed after it closed, and what the card says of it."""

from collections.abc import Sequence
from datetime import datetime

from itgov_bot.actions import Action
from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.indicators import NONE_DUE, ComputedFrom, Count, Indicator, Period, Reading
from itgov_bot.domain.indicators.behind import Behind, CasesBehind, Detail
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.managers.indicators import BOARD, data, out_of, tidy
from itgov_bot.wording.managers.reading_rules import STRETCHES, how
from itgov_bot.wording.periods import number, percent, period
from itgov_bot.wording.text import bold, duration, esc, long_date

ACCEPTED = "cambiaron los casos después del cierre"
"""The reason that stays written where a manager accepts what changed."""
_SHOWN_LATE = 8
_CHANGES_TOLD = 3
_ABOVE_AND_BELOW, _ABOVE, _BELOW = "✅", "➕", "▫️"
_SOLVED_OR_NOT = (
    f"{_ABOVE_AND_BELOW} llegó y se resolvió en él · {_ABOVE} se resolvió en él, llegó antes · "
    f"{_BELOW} llegó en él y no se resolvió en él"
)
_LEGENDS: dict[ComputedFrom, str] = {
    "requests": _SOLVED_OR_NOT,
    "software": _SOLVED_OR_NOT,
    "hardware": _SOLVED_OR_NOT,
    "remote": f"{_ABOVE_AND_BELOW} a distancia · {_BELOW} en sitio",
    "ratings": f"{_ABOVE_AND_BELOW} 4 o 5 · {_BELOW} de 1 a 3",
    "outages": "Cada caída con el tiempo que quita; donde dos coinciden, se quita una sola vez.",
}


def listing(behind: CasesBehind, calendar: WorkCalendar) -> Reply:
    """The cases of a value as it is counted now: first those that lower it."""
    indicator, of = behind.indicator, behind.period
    head = (
        bold(f"🔎 {indicator.number} · {tidy(indicator.name)}, {period(of)}")
        + f": {_counted(indicator, behind.count)}"
    )
    page = f" (página {behind.page} de {behind.pages})" if behind.pages > 1 else ""
    if not behind.cases:
        return Reply(f"{head}\nNo hay casos que contar.", _listing_choices(behind))
    legend = f"<i>{_LEGENDS[indicator.computed_from]}</i>" if indicator.computed_from else ""
    lines = [_line(one, indicator, calendar) for one in behind.cases]
    return Reply("\n".join([head + page, legend, *lines]), _listing_choices(behind), columns=2)


def _line(one: Behind, indicator: Indicator, calendar: WorkCalendar) -> str:
    ticket = one.ticket
    mark = _ABOVE_AND_BELOW if one.above and one.below else _ABOVE if one.above else _BELOW
    if one.down is not None:
        return f"📣 {bold(ticket.number)} · {duration(one.down)}"
    told = f"llegó el {_day(ticket.opened_at, calendar)}"
    if ticket.resolved_at:
        told += f", resuelto el {_day(ticket.resolved_at, calendar)}"
    stars = f" · {'⭐' * (ticket.rating or 0)}" if indicator.computed_from == "ratings" else ""
    return f"{mark} {bold(ticket.number)}{stars} · {told}"


def _day(at: datetime, calendar: WorkCalendar) -> str:
    return long_date(calendar.local(at).date())


def _listing_choices(behind: CasesBehind) -> tuple[Choice, ...]:
    key, page = (behind.indicator.number, behind.period), behind.page
    looks = [Choice(one.ticket.number, Action.LOOK.data(one.ticket.number)) for one in behind.cases]
    before = [Choice("◂ Anteriores", _cases(*key, page - 1))] if page > 1 else []
    after = [Choice("Siguientes ▸", _cases(*key, page + 1))] if page < behind.pages else []
    return (*looks, *before, *after, how(behind.indicator), _back(*key))


def changed(
    indicator: Indicator, reading: Reading, history: Sequence[Reading], calendar: WorkCalendar
) -> Reply:
    """A closed value beside what it would be today, with a press to accept it."""
    of, recount = reading.period, reading.recount
    head = bold(f"✏️ {indicator.number} · {tidy(indicator.name)}, {period(of)}")
    before = [f"• {_kept(indicator, one, calendar)}" for one in history]
    if recount is None:
        return Reply(
            "\n".join([head, "No hay cambios por aceptar.", *before]), (_back(indicator.number, of),)
        )
    now = f"Después del cierre cambió algo de lo que cuenta. Hoy sería: {bold(_counted(indicator, recount))}."
    ask = (
        "Todavía nadie lo ha aceptado. Si está de acuerdo, acéptelo: lo anterior no se borra, y queda escrito quién lo "
        "aceptó y cuándo."
        if recount.percent is not None
        else "Como hoy no habría nada que contar, el valor cerrado se conserva."
    )
    accept = [_accept(indicator.number, of, recount)] if recount.percent is not None else []
    see = Choice("🔎 Ver los casos", _cases(indicator.number, of))
    return Reply(
        "\n".join([head, "Quedó así:", *before, now, ask]), (*accept, see, _back(indicator.number, of))
    )


def _kept(indicator: Indicator, reading: Reading, calendar: WorkCalendar) -> str:
    by = f" por {esc(reading.recorded_by)}" if reading.recorded_by else ""
    when = f", el {_day(reading.recorded_at, calendar)}" if reading.recorded_at else ""
    reason = f" ({esc(reading.reason)})" if reading.reason else ""
    return f"{value(indicator, reading)}{when}{by}{reason}"


def _accept(indicator: int, of: Period, recount: Count) -> Choice:
    seen = Action.COUNTED.data("ok", indicator, of, recount.numerator, recount.denominator)
    return Choice(f"Aceptar {percent(recount.percent or 0)}", seen, answers="yes")


def accepted(indicator: Indicator, reading: Reading) -> Reply:
    told = f"👍 Listo: el indicador {indicator.number} de {period(reading.period)} quedó en {value(indicator, reading)}."
    others = Choice("✏️ Otros cambios", Action.COUNTED.data("late"))
    return Reply(
        f"{told} Lo anterior sigue en su historia.", (others, _back(indicator.number, reading.period), BOARD)
    )


def late(found: Sequence[tuple[Indicator, Reading]], *, is_which: bool = False) -> Reply:
    """All closed values that would be others today; `is_which`: which one is accepted is asked."""
    if not found:
        return Reply("👍 Ningún valor cerrado ha cambiado.", (BOARD,))
    lines = [
        f"• {one.number}. {tidy(one.name)}, {period(reading.period)}: {value(one, reading)}; hoy sería "
        f"{_counted(one, reading.recount) if reading.recount else ''}"
        for one, reading in found[:_SHOWN_LATE]
    ]
    choices = [_see_change(one, reading) for one, reading in found[:_SHOWN_LATE]]
    more = [f"…y {len(found) - _SHOWN_LATE} más."] if len(found) > _SHOWN_LATE else []
    head = (
        "✏️ ¿Cuál acepto? Dígame, por ejemplo, «la del 8», o «todas»"
        if is_which
        else "✏️ Cambiaron después del cierre"
    )
    return Reply("\n".join([bold(head), *lines, *more]), (*choices, BOARD))


def left_as_it_was() -> Reply:
    return Reply(
        "De acuerdo: el valor cerrado queda como estaba. Si después lo quiere aceptar, dígame «qué hay por aceptar».",
        (BOARD,),
    )


# What the card of an indicator says of its last value, and the buttons beside it


def notes(indicator: Indicator, reading: Reading, shown: Sequence[Reading], detail: Detail) -> list[str]:
    """Of the last value that its period goes on, and what one over 100 % leaves to say; of all what changed since."""
    of, lines = period(reading.period), []
    if reading.is_open:
        none_due = ", ninguna fila vencida" if NONE_DUE in reading.flags else ""
        lines.append(f"⏳ {of} va en curso: {value(indicator, reading)} hasta ahora{none_due}.")
    for one in [one for one in shown if one.recount][-_CHANGES_TOLD:]:
        recount = _counted(indicator, one.recount) if one.recount else ""
        lines.append(f"✏️ Después de cerrar {period(one.period)} cambió lo que cuenta: hoy sería {recount}.")
    if detail.cohort and detail.cohort.percent is not None:
        solved = f"{number(detail.cohort.numerator)} de {number(detail.cohort.denominator)}"
        stretch = STRETCHES[indicator.frequency]
        left = f" {unsolved(detail.backlog, is_past=not reading.is_open)}"
        share = percent(detail.cohort.percent)
        there = "está resuelto" if detail.cohort.numerator == 1 else "están resueltos"
        lines.append(f"De lo que llegó en el {stretch} ya {there} {solved} ({share}).{left}")
    return lines


def choices(indicator: Indicator, reading: Reading | None, shown: Sequence[Reading]) -> tuple[Choice, ...]:
    """The cases of the last value, how it is counted, and the last one that changed; none of what is not computed."""
    if indicator.computed_from is None:
        return ()
    changes = [_see_change(indicator, one) for one in shown if one.is_changed][-1:]
    if reading is None or reading.source != "computed":
        return (*changes, how(indicator))
    return (*changes, Choice("🔎 Sus casos", _cases(indicator.number, reading.period)), how(indicator))


def _see_change(indicator: Indicator, reading: Reading) -> Choice:
    return Choice(
        f"✏️ Cambió {indicator.number}, {period(reading.period)}",
        Action.COUNTED.data("late", indicator.number, reading.period),
    )


def value(indicator: Indicator, reading: Reading) -> str:
    count = out_of(indicator, reading)
    return f"{percent(reading.value)} ({count})" if count else percent(reading.value)


def _counted(indicator: Indicator, count: Count) -> str:
    if count.percent is None:
        return "sin datos (no es lo mismo que 0 %)"
    return f"{percent(count.percent)} ({out_of(indicator, count)})"


def unsolved(many: int | None, *, is_past: bool) -> str:
    """«Al final quedaba 1 por resolver», «Ahora hay 3 por resolver»."""
    if not many:
        return (
            "Al final no quedaba ninguno por resolver." if is_past else "Ahora no hay ninguno por resolver."
        )
    verb = "hay" if not is_past else "quedaba" if many == 1 else "quedaban"
    return f"{'Al final' if is_past else 'Ahora'} {verb} {many} por resolver."


def _cases(indicator: int, of: Period, page: int = 1) -> str:
    return Action.COUNTED.data("cases", indicator, of, page)


def _back(indicator: int, of: Period) -> Choice:
    return Choice(f"📈 Indicador {indicator}", data(indicator, Stretch.of_year(of.year)))
