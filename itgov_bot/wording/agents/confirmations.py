"""What an agent is told once an action on a ticket is done."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from itgov_bot.actions import Action
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.paging import Reach
from itgov_bot.domain.tickets.ticket import OF_DESK, Kind, Priority, Solution, State, Ticket
from itgov_bot.domain.tickets.undoing import may_undo
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.choices import SEE_QUEUE, see_at_desk, told_of
from itgov_bot.wording.labels import PRIORITIES, STATES, service_line, with_how
from itgov_bot.wording.names import agent_name, bold_names, listed, name_of
from itgov_bot.wording.text import bold, clip, join, quoted

UNDO = "Deshacer"


def _done(ticket: Ticket, what: str, deed: EventKind | None = None) -> Reply:
    """`deed`: what it was, where it can be called back."""
    return Reply(f"👍 {bold(ticket.number)}: {what}", (see_at_desk(ticket), *_undo(ticket, deed)))


def _undo(ticket: Ticket, deed: EventKind | None) -> tuple[Choice, ...]:
    may = deed is not None and may_undo(ticket, deed)
    return (Choice(UNDO, Action.AGENT.data(ticket.number, "undo")),) if may else ()


def told(requester: Person | None, words: str = "le aviso a quien lo abrió") -> str:
    """That whoever opened it hears of it; nobody who is not in the chat does."""
    if requester is None or requester.has_chat:
        return words
    return f"{bold(clip(name_of(requester), 60))} no está en el chat: cuénteselo usted"


def _as_read(text: str) -> str:
    """What went to one person, as they read it."""
    return f"\n{quoted(text, 1000)}" if text else ""


def answer_goes(
    ticket: Ticket, requester: Person | None, text: str, unread: Sequence[Person] = (), *, taken: bool
) -> Reply:
    """It leaves after this is said: if it does not arrive, that is told too. `unread`: whose tickets went into this one;
    `taken`: nobody had it before."""
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
    is_over, is_of_many = (
        ticket.state in (State.CLOSED, State.CANCELLED),
        ticket.is_outage and ticket.affected > 1,
    )
    over = f" Ojo: el caso está {STATES[ticket.state]}." if is_over else ""
    alone = f" Solo a {who}; para los {ticket.affected} afectados: «Avisar avance»." if is_of_many else ""
    if unread:
        alone = f" No la {'leen' if len(unread) > 1 else 'lee'} {bold(listed(unread))}: su caso está unido a este."
    return Reply(
        f"📤 Le envío su respuesta a {who}, de {bold(ticket.number)}.{over}{alone}{blocked}{_as_read(text)}{yours}",
        back,
    )


def _give_back(ticket: Ticket) -> Choice:
    return Choice("Devolver a la fila", Action.AGENT.data(ticket.number, "release"))


def not_sent(ticket: Ticket) -> Reply:
    return told_of(ticket, f"No envié nada de {bold(ticket.number)}.")


def file_left(ticket: Ticket) -> Reply:
    return Reply(
        f"El archivo de antes no va en {bold(ticket.number)}: si lo quería enviar, mándelo otra vez."
    )


def left_alone(ticket: Ticket) -> Reply:
    return told_of(ticket, f"{bold(ticket.number)} queda como estaba.")


def noted(ticket: Ticket, reader: Person | None = None) -> Reply:
    """`reader`: the colleague who was shown it."""
    shown = (
        f" La ve {bold(clip(agent_name(reader), 60))}; a quien abrió el caso no le llega." if reader else ""
    )
    return Reply(f"🔒 Nota guardada en {bold(ticket.number)}.{shown}")


def not_corrected(ticket: Ticket) -> Reply:
    """Of a message by which something was done, and which was edited."""
    return told_of(
        ticket,
        f"{bold(ticket.number)}: eso ya quedó como lo escribió; el cambio no le llegó a nadie. Si hace falta, responda a la "
        "tarjeta del caso.",
    )


def assigned(ticket: Ticket, to: Person) -> Reply:
    return _done(ticket, f"lo tiene ahora {bold(agent_name(to))}.", EventKind.ASSIGNED)


def service_set(ticket: Ticket, service: Service | None) -> Reply:
    return _done(ticket, f"servicio {service_line(service)}.", EventKind.SERVICE_CHANGED)


def priority_set(ticket: Ticket, priority: Priority) -> Reply:
    return _done(ticket, f"prioridad {PRIORITIES[priority]}.", EventKind.PRIORITY_CHANGED)


def merged(ticket: Ticket, target: Ticket) -> Reply:
    return _done(ticket, f"quedó junto con {bold(target.number)}.", EventKind.MERGED)


def escalated(ticket: Ticket, to: Sequence[Person]) -> Reply:
    """`to` are those who hear of it, besides who did it."""
    who = join([bold(clip(agent_name(one), 60)) for one in to])
    told = f"le aviso a {who}" if to else "no hay a quién más avisarle, hoy coordina usted"
    return _done(ticket, f"quedó escalado; {told}.", EventKind.ESCALATED)


def waits(ticket: Ticket, reader: Person | None, what: str) -> Reply:
    heard = told(reader, f"se lo cuento a {bold(clip(name_of(reader), 60))}")
    return _done(ticket, f"queda en espera; {heard}.{_as_read(what)}", EventKind.WAITING)


def goes_on(ticket: Ticket) -> Reply:
    return _done(ticket, "sigue en proceso.")


_KINDS_ON_BUTTONS = {
    Kind.SOFTWARE: "Fue software",
    Kind.HARDWARE: "Fue hardware",
    Kind.NETWORK: "Fue de red",
    Kind.OTHER: "Fue otra cosa",
}
_WAYS_ON_BUTTONS = {Solution.REMOTE: "Fue remota", Solution.ON_SITE: "Fue en sitio"}


def solved(ticket: Ticket, requester: Person | None, *, just_now: bool) -> Reply:
    """With how it counts, and buttons for what it may have been instead; `just_now`: it may still be called back."""
    how = with_how("", ticket.kind, ticket.solution).strip(" ()")
    done = _done(
        ticket,
        f"quedó resuelto ({how}); {told(requester)}.{_as_read(ticket.outcome or '')}",
        EventKind.RESOLVED if just_now else None,
    )
    return replace(done, choices=(*done.choices, *_otherwise(ticket), _keep(ticket)), columns=2)


def _otherwise(ticket: Ticket) -> tuple[Choice, ...]:
    kinds = [one for one in Kind if one is not ticket.kind]
    ways = [one for one in OF_DESK if one is not ticket.solution]
    return (
        *(Choice(_KINDS_ON_BUTTONS[one], Action.AGENT.data(ticket.number, "kind", one)) for one in kinds),
        *(Choice(_WAYS_ON_BUTTONS[one], Action.AGENT.data(ticket.number, "way", one)) for one in ways),
    )


def _keep(ticket: Ticket) -> Choice:
    return Choice("Guardar como respuesta", Action.AGENT.data(ticket.number, "keep"))


_UNDONE: dict[EventKind, str] = {
    EventKind.TAKEN: "ya no lo tiene",
    EventKind.ASSIGNED: "sigue con quien estaba",
    EventKind.WAITING: "no queda en espera",
    EventKind.PRIORITY_CHANGED: "queda con la prioridad que tenía",
    EventKind.SERVICE_CHANGED: "queda en el servicio que tenía",
    EventKind.RESOLVED: "no queda resuelto",
    EventKind.CANCELLED: "no queda cancelado",
    EventKind.MERGED: "vuelve a ir por su cuenta",
    EventKind.ESCALATED: "no queda escalado",
}


_ALL_UNDONE: dict[EventKind, str] = {
    EventKind.ASSIGNED: "siguen con quien estaban",
    EventKind.RESOLVED: "no quedan resueltos",
    EventKind.MERGED: "vuelven a ir cada uno por su cuenta",
}


def undone(
    tickets: Sequence[Ticket],
    requesters: Sequence[Person | None],
    deed: EventKind,
    left: Sequence[Ticket] = (),
) -> Reply:
    """Of one, or of several that were done at once; what somebody moved since is `left`."""
    numbers = bold(join([one.number for one in tickets]))
    heard = {one.id for one in requesters if one and one.has_chat}
    who = "a quien lo abrió" if len(heard) == 1 else f"a {len(heard)} personas"
    is_told = heard and deed is not EventKind.PRIORITY_CHANGED
    said = f" Ya le{'' if len(heard) == 1 else 's'} avisé {who} que fue un error." if is_told else ""
    see = (see_at_desk(tickets[0]),) if len(tickets) == 1 else (SEE_QUEUE,)
    now = (_ALL_UNDONE.get(deed) if len(tickets) > 1 else None) or _UNDONE[deed]
    stay = f" {bold(join([one.number for one in left]))} no: alguien lo movió después." if left else ""
    return Reply(f"↩️ {numbers}: deshecho, {now}.{stay}{said}", see)


def nothing_to_undo(ticket: Ticket | None = None) -> Reply:
    """Of this ticket; without one, of none."""
    none = f"{bold(ticket.number)}: no" if ticket else "No"
    said = f"{none} hay nada suyo que deshacer. Se puede por un minuto, y solo lo último que usted hizo."
    return Reply(said, (see_at_desk(ticket) if ticket else SEE_QUEUE,))


def reopened(ticket: Ticket, reason: str) -> Reply:
    why = f" Motivo: {quoted(reason, 200)}." if reason else ""
    down = (
        " Como caída cuenta otra vez desde ahora: si volvió a fallar antes, corríjalo con «Caída: desde cuándo»."
        if ticket.is_outage
        else ""
    )
    return _done(ticket, f"quedó reabierto.{why}{down}")


def voided(ticket: Ticket, requester: Person | None, reason: str) -> Reply:
    return _done(ticket, f"quedó cancelado; {told(requester)}.{_as_read(reason)}", EventKind.CANCELLED)


def you_took_it(ticket: Ticket, who: str, requester: Person) -> Reply:
    heard = (
        "Le aviso a quien lo reportó"
        if requester.has_chat
        else f"{bold(clip(name_of(requester), 60))} no está en el chat"
    )
    return Reply(
        f"👍 {bold(ticket.number)} queda a cargo de {bold(who)}. {heard}.",
        (see_at_desk(ticket), _give_back(ticket), *_undo(ticket, EventKind.TAKEN)),
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
    return _done(ticket, "sigue a su cargo; no llamo a la guardia.")


def calmed(ticket: Ticket) -> Reply:
    return _done(ticket, "queda como caso normal; ya no llamo a nadie por él.")


def not_urgent(ticket: Ticket) -> Reply:
    return told_of(ticket, f"{bold(ticket.number)} no está marcado como urgente.")


def taken_by(ticket: Ticket, who: str) -> Reply:
    return Reply(f"Ese ya lo tiene {bold(who)}: {bold(ticket.number)}.")


def cannot_take(ticket: Ticket) -> Reply:
    return Reply(f"El caso {bold(ticket.number)} está {STATES[ticket.state]}: ya no se puede tomar.")
