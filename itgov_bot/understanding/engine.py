"""`Understanding`: the whole way from a message to what it is about. Loaded once, read by many, never changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import numpy as np

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.catalog import normal_id
from itgov_bot.domain.tickets.ticket import ExceptionKind

from . import cache as model_cache
from . import model as models
from .calibration import probabilities
from .decide import Costs, decide
from .intent import act_of, smalltalk_kind
from .model import Model
from .phrases import DESK, OUT_OF_SCOPE, SMALLTALK, Phrase, read_phrases
from .result import MAX_CANDIDATES, About, Candidate, Part, Understood
from .several import pieces
from .subjects import Subjects, read_subjects
from .vocabulary import read_vocabulary

Shares = dict[str, float]
_OTHERS = frozenset({DESK, OUT_OF_SCOPE, SMALLTALK})


@dataclass(frozen=True)
class Understanding:
    """A trained model with the catalogue's ids and twins, the costs, and what administrators taught it since."""

    model: Model
    subjects: Subjects
    costs: Costs
    learned: tuple[Phrase, ...] = ()

    @classmethod
    def load(cls, data_folder: Path, cache: Path, learned: Sequence[Phrase] = ()) -> Understanding:
        """Reads the vocabulary and its model, or trains the model when the data or the code changed."""
        vocabulary = read_vocabulary(data_folder)
        key = model_cache.fingerprint(data_folder)
        stored = model_cache.load(cache, key)
        if stored:
            model = models.restore(stored, vocabulary.terms)
        else:
            model = models.train(read_phrases(data_folder), vocabulary)
            model_cache.save(cache, key, models.store(model))
        return cls(model, read_subjects(data_folder), vocabulary.costs).with_learned(learned)

    def with_learned(self, learned: Sequence[Phrase]) -> Understanding:
        """The same understanding with exactly these learned phrases: at once, and undone by leaving one out."""
        return replace(self, learned=tuple(learned))

    def understand(self, text: str) -> Understood:
        """What a message is about. Never fails: an empty or strange text is simply not understood."""
        typed = self._typed_id(text)
        if typed:
            return Understood("answer", (Candidate(typed, 1.0),), About.SERVICE, act_of(text), offered=1)
        shares, about = self._shares(text)
        candidates = self._candidates(shares)
        decision, candidates, offered = decide(candidates, self.subjects.twins, self.costs)
        kind = smalltalk_kind(text) if about is About.SMALLTALK else None
        parts = self._parts(text)
        return Understood(decision, candidates, about, act_of(text), kind, offered, parts)

    def exception(self, text: str, when: datetime, calendar: WorkCalendar) -> ExceptionKind | None:
        """Which exception of the ANS a message tells of. `calendar` (the general one) only serves to know whether an
        event lies outside working hours; whether `when` itself does is for the caller to see."""
        return self.model.urgency.exception(text, when, calendar)

    def _typed_id(self, text: str) -> str | None:
        wanted = normal_id(text)
        for service in self.subjects.services if wanted else ():
            if wanted == service.id or wanted in service.aliases:
                return service.id
        return None

    def _shares(self, text: str) -> tuple[Shares, About]:
        """The probability of every subject, and what kind of thing is asked."""
        row = self.model.features.row(text)
        if not len(row[0]):
            return {OUT_OF_SCOPE: 1.0}, About.OUT_OF_SCOPE
        scores = probabilities(self.model.subjects.scores(row), self.model.temperature)
        shares = dict(zip(self.model.subjects.labels, (float(score) for score in scores), strict=True))
        abouts = self.model.abouts.scores(row)
        return shares, About(self.model.abouts.labels[int(np.argmax(abouts))])

    def _candidates(self, shares: Shares) -> tuple[Candidate, ...]:
        services = [Candidate(name, share) for name, share in shares.items() if name not in _OTHERS]
        services.sort(key=lambda candidate: (-candidate.score, candidate.service))
        return tuple(services[:MAX_CANDIDATES])

    def _parts(self, text: str) -> tuple[Part, ...]:
        """The pieces that are surely about different services; empty unless there are at least two."""
        found: dict[str, Part] = {}
        for piece in pieces(text):
            decision, candidates, _ = decide(
                self._candidates(self._shares(piece)[0]), self.subjects.twins, self.costs
            )
            if decision == "answer":
                found.setdefault(candidates[0].service, Part(piece, decision, candidates))
        return tuple(found.values()) if len(found) > 1 else ()
