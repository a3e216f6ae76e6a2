"""`Likely`: what words are rather than anything else, and whether that needs no asking."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from .kinds import OWN, Book

OTHER = "other"
"""The kind of whatever is none of a book's matters; a problem of their own is as much."""
SURE_BY: Mapping[Book, float] = {
    Book.CALLED: 0.4,
    Book.TEAM: 0.3,
    Book.OWNERS: 0.4,
    Book.SIGHT: 0.3,
    Book.DRAFTS: 0.4,
    Book.ASKS: 0.4,
    Book.EVENTS: 0.3,
}
"""By so much a kind must be likelier than the next one to be acted upon unasked: of sentences by authors that the ranker
never saw, one in fifteen, one in thirty and one in eight are then something else."""


class Beside(StrEnum):
    """The kinds of what is written beside a draft."""

    MORE = "more"
    """It belongs to what happens."""
    SEND = "send"
    WITHDRAW = "withdraw"
    PLACE = "place"
    CONTACT = "contact"
    FIX = "fix"
    """Something else of it is not right."""
    ASKS = "asks"
    OTHER = OTHER
    """Another matter."""
    URGENT = "urgent"
    PAUSE = "pause"
    """A courtesy, a joke, «espere»: nothing of the matter."""
    LOST = "lost"
    """They do not understand what is asked of them."""


UNCLEAR = (Beside.ASKS, Beside.LOST)
"""What was asked is not understood, or more is asked of it."""


@dataclass(frozen=True, slots=True)
class Likely:
    """`kinds`: the likeliest first, each as its book calls it; none where nothing is known of the words. `leads`: by how
    much it is likelier than each of them."""

    kinds: tuple[str, ...] = ()
    is_sure: bool = False
    leads: tuple[float, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.kinds)

    @property
    def lead(self) -> float:
        """Over the next one."""
        return self.leads[1] if len(self.leads) > 1 else 0.0

    @property
    def best(self) -> str:
        return self.kinds[0] if self.kinds else OTHER

    def lead_beyond(self, kinds: Collection[str]) -> float:
        """Over the likeliest that is none of these."""
        others = (lead for kind, lead in zip(self.kinds, self.leads, strict=True) if kind not in kinds)
        return next(others, 0.0)

    def is_surely(self, *kinds: str) -> bool:
        return self.is_sure and self.best in kinds


def likely_of(scores: Mapping[str, float], sure_by: float) -> Likely:
    """From the scores of the kinds; at least two are known."""
    if OWN in scores:
        other = max(scores.get(OTHER, scores[OWN]), scores[OWN])
        scores = {kind: score for kind, score in scores.items() if kind != OWN} | {OTHER: other}
    kinds = sorted(scores, key=lambda kind: -scores[kind])
    leads = tuple(scores[kinds[0]] - scores[kind] for kind in kinds)
    return Likely(tuple(kinds), leads[1] >= sure_by, leads)
