"""The cases behind a figure of a summary, a page at a time."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from itgov_bot.actions import Action
from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.days import Days
from itgov_bot.domain.summary import OF_NOW, CasePage, Chosen, Figure, ListedCase, Share
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.labels import MARKS
from itgov_bot.wording.managers.summary.answers import Within, open_summary, so_many
from itgov_bot.wording.managers.summary.names import (
    LABELS,
    age_name,
    age_names,
    back,
    list_data,
    of_when,
    part_name,
)
from itgov_bot.wording.names import agent_name
from itgov_bot.wording.text import bold, clip, esc, number_of, when

_RATED = (Figure.RATED, Figure.RATED_LOW)
_UNTOLD = "<i>Por qué se canceló cada uno lo dijo quien lo pidió, y aquí no se muestra.</i>"
_NOTHING = {Figure.RATED: "Nadie calificó", Figure.RATED_LOW: "No hay ninguna"}


def cases(page: CasePage, days: Days, calendar: WorkCalendar, now: datetime) -> Reply:
    """Each with what a manager needs to know which it is; nobody's name but the agent's."""
    local_now = calendar.local(now)
    when_counted = of_when(page.chosen.figure, days, local_now.date())
    head = f"{bold(chosen_name(page.chosen, page.named))} · {when_counted}: {page.total}"
    if not page.lines:
        nothing = _NOTHING.get(page.chosen.figure, "No hay ninguno")
        return Reply(f"{head}. {nothing}.", (back(days),))
    if page.pages > 1:
        head += f" (página {page.number + 1} de {page.pages})"
    return Reply(
        "\n".join(
            [
                head,
                *(_line(one, page.chosen.figure, calendar, local_now) for one in page.lines),
                *([_UNTOLD] if page.chosen.figure is Figure.CANCELLED else []),
            ]
        ),
        (*_opening(page.lines), *_turning(page, days), back(days)),
        columns=2,
    )


def of_received(figure: Figure, many: int, came: int, shown: Sequence[ListedCase], within: Within) -> Reply:
    """How many of those that came, and which: so far they fit."""
    of = number_of(came, "caso recibido", "casos recibidos")
    told = f"{within.head}De {of} {within.when}, {so_many(figure, many)}"
    return Reply(
        "\n".join(
            [f"{told}{':' if shown else '.'}", *map(_brief, shown), *(["…"] if many > len(shown) else [])]
        ),
        (*_opening(shown), open_summary(within.days)),
        columns=2,
    )


def which_of(shown: Sequence[ListedCase]) -> Reply:
    """Several that may be meant."""
    head = "¿Cuál de estos? Tóquelo, o dígame «el segundo»:"
    return Reply("\n".join([head, *map(_brief, shown)]), _opening(shown), columns=2)


def _brief(one: ListedCase) -> str:
    return f"{MARKS[one.ticket.state]} {bold(one.ticket.number)} · {esc(clip(one.text, 70))}"


def _opening(shown: Sequence[ListedCase]) -> tuple[Choice, ...]:
    return tuple(Choice(one.ticket.number, Action.LOOK.data(one.ticket.number)) for one in shown)


def _turning(page: CasePage, days: Days) -> Sequence[Choice]:
    chosen, at = page.chosen, page.number
    before = [Choice("◂ Anteriores", list_data(chosen, days, at - 1))] if at else []
    after = [Choice("Siguientes ▸", list_data(chosen, days, at + 1))] if at + 1 < page.pages else []
    low = Chosen(Figure.RATED)
    every = [Choice("Todas las notas", list_data(low, days))] if chosen.figure is Figure.RATED_LOW else []
    return [*before, *after, *every]


def _line(listed: ListedCase, figure: Figure, calendar: WorkCalendar, local_now: datetime) -> str:
    ticket = listed.ticket
    holder = f" · 👤 {esc(clip(agent_name(listed.holder), 24))}" if listed.holder else ""
    opened = when(calendar.local(ticket.opened_at), local_now)
    age = f" · lleva {_age(ticket, local_now)}" if figure in OF_NOW else ""
    head = (
        f"{MARKS[ticket.state]}{' 🚨' if ticket.urgent else ''} {bold(ticket.number)} · {opened}{age}{holder}"
    )
    if figure in _RATED:
        said = f" «{esc(clip(listed.comment, 160))}»" if listed.comment else " (sin comentario)"
        return f"{head}\n   {'⭐' * (ticket.rating or 0)}{said}"
    return f"{head}\n   {esc(clip(listed.text, 70))}"


def _age(ticket: Ticket, local_now: datetime) -> str:
    """In whole days, as people count them."""
    days = (local_now - ticket.opened_at) // timedelta(days=1)
    return number_of(days, "día", "días", none="menos de un día")


def chosen_name(chosen: Chosen, named: Share | None) -> str:
    """«Recibidos de Hacienda», «Pendientes de 2 a 5 días»."""
    name = LABELS[chosen.figure]
    if chosen.age is not None:
        return f"{name} de {age_names()[chosen.age]} días hábiles"
    name += f" {age_name(chosen.old)}" if chosen.old else ""
    return f"{name}: {part_name(named)}" if named else name
