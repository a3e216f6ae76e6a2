"""From scores to probabilities, and from the pieces of a message to its problems."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from itgov_bot.understanding.services.chances import KINDS, Array, Chances
from itgov_bot.understanding.services.several import EVIDENCE, Several, pairs_of
from itgov_bot.understanding.services.trust import UNFITTED, Trust

LABELS = ("SER-001", "SER-004", "SER-025", "desk", "out_of_scope", "smalltalk")
CHANCES = Chances(np.eye(len(KINDS)) * 3.0, np.zeros(len(KINDS)), 5.0)
SCORES = st.lists(st.floats(-3, 3), min_size=len(LABELS), max_size=len(LABELS)).map(np.array)


@given(SCORES)
def test_shares_are_probabilities(scores: Array) -> None:
    shares = CHANCES.shares(LABELS, scores)
    assert shares.min() >= 0
    assert shares.sum() == pytest.approx(1)


@given(SCORES, st.integers(0, len(LABELS) - 1), st.floats(0.01, 2))
def test_a_higher_score_never_makes_a_subject_less_likely(scores: Array, place: int, more: float) -> None:
    higher = scores.copy()
    higher[place] += more
    assert CHANCES.shares(LABELS, higher)[place] >= CHANCES.shares(LABELS, scores)[place] - 1e-12


@given(SCORES)
def test_services_keep_the_order_of_their_scores(scores: Array) -> None:
    shares = CHANCES.shares(LABELS, scores)
    assert shares[int(scores[:3].argmax())] == shares[:3].max()


def test_many_texts_at_once_are_read_like_each_alone() -> None:
    scores = np.random.default_rng(0).normal(size=(7, len(LABELS)))
    together = CHANCES.shares(LABELS, scores)
    assert np.allclose(together, [CHANCES.shares(LABELS, row) for row in scores])


def test_a_catalogue_without_foreign_phrases_is_all_services() -> None:
    assert CHANCES.shares(("A", "B"), np.array([1.0, -1.0])).sum() == pytest.approx(1)


def test_what_is_written_is_read_back() -> None:
    assert Trust.of(UNFITTED.data()).data() == UNFITTED.data()


@pytest.mark.parametrize(
    "data", [{}, {"kinds": {}, "sharpness": 1, "several": {}}, UNFITTED.data() | {"sharpness": "x"}]
)
def test_anything_else_is_refused(data: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        Trust.of(data)


WEIGHTS = {"weaker": 1.0, "announced": 2.0}
SEVERAL = Several(np.array([WEIGHTS.get(name, 0.0) for name in EVIDENCE]), -1.0)


def problems(
    text: str, *pieces: dict[str, float], twins: dict[str, frozenset[str]] | None = None
) -> list[str]:
    """The services of the problems in a message with these pieces; the whole is their mean."""
    rows = np.array([[piece.get(label, 0.01) for label in LABELS] for piece in pieces])
    shares = np.vstack((rows.mean(axis=0), rows))
    return [
        LABELS[place]
        for place in SEVERAL.problems(pairs_of(text, [text] * len(rows), LABELS, shares, twins or {}))
    ]


@pytest.mark.parametrize(
    ("text", "pieces", "found"),
    [
        ("a y b", [{"SER-001": 0.95}, {"SER-004": 0.95}], ["SER-001", "SER-004"]),
        ("a y b", [{"SER-004": 0.95}, {"SER-001": 0.95}], ["SER-004", "SER-001"]),
        ("a y a", [{"SER-001": 0.95}, {"SER-001": 0.95}], []),
        ("a y b", [{"SER-001": 0.95}, {"SER-004": 0.4}], []),
        ("a y además b", [{"SER-001": 0.95}, {"SER-004": 0.4}], ["SER-001", "SER-004"]),
        ("a, b, c", [{"SER-001": 0.9}, {"SER-004": 0.9}, {"SER-025": 0.9}], ["SER-001", "SER-004", "SER-025"]),
        ("a, b, x", [{"SER-001": 0.9}, {"SER-004": 0.9}, {"out_of_scope": 0.9}], ["SER-001", "SER-004"]),
    ],
)  # fmt: skip
def test_problems(text: str, pieces: list[dict[str, float]], found: list[str]) -> None:
    assert problems(text, *pieces) == found


def test_near_twins_are_one_problem() -> None:
    pieces: list[dict[str, float]] = [{"SER-001": 0.95}, {"SER-004": 0.95}]
    twins = {"SER-001": frozenset({"SER-004"}), "SER-004": frozenset({"SER-001"})}
    assert problems("a y b", *pieces, twins=twins) == []
