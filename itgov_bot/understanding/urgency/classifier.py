"""Which exception of the ANS a message tells of: statistics over words and cues, then rules that statistics cannot know.

Kinds in `urgency.tsv`: `outage`, `mayor_event` (and `mayor_event_hours`, within working hours: only the time parser
tells them apart) and `none_…`, one a reason why it is none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import combinations

import numpy as np

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.understanding.language.times import find_event_time
from itgov_bot.understanding.services import ranker
from itgov_bot.understanding.services.features import Features, Row
from itgov_bot.understanding.services.phrases import Phrase
from itgov_bot.understanding.services.tokens import Terms
from itgov_bot.understanding.services.weights import Weights

from .cues import Cues

STRENGTH = 1.0
"""How closely the ranker follows its phrases (C of the linear SVM)."""
PAIR_WEIGHT = 0.5
"""Two cues together say more than each ("down" and "up"), but there are many pairs."""
_KINDS = {
    "outage": ExceptionKind.SERVICE_OUTAGE,
    "mayor_event": ExceptionKind.MAYOR_EVENT,
    "mayor_event_hours": ExceptionKind.MAYOR_EVENT,
}
ORDINARY = "none_ordinary"
ORDINARY_STEP = 3
"""Every third of the ordinary phrases is enough, and training stays short."""


@dataclass(frozen=True)
class UrgencyClassifier:
    """A ranker of its own: the features of the words, and after them those of the cues and their pairs (`cue_names`)."""

    features: Features
    cues: Cues
    cue_names: tuple[str, ...]
    weights: Weights

    def exception(self, text: str, now: datetime, calendar: WorkCalendar) -> ExceptionKind | None:
        """What is told, seen from the moment of writing: an event within working hours is no exception."""
        found = self.cues.of(text)
        kind = self.kind(text, found)
        if kind is not ExceptionKind.MAYOR_EVENT:
            return kind
        if is_no_event_of_ours(found):
            return None
        event = find_event_time(text, calendar.local(now))
        return None if event and not event.outside(calendar) else kind

    def kind(self, text: str, found: frozenset[str] | None = None) -> ExceptionKind | None:
        """What the words tell, whatever the time. `found` are their cues, where they are known."""
        found = self.cues.of(text) if found is None else found
        row = _with_cues(self.features.row(text), len(self.features.names), self._places, _amounts(found))
        return _KINDS.get(self.weights.labels[int(np.argmax(self.weights.scores(row)))])

    @cached_property
    def _places(self) -> dict[str, int]:
        return {name: place for place, name in enumerate(self.cue_names)}


def is_no_event_of_ours(cues: frozenset[str]) -> bool:
    """Not the mayor's, neither an event nor a call for help, called off, over, or nobody of us is needed."""
    wanted = "mayor" in cues and bool(cues & {"event", "help"})
    return not wanted or bool(cues & {"no_help", "event_over"})


def train(phrases: Sequence[Phrase], ordinary: Sequence[str], terms: Terms, cues: Cues) -> UrgencyClassifier:
    """From the urgency phrases, and from those of services whose faults are never everybody's (`ordinary`)."""
    sample = [(phrase.text, _trained_as(phrase.detail)) for phrase in phrases if phrase.is_urgency]
    calm = [phrase.text for phrase in phrases if phrase.label in ordinary]
    sample += [(text, ORDINARY) for text in calm[::ORDINARY_STEP]]
    texts, kinds = [text for text, _ in sample], [kind for _, kind in sample]
    features, rows = Features.learn(texts, terms)
    found = [_amounts(cues.of(text)) for text in texts]
    places = {name: place for place, name in enumerate(sorted({name for each in found for name in each}))}
    width = len(features.names)
    whole = [_with_cues(row, width, places, each) for row, each in zip(rows, found, strict=True)]
    matrix = ranker.as_matrix(whole, width + len(places))
    return UrgencyClassifier(features, cues, tuple(places), ranker.train(matrix, kinds, STRENGTH))


def _trained_as(kind: str) -> str:
    return "mayor_event" if kind == "mayor_event_hours" else kind


def _with_cues(row: Row, width: int, places: Mapping[str, int], found: Mapping[str, float]) -> Row:
    """The row of the words with the cues behind it."""
    known = [(width + places[name], amount) for name, amount in found.items() if name in places]
    indices = np.array([place for place, _ in known], np.int32)
    amounts = np.array([amount for _, amount in known], np.float32)
    return np.concatenate((row[0], indices)), np.concatenate((row[1], amounts))


def _amounts(cues: frozenset[str]) -> dict[str, float]:
    """How much each cue, and each pair of them, counts."""
    names = sorted(cues)
    pairs = {f"{one}&{two}": PAIR_WEIGHT for one, two in combinations(names, 2)}
    return {**dict.fromkeys(names, 1.0), **pairs}
