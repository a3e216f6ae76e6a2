"""The answer to «carla o darío, quién resolvió más», «casos por mes»: a line each, and who leads."""

from collections.abc import Sequence
from datetime import date, timedelta

from itgov_bot.domain.days import Days
from itgov_bot.domain.summary import OF_NOW, Chosen, Figure, Narrowed, Share, Shares
from itgov_bot.records import dataclass
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.managers.summary.answers import chosen, hours, open_summary
from itgov_bot.wording.managers.summary.names import LABELS, days_name, list_data, of_when, part_name
from itgov_bot.wording.periods import number
from itgov_bot.wording.text import bold, capital, clip, esc, join, number_of, on_button

MAX_BUTTONS = 4


@dataclass(frozen=True)
class Measured:
    """So many cases and, where that is asked, how long they took, or how many stars they were given."""

    many: int
    is_kept: bool = True
    """False of days before the first case was kept."""
    took: timedelta | None = None
    stars: float | None = None


@dataclass(frozen=True)
class Side:
    """One of those that are set side by side."""

    days: Days
    narrowed: Narrowed
    named: Sequence[Share]
    measured: Measured

    def name(self, today: date) -> str:
        parts = " · ".join(clip(part_name(one), 60) for one in self.named)
        return parts or capital(days_name(self.days, today))

    @property
    def many(self) -> int:
        return self.measured.many


def beside(figure: Figure, sides: Sequence[Side], head: Sequence[Share], days: Days, today: date) -> Reply:
    """`head`: of which cases all of it is; `days`: of which days, where they are the same."""
    is_of_time = any(side.measured.took is not None for side in sides)
    of = [
        *(esc(clip(part_name(one), 60)) for one in head),
        "Tiempo de solución" if is_of_time else LABELS[figure],
    ]
    when = [of_when(figure, days, today)] if len({side.days for side in sides}) == 1 else []
    lines = [f"• {esc(side.name(today))}: {_told(side.measured, figure, is_of_time)}" for side in sides]
    return Reply(
        f"{bold(' · '.join([*of, *when]))}\n"
        + "\n".join([*lines, *_leads(sides, today), *_unlike(figure, sides, today)]),
        (*_lists(figure, sides, today), open_summary(days)),
    )


def by_site(shares: Shares, head: Sequence[Share], days: Days, today: date) -> Reply:
    """The sites that the places of the cases name, the one with most first; one case may name several."""
    of = [*(esc(clip(part_name(one), 60)) for one in head), f"{LABELS[shares.figure]} por sede"]
    lines = [f"• {esc(part_name(one))}: {bold(str(one.many))}" for one in shares.parts]
    unsaid = max(0, shares.total - sum(one.many for one in shares.parts))
    lines += [f"• sin sede escrita en el caso: {bold(str(unsaid))}"] if unsaid else []
    buttons = (
        Choice(on_button(f"{part_name(one)} ({one.many})"), list_data(Chosen(shares.figure, one.part), days))
        for one in shares.parts[: 0 if head else MAX_BUTTONS]
    )
    when = of_when(shares.figure, days, today)
    return Reply(
        "\n".join([f"{bold(' · '.join([*of, when]))}: {shares.total}", *lines]),
        (*buttons, open_summary(days)),
    )


def _told(of: Measured, figure: Figure, is_of_time: bool) -> str:
    if not of.is_kept:
        return "no lo sé: todavía no llevaba los casos"
    if of.took is not None:
        return f"{bold(hours(of.took))} (mediana de {number_of(of.many, 'caso', 'casos')})"
    if of.stars is not None:
        return (
            f"⭐ {bold(f'{number(of.stars)} de 5')} ({number_of(of.many, 'calificación', 'calificaciones')})"
        )
    if figure is Figure.RATED:
        return "sin calificaciones"
    return "ningún caso" if is_of_time else bold(str(of.many))


def _leads(sides: Sequence[Side], today: date) -> list[str]:
    """Who has more, is quicker or rated better; nothing where there is only one."""
    took = {at: -one.measured.took for at, one in enumerate(sides) if one.measured.took is not None}
    stars = {at: one.measured.stars for at, one in enumerate(sides) if one.measured.stars is not None}
    many = {at: one.many for at, one in enumerate(sides)}
    said, of = ("Más rápido", took) if took else ("Mejor calificación", stars) if stars else ("Más", many)
    if len(sides) < 2 or not all(side.measured.is_kept for side in sides):
        return []
    first = [sides[at] for at, one in of.items() if one == max(of.values())]
    if len(first) == len(sides):
        return ["Igual." if len(sides) == 2 else "Todos igual."]
    return [f"{said}: {bold(esc(join([side.name(today) for side in first])))}."]


def _unlike(figure: Figure, sides: Sequence[Side], today: date) -> list[str]:
    """That days which go on stand beside days that are over."""
    running = [one for one in sides if one.days.last > today]
    if figure in OF_NOW or not running or len(running) == len(sides):
        return []
    return [f"<i>Ojo: {esc(days_name(running[0].days, today))} va hasta hoy; lo demás está completo.</i>"]


def _lists(figure: Figure, sides: Sequence[Side], today: date) -> list[Choice]:
    """The cases of each, where a list has just these."""
    return [
        Choice(
            on_button(f"{side.name(today)} ({side.many})"),
            list_data(chosen(figure, side.narrowed), side.days),
        )
        for side in sides
        if side.many and len(side.narrowed.parts) < 2
    ][-MAX_BUTTONS:]
