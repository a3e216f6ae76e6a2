"""The plans of indicators in words: their rows, ticking them off, adding and taking away."""

from collections.abc import Sequence
from datetime import date

from itgov_bot.actions import Action
from itgov_bot.domain.indicators import Indicator, Period
from itgov_bot.domain.indicators.plan import MAX_TEXT, PlanItem, counted
from itgov_bot.replies import MAX_CHOICES, Choice, Reply
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.managers.recording.pieces import named, title
from itgov_bot.wording.names import name_of
from itgov_bot.wording.periods import percent, period, within_year
from itgov_bot.wording.text import MONTHS, bold, clip, esc, number_of, on_button

PAGE = 6
"""Rows of a plan that are shown at once: each may have its button."""
ROWS_TOLD = 15
ALL = Choice("🗓 Los planes", Action.PLAN.data("list"))


def _see(indicator: Indicator, of: Period, label: str, page: int = 1) -> Choice:
    return Choice(on_button(label), Action.PLAN.data("see", indicator.number, of, page))


def _day(day: date) -> str:
    return f"{day.day} de {MONTHS[day.month - 1][:3]}."


def overview(found: Sequence[tuple[Indicator, Period, Sequence[PlanItem]]], today: date) -> Reply:
    """Every plan there may be, in its present period."""
    lines = [f"• {title(one, of)}: {_progress(items, today)}" for one, of, items in found]
    return Reply(
        f"🗓 {bold('Planes')}\nDe lo marcado aquí se calculan sus indicadores. Un período sin plan lo registra a mano su "
        "responsable.\n\n" + "\n".join(lines),
        tuple(_see(one, of, named(one)) for one, of, _ in found[:MAX_CHOICES]),
    )


def _progress(items: Sequence[PlanItem], today: date) -> str:
    """While the period goes on what is not due is no debt; when it is over its end alone counts."""
    count = counted(items)
    if count.percent is None:
        return "sin plan"
    done = f"{count.numerator:.0f} de {count.denominator:.0f}"
    if items[0].period.last_day < today:
        return f"{done} dentro del período ({percent(count.percent)})"
    overdue = sum(one.is_overdue(today) for one in items)
    return f"{done} hechas, {overdue or 'ninguna'} {'vencida' if overdue < 2 else 'vencidas'}"


def plan(
    indicator: Indicator, of: Period, items: Sequence[PlanItem], page: int, today: date, *, may_edit: bool
) -> Reply:
    """What is still to be done comes first, by its day."""
    ordered = sorted(items, key=lambda one: (one.done_on is not None, one.due, one.id))
    page = max(1, min(page, -(-len(ordered) // PAGE)))
    shown = ordered[(page - 1) * PAGE : page * PAGE]
    first = (page - 1) * PAGE + 1
    lines = [f"{number}. {_row(one, today)}" for number, one in enumerate(shown, first)]
    text = "\n".join(lines) or f"No hay plan para este período: cada fila es un {indicator.plan}."
    ticks = [
        Choice(on_button(f"☑ {number}. {one.text}"), Action.PLAN.data("tick", one.id))
        for number, one in enumerate(shown, first)
        if one.done_on is None
    ]
    more = [_see(indicator, of, "Más ▸", page + 1)] if page * PAGE < len(ordered) else []
    return Reply(
        f"🗓 {title(indicator, of)}\n{_progress(items, today)}\n\n{text}",
        (
            *ticks,
            *more,
            _see(indicator, of.previous(), f"◂ {period(of.previous())}"),
            *_edits(indicator, of, may_edit, bool(items)),
        ),
    )


def _edits(indicator: Indicator, of: Period, may_edit: bool, has_rows: bool) -> list[Choice]:
    if not may_edit:
        return []
    adding = Choice("➕ Agregar filas", Action.PLAN.data("add", indicator.number, of))
    taking = Choice("Quitar una fila", Action.PLAN.data("rows", indicator.number, of))
    return [adding, taking] if has_rows else [adding]


def _row(one: PlanItem, today: date) -> str:
    text = esc(clip(one.text, MAX_TEXT))
    if one.done_on is None:
        return f"{'🔴' if one.is_overdue(today) else '⬜'} {text} · para el {_day(one.due)}"
    by = f" por {esc(name_of(one.done_by))}" if one.done_by else ""
    return f"✅ {text} · hecho el {_day(one.done_on)}{by}{_against(one, one.done_on)}"


def _against(one: PlanItem, done: date) -> str:
    """Its day, where it was done after it; it counts as long as its period lasts."""
    if not one.is_in_time:
        return ", fuera del período: no cuenta"
    return f", dentro del período (vencía el {_day(one.due)})" if done > one.due else ""


def ticked(indicator: Indicator, one: PlanItem, items: Sequence[PlanItem], today: date) -> Reply:
    against = _against(one, one.done_on) if one.done_on else ""
    return Reply(
        f"✅ Hecho{against}: {esc(clip(one.text, MAX_TEXT))}\n{title(indicator, one.period)}: {_progress(items, today)}",
        (
            Choice("Deshacer", Action.PLAN.data("undo", one.id)),
            _see(indicator, one.period, "Ver el plan"),
        ),
    )


def in_time(one: PlanItem) -> Reply:
    """Ticked when its period is over: it counts only if it was done before."""
    return Reply(
        f"{period(one.period).capitalize()} ya terminó. ¿«{esc(clip(one.text, MAX_TEXT))}» se hizo antes de que terminara? "
        "Si se hizo después queda escrito, y no cuenta para ese período.",
        (
            Choice("Sí, antes", Action.PLAN.data("timely", one.id), "yes"),
            Choice("No, después", Action.PLAN.data("late", one.id), "no"),
        ),
    )


def already(one: PlanItem) -> Reply:
    by = f": {esc(name_of(one.done_by))}, el {_day(one.done_on)}" if one.done_by and one.done_on else ""
    return Reply(f"«{esc(clip(one.text, MAX_TEXT))}» ya estaba marcado{by}.", (ALL,))


def not_done_after_all(indicator: Indicator, one: PlanItem) -> Reply:
    return Reply(
        f"⬜ Quedó otra vez por hacer: {esc(clip(one.text, MAX_TEXT))}",
        (_see(indicator, one.period, "Ver el plan"),),
    )


def gone() -> Reply:
    return Reply("Esa fila ya no está en el plan.", (ALL,))


def no_such_plan(asked: str, plans: Sequence[Indicator]) -> Reply:
    known = ", ".join(f"<code>/plan {one.number}</code> ({esc(one.plan or '')})" for one in plans)
    return Reply(f"No conozco el plan «{esc(clip(asked, 40))}». Los que hay: {known}.", (ALL,))


def no_plans() -> Reply:
    return Reply(
        "Ningún indicador se lleva con un plan. Se declara en <code>indicators.yaml</code>, con <code>plan</code>."
    )


def not_yours(indicator: Indicator) -> Reply:
    return Reply(
        f"Las filas de este plan las pone su responsable ({esc(indicator.owner)}) o un administrador. Marcarlas sí puede."
    )


def in_private() -> Reply:
    return Reply("Las filas se agregan en privado: escríbame /plan allá.")


def which_to_drop(indicator: Indicator, of: Period, items: Sequence[PlanItem]) -> Reply:
    shown = items[: MAX_CHOICES - 1]
    return Reply(
        f"¿Cuál fila se quita de {title(indicator, of)}?",
        (
            *(Choice(on_button(f"✖ {one.text}"), Action.PLAN.data("off", one.id)) for one in shown),
            _see(indicator, of, "Ninguna"),
        ),
    )


def dropped(indicator: Indicator, one: PlanItem) -> Reply:
    return Reply(
        f"Listo, quité «{esc(clip(one.text, MAX_TEXT))}» del plan.",
        (_see(indicator, one.period, "Ver el plan"),),
    )


# Adding rows


def ask_rows(indicator: Indicator, of: Period) -> Reply:
    return Reply(
        f"➕ {title(indicator, of)}\nEscriba las filas, una por línea o una por mensaje, con su fecha: <i>15 de noviembre: "
        f"impresoras de Hacienda</i>. La que no tenga fecha vale para todo el período (hasta el {_day(of.last_day)})."
    )


def so_far(rows: Sequence[tuple[str, date]]) -> Reply:
    """A question is no row."""
    many = number_of(len(rows), "fila escrita", "filas escritas", none="Todavía ninguna fila escrita")
    return Reply(f"Eso no lo anoté como fila. {many}.")


def taken_out(row: str) -> Reply:
    return Reply(f"Quité «{esc(clip(row, 60))}».")


def no_such_row(asked: str) -> Reply:
    return Reply(f"Ninguna de estas filas es «{esc(clip(asked, 60))}».")


def which_row(verb: str, items: Sequence[PlanItem]) -> Reply:
    """`verb`: of its button."""
    shown = items[: MAX_CHOICES - 1]
    return Reply(
        "¿Cuál de estas filas?",
        (*(Choice(on_button(one.text), Action.PLAN.data(verb, one.id)) for one in shown), ALL),
    )


def no_row_named(asked: str) -> Reply:
    return Reply(f"Ninguna fila de los planes se llama como «{esc(clip(asked, 60))}»: búsquela aquí.")


def move_which(found: Sequence[tuple[Indicator, PlanItem]], *, has_day: bool) -> Reply:
    """What is missing to move one: which row, or to what day."""
    named = " · ".join(esc(clip(item.text, 60)) for _, item in found[:MAX_CHOICES])
    if not found:
        return Reply(
            "No reconozco cuál fila del plan es. Dígalo con sus palabras y el día: «corra lo de Manga para el 20».",
            (ALL,),
        )
    if not has_day:
        return Reply(
            f"¿Para qué día queda {named}? Dígalo en una frase: «córrala para el 20 de diciembre».", (ALL,)
        )
    return Reply(f"¿Cuál de estas se corre? {named}. Dígalo con más palabras de esa fila, y el día.", (ALL,))


def moved(indicator: Indicator, one: PlanItem, due: date) -> Reply:
    of = Period.of(indicator.frequency, due)
    elsewhere = "" if of == one.period else f" Pasa al plan de {period(of)}."
    return Reply(
        f"🗓 Quedó para el {_day(due)} (era el {_day(one.due)}): {esc(clip(one.text, MAX_TEXT))}.{elsewhere}",
        (_see(indicator, of, "Ver el plan"),),
    )


def too_long(text: str) -> Reply:
    return Reply(
        f"«{esc(clip(text, 60))}» es muy larga: {MAX_TEXT} letras por fila. Escríbalas otra vez, por favor."
    )


def no_such_day() -> Reply:
    return Reply("Hay una fecha que no existe en el calendario. Escriba las filas otra vez, por favor.")


def confirm_rows(
    indicator: Indicator,
    of: Period,
    rows: Sequence[tuple[str, date]],
    today: date,
    choice: MakeChoice,
) -> Reply:
    told = [
        f"• {esc(clip(text, MAX_TEXT))} · {_day(due)}{_elsewhere(indicator, of, due)}" for text, due in rows
    ]
    more = [f"…y {len(rows) - ROWS_TOLD} más."] if len(rows) > ROWS_TOLD else []
    over = any(Period.of(indicator.frequency, due).last_day < today for _, due in rows)
    warning = (
        "\n⚠️ Hay filas de un período que ya terminó: cambian su valor, si no se registró a mano."
        if over
        else ""
    )
    count = number_of(len(rows), "fila", "filas")
    return Reply(
        "\n".join([f"➕ {title(indicator, of)}", *told[:ROWS_TOLD], *more])
        + f"{warning}\n\n¿Agrego {count}? Si falta alguna, escríbala.",
        (
            choice("Sí, agregar", "yes", "yes"),
            choice("Escribirlas otra vez", "again"),
            choice("Dejarlo", "drop", "no"),
        ),
    )


def _elsewhere(indicator: Indicator, of: Period, due: date) -> str:
    """The period of a row that is not in the one that is looked at."""
    own = Period.of(indicator.frequency, due)
    return (
        "" if own == of else f" ({within_year(own)} {own.year})" if own.kind != "year" else f" ({own.year})"
    )


def added(indicator: Indicator, of: Period, count: int) -> Reply:
    rows = number_of(count, "fila agregada", "filas agregadas")
    return Reply(
        f"✅ {rows}. Quien atiende la mesa las marca en /plan al hacerlas.",
        (_see(indicator, of, "Ver el plan"),),
    )
