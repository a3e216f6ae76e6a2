"""The story of a case, from its events. The requester reads it without what is internal to the desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.tickets.events import EventKind, TicketEvent
from itgov_bot.domain.tickets.ticket import Kind, Priority, Solution, Ticket
from itgov_bot.messages import Choice, Reply
from itgov_bot.wording.labels import KINDS, PRIORITIES, SOLUTIONS
from itgov_bot.wording.text import bold, clip, esc, when

LINES = 18
LONGEST = 140
"""Together they keep the whole story in one message."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event with the names of who did it and (`to`) of whom or what it concerns, as its reader may know them."""

    event: TicketEvent
    who: str
    to: str = ""


def story(
    ticket: Ticket, told: Sequence[Told], calendar: WorkCalendar, now: datetime, *, internal: bool = False
) -> Reply:
    """`internal`: for the desk's people, with notes and reasons."""
    known = [one for one in told if internal or _is_public(one.event)]
    shown, local_now = known[-LINES:], calendar.local(now)
    lines = [
        f"• {when(calendar.local(one.event.at), local_now)}: {esc(clip(_sentence(one, internal), LONGEST))}"
        for one in shown
    ]
    earlier = [f"…y {len(known) - len(shown)} cosas antes."] if len(known) > len(shown) else []
    back = Choice("Ver el caso", f"desk:{ticket.number}" if internal else f"tk:{ticket.number}:see")
    return Reply("\n".join([f"🗒 {bold(ticket.number)}", *earlier, *lines]), (back,))


def _is_public(event: TicketEvent) -> bool:
    if event.kind is EventKind.MERGED:
        return "into" in event.data  # what others reported is theirs
    return event.kind not in (EventKind.NOTED, EventKind.PRIORITY_CHANGED) and not event.data.get("internal")


def _sentence(told: Told, internal: bool) -> str:
    said = _SENTENCES[told.event.kind](told.event.data, told.to)
    reason = str(told.event.data.get("reason") or "")
    public_reason = told.event.kind in (EventKind.CANCELLED, EventKind.REOPENED)
    if reason and (internal or public_reason):
        said = f"{said}: {clip(reason, LONGEST)}"
    return said.replace("{who}", clip(told.who, 60))


def _words(data: dict[str, object], key: str = "text") -> str:
    return clip(str(data.get(key) or ""), LONGEST)


def _resolved(data: dict[str, object], _to: str) -> str:
    how = [
        KINDS[Kind(str(data["kind"]))] if data.get("kind") else "",
        SOLUTIONS[Solution(str(data["solution"]))] if data.get("solution") else "",
    ]
    shown = ", ".join(word for word in how if word)
    return f"{{who}} lo resolvió: {_words(data)}" + (f" ({shown})" if shown else "")


def _priority(data: dict[str, object], _to: str) -> str:
    return f"{{who}} puso la prioridad {PRIORITIES[Priority(str(data.get('priority') or 'normal'))]}"


def _rated(data: dict[str, object], _to: str) -> str:
    said = f": {_words(data, 'comment')}" if data.get("comment") else ""
    return f"{{who}} calificó con {data.get('rating')} de 5{said}"


def _merged(data: dict[str, object], _to: str) -> str:
    if "into" in data:
        return f"{{who}} lo juntó con {data['into']}"
    return f"{{who}} juntó aquí {data.get('number', 'otro caso')}"


def _outage_joined(data: dict[str, object], _to: str) -> str:
    if data.get("undone"):
        return "no era una caída general"
    if data.get("since"):
        return "{who} dijo que es una caída general"
    return "a otros les pasa lo mismo: es una caída general"


def _outage_news(data: dict[str, object], _to: str) -> str:
    return f"noticia de la caída: {_words(data)}" if data.get("text") else "hubo noticias de la caída"


_SENTENCES: dict[EventKind, Callable[[dict[str, object], str], str]] = {
    EventKind.OPENED: lambda data, to: "{who} abrió el caso",
    EventKind.PAGED: lambda data, to: "se avisó a la guardia",
    EventKind.TAKEN: lambda data, to: "{who} tomó el caso",
    EventKind.MESSAGE_ADDED: lambda data, to: f"{{who}} agregó: {_words(data)}",
    EventKind.FILE_ADDED: lambda data, to: f"{{who}} agregó un archivo: {_words(data, 'name')}",
    EventKind.ANSWERED: lambda data, to: f"{{who}} respondió: {_words(data)}",
    EventKind.NOTED: lambda data, to: f"🔒 {{who}} anotó: {_words(data)}",
    EventKind.ASSIGNED: lambda data, to: f"pasó a manos de {to}",
    EventKind.WAITING: lambda data, to: f"quedó en espera de: {_words(data)}",
    EventKind.RESUMED: lambda data, to: "siguió adelante",
    EventKind.ESCALATED: lambda data, to: f"{{who}} lo escaló a {to}" if to else "{who} lo escaló",
    EventKind.SERVICE_CHANGED: lambda data, to: f"quedó clasificado en {to or 'por clasificar'}",
    EventKind.PRIORITY_CHANGED: _priority,
    EventKind.MERGED: _merged,
    EventKind.OUTAGE_JOINED: _outage_joined,
    EventKind.OUTAGE_NEWS: _outage_news,
    EventKind.RATED: _rated,
    EventKind.CLOSED: lambda data, to: "se cerró",
    EventKind.RESOLVED: _resolved,
    EventKind.REOPENED: lambda data, to: "{who} lo reabrió",
    EventKind.CANCELLED: lambda data, to: "la mesa lo anuló" if data.get("by_desk") else "{who} lo canceló",
}
