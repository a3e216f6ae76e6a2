"""The words of an answer that is to be kept, whom words are told to, and which roles a sentence names."""

import pytest

from itgov_bot.domain.people import Role
from itgov_bot.understanding.language.cases.kept_words import text_to_keep, words_of_kept
from itgov_bot.understanding.language.orders import without_whom
from itgov_bot.understanding.language.people.roles_asked import roles_meant, roles_taken


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
