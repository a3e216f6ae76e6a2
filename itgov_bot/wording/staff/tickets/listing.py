"""A requester's list of tickets with its filters."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from itgov_bot.actions import Action
from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.choices import OPEN_TICKET, see_ticket
from itgov_bot.wording.labels import MARKS, STATES
from itgov_bot.wording.on_ticket import POSTPONED
from itgov_bot.wording.text import bold, clip, date_and_hour, esc, on_button

FILTERS: dict[str, str] = {"open": "Abiertos", "all": "Todos", "rate": "Por calificar"}
HEADS = {"open": "Sus casos abiertos", "all": "Sus casos", "rate": "Sus casos por calificar"}
NONE = {
    "open": "No tiene casos abiertos.",
    "all": "No tiene casos.",
    "rate": "No tiene casos por calificar.",
}


def my_list(
    tickets: Sequence[Ticket],
    which: str,
    page: int,
    more: bool,
    names: Mapping[str, str],
    calendar: WorkCalendar,
    now: datetime,
) -> Reply:
    """The newest first; six, the other filters and the next page are ten choices at most."""
    others = tuple(
        Choice(label, Action.MY_TICKETS.data(key, "0")) for key, label in FILTERS.items() if key != which
    )
    if not tickets:
        text = "No hay más casos." if page else NONE[which]
        return Reply(
            text, (OPEN_TICKET, *(one for one in others if which != "all" and one.label == FILTERS["all"]))
        )
    choices = [see_ticket(one, on_button(f"{one.number}: {one.text}")) for one in tickets]
    next_page = (Choice("Ver más", Action.MY_TICKETS.data(which, page + 1)),) if more else ()
    lines = [
        f"{bold(HEADS[which])} (los más nuevos primero)",
        *(_line(one, names, calendar, now) for one in tickets),
    ]
    return Reply("\n".join(lines), (*choices, *next_page, *others))


def _line(ticket: Ticket, names: Mapping[str, str], calendar: WorkCalendar, now: datetime) -> str:
    service = f" ({esc(names[ticket.service])})" if ticket.service and ticket.service in names else ""
    urgent = " 🚨" if ticket.urgent else ""
    head = f"{MARKS[ticket.state]} {bold(ticket.number)} · {STATES[ticket.state]}{urgent}"
    at = ticket.event_at
    when = date_and_hour(calendar.local(at), calendar.local(now)) if at else ""
    event = f"📅 {POSTPONED if ticket.is_postponed else when} · " if at else ""
    return f"{head}\n   {event}{esc(clip(ticket.text, 70))}{service}"


def merged(ticket: Ticket, main: str) -> Reply:
    return Reply(f"🔗 El caso {bold(ticket.number)} se juntó con {bold(main)}, que sigue en su lugar.")
