"""Probabilities → answer, choose or none: first whether a message is a matter of the services at all, then whether to
answer or to ask, by what each mistake costs the person. The costs are data."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from itgov_bot.records import dataclass

Decision = Literal["answer", "choose", "none"]
MAX_CANDIDATES = 5
MAX_OFFERED = 3
WORTH_SHARE = 0.08
"""Of what is likeliest: what is less likely than this beside it would only look odd as a button."""
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
    press: float = 1.0
    """One more press, of a choice."""
    twin_sure: float = 0.8
    """How sure between two near-twins one must be to not ask which of them is meant."""
    worth_offering: float = 0.05
    """The least probability with which one is worth a button, as a share of that of the first."""
    matter: float = 0.7
    """How likely a service must be, against what is foreign to the desk, for anything to be offered."""
    alone: float = 0.5
    """How likely a service must be to be answered with where nothing is worth standing beside it."""
    shows: float = 0.2
    """How likely what is offered must be in all, beside what is asked of the desk itself."""


@dataclass(frozen=True, slots=True)
class Mass:
    """How likely it is that a message is about any service, and that it is foreign to the desk; what is left is asked of
    the desk itself."""

    services: float
    foreign: float

    @property
    def of_services(self) -> float:
        """The share of the services against what is foreign."""
        return self.services / (self.services + self.foreign or 1.0)


SURELY_SERVICE = Mass(1.0, 0.0)


@dataclass(frozen=True)
class Policy:
    """The costs and the near-twins of the catalogue."""

    costs: Costs
    twins: Mapping[str, frozenset[str]]

    def decide(
        self,
        candidates: Sequence[Candidate],
        untold: frozenset[str] = frozenset(),
        mass: Mass = SURELY_SERVICE,
    ) -> Decided:
        """`untold` are near-twins of which the message does not say which one it means."""
        if not candidates:
            return "none", (), 0
        candidates = _shared(candidates, untold)
        offered = self._offered(candidates, untold)
        if not self._is_worth_it(offered, mass):
            return "none", tuple(candidates[:MAX_CANDIDATES]), 0
        if len(offered) < 2 or self._is_answer(offered, untold):
            return "answer", tuple(candidates[:MAX_CANDIDATES]), 1
        rest = tuple(candidate for candidate in candidates if candidate not in offered)
        return "choose", (*offered, *rest)[:MAX_CANDIDATES], len(offered)

    def _is_worth_it(self, offered: Sequence[Candidate], mass: Mass) -> bool:
        """Whether the message is a matter of the services, and what is offered likely enough to be what is meant."""
        least = self.costs.shows if len(offered) > 1 else self.costs.alone
        return mass.of_services >= self.costs.matter and _sum(offered) >= least

    def _is_answer(self, offered: Sequence[Candidate], untold: frozenset[str]) -> bool:
        """Whether a card is expected to cost less than a choice of what would be shown."""
        costs = self.costs
        answer = (1 - offered[0].score) * costs.wrong
        choose = costs.press + (1 - _sum(shown(offered, offered[0].score))) * costs.missed
        return answer <= choose and not self._must_ask(offered, untold)

    def _offered(self, candidates: Sequence[Candidate], untold: frozenset[str]) -> tuple[Candidate, ...]:
        """The likeliest, and one or two that are not odd beside it; a likely near-twin of the first comes right after."""
        best = candidates[0]
        near = self.twins.get(best.service, frozenset())
        asked = untold if best.service in untold else frozenset()
        floor = best.score * self.costs.worth_offering
        likely = [
            candidate
            for candidate in candidates[1:]
            if candidate.score >= floor or candidate.service in asked
        ]
        likely.sort(key=lambda candidate: (candidate.service not in asked, candidate.service not in near))
        return (best, *likely[: MAX_OFFERED - 1])

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


def shown(candidates: Iterable[Candidate], best: float) -> list[Candidate]:
    """Those worth a button beside what is likeliest, which has the probability `best`."""
    return [one for one in candidates if one.score > WORTH_SHARE * best]


def _sum(candidates: Sequence[Candidate]) -> float:
    return sum(candidate.score for candidate in candidates)
