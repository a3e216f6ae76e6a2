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
def test_exception(understanding: Understanding, calendar: WorkCalendar, text: str, kind: str | None) -> None:
    assert understanding.exception(text, SATURDAY, calendar) == (ExceptionKind(kind) if kind else None)


WEDNESDAY_NIGHT = datetime(2026, 11, 25, 22, 0, tzinfo=ZoneInfo("America/Bogota"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # it goes on now: how long it has been going on is no hour of the clock
        (
            "evento del alcalde ahora mismo, llevamos 2 horas sin conexión y necesitamos apoyo de informática",
            "mayor_event",
        ),
        (
            "el evento del alcalde va desde las 10 de la mañana y necesitamos apoyo de informática",
            "mayor_event",
        ),
        (
            "estamos en evento del alcalde desde hace 3 horas y falla el sonido, manden un ingeniero",
            "mayor_event",
        ),
        (
            "hace media hora empezó la rueda de prensa del alcalde y no hay internet, necesitamos apoyo",
            "mayor_event",
        ),
        ("el alcalde tiene evento el sábado de 8 a 10 y necesitamos apoyo con la transmisión", "mayor_event"),
        # within working hours
        ("el alcalde tiene evento mañana de 8 a 10 y necesitamos apoyo con la transmisión", None),
        ("el alcalde tiene evento el viernes entrante de 9 a 11, necesitamos un ingeniero", None),
        ("el alcalde tiene evento mañana a las 14 horas y dura 2 horas, necesitamos apoyo", None),
    ],
)
def test_what_goes_on_and_what_is_to_come(
    understanding: Understanding, calendar: WorkCalendar, text: str, kind: str | None
) -> None:
    assert understanding.exception(text, WEDNESDAY_NIGHT, calendar) == (ExceptionKind(kind) if kind else None)
