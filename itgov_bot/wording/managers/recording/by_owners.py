"""What an owner reads who asks in words: what cannot be done, until when, how a value is seen, whose one is."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from itgov_bot.actions import Action
from itgov_bot.domain.agreements import RecordingRules
from itgov_bot.domain.indicators import ComputedFrom, Indicator, Period, Reading
from itgov_bot.replies import Chart, Choice, Reply
from itgov_bot.understanding.inside.owners import OwnerSays
from itgov_bot.wording.forms import which_is_meant
from itgov_bot.wording.managers.recording.pieces import (
    MINE,
    came_to,
    correct_it,
    log,
    record,
    title,
    who_mends,
)
from itgov_bot.wording.periods import period
from itgov_bot.wording.text import bold, esc, join, long_date, number_of

_LABELS: Mapping[OwnerSays, str] = {
    OwnerSays.REGISTER: "Registrar un avance",
    OwnerSays.READING: "Registrar un avance",
    OwnerSays.CORRECT: "Corregir lo registrado",
    OwnerSays.ERASE: "Borrar lo registrado",
    OwnerSays.EVIDENCE: "Agregar un soporte",
    OwnerSays.BACKING: "Ver lo registrado",
    OwnerSays.MINE: "Cómo van los míos",
    OwnerSays.MISSING: "Qué me falta",
    OwnerSays.SAVED: "Si quedó guardado",
    OwnerSays.DUE: "Hasta cuándo hay plazo",
    OwnerSays.CHART: "Verlo en gráfica",
    OwnerSays.DOUBTED: "Un valor que no cuadra",
    OwnerSays.WHO: "De quién es",
    OwnerSays.HANDOVER: "Que lo registre otra persona",
    OwnerSays.PLAN_DONE: "Marcar algo del plan",
    OwnerSays.PLAN_MOVE: "Cambiar un día del plan",
    OwnerSays.PLAN_ADD: "Agregar al plan",
    OwnerSays.PLAN_SHOW: "Ver el plan",
    OwnerSays.PLAN_DROP: "Quitar del plan",
}
EVIDENCE_ADDED = "Se agrega el soporte"
"""The reason of a correction that changes nothing else."""


def ask(text: str, says: Sequence[OwnerSays]) -> Reply:
    """`says`: what the words are likeliest."""
    labels: dict[str, OwnerSays] = {}
    for one in says:
        labels.setdefault(_LABELS[one], one)
    return which_is_meant(
        text, [Choice(label, Action.RECORD.data("is", one)) for label, one in labels.items()]
    )


def not_erased(reading: Reading, indicator: Indicator) -> Reply:
    return Reply(
        f"Lo registrado no se borra: queda en la historia. Si {title(indicator, reading.period)} no va en "
        f"{came_to(reading, indicator)}, corríjalo con su motivo; si no hubo nada que medir, dígalo al corregir y queda "
        "«sin datos».",
        (correct_it(indicator, reading.period), MINE),
    )


def this_one_first(indicator: Indicator, of: Period | None = None, advance: str = "") -> Reply:
    """Another one is told in the middle of a recording."""
    told = f": {bold(esc(advance))}" if advance else ""
    return Reply(
        f"📌 Eso es de {title(indicator, of)}{told}. No lo anoté en este: lo registramos apenas termine."
    )


def handed_over(offices: Sequence[str], shown: Sequence[Indicator]) -> Reply:
    """How an office goes to somebody else: nothing changes by saying it."""
    lines = "\n".join(f"• {title(one)}" for one in shown)
    return Reply(
        f"El cargo que los registra ({esc(join(offices))}) está a su nombre:\n{lines}\nPara que los registre otra persona, "
        "un administrador le da el cargo con <code>/rol dar responsable @usuario</code>, y le quita el suyo con <code>/rol "
        "quitar responsable</code>. Mientras tanto los recordatorios le llegan a usted.",
        (MINE,),
    )


def not_recorded(indicator: Indicator, of: Period, last: Reading | None) -> Reply:
    """They say that they did: what is there, and what is not."""
    before = f" Lo último es de {period(last.period)}: {came_to(last, indicator)}." if last else ""
    return Reply(
        f"🕳 De {title(indicator, of)} no me ha llegado nada.{before} Si lo tiene a la mano, regístrelo aquí.",
        (record(indicator, of), MINE),
    )


def due(own: Sequence[tuple[Indicator, Sequence[Period], Period]], rules: RecordingRules) -> Reply:
    """Of each that is recorded by hand: the periods that are missing, and the one that goes on."""
    lines = [_due_line(*one) for one in own]
    buttons = [record(one, missing[0]) for one, missing, _ in own[:4] if missing]
    again, told = (
        number_of(days, "día hábil", "días hábiles")
        for days in (rules.again_after_days, rules.tell_after_days)
    )
    return Reply(
        "🗓 Cada avance se registra cuando su período termina:\n"
        + "\n".join(lines)
        + f"\n\nNo hay fecha que lo cierre: se lo recuerdo el primer día hábil, otra vez a los {again}, y a los {told} se "
        "les cuenta a los gerentes.",
        (*buttons, MINE),
    )


def _due_line(indicator: Indicator, missing: Sequence[Period], present: Period) -> str:
    open_one = f"falta {bold(period(missing[0]))}; " if missing else ""
    begins = long_date(present.last_day + timedelta(days=1))
    return f"• {title(indicator)}: {open_one}{period(present)} se registra desde el {begins}"


def seen(indicator: Indicator, chart: Chart | None) -> Reply:
    if chart is None:
        return Reply(f"{title(indicator)}\nTodavía no hay datos para una gráfica.", (MINE,))
    return Reply(title(indicator), (log(indicator), MINE), chart=chart)


def is_counted(indicator: Indicator, computed_from: ComputedFrom, last: Reading | None) -> Reply:
    """How a computed value comes about, and who may mend what it is made of."""
    value = f"{period(last.period).capitalize()}: {came_to(last, indicator)}. " if last else ""
    return Reply(
        f"{title(indicator)}\n{value}Se calcula solo: <code>{esc(indicator.formula)}</code>. "
        f"{who_mends(computed_from)}",
        (MINE,),
    )
