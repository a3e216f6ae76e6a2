"""What a requester is told when something happens to their case."""

from __future__ import annotations

from datetime import datetime

from itgov_bot.domain.catalog import Service
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.files import StoredFile
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.messages import Choice, Reply
from itgov_bot.wording.labels import service_line
from itgov_bot.wording.names import name_of
from itgov_bot.wording.staff.tickets import ticket_choices
from itgov_bot.wording.text import bold, clip, clock, esc, stop


def assigned(ticket: Ticket, to: Person) -> Reply:
    return Reply(
        f"👤 Su caso {bold(ticket.number)} lo tiene ahora {bold(name_of(to))}.", ticket_choices(ticket)
    )


def waiting(ticket: Ticket, what: str) -> Reply:
    return Reply(
        f"⏸ Su caso {bold(ticket.number)} queda en espera de: {stop(esc(clip(what, 500)))}\n"
        "<i>Si es algo que nos puede contar o mandar, responda a este mensaje y seguimos.</i>"
    )


def resumed(ticket: Ticket) -> Reply:
    return Reply(f"🛠 Seguimos con su caso {bold(ticket.number)}.")


def resolved(ticket: Ticket, by: Person, what: str) -> Reply:
    return Reply(f"✅ {bold(name_of(by))} resolvió {bold(ticket.number)}:\n{esc(clip(what, 2000))}")


def reopened(ticket: Ticket) -> Reply:
    return Reply(
        f"🔄 Reabrimos su caso {bold(ticket.number)}. Le aviso aquí cada cambio.", ticket_choices(ticket)
    )


def annulled(ticket: Ticket, reason: str) -> Reply:
    return Reply(
        f"✖️ La mesa anuló su caso {bold(ticket.number)}: {stop(esc(clip(reason, 500)))} "
        "Si todavía lo necesita, abra otro y con gusto lo atendemos.",
        (Choice("Abrir un caso", "new:"),),
    )


def service_changed(ticket: Ticket, service: Service | None) -> Reply:
    return Reply(f"🧩 Su caso {bold(ticket.number)} quedó clasificado en: {service_line(service)}.")


def escalated(ticket: Ticket) -> Reply:
    return Reply(f"⚠️ Escalamos su caso {bold(ticket.number)} para que lo atiendan con más prioridad.")


def merged(ticket: Ticket, target: Ticket, *, own: bool) -> Reply:
    """The other case's words are its requester's: its number says enough, unless it is theirs too."""
    seen = (Choice("Ver cómo va", f"tk:{target.number}:see"),) if own else ()
    return Reply(
        f"🔗 Su caso {bold(ticket.number)} es lo mismo que {bold(target.number)}, que ya estamos atendiendo: los "
        "juntamos. Nada de lo que mandó se pierde, y aquí le cuento cómo termina.",
        seen,
    )


def follower(ticket: Ticket, news: Reply, main: Ticket) -> Reply:
    """The same news for somebody whose case was merged into another's."""
    return Reply(f"🔗 Sobre {bold(ticket.number)}, que se juntó con {bold(main.number)}:\n{news.text}")


def taken_for_requester(ticket: Ticket, who: str, at: datetime) -> Reply:
    return Reply(
        f"🛠 {bold(who)} tomó su caso {bold(ticket.number)} a las {clock(at)} y lo está atendiendo.",
        ticket_choices(ticket),
    )


def agent_answered(ticket: Ticket, by: Person, text: str) -> Reply:
    return Reply(
        f"💬 {bold(name_of(by))}, de la mesa, sobre {bold(ticket.number)}:\n{esc(clip(text, 3000))}\n\n"
        "<i>Responda a este mensaje para contestarle.</i>"
    )


def file_caption(ticket: Ticket, file: StoredFile) -> str:
    return f"📎 {bold(ticket.number)}: {esc(file.name)}"
