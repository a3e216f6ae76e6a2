"""Which kind of figure a sentence asks for: a linear ranker over `managers.tsv` and, against them, a share of the phrases of
everything else. It reads sentences in which names of indicators and times are one word each, so that it learns how
things are asked and not of which of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from itgov_bot.patterns import regex
from itgov_bot.understanding.language.folding import fold, plain
from itgov_bot.understanding.language.managing.indicator_names import IndicatorNames
from itgov_bot.understanding.language.respelling import Respelling
from itgov_bot.understanding.language.time.days import MONTH
from itgov_bot.understanding.language.time.stretches import find_times
from itgov_bot.understanding.services.counting import learn
from itgov_bot.understanding.services.features import Features
from itgov_bot.understanding.services.phrases import Phrase, read_optional
from itgov_bot.understanding.services.ranker import train
from itgov_bot.understanding.services.tokens import Terms
from itgov_bot.understanding.services.tokens import words as said
from itgov_bot.understanding.services.weights import Weights

from .asked import Wanted
from .concepts import Concepts

FILE = Path("vocabulary") / "managers.tsv"
NONE = "none"
"""The kind of the phrases that managers say too, and that ask for no figure."""
NAME, TIME = "elindicador", "eltiempo"
EVERY_OF_SERVICE, EVERY_OTHER = 20, 3
"""One phrase in so many is learned as asking for no figure: more of what is said of the desk itself, which is nearer."""
OWN_COUNTS = 10
"""So often is a phrase of managers counted where it is told which word a hurried one stands for."""
_MONTH = regex(rf"(\b{MONTH}\b)")
_WHY_AT_FIRST = regex(r"^(?P<lead>\W*(?:y |pero )?)porque\b")
"""«Xq agosto dio 55» asks."""
HOW_ONE_DOES = regex(
    r"\b(?:como|que tal) (?:le|les) (?:va|fue|ha ido|esta yendo|anda yendo) a (?=(?!usted|todo|eso|esto)\w)"
)
"""«¿Cómo le va a Carla?» asks how she does, and is no courtesy."""
SOME_DAY = date(2026, 1, 1)
"""Which stretch a phrase tells is no matter here, only that it tells one."""


@dataclass(frozen=True)
class FigureRanker:
    """Scores of every kind, against none."""

    features: Features
    weights: Weights
    names: IndicatorNames
    concepts: Concepts

    def written_out(self, text: str) -> str:
        """The text folded, its hurried words as they were meant: «tds ls indcdrs». A month stays one: «sep»."""
        pieces = _MONTH.split(fold(text))
        written_out = self.features.terms.respelling.written_out
        written = "".join(piece if at % 2 else written_out(piece) for at, piece in enumerate(pieces))
        return HOW_ONE_DOES.sub("como va ", _WHY_AT_FIRST.sub(r"\g<lead>por que", written))

    def likeliest(self, text: str) -> tuple[Wanted, float]:
        """The kind that is likeliest, and by how much it is likelier than that no figure is asked for (below 0: less)."""
        return self.ranked(text)[0]

    def ranked(self, text: str) -> list[tuple[Wanted, float]]:
        """Every kind with the same, the likeliest first."""
        scores = dict(
            zip(
                self.weights.labels,
                self.weights.scores(self.features.row(general(text, self.names, self.concepts))),
                strict=True,
            )
        )
        none = float(scores.pop(NONE))
        ranked = sorted(scores, key=lambda kind: -scores[kind])
        return [(Wanted(kind), float(scores[kind]) - none) for kind in ranked]


def read_managers(data: Path) -> tuple[Phrase, ...]:
    """The phrases of `managers.tsv`; none where a city has no such file. Raises VocabularyError."""
    return read_optional(data / FILE)


def train_kinds(
    asked: Sequence[Phrase],
    others: Sequence[Phrase],
    names: IndicatorNames,
    concepts: Concepts,
    terms: Terms,
) -> FigureRanker | None:
    """None where no phrase says how figures are asked for."""
    if not asked:
        return None
    of_service = [phrase for phrase in others if phrase.is_of_service]
    of_desk = [phrase for phrase in others if not (phrase.is_of_service or phrase.is_urgency)]
    against = [*of_service[::EVERY_OF_SERVICE], *of_desk[::EVERY_OTHER]]
    labels = [phrase.detail for phrase in asked] + [NONE] * len(against)
    own = terms.respelt(_respelling(asked, others))
    texts = (own.respelling.respell(fold(phrase.text)) for phrase in [*asked, *against])
    features, matrix = learn((general(text, names, concepts) for text in texts), own)
    [weights] = train(matrix, labels)
    return FigureRanker(features, weights, names, concepts)


def _respelling(asked: Sequence[Phrase], others: Sequence[Phrase]) -> Respelling:
    """Of all that is written here, in which what managers write is the likeliest: «css» are cases, «mta» a target."""
    return Respelling.learn(
        (said(phrase.text), phrase.voice) for phrase in [*others, *list(asked) * OWN_COUNTS]
    )


def general(text: str, names: IndicatorNames, concepts: Concepts) -> str:
    """The text with one word for each name of an indicator, and for each time; and after it what its words are about."""
    rest = find_times(text, SOME_DAY).rest.replace("§", f" {TIME} ")
    named, words = names.named(rest).places, plain(rest).split()
    kept = (
        NAME if at in named else word
        for at, word in enumerate(words)
        if not (at in named and at - 1 in named)
    )
    numbered = [NAME] if names.numbered_in_words(rest) else []
    return " ".join([*kept, *numbered, *concepts.told(text)])
