"""Whom an agent's words under a case are for: the person who opened it, or the desk, as an order is, or a remark among
colleagues. A linear ranker over `agents.tsv`; to it, whoever is named is one word: a colleague, or that person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.services.counting import learn
from itgov_bot.understanding.services.features import Features
from itgov_bot.understanding.services.phrases import Phrase, read_file
from itgov_bot.understanding.services.ranker import Fit, train
from itgov_bot.understanding.services.tokens import Terms
from itgov_bot.understanding.services.weights import Weights

FILE = Path("vocabulary") / "agents.tsv"
FIT = Fit(strength=0.4, rounds=8)
"""Found by leaving authors out."""
AS_SPOKEN = Terms({})
"""Who speaks to whom stands in the small words, which are none of a vocabulary of things."""
PERSON, DESK = "person", "desk"
"""The kinds of the phrases."""
_TOKEN = re.compile(r"\{\w+\}|@?\w+|[?:,]")
_MEANT = {
    "{colega}": "elcolega",
    "{persona}": "quienabrio",
    "?": "xpregunta",
    ":": "xdospuntos",
    ",": "xcoma",
}
_BEGINS, _ENDS = "xinicio", "xfin"


@dataclass(frozen=True, slots=True)
class Around:
    """Who may be named: the other agents, by their names and with «@» their user names, and who would read the words."""

    colleagues: Sequence[str] = ()
    reader: str = ""

    @property
    def names(self) -> dict[str, Sequence[str]]:
        """The folded words of each colleague's name, by the first one. Who is called like the reader is not told from
        them."""
        theirs = fold(self.reader).split()[:1]
        named = (fold(one).split() for one in self.colleagues)
        return {words[0]: words for words in named if words and words[:1] != theirs}


@dataclass(frozen=True)
class InsideRanker:
    features: Features
    weights: Weights

    def for_person(self, text: str, around: Around) -> float:
        """How much the words are like those for the person: above 0, rather than like those for the desk."""
        scores = self.weights.scores(self.features.row(general(text, around)))
        return float(scores[self.weights.labels.index(PERSON)])


def read_agents(data: Path) -> tuple[Phrase, ...]:
    """The phrases of `agents.tsv`; none where a city has no such file. Raises VocabularyError."""
    return tuple(read_file(data / FILE)) if (data / FILE).exists() else ()


def train_inside(phrases: Sequence[Phrase]) -> InsideRanker | None:
    """None where there are no phrases."""
    if not phrases:
        return None
    features, matrix = learn((general(phrase.text, Around()) for phrase in phrases), AS_SPOKEN)
    [weights] = train(matrix, [phrase.detail for phrase in phrases], how=FIT)
    return InsideRanker(features, weights)


def general(text: str, around: Around) -> str:
    """The words, with one for each person who is named, and for the signs that tell a question or who is spoken to."""
    meant = _MEANT | dict.fromkeys(around.names, _MEANT["{colega}"])
    if reader := fold(around.reader).split()[:1]:
        meant[reader[0]] = _MEANT["{persona}"]
    return " ".join([_BEGINS, *(meant.get(one, one) for one in _TOKEN.findall(fold(text))), _ENDS])
