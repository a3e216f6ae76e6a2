"""The card of a case for the desk's people: its facts, and a button for whatever is allowed in its state."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.moves import Move, allowed
from itgov_bot.domain.tickets.ticket import Priority, State, Ticket
from itgov_bot.messages import Choice, Reply
from itgov_bot.wording.labels import KINDS, MARKS, PRIORITIES, SOLUTIONS, STATES, service_line
from itgov_bot.wording.names import name_of
from itgov_bot.wording.staff.outages import line as outage_line
from itgov_bot.wording.staff.rating import line as rating_line
from itgov_bot.wording.staff.tickets import LONGEST_SHOWN
from itgov_bot.wording.staff.urgent import WHAT
from itgov_bot.wording.text import bold, clip, esc, when

LONGEST_TITLE = 120
OVER = frozenset({State.RESOLVED, State.CLOSED, State.CANCELLED})

HINT = (
    "<i>Responda a este mensaje para escribirle a quien lo reportó; empiece con // para una nota interna. "
    "Lo demás que se diga aquí no sale.</i>"
)


def card(
    ticket: Ticket,
    service: Service | None,
    requester: Person,
    assignee: Person | None,
    calendar: WorkCalendar,
    now: datetime,
    *,
    more: bool = False,
) -> Reply:
    """One card a case: later versions of it edit the same message. `more` shows the rarer deeds."""
    parts = (
        _head(ticket),
        facts(ticket, service, requester, calendar, now),
        _progress(ticket, assignee, calendar, now),
        HINT if ticket.is_live else "",
    )
    return Reply(
        "\n".join(part for part in parts if part),
        rarer_deeds(ticket) if more else deeds(ticket),
        card=f"ticket:{ticket.id}",
        columns=2,
    )


def without_card(reply: Reply) -> Reply:
    """The same facts as a message of its own: it does not edit the group's card."""
    return replace(reply, card=None)


def page(
    ticket: Ticket,
    service: Service | None,
    requester: Person,
    calendar: WorkCalendar,
    now: datetime,
    *,
    again: bool = False,
) -> Reply:
    """The page of the people on duty, with one big button."""
    assert ticket.exception is not None
    still = "Nadie lo ha tomado todavía. " if again else ""
    return Reply(
        f"🚨 {bold('GUARDIA: caso urgente')} {bold(ticket.number)}\n{still}Es {WHAT[ticket.exception]}.\n"
        + facts(ticket, service, requester, calendar, now),
        _take(ticket),
    )


def topic_title(ticket: Ticket) -> str:
    """Only a case that is over is marked: a topic renamed at every step would tell of nothing else."""
    mark = f"{MARKS[ticket.state]} " if ticket.state in OVER else "🚨 " if ticket.urgent else ""
    return f"{mark}{clip(f'{ticket.number} · {ticket.text}', LONGEST_TITLE - len(mark))}"


def facts(
    ticket: Ticket, service: Service | None, requester: Person, calendar: WorkCalendar, now: datetime
) -> str:
    files = f"\n📎 Archivos: {ticket.attachments}" if ticket.attachments else ""
    return (
        f"📝 {esc(clip(ticket.text, LONGEST_SHOWN))}\n"
        f"🧩 {service_line(service)}\n"
        f"📍 {esc(clip(ticket.place, 200))}\n"
        f"🙋 {esc(clip(name_of(requester), 80))} · ☎️ {esc(clip(ticket.contact, 120))}\n"
        f"📅 {when(calendar.local(ticket.opened_at), calendar.local(now))}{files}"
    )


def _head(ticket: Ticket) -> str:
    urgent = " · 🚨 urgente" if ticket.urgent else ""
    priority = "" if ticket.urgent or ticket.priority is Priority.NORMAL else PRIORITIES[ticket.priority]
    shown = f" · prioridad {priority}" if priority else ""
    return f"{MARKS[ticket.state]} {bold(ticket.number)} · {STATES[ticket.state]}{urgent}{shown}"


def _progress(ticket: Ticket, assignee: Person | None, calendar: WorkCalendar, now: datetime) -> str:
    """Who has it, what it waits for, when it is due, how it ended."""
    lines = [outage_line(ticket, calendar, now)] if ticket.is_outage else []
    lines += [f"👤 Lo tiene: {bold(clip(name_of(assignee), 80))}"] if assignee else []
    if ticket.state is State.WAITING and ticket.waiting_for:
        lines.append(f"⏸ Espera: {esc(clip(ticket.waiting_for, 200))}")
    if ticket.is_live and (due := next_due(ticket)):
        late = "vencido desde" if due < now else "vence"
        lines.append(f"⏰ {late} {when(calendar.local(due), calendar.local(now))}")
    if ticket.outcome:
        how = [
            KINDS[ticket.kind] if ticket.kind else "",
            SOLUTIONS[ticket.solution] if ticket.solution else "",
        ]
        shown = ", ".join(word for word in how if word)
        lines.append(f"✅ {esc(clip(ticket.outcome, 400))}" + (f" ({shown})" if shown else ""))
    if rated := rating_line(ticket):
        lines.append(rated)
    return "\n".join(lines)


def next_due(ticket: Ticket) -> datetime | None:
    """The nearest instant by which something is owed, where the city has set targets."""
    answer = ticket.first_answer_due if ticket.first_answer_at is None else None
    return min((due for due in (answer, ticket.solution_due) if due), default=None)


# Buttons: `ag:NUMBER:what`, but for «Lo tomo», which is as old as the desk.


def deeds(ticket: Ticket) -> tuple[Choice, ...]:
    """What is done most often to a case that stands here."""
    state = ticket.state
    if state is State.CANCELLED or ticket.merged_into is not None:
        return (_deed(ticket, "Historia", "log"), _deed(ticket, "Archivos", "files"))
    if not ticket.is_live:
        return (
            _deed(ticket, "Reabrir", "reopen"),
            _deed(ticket, "Nota interna", "note"),
            _deed(ticket, "Historia", "log"),
            _deed(ticket, "Archivos", "files"),
        )
    wait = (_deed(ticket, "En espera", "wait"),) if allowed(Move.WAIT, state) else ()
    resume = (_deed(ticket, "Seguir", "resume"),) if allowed(Move.RESUME, state) else ()
    return (
        *_take(ticket),
        _deed(ticket, "Responder", "answer"),
        *wait,
        *resume,
        _deed(ticket, "Resolver", "solve"),
        *((_deed(ticket, "Avisar avance", "news"),) if ticket.is_outage else ()),
        *((_deed(ticket, "Archivos", "files"),) if ticket.attachments else ()),
        _deed(ticket, "Más…", "more"),
    )


def rarer_deeds(ticket: Ticket) -> tuple[Choice, ...]:
    if not ticket.is_live:
        return deeds(ticket)
    return (
        _deed(ticket, "Asignar", "assign"),
        _deed(ticket, "Escalar", "escalate"),
        _deed(ticket, "Cambiar servicio", "service"),
        _deed(ticket, "Prioridad", "priority"),
        _deed(ticket, "Nota interna", "note"),
        _deed(ticket, "Fusionar", "merge"),
        _deed(ticket, "Anular", "annul"),
        _deed(ticket, "Caída: desde cuándo" if ticket.is_outage else "Es una caída", "outage"),
        _deed(ticket, "Historia", "log"),
        _deed(ticket, "Volver", "less"),
    )


def _take(ticket: Ticket) -> tuple[Choice, ...]:
    return (Choice("Lo tomo", f"take:{ticket.number}"),) if allowed(Move.TAKE, ticket.state) else ()


def _deed(ticket: Ticket, label: str, what: str) -> Choice:
    return Choice(label, f"ag:{ticket.number}:{what}")
