"""`/mesa`: the queue of the desk in short lines, its filters, its pages, and what a search found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from itgov_bot.actions import Action
from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.tickets.ticket import Priority, Ticket
from itgov_bot.messages import Choice, Reply
from itgov_bot.wording.agents.prompts import short
from itgov_bot.wording.agents.ticket_card import next_due
from itgov_bot.wording.choices import see_at_desk
from itgov_bot.wording.labels import MARKS
from itgov_bot.wording.staff.outages import people_count
from itgov_bot.wording.text import bold, clip, esc, when

FILTERS: dict[str, str] = {
    "all": "Todos",
    "mine": "Míos",
    "free": "Sin asignar",
    "wait": "En espera",
    "late": "Vencidos",
}
NONE: dict[str, str] = {
    "all": "🎉 No hay casos por atender.",
    "mine": "No tiene casos a su cargo.",
    "free": "🎉 Todos los casos tienen quien los atienda.",
    "wait": "No hay casos en espera.",
    "late": "🎉 No hay casos vencidos.",
}
FOR_SOMEBODY = Choice("Abrir por otra persona", Action.COMMAND.data("caso_para"))
MAX_QUERY_BYTES = 36
"""In bytes: it travels in the data of the button to the next page."""


@dataclass(frozen=True, slots=True)
class Line:
    """A ticket of the queue and the name of whoever has it."""

    ticket: Ticket
    holder: str | None


def queue(
    lines: Sequence[Line],
    total: int,
    which: str,
    page: int,
    pages: int,
    calendar: WorkCalendar,
    now: datetime,
) -> Reply:
    """Five tickets, the other four filters and the way to the next page (or to open one) are ten choices."""
    filters = tuple(
        Choice(label, Action.DESK.data("f", key, "0")) for key, label in FILTERS.items() if key != which
    )
    last = _next_page(page, pages, "f", which) if pages > 1 else FOR_SOMEBODY
    if not lines:
        return Reply(NONE[which], (*filters, last), columns=2)
    head = f"{bold(f'Mesa · {FILTERS[which].lower()}')}: {total}{_page(page, pages)}"
    return _listed(head, lines, (*filters, last), calendar, now)


def found(
    lines: Sequence[Line],
    total: int,
    query: str,
    page: int,
    pages: int,
    calendar: WorkCalendar,
    now: datetime,
) -> Reply:
    everything = Choice("Ver la mesa", Action.DESK.data("f", "all", "0"))
    if not lines:
        return Reply(
            f"No encontré casos con «{esc(query)}». Busque por número, @usuario, nombre, dependencia o palabras "
            "del caso.",
            (everything,),
        )
    turning = (_next_page(page, pages, "q", query),) if pages > 1 else ()
    head = f"{bold('Casos con')} «{esc(query)}»: {total}{_page(page, pages)}"
    return _listed(head, lines, (*turning, everything), calendar, now)


def _listed(
    head: str, lines: Sequence[Line], more: Sequence[Choice], calendar: WorkCalendar, now: datetime
) -> Reply:
    return Reply(
        "\n".join([head, *(_line(one, calendar, now) for one in lines)]),
        (*(see_at_desk(one.ticket, short(one.ticket, 24)) for one in lines), *more),
        columns=2,
    )


def _line(line: Line, calendar: WorkCalendar, now: datetime) -> str:
    ticket, local_now = line.ticket, calendar.local(now)
    urgency = " 🚨" if ticket.urgent else " ❗" if ticket.priority is Priority.HIGH else ""
    due = next_due(ticket) if ticket.is_live else None
    if due:
        timing = f"{'vencido' if due < now else 'vence'} {when(calendar.local(due), local_now)}"
    else:
        timing = when(calendar.local(ticket.opened_at), local_now)
    holder = f" · 👤 {esc(clip(line.holder, 24))}" if line.holder else ""
    holder += f" · 📣 caída: {people_count(ticket.affected)}" if ticket.is_outage else ""
    return f"{MARKS[ticket.state]}{urgency} {bold(ticket.number)} · {timing}{holder}\n   {esc(clip(ticket.text, 70))}"


def _page(page: int, pages: int) -> str:
    return f" (página {page + 1} de {pages})" if pages > 1 else ""


def _next_page(page: int, pages: int, *listed: str) -> Choice:
    """One button that goes round: after the last page comes the first."""
    return Choice(
        "Siguientes ▸" if page + 1 < pages else "◂ Al comienzo", Action.DESK.data(*listed, (page + 1) % pages)
    )
