"""What people complained of, for whoever answers for the desk."""

from collections.abc import Sequence
from datetime import datetime

from itgov_bot.domain.days import Days
from itgov_bot.domain.summary import Figure
from itgov_bot.domain.tickets.view import EventView, TicketView
from itgov_bot.replies import Reply
from itgov_bot.wording.choices import see_at_desk
from itgov_bot.wording.managers.summary.names import days_name
from itgov_bot.wording.managers.summary.screen import open_figure
from itgov_bot.wording.names import agent_name, name_of
from itgov_bot.wording.text import bold, capital, esc, quoted, when

SHOWN = 8
MAX_WORDS = 300


def complaints(found: Sequence[tuple[TicketView, EventView]], low: int, days: Days, now: datetime) -> Reply:
    """`low`: how many low ratings there are beside them."""
    told = days_name(days, now.date())
    head = f"⚠️ {bold('Quejas')} · {told}: {len(found)}" if found else f"👍 No hay quejas de un caso: {told}."
    lines = [_line(view, event, now) for view, event in found[:SHOWN]]
    lines += [f"…y {len(found) - SHOWN} más."] if len(found) > SHOWN else []
    lines.append(
        "Las que no son de ningún caso no quedan guardadas: le llegan a quien coordina cuando se escriben."
    )
    buttons = [see_at_desk(view.ticket, view.ticket.number) for view, _ in found[:SHOWN]]
    buttons += [open_figure(days.code, Figure.RATED_LOW, low)] if low else []
    return Reply("\n".join([head, *lines]), tuple(buttons), columns=2)


def _line(view: TicketView, event: EventView, now: datetime) -> str:
    has = f" · 👤 {esc(agent_name(view.holder))}" if view.holder else ""
    at = capital(when(view.local(event.at), now))
    return f"• {at} · 🙋 {esc(name_of(event.by))} · {bold(view.ticket.number)}{has}\n{quoted(event.words(), MAX_WORDS)}"
