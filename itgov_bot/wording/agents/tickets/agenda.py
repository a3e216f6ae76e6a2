"""`/agenda`: the events to come, day by day, with who goes to each."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.tickets.accompaniment import Planned
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Reply
from itgov_bot.wording.agents.tickets.prompts import short
from itgov_bot.wording.choices import see_at_desk
from itgov_bot.wording.names import agent_name
from itgov_bot.wording.text import bold, capital, clip, clock, esc, full_day

SHOWN = 15
BUTTONS = 10


def agenda(
    coming: Sequence[Planned],
    postponed: Sequence[Ticket],
    calendar: WorkCalendar,
    now: datetime,
    *,
    opens: bool,
) -> Reply:
    """`opens`: the reader may open the tickets."""
    if not (coming or postponed):
        return Reply("📅 No hay eventos en la agenda.")
    shown, today = coming[:SHOWN], calendar.local(now).date()
    lines = [f"📅 {bold('Agenda de eventos')}"]
    for day, those in groupby(shown, key=lambda one: calendar.local(one.at).date()):
        lines += [f"\n{bold(capital(full_day(day, today)))}", *(_line(one, calendar) for one in those)]
    if more := len(coming) - len(shown):
        lines.append(f"\n…y {more} más adelante.")
    if postponed:
        lines += [f"\n{bold('Aplazados, sin fecha')}", *map(_without_date, postponed)]
    buttons = [see_at_desk(one.ticket, short(one.ticket, 24)) for one in shown[:BUTTONS]] if opens else []
    return Reply("\n".join(lines), tuple(buttons), columns=2)


def _without_date(ticket: Ticket) -> str:
    return f"• 📍 {esc(clip(ticket.place, 60))} · {bold(ticket.number)}"


def _line(planned: Planned, calendar: WorkCalendar) -> str:
    who = f"✅ {esc(clip(agent_name(planned.goes), 40))}" if planned.goes else "⚠️ sin confirmar"
    place, number = esc(clip(planned.ticket.place, 60)), bold(planned.ticket.number)
    return f"• {clock(calendar.local(planned.at))} · 📍 {place} · {who} · {number}"
