"""How the urgency classifier is trained: the ranker of kinds on phrases and composed messages, and then the judge on how the
ranker reads messages of authors that it never saw.

Kinds in `urgency.tsv`: `outage`, `mayor_event` (and `mayor_event_hours`, within working hours: only the time parser tells
them apart) and `none_…`, one a reason why it is none; `none_aside` is what stands beside the matter and changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.pieces import clauses
from itgov_bot.understanding.language.respelling import Respelling
from itgov_bot.understanding.services import ranker
from itgov_bot.understanding.services.features import Features, Row
from itgov_bot.understanding.services.phrases import OUT_OF_SCOPE, Phrase
from itgov_bot.understanding.services.tokens import Terms, words

from . import judge
from .classifier import UrgencyClassifier
from .compose import OUTAGE, Sample, composed
from .cues import Cues
from .evidence import evidence
from .kinds import KindRanker, Piece, cue_places, with_cues

STRENGTH = 1.0
"""How closely the ranker follows its phrases (C of the linear SVM)."""
CALM_STEP = 3
"""Every third of the phrases that are never urgent is enough, and training stays short."""
JUDGED_STEP = 4
"""And of those every fourth for the judge, who is not to think that next to nothing is urgent."""
COMMON, KNOWN = 3, 2
"""From so many phrases on a word is one that others are respelt to, and one that is left alone."""
UNSEEN = -1.5
"""The score of a kind that no other author wrote for."""
_TOLD = {
    OUTAGE: ExceptionKind.SERVICE_OUTAGE.value,
    "mayor_event": ExceptionKind.MAYOR_EVENT.value,
}


@dataclass(frozen=True)
class _Rows:
    """Texts as the ranker sees them; `owners` is the message that each is, or is a clause of."""

    owners: npt.NDArray[np.int64]
    cues: Sequence[frozenset[str]]
    matrix: ranker.Matrix


def train(phrases: Sequence[Phrase], ordinary: Sequence[str], terms: Terms, cues: Cues) -> UrgencyClassifier:
    """From the urgency phrases, and from those of matters that are never urgent: foreign ones, and services whose faults
    are never everybody's (`ordinary`)."""
    urgent = [Sample(each.text, each.voice, _trained_as(each.detail)) for each in phrases if each.is_urgency]
    calm = [*_calm(phrases, ordinary, "none_ordinary"), *_calm(phrases, (OUT_OF_SCOPE,), "none_foreign")]
    plain = [*urgent, *calm]
    samples = [*plain, *composed(urgent, lambda text: "infra" not in cues.of(text))]
    respelling = respelling_of(phrases)
    texts = [respelling.respell(fold(each.text)) for each in samples]
    features, rows = Features.learn(texts, terms)
    found = [cues.of(text) for text in texts]
    places = cue_places(found)
    whole = _rows(range(len(texts)), rows, found, features, places)
    weights = ranker.train(whole.matrix[: len(plain)], [each.kind for each in plain], STRENGTH)
    kinds = KindRanker(features, cues, tuple(places), weights)
    kept = [
        *range(len(urgent)),
        *range(len(urgent), len(plain), JUDGED_STEP),
        *range(len(plain), len(samples)),
    ]
    read = _read_by_others(kinds, samples, texts, whole, len(plain))
    matter = np.array([evidence(weights.labels, *read[place]) for place in kept])
    told = np.array([_TOLD.get(samples[place].kind, "") for place in kept])
    return UrgencyClassifier(respelling, kinds, judge.train(matter, told))


def respelling_of(phrases: Sequence[Phrase]) -> Respelling:
    """Towards the words of the urgency phrases; no word that any phrase uses is touched."""
    urgent = Counter(word for each in phrases if each.is_urgency for word in set(words(each.text)))
    every = Counter(word for each in phrases for word in set(words(each.text)))
    common = sorted(
        (word for word, times in urgent.items() if times >= COMMON), key=lambda word: (-urgent[word], word)
    )
    return Respelling(
        [word for word in common if word.isalpha()],
        sorted(word for word, times in every.items() if times >= KNOWN and word.isalpha()),
    )


def _trained_as(kind: str) -> str:
    return "mayor_event" if kind == "mayor_event_hours" else kind


def _calm(phrases: Sequence[Phrase], labels: Sequence[str], kind: str) -> list[Sample]:
    told = [each for each in phrases if each.label in labels]
    return [Sample(each.text, each.voice, kind) for each in told[::CALM_STEP]]


def _read_by_others(
    kinds: KindRanker, samples: Sequence[Sample], texts: Sequence[str], whole: _Rows, plain: int
) -> list[tuple[Piece, list[Piece]]]:
    """Every message and its clauses, as a ranker reads them that never saw their author."""
    parts = _clauses(kinds, texts)
    messages = np.full((len(texts), len(kinds.weights.labels)), UNSEEN)
    pieces = np.full((len(parts.cues), len(kinds.weights.labels)), UNSEEN)
    voices = [each.voice for each in samples]
    labels = np.array([each.kind for each in samples])
    for group in ranker.groups_of(voices):
        inside = np.array([voice in group for voice in voices])
        others = np.flatnonzero(~inside[:plain])
        if len(set(labels[others])) < 2:
            continue  # too few authors: nothing to learn from the others
        model = ranker.fit(whole.matrix[others], labels[others], STRENGTH)
        columns = [kinds.weights.labels.index(str(label)) for label in model.classes_]
        _fill(messages, inside, columns, model, whole.matrix)
        _fill(pieces, inside[parts.owners], columns, model, parts.matrix)
    read: list[tuple[Piece, list[Piece]]] = [
        (Piece(cues, scores), []) for cues, scores in zip(whole.cues, messages, strict=True)
    ]
    for owner, cues, scores in zip(parts.owners, parts.cues, pieces, strict=True):
        read[owner][1].append(Piece(cues, scores))
    return read


def _fill(
    scores: npt.NDArray[np.float64],
    wanted: npt.NDArray[np.bool_],
    columns: Sequence[int],
    model: ranker.Fitted,
    matrix: ranker.Matrix,
) -> None:
    if wanted.any():
        found = model.decision_function(matrix[wanted])
        scores[np.ix_(np.flatnonzero(wanted), columns)] = (
            found if found.ndim == 2 else np.stack((-found, found), axis=1)
        )


def _clauses(kinds: KindRanker, texts: Sequence[str]) -> _Rows:
    """Those of the messages that have several."""
    cut = [(owner, parts) for owner, text in enumerate(texts) if len(parts := clauses(text)) > 1]
    said = [(owner, part) for owner, parts in cut for part in parts]
    rows = [kinds.features.row(part) for _, part in said]
    found = [kinds.cues.of(part) for _, part in said]
    places = {name: place for place, name in enumerate(kinds.cue_names)}
    return _rows([owner for owner, _ in said], rows, found, kinds.features, places)


def _rows(
    owners: Sequence[int],
    rows: Sequence[Row],
    cues: Sequence[frozenset[str]],
    features: Features,
    places: dict[str, int],
) -> _Rows:
    width = len(features.names)
    told = [with_cues(row, width, places, found) for row, found in zip(rows, cues, strict=True)]
    return _Rows(np.array(owners, np.int64), cues, ranker.as_matrix(told, width + len(places)))
