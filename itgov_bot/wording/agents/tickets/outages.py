"""An outage as the desk handles it: since when, its progress, the list of them."""

from datetime import datetime

from itgov_bot.actions import Action
from itgov_bot.domain.tickets.outages import SpanProblem, ended_at, first_moment, started_at
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.domain.tickets.view import TicketView
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.choices import see_at_desk, told_of
from itgov_bot.wording.forms import LEFT, MakeChoice
from itgov_bot.wording.on_ticket import outage_line, people_count
from itgov_bot.wording.text import bold, number_of, on_button, stop, when

NO_SUCH_TIME = Reply(
    "No entendí la hora. Escríbala así: <code>8:30</code>, <code>ayer 22:00</code> o, de otro día, "
    "<code>6/10/2026 10:40</code>."
)
NOT_YET = Reply("Esa hora todavía no llega. Escriba una que ya pasó, o use el botón.")


def ask_since(view: TicketView, choice: MakeChoice) -> Reply:
    """Asked when it is marked, and again to correct it: of one that fails again, since then."""
    ticket = view.ticket
    first = when(view.local(first_moment(ticket)), view.local_now)
    undo = (choice("No es una caída", "undo"),) if ticket.is_outage and ticket.is_live else ()
    return Reply(
        f"📣 {bold(ticket.number)}: ¿desde cuándo está caído? Elija, o escriba la hora: <code>8:30</code>, "
        "<code>ayer 22:00</code>, <code>hace 40 minutos</code>.",
        (choice(on_button(f"Desde {first}"), "first"), *undo),
    )


def ask_until(view: TicketView, choice: MakeChoice) -> Reply:
    """Asked when it is solved, and again to correct it."""
    return Reply(
        f"📣 {bold(view.ticket.number)}: ¿cuándo volvió el servicio? Elija, o escriba la hora: "
        "<code>9:20</code>, <code>hace media hora</code>, <code>ayer 22:00</code>.",
        (choice("Ahora mismo", "now"), choice("No", LEFT)),
    )


def ask_span(view: TicketView, choice: MakeChoice) -> Reply:
    return Reply(
        f"{bold(view.ticket.number)} ya está resuelto. {stop(outage_line(view))}\n¿Qué corrige?",
        (choice("Cuándo empezó", "since"), choice("Cuándo volvió", "until")),
    )


def with_end(shown: str, view: TicketView, until: datetime) -> str:
    """What is shown of a solution, with when it came back."""
    return f"{shown}\n🕘 Volvió {stop(when(view.local(until), view.local_now))}"


def corrected(view: TicketView) -> Reply:
    return told_of(view.ticket, f"👍 {bold(view.ticket.number)}: {stop(outage_line(view))}")


def impossible(view: TicketView, problem: SpanProblem) -> Reply:
    if problem == "future":
        return NOT_YET
    ticket = view.ticket
    since = when(view.local(started_at(ticket)), view.local_now)
    ended = ended_at(ticket)
    until = f" y volvió {when(view.local(ended), view.local_now)}" if ended else ""
    return Reply(
        f"No puede ser: la caída quedó desde {since}{until}, y tiene que terminar después de empezar. Escriba otra hora; "
        "si lo que está mal es la otra, corríjala primero con el botón de la caída, en la tarjeta del caso."
    )


def reported_later(count: int) -> Reply:
    who = number_of(count, "persona la reportó", "personas la reportaron")
    return Reply(
        f"⚠️ Ojo: {who} después de esa hora. Si todavía fallaba, corrija la hora; si no, siga: a cada quien le llega el "
        "botón para avisar que le sigue fallando."
    )


def too_early(since: datetime, ticket: Ticket) -> Reply:
    return Reply(
        f"Entendí {since.day}/{since.month}/{since.year}, y {bold(ticket.number)} se abrió en {ticket.opened_at.year}: "
        "una caída no empezó más de un año antes. Escriba la fecha con su año."
    )


def marked(view: TicketView) -> Reply:
    ticket = view.ticket
    return Reply(
        f"👍 {bold(ticket.number)} es una caída. {stop(outage_line(view))}\nA quien reporte algo parecido le "
        "pregunto si es lo mismo.",
        (Choice("Avisar avance", Action.AGENT.data(ticket.number, "news")), see_at_desk(ticket)),
    )


def unmarked(ticket: Ticket, told: int) -> Reply:
    also = f" Ya se lo conté a {told} más." if told else ""
    return told_of(ticket, f"👍 {bold(ticket.number)} ya no es una caída.{also}")


def ask_news(ticket: Ticket) -> Reply:
    return Reply(
        f"¿Qué les cuento a todos los afectados de {bold(ticket.number)} ({people_count(ticket.affected)})?"
    )


def as_read(told: Reply, readers: int) -> str:
    """News or the solution as everybody will read it, before it goes."""
    who = f"{'leerá' if readers == 1 else 'leerán'} {bold(number_of(readers, 'persona', 'personas'))}"
    return f"Así lo {who}:\n\n{told.text}\n\n¿Lo envío? Para cambiarlo, escríbalo de nuevo."


def news_sent(ticket: Ticket, told: int) -> Reply:
    what = number_of(told, "persona", "personas")
    return told_of(ticket, f"📣 Avance de {bold(ticket.number)} enviado a {what}.")
