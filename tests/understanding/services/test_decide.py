"""Answer, choose or none: what each mistake costs decides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itgov_bot.understanding import Candidate
from itgov_bot.understanding.services.decide import Costs, Mass, Policy

TWINS = {"A": frozenset({"B"}), "B": frozenset({"A"})}
POLICY = Policy(Costs(), TWINS)


def candidates(**scores: float) -> list[Candidate]:
    return sorted((Candidate(name, score) for name, score in scores.items()), key=lambda each: -each.score)


@pytest.mark.parametrize(
    ("scores", "decision", "offered"),
    [
        ({"C": 0.97, "D": 0.02}, "answer", ["C"]),
        ({"C": 0.6, "D": 0.35}, "choose", ["C", "D"]),
        ({"C": 0.4, "D": 0.3, "E": 0.25}, "choose", ["C", "D", "E"]),
        ({"C": 0.9, "D": 0.02}, "answer", ["C"]),  # an odd companion is not offered
        ({"C": 0.7}, "answer", ["C"]),
        (
            {"C": 0.87, "D": 0.06},
            "answer",
            ["C"],
        ),  # who would see one button alone is not asked for so little
        ({"C": 0.8, "D": 0.05, "E": 0.05}, "choose", ["C", "D", "E"]),
        ({"C": 0.87, "D": 0.1}, "choose", ["C", "D"]),
        ({"C": 0.4, "D": 0.01}, "none", []),  # neither sure nor with another to choose from
        ({"A": 0.7, "B": 0.29}, "choose", ["A", "B"]),  # near-twins are asked about
        ({"A": 0.97, "B": 0.02}, "answer", ["A"]),  # … unless the message tells
        ({"A": 0.5, "C": 0.25, "B": 0.2}, "choose", ["A", "B", "C"]),  # the twin stands beside its twin
        ({}, "none", []),
    ],
)
def test_decision(scores: dict[str, float], decision: str, offered: list[str]) -> None:
    decided, order, count = POLICY.decide(candidates(**scores))
    assert (decided, [each.service for each in order[:count]]) == (decision, offered)


@pytest.mark.parametrize(
    ("services", "foreign", "is_offered"),
    [
        (0.97, 0.02, True),
        (0.85, 0.15, True),
        (0.65, 0.35, False),  # likely foreign
        (0.4, 0.0, True),  # the rest is asked of the desk itself, with a service in it
        (0.15, 0.0, False),  # of the desk alone
        (0.3, 0.3, False),
        (0.0, 0.0, False),
    ],
)
def test_what_is_no_matter_of_the_services_is_refused(
    services: float, foreign: float, is_offered: bool
) -> None:
    decided, order, count = POLICY.decide(
        candidates(C=services * 0.9, D=services * 0.1), mass=Mass(services, foreign)
    )
    assert (decided != "none", count > 0) == (is_offered, is_offered)
    assert order[0].service == "C"


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_more_that_is_foreign_never_gets_more_offered(services: float, one: float, more: float) -> None:
    given_ = candidates(C=0.6, D=0.3)
    less, greater = (POLICY.decide(given_, mass=Mass(services, foreign)) for foreign in sorted((one, more)))
    assert less[0] != "none" or greater[0] == "none"


def test_twins_that_the_message_does_not_tell_apart_are_always_asked_about() -> None:
    decided, order, count = POLICY.decide(candidates(A=0.99, C=0.01, B=0.0), untold=frozenset({"A", "B"}))
    assert decided == "choose"
    assert [each.service for each in order[:count]] == ["A", "B"]
    assert sum(each.score for each in order) == pytest.approx(1.0)


def test_a_dearer_mistake_makes_more_careful() -> None:
    careful = Policy(Costs(wrong=1000), TWINS)
    assert POLICY.decide(candidates(C=0.92, D=0.08))[0] == "answer"
    assert careful.decide(candidates(C=0.92, D=0.08))[0] == "choose"


@given(st.lists(st.floats(0.001, 1), min_size=1, max_size=9))
def test_what_is_offered_is_always_among_the_first(weights: list[float]) -> None:
    total = sum(weights)
    given_ = candidates(**{f"S{place}": weight / total for place, weight in enumerate(weights)})
    decided, order, count = POLICY.decide(given_)
    assert len(order) <= 5
    assert count == {"answer": 1, "none": 0}.get(decided, count)
    assert decided != "choose" or 2 <= count <= 3
    assert {each.service for each in order} <= {each.service for each in given_}
