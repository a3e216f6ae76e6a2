"""Whether a probability is one."""

import pytest

from itgov_bot.understanding.services.reliability import reliability


@pytest.mark.parametrize(
    ("sure", "right", "error"),
    [
        ([0.9, 0.9, 0.9, 0.9], [True, True, True, False], 0.15),
        ([0.5, 0.5], [True, False], 0.0),
        ([1.0], [True], 0.0),
        ([0.25, 0.95], [True, True], 0.4),
        ([], [], None),
    ],
)
def test_the_mean_distance_of_certainty_and_truth(
    sure: list[float], right: list[bool], error: float | None
) -> None:
    assert reliability(sure, right)["error"] == (error if error is None else pytest.approx(error))


def test_every_message_is_in_a_tenth() -> None:
    found = reliability([0.0, 0.05, 0.99, 1.0], [False, False, True, True])
    assert [row["messages"] for row in found["tenths"]] == [2, 2]
