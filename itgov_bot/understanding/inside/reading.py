"""`InsideReader`: whether what an agent writes under a case is surely for whoever opened it, and which order words may be
that no frame fits. What may be for the desk is shown before it goes; what surely is for the desk is marked
(`language/notes`)."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from itgov_bot.patterns import regex
from itgov_bot.understanding.language.bounds import bounded
from itgov_bot.understanding.language.cases.notes import is_among_colleagues, is_remark, is_told_of
from itgov_bot.understanding.language.folding import OF_A_TURN
from itgov_bot.understanding.language.orders import Order
from itgov_bot.understanding.language.people.called import begins_with, colleague_called, names_colleague

from .kinds import INSIDE, NOBODY, OWN, PERSON, QUEUE, SAID, STATE, WORKLOAD, Around, Book, InsideRanker
from .likely import OTHER, SURE_BY, Likely, likely_of

SURE = -0.4
"""So much like words for the person must they be that answer a card."""
SURE_OF_NAMED = 1.0
"""The same of words that name a colleague otherwise than as the one who comes."""
RATHER = 0.15
"""So much more like anything else they are not for the person."""
SURE_OF_AWAITED = -0.7
"""The same of words that answer the question what the person is to be told: most are what they seem."""

UNLIKELY, NEARLY = -0.7, -0.35
"""What an order must score at least to be offered, and beside a remark."""
LIKELY, CLEARLY = -0.2, 0.4
"""What a question must score, which is answered unasked; and what anything in private must beside a problem of one's own."""
_ORDERS = (
    Order.TAKE,
    Order.RELEASE,
    Order.ASSIGN,
    Order.WAIT,
    Order.RESUME,
    Order.SOLVE,
    Order.CANCEL,
    Order.ESCALATE,
    Order.PRIORITY,
    Order.SERVICE,
    Order.MERGE,
    Order.REOPEN,
    Order.NOTE,
)
"""What is guessed of a case; words for its person are shown with whom they go to anyway."""
_QUESTIONS = QUEUE, STATE, SAID, WORKLOAD


_CONTACT = regex(r"(?:[^\W\d_]+ ){1,5}\+?\d{7,13}")
"""Somebody's name and number: for whoever is to call them."""


@dataclass(frozen=True)
class InsideReader:
    """Without the ranker of a book, where its phrases are not known, marks and names alone speak."""

    rankers: Mapping[Book, InsideRanker]

    def may_stay(self, text: str, around: Around, *, is_awaited: bool = False) -> bool:
        """Whether words may be for the desk: a remark on the person, an order that was not read, a word to a colleague."""
        if _CONTACT.fullmatch(text.strip()):
            return False
        if (
            is_remark(text)
            or is_among_colleagues(text, around.reader)
            or is_told_of(text, around.reader)
            or colleague_called(text, around.names)
        ):
            return True
        kinds, is_named = self._kinds(text, around), names_colleague(text, around.names)
        if is_named and kinds.get(PERSON, 0) < SURE_OF_NAMED:
            return True
        if not kinds or is_awaited or begins_with(text, around.reader):
            return bool(kinds) and kinds[PERSON] < SURE_OF_AWAITED
        likeliest = max(kinds[one] for one in (*_ORDERS, INSIDE))
        return kinds[PERSON] < SURE or likeliest - kinds[PERSON] > RATHER

    def order_guessed(self, text: str, around: Around) -> Order | None:
        """Under a card: the order that they are likeliest, unless they are a remark or talk with a colleague."""
        kinds = self._kinds(text, around)
        if is_among_colleagues(text, around.reader):
            return None
        order = max(_ORDERS, key=lambda one: kinds.get(one, UNLIKELY))
        return order if kinds.get(order, UNLIKELY) > max(UNLIKELY, kinds.get(INSIDE, 0) + NEARLY) else None

    def asked_in_private(self, text: str, around: Around) -> str | None:
        """The kind that words to the bot are: an order, or a question about the queue; None where they may be a problem of
        their own."""
        kinds = self._kinds(text, around)
        kind = max((*_ORDERS, Order.ANSWER, *_QUESTIONS), key=lambda one: kinds.get(one, UNLIKELY))
        least = LIKELY if kind in _QUESTIONS else UNLIKELY
        return kind if kinds and kinds[kind] > max(least, kinds[OWN] + CLEARLY) else None

    def rather(self, text: str, around: Around, awaited: Collection[str]) -> str | None:
        """The kind of which words are instead of any that is `awaited`, as an answer to what was asked: an order, a question
        about the queue, a remark or a problem of their own; None where they may well be the answer."""
        kinds = self._kinds(text, around)
        others = {*_ORDERS, *_QUESTIONS, INSIDE, OWN}.difference(awaited)
        kind = max(others, key=lambda one: kinds.get(one, UNLIKELY))
        least = max((kinds.get(one, UNLIKELY) for one in awaited), default=UNLIKELY)
        return kind if kinds.get(kind, UNLIKELY) > max(least + RATHER, UNLIKELY) else None

    def likely(self, book: Book, text: str, around: Around = NOBODY) -> Likely:
        """What words are by another book; of no kind where it has no phrases, or knows nothing of these words. Several
        readers of a turn ask for the same words, and they are weighed once."""
        return self._weighed_once(book, text, around)

    def dangers(self, text: str) -> Mapping[str, float]:
        """By kind of danger, and for what is only said of one told before, how much likelier the words are that than
        nothing of the sort; empty where nothing is known of them. What stands in a form is asked for again with every
        answer, and weighed once."""
        return self._dangers_once(text)

    @cached_property
    def _dangers_once(self) -> Callable[[str], Mapping[str, float]]:
        return lru_cache(OF_A_TURN)(self._dangers)

    def _dangers(self, text: str) -> Mapping[str, float]:
        ranker, said = self.rankers.get(Book.DANGERS), bounded(text)
        if ranker is None or not ranker.knows(said):
            return {}
        kinds = ranker.kinds(said, NOBODY)
        harmless = max(kinds[OTHER], kinds[OWN])
        return {kind: score - harmless for kind, score in kinds.items() if kind not in (OTHER, OWN)}

    @cached_property
    def _weighed_once(self) -> Callable[[Book, str, Around], Likely]:
        return lru_cache(len(Book))(self._weighed)

    def _weighed(self, book: Book, text: str, around: Around) -> Likely:
        ranker, said = self.rankers.get(book), bounded(text)
        is_known = ranker is not None and ranker.knows(said)
        return likely_of(ranker.kinds(said, around), SURE_BY[book]) if ranker and is_known else Likely()

    def _kinds(self, text: str, around: Around) -> Mapping[str, float]:
        ranker = self.rankers.get(Book.AGENTS)
        return ranker.kinds(bounded(text), around) if ranker else {}
