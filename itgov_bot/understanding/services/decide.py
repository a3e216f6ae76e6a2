"""Probabilities → answer, choose or none, by what each mistake costs the person. The costs are data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Decision = Literal["answer", "choose", "none"]
MAX_CANDIDATES = 5
MAX_OFFERED = 3
UNTOLD_SHARE = 0.35
"""What goes to the others of near-twins that a message does not tell apart."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A service and the probability that the message is about it."""

    service: str
    score: float


Decided = tuple[Decision, tuple[Candidate, ...], int]
"""The decision, the candidates in the order in which they are offered, and how many of them are offered."""


@dataclass(frozen=True, slots=True)
class Costs:
    """How much each way of being of no help weighs, against one extra press (1)."""

    wrong: float = 12.0
    """A card of another service, or a card for something that is no matter of the desk."""
    missed: float = 6.0
    """A choice in which the right one is not."""
    refused: float = 4.0
    """No card for a message that is about a service."""
    press: float = 1.0
    """One more press, of a choice."""
    twin_sure: float = 0.8
    """How sure between two near-twins one must be to not ask which of them is meant."""
    worth_offering: float = 0.08
    """The least probability with which one is worth a button."""


@dataclass(frozen=True)
class Policy:
    """The costs and the near-twins of the catalogue."""

    costs: Costs
    twins: Mapping[str, frozenset[str]]

    def decide(self, candidates: Sequence[Candidate], untold: frozenset[str] = frozenset()) -> Decided:
        """`untold` are near-twins of which the message does not say which one it means."""
        if not candidates:
            return "none", (), 0
        candidates = _shared(candidates, untold)
        offered = self._offered(candidates, untold)
        price = self._prices(candidates, offered)
        if len(offered) < 2:
            del price["choose"]
        elif self._must_ask(offered, untold):
            del price["answer"]
        decision = min(price, key=lambda name: price[name])
        if decision != "choose":
            return decision, tuple(candidates[:MAX_CANDIDATES]), 1 if decision == "answer" else 0
        rest = tuple(candidate for candidate in candidates if candidate not in offered)
        return "choose", (*offered, *rest)[:MAX_CANDIDATES], len(offered)

    def _prices(self, candidates: Sequence[Candidate], offered: Sequence[Candidate]) -> dict[Decision, float]:
        """What each decision is expected to cost."""
        costs = self.costs
        return {
            "answer": (1 - candidates[0].score) * costs.wrong,
            "choose": costs.press + (1 - _sum(offered)) * costs.missed,
            "none": _sum(candidates) * costs.refused,
        }

    def _offered(self, candidates: Sequence[Candidate], untold: frozenset[str]) -> tuple[Candidate, ...]:
        """The likeliest two or three; a likely near-twin of the first comes right after it."""
        best = candidates[0]
        near = self.twins.get(best.service, frozenset())
        asked = untold if best.service in untold else frozenset()
        likely = [
            candidate
            for candidate in candidates[1:]
            if candidate.score >= self.costs.worth_offering or candidate.service in asked
        ]
        likely.sort(key=lambda candidate: (candidate.service not in asked, candidate.service not in near))
        return (best, *(likely or candidates[1:2])[: MAX_OFFERED - 1])

    def _must_ask(self, offered: Sequence[Candidate], untold: frozenset[str]) -> bool:
        """Whether the first two are near-twins that the message does not tell apart."""
        best, second = offered[0], offered[1]
        if second.service not in self.twins.get(best.service, frozenset()):
            return False
        if best.service in untold and second.service in untold:
            return True
        return best.score / (best.score + second.score) < self.costs.twin_sure


def _shared(candidates: Sequence[Candidate], untold: frozenset[str]) -> list[Candidate]:
    """With the probability of untold near-twins shared among them: the message itself cannot tell them apart."""
    best = candidates[0]
    if best.service not in untold:
        return list(candidates)
    twins = [each for each in candidates if each.service in untold]
    total, others = _sum(twins), len(twins) - 1
    share = {
        each.service: max(each.score, total * UNTOLD_SHARE / max(1, others)) for each in twins if each != best
    }
    share[best.service] = max(0.0, total - sum(share.values()))
    return sorted(
        (Candidate(each.service, share.get(each.service, each.score)) for each in candidates),
        key=lambda each: (-each.score, each.service),
    )


def _sum(candidates: Sequence[Candidate]) -> float:
    return sum(candidate.score for candidate in candidates)
