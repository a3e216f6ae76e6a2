"""What an agent is told who takes a ticket, gives it back, keeps it, or is called for it."""

from collections.abc import Sequence
from typing import Literal

from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.paging import Reach
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Reply
from itgov_bot.wording.agents.tickets.confirmations import done, give_back
from itgov_bot.wording.agents.tickets.undo import undo_of
from itgov_bot.wording.choices import see_at_desk, told_of
from itgov_bot.wording.labels import STATES
from itgov_bot.wording.names import bold_names, name_of
from itgov_bot.wording.text import bold, clip


def you_took_it(ticket: Ticket, who: str, requester: Person) -> Reply:
    heard = (
        "Le aviso a quien lo reportó"
        if requester.has_chat
        else f"{bold(clip(name_of(requester), 60))} no está en el chat"
    )
    return Reply(
        f"👍 {bold(ticket.number)} queda a cargo de {bold(who)}. {heard}.",
        (see_at_desk(ticket), give_back(ticket), *undo_of(ticket, EventKind.TAKEN)),
    )


def released(ticket: Ticket) -> Reply:
    return done(ticket, "volvió a la fila; usted ya no lo tiene.")


def declined(ticket: Ticket, became: Literal["noted", "next", "nobody"]) -> Reply:
    then = {
        "noted": "queda anotado; espero a los demás que llamé.",
        "next": "ya llamé a quien sigue.",
        "nobody": "ya no queda nadie más a quien llamar. Les avisé a toda la mesa, a quienes coordinan y a quien lo "
        "reportó; sigo llamando cada tanto hasta que alguien lo tome. Si puede, ayude a encontrar a alguien.",
    }[became]
    return told_of(ticket, f"De acuerdo, usted no puede con {bold(ticket.number)}: {then}")


def nothing_to_decline(ticket: Ticket, why: Literal["again", "not_called", "over"]) -> Reply:
    said = {
        "again": "ya había dicho que no puede.",
        "not_called": "a usted no lo llamé por ese caso.",
        "over": "ya no llamo a nadie por ese caso.",
    }[why]
    return told_of(ticket, f"{bold(ticket.number)}: {said}")


def guard_asked(ticket: Ticket, reach: Reach, called: Sequence[Person] = ()) -> Reply:
    """After «Llamar a la guardia», or when whoever had it gave it up. `called`: who was now; empty where nobody is left."""
    who = f"la guardia ({bold_names(called)})" if called else "toda la guardia"
    left = "" if called else ", y avisé a la mesa y a quienes coordinan que nadie responde"
    said = {
        Reach.GUARD: f"🚨 ya llamé a {who}{left}; el caso vuelve a la fila hasta que alguien lo tome.",
        Reach.AGENTS: "estamos en horario y no hace falta la guardia: queda de primero en la fila y avisé a los agentes.",
    }.get(reach, "no hay nadie de guardia a quien llamar.")
    return told_of(ticket, f"{bold(ticket.number)}: {said}")


def stays_yours(ticket: Ticket) -> Reply:
    return done(ticket, "sigue a su cargo; no llamo a la guardia.")


def calmed(ticket: Ticket) -> Reply:
    return done(ticket, "queda como caso normal; ya no llamo a nadie por él.")


def not_urgent(ticket: Ticket) -> Reply:
    return told_of(ticket, f"{bold(ticket.number)} no está marcado como urgente.")


def taken_by(ticket: Ticket, who: str) -> Reply:
    return Reply(f"Ese ya lo tiene {bold(who)}: {bold(ticket.number)}.")


def cannot_take(ticket: Ticket) -> Reply:
    return Reply(f"El caso {bold(ticket.number)} está {STATES[ticket.state]}: ya no se puede tomar.")
