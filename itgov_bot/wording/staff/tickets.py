"""A ticket in words: the form that opens it, its summary, how it goes, the lists."""

from __future__ import annotations

from collections.abc import Sequence

from itgov_bot.actions import Action
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.domain.tickets.view import TicketView
from itgov_bot.messages import Choice, Reply
from itgov_bot.wording.choices import OPEN_TICKET, see_ticket
from itgov_bot.wording.city import call_the_line
from itgov_bot.wording.hours import why_not_sooner
from itgov_bot.wording.labels import STATES, service_line
from itgov_bot.wording.staff.rating import reopening
from itgov_bot.wording.text import bold, clip, esc, stop, when

BY_THIS_CHAT = "por este chat"
PLACE_NOT_SAID = "sin indicar"
MAX_SHOWN_CHARS = 700


def opened(view: TicketView, *, reached: bool) -> Reply:
    """`reached`: an urgent one came to somebody's eyes."""
    ticket = view.ticket
    head = f"{'🚨' if ticket.urgent else '✅'} Su caso quedó abierto: {bold(ticket.number)}"
    told = f"{head}\n🧩 {service_line(view.service)}\n{_what_next(view, reached)}"
    return Reply(told, ticket_choices(ticket))


def _what_next(view: TicketView, reached: bool) -> str:
    ticket = view.ticket
    if ticket.urgent:
        return _who_was_paged(view, reached)
    if ticket.attended_from <= view.now:
        return "Estamos en horario: lo atienden en el orden de llegada. Le aviso aquí cada cambio."
    start = view.local(ticket.attended_from)
    return (
        f"Ahora está cerrado; lo atienden desde "
        f"{stop(when(start, view.local_now) + why_not_sooner(view.calendar, view.now, start))} Le aviso aquí cada cambio."
    )


def _who_was_paged(view: TicketView, reached: bool) -> str:
    if not reached:
        return (
            "Quedó marcado como urgente, pero todavía no hay nadie de guardia registrado en este chat"
            f"{': ' if view.city.phones else ''}{call_the_line(view.city, also='también ')}."
        )
    told = "Ya avisé a la guardia. Apenas alguien lo tome le escribo aquí quién es."
    if view.ticket.place != PLACE_NOT_SAID:
        return told
    return f"{told}\nEscriba aquí el lugar y un teléfono: se lo paso a la guardia."


def ticket_choices(ticket: Ticket) -> tuple[Choice, ...]:
    """What a requester can do with a ticket now."""
    if not ticket.is_live:
        again = (reopening(ticket),) if ticket.may_reopen else ()
        return (Choice("Ver historia", Action.TICKET.data(ticket.number, "log")), *again)
    return (
        see_ticket(ticket),
        Choice("Agregar algo", Action.TICKET.data(ticket.number, "add")),
        Choice("Cancelar el caso", Action.TICKET.data(ticket.number, "cancel")),
    )


def no_such_ticket(asked: str) -> Reply:
    return Reply(
        f"No encuentro entre sus casos el «{esc(clip(asked, 40))}». Véalos todos con /casos.",
        (Choice("Mis casos", Action.MY_TICKETS.data("0")),),
    )


def ask_addition(ticket: Ticket) -> Reply:
    return Reply(f"¿Qué le agrego al caso {bold(ticket.number)}? Escriba, o mande una foto o un documento.")


def corrected(text: str) -> str:
    """Words that replace others of the same ticket: both stay in it."""
    return f"(corregido) {text}"


def added(ticket: Ticket, *, files: int = 0) -> Reply:
    what = "su mensaje" if not files else "el archivo" if files == 1 else f"{files} archivos"
    seen = see_ticket(ticket)
    if ticket.may_reopen:
        return Reply(
            f"Agregué {what} al caso {bold(ticket.number)}, que está resuelto. Si sigue fallando, reábralo.",
            (reopening(ticket), seen),
        )
    return Reply(f"Agregué {what} al caso {bold(ticket.number)}.", (seen,))


def not_live(ticket: Ticket) -> Reply:
    again = (reopening(ticket),) if ticket.may_reopen else ()
    what = "reábralo o abra otro" if again else "abra otro"
    return Reply(
        f"El caso {bold(ticket.number)} está {STATES[ticket.state]} y ya no recibe cambios. Si el "
        f"problema sigue, {what}.",
        (*again, OPEN_TICKET),
    )


def ask_cancel(ticket: Ticket) -> Reply:
    return Reply(
        f"¿Cancelo el caso {bold(ticket.number)} («{esc(clip(ticket.text, 60))}»)? No se puede deshacer.",
        (
            Choice("Sí, cancelarlo", Action.TICKET.data(ticket.number, "drop"), answers="yes"),
            Choice("No, dejarlo abierto", Action.TICKET.data(ticket.number, "see"), answers="no"),
        ),
    )


def cancelled(ticket: Ticket) -> Reply:
    return Reply(f"Cancelé el caso {bold(ticket.number)}. Si vuelve a pasar, aquí estamos.")


def which_for_files(tickets: Sequence[Ticket], count: int) -> Reply:
    """A file without a word: for which ticket?"""
    what = "el archivo" if count == 1 else f"los {count} archivos"
    choices = [
        Choice(f"Al caso {one.number}: {clip(one.text, 30)}", Action.TICKET.data(one.number, "file"))
        for one in tickets[:8]
    ]
    return Reply(
        f"📎 Recibí {what}. ¿Para qué caso es?",
        (*choices, Choice("Abrir un caso nuevo con esto", Action.NEW_TICKET.data())),
    )
