"""How the judge of urgency is fitted: on how rankers that never saw their authors read phrases and composed messages."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from itgov_bot.domain.tickets.ticket import ExceptionKind
from itgov_bot.records import dataclass
from itgov_bot.understanding.language.message.pieces import clauses
from itgov_bot.understanding.services import ranker
from itgov_bot.understanding.services.counting import as_matrix
from itgov_bot.understanding.services.sparse import Rows

from . import judge
from .compose import MAYOR_EVENT, OUTAGE, Sample, composed
from .evidence import evidence
from .kinds import KindRanker, Piece, Scores, with_cues
from .training import FIT, Material

CALM_STEP = 4
"""Fewer of the calm ones than of the urgent, or next to nothing seems urgent."""
_TOLD = {OUTAGE: ExceptionKind.SERVICE_OUTAGE.value, MAYOR_EVENT: ExceptionKind.MAYOR_EVENT.value}


@dataclass(frozen=True)
class _Texts:
    """Texts as a ranker sees them. `owners`: which message each is, or is a clause of."""

    owners: npt.NDArray[np.int64]
    cues: Sequence[frozenset[str]]
    matrix: Rows


def fit_judge(material: Material, kinds: KindRanker, matrix: Rows) -> judge.Judge:
    """`matrix` has the rows of `kinds` for the plain texts of the material."""
    plain, urgent = material.plain, material.plain[: material.urgent]
    made = composed(urgent, lambda text: not kinds.cues.has("infra", text))
    judged = [*urgent, *plain[material.urgent :: CALM_STEP], *made]
    whole = _read(kinds, range(len(judged)), [each.text for each in judged])
    cut = [(owner, parts) for owner, each in enumerate(judged) if len(parts := clauses(each.text)) > 1]
    said = [(owner, part) for owner, parts in cut for part in parts]
    pieces = _read(kinds, [owner for owner, _ in said], [part for _, part in said])
    told, scores = _unseen_scores(kinds.weights.labels, plain, matrix, judged, whole, pieces)
    rows = _evidence(kinds.weights.labels, whole, told, pieces, scores)
    return judge.train(rows, np.array([_TOLD.get(each.kind, "") for each in judged]), kinds.weights.labels)


def _read(kinds: KindRanker, owners: Sequence[int], texts: Sequence[str]) -> _Texts:
    width = len(kinds.features)
    found = [kinds.cues.of(text) for text in texts]
    rows = [
        with_cues(kinds.features.row(text), width, kinds.places, cues)
        for text, cues in zip(texts, found, strict=True)
    ]
    return _Texts(np.array(owners, np.int64), found, as_matrix(rows, width + len(kinds.places)))


def _unseen_scores(
    labels: Sequence[str],
    plain: Sequence[Sample],
    matrix: Rows,
    judged: Sequence[Sample],
    whole: _Texts,
    pieces: _Texts,
) -> tuple[Scores, Scores]:
    """What rankers without their authors say of the messages, and of their clauses."""
    told = np.zeros((len(whole.cues), len(labels)))
    scores = np.zeros((len(pieces.cues), len(labels)))
    kinds, voices = np.array([each.kind for each in plain]), np.array([each.voice for each in plain])
    authors = np.array([each.voice for each in judged])
    for group in ranker.groups_of(voices.tolist()):
        others = ~np.isin(voices, [*group])
        if set(kinds[others]) != set(kinds):
            others[:] = True  # too few authors: without these, nothing is known of a kind
        theirs = np.isin(authors, [*group])
        fitted = ranker.fit(matrix.chosen(others), kinds[others].tolist(), FIT)
        told[theirs] = fitted.scores_for(labels, whole.matrix.chosen(theirs))
        scores[theirs[pieces.owners]] = fitted.scores_for(labels, pieces.matrix.chosen(theirs[pieces.owners]))
    return told, scores


def _evidence(labels: Sequence[str], whole: _Texts, told: Scores, pieces: _Texts, parts: Scores) -> Scores:
    """A row of evidence a message."""
    said: list[list[Piece]] = [[] for _ in whole.cues]
    for owner, cues, scores in zip(pieces.owners, pieces.cues, parts, strict=True):
        said[owner].append(Piece(cues, scores))
    messages = zip(whole.cues, told, said, strict=True)
    return np.array([evidence(labels, Piece(cues, scores), clauses) for cues, scores, clauses in messages])
