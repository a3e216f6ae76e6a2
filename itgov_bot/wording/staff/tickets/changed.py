"""What a requester reads at once when their ticket is opened, added to or cancelled, what is asked before, its buttons."""

from collections.abc import Sequence
from datetime import datetime

from itgov_bot.actions import Action
from itgov_bot.domain.tickets.accompaniment import WhoIsAsked, is_about_to_happen
from itgov_bot.domain.tickets.paging import Reach
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.domain.tickets.view import TicketView
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.choices import OPEN_TICKET, see_ticket
from itgov_bot.wording.city import call_the_line
from itgov_bot.wording.hours import why_not_sooner
from itgov_bot.wording.labels import STATES, service_line
from itgov_bot.wording.names import agent_name
from itgov_bot.wording.on_ticket import BY_THIS_CHAT, PLACE_NOT_SAID, event_line
from itgov_bot.wording.staff import accompaniment as event_words
from itgov_bot.wording.staff.tickets.rating import reopening
from itgov_bot.wording.text import bold, join, on_button, quoted, stop, when


def opened(view: TicketView, reach: Reach | None = None, asked: WhoIsAsked = WhoIsAsked.NOBODY) -> Reply:
    """`reach`: to whose eyes an urgent one comes."""
    ticket = view.ticket
    head = f"{'🚨' if ticket.urgent else '✅'} Su caso quedó abierto: {bold(ticket.number)}"
    told = f"{head}\n🧩 {service_line(view.service)}\n{_what_next(view, reach, asked)}"
    return Reply(told, ticket_choices(ticket))


def enough(most: int) -> Reply:
    """They have that many live cases, and this one is still in its form."""
    return Reply(
        f"Usted ya tiene {most} casos abiertos, y es lo más que puede tener una persona a la vez. "
        "Lo que escribió sigue aquí: cancele en /casos uno que ya no necesite, o espere a que se resuelva uno, "
        "y pulse <b>Enviar</b> otra vez."
    )


def _what_next(view: TicketView, reach: Reach | None, asked: WhoIsAsked) -> str:
    ticket = view.ticket
    if ticket.event_at and reach is not Reach.NOBODY and _is_planned(view, ticket.event_at):
        return event_words.what_next(view, asked)
    if reach:
        return f"{event_line(view)}{who_hears(view, reach)}"
    if ticket.attended_from <= view.now:
        return "Estamos en horario: lo atienden en el orden de llegada. Le aviso aquí cada cambio."
    start = view.local(ticket.attended_from)
    return (
        f"Ahora está cerrado; lo atienden desde "
        f"{stop(when(start, view.local_now) + why_not_sooner(view.calendar, view.now, start))} Le aviso aquí cada cambio."
    )


def _is_planned(view: TicketView, event_at: datetime) -> bool:
    return not is_about_to_happen(view.calendar, event_at, view.now)


def who_hears(view: TicketView, reach: Reach) -> str:
    """What its requester reads of an urgent ticket: who was told, and what is still wanted of them."""
    call = call_the_line(view.city, also="también ")
    line = f": {call}." if call else "."
    match reach:
        case Reach.GUARD:
            told = "Ya avisé a la guardia. Apenas alguien lo tome le escribo aquí quién es."
            return f"{told}{_what_is_missing(view.ticket, 'la guardia')}"
        case Reach.AGENTS:
            told = "Queda de primero en la fila; avisé a los agentes. Le aviso aquí cada cambio."
            return f"{told}{_what_is_missing(view.ticket, 'los agentes')}"
        case Reach.TAKEN:
            return f"Ya lo tiene {bold(agent_name(view.holder))}: lo que escriba aquí sobre el caso le llega."
        case Reach.WAITS:
            wait = f" Si es otra emergencia y no puede esperar, {call}." if call else ""
            return (
                "Usted ya llamó varias veces a la guardia esta noche, así que este reporte se le muestra junto con los "
                f"otros, sin volver a llamarla.{wait}"
            )
        case Reach.LATER:
            start = when(view.local(view.calendar.opens_at(view.now)), view.local_now)
            return f"No hace falta despertar ahora a la guardia: lo ven desde {stop(start)} Le aviso aquí cada cambio."
        case Reach.NOBODY:
            where = "agentes registrados" if view.is_open else "nadie de guardia registrado"
            return f"Quedó marcado como urgente, pero todavía no hay {where} en este chat{line}"


def guard_asked(view: TicketView, reach: Reach) -> Reply:
    """After «Llamar a la guardia»."""
    in_hours = "Estamos en horario y no hace falta la guardia. " if view.is_open else ""
    return Reply(
        f"🚨 {bold(view.ticket.number)}: {in_hours}{who_hears(view, reach)}", ticket_choices(view.ticket)
    )


def _what_is_missing(ticket: Ticket, whom: str) -> str:
    """One line that asks for place and telephone, of what is not known of them."""
    missing = [
        *(["el lugar"] if ticket.place == PLACE_NOT_SAID else []),
        *(["un teléfono"] if ticket.contact == BY_THIS_CHAT else []),
    ]
    return f"\nEscriba aquí {join(missing)}: se lo paso a {whom}." if missing else ""


def ticket_choices(ticket: Ticket) -> tuple[Choice, ...]:
    """What a requester can do with a ticket now."""
    if not ticket.is_live:
        again = (reopening(ticket),) if ticket.may_reopen else ()
        return (Choice("Ver historia", Action.TICKET.data(ticket.number, "log")), *again)
    date = (Choice("Cambiar fecha", Action.TICKET.data(ticket.number, "date")),) if ticket.event_at else ()
    return (
        see_ticket(ticket),
        Choice("Agregar algo", Action.TICKET.data(ticket.number, "add")),
        *date,
        Choice("Cancelar el caso", Action.TICKET.data(ticket.number, "cancel")),
    )


def no_such_ticket(asked: str) -> Reply:
    return Reply(
        f"No encuentro entre sus casos el {quoted(asked, 40)}. Véalos todos con /casos.",
        (Choice("Mis casos", Action.MY_TICKETS.data("0")),),
    )


def ask_addition(ticket: Ticket) -> Reply:
    return Reply(f"¿Qué le agrego al caso {bold(ticket.number)}? Escriba, o mande una foto o un documento.")


def corrected(text: str) -> str:
    """Words that replace others of the same ticket: both stay in it."""
    return f"(corregido) {text}"


def added(ticket: Ticket, *, words: bool = True, files: int = 0) -> Reply:
    said = ["su mensaje"] if words else []
    sent = ["el archivo" if files == 1 else f"{files} archivos"] if files else []
    what = " y ".join([*said, *sent])
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
        f"¿Cancelo el caso {bold(ticket.number)} ({quoted(ticket.text, 60)})? No se puede deshacer.",
        (
            Choice("Sí, cancelarlo", Action.TICKET.data(ticket.number, "drop"), answers="yes"),
            Choice("No, dejarlo abierto", Action.TICKET.data(ticket.number, "see"), answers="no"),
        ),
    )


def calmed(view: TicketView) -> Reply:
    """They said themselves that it is not urgent."""
    start = view.local(view.ticket.attended_from)
    seen = "Sigue en la fila." if view.is_open else f"Lo atienden desde {stop(when(start, view.local_now))}"
    told = (
        f"De acuerdo: {bold(view.ticket.number)} queda como caso normal y ya no llamo a nadie por él. {seen}"
    )
    return Reply(told, ticket_choices(view.ticket))


def cancelled(ticket: Ticket) -> Reply:
    if ticket.event_at:
        return Reply(
            f"Cancelé el evento de {bold(ticket.number)} y les avisé a todos los que lo tenían en la agenda."
        )
    return Reply(f"Cancelé el caso {bold(ticket.number)}. Si vuelve a pasar, aquí estamos.")


def which_for_files(tickets: Sequence[Ticket], count: int, *, left_out: bool = False) -> Reply:
    """A file without a word: for which ticket? `left_out`: more came than may wait."""
    what = "el archivo" if count == 1 else f"los {count} archivos"
    if left_out:
        what = f"los primeros {count} archivos; los demás no los guardé: envíelos cuando estos ya tengan caso"
    choices = [
        Choice(on_button(f"{one.number}: {one.text}"), Action.TICKET.data(one.number, "file"))
        for one in tickets[:8]
    ]
    return Reply(
        f"📎 Recibí {what}. ¿Para qué caso es?",
        (*choices, Choice("Abrir un caso nuevo con esto", Action.NEW_TICKET.data())),
    )


def reopened(view: TicketView, *, asks: bool, reach: Reach | None = None) -> Reply:
    """To the requester who did it: who takes it up again, and from when on. `asks` why, where nothing says it. `reach`: to
    whose eyes an urgent one comes."""
    add = Choice("Agregar algo", Action.TICKET.data(view.ticket.number, "add"))
    return Reply(
        f"🔄 Reabrí su caso {bold(view.ticket.number)}, con toda su historia. {_taken_up(view, reach)}"
        f"{' ¿Qué sigue fallando? Escríbalo aquí.' if asks else ''}",
        (see_ticket(view.ticket),) if asks else (see_ticket(view.ticket), add),
    )


def _taken_up(view: TicketView, reach: Reach | None) -> str:
    if reach:
        return who_hears(view, Reach.TAKEN if view.holder else reach)
    opens_at = view.calendar.opens_at(view.now)
    by = f"Lo retoma {bold(agent_name(view.holder))}" if view.holder else "Lo retoma la mesa"
    since = "" if opens_at <= view.now else f" desde {when(view.local(opens_at), view.local_now)}"
    return stop(by + since)
