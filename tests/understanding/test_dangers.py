"""A danger is heard in words that nobody taught, told at once or in pieces; and what only sounds like one alarms nobody."""

from datetime import date

import pytest

from itgov_bot.reference import load
from itgov_bot.settings import ROOT
from itgov_bot.understanding import Understanding
from itgov_bot.understanding.dangers import Dangers
from itgov_bot.understanding.figures.reading import SURE
from itgov_bot.understanding.inside.kinds import Book, read_books
from itgov_bot.understanding.language.folding import plain
from tests.understanding.dangers_told import DECEIT, HARMLESS, LOST, PIECES, SMOKE

HEARD = 0.9
"""Of what is dangerous at least so much is told from the rest."""
MAX_FALSE = 1
"""Of what only sounds so."""


@pytest.fixture(scope="module")
def dangers(understanding: Understanding) -> Dangers:
    return Dangers(load(ROOT / "data").first_aid, understanding.inside)


def test_what_is_dangerous_is_heard_whatever_the_words(dangers: Dangers) -> None:
    missed = [said for said in (*DECEIT, *SMOKE, *LOST) if dangers.told(said) is None]
    assert len(missed) <= (1 - HEARD) * (len(DECEIT) + len(SMOKE) + len(LOST)), missed


def test_smoke_is_urgent_and_a_deceit_is_not(dangers: Dangers) -> None:
    found = {said: danger for said in (*DECEIT, *SMOKE) if (danger := dangers.told(said))}
    assert [said for said, danger in found.items() if danger.urgent != (said in SMOKE)] == []


def test_no_danger_is_surely_a_question_of_figures(understanding: Understanding) -> None:
    """Who sees figures is warned as anybody is."""
    asked = {said: understanding.figures.sentence(said, date(2026, 11, 27)) for said in (*DECEIT, *SMOKE)}
    assert [said for said, one in asked.items() if one and one.margin >= SURE] == []


def test_what_only_sounds_so_alarms_nobody(dangers: Dangers) -> None:
    alarmed = [said for said in HARMLESS if dangers.told(said)]
    assert len(alarmed) <= MAX_FALSE, alarmed


@pytest.mark.parametrize(("before", "then", "goes_on"), PIECES)
def test_what_is_told_in_pieces_is_one_matter(
    dangers: Dangers, before: str, then: str, goes_on: bool
) -> None:
    assert dangers.goes_on(before, then) is goes_on


GONE, INSIDE, KEY, OPENED = (
    "Llame ya al banco, a Nequi",
    "Desconecte ya ese equipo",
    "Cambie ya la clave",
    "Desconecte de la red",
)
TAKEN = "Cambie ya, desde otro equipo"
ASKED_MONEY, ASKED_IN, ARRIVED = "No mande plata", "No le dé acceso", "No le dé clic"


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("le giré una plata a uno que se hizo pasar por el jefe", GONE),
        ("dizque el doctor pidió un nequi\nse lo mandé", GONE),
        ("le abrí el anydesk a la señora que llamó", INSIDE),
        ("el de soporte que llamó mueve la flecha y abre carpetas", INSIDE),
        ("puse mi contraseña en una página falsa", KEY),
        ("me llegó un link raro, le di y metí la cédula", KEY),
        ("me robaron la cuenta del whatsapp", KEY),
        ("dizque el gerente me pide un nequi\nya le mandé cien", GONE),
        ("llamaron que eran de sistemas a pedir mi contraseña\ny ahora mueve las ventanas", INSIDE),
        ("llamaron que eran de sistemas a pedir mi contraseña\nse la dicté", KEY),
        ("me llegó un enlace sospechoso\nno le he dado clic", ARRIVED),
        ("abrí un archivo que venía en un correo falso", OPENED),
        ("le di clic a un enlace sospechoso pero no puse la clave", OPENED),
        ("me escriben a nombre de la secretaria que consigne trescientos mil", ASKED_MONEY),
        ("llamó uno de soporte a pedir que lo deje entrar al equipo", ASKED_IN),
        ("me llegó un correo sospechoso con un enlace", ARRIVED),
        ("I entered my password in a fake page", KEY),
        ("me robaron el computador de la alcaldía", TAKEN),
        ("se me perdió la tablet con el correo abierto", TAKEN),
    ],
)
def test_the_advice_is_of_its_kind(dangers: Dangers, said: str, first: str) -> None:
    found = dangers.told(said)
    assert found
    assert found.say[0].startswith(first)


def test_no_case_is_a_phrase() -> None:
    phrases = {plain(phrase.text) for phrase in read_books(ROOT / "data")[Book.DANGERS]}
    assert [said for said in (*DECEIT, *SMOKE, *LOST, *HARMLESS) if plain(said) in phrases] == []
