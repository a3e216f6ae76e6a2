"""Which exception of the ANS is told: tables of the kinds that are easily mistaken. Sent on a Saturday."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.understanding import Understanding

SATURDAY = datetime(2025, 5, 31, 11, 0, tzinfo=ZoneInfo("America/Bogota"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("se cayó el servidor de nómina y nadie puede entrar", "service_outage"),
        ("se cayó el servidor", "service_outage"),
        ("toda la sede está sin internet", "service_outage"),
        ("se cortó la fibra y quedamos incomunicados", "service_outage"),
        ("el datacenter está apagado", "service_outage"),
        ("nos dijeron que ya estaba arreglado pero el enlace sigue caído", "service_outage"),
        ("esta noche el alcalde tiene rueda de prensa y necesitamos un ingeniero", "mayor_event"),
        ("evento del alcalde hoy a las 7 pm, requerimos apoyo con la transmisión", "mayor_event"),
        ("el alcalde tiene evento el martes a las 10 am, necesitamos apoyo de informática", None),
        ("el evento del alcalde de esta noche se canceló, ya no se necesita el ingeniero", None),
        ("la secretaria del alcalde necesita un tóner", None),
        ("el alcalde local necesita un video beam para el sábado", None),
        ("el servidor ya volvió, gracias", None),
        ("qué debo hacer si algún día se cae el servidor", None),
        ("la semana pasada se cayó el enlace, necesito el informe", None),
        ("no me conecta la vpn, a mis compañeros sí", None),
        ("mi pc no prende", None),
        ("necesito un servidor de pruebas", None),
        ("la troncal de transcaribe está bloqueada", None),
        ("el wifi está un poco lento", None),
        ("hola", None),
    ],
)
def test_exception(mind: Understanding, calendar: WorkCalendar, text: str, kind: str | None) -> None:
    assert mind.exception(text, SATURDAY, calendar) == (ExceptionKind(kind) if kind else None)
