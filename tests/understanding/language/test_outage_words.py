"""What whoever sees to an outage tells of it: where it is, what was done, what those whom it hits are to read."""

import pytest

from itgov_bot.understanding.language.cases.outage_words import (
    news_for_all,
    place_of_outage,
    tells_apart,
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
