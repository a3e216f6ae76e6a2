"""The story of a ticket, from its events. The requester reads it without what is internal to the desk."""

from collections.abc import Callable, Sequence

from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind, ReminderKind
from itgov_bot.domain.tickets.ticket import CameBy, Kind, Priority, Solution, Ticket
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.replies import Reply
from itgov_bot.wording.choices import see_at_desk, see_ticket
from itgov_bot.wording.labels import CAME_BY, PRIORITIES, with_how
from itgov_bot.wording.names import agent_name, doer_name
from itgov_bot.wording.on_ticket import changed_what, moved_to
from itgov_bot.wording.text import bold, clip, esc, when

MAX_LINES = 18
MAX_LINE_CHARS = 140
"""Together they keep the whole story in one message."""


def story(
    view: TicketView, events: Sequence[EventView], reader: Person | None, *, internal: bool = False
) -> Reply:
    """`internal`: for the desk's people, with notes and reasons. `reader` is None where several read it."""
    ticket = view.ticket
    known = [event for event in events if internal or _is_public(event)]
    shown = known[-MAX_LINES:]
    lines = [
        f"• {when(view.local(event.at), view.local_now)}: "
        f"{esc(clip(_sentence(event, ticket, reader, internal), MAX_LINE_CHARS))}"
        for event in shown
    ]
    earlier = [f"…y {len(known) - len(shown)} cosas antes."] if len(known) > len(shown) else []
    back = see_at_desk(ticket) if internal else see_ticket(ticket, "Ver el caso")
    return Reply("\n".join([f"🗒 {bold(ticket.number)}", *earlier, *lines]), (back,))


_OF_THE_DESK = frozenset(
    {EventKind.NOTED, EventKind.PRIORITY_CHANGED, EventKind.PAGE_DECLINED, EventKind.SOLUTION_SORTED}
)


def _is_public(event: EventView) -> bool:
    if event.kind is EventKind.MERGED:
        return "into" in event.data  # what others reported is theirs
    if event.kind is EventKind.UNDONE:
        return event.words("what") not in _OF_THE_DESK and not event.data.get("number")
    return event.kind not in _OF_THE_DESK and not event.data.get("internal")


def _sentence(event: EventView, ticket: Ticket, reader: Person | None, internal: bool) -> str:
    said = _SENTENCES[event.kind](event)
    reason = event.words("reason")
    public_reason = event.kind in (EventKind.CANCELLED, EventKind.REOPENED)
    if reason and (internal or public_reason):
        said = f"{said}: {clip(reason, MAX_LINE_CHARS)}"
    return said.replace("{who}", "Usted" if event.is_by(reader) else clip(doer_name(event.by, ticket), 60))


def _words(event: EventView, key: str = "text") -> str:
    return clip(event.words(key), MAX_LINE_CHARS)


def _opened(event: EventView) -> str:
    """For somebody else: with what they told the agent."""
    way = event.words("came_by")
    told = f" con lo que le contaron {CAME_BY[CameBy(way)]}" if way else ""
    return f"{{who}} abrió el caso{told}"


def _resolved(event: EventView) -> str:
    return f"{{who}} lo resolvió: {with_how(_words(event), *_how(event))}"


def _how(event: EventView) -> tuple[Kind | None, Solution | None]:
    kind, solution = event.words("kind"), event.words("solution")
    return Kind(kind) if kind else None, Solution(solution) if solution else None


def _sorted(event: EventView) -> str:
    return f"{{who}} precisó cómo fue: {with_how('', *_how(event)).strip(' ()')}"


_DEEDS: dict[str, str] = {
    EventKind.TAKEN: "haberlo tomado",
    EventKind.ASSIGNED: "la asignación",
    EventKind.WAITING: "la espera",
    EventKind.PRIORITY_CHANGED: "el cambio de prioridad",
    EventKind.SERVICE_CHANGED: "el cambio de servicio",
    EventKind.RESOLVED: "la solución",
    EventKind.CANCELLED: "la cancelación",
    EventKind.MERGED: "haberlo juntado",
}


def _rated(event: EventView) -> str:
    said = f": {_words(event, 'comment')}" if event.words("comment") else ""
    return f"{{who}} calificó con {event.data.get('rating')} de 5{said}"


def _event_moved(event: EventView) -> str:
    if event.data.get("postponed"):
        return "{who} lo dejó aplazado, sin fecha"
    told = ", ".join(filter(None, (moved_to(event), _words(event, "place"), _words(event, "contact"))))
    return f"{{who}} {changed_what(event)}: {told or 'otro día'}"


def _merged(event: EventView) -> str:
    if "into" in event.data:
        return f"{{who}} lo juntó con {event.data['into']}"
    return f"{{who}} juntó aquí {event.words('number') or 'otro caso'}"


_SENTENCES: dict[EventKind | ReminderKind, Callable[[EventView], str]] = {
    EventKind.OPENED: _opened,
    EventKind.PAGED: lambda event: "se avisó a la guardia",
    EventKind.CALLED_OTHERWISE: lambda event: "se llamó a la guardia también por sus otras vías",
    EventKind.PAGE_UNHEARD: lambda event: "el aviso no le llegó a nadie de la guardia; se avisó a todos",
    EventKind.PAGE_DECLINED: lambda event: "{who} no puede atenderlo ahora",
    EventKind.PAGE_UNANSWERED: lambda event: "nadie de la guardia respondió; se avisó a todos",
    EventKind.PAGE_WAITS: lambda event: "quedó junto con los otros reportes urgentes de la misma persona",
    EventKind.REPORTS_SHOWN: lambda event: "se mostró a la guardia con los otros reportes",
    EventKind.PAGE_PASSED: lambda event: "abrió la mesa: pasó a los agentes, de primero en la fila",
    EventKind.PAGE_LAPSED: lambda event: "pasó la hora del evento: ya no se llama a la guardia",
    EventKind.GUARD_CALLED: lambda event: "{who} pidió la guardia",
    EventKind.FIRST_IN_LINE: lambda event: "quedó de primero en la fila",
    EventKind.URGENCY_WITHDRAWN: lambda event: "{who} lo dejó como caso normal: no era urgente",
    EventKind.TAKEN: lambda event: "{who} tomó el caso",
    EventKind.REMINDED: lambda event: "{who} pidió que se lo recordaran a la mesa",
    EventKind.COMPLAINED: lambda event: f"{{who}} se quejó: {_words(event)}",
    EventKind.MESSAGE_ADDED: lambda event: f"{{who}} agregó: {_words(event)}",
    EventKind.FILE_ADDED: lambda event: f"{{who}} agregó un archivo: {_words(event, 'name')}",
    EventKind.DETAILS_TOLD: lambda event: f"{{who}} dijo dónde y cómo: {_words(event)}",
    EventKind.ERASED: lambda _event: "quien abrió el caso borró sus datos",
    EventKind.TAKEN_BACK: lambda event: f"{{who}} aclaró que no era de este caso: {_words(event)}",
    EventKind.ANSWERED: lambda event: f"{{who}} respondió: {_words(event)}",
    EventKind.NOTED: lambda event: f"🔒 {{who}} anotó: {_words(event)}",
    EventKind.ASSIGNED: lambda event: f"pasó a manos de {agent_name(event.to)}",
    EventKind.RETURNED: lambda event: "volvió a la fila: quien lo tenía no siguió con él",
    EventKind.WAITING: lambda event: f"quedó en espera de: {_words(event)}",
    EventKind.RESUMED: lambda event: "siguió adelante",
    EventKind.ESCALATED: lambda event: "{who} lo escaló" + (f" a {agent_name(event.to)}" if event.to else ""),
    EventKind.SERVICE_CHANGED: lambda event: (
        f"quedó clasificado en {event.service.name if event.service else 'por clasificar'}"
    ),
    EventKind.PRIORITY_CHANGED: lambda event: (
        f"{{who}} puso la prioridad {PRIORITIES[Priority(event.words('priority') or Priority.NORMAL)]}"
    ),
    EventKind.MERGED: _merged,
    EventKind.OUTAGE_MARKED: lambda event: "{who} dijo que es una caída general",
    EventKind.OUTAGE_ENDED: lambda event: "{who} corrigió cuándo terminó la caída",
    EventKind.OUTAGE_UNMARKED: lambda event: "no era una caída general",
    EventKind.OUTAGE_JOINED: lambda event: "a otros les pasa lo mismo: es una caída general",
    EventKind.OUTAGE_NEWS: lambda event: f"noticia de la caída: {_words(event)}",
    EventKind.RATED: _rated,
    EventKind.CLOSED: lambda event: "se cerró",
    EventKind.RESOLVED: _resolved,
    EventKind.SELF_SOLVED: lambda event: f"{{who}} lo contó y lo resolvió: {_words(event)}",
    EventKind.SOLUTION_SORTED: _sorted,
    EventKind.CORRECTED: lambda event: (
        f"{{who}} corrigió {_DEEDS.get(event.words('what'), 'lo dicho')}: {_words(event)}"
    ),
    EventKind.PLACE_CHANGED: lambda event: f"{{who}} corrigió el lugar: {_words(event)}",
    EventKind.UNDONE: lambda event: f"{{who}} deshizo {_DEEDS.get(event.words('what'), 'lo último')}",
    EventKind.REOPENED: lambda event: "{who} lo reabrió",
    EventKind.EVENT_MOVED: _event_moved,
    EventKind.EVENT_CALLED: lambda event: "se preguntó quién puede ir",
    EventKind.EVENT_DECLINED: lambda event: "{who} dijo que no puede ir",
    EventKind.CANCELLED: lambda event: (
        "la mesa lo canceló" if event.data.get("by_desk") else "{who} lo canceló"
    ),
}
