"""Due times in words: to the requester, to who has the case, and to the coordinator."""

from __future__ import annotations

from datetime import datetime

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.messages import Choice, Reply
from itgov_bot.wording.text import bold, clip, clock, day_name, esc, stop, when


def before(at: datetime, now: datetime) -> str:
    """«antes de las 5:00 p. m. de hoy», «… del martes 17». Both instants in local time."""
    day = f"de {day_name(at.date(), now.date())}".replace("de el ", "del ")
    return f"antes de la{'' if at.hour % 12 == 1 else 's'} {clock(at)} {day}"


def expected(ticket: Ticket, calendar: WorkCalendar, now: datetime) -> str:
    """What the requester may expect; empty while nothing is due."""
    due, what = _next(ticket)
    if due is None:
        return ""
    said = before(calendar.local(due), calendar.local(now))
    if due <= now:
        return f"⏰ Se esperaba {what} {stop(said)} Vamos tarde, y se le avisa a quien coordina la mesa."
    return f"⏰ Se espera {what} {stop(said)}"


def _next(ticket: Ticket) -> tuple[datetime | None, str]:
    if ticket.first_answer_due is not None:
        return ticket.first_answer_due, "respuesta"
    return ticket.solution_due, "la solución"


SOON = {"first_answer_due": "Falta responder", "solution_due": "Falta resolver"}
LATE = {"first_answer_due": "sin primera respuesta", "solution_due": "sin solución"}


def due_soon(ticket: Ticket, which: str, due: datetime, now: datetime) -> Reply:
    """To whoever has the case, or the desk. Both instants in local time."""
    return Reply(
        f"⏰ {SOON[which]} {bold(ticket.number)} {stop(before(due, now))}\n📝 {esc(clip(ticket.text, 200))}",
        (Choice("Ver el caso", f"tk:{ticket.number}:see"),),
    )


def overdue(ticket: Ticket, which: str, due: datetime, now: datetime, holder: str | None) -> Reply:
    """To the coordinator. Both instants in local time."""
    who = f"Lo tiene {bold(holder)}." if holder else "Nadie lo tiene."
    return Reply(
        f"🔴 {bold(ticket.number)} está {LATE[which]} y venció {stop(when(due, now))} {who}\n"
        f"📝 {esc(clip(ticket.text, 200))}",
        (Choice("Ver el caso", f"tk:{ticket.number}:see"),),
    )
