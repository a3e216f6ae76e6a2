"""Buttons that stand under more than one reply, and what is said with no other."""

from itgov_bot.actions import Action
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Choice, Reply

OPEN_TICKET = Choice("Abrir un caso", Action.NEW_TICKET.data())
PERSON = Choice("Hablar con una persona", Action.PERSON.data())
SEE_QUEUE = Choice("Ver la mesa", Action.COMMAND.data("mesa"))
RESUME_FORM = Choice("Seguir donde iba", Action.FORM.data("resume"))


def of_service(service: Service) -> tuple[Choice, Choice]:
    return (
        Choice("Abrir un caso", Action.NEW_TICKET.data(service.id)),
        Choice("Ver el servicio", Action.SERVICE.data(service.id)),
    )


def see_ticket(ticket: Ticket, label: str = "Ver cómo va") -> Choice:
    """For its requester, and in private for whoever else may see it."""
    return Choice(label, Action.TICKET.data(ticket.number, "see"))


def see_at_desk(ticket: Ticket, label: str = "Ver el caso") -> Choice:
    """Its card, for the desk's people."""
    return Choice(label, Action.DESK.data(ticket.number))


def told_of(ticket: Ticket, text: str) -> Reply:
    """Something about a ticket, for the desk's people: with the way to its card."""
    return Reply(text, (see_at_desk(ticket),))


def see_outage(ticket: Ticket) -> Choice:
    """For somebody who is affected: without what is its requester's."""
    return Choice("Ver cómo va", Action.SAME_OUTAGE.data(ticket.number, "see"))


def yes_or_no(
    yes: str, data: str, no: str = "No", otherwise: str = Action.DONE.data()
) -> tuple[Choice, Choice]:
    """The two answers to a question, each with what its button does; a no mostly does nothing."""
    return Choice(yes, data, answers="yes"), Choice(no, otherwise, answers="no")


# After «No autorizo»

CHANGED_MIND = Choice("Cambié de opinión", Action.TAKE_UP.data())
OTHER_WAYS = Choice("Reportarlo sin dar datos", Action.CHANNELS.data())
