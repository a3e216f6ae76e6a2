"""`/agenda`: the events to come, day by day, with who goes to each."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from itgov_bot.actions import Action
from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.tickets.accompaniment import Planned
from itgov_bot.domain.tickets.ticket import Ticket
from itgov_bot.replies import Choice, Reply
from itgov_bot.understanding.inside.team import TeamSays
from itgov_bot.wording.agents.tickets.prompts import short
from itgov_bot.wording.choices import see_at_desk
from itgov_bot.wording.names import agent_name
from itgov_bot.wording.text import bold, capital, clip, clock, date_and_hour, esc, full_day, on_button

SHOWN = 15
BUTTONS = 10


def agenda(
    coming: Sequence[Planned],
    postponed: Sequence[Ticket],
    calendar: WorkCalendar,
    now: datetime,
    planned: Sequence[str] = (),
    *,
    opens: bool,
) -> Reply:
    """`planned`: lines of the maintenance to come. `opens`: the reader may open the tickets."""
    if not (coming or postponed):
        return Reply("\n".join(["📅 No hay eventos en la agenda.", *planned]))
    shown, today = coming[:SHOWN], calendar.local(now).date()
    lines = [f"📅 {bold('Agenda de eventos')}"]
    for day, those in groupby(shown, key=lambda one: calendar.local(one.at).date()):
        lines += [f"\n{bold(capital(full_day(day, today)))}", *(_line(one, calendar) for one in those)]
    if more := len(coming) - len(shown):
        lines.append(f"\n…y {more} más adelante.")
    if postponed:
        lines += [f"\n{bold('Aplazados, sin fecha')}", *map(_without_date, postponed)]
    lines += ["", *planned] if planned else []
    buttons = [see_at_desk(one.ticket, short(one.ticket, 24)) for one in shown[:BUTTONS]] if opens else []
    return Reply("\n".join(lines), tuple(buttons), columns=2)


def _without_date(ticket: Ticket) -> str:
    return f"• 📍 {esc(clip(ticket.place, 60))} · {bold(ticket.number)}"


def _line(planned: Planned, calendar: WorkCalendar) -> str:
    who = f"✅ {esc(clip(agent_name(planned.goes), 40))}" if planned.goes else "⚠️ sin confirmar"
    place, number = esc(clip(planned.ticket.place, 60)), bold(planned.ticket.number)
    return f"• {clock(calendar.local(planned.at))} · 📍 {place} · {who} · {number}"


CALLED_OFF = "El evento se canceló."
_WHICH = {
    TeamSays.EVENT_GIVE: "¿A cuál evento va?",
    TeamSays.EVENT_TAKE: "¿A cuál evento va usted?",
    TeamSays.EVENT_DECLINE: "¿A cuál evento no puede ir?",
    TeamSays.EVENT_MOVE: "¿Cuál evento cambia?",
    TeamSays.EVENT_CANCEL: "¿Cuál evento se canceló?",
}


def which(found: Sequence[Ticket], says: TeamSays, calendar: WorkCalendar, now: datetime) -> Reply:
    """Of several; the words wait for the press."""
    return Reply(
        _WHICH[says],
        tuple(
            Choice(
                on_button(
                    f"{date_and_hour(calendar.local(one.event_at), calendar.local(now))}: {clip(one.place, 24)}"
                ),
                Action.TEAM.data(f"{says}.{one.number}"),
            )
            for one in found[:BUTTONS]
            if one.event_at
        ),
    )
