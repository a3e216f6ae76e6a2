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
EVERY = 3
"""Every third of the ordinary phrases is enough, and training stays short."""


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

    @cached_property
    def _places(self) -> dict[str, int]:
        return {name: place for place, name in enumerate(self.cues)}

    def kind(self, text: str) -> ExceptionKind | None:
        """What the words tell, whatever the time."""
        row = _with_cues(self.features.row(text), len(self.features.names), self._places, _cue_values(text))
        scores = self.weights.scores(row)
        kind = _KINDS.get(self.weights.labels[int(np.argmax(scores))])
        return None if kind is ExceptionKind.MAYOR_EVENT and _is_no_event_of_ours(text) else kind


def _is_no_event_of_ours(text: str) -> bool:
    """Not the mayor's, neither an event nor a call for help, called off, over, or nobody of us is needed."""
    cues = cues_of(text)
    wanted = "mayor" in cues and bool(cues & {"event", "help"})
    return not wanted or bool(cues & {"no_help", "event_over"})


def train(phrases: Sequence[Phrase], ordinary: Sequence[str], terms: Terms) -> Urgency:
    """From the urgency phrases, and from those of services whose faults are never everybody's (`ordinary`)."""
    sample = [(phrase.text, _trained_as(phrase.detail)) for phrase in phrases if phrase.is_urgency]
    calm = [phrase.text for phrase in phrases if phrase.label in ordinary]
    sample += [(text, ORDINARY) for text in calm[::EVERY]]
    texts, kinds = [text for text, _ in sample], [kind for _, kind in sample]
    features, rows = Features.learn(texts, terms)
    found = [_cue_values(text) for text in texts]
    cues = {name: place for place, name in enumerate(sorted({name for each in found for name in each}))}
    width = len(features.names)
    whole = [_with_cues(row, width, cues, each) for row, each in zip(rows, found, strict=True)]
    matrix = ranker.as_matrix(whole, width + len(cues))
    return Urgency(features, tuple(cues), ranker.train(matrix, kinds, STRENGTH))


def _trained_as(kind: str) -> str:
    return "mayor_event" if kind == "mayor_event_hours" else kind


def _with_cues(row: Row, width: int, cues: Mapping[str, int], found: Mapping[str, float]) -> Row:
    """The row of the words with the cues behind it."""
    known = [(width + cues[name], amount) for name, amount in found.items() if name in cues]
    places = np.array([place for place, _ in known], np.int32)
    amounts = np.array([amount for _, amount in known], np.float32)
    return np.concatenate((row[0], places)), np.concatenate((row[1], amounts))


def _cue_values(text: str) -> dict[str, float]:
    cues = sorted(cues_of(text))
    return {**dict.fromkeys(cues, 1.0), **{f"{one}&{two}": PAIR for one, two in combinations(cues, 2)}}
