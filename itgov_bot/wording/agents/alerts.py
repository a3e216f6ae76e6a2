"""Due times in words: to the requester, to who has the case, and to the coordinator."""

from __future__ import annotations

from datetime import datetime

from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.messages import Choice, Reply
from itgov_bot.wording.staff.rating import line
from itgov_bot.wording.staff.ticket_state import before
from itgov_bot.wording.text import bold, clip, esc, stop, when

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


def low_for_coordinator(ticket: Ticket, requester: str, holder: str | None) -> Reply:
    solved = f"\n👤 Lo resolvió: {esc(holder)}" if holder else ""
    return Reply(
        f"⚠️ {bold('Calificación baja')}: {bold(requester)} calificó {bold(ticket.number)}.\n{line(ticket)}{solved}\n"
        f"🔧 {esc(clip(ticket.outcome or 'sin detalle', 300))}",
        (Choice("Ver el caso", f"tk:{ticket.number}:see"),),
    )
