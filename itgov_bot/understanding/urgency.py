"""Which exception of the ANS a message tells of: statistics over words and cues, then rules that statistics cannot know.

Kinds in `urgency.tsv`: `outage`, `mayor_event` (and `mayor_event_hours`, within working hours: only the time parser
tells them apart) and `none_…`, one a reason why it is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

import numpy as np

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.domain.tickets.ticket import ExceptionKind

from . import ranker
from .cues import cues_of
from .event_time import find_event_time
from .features import Features, Row
from .normalize import Terms
from .phrases import Phrase
from .weights import Weights

STRENGTH = 1.0
PAIR = 0.5
"""Two cues together say more than each ("down" and "up"), but there are many pairs."""
_KINDS = {
    "outage": ExceptionKind.SERVICE_OUTAGE,
    "mayor_event": ExceptionKind.MAYOR_EVENT,
    "mayor_event_hours": ExceptionKind.MAYOR_EVENT,
}
ORDINARY = "none_ordinary"


@dataclass(frozen=True)
class Urgency:
    """A ranker of its own: the features of the words, and after them the cues and their pairs."""

    features: Features
    cues: tuple[str, ...]
    weights: Weights

    def exception(self, text: str, when: datetime, calendar: WorkCalendar) -> ExceptionKind | None:
        """What is told, seen from the moment of writing: an event within working hours is no exception."""
        kind = self.kind(text)
        if kind is not ExceptionKind.MAYOR_EVENT:
            return kind
        event = find_event_time(text, calendar.local(when))
        return None if event and not event.outside(calendar) else kind

    def kind(self, text: str) -> ExceptionKind | None:
        """What the words tell, whatever the time."""
        scores = self.weights.scores(row(self.features, self.cues, text))
        kind = _KINDS.get(self.weights.labels[int(np.argmax(scores))])
        return None if kind is ExceptionKind.MAYOR_EVENT and _is_no_event_of_ours(text) else kind


def _is_no_event_of_ours(text: str) -> bool:
    """Not the mayor's, called off, over, or nobody of us is needed."""
    cues = cues_of(text)
    return "mayor" not in cues or bool(cues & {"no_help", "event_over"})


def train(phrases: Sequence[Phrase], ordinary: Sequence[str], terms: Terms) -> Urgency:
    """From the urgency phrases, and from those of services whose faults are never everybody's (`ordinary`)."""
    sample = [(phrase.text, _trained_as(phrase.detail)) for phrase in phrases if phrase.is_urgency]
    sample += [(phrase.text, ORDINARY) for phrase in phrases if phrase.label in ordinary]
    texts = [text for text, _ in sample]
    features = Features.learn(texts, terms)
    cues = tuple(sorted({name for text in texts for name in _cue_values(text)}))
    rows = [row(features, cues, text) for text in texts]
    matrix = ranker.as_matrix(rows, len(features.names) + len(cues))
    return Urgency(features, cues, ranker.train(matrix, [kind for _, kind in sample], STRENGTH))


def _trained_as(kind: str) -> str:
    return "mayor_event" if kind == "mayor_event_hours" else kind


def row(features: Features, cues: Sequence[str], text: str) -> Row:
    """The row of the words with the cues behind it."""
    indices, values = features.row(text)
    found = _cue_values(text)
    known = [(len(features.names) + place, found[name]) for place, name in enumerate(cues) if name in found]
    places = np.array([place for place, _ in known], np.int32)
    amounts = np.array([amount for _, amount in known], np.float32)
    return np.concatenate((indices, places)), np.concatenate((values, amounts))


def _cue_values(text: str) -> dict[str, float]:
    cues = sorted(cues_of(text))
    return {**dict.fromkeys(cues, 1.0), **{f"{one}&{two}": PAIR for one, two in combinations(cues, 2)}}
