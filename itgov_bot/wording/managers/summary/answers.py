"""The answer to «cuántos casos se abrieron este mes», «cuántos pendientes hay»."""

from collections.abc import Sequence
from datetime import date, timedelta

from itgov_bot.actions import Action
from itgov_bot.domain.days import Days
from itgov_bot.domain.summary import OF_NOW, Chosen, Figure, Narrowed, Share, Solved, Split, Typical
from itgov_bot.records import dataclass
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.managers.summary.names import (
    LABELS,
    age_name,
    days_before,
    days_name,
    list_data,
    part_name,
)
from itgov_bot.wording.managers.summary.screen import open_figure, ratings
from itgov_bot.wording.text import bold, capital, clip, esc, number_of, on_button

_COUNTED: dict[Figure, tuple[str, str]] = {
    Figure.RECEIVED: ("se recibió 1 caso", "se recibieron {} casos"),
    Figure.SOLVED: ("se resolvió 1 caso", "se resolvieron {} casos"),
    Figure.REOPENED: ("se reabrió 1 caso", "se reabrieron {} casos"),
    Figure.CANCELLED: ("se canceló 1 caso", "se cancelaron {} casos"),
    Figure.URGENT: ("se recibió 1 caso urgente", "se recibieron {} casos urgentes"),
    Figure.RATED: ("se calificó 1 caso", "se calificaron {} casos"),
    Figure.RATED_LOW: ("1 caso tuvo una calificación baja", "{} casos tuvieron una calificación baja"),
    Figure.BACKLOG: ("hay 1 caso pendiente", "hay {} casos pendientes"),
    Figure.OURS: ("hay 1 caso por atender", "hay {} casos por atender"),
    Figure.WAITING: ("1 caso espera al solicitante", "{} casos esperan al solicitante"),
    Figure.OVERDUE: ("hay 1 caso vencido", "hay {} casos vencidos"),
    Figure.URGENT_NOW: ("hay 1 caso urgente sin resolver", "hay {} casos urgentes sin resolver"),
}


MANY_HALVES = 48
"""Half hours: of more than a day and night of them nobody tells a half."""
MAX_PARTS = 3
"""Lists that are offered of a count."""


@dataclass(frozen=True)
class Within:
    """Of which days and which cases it is told; `named` are the parts as they are called."""

    days: Days
    today: date
    narrowed: Narrowed
    named: Sequence[Share] = ()

    @property
    def head(self) -> str:
        """A line of its own, where it is not of every case."""
        age = self.narrowed.age
        old = [f"abiertos {age_name(age).replace('de', 'hace', 1)}"] if age else []
        told = [*(esc(clip(part_name(one), 60)) for one in self.named), *old]
        return f"{bold(' · '.join(told))}\n" if told else ""

    @property
    def when(self) -> str:
        """«Hoy, …», «el viernes …», «esta semana (…)», «en octubre de 2026», «del 3 al 9 de noviembre»."""
        name = days_name(self.days, self.today)
        return f"en {name}" if self.days.months == 1 or self.days.is_year else name

    @property
    def then(self) -> str:
        return days_before(self.days, self.today, is_running=self.today <= self.days.last)


def so_many(figure: Figure, many: int) -> str:
    """«Se recibieron 3 casos»."""
    one, more = _COUNTED[figure]
    return one if many == 1 else more.format(bold(str(many)))


def counted(figure: Figure, many: int, before: int | None, within: Within) -> Reply:
    """`before`: how many there were in the days before; None for what stands as it is now, or where no case was kept."""
    said = so_many(figure, many)
    when = "ahora" if figure in OF_NOW else within.when
    compared = f" ({within.then}: {before})" if before is not None else ""
    return Reply(
        f"{within.head}{capital(when)} {said}{compared}.",
        (*_open(figure, many, within), open_summary(within.days)),
    )


def rated(now: Solved, before: Solved, within: Within) -> Reply:
    """How people rated what was solved; the low ratings first, where there are any."""
    figure, many = (Figure.RATED_LOW, now.low) if now.low else (Figure.RATED, now.rated)
    compared = f"\n<i>Entre paréntesis, {within.then}</i>" if before.rated and now.rated else ""
    told = f"{capital(within.when)}, así calificaron los usuarios:\n{ratings(now, before)}{compared}"
    return Reply(f"{within.head}{told}", (*_open(figure, many, within), open_summary(within.days)))


def took(typical: Typical, within: Within) -> Reply:
    """How long it took to solve, in working hours."""
    when, buttons = (
        capital(within.when),
        (*_open(Figure.SOLVED, typical.many, within), open_summary(within.days)),
    )
    if typical.median is None:
        return Reply(f"{within.head}{when} no se resolvió ningún caso: no hay tiempo que medir.", buttons)
    of = f"los últimos {typical.many} casos resueltos" if typical.is_some else f"{_solved(typical.many)}"
    return Reply(
        f"{within.head}{when}, resolver un caso tomó normalmente {bold(hours(typical.median))} de horario hábil "
        f"(la mediana de {of}).\n<i>Se cuenta el horario de atención, desde que se abre hasta que se resuelve, con las "
        "esperas.</i>",
        buttons,
    )


def not_counted(days: Days) -> Reply:
    """What is not known is said, and never another number."""
    nearest = (
        ("Recibidos por servicio", Figure.RECEIVED, Split.SERVICE),
        ("Pendientes por dependencia", Figure.BACKLOG, Split.OFFICE),
        ("Resueltos por agente", Figure.SOLVED, Split.AGENT),
    )
    return Reply(
        "Eso no lo llevo. Sí llevo los casos recibidos, resueltos, pendientes, reabiertos y cancelados, sus notas y cuánto "
        "tardan: por días, servicio, dependencia, agente o canal.",
        (
            *(
                Choice(label, Action.SUMMARY.data(days.code, "by", figure, by))
                for label, figure, by in nearest
            ),
            Choice("Pendientes por antigüedad", Action.SUMMARY.data(days.code, "ages")),
            open_summary(days),
        ),
    )


def _open(figure: Figure, many: int, within: Within) -> tuple[Choice, ...]:
    """The cases behind the number, where a list has just these."""
    narrowed, days = within.narrowed, within.days
    if not many:
        return ()
    if narrowed == Narrowed():
        return (open_figure(days.code, figure, many),)
    if len(narrowed.parts) < 2:
        return (Choice(on_button(f"{LABELS[figure]} ({many})"), list_data(chosen(figure, narrowed), days)),)
    if len({one.by for one in narrowed.parts}) > 1:  # all of them at once, which no list has
        return ()
    each = [Chosen(figure, part, old=narrowed.age) for part in narrowed.parts[:MAX_PARTS]]
    return tuple(
        Choice(on_button(f"{LABELS[figure]}: {part_name(share)}"), list_data(one, days))
        for one, share in zip(each, within.named, strict=False)
    )


def chosen(figure: Figure, narrowed: Narrowed) -> Chosen:
    """What opens a figure that is narrowed to one part at most."""
    part = narrowed.parts[0] if narrowed.parts else None
    return Chosen(figure, part, old=narrowed.age)


def open_summary(days: Days) -> Choice:
    """Back to all of those days."""
    return Choice("Ver el resumen", Action.SUMMARY.data(days.code))


def _solved(many: int) -> str:
    return number_of(many, "caso resuelto", "casos resueltos")


def hours(took: timedelta) -> str:
    """«45 minutos», «30 horas»: a working day is no 24 hours."""
    minutes = round(took.total_seconds() / 60)
    if minutes < 120:
        return number_of(minutes, "minuto", "minutos", none="menos de un minuto")
    halves = round(minutes / 30)
    is_half = halves % 2 and halves < MANY_HALVES
    return f"{halves // 2} horas y media" if is_half else f"{round(minutes / 60)} horas"
