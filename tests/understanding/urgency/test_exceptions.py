"""Which exception of the ANS is told: tables of the kinds that are easily mistaken. Sent on a Saturday."""

import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.understanding import Understanding

HARD = Path(__file__).parents[1] / "messages" / "urgency_hard.jsonl"
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
        ("llevo dos semanas sin internet en mi puesto y nadie viene", None),
        ("necesito un servidor de pruebas", None),
        ("la troncal de transcaribe está bloqueada", None),
        ("el wifi está un poco lento", None),
        ("hola", None),
        # the outage clause speaks, whatever stands beside it
        (
            "Buenas noches, disculpe la hora. Ninguna sede tiene internet. Quedo atento, feliz noche",
            "service_outage",
        ),
        ("necesito un tóner y además el servidor de archivos está caído para todos", "service_outage"),
        ("se fue la red en todo el edificio, la luz está normal y el aire también", "service_outage"),
        # unless it is over, was long ago, is supposed, or is one person's
        ("se cayó el enlace a las 9 pero a las 9 y media quedó arriba otra vez", None),
        ("no había sistema para nadie y ya entró, estamos atendiendo", None),
        ("ayer se cayó el sistema y nadie contestó, ¿qué pasó?", None),
        ("estamos escribiendo el protocolo: si se cae el servidor, ¿a quién se llama?", None),
        ("no puedo entrar al correo, a los demás les abre", None),
        # and told again after it was over, it stands
        ("lo arreglaron, duró diez minutos y se volvió a caer en toda la sede", "service_outage"),
        ("volvió el internet pero el servidor de turnos sigue muerto", "service_outage"),
        # how many it hits is counted, not felt
        ("las cuatro cajeras estamos paradas, a ninguna nos abre el sistema de recaudo", "service_outage"),
        ("todos en la oficina quedaron sin red menos yo, que uso mi plan de datos", "service_outage"),
        ("tengo una fila larguísima y mi caja no abre, las otras cajas siguen cobrando", None),
        ("a todo el mundo le abre la carpeta menos a mí", None),
        # what is not run here, or is taken back at the end
        ("el SECOP está caído y nadie en contratación puede publicar", None),
        ("en la alcaldía de Soledad se quedaron sin sistema todos, lo vi en el noticiero", None),
        ("se cayó el servidor y nadie puede trabajar: ese es el guion del simulacro", None),
        ("no hay sistema, todos estamos parados. Perdón, era para el chat de mi otro trabajo", None),
        # a tail that matters
        (
            "cámbienme el mouse cuando puedan. Lo grave es que toda la sede está sin internet",
            "service_outage",
        ),
        (
            "ya me arreglaron el teclado, gracias; ahora nadie en el piso puede entrar al correo",
            "service_outage",
        ),
        # hurried, and in English
        ("no ai intrnt en tda la sde", "service_outage"),
        ("srvdr d correo caido, ndie pued entrr", "service_outage"),
        ("ya vlvio el intrnt, grcs", None),
        ("the whole building is offline, nobody can log in", "service_outage"),
        ("the link is back up, thanks", None),
        ("my laptop does not turn on", None),
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
        (
            "la rueda de prensa del alcalde era a las 10 am y la pasaron para esta noche, manden ingeniero",
            "mayor_event",
        ),
        # far ahead, so that it is arranged in working hours
        (
            "el alcalde inaugura el coliseo el próximo mes, de noche, necesitamos apoyo con la transmisión",
            None,
        ),
        ("el 20 de febrero a las 7 pm hay gala del alcalde y requerimos sonido e internet", None),
        ("en quince días el alcalde tiene un acto el sábado en la noche, necesitamos un ingeniero", None),
        # within working hours
        ("lo del alcalde de esta noche lo pasaron para mañana a las 10 am, igual necesitamos apoyo", None),
        ("el alcalde tiene evento mañana de 8 a 10 y necesitamos apoyo con la transmisión", None),
        ("el alcalde tiene evento el viernes entrante de 9 a 11, necesitamos un ingeniero", None),
        ("el alcalde tiene evento mañana a las 14 horas y dura 2 horas, necesitamos apoyo", None),
    ],
)
def test_what_goes_on_and_what_is_to_come(
    understanding: Understanding, calendar: WorkCalendar, text: str, kind: str | None
) -> None:
    assert understanding.exception(text, WEDNESDAY_NIGHT, calendar) == (ExceptionKind(kind) if kind else None)


@pytest.mark.parametrize(
    "text",
    [
        "se cayó el servidor y nadie puede entrar",
        "no hay internet en ninguna oficina de la sede",
        "mi teclado no sirve",
        "ya volvió el servidor, gracias",
        "hola",
    ],
)
def test_what_is_plain_is_not_asked_about(
    understanding: Understanding, calendar: WorkCalendar, text: str
) -> None:
    assert not understanding.urgency(text, SATURDAY, calendar).doubtful


def test_whoever_asks_for_a_part_of_the_reading_hears_the_same(
    understanding: Understanding, calendar: WorkCalendar
) -> None:
    told = set()
    for line in HARD.read_text("utf-8").splitlines():
        text = json.loads(line)["text"]
        read = understanding.interpret(text, SATURDAY, calendar)
        assert understanding.exception_told(text, SATURDAY, calendar) == read.exception, text
        if is_doubtful := understanding.urgency(text, SATURDAY, calendar).doubtful:
            assert (read.doubtful, read.exception) == (True, ExceptionKind.SERVICE_OUTAGE), text
        told.add((read.exception, is_doubtful))
    assert {is_doubtful for _, is_doubtful in told} == {True, False}
    assert {exception for exception, _ in told} > {None}


def test_an_event_is_known_also_where_it_is_no_exception(
    understanding: Understanding, calendar: WorkCalendar
) -> None:
    text = "el alcalde tiene un acto el martes 3 de junio a las 10 am en el Teatro Heredia, necesitamos un ingeniero"
    read = understanding.urgency(text, SATURDAY, calendar)
    assert read.exception is None
    assert read.event is not None
    assert (read.event.start, read.event.place) == (
        datetime(2025, 6, 3, 10, tzinfo=SATURDAY.tzinfo),
        "Teatro Heredia",
    )


@pytest.mark.parametrize(
    ("text", "hits_many"),
    [
        ("OTRA VEZ SIN INTERNET EN MI COMPUTADOR LLEVAMOS TODA LA SEMANA ASI", False),
        ("todo el día sin red en mi portátil", False),
        ("llevamos todo el mes peleando con el internet de este equipo", False),
        ("todas las mañanas se cae el correo en mi pc", False),
        ("sin internet en toda la oficina, mi computador y los de todos", True),
        ("todo el día sin internet en toda la sede", True),
    ],
)
def test_all_the_week_at_one_computer_is_not_everybody(
    understanding: Understanding, calendar: WorkCalendar, text: str, hits_many: bool
) -> None:
    found = understanding.interpret(text, SATURDAY, calendar)
    assert (found.exception is not None) is hits_many


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("nadie tiene internet en toda la sede de manga", True),
        ("se cayó el internet en todo chambacú, nadie trabaja", True),
        ("no tengo internet", False),
        ("¿y no hay nadie ahorita que venga?", False),
    ],
)
def test_what_surely_fails_for_a_site_is_not_asked_by_which_twin_it_came(
    understanding: Understanding, calendar: WorkCalendar, text: str, is_one: bool
) -> None:
    assert understanding.is_one_outage(understanding.interpret(text, SATURDAY, calendar)) is is_one
