"""What `/salud` says."""

from __future__ import annotations

from datetime import datetime

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.health import Counts, Health, ReceiverCounts
from itgov_bot.messages import Reply
from itgov_bot.wording.text import bold, esc


def health(measured: Health, calendar: WorkCalendar, now: datetime) -> Reply:
    facts = [("Hora del sistema", _stamp(calendar, now)), *_of_counts(measured.counts)]
    if measured.receiver:
        facts += _of_receiver(measured.receiver, calendar)
    return Reply(
        f"{bold('Estado del sistema')}\n" + "\n".join(f"• {esc(name)}: {esc(value)}" for name, value in facts)
    )


def _of_counts(counts: Counts) -> list[tuple[str, str]]:
    return [
        ("Casos abiertos", str(counts.live_tickets)),
        ("Urgentes sin tomar", str(counts.untaken_pages)),
        ("Mensajes por salir", str(counts.waiting_replies)),
        ("Mensajes que no se pudieron entregar (24 h)", str(counts.failed_replies)),
        ("Personas conocidas", str(counts.people)),
        ("Mensajes sin entender por revisar", str(counts.unmatched)),
    ]


def _of_receiver(receiver: ReceiverCounts, calendar: WorkCalendar) -> list[tuple[str, str]]:
    """What the city's other help desk has not been told, where there is one."""
    since = f" (desde {_stamp(calendar, receiver.oldest)})" if receiver.oldest else ""
    reason = f" ({receiver.reason})" if receiver.reason else ""
    return [
        ("Avisos por salir al otro sistema", f"{receiver.waiting}{since}"),
        ("Avisos perdidos (24 h)", f"{receiver.failed}{reason}"),
    ]


def _stamp(calendar: WorkCalendar, instant: datetime) -> str:
    return calendar.local(instant).strftime("%Y-%m-%d %H:%M")
