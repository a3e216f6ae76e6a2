"""The buttons of a ticket's card: whatever is allowed in its state.

Their data is `ag:NUMBER:what`, but for «Lo tomo», which is as old as the desk.
"""

from itgov_bot.actions import Action
from itgov_bot.domain.tickets.moves import Move, allowed
from itgov_bot.domain.tickets.ticket import State, Ticket
from itgov_bot.domain.tickets.view import TicketView
from itgov_bot.replies import Choice


def actions(view: TicketView) -> tuple[Choice, ...]:
    """What is done most often to a ticket that stands here."""
    ticket, state = view.ticket, view.ticket.state
    if state is State.CANCELLED or ticket.merged_into is not None:
        return (_action(ticket, "Historia", "log"), _action(ticket, "Archivos", "files"))
    if not ticket.is_live:
        return (
            _action(ticket, "Reabrir", "reopen"),
            _action(ticket, "Nota interna", "note"),
            _action(ticket, "Historia", "log"),
            _action(ticket, "Archivos", "files"),
            *((_action(ticket, "Caída: desde y hasta", "outage"),) if ticket.is_outage else ()),
        )
    wait = (_action(ticket, "En espera", "wait"),) if allowed(Move.WAIT, state) else ()
    resume = (_action(ticket, "Seguir", "resume"),) if allowed(Move.RESUME, state) else ()
    return (
        *take_choice(ticket),
        _action(ticket, "Responder", "answer"),
        *wait,
        *resume,
        _action(ticket, "Resolver", "solve"),
        _action(ticket, "Asignar", "assign"),
        _action(ticket, "Clasificar", "sort"),
        *((_action(ticket, "Avisar avance", "news"),) if ticket.is_outage else ()),
        *((_action(ticket, "Archivos", "files"),) if ticket.attachments else ()),
        _action(ticket, "Más…", "more"),
    )


def more_actions(view: TicketView) -> tuple[Choice, ...]:
    ticket = view.ticket
    if not ticket.is_live:
        return actions(view)
    return (
        _action(ticket, "Nota interna", "note"),
        _action(ticket, "Cancelar el caso", "annul"),
        _outage_or_date(ticket),
        _action(ticket, "Historia", "log"),
        *((_action(ticket, "No era urgente", "calm"),) if ticket.urgent else ()),
        *((_action(ticket, "Llamar a la guardia", "guard"),) if view.may_call_guard else ()),
        _action(ticket, "Volver", "less"),
    )


def undo_choice(ticket: Ticket, undo: bool) -> tuple[Choice, ...]:
    return (_action(ticket, "Deshacer", "undo"),) if undo else ()


def _outage_or_date(ticket: Ticket) -> Choice:
    """An event has a date; anything else may turn out to be an outage."""
    if ticket.event_at:
        return _action(ticket, "Cambiar fecha", "date")
    return _action(ticket, "Caída: desde cuándo" if ticket.is_outage else "Es una caída", "outage")


def take_choice(ticket: Ticket) -> tuple[Choice, ...]:
    """Of an event, taking it is the confirmation."""
    label = "Confirmo: yo voy" if ticket.event_at else "Lo tomo"
    return (Choice(label, Action.TAKE.data(ticket.number)),) if allowed(Move.TAKE, ticket.state) else ()


def shown_by(data: str) -> str:
    """The number of the ticket on whose card, as it stands, a button has this data; "" for those of a question."""
    word, _, rest = data.partition(":")
    number, _, what = rest.partition(":")
    return number if word == Action.AGENT and what in ("more", "less", "log") else ""


def _action(ticket: Ticket, label: str, what: str) -> Choice:
    return Choice(label, Action.AGENT.data(ticket.number, what))
