"""What an agent's words are: for the person who opened a case, a remark among colleagues, one of the orders, a question
about the queue, or a problem of their own. A linear ranker over `agents.tsv`; to it, whoever is named is one word, a
colleague or that person, and so is any number."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.people.called import names_called, without_surnames
from itgov_bot.understanding.services.counting import learn
from itgov_bot.understanding.services.features import Features
from itgov_bot.understanding.services.phrases import Phrase, read_optional
from itgov_bot.understanding.services.ranker import Fit, train
from itgov_bot.understanding.services.tokens import Terms
from itgov_bot.understanding.services.weights import Weights

FILE = Path("vocabulary") / "agents.tsv"
FIT = Fit(strength=0.4, rounds=4)
"""Found by leaving authors out."""
ONE_OF = 32
"""So many of what people say of services are enough to know a problem by."""
AS_SPOKEN = Terms({})
"""Who speaks to whom stands in the small words, which are none of a vocabulary of things."""
PERSON, INSIDE = "person", "inside"
"""Kinds of phrases under a card; an order is of the kind that it is called by (`language/orders`)."""
QUEUE, STATE, WORKLOAD, OWN = "queue", "state", "workload", "own"
"""Kinds of phrases in private: cases that are asked for, how one goes, who has how many, and a problem of their own."""
_NUMBER = re.compile(r"\b(?:saus[- ]?)?(?:20\d\d-)?\d{1,6}\b|\{caso\}", re.IGNORECASE)
_MEANT = {
    "{colega}": "elcolega",
    "{persona}": "quienabrio",
    "?": "xpregunta",
    ":": "xdospuntos",
    ",": "xcoma",
}
_BEGINS, _ENDS, _SOME_NUMBER = "xinicio", "xfin", "xnumero"


@dataclass(frozen=True)
class Around:
    """Who may be named: the other agents, by their names and with «@» their user names, and who would read the words."""

    colleagues: Sequence[str] = ()
    reader: str = ""

    @cached_property
    def names(self) -> dict[str, Sequence[str]]:
        """The folded words of each colleague's name, by every form that it is called by. Who is called like the reader is
        not told from them."""
        theirs = names_called([self.reader]) | dict.fromkeys(fold(self.reader).split(), ())
        return {form: words for form, words in names_called(self.colleagues).items() if form not in theirs}


@dataclass(frozen=True)
class InsideRanker:
    features: Features
    weights: Weights

    def kinds(self, text: str, around: Around) -> Mapping[str, float]:
        """By kind how much the words are like its phrases: above 0, rather than like any others."""
        scores = self.weights.scores(self.features.row(general(text, around)))
        return dict(zip(self.weights.labels, scores.tolist(), strict=True))


def read_agents(data: Path) -> tuple[Phrase, ...]:
    """The phrases of `agents.tsv`; none where a city has no such file. Raises VocabularyError."""
    return read_optional(data / FILE)


def train_inside(phrases: Sequence[Phrase], everything: Sequence[Phrase]) -> InsideRanker | None:
    """`everything` that people say of services: agents have such problems too. None where there are no phrases."""
    if not phrases:
        return None
    owned = [phrase.text for phrase in everything if phrase.is_of_service][::ONE_OF]
    texts = [phrase.text for phrase in phrases] + owned
    features, matrix = learn((general(text, Around()) for text in texts), AS_SPOKEN)
    [weights] = train(matrix, [phrase.detail for phrase in phrases] + [OWN] * len(owned), how=FIT)
    return InsideRanker(features, weights)


def general(text: str, around: Around) -> str:
    """The words, with one for each person who is named, for numbers, and for the signs that tell a question or who is spoken
    to."""
    meant = _MEANT | dict.fromkeys(around.names, _MEANT["{colega}"])
    theirs = names_called([around.reader])
    meant |= dict.fromkeys(theirs, _MEANT["{persona}"])
    said = without_surnames(_NUMBER.sub(_SOME_NUMBER, text), {**around.names, **theirs})
    return " ".join([_BEGINS, *(meant.get(one, one) for one in said), _ENDS])
