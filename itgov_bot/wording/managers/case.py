"""A case as managers see it: how it stands and what happened, without names, contacts and words of its requester."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from itgov_bot.actions import Action
from itgov_bot.domain.days import Days
from itgov_bot.domain.summary import Chosen, Figure
from itgov_bot.domain.tickets.events import EventKind, ReminderKind
from itgov_bot.domain.tickets.look import Look
from itgov_bot.domain.tickets.ticket import State, Ticket
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.choices import see_at_desk
from itgov_bot.wording.labels import CHANNELS, MARKS, PRIORITIES, STATES, has, service_line, with_how
from itgov_bot.wording.managers.summary.names import list_data
from itgov_bot.wording.names import agent_name
from itgov_bot.wording.on_ticket import outage_line
from itgov_bot.wording.text import bold, clip, esc, join, number_of, when


def whose_is_not_told() -> Reply:
    return Reply(
        "🔒 Quién lo pidió y cómo contactarlo no lo ve un gerente: lo ven los agentes de la mesa, para atenderlo. Esto es "
        "lo que sí puede ver:"
    )


def whereabouts(look: Look, sites: Sequence[str]) -> Reply:
    """Its dependencia, and the sites that its place names."""
    ticket = look.view.ticket
    site = (
        f"Sede: {esc(join([one.capitalize() for one in sites]))}"
        if sites
        else "La sede no quedó escrita en él"
    )
    return Reply(
        f"{MARKS[ticket.state]} {bold(ticket.number)} · {esc(clip(look.view.public_text, 70))}\n"
        f"🏛 {esc(ticket.office or 'Sin dependencia conocida')}\n📍 {site}.",
        (Choice("Ver el caso", Action.LOOK.data(ticket.number)),),
    )


MAX_TEXT = 500
"""Characters of what people wrote."""
FIRST_FACTS, ALL_FACTS = 6, 40


def look(look: Look, *, whole: bool, may_work: bool) -> Reply:
    """`whole`: with all that happened. `may_work`: the reader may open its card at the desk too."""
    ticket = look.view.ticket
    facts = [said for event in look.facts if (said := _fact(event, look.view))]
    shown = facts[-(ALL_FACTS if whole else FIRST_FACTS) :]
    hidden = len(facts) - len(shown)
    earlier = [f"…y {hidden} antes."] if hidden else []
    history = Choice("Toda la historia", Action.LOOK.data(ticket.number, "log"))
    return Reply(
        "\n".join([*_lines(look), bold("Qué ha pasado"), *earlier, *shown]),
        (*((history,) if hidden and not whole else ()), *((see_at_desk(ticket),) if may_work else ())),
    )


def _lines(look: Look) -> Iterable[str]:
    view, ticket = look.view, look.view.ticket
    urgent = " · 🚨 urgente" if ticket.urgent else ""
    yield f"{MARKS[ticket.state]} {bold(ticket.number)} · {STATES[ticket.state]}{urgent}"
    yield f"📝 {esc(clip(view.public_text, MAX_TEXT))}"
    yield f"🧩 {service_line(view.service)} · prioridad {PRIORITIES[ticket.priority]}"
    came_by = CHANNELS.get(ticket.channel, ticket.channel)
    yield f"🏛 {esc(ticket.office or 'Sin dependencia conocida')} · llegó por {esc(came_by)}"
    yield f"📅 Abierto {_when(view, ticket.opened_at)}{_so_long(view)}"
    yield from _holder(look)
    yield from _due(view)
    if ticket.is_outage:
        yield outage_line(view)
    if ticket.state in (State.RESOLVED, State.CLOSED) and ticket.merged_into is None:
        yield _solved(look)
    if ticket.rating is not None:
        said = f": «{esc(clip(look.comment, MAX_TEXT))}»" if look.comment else ""
        yield f"⭐ Calificación: {ticket.rating} de 5{said}"


def _so_long(view: TicketView) -> str:
    """In whole days of one that is live, as people count them."""
    days = (view.now - view.ticket.opened_at) // timedelta(days=1)
    return f" · lleva {number_of(days, 'día', 'días')}" if view.ticket.is_live and days else ""


def _holder(look: Look) -> Iterable[str]:
    """Who has it and since when; of a live one also that nobody has."""
    view = look.view
    since = next((one.at for one in reversed(look.facts) if one.kind in _MOVES), view.ticket.opened_at)
    if view.holder:
        name = esc(clip(agent_name(view.holder), 60))
        yield f"👤 {has(view.ticket)}: {name}{f', desde {_when(view, since)}' if view.ticket.is_live else ''}"
    elif view.ticket.is_live:
        yield f"👤 Nadie lo ha tomado: espera en la fila desde {_when(view, since)}"


_MOVES = (EventKind.TAKEN, EventKind.ASSIGNED, EventKind.RETURNED)


MOST_STANDING = 3
"""So many cases are told of at once."""


def standing(look: Look, *, is_why: bool = False) -> Reply:
    """Who has it, since when, and the last that happened; `is_why`: that is all that is known of why it stands still."""
    view, ticket = look.view, look.view.ticket
    why = [_why(ticket)] if is_why else []
    facts = [said for event in look.facts if (said := _fact(event, view))]
    return Reply(
        "\n".join(
            [
                *why,
                f"{MARKS[ticket.state]} {bold(ticket.number)} · {STATES[ticket.state]} · {esc(clip(view.public_text, 70))}",
                *_holder(look),
                f"📅 Abierto {_when(view, ticket.opened_at)}{_so_long(view)}",
                *([_solved(look)] if ticket.state in (State.RESOLVED, State.CLOSED) else []),
                *facts[-1:],
            ]
        ),
        (Choice("Ver el caso", Action.LOOK.data(ticket.number)),),
    )


def _why(ticket: Ticket) -> str:
    """That it is not known, or not told."""
    if ticket.state is State.CANCELLED:
        return "Por qué se canceló lo dijo quien lo pidió, y aquí no se muestra; esto es lo que consta:"
    if ticket.state in (State.RESOLVED, State.CLOSED):
        return "Esto es lo que quedó escrito de cómo se resolvió:"
    return "Por qué no se ha movido no queda escrito en el caso; esto es lo que consta:"


def moved_by_agents() -> Reply:
    return Reply(
        "🔒 Desde aquí un gerente mira los casos; los toman, los reparten y los cierran los agentes de la mesa. Pídaselo a "
        "quien lo tiene o al grupo de la mesa."
    )


def none_so_called(said: str, days: Days) -> Reply:
    return Reply(
        f"No encontré entre los casos de la mesa uno de «{esc(clip(said, 60))}». Dígame su número («caso 12»), o elíjalo de "
        "la lista. Si lo que quiere es pedir algo para usted, escriba /nuevo.",
        (Choice("Ver los pendientes", list_data(Chosen(Figure.BACKLOG), days)),),
    )


def _due(view: TicketView) -> Iterable[str]:
    """Where the city has set targets, and while they run."""
    ticket = view.ticket
    first = ticket.first_answer_due if ticket.first_answer_at is None else None
    for name, due in (("Primera respuesta", first), ("Solución", ticket.solution_due)):
        if ticket.is_live and due:
            yield f"⏰ {name}: {'venció' if due < view.now else 'vence'} {_when(view, due)}"


def _solved(look: Look) -> str:
    ticket = look.view.ticket
    done = with_how(esc(clip(look.outcome, MAX_TEXT)), ticket.kind, ticket.solution).strip()
    return f"✅ Resuelto {_when(look.view, ticket.solved_at)}{f': {done}' if done else ''}"


def _when(view: TicketView, at: datetime) -> str:
    return when(view.local(at), view.local_now)


FACTS: dict[EventKind | ReminderKind, str] = {
    EventKind.OPENED: "{who} lo abrió",
    EventKind.PAGED: "se avisó a la guardia",
    EventKind.CALLED_OTHERWISE: "se llamó a la guardia también por sus otras vías",
    EventKind.PAGE_UNHEARD: "el aviso no le llegó a nadie de la guardia",
    EventKind.PAGE_DECLINED: "{who} no podía atenderlo",
    EventKind.PAGE_UNANSWERED: "nadie de la guardia respondió",
    EventKind.PAGE_PASSED: "pasó a los agentes, de primero en la fila",
    EventKind.PAGE_LAPSED: "pasó la hora del evento",
    EventKind.GUARD_CALLED: "{who} pidió la guardia",
    EventKind.FIRST_IN_LINE: "quedó de primero en la fila",
    EventKind.URGENCY_WITHDRAWN: "{who} lo dejó como caso normal",
    EventKind.TAKEN: "{who} lo tomó",
    EventKind.REMINDED: "{who} pidió que se lo recordaran a la mesa",
    EventKind.COMPLAINED: "{who} se quejó",
    EventKind.MESSAGE_ADDED: "{who} escribió",
    EventKind.FILE_ADDED: "{who} agregó un archivo",
    EventKind.DETAILS_TOLD: "{who} dijo dónde es y cómo contactarle",
    EventKind.ANSWERED: "{who} respondió",
    EventKind.ASSIGNED: "pasó a {to}",
    EventKind.RETURNED: "volvió a la fila",
    EventKind.WAITING: "quedó en espera",
    EventKind.RESUMED: "siguió adelante",
    EventKind.ESCALATED: "{who} lo escaló",
    EventKind.SERVICE_CHANGED: "cambió de servicio",
    EventKind.CORRECTED: "{who} corrigió lo que había escrito",
    EventKind.PLACE_CHANGED: "{who} corrigió el lugar",
    EventKind.PRIORITY_CHANGED: "{who} cambió la prioridad",
    EventKind.MERGED: "{who} lo juntó con otro caso",
    EventKind.OUTAGE_MARKED: "{who} dijo que es una caída general",
    EventKind.OUTAGE_ENDED: "{who} corrigió cuándo terminó la caída",
    EventKind.OUTAGE_UNMARKED: "no era una caída general",
    EventKind.OUTAGE_JOINED: "a otra persona le pasa lo mismo",
    EventKind.OUTAGE_NEWS: "{who} contó a los afectados cómo va",
    EventKind.RATED: "{who} calificó",
    EventKind.CLOSED: "se cerró",
    EventKind.RESOLVED: "{who} lo resolvió",
    EventKind.SELF_SOLVED: "{who} lo resolvió por su cuenta",
    EventKind.REOPENED: "{who} lo reabrió",
    EventKind.CANCELLED: "{who} lo canceló",
    EventKind.EVENT_CALLED: "se preguntó quién puede ir",
    EventKind.EVENT_DECLINED: "{who} dijo que no puede ir",
    EventKind.EVENT_MOVED: "{who} cambió la fecha o el lugar",
}
"""What happened, without the words of it. What is not here is of the desk alone."""


def _fact(event: EventView, view: TicketView) -> str | None:
    sentence = FACTS.get(event.kind)
    if sentence is None:
        return None
    who = "quien lo pidió" if event.is_by(view.requester) else clip(agent_name(event.by), 60)
    said = sentence.replace("{who}", who).replace("{to}", clip(agent_name(event.to), 60))
    return f"• {_when(view, event.at)}: {esc(said)}"
