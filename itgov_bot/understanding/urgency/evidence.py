"""What speaks for and against an exception in a message, as one row of numbers: the message as a whole, its clauses, the
strongest outage clause, and what is told after it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from .compose import OUTAGE, RECOVERED
from .kinds import Piece

Evidence = npt.NDArray[np.float64]
LIMIT = 2.0
"""Scores beyond it say no more."""
NOTHING = -1.5
"""The score of a clause that is not there."""
CLAUSE_CUES = (
    *("if", "past", "one", "others_fine", "notdown", "still", "up", "slow", "request", "stuck", "since", "was"),
    *("strange", "many", "core", "infra", "down", "wants_report"),
)
MESSAGE_CUES = (
    *("if", "others_fine", "notdown", "past", "wants_report", "strange", "mayor", "event", "help"),
    *("no_help", "event_over", "still", "up", "then_up", "then_still", "then_down", "stuck", "since", "was"),
)
"""The cues that count again for the strongest outage clause, and for the message."""


def evidence(labels: Sequence[str], whole: Piece, clauses: Sequence[Piece]) -> Evidence:
    """`labels` name the columns of the scores; without clauses the message is its only one."""
    parts = clauses or (whole,)
    scores = np.clip([part.scores for part in parts], -LIMIT, LIMIT)
    outage, recovered = _column(labels, scores, OUTAGE), _column(labels, scores, RECOVERED)
    strongest = int(outage.argmax())
    said = [
        *(recovered[strongest + 1 :].max(initial=NOTHING), recovered[:strongest].max(initial=NOTHING)),
        *(_last_word(labels, scores), outage[-1], recovered[-1], float(np.median(outage))),
    ]
    cues = [
        *(name in parts[strongest].cues for name in CLAUSE_CUES),
        *(name in whole.cues for name in MESSAGE_CUES),
    ]
    return np.concatenate(
        (np.clip(whole.scores, -LIMIT, LIMIT), scores.max(axis=0), scores[strongest], said, cues)
    )


def _last_word(labels: Sequence[str], scores: npt.NDArray[np.float64]) -> float:
    """1 if the last clause that tells of either tells of an outage, -1 if of a recovery, 0 without such a clause."""
    kinds = [labels[place] for place in scores.argmax(axis=1)]
    telling = [kind for kind in kinds if kind in (OUTAGE, RECOVERED)]
    return (1.0 if telling[-1] == OUTAGE else -1.0) if telling else 0.0


def _column(labels: Sequence[str], scores: npt.NDArray[np.float64], kind: str) -> npt.NDArray[np.float64]:
    return scores[:, labels.index(kind)] if kind in labels else np.full(len(scores), NOTHING)
