"""What words are, where it is known of what they may speak: a linear ranker for each book of phrases (`Book`). To it,
whoever is named is one word, a colleague or that person, and so is any number."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from itgov_bot.patterns import regex
from itgov_bot.understanding.language.folding import fold
from itgov_bot.understanding.language.people.called import names_called, without_surnames
from itgov_bot.understanding.services.counting import learn
from itgov_bot.understanding.services.features import Features
from itgov_bot.understanding.services.phrases import Phrase, read_optional
from itgov_bot.understanding.services.ranker import Fit, train
from itgov_bot.understanding.services.tokens import Terms
from itgov_bot.understanding.services.weights import Weights


class Book(StrEnum):
    """A file of phrases, by the name it has in the vocabulary, and so the ranker that it makes."""

    AGENTS = "agents"
    """Of a case, under its card or in private: words for its person, remarks, orders, questions about the queue."""
    CALLED = "called"
    """Of somebody who is called for an urgent case, or has taken it."""
    TEAM = "team"
    """Of who works at the desk or runs it: the guard, the roles, the answers at hand, the night, the cases of colleagues."""
    OWNERS = "owners"
    """Of who answers for indicators: what is recorded of them, and their plans."""
    SIGHT = "sight"
    """Of who manages: what is asked of the figures, outages or changes that were shown last, without naming them."""
    DRAFTS = "drafts"
    """Of anybody whose case waits to be sent, beside its summary or the questions before it."""
    EVENTS = "events"
    """Of who has an event of the mayor's office in the agenda, or tells of one: what changes of it, and what is asked."""
    DANGERS = "dangers"
    """Of anybody at all: what must be answered with what to do at once (`first_aid.yaml`), and what only sounds so."""
    ASKS = "asks"
    """Of anybody who waits or is angry: the boss, a call, when somebody comes, who pays for what was lost."""

    @property
    def file(self) -> Path:
        return Path("vocabulary") / f"{self}.tsv"


FIT = Fit(strength=0.4, rounds=4)
"""Found by leaving authors out."""
ONE_OF: Mapping[Book, int] = {
    Book.AGENTS: 32,
    Book.CALLED: 192,
    Book.TEAM: 96,
    Book.OWNERS: 96,
    Book.SIGHT: 192,
    Book.EVENTS: 96,
    Book.DANGERS: 16,
    Book.ASKS: 32,
}
"""One in so many of what people say of services is enough to know a problem of their own by; who is called in the night
has few, and a draft is itself such a problem."""
AS_SPOKEN = Terms({})
"""Who speaks to whom stands in the small words, which are none of a vocabulary of things."""
PERSON, INSIDE = "person", "inside"
"""Kinds of phrases under a card; an order is of the kind that it is called by (`language/orders`)."""
QUEUE, STATE, SAID, WORKLOAD, OWN = "queue", "state", "said", "workload", "own"
"""Kinds of phrases in private: cases that are asked for, how one goes, what its requester said, who has how many, and a
problem of their own."""
LEAST_KNOWN = 0.2
"""Of the pieces of words, for the words to be like any phrases at all: «asdkjqwe» is of no kind."""
_ASKED_ALREADY = frozenset({"channels", "desk:complaint", "desk:person", "desk:when", "desk:responsible"})
"""What is asked of the desk in phrases that are taught elsewhere, and is no other matter than that of `asks.tsv`."""
_NUMBER = regex(r"\b(?:saus[- ]?)?(?:20\d\d-)?\d{1,6}\b|\{caso\}", re.IGNORECASE)
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

    colleagues: tuple[str, ...] = ()
    reader: str = ""

    @cached_property
    def names(self) -> dict[str, Sequence[str]]:
        """The folded words of each colleague's name, by every form that it is called by. Who is called like the reader is
        not told from them."""
        theirs = names_called([self.reader]) | dict.fromkeys(fold(self.reader).split(), ())
        return {form: words for form, words in names_called(self.colleagues).items() if form not in theirs}


NOBODY = Around()


@dataclass(frozen=True)
class InsideRanker:
    features: Features
    weights: Weights

    def knows(self, text: str) -> bool:
        return self.features.share_known(text) >= LEAST_KNOWN

    def kinds(self, text: str, around: Around) -> Mapping[str, float]:
        """By kind how much the words are like its phrases: above 0, rather than like any others."""
        scores = self.weights.scores(self.features.row(general(text, around)))
        return dict(zip(self.weights.labels, scores.tolist(), strict=True))


def read_books(data: Path) -> dict[Book, tuple[Phrase, ...]]:
    """The phrases of each book; none where a city has no such file. Raises VocabularyError."""
    return {book: read_optional(data / book.file) for book in Book}


def train_inside(
    books: Mapping[Book, Sequence[Phrase]], everything: Sequence[Phrase]
) -> dict[Book, InsideRanker]:
    """A ranker for each book that has phrases. `everything` that people say of services: the desk's people have such
    problems too. What is no danger is whatever else is said to the desk as well."""
    owned = [phrase.text for phrase in everything if phrase.is_of_service]
    harmless = [phrase.text for phrase in everything if not phrase.is_urgency]
    unasked = [one.text for one in everything if not (one.is_urgency or one.intent in _ASKED_ALREADY)]
    beside = {Book.DANGERS: harmless, Book.ASKS: unasked}
    return {
        book: _trained(phrases, beside.get(book, owned)[:: ONE_OF[book]] if book in ONE_OF else ())
        for book, phrases in books.items()
        if phrases
    }


def _trained(phrases: Sequence[Phrase], owned: Sequence[str]) -> InsideRanker:
    texts = [*(phrase.text for phrase in phrases), *owned]
    features, matrix = learn((general(text, NOBODY) for text in texts), AS_SPOKEN)
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
