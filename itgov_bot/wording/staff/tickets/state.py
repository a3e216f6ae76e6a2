"""How a ticket stands and what comes next: what `/estado` says. How it got there is in `timeline`."""

from datetime import datetime

from itgov_bot.actions import Action
from itgov_bot.domain.tickets.paging import Reach
from itgov_bot.domain.tickets.ticket import State, Ticket
from itgov_bot.domain.tickets.view import TicketView
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.labels import MARKS, STATES, has, service_line
from itgov_bot.wording.names import agent_name
from itgov_bot.wording.on_ticket import MAX_SHOWN_CHARS, before, outage_line, rating_line, where
from itgov_bot.wording.staff import accompaniment as event_words
from itgov_bot.wording.staff.tickets.changed import ticket_choices
from itgov_bot.wording.staff.tickets.rating import STARS, question, reopening, scale
from itgov_bot.wording.text import bold, clip, esc, stop, when


def state(view: TicketView) -> Reply:
    """Where a ticket stands and what comes next."""
    ticket = view.ticket
    lines = [
        f"{MARKS[ticket.state]} {bold(ticket.number)} · {STATES[ticket.state]}{' · 🚨 urgente' if ticket.urgent else ''}",
        f"📝 {esc(clip(ticket.text, MAX_SHOWN_CHARS))}",
        f"🧩 {service_line(view.service)}",
        where(view).rstrip(),
        f"{'🕘' if ticket.event_at else '📅'} Abierto {when(view.local(ticket.opened_at), view.local_now)}",
    ]
    if ticket.is_outage:
        lines.append(outage_line(view))
    if ticket.attachments:
        lines.append(f"📎 Archivos: {ticket.attachments}")
    if view.holder:
        lines.append(f"👤 {has(ticket)}: {esc(agent_name(view.holder))}")
    lines += [_next_step(view), expected(view), rating_line(ticket)]
    is_to_rate = ticket.state is State.RESOLVED and ticket.rating is None
    columns = len(STARS) if is_to_rate else 1
    return Reply("\n".join(one for one in lines if one), _choices(view), columns=columns)


def _choices(view: TicketView) -> tuple[Choice, ...]:
    ticket = view.ticket
    history = Choice("Ver historia", Action.TICKET.data(ticket.number, "log"))
    if ticket.state is State.RESOLVED:
        return (*(scale(ticket) if ticket.rating is None else (reopening(ticket),)), history)
    guard = Choice("Llamar a la guardia", Action.TICKET.data(ticket.number, "guard"))
    return (history, *ticket_choices(ticket)[1:], *((guard,) if view.may_call_guard else ()))


def _next_step(view: TicketView) -> str:
    ticket, calendar, now = view.ticket, view.calendar, view.now
    if ticket.event_at and ticket.is_live:
        return event_words.next_step(view)
    if ticket.state is State.NEW and ticket.urgent and (said := _of_urgent(view)):
        return f"➡️ {said}"
    if ticket.state is State.REOPENED and ticket.assignee:
        return "➡️ Lo retoma quien lo tenía."
    if ticket.state in (State.NEW, State.REOPENED):
        if calendar.is_open(now):
            return "➡️ Está en la fila: lo atienden en el orden de llegada."
        return f"➡️ Está en la fila: lo atienden desde {stop(when(calendar.opens_at(now), view.local_now))}"
    if ticket.state is State.WAITING and ticket.waiting_for:
        return f"➡️ Está en espera de: {stop(esc(clip(ticket.waiting_for, 300)))}"
    if ticket.state is State.RESOLVED:
        return _after_solution(view)
    if ticket.state is State.CANCELLED and ticket.outcome:
        return f"✖️ Motivo: {stop(esc(clip(ticket.outcome, 300)))}"
    return {
        State.ASSIGNED: "➡️ Ya tiene quien lo atienda.",
        State.IN_PROGRESS: "➡️ Lo están trabajando.",
        State.WAITING: "➡️ Está a la espera de una respuesta.",
    }.get(ticket.state, _WHEN_OVER[ticket.may_reopen])


_WHEN_OVER = {
    True: "➡️ Si vuelve a fallar, reábralo.",
    False: "➡️ Si todavía lo necesita, abra otro caso.",
}


def _of_urgent(view: TicketView) -> str:
    """Of one that nobody has; empty while nobody needs to be called for it."""
    if view.is_open:
        return "Está de primero en la fila; los agentes están avisados."
    return {
        Reach.GUARD: "La guardia está avisada; falta que alguien lo tome.",
        Reach.WAITS: "Se le muestra a la guardia junto con sus otros reportes de esta noche.",
    }.get(view.guard or Reach.LATER, "")


def _after_solution(view: TicketView) -> str:
    ticket = view.ticket
    done = f"🔧 {stop(esc(clip(ticket.outcome, MAX_SHOWN_CHARS)))}\n" if ticket.outcome else ""
    asked = "" if ticket.rating else question(ticket, " ")
    closing = stop(when(view.closes_at, view.local_now))
    return f"{done}➡️ La solución está lista. {asked}Se cierra solo {closing}"


def expected(view: TicketView) -> str:
    """What the requester may expect; empty while nothing is due."""
    due, what = _next(view.ticket)
    if due is None:
        return ""
    said = before(view.local(due), view.local_now)
    if due <= view.now:
        return f"⏰ Se esperaba {what} {stop(said)} Vamos tarde, y se le avisa a quien coordina la mesa."
    return f"⏰ Se espera {what} {stop(said)}"


def _next(ticket: Ticket) -> tuple[datetime | None, str]:
    if ticket.first_answer_due is not None:
        return ticket.first_answer_due, "respuesta"
    return ticket.solution_due, "la solución"
