"""With what a swap of turns is asked or offered: whose turn is which, and who is named."""

import pytest

from itgov_bot.understanding.language.duty.swap_told import (
    SwapTold,
    stranger_in,
    swap_told,
    takes_nothing_back,
)
from itgov_bot.understanding.language.folding import fold

KNOWN = {"carla", "dario", "luis"}


def is_name(words: str) -> bool:
    return fold(words) in KNOWN


SWAPS = {
    "domingo 8 am a 8 pm": SwapTold("domingo 8 am a 8 pm"),
    "del 23 por la del 30 con luis": SwapTold("del 23", "luis", "la del 30 con"),
    "cambiame la guardia del sábado con Carla": SwapTold("cambiame la guardia del sábado con", "Carla"),
    "la del martes por la noche, yo le hago la del domingo con Carla": SwapTold(
        "la del martes por la noche", "Carla", "la del domingo con"
    ),
    "": SwapTold(""),
    "que luis me haga el jueves": SwapTold("que me haga el jueves", "luis"),
    "yo le hago el sábado a carla": SwapTold("", "carla", "yo le hago el sábado a", is_offer=True),
    "quiero cubrir a luis el domingo": SwapTold("", "luis", "quiero cubrir a el domingo", is_offer=True),
    "el domingo yo le cubro la noche a luis": SwapTold(
        "", "luis", "el domingo yo le cubro la noche a", is_offer=True
    ),
    "luis yo te hago el viernes si tú me haces el 24": SwapTold(
        "si tú me haces el 24", "luis", "yo te hago el viernes", is_offer=True
    ),
    "luis, me haces el viernes y yo te hago el 24?": SwapTold("me haces el viernes y", "luis", "el 24?"),
    "no puedo tomar la guardia del 12, que me la haga luis": SwapTold(
        "no puedo tomar la guardia del 12 que me la haga", "luis"
    ),
    "yo hago la guardia de carla del 15 a cambio de la del 22": SwapTold(
        "a cambio de la del 22", "carla", "yo hago la guardia de del 15", is_offer=True
    ),
}


@pytest.mark.parametrize(("text", "told"), SWAPS.items())
def test_what_a_swap_is_asked_with(text: str, told: SwapTold) -> None:
    assert swap_told(text, is_name) == told


@pytest.mark.parametrize(
    ("text", "stranger"),
    [
        ("carlos me puede cubrir el sábado?", "carlos"),
        ("pídale a marcela que me haga el jueves", "marcela"),
        ("carla me puede cubrir el sábado?", None),
        ("alguien me puede cubrir el sábado?", None),
        ("necesito que me cubran mañana", None),
        ("dígale a otro que me haga la noche", None),
    ],
)
def test_who_is_named_and_not_known(text: str, stranger: str | None) -> None:
    assert stranger_in(text, is_name) == stranger


@pytest.mark.parametrize("text", ["ninguno", "Nada.", "sin devolver", "es un favor"])
def test_nothing_is_taken_back(text: str) -> None:
    assert takes_nothing_back(text)
    assert not takes_nothing_back("el del sábado")
