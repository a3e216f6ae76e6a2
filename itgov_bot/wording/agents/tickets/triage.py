"""What is asked where a ticket is sorted or handed on: whose it is to be, what it is, and whether another is the same."""

from collections.abc import Sequence

from itgov_bot.actions import Action
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import Priority, Ticket
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.agents.tickets.prompts import short
from itgov_bot.wording.choices import see_at_desk, told_of
from itgov_bot.wording.forms import MakeChoice
from itgov_bot.wording.labels import PRIORITIES, STATES, service_line
from itgov_bot.wording.names import agent_name
from itgov_bot.wording.text import bold, on_button, quoted

UP = "up"
"""Instead of a colleague: whoever coordinates."""
NO_SERVICE = "none"


def holder_changed(ticket: Ticket, holder: Person | None) -> Reply:
    now_with = f"lo tiene {bold(agent_name(holder))}" if holder else "no lo tiene nadie"
    return told_of(ticket, f"Mientras tanto cambió: ahora {bold(ticket.number)} {now_with}. No lo moví.")


def ask_who(ticket: Ticket, people: Sequence[Person], next_page: int | None, choice: MakeChoice) -> Reply:
    """A reason behind the name goes with it."""
    more = (choice("Ver más", f"page{next_page}"),) if next_page is not None else ()
    return Reply(
        f"¿A quién le paso {bold(ticket.number)}? Elija, o escriba el nombre; si hay un motivo, después de dos puntos: "
        f"<code>Ana: no tengo permisos</code>.",
        (
            *(choice(on_button(agent_name(one)), str(one.id)) for one in people),
            *more,
            choice("Escalar a quien coordina", UP),
        ),
        columns=2,
    )


def ask_why_escalated(ticket: Ticket) -> Reply:
    return Reply(f"¿Por qué escala {bold(ticket.number)}? Escríbalo en una frase: la lee quien coordina.")


def ask_what_it_is(
    ticket: Ticket, services: Sequence[Service], same: Sequence[Ticket], choice: MakeChoice
) -> Reply:
    """Its service, how soon it is due, or that it is another one; urgent is given by the exceptions of the ANS alone."""
    priorities = [one for one in Priority if one not in (Priority.URGENT, ticket.priority)]
    return Reply(
        f"¿Qué es {bold(ticket.number)}? Elija, o escriba un servicio, una prioridad o el número del caso con el que se "
        f"junta: ese otro sigue, y este se cierra con todo lo suyo guardado.",
        (
            *(choice(on_button(one.label), one.id) for one in services),
            choice("Otro servicio…", "page0"),
            *((choice("Por clasificar", NO_SERVICE),) if ticket.service else ()),
            *(choice(f"Prioridad {PRIORITIES[one]}", one) for one in priorities if not ticket.urgent),
            *(choice(on_button(f"Igual a {short(one)}"), one.number) for one in same),
        ),
        columns=2,
    )


def ask_service(
    ticket: Ticket, services: Sequence[Service], page: int, choice: MakeChoice, *, has_more: bool
) -> Reply:
    """Some of the catalogue. `page` counts from 0."""
    turning = (("‹ Anteriores", page - 1, page > 0), ("Siguientes ›", page + 1, has_more))
    return Reply(
        f"¿De qué servicio es {bold(ticket.number)}? Elija, o escriba su nombre.",
        (
            *(choice(on_button(one.label), one.id) for one in services),
            *(choice(label, f"page{number}") for label, number, is_there in turning if is_there),
        ),
        columns=2,
    )


def not_known(said: str) -> Reply:
    return Reply(
        f"No sé qué es {quoted(said, 60)}: no es un servicio, ni una prioridad, ni el número de un caso."
    )


def ask_which_service(ticket: Ticket, said: str, services: Sequence[Service], choice: MakeChoice) -> Reply:
    return Reply(
        f"{bold(ticket.number)}: {quoted(said, 60)} puede ser más de un servicio, y no cambié nada. ¿Cuál es? Elija, o "
        f"escriba su nombre.",
        tuple(choice(on_button(one.label), one.id) for one in services),
        columns=2,
    )


def urgent_is_given(ticket: Ticket) -> Reply:
    return Reply(
        f"{bold(ticket.number)}: urgente es solo lo que el ANS exceptúa. Puede ponerle prioridad alta o, si es una caída, "
        "marcarla como tal en «Más…».",
        (Choice("Prioridad alta", Action.AGENT.data(ticket.number, f"level:{Priority.HIGH}")),),
    )


def same_as_other(ticket: Ticket, other: Ticket, service: Service | None, choice: MakeChoice) -> Reply:
    """`service`: that of the other one."""
    named = f"{bold(other.number)}, de {service_line(service)} ({quoted(other.text, 120)})"
    is_unlike = service is not None and ticket.service not in (None, service.id)
    both = f"es de otro servicio que {named}" if is_unlike else f"y {named}"
    return Reply(
        f"{bold(ticket.number)} {both}. ¿Es lo mismo, y los junto?",
        (choice("Sí, juntarlos", "yes", "yes"), choice("No, dejarlo así", "no", "no")),
    )


def cannot_merge(problem: str, other: Ticket) -> Reply:
    """`other`: the one that was to go on."""
    named = bold(other.number)
    return Reply(
        {
            "itself": f"{named} es este mismo caso. Dígame el número de otro.",
            "not_live": f"{named} ya no está abierto ({STATES[other.state]}): no se puede juntar con él. Si es lo mismo, "
            "reábralo primero, o responda y resuelva este por aparte.",
            "already": f"Este caso ya se había juntado con otro; con {named} no se puede.",
        }[problem],
        (see_at_desk(other),) if problem == "not_live" else (),
    )
