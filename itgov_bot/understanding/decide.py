"""Probabilities → answer, choose or none, by what each mistake costs the person. The costs are data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .result import Candidate, Decision

MAX_OFFERED = 3


@dataclass(frozen=True, slots=True)
class Costs:
    """How much each way of being of no help weighs, against one extra press (1)."""

    wrong: float = 12.0
    """A card of another service, or a card for something that is no matter of the desk."""
    missed: float = 6.0
    """A choice in which the right one is not."""
    refused: float = 5.0
    """No card for a message that is about a service."""
    press: float = 1.0
    """One more press, of a choice."""
    twin_sure: float = 0.8
    """How sure between two near-twins one must be to not ask which of them is meant."""
    worth_offering: float = 0.08
    """The least probability with which a third one, or a near-twin, is worth a button."""


def decide(
    candidates: Sequence[Candidate], twins: Mapping[str, frozenset[str]], costs: Costs
) -> tuple[Decision, tuple[Candidate, ...], int]:
    """The decision, the candidates in the order in which they are offered, and how many of them are offered."""
    if not candidates:
        return "none", (), 0
    best = candidates[0]
    offered = _offered(candidates, twins, costs)
    price = {
        "answer": (1 - best.score) * costs.wrong,
        "choose": costs.press + (1 - sum(candidate.score for candidate in offered)) * costs.missed,
        "none": sum(candidate.score for candidate in candidates) * costs.refused,
    }
    if len(offered) < 2:
        del price["choose"]
    elif _is_twin_question(offered, twins, costs):
        del price["answer"]
    decision = min(price, key=lambda name: price[name])
    rest = tuple(candidate for candidate in candidates if candidate not in offered)
    if decision == "choose":
        return "choose", (*offered, *rest), len(offered)
    return ("answer" if decision == "answer" else "none"), tuple(candidates), 1 if decision == "answer" else 0


def _offered(
    candidates: Sequence[Candidate], twins: Mapping[str, frozenset[str]], costs: Costs
) -> tuple[Candidate, ...]:
    """The likeliest two or three; a likely near-twin of the first comes right after it."""
    best, near = candidates[0], twins.get(candidates[0].service, frozenset())
    likely = [candidate for candidate in candidates[1:] if candidate.score >= costs.worth_offering]
    likely.sort(key=lambda candidate: candidate.service not in near)
    others = likely or list(candidates[1:2])
    return (best, *others[: MAX_OFFERED - 1])


def _is_twin_question(
    offered: Sequence[Candidate], twins: Mapping[str, frozenset[str]], costs: Costs
) -> bool:
    best, second = offered[0], offered[1]
    if second.service not in twins.get(best.service, frozenset()):
        return False
    return best.score / (best.score + second.score) < costs.twin_sure
