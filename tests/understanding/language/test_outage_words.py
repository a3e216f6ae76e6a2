"""What whoever sees to an outage tells of it: where it is, what was done, what those whom it hits are to read."""

import pytest

from itgov_bot.understanding.language.cases.outage_words import (
    news_for_all,
    place_of_outage,
    tells_apart,
    tells_of_none,
    what_was_done,
)
from tests.rows import each_row

from .tables import cases

READERS = {"place": place_of_outage, "done": what_was_done, "news": news_for_all}


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
    ("said", "none"),
    [
        ("falsa alarma, el correo abre", True),
        ("allá nunca se cayó nada", True),
        ("era el cable de ella, suelto", True),
        ("ciérrelo, era mantenimiento del proveedor", False),
        ("resuélvalo, se cambió el switch", False),
    ],
)
def test_that_it_was_none_is_told_from_that_it_is_over(said: str, none: bool) -> None:
    assert tells_of_none(said) is none
