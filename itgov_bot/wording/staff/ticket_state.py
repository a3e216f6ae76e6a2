"""How a case stands and what comes next: what `/estado` says. How it got there is in `timeline`."""

from __future__ import annotations

from datetime import datetime

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.tickets.ticket import State, Ticket
from itgov_bot.messages import Choice, Reply
from itgov_bot.wording.labels import MARKS, STATES, service_line
from itgov_bot.wording.staff.outages import line as outage_line
from itgov_bot.wording.staff.rating import QUESTION, STARS, line, scale
from itgov_bot.wording.staff.tickets import LONGEST_SHOWN, ticket_choices
from itgov_bot.wording.text import bold, clip, clock, day_name, esc, stop, when


def state(
    ticket: Ticket,
    service: Service | None,
    calendar: WorkCalendar,
    now: datetime,
    assignee: str | None,
    closes_at: datetime | None = None,
) -> Reply:
    """Where a case stands and what comes next. A solved one closes by itself at `closes_at`."""
    lines = [
        f"{MARKS[ticket.state]} {bold(ticket.number)} · {STATES[ticket.state]}{' · 🚨 urgente' if ticket.urgent else ''}",
        f"📝 {esc(clip(ticket.text, LONGEST_SHOWN))}",
        f"🧩 {service_line(service)}",
        f"📍 {esc(ticket.place)}",
        f"📅 Abierto {when(calendar.local(ticket.opened_at), calendar.local(now))}",
    ]
    if ticket.is_outage:
        lines.append(outage_line(ticket, calendar, now))
    if ticket.attachments:
        lines.append(f"📎 Archivos: {ticket.attachments}")
    if assignee:
        lines.append(f"👤 Lo tiene: {esc(assignee)}")
    lines += [_next_step(ticket, calendar, now, closes_at), expected(ticket, calendar, now), line(ticket)]
    solved = ticket.state is State.RESOLVED
    columns = len(STARS) if solved else 1
    return Reply("\n".join(one for one in lines if one), _choices(ticket), columns=columns)


def _choices(ticket: Ticket) -> tuple[Choice, ...]:
    history = Choice("Ver historia", f"tk:{ticket.number}:log")
    if ticket.state is State.RESOLVED:
        return (*scale(ticket), history)
    return (history, *ticket_choices(ticket)[1:])


def _next_step(ticket: Ticket, calendar: WorkCalendar, now: datetime, closes_at: datetime | None) -> str:
    if ticket.state is State.NEW and ticket.urgent:
        return "➡️ La guardia está avisada; falta que alguien lo tome."
    if ticket.state is State.REOPENED and ticket.assignee:
        return "➡️ Lo retoma quien lo tenía."
    if ticket.state in (State.NEW, State.REOPENED):
        if calendar.is_open(now):
            return "➡️ Está en la fila: lo atienden en el orden de llegada."
        return (
            f"➡️ Está en la fila: lo atienden desde {stop(when(calendar.opens_at(now), calendar.local(now)))}"
        )
    if ticket.state is State.WAITING and ticket.waiting_for:
        return f"➡️ Está en espera de: {stop(esc(clip(ticket.waiting_for, 300)))}"
    if ticket.state is State.RESOLVED:
        return _after_solution(ticket, closes_at and calendar.local(closes_at), calendar.local(now))
    return {
        State.ASSIGNED: "➡️ Ya tiene quien lo atienda.",
        State.IN_PROGRESS: "➡️ Lo están trabajando.",
        State.WAITING: "➡️ Está a la espera de una respuesta.",
    }.get(ticket.state, "➡️ No falta nada." if not ticket.may_reopen else "➡️ Si vuelve a fallar, reábralo.")


def _after_solution(ticket: Ticket, closes_at: datetime | None, now: datetime) -> str:
    """Both instants in local time."""
    done = f"🔧 {stop(esc(clip(ticket.outcome, LONGEST_SHOWN)))}\n" if ticket.outcome else ""
    closing = f" Se cierra solo {stop(when(closes_at, now))}" if closes_at else ""
    asked = "" if ticket.rating else f" {QUESTION}"
    return f"{done}➡️ La solución está lista.{asked}{closing}"


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
