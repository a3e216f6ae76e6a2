"""What an agent is told once an action on a ticket is done."""

from typing import Literal

from itgov_bot.actions import Action
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.paging import Reach
from itgov_bot.domain.tickets.ticket import Priority, Ticket
from itgov_bot.messages import Choice, Reply
from itgov_bot.wording.choices import see_at_desk
from itgov_bot.wording.labels import PRIORITIES, STATES, service_line
from itgov_bot.wording.names import agent_name, name_of
from itgov_bot.wording.text import bold, clip, esc


def _done(ticket: Ticket, what: str) -> Reply:
    return Reply(f"👍 {bold(ticket.number)}: {what}", (see_at_desk(ticket),))


def _as_read(text: str) -> str:
    """What went to one person, as they read it."""
    return f"\n«{esc(clip(text, 1000))}»" if text else ""


def answer_goes(ticket: Ticket, requester: Person | None, text: str, *, taken: bool) -> Reply:
    """It leaves after this is said: if it does not arrive, that is told too. `taken`: nobody had the ticket before."""
    who = bold(clip(name_of(requester), 60))
    yours = f"\n👤 {bold(ticket.number)} queda a su cargo." if taken else ""
    back = (_give_back(ticket),) if taken else ()
    if requester and not requester.has_chat:
        return Reply(
            f"Quedó en {bold(ticket.number)}, pero {who} no está en el chat: hay que contárselo.{yours}", back
        )
    blocked = (
        " Tenía bloqueado el chat: si no le llega, se lo digo aquí."
        if requester and not requester.reachable
        else ""
    )
    return Reply(
        f"📤 Le envío su respuesta a {who}, de {bold(ticket.number)}.{blocked}{_as_read(text)}{yours}", back
    )


def _give_back(ticket: Ticket) -> Choice:
    return Choice("Devolver a la fila", Action.AGENT.data(ticket.number, "release"))


def not_sent(ticket: Ticket) -> Reply:
    return Reply(f"No envié nada de {bold(ticket.number)}.", (see_at_desk(ticket),))


def noted(ticket: Ticket, reader: Person | None = None) -> Reply:
    """`reader`: the colleague who was shown it."""
    shown = (
        f" La ve {bold(clip(agent_name(reader), 60))}; a quien abrió el caso no le llega." if reader else ""
    )
    return Reply(f"🔒 Nota guardada en {bold(ticket.number)}.{shown}")


def not_corrected(ticket: Ticket) -> Reply:
    """Of a message by which something was done, and which was edited."""
    return Reply(
        f"{bold(ticket.number)}: eso ya quedó como lo escribió; el cambio no le llegó a nadie. Si hace falta, responda a la "
        "tarjeta del caso.",
        (see_at_desk(ticket),),
    )


def assigned(ticket: Ticket, to: Person) -> Reply:
    return _done(ticket, f"lo tiene ahora {bold(agent_name(to))}.")


def service_set(ticket: Ticket, service: Service | None) -> Reply:
    return _done(ticket, f"servicio {service_line(service)}.")


def priority_set(ticket: Ticket, priority: Priority) -> Reply:
    return _done(ticket, f"prioridad {PRIORITIES[priority]}.")


def merged(ticket: Ticket, target: Ticket) -> Reply:
    return _done(ticket, f"quedó junto con {bold(target.number)}.")


def escalated(ticket: Ticket) -> Reply:
    return _done(ticket, "quedó escalado; le aviso a quien coordina.")


def waits(ticket: Ticket, what: str) -> Reply:
    return _done(ticket, f"queda en espera; le aviso a quien lo abrió.{_as_read(what)}")


def goes_on(ticket: Ticket) -> Reply:
    return _done(ticket, "sigue en proceso.")


def solved(ticket: Ticket, what_was_done: str) -> Reply:
    return _done(ticket, f"quedó resuelto; le aviso a quien lo abrió.{_as_read(what_was_done)}")


def reopened(ticket: Ticket, reason: str) -> Reply:
    why = f" Motivo: «{esc(clip(reason, 200))}»." if reason else ""
    down = (
        " Como caída cuenta otra vez desde ahora: si volvió a fallar antes, corríjalo con «Caída: desde cuándo»."
        if ticket.is_outage
        else ""
    )
    return _done(ticket, f"quedó reabierto.{why}{down}")


def voided(ticket: Ticket, reason: str) -> Reply:
    return _done(ticket, f"quedó cancelado; le aviso a quien lo abrió.{_as_read(reason)}")


def you_took_it(ticket: Ticket, who: str, requester: Person) -> Reply:
    told = (
        "Le aviso a quien lo reportó."
        if requester.has_chat
        else f"{bold(clip(name_of(requester), 60))} no está en el chat."
    )
    return Reply(
        f"👍 {bold(ticket.number)} queda a cargo de {bold(who)}. {told}",
        (see_at_desk(ticket), _give_back(ticket)),
    )


def released(ticket: Ticket) -> Reply:
    return _done(ticket, "volvió a la fila; usted ya no lo tiene.")


def declined(ticket: Ticket, became: Literal["noted", "next", "nobody"]) -> Reply:
    then = {
        "noted": "queda anotado; espero a los demás que llamé.",
        "next": "ya llamé a quien sigue.",
        "nobody": "ya no queda nadie más a quien llamar. Les avisé a toda la mesa, a quienes coordinan y a quien lo "
        "reportó; sigo llamando cada tanto hasta que alguien lo tome. Si puede, ayude a encontrar a alguien.",
    }[became]
    return Reply(f"De acuerdo, usted no puede con {bold(ticket.number)}: {then}", (see_at_desk(ticket),))


def nothing_to_decline(ticket: Ticket, why: Literal["again", "not_called", "over"]) -> Reply:
    said = {
        "again": "ya había dicho que no puede.",
        "not_called": "a usted no lo llamé por ese caso.",
        "over": "ya no llamo a nadie por ese caso.",
    }[why]
    return Reply(f"{bold(ticket.number)}: {said}", (see_at_desk(ticket),))


def guard_asked(ticket: Ticket, reach: Reach) -> Reply:
    """After «Llamar a la guardia»."""
    said = {
        Reach.GUARD: "🚨 ya llamé a la guardia; el caso vuelve a la fila hasta que alguien lo tome.",
        Reach.AGENTS: "estamos en horario y no hace falta la guardia: queda de primero en la fila y avisé a los agentes.",
    }.get(reach, "no hay nadie de guardia a quien llamar.")
    return Reply(f"{bold(ticket.number)}: {said}", (see_at_desk(ticket),))


def stays_yours(ticket: Ticket) -> Reply:
    return _done(ticket, "sigue a su cargo; no llamo a la guardia.")


def calmed(ticket: Ticket) -> Reply:
    return _done(ticket, "queda como caso normal; ya no llamo a nadie por él.")


def not_urgent(ticket: Ticket) -> Reply:
    return Reply(f"{bold(ticket.number)} no está marcado como urgente.", (see_at_desk(ticket),))


def taken_by(ticket: Ticket, who: str) -> Reply:
    return Reply(f"Ese ya lo tiene {bold(who)}: {bold(ticket.number)}.")


def cannot_take(ticket: Ticket) -> Reply:
    return Reply(f"El caso {bold(ticket.number)} está {STATES[ticket.state]}: ya no se puede tomar.")
