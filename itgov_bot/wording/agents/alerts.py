"""What is late or went badly: to who has the ticket, and to the coordinator."""

from itgov_bot.domain.facts import Complained
from itgov_bot.domain.tickets.rating import LOW_RATING
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.replies import Reply
from itgov_bot.wording.choices import see_ticket
from itgov_bot.wording.names import agent_name, name_of
from itgov_bot.wording.on_ticket import before, rated
from itgov_bot.wording.text import bold, clip, esc, quoted, stop, when

SOON = {"first_answer_due": "Falta responder", "solution_due": "Falta resolver"}
LATE = {"first_answer_due": "sin primera respuesta", "solution_due": "sin solución"}


def due_soon(view: TicketView, event: EventView) -> Reply:
    """To whoever has the ticket, or the desk."""
    which = event.words("which")
    due = before(view.local(getattr(view.ticket, which)), view.local_now)
    return Reply(
        f"⏰ {SOON[which]} {bold(view.ticket.number)} {stop(due)}\n{_about(view)}",
        (see_ticket(view.ticket, "Ver el caso"),),
    )


def overdue(view: TicketView, event: EventView) -> Reply:
    """To the coordinator."""
    which = event.words("which")
    due = when(view.local(getattr(view.ticket, which)), view.local_now)
    return Reply(
        f"🔴 {bold(view.ticket.number)} está {LATE[which]} y venció {stop(due)} {_who_has_it(view)}\n{_about(view)}",
        (see_ticket(view.ticket, "Ver el caso"),),
    )


def low_for_coordinator(view: TicketView, event: EventView) -> Reply:
    """Of one solution: what is said of it later, a comment or other stars, takes the place of this message."""
    stars, comment = int(event.data["rating"]), event.words("comment")
    head = "⚠️ " + bold("Calificación baja") if stars <= LOW_RATING else "⭐ " + bold("Calificación corregida")
    solved = f"\n👤 Lo resolvió: {esc(agent_name(event.people[0]))}" if event.people else ""
    return Reply(
        f"{head}: {bold(name_of(view.requester))} calificó {bold(view.ticket.number)}.\n"
        f"{rated(stars, comment)}{solved}\n🔧 {esc(clip(event.words() or 'sin detalle', 300))}",
        (see_ticket(view.ticket, "Ver el caso"),),
        card=f"rating:{view.ticket.id}:{event.words('solved_at')}",
    )


def complained(view: TicketView, event: EventView) -> Reply:
    """To the coordinator, in the words of who opened it."""
    return Reply(
        f"⚠️ {bold('Queja')} de {bold(name_of(event.by))} sobre {bold(view.ticket.number)}: "
        f"{quoted(event.words(), 1000)}\n{_who_has_it(view)}\n{_about(view)}",
        (see_ticket(view.ticket, "Ver el caso"),),
    )


def complained_of_desk(fact: Complained) -> Reply:
    """To the coordinator, where it is about no ticket."""
    return Reply(f"⚠️ {bold('Queja')} de {bold(name_of(fact.by))}: {quoted(fact.text, 1000)}")


def _who_has_it(view: TicketView) -> str:
    if view.holder is None:
        return "Nadie lo tiene." if view.ticket.is_live else "Ya no está abierto."
    return f"{'Lo tiene' if view.ticket.is_live else 'Lo atendió'} {bold(agent_name(view.holder))}."


def _about(view: TicketView) -> str:
    return f"📝 {esc(clip(view.ticket.text, 200))}"
