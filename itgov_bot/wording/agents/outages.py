"""An outage as the desk handles it: since when, its progress, the list of them."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from itgov_bot.actions import Action
from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.downtime import Unavailable
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.events import EventKind
from itgov_bot.domain.tickets.outages import Outage, SpanProblem, ended_at, first_moment, started_at
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.replies import Choice, Reply
from itgov_bot.wording.choices import see_at_desk
from itgov_bot.wording.forms import LEFT, MakeChoice
from itgov_bot.wording.names import agent_name
from itgov_bot.wording.periods import stretch
from itgov_bot.wording.staff.outages import line, people_count, progress, recovered
from itgov_bot.wording.text import bold, clip, duration, esc, number_of, on_button, stop, when

NOTHING_TOLD: Mapping[str, str] = {}
MAX_OUTCOME = 120


def ask_since(view: TicketView, choice: MakeChoice) -> Reply:
    """Asked when it is marked, and again to correct it: of one that fails again, since then."""
    ticket = view.ticket
    first = when(view.local(first_moment(ticket)), view.local_now)
    undo = (choice("No es una caída", "undo"),) if ticket.is_outage and ticket.is_live else ()
    return Reply(
        f"📣 {bold(ticket.number)}: ¿desde cuándo está caído? Elija, o escriba la hora: <code>8:30</code>, "
        "<code>ayer 22:00</code>, <code>hace 40 minutos</code>.",
        (choice(on_button(f"Desde {first}"), "first"), *undo),
    )


def ask_until(view: TicketView, choice: MakeChoice) -> Reply:
    """Asked when it is solved, and again to correct it."""
    return Reply(
        f"📣 {bold(view.ticket.number)}: ¿cuándo volvió el servicio? Elija, o escriba la hora: "
        "<code>9:20</code>, <code>hace media hora</code>, <code>ayer 22:00</code>.",
        (choice("Ahora mismo", "now"), choice("No", LEFT)),
    )


def ask_span(view: TicketView, choice: MakeChoice) -> Reply:
    return Reply(
        f"{bold(view.ticket.number)} ya está resuelto. {stop(line(view))}\n¿Qué corrige?",
        (choice("Cuándo empezó", "since"), choice("Cuándo volvió", "until")),
    )


def corrected(view: TicketView) -> Reply:
    return Reply(f"👍 {bold(view.ticket.number)}: {stop(line(view))}", (see_at_desk(view.ticket),))


def impossible(view: TicketView, problem: SpanProblem) -> Reply:
    if problem == "future":
        return not_yet()
    ticket = view.ticket
    since = when(view.local(started_at(ticket)), view.local_now)
    ended = ended_at(ticket)
    until = f" y volvió {when(view.local(ended), view.local_now)}" if ended else ""
    return Reply(
        f"No puede ser: la caída quedó desde {since}{until}, y tiene que terminar después de empezar. Escriba otra hora; "
        "si lo que está mal es la otra, corríjala primero con el botón de la caída, en la tarjeta del caso."
    )


def reported_later(count: int) -> Reply:
    who = number_of(count, "persona la reportó", "personas la reportaron")
    return Reply(
        f"⚠️ Ojo: {who} después de esa hora. Si todavía fallaba, corrija la hora; si no, siga: a cada quien le llega el "
        "botón para avisar que le sigue fallando."
    )


def no_such_time() -> Reply:
    return Reply(
        "No entendí la hora. Escríbala así: <code>8:30</code>, <code>ayer 22:00</code> o, de otro día, "
        "<code>6/10/2026 10:40</code>."
    )


def not_yet() -> Reply:
    return Reply("Esa hora todavía no llega. Escriba una que ya pasó, o use el botón.")


def too_early(since: datetime, ticket: Ticket) -> Reply:
    return Reply(
        f"Entendí {since.day}/{since.month}/{since.year}, y {bold(ticket.number)} se abrió en {ticket.opened_at.year}: "
        "una caída no empezó más de un año antes. Escriba la fecha con su año."
    )


def marked(view: TicketView) -> Reply:
    ticket = view.ticket
    return Reply(
        f"👍 {bold(ticket.number)} es una caída. {stop(line(view))}\nA quien reporte algo parecido le "
        "pregunto si es lo mismo.",
        (Choice("Avisar avance", Action.AGENT.data(ticket.number, "news")), see_at_desk(ticket)),
    )


def unmarked(ticket: Ticket, told: int) -> Reply:
    also = f" Ya se lo conté a {told} más." if told else ""
    return Reply(f"👍 {bold(ticket.number)} ya no es una caída.{also}", (see_at_desk(ticket),))


def ask_news(ticket: Ticket, in_group: bool) -> Reply:
    how = " Responda a este mensaje." if in_group else ""
    return Reply(
        f"¿Qué les cuento a todos los afectados de {bold(ticket.number)} ({people_count(ticket.affected)})?{how}"
    )


def as_news(view: TicketView, text: str, readers: int) -> str:
    """News as everybody will read them, before they go."""
    event = EventView(EventKind.OUTAGE_NEWS, view.now, {"text": text})
    return _as_read(progress(view, event).text, readers)


def as_solution(view: TicketView, readers: int) -> str:
    """The solution as everybody will read it; `view` is of the ticket as it will stand."""
    event = EventView(EventKind.RESOLVED, view.now, {})
    return _as_read(recovered(view, event).text, readers)


def _as_read(text: str, readers: int) -> str:
    who = f"{'leerá' if readers == 1 else 'leerán'} {bold(number_of(readers, 'persona', 'personas'))}"
    return f"Así lo {who}:\n\n{text}\n\n¿Lo envío? Para cambiarlo, escríbalo de nuevo."


def news_sent(ticket: Ticket, told: int) -> Reply:
    what = number_of(told, "persona", "personas")
    return Reply(f"📣 Avance de {bold(ticket.number)} enviado a {what}.", (see_at_desk(ticket),))


def listing(
    current: Sequence[Outage],
    past: Sequence[Outage],
    names: Mapping[str, str],
    calendar: WorkCalendar,
    now: datetime,
    *,
    agent: bool,
    solved: Mapping[str, str] = NOTHING_TOLD,
) -> Reply:
    """`agent`: may open the tickets from here. `solved`: by number, who saw to it and what it was."""
    lines = [bold("Caídas"), bold("Ahora:") if current else "🎉 Ahora no hay ninguna."]
    lines += [_outage(one, names, calendar, now, solved) for one in current]
    if past:
        lines += [f"\n{bold('Las últimas:')}", *(_outage(one, names, calendar, now, solved) for one in past)]
    return Reply(
        "\n".join(lines),
        tuple(see_at_desk(one.ticket, f"Ver {one.ticket.number}") for one in current[:10]) if agent else (),
    )


MAX_LISTED = 15


def _to_the_hour(span: timedelta) -> timedelta:
    """Of days the nearest hour, as the availability of the month counts them; of less the nearest minute."""
    unit = timedelta(hours=1) if span >= timedelta(days=1) else timedelta(minutes=1)
    return unit * round(span / unit)


def _lasted(one: Outage, now: datetime) -> timedelta:
    """Between the minutes that are said."""
    end = one.ended_at or now
    return end.replace(second=0, microsecond=0) - one.started_at.replace(second=0, microsecond=0)


def listing_of(
    of: Stretch,
    found: Sequence[Outage],
    down: Unavailable,
    names: Mapping[str, str],
    calendar: WorkCalendar,
    now: datetime,
    solved: Mapping[str, str] = NOTHING_TOLD,
) -> Reply:
    """The outages of a stretch of time, the last ones at the end, and how long anything was down within it."""
    head = bold(f"Caídas · {stretch(of)}")
    if not found:
        return Reply(f"{head}\n🎉 No hubo ninguna.")
    longest = max(found, key=lambda one: one.lasted(now))
    count = number_of(len(found), "caída", "caídas")
    told = [
        f"{count} · ⏱ {bold(duration(_to_the_hour(down.unplanned)))} sin servicio",
        "<i>Como lo cuenta el indicador 9: las que se cruzan cuentan una vez, y lo programado no cuenta.</i>",
    ]
    if len(found) > 1:
        told.append(f"La más larga: {bold(longest.ticket.number)} ({duration(_lasted(longest, now))}).")
    earlier = len(found) - MAX_LISTED
    more = [f"… y {earlier} antes."] if earlier > 0 else []
    lines = [_outage(one, names, calendar, now, solved) for one in found[-MAX_LISTED:]]
    return Reply("\n".join([head, *told, *more, *lines]))


def no_such_stretch(asked: str) -> Reply:
    return Reply(
        f"No entendí de cuándo: «{esc(clip(asked, 40))}». Escriba <code>/caidas</code>, <code>/caidas marzo</code>, "
        "<code>/caidas este mes</code> o <code>/caidas 2026-11</code>."
    )


def solved_by(ticket: Ticket, person: Person | None) -> str:
    """Who saw to an outage, and what it was; «» where nobody has it yet."""
    who = f"👤 {esc(agent_name(person))}" if person else ""
    what = f"🔧 {esc(clip(ticket.outcome, MAX_OUTCOME))}" if ticket.outcome else ""
    return " · ".join(one for one in (who, what) if one)


def _outage(
    one: Outage, names: Mapping[str, str], calendar: WorkCalendar, now: datetime, solved: Mapping[str, str]
) -> str:
    service = names.get(one.ticket.service or "", "por clasificar")
    local_now = calendar.local(now)
    start = when(calendar.local(one.started_at), local_now)
    end = f" hasta {when(calendar.local(one.ended_at), local_now)}" if one.ended_at else ""
    told = f"\n   {by}" if (by := solved.get(one.ticket.number)) else ""
    return (
        f"• {bold(one.ticket.number)} · {esc(service)}\n   desde {start}{end} ({duration(_lasted(one, now))}) · "
        f"{people_count(one.affected)}{told}"
    )
