"""A wish to be forgotten is about oneself: every row of `cases/erasing.tsv`."""

import pytest

from itgov_bot.understanding.language.people.erasing import erases_oneself

from .tables import cases


@pytest.mark.parametrize(("text", "own"), cases("erasing"))
def test_what_is_erased_is_ones_own(text: str, own: str) -> None:
    assert erases_oneself(text) is (own == "yes")
