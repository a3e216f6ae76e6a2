"""What kind of thing is asked, from how like every kind a message is."""

import pytest

from itgov_bot.understanding import Intent, Wish
from itgov_bot.understanding.asked import asked

DESK_ALONE = {"desk": 0.9, "smalltalk": 0.1}


@pytest.mark.parametrize(
    ("complaint", "when", "wish"),
    [(0.1, -0.6, Wish.COMPLAINT), (-0.6, -0.65, Wish.WHEN), (-0.6, -0.9, None)],
)
def test_what_is_hardly_like_a_complaint_is_passed_on_to_nobody(
    complaint: float, when: float, wish: Wish | None
) -> None:
    kinds = {Intent.SERVICE.value: 0.2, "desk:complaint": complaint, "desk:when": when}
    intent, found, _ = asked(DESK_ALONE, kinds, is_service=False)
    assert found == wish
    assert intent is (Intent.DESK if wish else Intent.SERVICE)
