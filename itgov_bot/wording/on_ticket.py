"""What is said of a ticket in the same words whoever reads it: what happens, where, when, whom it hits, how it was rated."""

from datetime import datetime

from itgov_bot.domain.city import City
from itgov_bot.domain.tickets.outages import ended_at, started_at
from itgov_bot.domain.tickets.rating import LOW_RATING
from itgov_bot.domain.tickets.ticket import ExceptionKind, Ticket
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.wording.city import mayors_event
from itgov_bot.wording.text import (
    bold,
    clip,
    clock,
    date_and_hour,
    dated,
    day_name,
    esc,
    join,
    number_of,
    quoted,
)

BY_THIS_CHAT = "por este chat"
PLACE_NOT_SAID = "sin indicar"
POSTPONED = "aplazado, sin fecha"
MAX_SHOWN_CHARS = 700
MAX_ABOUT_CHARS = 90
REACHES_THEM = "<i>Lo que escriba aquí le llega.</i>"


def what_exception(city: City, exception: ExceptionKind | None) -> str:
    """None: somebody wants the guard for what is no exception of the ANS."""
    if exception is None:
        return "un caso para el que se pidió la guardia"
    if exception is ExceptionKind.MAYOR_EVENT:
        return f"un {mayors_event(city)} que necesita acompañamiento"
    return "una caída que le quita el servicio a muchos"


def event_time(view: TicketView) -> str:
    """«sábado 5 de diciembre, 6:00 p. m.»; empty for a ticket of no event."""
    if view.ticket.is_postponed:
        return POSTPONED
    at = view.ticket.event_at
    return date_and_hour(view.local(at), view.local_now) if at else ""


def event_line(view: TicketView) -> str:
    """«📅 Evento: sábado 5 de diciembre, 6:00 p. m., Teatro …», with its end; empty for a ticket of no event."""
    place = esc(clip(view.ticket.place, 200))
    return f"📅 {bold('Evento')}: {event_time(view)}, {place}\n" if view.ticket.event_at else ""


def where(view: TicketView) -> str:
    """The place of a ticket, with the date where it is an event; with its end."""
    return event_line(view) or f"📍 {esc(clip(view.ticket.place, 200))}\n"


def moved_to(event: EventView) -> str:
    """The date that it was given; the local time was kept with it."""
    kept = event.words("moved_to")
    at = datetime.fromisoformat(kept) if kept else None
    return date_and_hour(at, at) if at else ""


def changed_what(event: EventView) -> str:
    """«cambió la fecha y el lugar», of an event that has a date."""
    parts = {"moved_to": "la fecha", "place": "el lugar", "contact": "el contacto"}
    told = [name for key, name in parts.items() if event.data.get(key)]
    return f"cambió {join(told)}" if told else "cambió la fecha"


def people_count(count: int) -> str:
    return number_of(count, "persona afectada", "personas afectadas")


def about(public_text: str) -> str:
    """The first report as others may read it (`TicketView.public_text`)."""
    return clip(public_text, MAX_ABOUT_CHARS)


def outage_line(view: TicketView) -> str:
    """What the card, `/estado` and the list say of a ticket that is an outage."""
    ticket = view.ticket
    since, ended = dated(view.local(started_at(ticket)), view.local_now), ended_at(ticket)
    until = f" hasta {dated(view.local(ended), view.local_now)}" if ended else ""
    return f"📣 Caída: {people_count(ticket.affected)}, desde {since}{until}"


def rating_line(ticket: Ticket) -> str:
    """How it was rated, for the card of a ticket; empty while it is not."""
    return rated(ticket.rating, ticket.rating_comment) if ticket.rating is not None else ""


def rated(stars: int, comment: str | None) -> str:
    mark = "⚠️" if stars <= LOW_RATING else "⭐"
    said = f": {quoted(comment, 200)}" if comment else ""
    return f"{mark} Calificación: {stars} de 5{said}"


def before(at: datetime, now: datetime) -> str:
    """«antes de las 5:00 p. m. de hoy», «… del martes 17». Both instants in local time."""
    day = f"de {day_name(at.date(), now.date())}".replace("de el ", "del ")
    return f"antes de la{'' if at.hour % 12 == 1 else 's'} {clock(at)} {day}"
