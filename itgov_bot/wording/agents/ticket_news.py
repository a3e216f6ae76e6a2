"""What the desk reads of a case that others moved: who took it, what its requester adds."""

from __future__ import annotations

from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.messages import Reply
from itgov_bot.wording.names import name_of
from itgov_bot.wording.text import bold, clip, esc


def somebody_took_it(ticket: Ticket, who: str) -> Reply:
    return Reply(f"🙌 {bold(who)} ya tomó el caso urgente {bold(ticket.number)}.")


def requester_wrote(ticket: Ticket, by: Person, text: str) -> Reply:
    return Reply(f"💬 {bold(ticket.number)} · {esc(name_of(by))} agregó:\n{esc(clip(text, 3000))}")


def requester_sent_files(ticket: Ticket, by: Person, count: int) -> Reply:
    return Reply(
        f"📎 {bold(ticket.number)} · {esc(name_of(by))} agregó {count} archivo{'s' if count > 1 else ''}:"
    )
