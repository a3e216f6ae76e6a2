"""What speaks for and against an exception in a message, as one row of numbers: the message as a whole, its clauses, the
strongest outage clause, and what is told after it."""

from collections.abc import Sequence

import numpy as np

from .compose import ASIDE, MAYOR_EVENT, OTHER_EVENT, OUTAGE, RECOVERED, TAKEN_BACK
from .kinds import Piece, Scores

LIMIT = 2.0
"""Scores beyond it say no more."""
VETOES = ("none_hypothetical", "none_past", "none_negation", "none_one_user", TAKEN_BACK)
"""What takes an outage back wherever it is told."""
CLAUSE_CUES = (
    *("if", "past", "one", "others_fine", "notdown", "still", "up", "slow", "request"),
    *("strange", "many", "core", "infra", "down", "wants_report", "stuck", "since", "was"),
    *("elsewhere", "retracted", "but_me"),
)
MESSAGE_CUES = (
    *("if", "others_fine", "notdown", "past", "wants_report", "strange", "mayor", "event", "help"),
    *("no_help", "event_over", "other_host", "other_errand", "still", "up", "then_up", "then_still"),
    *("then_down", "stuck", "since", "was", "elsewhere", "retracted", "then_elsewhere"),
    *("then_retracted", "then_many", "but_me"),
)
"""The cues that count again for the strongest outage clause, and for the message."""


def evidence(labels: Sequence[str], whole: Piece, clauses: Sequence[Piece]) -> Scores:
    """`labels` name the columns of the scores; without clauses the message is its only one."""
    parts = clauses or (whole,)
    told, scores = _limited(whole.scores), _limited(np.array([part.scores for part in parts]))
    strongest = int(_column(labels, scores, OUTAGE).argmax())
    cues = [
        *(name in parts[strongest].cues for name in CLAUSE_CUES),
        *(name in whole.cues for name in MESSAGE_CUES),
    ]
    return np.concatenate(
        (
            *(told, scores.max(axis=0), scores[strongest], _telling(labels, scores)),
            *(_order(labels, scores, strongest), _leads(labels, told, scores, strongest)),
            *(_company(labels, scores), cues),
        )
    )


def _limited(scores: Scores) -> Scores:
    return np.clip(scores, -LIMIT, LIMIT)


def _telling(labels: Sequence[str], scores: Scores) -> Scores:
    """The mean of the clauses that are no asides."""
    telling = np.array([kind != ASIDE for kind in _kinds(labels, scores)])
    return np.asarray(scores[telling].mean(axis=0) if telling.any() else scores.mean(axis=0))


def _company(labels: Sequence[str], scores: Scores) -> list[bool]:
    """Whether there is an outage clause, and in what company."""
    kinds = _kinds(labels, scores)
    has_outage, others = OUTAGE in kinds, {*kinds} - {OUTAGE, ASIDE}
    return [
        has_outage,
        has_outage and not others,
        bool(others) and not has_outage,
        RECOVERED in others,
        bool(others & {*VETOES}),
    ]


def _order(labels: Sequence[str], scores: Scores, strongest: int) -> list[float]:
    """What is said before and after the strongest outage clause, and what is said last."""
    outage, recovered = _column(labels, scores, OUTAGE), _column(labels, scores, RECOVERED)
    lead = _column(labels, _ahead(scores), RECOVERED)
    after = lead[strongest + 1 :].max(initial=-LIMIT)
    return [
        recovered[strongest + 1 :].max(initial=-LIMIT),
        recovered[:strongest].max(initial=-LIMIT),
        after,
        max(after, 0.0),
        lead[:strongest].max(initial=-LIMIT),
        outage[-1],
        recovered[-1],
        float(np.median(outage)),
        _last_word(labels, scores),
    ]


def _leads(labels: Sequence[str], told: Scores, scores: Scores, strongest: int) -> list[float]:
    """By how much an outage, each of the vetoes, and an event, ours or not, is before all other kinds."""
    whole, parts = _ahead(told[np.newaxis]), _ahead(scores)
    outage = _column(labels, parts, OUTAGE)
    vetoes = [_column(labels, each, kind).max() for kind in VETOES for each in (parts, whole)]
    events = (MAYOR_EVENT, OTHER_EVENT)
    return [
        *(_column(labels, whole, OUTAGE)[0], outage.max(), outage[strongest], max(outage.max(), 0.0)),
        *(max(most, 0.0) for most in vetoes),
        *(_column(labels, each, kind).max() for kind in events for each in (whole, parts)),
    ]


def _last_word(labels: Sequence[str], scores: Scores) -> float:
    """1 if the last clause that tells of either tells of an outage, -1 if of a recovery, 0 without such a clause."""
    telling = [kind for kind in _kinds(labels, scores) if kind in (OUTAGE, RECOVERED)]
    return (1.0 if telling[-1] == OUTAGE else -1.0) if telling else 0.0


def _kinds(labels: Sequence[str], scores: Scores) -> list[str]:
    return [labels[place] for place in scores.argmax(axis=1)]


def _column(labels: Sequence[str], scores: Scores, kind: str) -> Scores:
    return scores[:, labels.index(kind)] if kind in labels else np.full(len(scores), -LIMIT)


def _ahead(scores: Scores) -> Scores:
    """How far each kind is before (or behind) the best of the others, in every row."""
    if scores.shape[1] == 1:
        return np.full(scores.shape, -LIMIT)
    second, first = np.partition(scores, -2, axis=1)[:, -2:].T[..., np.newaxis]
    return _limited(scores - np.where(scores == first, second, first))
