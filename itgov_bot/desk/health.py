"""What an administrator wants to know at a glance: is anything stuck?"""

from __future__ import annotations

from itgov_bot.desk.desk import Desk
from itgov_bot.storage import health


async def measure(desk: Desk) -> list[tuple[str, str]]:
    counts = await health.counts(desk.session, desk.now)
    facts = [
        ("Hora del sistema", desk.calendars.general.local(desk.now).strftime("%Y-%m-%d %H:%M")),
        ("Casos abiertos", str(counts.live_tickets)),
        ("Urgentes sin tomar", str(counts.untaken_pages)),
        ("Mensajes por salir", str(counts.waiting_replies)),
        ("Mensajes que no se pudieron entregar (24 h)", str(counts.failed_replies)),
        ("Personas conocidas", str(counts.people)),
        ("Mensajes sin entender por revisar", str(counts.unmatched)),
    ]
    return facts + await _of_receiver(desk) if desk.mirror else facts


async def _of_receiver(desk: Desk) -> list[tuple[str, str]]:
    """What the city's other help desk has not been told, where there is one."""
    receiver = await health.of_receiver(desk.session, desk.now)
    since = (
        desk.calendars.general.local(receiver.oldest).strftime("%Y-%m-%d %H:%M") if receiver.oldest else ""
    )
    return [
        ("Avisos por salir al otro sistema", f"{receiver.waiting}{f' (desde {since})' if since else ''}"),
        ("Avisos perdidos (24 h)", f"{receiver.failed}{f' ({receiver.reason})' if receiver.reason else ''}"),
    ]
