"""Cases that agents name by whose they are or what they are of."""

import pytest

from itgov_bot.understanding.language.queue.mentions import Called, asks_of_it, mentions, shorter
from tests.rows import each_row

from .tables import cases
from .test_readers import KNOWN

PEOPLE = (
    Called(1, "Rosa Pérez", "Departamento de Salud"),
    Called(2, "Julia Ortega", "Secretaría de Hacienda, piso 3"),
    Called(3, "Julia Mena", "Archivo General"),
    Called(4, "Luis Gómez"),
    Called(5, "Beto Ruiz"),
)


@each_row(("said", "read", "whose", "sure"), cases("mentions"))
def test_whose_case_is_named(said: str, read: str, whose: str, sure: str) -> None:
    found = [one for one in mentions(said, PEOPLE, KNOWN) if one.name]
    text = said
    for one in reversed(found):
        text = one.by_number(text, "N")
    names = [sorted(other.name for other in PEOPLE if other.person in one.people) for one in found]
    assert (text if found else "-") == read
    assert ("; ".join(", ".join(one) or "nobody" for one in names) or "-") == whose
    assert ("yes" if all(one.is_sure for one in found) else "no" if found else "-") == sure or not found


@pytest.mark.parametrize(
    ("said", "matters"),
    [
        ("cojo el de la impresora", ["cojo el N"]),
        ("en qué va lo del correo", ["en qué va el N"]),
        ("tome el caso del internet lento de una", ["tome el N de una", "tome el N lento de una"]),
        ("ya quedó la impresora, era el tóner", ["ya quedó el N, era el tóner"]),
    ],
)
def test_what_a_case_is_of_may_be_several_words(said: str, matters: list[str]) -> None:
    [found] = mentions(said, PEOPLE, KNOWN)
    read = [one.by_number(said, "N") for one in shorter(found, said)]
    assert not found.name
    assert read[-len(matters) :] == matters or set(matters) <= set(read)


@pytest.mark.parametrize("said", ["¿quién lo tiene?", "y cómo va ese", "en qué va el caso"])
def test_what_is_asked_of_the_case_just_spoken_of(said: str) -> None:
    assert asks_of_it(said)


@pytest.mark.parametrize("said", ["cómo va el torneo", "quién tiene la llave", "ponlo en espera"])
def test_what_asks_nothing_of_it(said: str) -> None:
    assert not asks_of_it(said)
