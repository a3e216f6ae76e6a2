"""Whose guard is tried, in words, and with what a swap is asked for."""

import pytest

from itgov_bot.understanding.language.duty.orders import (
    SwapTold,
    swap_told,
    takes_nothing_back,
    trial_ordered,
)
from itgov_bot.understanding.language.folding import fold

from .tables import cases

KNOWN = {"carla", "dario", "luis"}


def is_name(words: str) -> bool:
    return fold(words) in KNOWN


@pytest.mark.parametrize(("text", "whom"), cases("duty_orders"))
def test_whose_guard_is_tried(text: str, whom: str) -> None:
    tried = trial_ordered(text, is_name)
    assert ("-" if tried is None else tried or "(uno mismo)") == whom


SWAPS = {
    "domingo 8 am a 8 pm": SwapTold("domingo 8 am a 8 pm"),
    "del 23 por la del 30 con luis": SwapTold("del 23", "luis", "del 30"),
    "cambiame la guardia del sábado con Carla": SwapTold("la del sábado", "Carla"),
    "la del martes por la noche, yo le hago la del domingo con Carla": SwapTold(
        "la del martes por la noche", "Carla", "del domingo"
    ),
    "": SwapTold(""),
}


@pytest.mark.parametrize(("text", "told"), SWAPS.items())
def test_what_a_swap_is_asked_with(text: str, told: SwapTold) -> None:
    assert swap_told(text, is_name) == told


@pytest.mark.parametrize("text", ["ninguno", "Nada.", "sin devolver", "es un favor"])
def test_nothing_is_taken_back(text: str) -> None:
    assert takes_nothing_back(text)
    assert not takes_nothing_back("el del sábado")
