"""What a requester wrote last, as an agent asks for it."""

from datetime import datetime

from itgov_bot.actions import Action
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.view import TicketView
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.choices import see_at_desk
from itgov_bot.wording.names import name_of
from itgov_bot.wording.text import bold, clip, quoted, when

MOST_CHARS = 700


def said_last(
    view: TicketView, theirs: list[tuple[TicketEvent, datetime]], *, is_answered: bool, asked: str
) -> Reply:
    """`asked`: what the desk wrote last, and when."""
    who, number = bold(clip(name_of(view.requester), 60)), bold(view.ticket.number)
    lines = [f"• {when(at, view.local_now)}: {_words(event)}" for event, at in theirs]
    if is_answered:
        told = [f"💬 {who} escribió en {number}:", *lines]
    else:
        nothing = (
            f"{who} todavía no ha respondido en {number}."
            if asked
            else f"{who} no ha escrito más en {number}."
        )
        before = (
            ["Lo último que escribió:", *lines] if lines else [f"Su reporte: {quoted(view.ticket.text, 300)}"]
        )
        told = [f"💬 {nothing}", *([asked] if asked else []), *before]
    return Reply("\n".join(told), (_answer(view), see_at_desk(view.ticket)))


def asked_last(event: TicketEvent, at: datetime, now: datetime) -> str:
    verb = "Se le escribió" if event.kind is EventKind.ANSWERED else "Lo último que se le dijo fue"
    return f"{verb} {when(at, now)}: {quoted(str(event.data['text']), 300)}"


def _words(event: TicketEvent) -> str:
    if event.kind is EventKind.FILE_ADDED:
        return f"📎 {quoted(str(event.data.get('name') or 'un archivo'), 100)}"
    return quoted(str(event.data.get("text") or event.data.get("reason")), MOST_CHARS)


def _answer(view: TicketView) -> Choice:
    return Choice("Responder", Action.AGENT.data(view.ticket.number, "answer"))
