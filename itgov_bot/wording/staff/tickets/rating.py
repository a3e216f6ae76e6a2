"""After the solution: the question for a rating, the thanks, the reminder, the closing, and what the desk hears of it."""

from itgov_bot.actions import Action
from itgov_bot.domain.tickets.ticket import Solution, State, Ticket
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.choices import OPEN_TICKET, see_ticket
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.names import agent_name
from itgov_bot.wording.text import bold, clip, esc, quoted, stop, when

STARS = range(1, 6)
MAX_OUTCOME_CHARS = 1500
QUESTION = "¿Cómo le fue con la solución? Califíquela de 1 (mal) a 5 (excelente)."
HOW = {Solution.REMOTE: " (a distancia)", Solution.ON_SITE: " (en el sitio)", Solution.SELF: "", None: ""}


SKIPPED = Reply("Listo, muchas gracias. Que tenga buen día.")


def resolved(view: TicketView, event: EventView) -> Reply:
    """To its requester, who is asked how it was."""
    ticket = view.ticket
    done = esc(clip(ticket.outcome or "", MAX_OUTCOME_CHARS))
    asked = question(ticket, " ") if view.requester.has_chat else ""
    return Reply(
        f"✅ Su caso {bold(ticket.number)} está resuelto.\n📝 {esc(clip(ticket.text, 200))}\n"
        f"🔧 {bold(agent_name(event.by))}{HOW[ticket.solution]}: {stop(done)}\n\n"
        f"{asked}Si no nos dice nada, el caso se cierra solo {_closing(view)}",
        scale(ticket),
        columns=len(STARS),
    )


def reminder(view: TicketView, _event: EventView) -> Reply:
    ticket = view.ticket
    return Reply(
        f"⭐ ¿Quedó bien su caso {bold(ticket.number)} ({quoted(ticket.text, 80)})? {QUESTION}\n"
        f"Se cierra solo {_closing(view)}",
        scale(ticket),
        columns=len(STARS),
    )


def _closing(view: TicketView) -> str:
    return stop(when(view.closes_at, view.local_now))


def question(ticket: Ticket, after: str = "") -> str:
    """Nobody is asked how their own work was. `after` stands between the question and what follows it."""
    return f"{QUESTION}{after}" if ticket.rating_counts else ""


def scale(ticket: Ticket) -> tuple[Choice, ...]:
    """The numbers come first, so that a typed number is the rating."""
    if not ticket.rating_counts:
        return (reopening(ticket),)
    stars = (Choice(str(star), Action.RATE.data(ticket.number, star)) for star in STARS)
    return (*stars, reopening(ticket))


def reopening(ticket: Ticket) -> Choice:
    return Choice("Sigue fallando: reabrir", Action.TICKET.data(ticket.number, "reopen"))


def thanks(ticket: Ticket, choice: MakeChoice | None) -> Reply:
    """`choice` makes the buttons of the question for a comment; None when another form is open."""
    if choice is None:
        more = (Choice("Agregar un comentario", Action.RATE.data(ticket.number, "say")),)
    else:
        more = (choice("No, gracias", "skip", "no"),)
    if ticket.is_rated_low:
        return Reply(
            f"Lamento que {bold(ticket.number)} no haya quedado bien; se lo cuento a quien coordina la mesa. "
            "¿Qué faltó? Escríbalo aquí, o reabra el caso.",
            (reopening(ticket), *more),
        )
    return Reply(
        f"¡Gracias! {bold(ticket.number)} queda con {ticket.rating} de 5. "
        "Si quiere, escríbanos un comentario sobre la atención.",
        more,
    )


def ask_comment(ticket: Ticket, choice: MakeChoice) -> Reply:
    return Reply(
        f"¿Qué nos quiere contar de la atención de {bold(ticket.number)}?",
        (choice("No, gracias", "skip", "no"),),
    )


def commented(ticket: Ticket) -> Reply:
    """People go on writing: what was taken as a comment may have been another problem."""
    return Reply(
        f"Guardé su comentario sobre {bold(ticket.number)}. ¡Gracias por tomarse el tiempo!",
        (Choice("Era otro: abrir un caso", Action.NEW_TICKET.data()),),
    )


def ask_reopen(ticket: Ticket) -> Reply:
    """Who says that it went badly, or that it still fails."""
    told = " y se lo cuento a quien coordina la mesa" if ticket.is_rated_low else ""
    return Reply(
        f"Lamento que {bold(ticket.number)} no haya quedado bien. Guardé su comentario{told}. ¿Reabro el caso para que lo "
        "sigan viendo?",
        (
            Choice("Sí, reabrirlo", Action.TICKET.data(ticket.number, "reopen"), answers="yes"),
            Choice("No, dejarlo así", Action.DONE.data(), answers="no"),
            Choice("Era otro: abrir un caso", Action.NEW_TICKET.data()),
        ),
    )


def rated_with_words(ticket: Ticket) -> Reply:
    return Reply(
        f"¡Gracias! {bold(ticket.number)} queda con {ticket.rating} de 5: {quoted(ticket.rating_comment or '', 200)}.",
        (Choice("Era otro: abrir un caso", Action.NEW_TICKET.data()),),
    )


def rated_low_but_works(ticket: Ticket) -> Reply:
    """It works, and it was not good how they were attended."""
    return Reply(
        f"{bold(ticket.number)} queda con {ticket.rating} de 5. Se lo cuento a quien coordina la mesa, con su comentario: "
        f"{quoted(ticket.rating_comment or '', 200)}.",
        (reopening(ticket),),
    )


def not_to_rate(ticket: Ticket) -> Reply:
    if not ticket.rating_counts:
        return Reply(
            f"{bold(ticket.number)} lo resolvió usted: quien resuelve un caso no lo califica.",
            (see_ticket(ticket),),
        )
    if ticket.state in (State.CLOSED, State.CANCELLED):
        given = f" y quedó con {ticket.rating} de 5" if ticket.rating else ""
        choices = (reopening(ticket),) if ticket.may_reopen else ()
        return Reply(f"El caso {bold(ticket.number)} ya se cerró{given}: no se puede calificar.", choices)
    return Reply(
        f"El caso {bold(ticket.number)} se califica cuando esté resuelto. Apenas lo esté le pregunto aquí.",
        (see_ticket(ticket),),
    )


def cannot_reopen(ticket: Ticket) -> Reply:
    if ticket.is_live:
        return Reply(
            f"El caso {bold(ticket.number)} ya está abierto.",
            (see_ticket(ticket),),
        )
    return Reply(
        f"El caso {bold(ticket.number)} no se puede reabrir. Si el problema sigue, abra otro.",
        (OPEN_TICKET,),
    )


def closed_by_time(view: TicketView, _event: EventView) -> Reply:
    ticket = view.ticket
    return Reply(
        f"📁 Cerré su caso {bold(ticket.number)} ({quoted(ticket.text, 80)}), que estaba resuelto. "
        "Gracias por escribirnos. Si vuelve a fallar, puede reabrirlo con este botón, hoy o más adelante.",
        (reopening(ticket),),
    )
