"""What an administrator wants to know at a glance: is anything stuck?"""

from __future__ import annotations

from itgov_bot.desk.desk import Desk
from itgov_bot.storage import health


async def measure(desk: Desk) -> list[tuple[str, str]]:
    counts = await health.counts(desk.session, desk.now)
    return [
        ("Hora del sistema", desk.calendars.general.local(desk.now).strftime("%Y-%m-%d %H:%M")),
        ("Casos abiertos", str(counts.live_tickets)),
        ("Urgentes sin tomar", str(counts.untaken_pages)),
        ("Mensajes por salir", str(counts.waiting_replies)),
        ("Mensajes que no se pudieron entregar (24 h)", str(counts.failed_replies)),
        ("Personas conocidas", str(counts.people)),
        ("Mensajes sin entender por revisar", str(counts.unmatched)),
    ]
