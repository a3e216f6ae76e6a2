"""What `/salud` says."""

from __future__ import annotations

from datetime import datetime

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.health import Health, ReceiverCounts
from itgov_bot.messages import Reply
from itgov_bot.wording.text import bold, esc


def health(measured: Health, calendar: WorkCalendar, now: datetime) -> Reply:
    counts = measured.counts
    facts: dict[str, object] = {
        "Hora del sistema": _stamp(calendar, now),
        "Casos abiertos": counts.live_tickets,
        "Urgentes sin tomar": counts.untaken_pages,
        "Mensajes por salir": counts.waiting_replies,
        "Mensajes que no se pudieron entregar (24 h)": counts.failed_replies,
        "Personas conocidas": counts.people,
        "Mensajes sin entender por revisar": counts.unmatched,
        **(_of_receiver(measured.receiver, calendar) if measured.receiver else {}),
    }
    lines = [f"• {esc(name)}: {esc(str(value))}" for name, value in facts.items()]
    return Reply("\n".join([bold("Estado del sistema"), *lines]))


def _of_receiver(receiver: ReceiverCounts, calendar: WorkCalendar) -> dict[str, object]:
    """What the city's other help desk has not been told, where there is one."""
    since = f" (desde {_stamp(calendar, receiver.oldest)})" if receiver.oldest else ""
    reason = f" ({receiver.reason})" if receiver.reason else ""
    return {
        "Avisos por salir al otro sistema": f"{receiver.waiting}{since}",
        "Avisos perdidos (24 h)": f"{receiver.failed}{reason}",
    }


def _stamp(calendar: WorkCalendar, instant: datetime) -> str:
    return calendar.local(instant).strftime("%Y-%m-%d %H:%M")
