"""What speaks for and against an exception in a message, as one row of numbers: the message as a whole, its clauses, the
strongest outage clause, and what is told after it."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from itgov_bot.records import dataclass

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


@dataclass(frozen=True)
class _Texts:
    """A row of scores a text, a column each of `labels`."""

    labels: Sequence[str]
    scores: Scores

    def of(self, kind: str) -> Scores:
        """The column of a kind."""
        known = kind in self.labels
        return self.scores[:, self.labels.index(kind)] if known else np.full(len(self.scores), -LIMIT)

    @cached_property
    def kinds(self) -> list[str]:
        """What each text is likeliest."""
        return [self.labels[place] for place in self.scores.argmax(axis=1)]

    @cached_property
    def ahead(self) -> "_Texts":
        """How far each kind is before (or behind) the best of the others, in every row."""
        if self.scores.shape[1] == 1:
            return _Texts(self.labels, np.full(self.scores.shape, -LIMIT))
        second, first = np.partition(self.scores, -2, axis=1)[:, -2:].T[..., np.newaxis]
        best_other = np.where(self.scores == first, second, first)
        return _Texts(self.labels, _limited(self.scores - best_other))


def evidence(labels: Sequence[str], whole: Piece, clauses: Sequence[Piece]) -> Scores:
    """`labels` name the columns of the scores; without clauses the message is its only one."""
    pieces = clauses or (whole,)
    told = _Texts(labels, _limited(whole.scores)[np.newaxis])
    parts = _Texts(labels, _limited(np.array([piece.scores for piece in pieces])))
    strongest = int(parts.of(OUTAGE).argmax())
    cues = [
        *(name in pieces[strongest].cues for name in CLAUSE_CUES),
        *(name in whole.cues for name in MESSAGE_CUES),
    ]
    return np.concatenate(
        (
            *(told.scores[0], parts.scores.max(axis=0), parts.scores[strongest], _telling(parts)),
            *(_order(parts, strongest), _leads(told, parts, strongest), _company(parts), cues),
        )
    )


def _limited(scores: Scores) -> Scores:
    return np.clip(scores, -LIMIT, LIMIT)


def _telling(parts: _Texts) -> Scores:
    """The mean of the clauses that are no asides."""
    telling = np.array([kind != ASIDE for kind in parts.kinds])
    return np.asarray((parts.scores[telling] if telling.any() else parts.scores).mean(axis=0))


def _company(parts: _Texts) -> list[bool]:
    """Whether there is an outage clause, and in what company."""
    has_outage, others = OUTAGE in parts.kinds, {*parts.kinds} - {OUTAGE, ASIDE}
    return [
        has_outage,
        has_outage and not others,
        bool(others) and not has_outage,
        RECOVERED in others,
        bool(others & {*VETOES}),
    ]


def _order(parts: _Texts, strongest: int) -> list[float]:
    """What is said before and after the strongest outage clause, and what is said last."""
    outage, recovered, lead = parts.of(OUTAGE), parts.of(RECOVERED), parts.ahead.of(RECOVERED)
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
        _last_word(parts),
    ]


def _leads(told: _Texts, parts: _Texts, strongest: int) -> list[float]:
    """By how much an outage, each of the vetoes, and an event, ours or not, is before all other kinds."""
    outage, both = parts.ahead.of(OUTAGE), (told.ahead, parts.ahead)
    vetoes = [each.of(kind).max() for kind in VETOES for each in reversed(both)]
    return [
        *(told.ahead.of(OUTAGE)[0], outage.max(), outage[strongest], max(outage.max(), 0.0)),
        *(max(most, 0.0) for most in vetoes),
        *(each.of(kind).max() for kind in (MAYOR_EVENT, OTHER_EVENT) for each in both),
    ]


def _last_word(parts: _Texts) -> float:
    """1 if the last clause that tells of either tells of an outage, -1 if of a recovery, 0 without such a clause."""
    telling = [kind for kind in parts.kinds if kind in (OUTAGE, RECOVERED)]
    return (1.0 if telling[-1] == OUTAGE else -1.0) if telling else 0.0
