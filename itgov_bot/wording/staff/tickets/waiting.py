"""How long it takes, the reminder and the complaint of whoever waits."""

from datetime import datetime, timedelta

from itgov_bot.actions import Action
from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.city import City
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.domain.tickets.view import TicketView
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.choices import OPEN_TICKET, PERSON, see_ticket
from itgov_bot.wording.city import call_the_line
from itgov_bot.wording.hours import now_open
from itgov_bot.wording.names import agent_name
from itgov_bot.wording.text import bold, clip, esc, quoted, stop, when


def how_long(view: TicketView, since: datetime | None, before: int, usual: timedelta | None) -> Reply:
    """`since`: from when on somebody has it; `before`: how many untaken ones the desk sees first."""
    ticket = view.ticket
    state = _with_holder(view, since) if view.holder else _in_line(view, before)
    lines = [f"⏳ {bold(ticket.number)} ({quoted(ticket.text, 60)}): {state}"]
    lines += [usually(view.service, view.calendar, usual)] if usual and view.service else []
    return Reply("\n".join(lines), (_reminding(ticket), see_ticket(ticket)))


def _with_holder(view: TicketView, since: datetime | None) -> str:
    from_then = f" desde {when(view.local(since), view.local_now)}" if since else ""
    waits = view.ticket.waiting_for
    waiting = f" Está en espera de: {stop(esc(clip(waits, 200)))}" if waits else ""
    return stop(f"lo tiene {bold(agent_name(view.holder))}{from_then}") + waiting


def _in_line(view: TicketView, before: int) -> str:
    if before == 0:
        place = "es el primero de la fila; todavía nadie lo ha tomado"
    else:
        place = f"está en la fila, hay {before} antes del suyo"
    if view.is_open or view.ticket.urgent:
        return f"{place}."
    return f"{place}. Atienden desde {stop(when(view.calendar.opens_at(view.now), view.local_now))}"


def usually(service: Service, calendar: WorkCalendar, usual: timedelta) -> str:
    """«Lo de «Impresoras» suele quedar en unas 3 horas hábiles»: what was, never a promise."""
    return f"🕘 Lo de «{esc(service.label)}» suele quedar en {_span(usual, calendar.day_length)}; no es un plazo."


def _span(usual: timedelta, day: timedelta) -> str:
    hours, days = round(usual / timedelta(hours=1)), round(usual / day)
    if usual >= day:
        return "un día hábil" if days == 1 else f"unos {days} días hábiles"
    if hours > 1:
        return f"unas {hours} horas hábiles"
    return "una hora hábil" if hours else "menos de una hora hábil"


def reminded(view: TicketView) -> Reply:
    """Only what is done is said."""
    reads = bold(agent_name(view.holder)) if view.holder else "la mesa"
    later = (
        "" if view.is_open else f" Atienden desde {when(view.calendar.opens_at(view.now), view.local_now)}"
    )
    return Reply(
        f"Listo: le recordé a {reads} su caso {bold(view.ticket.number)}.{stop(later) if later else ''}",
        (see_ticket(view.ticket),),
    )


def reminded_before(view: TicketView, at: datetime) -> Reply:
    line = call_the_line(view.city)
    call = f" Si no puede esperar, {line}." if line and view.is_open else ""
    return Reply(
        f"Ya les recordé {bold(view.ticket.number)} {stop(when(view.local(at), view.local_now))} Puedo hacerlo una vez por "
        f"día hábil.{call}",
        (see_ticket(view.ticket),),
    )


def complaint_heard(city: City, ticket: Ticket | None, *, is_heard: bool) -> Reply:
    """Who reads it is said only if somebody does."""
    about = f" y su caso {bold(ticket.number)}" if ticket else ""
    line = call_the_line(city)
    told = (
        f"Lamento la molestia. Ya se lo pasé a quien coordina la mesa, con sus palabras{about}."
        if is_heard
        else f"Lamento la molestia. No hay nadie de la coordinación en este chat{f': {line}' if line else ''}."
    )
    more = (see_ticket(ticket), _reminding(ticket)) if ticket and ticket.is_live else (OPEN_TICKET,)
    return Reply(told, (*more, PERSON))


def _reminding(ticket: Ticket) -> Choice:
    return Choice("Recordarles", Action.REMIND.data(ticket.number))


def not_sent_yet(city: City, calendar: WorkCalendar, now: datetime) -> Reply:
    """Who comes and when, asked of what is still being filled in."""
    return Reply(
        f"Todavía no lo ha enviado. Apenas lo envíe entra a la fila de la {esc(city.desk)}: lo toma quien esté libre, y "
        f"aquí le digo quién. Ahora: {stop(now_open(calendar, now))}"
    )
