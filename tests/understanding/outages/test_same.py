"""Which reports are one outage: a table of cases, both ways."""

from datetime import UTC, datetime, timedelta

import pytest

from itgov_bot.domain.tickets.outages import interval
from itgov_bot.domain.tickets.ticket import ExceptionKind, State, Ticket
from itgov_bot.understanding.outages.report import OutageReport
from itgov_bot.understanding.outages.same import find_same, is_same
from itgov_bot.understanding.outages.words import read_outage_words
from itgov_bot.wording.text import duration
from tests.made import DATA, city

OUTAGE = ExceptionKind.SERVICE_OUTAGE
NOW = datetime(2026, 11, 10, 15, 0, tzinfo=UTC)
TWINS = (frozenset({"SER-001", "SER-003"}), frozenset({"SER-024", "SER-030", "SER-032"}))


WORDS = read_outage_words(DATA, [service.id for service in city().catalog.services])


def told(text: str, service: str | None = None, place: str = "", *, outage: bool = True) -> OutageReport:
    return WORDS.report(text, service, place, OUTAGE if outage else None)


def a_case(text: str, *, number: int = 1, minutes_ago: int = 10, is_outage: bool = True) -> Ticket:
    at = NOW - timedelta(minutes=minutes_ago)
    return Ticket(
        id=number, number=f"SAUS-2026-{number:06d}", state=State.NEW, requester=1, text=text, service=None,
        place="", contact="", channel="telegram", opened_at=at, attended_from=at, is_outage=is_outage,
    )  # fmt: skip


ONE = [
    # the same system from two floors, two offices, two sites: it is down for everybody
    ("el predis no abre para nadie en el piso 2", "predis caído en todo el piso 5"),
    ("no abre SIGOB en la sede de Manga, a nadie", "sigov está caído aquí en la Aduana"),
    ("se cayó el predial, nadie puede liquidar", "el predial no deja liquidar a nadie en ventanilla"),
    # the mail, the page and the VPN are one for the whole city hall
    ("se cayó el correo, a nadie le abre", "no hay correo en toda la secretaría de educación"),
    ("la página de la alcaldía está caída", "el portal no abre para los ciudadanos"),
    ("no hay vpn para nadie", "la VPN no conecta, somos 20 en teletrabajo"),
    # one site, however it is called
    ("no hay internet en la sede de Manga", "toda la sede Manga está sin internet"),
    ("estamos sin red en Chambacú", "en chambacu no hay conexión, nadie navega"),
    ("en el piso 3 nadie tiene red", "el piso 5 tampoco tiene internet, ningún equipo"),
    ("los teléfonos no funcionan en toda la Aduana", "el conmutador de la aduana no da tono"),
    # everywhere is here too
    ("se cayó el internet en toda la alcaldía", "no hay internet en la sede de Canapote, nadie navega"),
    # nothing named, the same words
    ("se cayó el servidor y nadie puede entrar a nada en toda la alcaldía", "no entra nadie al servidor"),
    ("se cayó todo, nadie puede trabajar", "todo caído, no funciona nada para nadie"),
    ("el servidor de correspondencia no responde", "nadie puede radicar, correspondencia caída"),
]
TWO = [
    # two sites are two outages
    ("no hay internet en la sede de Manga", "no hay internet en la sede de Chambacú"),
    ("toda la sede de Pasacaballos sin red", "el edificio Galeras quedó sin red"),
    ("los teléfonos de la Matuna están muertos", "no hay teléfonos en el Bosque, en ninguna oficina"),
    ("la alcaldía local 2 está sin internet", "la alcaldía local 3 está sin internet, nadie navega"),
    # two systems
    ("el predis está caído", "sigob está caído para todos"),
    ("se cayó el predial", "predis no abre para nadie"),
    ("se cayó el correo, a nadie le abre", "se cayó el internet en toda la alcaldía"),
    ("la página de la alcaldía está caída", "los teléfonos están caídos en toda la alcaldía"),
    ("no hay vpn para nadie", "nadie tiene correo"),
    ("el predis está caído para todos", "se cayó la red en la Aduana, nadie navega"),
]


@pytest.mark.parametrize(("first", "second"), ONE)
def test_one_outage(first: str, second: str) -> None:
    assert is_same(told(second), told(first), TWINS)
    assert is_same(told(first), told(second), TWINS)


@pytest.mark.parametrize(("first", "second"), TWO)
def test_two_outages(first: str, second: str) -> None:
    assert not is_same(told(second), told(first), TWINS)
    assert not is_same(told(first), told(second), TWINS)


@pytest.mark.parametrize(
    ("place", "same"), [("Hacienda, Aduana, piso 2", True), ("Manga, primer piso", False), ("Hacienda", True)]
)
def test_where_the_words_name_no_site_the_place_of_the_case_does(place: str, same: bool) -> None:
    first = told("nadie tiene internet", "SER-003", "Presupuesto, Aduana, piso 4")
    assert is_same(told("no hay internet para nadie", "SER-003", place), first, TWINS) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("SER-001", "SER-003", True),
        ("SER-024", "SER-032", True),
        ("SER-004", "SER-004", True),
        ("SER-003", "SER-004", False),
    ],
)
def test_without_words_the_service_or_its_twin_counts(one: str, other: str, same: bool) -> None:
    assert (
        is_same(told("no sirve nada, nadie puede", one), told("está caído para todos", other), TWINS) is same
    )


@pytest.mark.parametrize(
    "text",
    [
        "no me abre el correo",
        "no tengo internet",
        "no me abre predis",
        "sin internet desde las 8",
    ],
)
def test_a_plain_fault_of_something_everybody_uses_may_be_the_outage(text: str) -> None:
    assert told(text, outage=False).may_be_general


@pytest.mark.parametrize(
    "text",
    [
        "mi mouse no sirve",
        "olvidé mi clave del correo",
        "mi computador no tiene internet",
        "este equipo no navega en internet",
        "me quedó bloqueado el usuario de predis",
        "la impresora del piso 2 no imprime",
        "el excel se me cierra solo",
    ],
)
def test_the_fault_of_a_single_user_never_is(text: str) -> None:
    assert not told(text, outage=False).may_be_general


@pytest.mark.parametrize(
    "text",
    [
        "no me abre el correo, a los demás sí",
        "solo a mí no me carga el predis",
        "todos tienen internet menos yo",
        "el internet falla pero a mis compañeros sí les funciona",
    ],
)
def test_nor_when_the_others_are_fine_whatever_the_words_read_like(text: str) -> None:
    assert not told(text).may_be_general


def test_a_wish_or_an_event_of_the_mayor_is_no_outage() -> None:
    assert not WORDS.report("necesito internet en la sala de juntas", is_fault=False).may_be_general
    event = WORDS.report("internet para el evento del alcalde", exception=ExceptionKind.MAYOR_EVENT)
    assert not event.may_be_general


def test_what_is_an_outage_already_comes_before_what_may_become_one() -> None:
    plain = a_case("se cayó el correo", number=2, is_outage=False)
    known = a_case("nadie tiene correo", number=1)
    found = find_same(WORDS, told("no hay correo para nadie"), [plain, known])
    assert [one.id for one in found] == [1, 2]


def test_an_outage_lasts_from_its_first_report_or_what_an_agent_says_until_it_is_solved() -> None:
    ticket = a_case("se cayó el correo", minutes_ago=30)
    assert interval(ticket, 3).started_at == ticket.opened_at
    assert interval(ticket, 3).lasted(NOW) == timedelta(minutes=30)
    assert interval(ticket, 3).ended_at is None


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (timedelta(seconds=20), "menos de un minuto"),
        (timedelta(minutes=1), "1 minuto"),
        (timedelta(hours=1, minutes=5), "1 hora y 5 minutos"),
        (timedelta(days=2, hours=3, minutes=9), "2 días y 3 horas"),
    ],
)
def test_duration_in_words(span: timedelta, said: str) -> None:
    assert duration(span) == said
