"""The choices of an export."""

from datetime import date

import pytest

from itgov_bot.replies import MAX_LABEL
from itgov_bot.wording.managers.exports import ask_period


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_fits_on_its_button(month: int) -> None:
    assert max(len(choice.label) for choice in ask_period(date(2026, month, 1)).choices) <= MAX_LABEL
