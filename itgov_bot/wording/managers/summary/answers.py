"""The answer to «cuántos casos se abrieron este mes», «cuántos pendientes hay»."""

from datetime import date

from itgov_bot.actions import Action
from itgov_bot.domain.summary import Days, Figure, Solved
from itgov_bot.messages import Choice, Reply
from itgov_bot.wording.managers.summary.names import days_before, days_name
from itgov_bot.wording.managers.summary.screen import open_figure, ratings
from itgov_bot.wording.text import bold, capital

_COUNTED: dict[Figure, tuple[str, str]] = {
    Figure.RECEIVED: ("se recibió 1 caso", "se recibieron {} casos"),
    Figure.SOLVED: ("se resolvió 1 caso", "se resolvieron {} casos"),
    Figure.REOPENED: ("se reabrió 1 caso", "se reabrieron {} casos"),
    Figure.URGENT: ("se recibió 1 caso urgente", "se recibieron {} casos urgentes"),
    Figure.RATED: ("se calificó 1 caso", "se calificaron {} casos"),
    Figure.RATED_LOW: ("1 caso tuvo una calificación baja", "{} casos tuvieron una calificación baja"),
    Figure.BACKLOG: ("hay 1 caso pendiente", "hay {} casos pendientes"),
    Figure.OURS: ("hay 1 caso por atender", "hay {} casos por atender"),
    Figure.WAITING: ("1 caso espera al solicitante", "{} casos esperan al solicitante"),
    Figure.OVERDUE: ("hay 1 caso vencido", "hay {} casos vencidos"),
    Figure.URGENT_NOW: ("hay 1 caso urgente sin resolver", "hay {} casos urgentes sin resolver"),
}


def counted(figure: Figure, many: int, before: int | None, days: Days, today: date) -> Reply:
    """`before`: how many there were in the days before; None for what is counted as it stands now."""
    one, more = _COUNTED[figure]
    said = one if many == 1 else more.format(bold(str(many)))
    when = "ahora" if before is None else _within(days, today)
    then = days_before(days, today, is_running=today <= days.last)
    compared = f" ({then}: {before})" if before is not None else ""
    open_them = (open_figure(days.code, figure, many),) if many else ()
    return Reply(
        f"{capital(when)} {said}{compared}.",
        (*open_them, Choice("Ver el resumen", Action.SUMMARY.data(days.code))),
    )


def rated(now: Solved, before: Solved, days: Days, today: date) -> Reply:
    """How people rated what was solved; the low ratings first, where there are any."""
    figure, many = (Figure.RATED_LOW, now.low) if now.low else (Figure.RATED, now.rated)
    then = days_before(days, today, is_running=today <= days.last)
    compared = f"\n<i>Entre paréntesis, {then}</i>" if before.rated and now.rated else ""
    return Reply(
        f"{capital(_within(days, today))}, así calificaron los usuarios:\n{ratings(now, before)}{compared}",
        (
            *((open_figure(days.code, figure, many),) if many else ()),
            Choice("Ver el resumen", Action.SUMMARY.data(days.code)),
        ),
    )


def _within(days: Days, today: date) -> str:
    """«Hoy, …», «el viernes …», «esta semana (…)», «en octubre de 2026», «del 3 al 9 de noviembre»."""
    name = days_name(days, today)
    return f"en {name}" if days.months == 1 else name
