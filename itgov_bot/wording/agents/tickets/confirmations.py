"""What an agent is told once an action on a ticket is done."""

from collections.abc import Sequence
from dataclasses import replace

from itgov_bot.actions import Action
from itgov_bot.domain.catalog import Service
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.ticket import OF_DESK, Kind, Priority, Solution, State, Ticket
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.agents.tickets.undo import undo_of
from itgov_bot.wording.choices import see_at_desk, told_of
from itgov_bot.wording.labels import PRIORITIES, STATES, service_line, with_how
from itgov_bot.wording.names import agent_name, listed, name_of
from itgov_bot.wording.text import bold, clip, join, quoted


def done(ticket: Ticket, what: str, deed: EventKind | None = None) -> Reply:
    """`deed`: what it was, where it can be called back."""
    return Reply(f"👍 {bold(ticket.number)}: {what}", (see_at_desk(ticket), *undo_of(ticket, deed)))


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
    back = (give_back(ticket),) if taken else ()
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


def give_back(ticket: Ticket) -> Choice:
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
    return done(ticket, f"lo tiene ahora {bold(agent_name(to))}.", EventKind.ASSIGNED)


def service_set(ticket: Ticket, service: Service | None) -> Reply:
    return done(ticket, f"servicio {service_line(service)}.", EventKind.SERVICE_CHANGED)


def priority_set(ticket: Ticket, priority: Priority) -> Reply:
    return done(ticket, f"prioridad {PRIORITIES[priority]}.", EventKind.PRIORITY_CHANGED)


def merged(ticket: Ticket, target: Ticket) -> Reply:
    return done(ticket, f"quedó junto con {bold(target.number)}.", EventKind.MERGED)


def escalated(ticket: Ticket, to: Sequence[Person]) -> Reply:
    """`to` are those who hear of it, besides who did it."""
    who = join([bold(clip(agent_name(one), 60)) for one in to])
    told = f"le aviso a {who}" if to else "no hay a quién más avisarle, hoy coordina usted"
    return done(ticket, f"quedó escalado; {told}.", EventKind.ESCALATED)


def waits(ticket: Ticket, reader: Person | None, what: str) -> Reply:
    heard = told(reader, f"se lo cuento a {bold(clip(name_of(reader), 60))}")
    return done(ticket, f"queda en espera; {heard}.{_as_read(what)}", EventKind.WAITING)


def goes_on(ticket: Ticket) -> Reply:
    return done(ticket, "sigue en proceso.")


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
    said = done(
        ticket,
        f"quedó resuelto ({how}); {told(requester)}.{_as_read(ticket.outcome or '')}",
        EventKind.RESOLVED if just_now else None,
    )
    keep = Choice("Guardar como respuesta", Action.AGENT.data(ticket.number, "keep"))
    return replace(said, choices=(*said.choices, *_otherwise(ticket), keep), columns=2)


def _otherwise(ticket: Ticket) -> tuple[Choice, ...]:
    kinds = [one for one in Kind if one is not ticket.kind]
    ways = [one for one in OF_DESK if one is not ticket.solution]
    return (
        *(Choice(_KINDS_ON_BUTTONS[one], Action.AGENT.data(ticket.number, "kind", one)) for one in kinds),
        *(Choice(_WAYS_ON_BUTTONS[one], Action.AGENT.data(ticket.number, "way", one)) for one in ways),
    )


def reopened(ticket: Ticket, reason: str) -> Reply:
    why = f" Motivo: {quoted(reason, 200)}." if reason else ""
    down = (
        " Como caída cuenta otra vez desde ahora: si volvió a fallar antes, corríjalo con «Caída: desde cuándo»."
        if ticket.is_outage
        else ""
    )
    return done(ticket, f"quedó reabierto.{why}{down}")


def voided(ticket: Ticket, requester: Person | None, reason: str) -> Reply:
    return done(ticket, f"quedó cancelado; {told(requester)}.{_as_read(reason)}", EventKind.CANCELLED)
