"""How the urgency classifier is trained: the ranker of kinds on the phrases, and then the judge on how rankers that never
saw their authors read phrases and composed messages.

Kinds in `urgency.tsv`: `outage`, `mayor_event` (and `mayor_event_hours`, within working hours: only the time parser tells
them apart) and `none_…`, one a reason why it is none; `none_aside` is what stands beside the matter and changes nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.pieces import clauses
from itgov_bot.understanding.language.request_type import RequestType, request_type_of
from itgov_bot.understanding.language.respelling import Respelling
from itgov_bot.understanding.services import ranker
from itgov_bot.understanding.services.features import Features, Row
from itgov_bot.understanding.services.phrases import OTHERS, OUT_OF_SCOPE, Phrase
from itgov_bot.understanding.services.tokens import Terms

from . import judge
from .classifier import UrgencyClassifier
from .compose import MAYOR_EVENT, OUTAGE, Sample, composed
from .cues import Cues
from .evidence import evidence
from .kinds import KindRanker, Piece, Scores, cue_places, with_cues

STRENGTH = 0.6
"""How closely the ranker follows its phrases (C of the linear SVM)."""
CALM_STEP = 4
"""Every fourth of the phrases that are never urgent is enough, and training stays short."""
JUDGED_STEP, JUDGED_CALM_STEP = 2, 4
"""For the judge every second of the urgent ones is enough, and fewer of the calm ones, or next to nothing seems urgent."""
_SAME = {"mayor_event_hours": MAYOR_EVENT}
_TOLD = {OUTAGE: ExceptionKind.SERVICE_OUTAGE.value, MAYOR_EVENT: ExceptionKind.MAYOR_EVENT.value}


@dataclass(frozen=True)
class _Texts:
    """Texts as a ranker sees them. `owners`: which message each is, or is a clause of."""

    owners: npt.NDArray[np.int64]
    cues: Sequence[frozenset[str]]
    matrix: ranker.Matrix


def train(
    phrases: Sequence[Phrase], ordinary: Sequence[str], terms: Terms, cues: Cues, respelling: Respelling
) -> UrgencyClassifier:
    """From the urgency phrases, and from those of matters that are never urgent: foreign ones, services whose faults are
    never everybody's (`ordinary`), and what is asked for of the others."""
    urgent = [
        Sample(each.text, each.voice, _SAME.get(each.detail, each.detail))
        for each in phrases
        if each.is_urgency
    ]
    foreign = [each for each in phrases if each.label == OUT_OF_SCOPE]
    harmless = [each for each in phrases if each.label in ordinary]
    wanted = [each for each in phrases if _asks_for_something(each, ordinary, cues)]
    calm = [
        *_calm(foreign, "none_foreign"),
        *_calm(harmless, "none_ordinary"),
        *_calm(wanted, "none_request"),
    ]
    plain = _respelt([*urgent, *calm], respelling)
    texts = [each.text for each in plain]
    features, rows = Features.learn(texts, terms)
    reader = _Reader(features, cues, texts, rows)
    told = reader.read(range(len(plain)), texts)
    weights = ranker.train(told.matrix, [each.kind for each in plain], STRENGTH)
    made = _respelt(composed(urgent, lambda text: "infra" not in cues.of(text)), respelling)
    judged = [*plain[: len(urgent) : JUDGED_STEP], *plain[len(urgent) :: JUDGED_CALM_STEP], *made]
    kinds = KindRanker(features, cues, tuple(reader.places), weights)
    return UrgencyClassifier(respelling, kinds, _judge(reader, weights.labels, plain, told.matrix, judged))


def _asks_for_something(phrase: Phrase, ordinary: Sequence[str], cues: Cues) -> bool:
    """Of a service that may fail for everybody, and yet no fault."""
    if phrase.subject in ordinary or phrase.subject in OTHERS or phrase.is_urgency:
        return False
    return request_type_of(phrase.text) is not RequestType.INCIDENT and "down" not in cues.of(phrase.text)


def _calm(phrases: Sequence[Phrase], kind: str) -> list[Sample]:
    return [Sample(each.text, each.voice, kind) for each in phrases[::CALM_STEP]]


def _respelt(samples: Sequence[Sample], respelling: Respelling) -> list[Sample]:
    return [Sample(respelling.respell(fold(each.text)), each.voice, each.kind) for each in samples]


class _Reader:
    """Turns texts into rows for rankers; what was read once (also while the features were learned) is not read again."""

    def __init__(self, features: Features, cues: Cues, texts: Sequence[str], rows: Sequence[Row]) -> None:
        self._features, self._cues, self._width = features, cues, len(features.names)
        self._known = {text: (row, cues.of(text)) for text, row in zip(texts, rows, strict=True)}
        self.places = cue_places([found for _, found in self._known.values()])

    def read(self, owners: Sequence[int], texts: Sequence[str]) -> _Texts:
        told = [self._read(text) for text in texts]
        rows = [with_cues(row, self._width, self.places, found) for row, found in told]
        matrix = ranker.as_matrix(rows, self._width + len(self.places))
        return _Texts(np.array(owners, np.int64), [found for _, found in told], matrix)

    def _read(self, text: str) -> tuple[Row, frozenset[str]]:
        if text not in self._known:
            self._known[text] = self._features.row(text), self._cues.of(text)
        return self._known[text]


def _judge(
    reader: _Reader,
    labels: Sequence[str],
    plain: Sequence[Sample],
    matrix: ranker.Matrix,
    judged: Sequence[Sample],
) -> judge.Judge:
    """Trained on how the messages of `judged` are read by rankers made from `plain` without their authors."""
    whole = reader.read(range(len(judged)), [each.text for each in judged])
    cut = [(owner, parts) for owner, each in enumerate(judged) if len(parts := clauses(each.text)) > 1]
    said = [(owner, part) for owner, parts in cut for part in parts]
    pieces = reader.read([owner for owner, _ in said], [part for _, part in said])
    told = np.zeros((len(whole.cues), len(labels)))
    scores = np.zeros((len(pieces.cues), len(labels)))
    kinds, voices = np.array([each.kind for each in plain]), np.array([each.voice for each in plain])
    authors = np.array([each.voice for each in judged])
    for group in ranker.groups_of(voices.tolist()):
        others = ~np.isin(voices, [*group])
        if set(kinds[others]) != set(kinds):
            others[:] = True  # too few authors: without these, nothing is known of a kind
        model = ranker.fit(matrix[others], kinds[others], STRENGTH)
        columns = np.array([labels.index(str(label)) for label in model.classes_])
        theirs = np.isin(authors, [*group])
        _score(told, theirs, columns, model, whole.matrix)
        _score(scores, theirs[pieces.owners], columns, model, pieces.matrix)
    rows = _evidence(labels, whole, told, pieces, scores)
    return judge.train(rows, np.array([_TOLD.get(each.kind, "") for each in judged]))


def _score(
    scores: Scores,
    wanted: npt.NDArray[np.bool_],
    columns: npt.NDArray[np.int64],
    model: ranker.Fitted,
    matrix: ranker.Matrix,
) -> None:
    """Fills the wanted rows with what the model says."""
    if wanted.any():
        found = model.decision_function(matrix[wanted])
        both = found if found.ndim == 2 else np.stack((-found, found), axis=1)
        scores[np.ix_(np.flatnonzero(wanted), columns)] = both


def _evidence(labels: Sequence[str], whole: _Texts, told: Scores, pieces: _Texts, parts: Scores) -> Scores:
    """A row of evidence a message."""
    said: list[list[Piece]] = [[] for _ in whole.cues]
    for owner, cues, scores in zip(pieces.owners, pieces.cues, parts, strict=True):
        said[owner].append(Piece(cues, scores))
    messages = zip(whole.cues, told, said, strict=True)
    return np.array([evidence(labels, Piece(cues, scores), clauses) for cues, scores, clauses in messages])
