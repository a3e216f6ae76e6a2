"""What is named instead of a thing that was told before, and the words with it."""

import pytest

from itgov_bot.understanding.language.cases.instead import (
    corrected_matter,
    said_instead,
    swapped_words,
    things_told,
    with_instead,
)


@pytest.mark.parametrize(
    ("told", "said", "now"),
    [
        (
            "la impresora de la sala no sirve",
            "no es la impresora, es el escáner, perdón",
            "el escáner de la sala no sirve",
        ),
        (
            "el sistema SIAPA está lento",
            "ay no no es siapa, es el MATEO de impuestos",
            "el sistema MATEO de impuestos está lento",
        ),
        (
            "se me venció la clave del correo",
            "espere, no es correo, es la de la vpn",
            "se me venció la clave de la vpn",
        ),
        ("no me abre el excel", "mentira, no es el excel es el word", "no me abre el word"),
        ("no me abre el correo", "no es la impresora, es el escáner", None),
    ],
)
def test_the_right_thing_stands_where_the_wrong_one_did(told: str, said: str, now: str | None) -> None:
    instead = said_instead(said)
    assert instead is not None
    assert with_instead(told, instead) == now


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("mejor no, es un monitor", "un monitor"),
        ("no, mejor una Impresora de color", "una Impresora de color"),
        ("perdón, el teclado", "el teclado"),
        ("me equivoqué, es la VPN", "la VPN"),
        ("digo, un tóner, qué pena", "un tóner"),
        ("no, es el segundo piso", None),
        ("no es urgente, es para mañana", None),
        ("no, es que el jefe no está", None),
        ("no, la pantalla está negra", None),
        ("mejor otro caso", None),
        ("el monitor", None),
        ("no, gracias", None),
        ("¿no es mejor un monitor?", None),
    ],
)
def test_a_thing_is_named_instead(said: str, what: str | None) -> None:
    found = said_instead(said)
    assert (found.what if found else None) == what


def test_places_are_no_things_that_were_told() -> None:
    told = "necesito un portátil en la sala para el concejal"
    assert [thing for thing, _ in things_told(told)] == ["un portátil"]


@pytest.mark.parametrize(
    ("said", "matter"),
    [
        ("no es la impresora, es el computador que no la ve", "el computador que no la ve"),
        ("qué pena, no era el mouse sino el monitor de la ventanilla", "el monitor de la ventanilla"),
        ("el wifi no, el cable", "el cable"),
        ("el 4 no lo puedo resolver yo", None),
        ("no es urgente, gracias", None),
    ],
)
def test_what_is_told_of_it_instead_counts_as_well(said: str, matter: str | None) -> None:
    assert corrected_matter(said) == matter


@pytest.mark.parametrize(
    ("said", "now"),
    [
        ("cambie mouse por teclado, gracias", "necesito un teclado nuevo"),
        ("corrija donde dice mouse por monitor", "necesito un monitor nuevo"),
        ("cambie impresora por teclado", None),
        ("el mouse no, un teclado", None),
        ("ay no, espere, no es mouse es touchpad", "necesito un touchpad nuevo"),
        ("espere, es touchpad no mouse", "necesito un touchpad nuevo"),
        ("es touchpad, no teclado", None),
        ("no es mouse es el de la vez pasada", None),
        ("no es urgente es para mañana", None),
    ],
)
def test_one_word_stands_instead_of_another(said: str, now: str | None) -> None:
    assert swapped_words(said, "necesito un mouse nuevo") == now
