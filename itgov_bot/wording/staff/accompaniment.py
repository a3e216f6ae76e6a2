"""An event of the mayor's office that is accompanied, as its requester is asked for it and reads of it on their ticket."""

from collections.abc import Sequence
from datetime import date, datetime, time

from itgov_bot.domain.city import City
from itgov_bot.domain.tickets.accompaniment import WhoIsAsked, is_confirmed
from itgov_bot.domain.tickets.ticket import Draft, Ticket
from itgov_bot.domain.tickets.view import TicketView
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.city import mayors_event
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.names import agent_name
from itgov_bot.wording.on_ticket import MAX_SHOWN_CHARS, event_line
from itgov_bot.wording.text import (
    bold,
    clip,
    clock,
    date_and_hour,
    esc,
    full_day,
    office_label,
    stop,
)

ASK_DAY = Reply("¿Qué día es el evento? Por ejemplo: <i>mañana</i>, <i>el sábado</i>, <i>5 de diciembre</i>.")
WITHOUT_DATE = Reply(
    "⏸ Queda sin fecha y sin enviar. Cuando la sepa, escríbala aquí y lo dejo en la agenda; si ya no va, dígame "
    "<i>cancelado</i>."
)
NO_DAY_IN_THAT = Reply(
    "Ahí no reconozco una fecha. Escríbala, por ejemplo: <i>el sábado 5</i> o <i>5 de diciembre</i>."
)
NO_HOUR_IN_THAT = Reply(
    "Ahí no reconozco una hora. Escríbala, por ejemplo: <i>6 de la tarde</i> o <i>7:30 p. m.</i>"
)


# On the ticket


_ASKED = {
    WhoIsAsked.GUARD: "a la mesa y a la guardia de esa hora",
    WhoIsAsked.COORDINATORS: "a la mesa y a quien la coordina",
    WhoIsAsked.NOBODY: "a la mesa",
}


def what_next(view: TicketView, asked: WhoIsAsked) -> str:
    """Said when it is opened."""
    return (
        f"{event_line(view)}Ya avisé {_ASKED[asked]}. Le escribo aquí apenas alguien confirme que va, y se lo recuerdo "
        "antes. Si cambia algo o se cancela, escríbamelo aquí o use los botones."
    )


def next_step(view: TicketView) -> str:
    if view.ticket.is_postponed:
        return "⏸ Está aplazado: cuando sepa la fecha, escríbala aquí y les aviso."
    if is_confirmed(view.ticket) and view.holder:
        return f"➡️ {bold(agent_name(view.holder))} confirmó que va."
    return "➡️ Falta que alguien confirme que va; si nadie responde, se sigue llamando."


def who_goes(view: TicketView, since: datetime | None) -> Reply:
    """To its requester who asks; `since` it was confirmed."""
    if view.ticket.is_postponed:
        return Reply(f"{next_step(view)}\n{event_line(view)}".rstrip())
    when = f" ({date_and_hour(view.local(since), view.local_now)})" if since else ""
    if is_confirmed(view.ticket) and view.holder:
        return Reply(
            f"✅ {bold(agent_name(view.holder))} confirmó que va{when}.\n{event_line(view)}".rstrip()
        )
    return Reply(
        f"⏳ Nadie ha confirmado todavía que va; le escribo aquí apenas alguien confirme.\n{event_line(view)}".rstrip()
    )


# The form


def not_the_mayors(city: City) -> Reply:
    return Reply(f"Entonces no es un {mayors_event(city)}: la mesa lo atiende como un caso normal.")


def begins(city: City) -> Reply:
    return Reply(
        f"📅 Entiendo que es un {mayors_event(city)}: lo dejo en la agenda para que alguien lo acompañe."
    )


def several(count: int) -> Reply:
    return Reply(f"Me habla de {count} eventos: vamos uno por uno, empezando por el primero.")


THE_OTHER = Reply("Ahora el otro evento.")


def ask_sure_day(day: date, hour: time | None, today: date, choice: MakeChoice) -> Reply:
    at = f", {clock(hour)}" if hour else ""
    return Reply(
        f"¿Es el {bold(full_day(day, today) + at)}?",
        (choice("Sí, ese día", "yes", "yes"), choice("No, es otro día", "no", "no")),
    )


def changed(at: datetime | None, place: str | None, now: datetime) -> Reply:
    """`at` in local time; at least one of both."""
    when = f"ahora es el {bold(stop(date_and_hour(at, now)))}" if at else ""
    where = f"📍 Lugar: {bold(stop(place))}" if place else ""
    return Reply(f"Listo, lo cambié: {' '.join(filter(None, (when, where)))}")


def contact_noted(contact: str) -> Reply:
    return Reply(f"☎️ Le avisamos a {esc(contact)}.")


def ask_hour(day: date, today: date) -> Reply:
    return Reply(
        f"¿A qué hora empieza el {bold(full_day(day, today))}? Por ejemplo: <i>6 de la tarde</i>, <i>7:30 p. m.</i>"
    )


def is_past(at: datetime, now: datetime) -> Reply:
    """Both in local time."""
    return Reply(f"Eso ya pasó: {stop(date_and_hour(at, now))} Dígame una fecha y una hora que vengan.")


def is_past_day(day: date, today: date) -> Reply:
    return Reply(f"Eso ya pasó: {stop(full_day(day, today))} Dígame una fecha y una hora que vengan.")


def ask_place(known: str | None, choice: MakeChoice) -> Reply:
    same = (choice(office_label(known, "En "), "same"),) if known else ()
    return Reply("¿En qué lugar es el evento? Diga el sitio y, si es grande, la sala o la entrada.", same)


def review(
    draft: Draft, files: int, at: datetime, now: datetime, consent: Sequence[str], buttons: tuple[Choice, ...]
) -> Reply:
    """`at` and `now` in local time. `consent` are the lines that ask for it, of who has not given it."""
    sent = f"\n📎 Archivos: {files}" if files else ""
    return Reply(
        f"{bold('Revise el acompañamiento antes de enviarlo')}\n"
        f"📝 {esc(clip(draft.text, MAX_SHOWN_CHARS))}\n"
        f"📅 Evento: {bold(date_and_hour(at, now))}\n"
        f"📍 Lugar: {esc(draft.place)}\n"
        f"☎️ Contacto: {esc(draft.contact)}{sent}" + "".join(f"\n{line}" for line in consent),
        buttons,
    )


def ask_fix(choice: MakeChoice) -> Reply:
    return Reply(
        "¿Qué corregimos?",
        (
            choice("El día y la hora", "day"),
            choice("El lugar", "place"),
            choice("El contacto", "contact"),
            choice("No es un evento: caso normal", "ordinary"),
            choice("Nada, volver", "back"),
        ),
    )


def cannot_move(ticket: Ticket) -> Reply:
    return Reply(
        f"El caso {bold(ticket.number)} ya no está abierto o no es un evento: su fecha no se cambia."
    )
