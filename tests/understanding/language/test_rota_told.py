"""What is ordered of the rota in words, who is meant, and when."""

from collections.abc import Callable
from datetime import datetime

import pytest

from itgov_bot.desk.desk import Calendars
from itgov_bot.settings import BOGOTA
from itgov_bot.understanding.language.duty.asked import is_of_rota
from itgov_bot.understanding.language.duty.rota_told import (
    RotaDeed,
    asks_of_each,
    asks_to_be_covered,
    asks_who_covers,
    asks_who_follows,
    end_put_right,
    is_for_good,
    is_without_end,
    names_oneself,
    rota_told,
    speaks_of_oneself,
)
from itgov_bot.understanding.language.queue.of_absent import order_of_absent
from itgov_bot.understanding.language.time.guard_times import coming_span, past_span, tells_past
from tests.made import city

KNOWN = {"carla", "dario", "darío", "luis", "rosa"}
TUESDAY = datetime(2026, 11, 10, 10, tzinfo=BOGOTA)
"""The Monday after it is a holiday."""


@pytest.mark.parametrize(
    ("said", "deed", "names"),
    [
        ("en las noches arranca Carla, después Darío y después Luis", RotaDeed.ORDER, "Carla Darío Luis"),
        ("el orden es Carla, Darío y Luis", RotaDeed.ORDER, "Carla Darío Luis"),
        ("saque a Carla de los turnos", RotaDeed.OUT, "Carla"),
        ("sáqueme del turno del domingo", RotaDeed.OUT, "yo"),
        ("meta a Luis en la rotación", RotaDeed.ADD, "Luis"),
        ("ponga a Luis en lugar de Carla en las noches", RotaDeed.INSTEAD, "Luis Carla"),
        ("Carla se accidentó, que Darío haga toda la semana", RotaDeed.INSTEAD, "Darío Carla"),
        ("por la licencia de Carla, que Darío cubra las noches", RotaDeed.INSTEAD, "Darío Carla"),
        ("reemplace a Carla por Darío", RotaDeed.INSTEAD, "Darío Carla"),
        ("esta noche va Darío en vez de Carla", RotaDeed.INSTEAD, "Darío Carla"),
        ("este puente que lo haga Darío completo", RotaDeed.INSTEAD, "Darío"),
        ("mañana cubro yo a Darío", RotaDeed.INSTEAD, "yo Darío"),
        ("Darío sale de vacaciones del 16 al 23", RotaDeed.OUT, "Darío"),
        ("Luis está incapacitado hasta el viernes", RotaDeed.OUT, "Luis"),
        ("Carla se va de vacaciones, que la cubra Rosa", RotaDeed.INSTEAD, "Rosa Carla"),
        ("Carla y Darío van a la guardia", RotaDeed.ADD, "Carla Darío"),
        ("quítele la guardia a Carla y póngasela a Luis", RotaDeed.INSTEAD, "Luis Carla"),
        ("pásele la guardia de Carla a Luis", RotaDeed.INSTEAD, "Luis Carla"),
        ("me voy de viaje, me reemplaza Luis", RotaDeed.INSTEAD, "Luis yo"),
        ("Carla está incapacitada hasta el viernes, que Luis la cubra", RotaDeed.INSTEAD, "Luis Carla"),
        ("que Luis le cubra a Carla mientras está de vacaciones", RotaDeed.INSTEAD, "Luis Carla"),
        ("Carla amaneció enferma, ponga a Luis hoy en la guardia", RotaDeed.INSTEAD, "Luis Carla"),
        ("esta noche no puede Carla, póngame a Darío", RotaDeed.INSTEAD, "Darío Carla"),
        ("póngame a Luis esta noche en vez de Carla", RotaDeed.INSTEAD, "Luis Carla"),
        ("pongan que hagan Rosa y Luis las guardias", RotaDeed.ADD, "Rosa Luis"),
    ],
)
def test_an_order_of_the_rota_tells_who_comes_and_for_whom(said: str, deed: RotaDeed, names: str) -> None:
    told = rota_told(said, lambda words: words.lower() in KNOWN)
    assert told is not None
    assert (told.deed, told.names) == (deed, tuple(names.split()))


@pytest.mark.parametrize(
    ("said", "kind", "names"),
    [
        ("no quiero hacer más guardia", RotaDeed.OUT, "yo"),
        ("yo también quiero hacer turnos", RotaDeed.ADD, "yo"),
        ("Luis entra a las noches", RotaDeed.ADD, "Luis"),
        ("Luis ya no hace más guardia", RotaDeed.OUT, "Luis"),
        ("saquen a Marcela, no va más", RotaDeed.OUT, ""),
    ],
)
def test_of_what_surely_is_of_the_rota_it_is_known_of_whom(said: str, kind: RotaDeed, names: str) -> None:
    told = rota_told(said, lambda words: words.lower() in KNOWN, kind=kind)
    assert (told.names if told else ()) == tuple(names.split())
    assert told is None or told.deed is kind


def test_where_nobody_is_named_nobody_is_meant() -> None:
    assert rota_told("sáquela de los turnos de noche", lambda _words: False) is None


@pytest.mark.parametrize(
    ("said", "begins", "ends"),
    [
        ("el 24 por la noche", "24-11 20:00", "25-11 08:00"),
        ("el 5 quién", "05-12 00:00", "06-12 00:00"),
        ("este puente completo", "13-11 17:00", "17-11 08:00"),
        ("el jueves en la noche", "12-11 20:00", "13-11 08:00"),
        ("mañana a las 3 de la mañana", "11-11 03:00", "11-11 03:01"),
        ("la próxima semana", "16-11 00:00", "23-11 00:00"),
        ("toda la semana de noche", "10-11 10:00", "16-11 00:00"),
        ("en navidad", "25-12 00:00", "26-12 00:00"),
        ("ahora mismo", "10-11 10:00", "10-11 10:01"),
        ("hasta el 20", "10-11 10:00", "21-11 00:00"),
        ("de licencia hasta el viernes", "10-11 10:00", "14-11 00:00"),
        ("del viernes hasta el domingo", "13-11 00:00", "16-11 00:00"),
        ("del 16 al 23, sáquelo de la guardia", "16-11 00:00", "24-11 00:00"),
        ("desde el 28 hasta el 3", "28-11 00:00", "04-12 00:00"),
        ("quién está mañana por la noche", "11-11 20:00", "12-11 08:00"),
        ("quien esta pasado mañana en la noche", "12-11 20:00", "13-11 08:00"),
        ("la noche del 15", "15-11 20:00", "16-11 08:00"),
        ("el 31", "31-12 00:00", "01-01 00:00"),
        ("permiso el jueves y viernes", "12-11 00:00", "14-11 00:00"),
        ("del 14 al 20 de diciembre", "14-12 00:00", "21-12 00:00"),
        ("tres días de incapacidad", "10-11 10:00", "13-11 00:00"),
        ("dos semanas desde el lunes", "16-11 00:00", "30-11 00:00"),
        ("sale el lunes y vuelve el 20", "16-11 00:00", "20-11 00:00"),
        ("me voy de viaje y vuelvo el lunes", "10-11 10:00", "16-11 00:00"),
        ("licencia desde el lunes hasta marzo", "16-11 00:00", "02-03 00:00"),
        ("en diciembre", "01-12 00:00", "01-01 00:00"),
        ("de aquí a fin de mes", "10-11 10:00", "01-12 00:00"),
    ],
)
def test_a_time_to_come_is_read_as_it_is_said_of_the_guard(said: str, begins: str, ends: str) -> None:
    span = coming_span(said, TUESDAY, Calendars.of(city()).general)
    assert span is not None
    assert [f"{one:%d-%m %H:%M}" for one in span] == [begins, ends]


@pytest.mark.parametrize(
    ("said", "begins", "ends"),
    [
        ("quién se despertó anoche", "09-11 17:00", "10-11 10:00"),
        ("cómo estuvo el puente", "06-11 17:00", "09-11 08:00"),
        ("el viernes cuánto se demoró", "06-11 00:00", "07-11 12:00"),
        ("la semana pasada", "02-11 00:00", "09-11 00:00"),
        ("el 5", "05-11 00:00", "06-11 12:00"),
    ],
)
def test_a_time_gone_by_brings_its_night_with_it(said: str, begins: str, ends: str) -> None:
    span = past_span(said, TUESDAY, Calendars.of(city()).general)
    assert span is not None
    assert [f"{one:%d-%m %H:%M}" for one in span] == [begins, ends]


@pytest.mark.parametrize("said", ["¿quién está de guardia?", "saque a Carla"])
def test_where_no_time_is_told_none_is_made_up(said: str) -> None:
    calendar = Calendars.of(city()).general
    assert coming_span(said, TUESDAY, calendar) is None
    assert past_span(said, TUESDAY, calendar) is None


@pytest.mark.parametrize(
    ("reads", "said", "other"),
    [
        (speaks_of_oneself, "estoy incapacitado hasta el viernes", "saque a Marcela de la guardia"),
        (speaks_of_oneself, "no quiero hacer más guardia", "la señora está incapacitada"),
        (names_oneself, "hazme administrador", "haga administrador a Carla"),
        (tells_past, "¿quién tenía el turno?", "¿quién tiene el turno?"),
        (is_without_end, "desde el lunes", "desde el lunes hasta el viernes"),
        (is_without_end, "a partir del 16 no está", "del 16 al 20 no está"),
        (
            is_of_rota,
            "Darío sale de vacaciones del 16 al 23, sáquelo de la guardia",
            "el 16 y el 23 sáquelos",
        ),
        (
            is_of_rota,
            "no puedo el jueves en la noche, que lo haga Darío",
            "el 3 de esta noche que lo haga Darío",
        ),
        (is_of_rota, "que Darío le cubra a Rosa mientras está de vacaciones", "cubra el 3 con un plástico"),
        (is_of_rota, "que Luis cubra a Carla del 23 al 25", "cubran el equipo de Luis"),
        (asks_to_be_covered, "quién me cubre el sábado", "quién cubre el sábado"),
        (asks_of_each, "cuántas guardias lleva cada uno", "cuántas guardias llevo"),
        (asks_who_follows, "quién sigue después de Carla", "quién cubre el sábado"),
        (asks_who_covers, "quién cubre a Carla en las vacaciones", "quién cubre el sábado"),
        (is_for_good, "Carla no hace más guardias", "Carla está por fuera hasta el viernes"),
        (tells_past, "quien tomo el urgente", "lo tomo"),
        (tells_past, "a quién le tocó", "me toco la oreja"),
        (tells_past, "¿que paso?", "dígale que paso a las 3"),
        (tells_past, "Ana contestó", "ya le contesto"),
    ],
)
def test_of_whom_and_of_when_it_is_asked(reads: Callable[[str], bool], said: str, other: str) -> None:
    assert reads(said)
    assert not reads(other)


@pytest.mark.parametrize(
    ("said", "ends"),
    [
        ("perdón, Darío vuelve es el 23", "2026-11-23"),
        ("no, vuelve el 25", "2026-11-25"),
        ("corrija: las vacaciones son hasta el 25", "2026-11-26"),
        ("Darío vuelve es el lunes", "2026-11-16"),
        ("Darío ya volvió", None),
        ("el martes vuelve Carla", None),
    ],
)
def test_the_end_of_an_absence_is_put_right(said: str, ends: str | None) -> None:
    found = end_put_right(said, TUESDAY)
    assert (found and f"{found:%Y-%m-%d}") == ends


@pytest.mark.parametrize(
    ("said", "order"),
    [
        (
            "Carla se fue de vacaciones, reparta sus casos entre Darío y Luis",
            "reparta los casos de Carla entre Darío y Luis",
        ),
        ("Carla no vino, reparta lo de ella", "reparta los casos de Carla entre todos"),
        ("Luis no está, que Darío coja lo de él", "pase todos los casos de Luis a Darío"),
        ("Carla está incapacitada: páseme todo lo de ella a Darío", "pase todos los casos de Carla a Darío"),
        ("Carla está enferma, que la reemplace Darío", None),
        ("reparta los casos de Carla", None),
    ],
)
def test_cases_of_who_is_not_there_are_handed_on(said: str, order: str | None) -> None:
    assert order_of_absent(said, lambda words: words.lower() in KNOWN) == order
