"""The words of an answer that is to be kept, whom words are told to, and which roles a sentence names."""

import pytest

from itgov_bot.domain.people import Role
from itgov_bot.understanding.language.cases.for_person import without_reader
from itgov_bot.understanding.language.cases.kept_words import kept_named, text_to_keep, words_of_kept
from itgov_bot.understanding.language.cases.one_case import points_at_file
from itgov_bot.understanding.language.orders import without_whom
from itgov_bot.understanding.language.people.roles_asked import (
    by_person,
    roles_given,
    roles_meant,
    roles_taken,
)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("guarde este texto: Buenas {nombre}, pase por el piso 1", "Buenas {nombre}, pase por el piso 1"),
        ("deje de plantilla «el tóner se pide por almacén»", "el tóner se pide por almacén"),
        ("cree una respuesta llamada vpn: descargue el cliente", "vpn: descargue el cliente"),
        ("agregue una que diga que sin serial no se puede", "sin serial no se puede"),
        ("quiero guardar una respuesta", ""),
        (
            "guarde esta respuesta pa la próxima: Hola {nombre}, ya puede entrar",
            "Hola {nombre}, ya puede entrar",
        ),
        ("guárdeme este mensaje para más tarde: Buenas, ya va", "Buenas, ya va"),
        ("guardar respuesta para el wifi: Hola, la clave cambió", "wifi: Hola, la clave cambió"),
        ("deje esta plantilla como cuenta lista: Buen día, ya quedó", "cuenta lista: Buen día, ya quedó"),
        ("guardar respuesta: Placa: ¿me dice el número?", "Placa: ¿me dice el número?"),
    ],
)
def test_what_is_to_be_kept_stands_apart_from_the_order(said: str, kept: str) -> None:
    assert text_to_keep(said) == kept


def test_an_answer_is_told_by_its_matter_alone() -> None:
    assert words_of_kept("borre la respuesta del tóner que ya no va") == {"toner"}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("dígale a Beto que ya casi", "dígale que ya casi"),
        ("avísele a la señora que espere", "avísele que espere"),
        ("dígale a Carla que venga", "dígale a Carla que venga"),
        ("ya voy", "ya voy"),
    ],
)
def test_whom_words_go_to_is_no_part_of_them(said: str, told: str) -> None:
    assert without_whom(said, "Beto Mora") == told


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("para Beto, este es el cable que va", "este es el cable que va"),
        ("pa don Beto Mora: así queda", "así queda"),
        ("para el 12, esta es la bandeja", "esta es la bandeja"),
        ("al 12: reinicie", "reinicie"),
        ("para mañana, traiga el cable", "para mañana, traiga el cable"),
        ("para Beto", "para Beto"),
    ],
)
def test_whom_a_picture_is_for_is_no_part_of_its_words(said: str, left: str) -> None:
    assert without_reader(said, "Beto Mora") == left


@pytest.mark.parametrize(
    ("said", "points"),
    [
        ("este es el equipo", True),
        ("así me sale", True),
        ("mire la foto", True),
        ("este equipo no prende", False),
        ("necesito instalar este programa en mi computador nuevo", False),
    ],
)
def test_words_that_only_point_at_a_picture_tell_of_nothing(said: str, points: bool) -> None:
    assert points_at_file(said) is points


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("con la respuesta de la placa", "placa"),
        ("la plantilla que dice del tóner", "del toner"),
        ("con la de reinicio", "reinicio"),
        ("la de cuenta desbloqueada", "cuenta desbloqueada"),
        ("con la respuesta de clave restablecida", "clave restablecida"),
        ("la respuesta la tiene Ana", None),
        ("la clave nueva es de doce letras", None),
        ("con la de Hacienda hable mañana a primera hora y me cuenta", None),
        ("que ya voy", None),
    ],
)
def test_an_answer_that_is_kept_is_named(said: str, named: str | None) -> None:
    assert kept_named(said) == named


@pytest.mark.parametrize(
    ("said", "roles"),
    [
        ("a Rosa ya no la quiero de coordinadora, déjela de agente", [Role.COORDINATOR, Role.AGENT]),
        ("va a entrar a atender casos con nosotros", [Role.AGENT]),
        ("necesito que alguien más administre", [Role.ADMIN]),
        ("hágala gestora de Salud", [Role.MANAGER]),
        ("que esté también en los turnos", [Role.ON_CALL]),
        ("Carla renunció", []),
    ],
)
def test_roles_are_named_in_many_ways(said: str, roles: list[Role]) -> None:
    assert roles_meant(said) == roles


@pytest.mark.parametrize(
    ("said", "given"),
    [
        ("póngalo de agente y también que haga guardias", [Role.AGENT, Role.ON_CALL]),
        ("que coordine y atienda los casos", [Role.COORDINATOR]),
        ("hágala coordinadora, ya no de agente", [Role.COORDINATOR]),
        ("que quede en gerencia", [Role.MANAGER]),
        ("dele algo", []),
    ],
)
def test_all_roles_that_are_named_are_given(said: str, given: list[Role]) -> None:
    assert roles_given(said) == given


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("a Luis póngalo en gerencia y a Rosa de guardia", [[Role.MANAGER], [Role.ON_CALL]]),
        ("hagan coordinadora a Luis y agente a Rosa", [[Role.COORDINATOR], [Role.AGENT]]),
        ("que Luis y Rosa sean agentes", [[Role.AGENT], [Role.AGENT]]),
        ("de agentes a Luis y a Rosa", [[Role.AGENT], [Role.AGENT]]),
    ],
)
def test_each_who_is_named_gets_their_own(said: str, parts: list[list[Role]]) -> None:
    assert [roles_given(one) for one in by_person(said, ["Luis", "Rosa"])] == parts


@pytest.mark.parametrize(
    ("said", "taken"),
    [
        ("a Rosa bájela, que solo quede en los turnos y no de agente", [Role.AGENT]),
        ("déjelo nada más de guardia", [Role.AGENT]),
        ("quítele los casos pero déjele la guardia", [Role.AGENT]),
        ("ya no la quiero en la guardia, que siga de agente", [Role.ON_CALL]),
        ("sáquelo de la guardia", [Role.ON_CALL]),
        ("quítele lo de administrar y déjele la guardia", []),
    ],
)
def test_what_stays_is_not_taken(said: str, taken: list[Role]) -> None:
    assert roles_taken(said, [Role.AGENT, Role.ON_CALL]) == taken
