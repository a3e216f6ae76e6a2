"""The card of a ticket for the desk's people: its facts, and how it goes on."""

from dataclasses import replace
from datetime import datetime

from itgov_bot.actions import Action
from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.tickets.ticket import Priority, State, Ticket
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.replies import MAX_CHOICES, Choice, Reply
from itgov_bot.wording.agents.tickets.card_buttons import actions, more_actions, undo_choice
from itgov_bot.wording.labels import MARKS, PRIORITIES, STATES, has, how_it_came, service_line, with_how
from itgov_bot.wording.names import agent_name, listed, name_of
from itgov_bot.wording.on_ticket import MAX_SHOWN_CHARS, event_line, outage_line, rating_line, where
from itgov_bot.wording.text import bold, clip, dated, esc, linked

MAX_TITLE_CHARS = 120
OVER = frozenset({State.RESOLVED, State.CLOSED, State.CANCELLED})

HINT = (
    "<i>Responda a este mensaje para escribirle a quien lo reportó; empiece con // para una nota interna. "
    "Lo demás que se diga aquí no sale.</i>"
)


def card(view: TicketView, *, more: bool = False, undo: bool = False) -> Reply:
    """One card a ticket: later versions of it edit the same message. `more` shows what is done less often, `undo` calls
    back what was just done."""
    ticket = view.ticket
    parts = (
        _head(view),
        facts(view),
        _progress(view),
        warning(view),
        HINT if ticket.is_live else "",
    )
    return Reply(
        "\n".join(part for part in parts if part),
        more_actions(view) if more else (*actions(view), *undo_choice(view.ticket, undo)),
        card=card_of(ticket.id),
        columns=2,
    )


def shown(view: TicketView, *, more: bool = False) -> Reply:
    """The same where somebody asked for it: of when it is stands below, and it can be brought up to date."""
    whole = card(view, more=more)
    again = Choice("Actualizar", Action.DESK.data("now", view.ticket.number))
    return replace(
        whole,
        text=f"{whole.text}\n<i>Visto {dated(view.local_now, view.local_now)}</i>",
        choices=(*whole.choices, again)[:MAX_CHOICES],
        card=shown_of(view.ticket.id),
    )


def shown_of(ticket: int) -> str:
    """The name of a card that was asked for: the last one in a private chat follows what becomes of the ticket."""
    return f"shown:{ticket}"


def card_of(ticket: int) -> str:
    """The name of a ticket's card: what is posted under it edits the message that shows it."""
    return f"ticket:{ticket}"


def topic_title(ticket: Ticket) -> str:
    """Only a ticket that is over is marked: a topic renamed at every step would tell of nothing else."""
    mark = f"{MARKS[ticket.state]} " if ticket.state in OVER else "🚨 " if ticket.urgent else ""
    return f"{mark}{clip(f'{ticket.number} · {ticket.text}', MAX_TITLE_CHARS - len(mark))}"


def warning(view: TicketView) -> str:
    """How often this person's urgent reports were none: shown, never a reason to refuse."""
    if not view.false_alarms:
        return ""
    times = (
        "1 urgencia suya no lo era"
        if view.false_alarms == 1
        else f"{view.false_alarms} urgencias suyas no lo eran"
    )
    return f"⚠️ En los últimos 90 días, {times}."


def facts(view: TicketView) -> str:
    ticket = view.ticket
    files = f"\n📎 Archivos: {ticket.attachments}" if ticket.attachments else ""
    return (
        f"📝 {esc(clip(ticket.text, MAX_SHOWN_CHARS))}\n"
        f"🧩 {service_line(view.service)}\n"
        f"{_who_and_where(view)}"
        f"{_told_to(view)}"
        f"{'🕘' if ticket.event_at else '📅'} {dated(view.local(ticket.opened_at), view.local_now)}{files}"
    )


def _who_and_where(view: TicketView) -> str:
    """Blank for whoever had their data erased: what the desk does then is said."""
    ticket, who = view.ticket, f"🙋 {esc(clip(name_of(view.requester), 80))}"
    joined = f"👥 También es de {bold(listed(view.joined))}\n" if view.joined else ""
    if not ticket.place and not ticket.contact:
        ask = ": pregúntele dónde es, si hace falta" if ticket.is_live else ""
        return f"{event_line(view)}{who}: borró su nombre, lugar y contacto{ask}\n{joined}"
    return f"{where(view)}{who} · ☎️ {esc(clip(ticket.contact, 120))}\n{joined}"


def _told_to(view: TicketView) -> str:
    """Who opened it for its requester, and whether somebody has to tell them what becomes of it."""
    if view.opened_by is None:
        return ""
    call = "" if view.requester.has_chat else " · no está en el chat"
    return f"✍️ Lo abrió {esc(clip(agent_name(view.opened_by), 60))}: le contaron {how_it_came(view.ticket)}{call}\n"


def _head(view: TicketView) -> str:
    """Its number opens it elsewhere: from the group in private, and back."""
    ticket = view.ticket
    urgent = " · 🚨 urgente" if ticket.urgent else ""
    priority = "" if ticket.urgent or ticket.priority is Priority.NORMAL else PRIORITIES[ticket.priority]
    shown = f" · prioridad {priority}" if priority else ""
    return f"{MARKS[ticket.state]} {linked(ticket.number, view.link)} · {STATES[ticket.state]}{urgent}{shown}"


def _progress(view: TicketView) -> str:
    """Who has it, what it waits for, when it is due, how it ended."""
    ticket = view.ticket
    lines = [outage_line(view)] if ticket.is_outage else []
    lines += [f"👤 {has(ticket)}: {bold(clip(agent_name(view.holder), 80))}"] if view.holder else []
    lines += [_escalation(view.escalated)] if view.escalated else []
    if view.goes_on_in:
        lines.append(f"🔗 Se juntó con {bold(view.goes_on_in)}: sigue allí")
    if ticket.state is State.WAITING and ticket.waiting_for and not ticket.is_postponed:
        told = f" (se le dijo a {esc(clip(name_of(view.requester), 60))})" if view.requester.has_chat else ""
        lines.append(f"⏸ Espera: {esc(clip(ticket.waiting_for, 200))}{told}")
    if due := due_line(ticket, view.calendar, view.now):
        lines.append(due)
    if ticket.outcome and ticket.state is State.CANCELLED:
        lines.append(f"✖️ Motivo: {esc(clip(ticket.outcome, 400))}")
    elif ticket.outcome:
        lines.append(f"✅ {with_how(esc(clip(ticket.outcome, 400)), ticket.kind, ticket.solution)}")
    if rated := rating_line(ticket):
        lines.append(rated)
    return "\n".join(lines)


def _escalation(event: EventView) -> str:
    """By whom, to whom and why."""
    to = f" a {bold(clip(agent_name(event.to), 60))}" if event.to else ""
    why = f": {esc(clip(event.words('reason'), 200))}" if event.words("reason") else ""
    return f"⚠️ Lo escaló {bold(clip(agent_name(event.by), 60))}{to}{why}"


def due_line(ticket: Ticket, calendar: WorkCalendar, now: datetime) -> str:
    """«⏰ la respuesta vence vie 20 nov 9:00 a. m.»: the nearest that is owed, where the city has set targets."""
    answer = ticket.first_answer_due if ticket.first_answer_at is None else None
    owed = [
        (due, what) for due, what in ((answer, "la respuesta"), (ticket.solution_due, "la solución")) if due
    ]
    if not owed or not ticket.is_live:
        return ""
    due, what = min(owed)
    return f"⏰ {what} {'venció' if due < now else 'vence'} {dated(calendar.local(due), calendar.local(now))}"
