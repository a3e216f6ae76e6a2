"""What whoever sees to an outage tells of it: where it is, what was done, what those whom it hits are to read."""

import pytest

from itgov_bot.understanding.language.cases.false_alarms import (
    tells_of_being_back,
    tells_of_none,
    what_it_was_instead,
)
from itgov_bot.understanding.language.cases.outage_words import (
    news_for_all,
    place_of_outage,
    tells_apart,
    what_was_done,
)
from tests.rows import each_row

from .tables import cases

READERS = {
    "place": place_of_outage,
    "done": what_was_done,
    "news": news_for_all,
    "instead": what_it_was_instead,
}


@each_row(("about", "said", "told"), cases("outage_words"))
def test_what_is_told_of_an_outage(about: str, said: str, told: str) -> None:
    assert (READERS[about](said) or "-") == told


@pytest.mark.parametrize(
    ("said", "apart"),
    [
        ("sepárelos, por favor", True),
        ("no eran la misma", True),
        ("son dos daños distintos", True),
        ("lo de Ana y lo de Beto es la misma caída, júntelos", False),
        ("el 4 es igual al 7", False),
    ],
)
def test_what_is_apart_is_told_from_what_is_one(said: str, apart: bool) -> None:
    assert tells_apart(said) is apart


@pytest.mark.parametrize(
    ("said", "none", "back"),
    [
        ("falsa alarma, el correo abre", True, False),
        ("allá nunca se cayó nada", True, False),
        ("era el cable de ella, suelto", True, False),
        ("no era la red, tenían el switch desenchufado", True, False),
        ("ciérrelo, era mantenimiento del proveedor", False, False),
        ("resuélvalo, se cambió el switch", False, False),
        ("ya quedó, era un cable", False, True),
        ("se restableció, el regulador estaba desconectado", False, True),
        ("falsa alarma, ya funciona todo", True, False),
        ("hay otra caída, también se fue el correo", False, False),
        ("y ahora se cayó la VPN, no era solo la red", False, False),
        ("no era el servicio, fue el disco, corríjalo", False, False),
        ("no fue la fuente, fue el cable de poder", False, False),
    ],
)
def test_that_it_was_none_is_told_from_that_it_is_over(said: str, none: bool, back: bool) -> None:
    assert (tells_of_none(said), tells_of_being_back(said)) == (none, back)
