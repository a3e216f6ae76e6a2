"""The answer to «carla o darío, quién resolvió más», «casos por mes»: a line each, and who leads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from itgov_bot.domain.days import Days
from itgov_bot.domain.summary import Figure, Narrowed, Share
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.managers.summary.answers import chosen, hours, open_summary
from itgov_bot.wording.managers.summary.names import LABELS, days_name, list_data, of_when, part_name
from itgov_bot.wording.text import bold, capital, clip, esc, join, number_of, on_button

MAX_BUTTONS = 4


@dataclass(frozen=True)
class Side:
    """One of those that are set side by side: its number of cases and, where that is asked, how long they took."""

    days: Days
    narrowed: Narrowed
    named: Sequence[Share]
    many: int
    took: timedelta | None = None

    def name(self, today: date) -> str:
        parts = " · ".join(clip(part_name(one), 60) for one in self.named)
        return parts or capital(days_name(self.days, today))


def beside(figure: Figure, sides: Sequence[Side], head: Sequence[Share], days: Days, today: date) -> Reply:
    """`head`: of which cases all of it is; `days`: of which days, where they are the same."""
    is_of_time = any(side.took is not None for side in sides)
    of = [
        *(esc(clip(part_name(one), 60)) for one in head),
        "Tiempo de solución" if is_of_time else LABELS[figure],
    ]
    when = [of_when(figure, days, today)] if len({side.days for side in sides}) == 1 else []
    lines = [_line(side, today, is_of_time=is_of_time) for side in sides]
    return Reply(
        f"{bold(' · '.join([*of, *when]))}\n"
        + "\n".join([*lines, *_leads(sides, today, is_of_time=is_of_time)]),
        (*_lists(figure, sides, today), open_summary(days)),
    )


def _line(side: Side, today: date, *, is_of_time: bool) -> str:
    name = esc(side.name(today))
    if not is_of_time:
        return f"• {name}: {bold(str(side.many))}"
    of = number_of(side.many, "caso", "casos")
    return (
        f"• {name}: {bold(hours(side.took))} (mediana de {of})"
        if side.took is not None
        else f"• {name}: ningún caso"
    )


def _leads(sides: Sequence[Side], today: date, *, is_of_time: bool) -> list[str]:
    """Who has more, or is quicker; nothing where there is only one."""
    if len(sides) < 2:
        return []
    if is_of_time:
        least = min(side.took for side in sides if side.took is not None)
        first, said = [side for side in sides if side.took == least], "Más rápido"
    else:
        most = max(side.many for side in sides)
        first, said = [side for side in sides if side.many == most], "Más"
    if len(first) == len(sides):
        return ["Igual." if len(sides) == 2 else "Todos igual."]
    return [f"{said}: {bold(esc(join([side.name(today) for side in first])))}."]


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
