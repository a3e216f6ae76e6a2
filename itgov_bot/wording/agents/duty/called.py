"""What is asked of who is called for an urgent case, or has it, when it is not sure what their words are for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from itgov_bot.actions import EVERY, Action
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.domain.tickets.view import TicketView
from itgov_bot.replies import Choice, Reply
from itgov_bot.understanding.inside.called import CalledSays
from itgov_bot.wording.agents.duty.pages import page_choices
from itgov_bot.wording.choices import see_at_desk
from itgov_bot.wording.names import name_of
from itgov_bot.wording.text import bold, on_button, quoted

MAX_WHICH = 8
_ELSE = Choice("Es otra cosa", Action.NEW_MATTER.data())
_BUTTONS: Mapping[CalledSays, Callable[[TicketView], Choice]] = {
    CalledSays.TAKE: lambda view: Choice("Lo tomo", Action.TAKE.data(view.ticket.number)),
    CalledSays.DECLINE: lambda view: Choice("No puedo", Action.AGENT.data(view.ticket.number, "decline")),
    CalledSays.HELP: lambda _view: Choice("¿Quién más está?", Action.COMMAND.data("guardia", "")),
    CalledSays.CALM: lambda view: Choice("No es urgente", Action.AGENT.data(view.ticket.number, "calm")),
    CalledSays.OVER: lambda view: Choice(
        "Ya quedó: resolver", Action.AGENT.data(view.ticket.number, "solve")
    ),
    CalledSays.ASK: lambda view: see_at_desk(view.ticket),
    CalledSays.MERGE: lambda view: Choice(
        "Es el mismo que otro", Action.AGENT.data(view.ticket.number, "merge")
    ),
    CalledSays.PERSON: lambda view: Choice(
        on_button(f"Decírselo a {name_of(view.requester)}"),
        Action.GOES_TO.data(view.ticket.number, "pass"),
    ),
    CalledSays.NOTE: lambda view: Choice(
        "Guardar como nota", Action.GOES_TO.data(view.ticket.number, "note")
    ),
    CalledSays.OTHER: lambda _view: _ELSE,
}
_OF_CALLED = (CalledSays.TAKE, CalledSays.DECLINE, CalledSays.OTHER)
_OF_HELD = (CalledSays.OVER, CalledSays.PERSON, CalledSays.OTHER)


def ask(view: TicketView, text: str, says: Sequence[CalledSays], *, is_called: bool) -> Reply:
    """`says`: what the words are likeliest, first."""
    number, offered = (
        bold(view.ticket.number),
        dict.fromkeys((*says, *(_OF_CALLED if is_called else _OF_HELD))),
    )
    if says == (CalledSays.CALM,):
        question = f"¿{number} no es urgente? Entonces dejo de llamar a la guardia, y queda en la fila."
    else:
        question = f"No sé si {quoted(text, 200)} es por {number}. ¿Lo toma, o no puede?"
    return Reply(question, tuple(_BUTTONS[one](view) for one in offered))


def ask_if_another(view: TicketView, text: str) -> Reply:
    """Of who has an urgent case, or is called for it."""
    another = Choice("Sí, reportar otra caída", Action.NEW_MATTER.data())
    of_it = _BUTTONS[CalledSays.NOTE](view)
    question = f"¿{quoted(text, 200)} es otra caída, aparte de {bold(view.ticket.number)}?"
    return Reply(question, (another, Choice("No, es la misma: anotarlo", of_it.data)))


def which(called: Sequence[TicketView], *, takes: bool) -> Reply:
    """Of several calls at once, which one is answered."""

    def answers(number: str) -> str:
        return Action.TAKE.data(number) if takes else Action.AGENT.data(number, "decline")

    made = [
        Choice(on_button(f"{view.ticket.number}: {name_of(view.requester)}"), answers(view.ticket.number))
        for view in called[:MAX_WHICH]
    ]
    listed = "\n".join(f"{bold(one.ticket.number)}: {quoted(one.ticket.text, 80)}" for one in called)
    question = "¿Cuál toma?" if takes else "¿Con cuál no puede?"
    every = Choice("Los dos" if len(called) == 2 else "Todos", answers(EVERY))
    return Reply(f"{question}\n{listed}", (*made, every))


def with_answers(told: Reply, ticket: Ticket) -> Reply:
    """What was asked before somebody answers the call: the call stays."""
    return replace(told, choices=(*page_choices(ticket), *told.choices))
