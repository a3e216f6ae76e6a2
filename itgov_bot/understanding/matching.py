"""What a message is about: how likely every subject is, which services that decides for, and the problems in one message."""

from collections.abc import Sequence
from functools import cached_property
from heapq import nlargest

import numpy as np

from itgov_bot.records import dataclass

from .asked import Shares
from .interpretation import Part
from .language.message.pieces import problems
from .meaning.hearing import Meaning
from .model import Model
from .services.chances import Array
from .services.decide import MAX_CANDIDATES, Candidate, Decided, Mass, Policy
from .services.features import Row
from .services.learned import Learned
from .services.phrases import OTHERS, OUT_OF_SCOPE, SMALLTALK, UNCLEAR, Phrase
from .services.several import pairs_of
from .services.subjects import Subjects
from .words import Words

MAX_CONSIDERED = 10
"""The likeliest services among which is decided."""
FOREIGN = (OUT_OF_SCOPE, SMALLTALK, UNCLEAR)
"""What neither the services nor the desk can do anything about; not yet, when it is only unclear."""


@dataclass(frozen=True)
class Matching:
    """What `Understanding` knows, as far as the services ask for it."""

    model: Model
    subjects: Subjects
    words: Words
    taught: tuple[Phrase, ...]
    meaning: Meaning | None

    @cached_property
    def _policy(self) -> Policy:
        return Policy(self.words.vocabulary.costs, self.subjects.twins)

    @cached_property
    def learned(self) -> Learned:
        return Learned(self.taught, self.model.features)

    def shares(self, text: str, row: Row, scores: Array) -> Shares:
        if not len(row[0]):
            return {OUT_OF_SCOPE: 1.0}
        labels = self.model.subjects.labels
        found = self.model.trust.chances.shares(labels, scores)
        if self.meaning:
            found = self.meaning.beside(labels, found, text)
        shares = dict(zip(labels, found.tolist(), strict=True))
        taught = self.learned.nearest(text, row)
        if taught:
            subject, say = taught
            shares = {name: share * (1 - say) for name, share in shares.items()}
            shares[subject] = shares.get(subject, 0.0) + say
        return shares

    def kinds(self, row: Row) -> dict[str, float]:
        intents = self.model.intents
        return dict(zip(intents.labels, intents.scores(row).tolist(), strict=True))

    def decide(self, text: str, shares: Shares) -> Decided:
        untold = self.words.vocabulary.untold(text)
        services = [name for name in shares if name not in OTHERS]
        likely = nlargest(MAX_CONSIDERED, services, key=lambda name: shares[name])
        candidates = [Candidate(name, shares[name]) for name in {*likely, *(untold & shares.keys())}]
        mass = Mass(sum(shares[name] for name in services), sum(shares.get(name, 0.0) for name in FOREIGN))
        candidates.sort(key=lambda each: (-each.score, each.service))
        return self._policy.decide(candidates, untold, mass)

    def parts(self, text: str, scores: Array) -> tuple[Part, ...]:
        """The pieces that are surely about different services; empty unless there are at least two."""
        pieces = problems(text)
        if len(pieces) < 2:
            return ()
        model, labels = self.model, self.model.subjects.labels
        rows = [model.features.row(piece) for piece in pieces]
        found = np.vstack((scores, *map(model.subjects.scores, rows)))
        pairs = pairs_of(text, pieces, labels, model.trust.chances.shares(labels, found), self.subjects.twins)
        told = model.trust.several.problems(pairs)
        return tuple(self._part(pieces[at], rows[at], found[at + 1]) for at in told.values())

    def _part(self, piece: str, row: Row, scores: Array) -> Part:
        decision, candidates, _ = self.decide(piece, self.shares(piece, row, scores))
        return Part(piece, decision, candidates)


def of_parts(parts: Sequence[Part], others: Sequence[Candidate]) -> Decided:
    """Every problem of a message is offered, before what the message as a whole may be about."""
    firsts = {part.candidates[0].service: part.candidates[0] for part in parts}
    rest = tuple(each for each in others if each.service not in firsts)
    return "choose", (*firsts.values(), *rest)[:MAX_CANDIDATES], len(firsts)
