"""The slots of an order that no frame fits: which it is was guessed (`inside`), what it names stands in its words."""

import re
from collections.abc import Sequence
from dataclasses import replace

from itgov_bot.patterns import regex

from ..cases.solutions import WORK
from ..folding import plain
from .clauses import Clause, clauses
from .frames import VERBS
from .naming import PRIORITY_WORDS
from .order import NumberedOrder, Order, Ordered
from .reading import MAX_CHARS, TOLD, Knows, merged_into
from .sentence import Sentence
from .verbs import MOODS, ORDERED

_WHY = regex(r"\b(?:(?:hasta |ya )?(?:que|q)|porque|xq|pq|pues|hasta|mientras)\s+", re.IGNORECASE)
"""What stands behind, in the clause of the order, tells why."""
_NUMBER = regex(r"\b\d{1,6}\b")
_NOTING = frozenset({"nota", "notica", "notas", *(f"{verb}{ORDERED}" for verb in VERBS["WRITE"].split())})
_NOT_SO_URGENT = regex(r"\b(?:no|ni) (?:es|era|son|eran|fue|parece)(?: tan| muy| nada| asi de)* urgentes?\b")
_LOWERED = frozenset({"bajar", "despriorizar", "quitar"})
_RAISED = frozenset({"subir", "priorizar", "elevar"})


def filled(order: Order, text: str, names: Sequence[str], is_service: Knows) -> Ordered:
    """Of the case under whose card it was written."""
    return _filled(order, _sentence(text, names), is_service)


def filled_by_number(
    order: Order, text: str, names: Sequence[str], is_service: Knows
) -> NumberedOrder | None:
    """None where no case is named by its number."""
    sentence = _sentence(text, names, with_numbers=True)
    numbers = _numbers(sentence)
    ordered = _filled(order, sentence, is_service)
    if order is Order.MERGE and len(numbers) > 1:
        return merged_into(ordered, numbers, numbers[-1])
    if order is Order.MERGE and numbers == (ordered.named,):
        ordered = replace(ordered, named="")  # the other one is not said
    return NumberedOrder(ordered, numbers) if numbers else None


def cases_named(text: str) -> tuple[str, ...]:
    """Their numbers, as they were written."""
    return _numbers(_sentence(text, (), with_numbers=True))


def _numbers(sentence: Sentence) -> tuple[str, ...]:
    return tuple(dict.fromkeys(number for one in sentence.clauses for number in one.numbers))


def _sentence(text: str, names: Sequence[str], *, with_numbers: bool = False) -> Sentence:
    return Sentence(text, clauses(text, names, with_numbers=with_numbers) if len(text) <= MAX_CHARS else [])


def _filled(order: Order, sentence: Sentence, is_service: Knows) -> Ordered:
    named = ""
    if order is Order.ASSIGN:
        named = sentence.agent()
    elif order is Order.PRIORITY:
        named = _level(sentence)
    elif order is Order.SERVICE:
        named = sentence.text if is_service(sentence.text) else ""
    elif order is Order.MERGE:
        named = next(iter(_NUMBER.findall(sentence.text)[-1:]), "")
    return Ordered(order, named, _told(order, sentence) if order in TOLD else "", is_sure=False)


def _level(sentence: Sentence) -> str:
    """As it is named, or by its direction; what it is not is no level of it."""
    if _NOT_SO_URGENT.search(plain(sentence.text)):
        return "normal"
    if said := next((word for word in plain(sentence.text).split() if word in PRIORITY_WORDS), ""):
        return said
    words = (word.read for one in sentence.clauses for word in one.words)
    verbs = {word[:-1] for word in words if word[-1] in MOODS}
    return "alta" if verbs & _RAISED else "baja" if verbs & _LOWERED else ""


def _told(order: Order, sentence: Sentence) -> str:
    """Without the clause that orders; where none seems to, all of it, of a solution if it tells what was done."""
    seems = _notes if order is Order.NOTE else _seems_order
    at = next((at for at, one in enumerate(sentence.clauses) if seems(one)), None)
    if at is None:
        return sentence.text if order is not Order.SOLVE or WORK.search(plain(sentence.text)) else ""
    own = sentence.span(sentence.clauses[at : at + 1])
    why = _WHY.search(own)
    told = sentence.beside(at, own[why.end() :] if why else "")
    return told or (sentence.text if order is Order.NOTE else "")


def _notes(clause: Clause) -> bool:
    """Of a remark all is kept but what orders to keep it."""
    return any(word.read in _NOTING for word in clause.words)


def _seems_order(clause: Clause) -> bool:
    is_short = len(clause.words) < 3
    return clause.has_it or is_short or any(word.read.endswith(ORDERED) for word in clause.words)
