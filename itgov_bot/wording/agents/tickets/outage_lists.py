"""`/caidas`: the outages of now, and those of a stretch of time."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.downtime import Unavailable
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.domain.people import Person
from itgov_bot.domain.tickets.outages import Outage
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Reply
from itgov_bot.wording.choices import see_at_desk
from itgov_bot.wording.names import agent_name
from itgov_bot.wording.on_ticket import people_count
from itgov_bot.wording.periods import stretch
from itgov_bot.wording.text import bold, clip, duration, esc, number_of, quoted, when

NOTHING_TOLD: Mapping[str, str] = {}
MAX_OUTCOME = 120


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
        f"No entendí de cuándo: {quoted(asked, 40)}. Escriba <code>/caidas</code>, <code>/caidas marzo</code>, "
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
