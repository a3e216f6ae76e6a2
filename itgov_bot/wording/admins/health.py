"""What `/salud` says."""

from datetime import datetime, timedelta

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.health import Health, ReceiverCounts
from itgov_bot.domain.setup import Setup
from itgov_bot.domain.ways import WayKind
from itgov_bot.replies import Reply
from itgov_bot.wording.admins.setup import buttons, listed, steps
from itgov_bot.wording.agents.duty.page_ways import WAY_NAMES
from itgov_bot.wording.text import ago, bold, esc, join

ROUNDS_LATE = timedelta(minutes=2)
DELIVERY_LATE = timedelta(minutes=1)

LATE = (
    "Las rondas no corren o alguna falla: nadie llama al siguiente de la guardia. Mire el registro («round failed») y "
    "reinicie el programa."
)
STUCK = "No está saliendo. Si Telegram o el correo están caídos, llame usted a la guardia por teléfono."
UNTAKEN = "Nadie lo ha tomado: ábralo con /mesa o llame usted a la guardia."
NO_WAYS = "no hay; si Telegram se cae, la guardia no se entera. Configure SMTP_HOST y SMTP_FROM"
NO_HEARTBEAT = "apagado; si este programa se detiene, nadie lo nota. Configure ITGOV_HEARTBEAT_URL"


def health(measured: Health, setup: Setup, calendar: WorkCalendar, now: datetime) -> Reply:
    """What is missing before the desk can work stands first."""
    found = steps(setup, calendar)
    counts = measured.counts
    facts: dict[str, object] = {
        "Hora del sistema": _stamp(calendar, now),
        "Casos abiertos": counts.live_tickets,
        "Urgentes sin tomar": counts.untaken_urgent,
        "Mensajes por salir": counts.waiting_replies,
        "Mensajes que no se pudieron entregar (24 h)": counts.failed_replies,
        "Personas conocidas": counts.people,
        "Mensajes sin entender por revisar": counts.unmatched,
        **(_of_receiver(measured.receiver, calendar) if measured.receiver else {}),
    }
    lines = [f"• {esc(name)}: {esc(str(value))}" for name, value in facts.items()]
    text = [*listed(found), "", bold("Estado del sistema"), *lines, *_watch(measured, now)]
    return Reply("\n".join(text), buttons(found))


def _watch(measured: Health, now: datetime) -> list[str]:
    """Does it run, and does what is urgent get through? What is wrong comes with what to do about it."""
    vitals, installation = measured.vitals, measured.installation
    ways = join([WAY_NAMES[kind] for kind in WayKind if kind in installation.ways]) or NO_WAYS
    heartbeat = f"sí; el último, {ago(now, vitals.heartbeat, never='ninguno todavía')}"
    return [
        "",
        bold("Vigilancia"),
        f"• Última ronda completa: {ago(now, vitals.rounds)}{_late(now, vitals.rounds)}",
        f"• Aviso urgente más viejo sin salir: {ago(now, vitals.undelivered, never='ninguno')}"
        + _stuck(now, vitals.undelivered),
        f"• Urgente más viejo sin tomar: {ago(now, vitals.unattended, never='ninguno')}"
        + (f"\n  ⚠️ {UNTAKEN}" if vitals.unattended else ""),
        f"• Otras vías para la guardia: {ways}",
        f"• Latido a un vigilante externo: {heartbeat if installation.heartbeat else NO_HEARTBEAT}",
    ]


def _late(now: datetime, rounds: datetime | None) -> str:
    return f"\n  ⚠️ {LATE}" if rounds is None or now - rounds > ROUNDS_LATE else ""


def _stuck(now: datetime, undelivered: datetime | None) -> str:
    return f"\n  ⚠️ {STUCK}" if undelivered and now - undelivered > DELIVERY_LATE else ""


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
