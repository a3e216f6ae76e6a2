"""Whose guard is tried, in words."""

import pytest

from itgov_bot.understanding.language.duty.orders import trial_ordered
from itgov_bot.understanding.language.folding import fold

from .tables import cases

KNOWN = {"carla", "dario", "luis"}


def is_name(words: str) -> bool:
    return fold(words) in KNOWN


@pytest.mark.parametrize(("text", "whom"), cases("duty_orders"))
def test_whose_guard_is_tried(text: str, whom: str) -> None:
    tried = trial_ordered(text, is_name)
    assert ("-" if tried is None else tried or "(uno mismo)") == whom
