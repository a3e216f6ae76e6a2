"""One order for several cases: by their numbers, or for all that words describe («cierre los tres de la impresora: era el
tóner», «páseme los de Hacienda»)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from itgov_bot.domain.tickets.bulk import BulkDeed

from ..folding import fold, word_set
from ..orders import NumberedOrder, Order, numbered_order
from ..orders.verbs import verb_of
from ..time.lengths import NUMBERS
from .asked import is_showing, queue_asked

ME = "mí"
DEEDS = {
    Order.TAKE: BulkDeed.ASSIGN,
    Order.ASSIGN: BulkDeed.ASSIGN,
    Order.SOLVE: BulkDeed.CLOSE,
    Order.MERGE: BulkDeed.MERGE,
}
_ALL_THOSE = "999999"
"""In the place of the words for which cases: so an order for them is read as one for a case by its number."""
_BEGINS = re.compile(r"\b(?:tod[oa]s?\s+)?(?:l[oa]s|mis|lo(?=\s+(?:de|del)\b))\b", re.IGNORECASE)
_WORD = re.compile(r"[^\s,;:.!?]+")
_SIGN = re.compile(r"[,;:.!?]")
_MOST_WORDS = 10
_ENDS_IN_NAME = word_set(
    "a al de del la el los las en con y para por sin no ya que q se ha han lleva llevan tiene tienen esta estan sigue siguen"
)
"""No phrase ends so."""
_GOES_ON = re.compile(r"\s+(?:sin|por)\s", re.IGNORECASE)
"""«Los de Alba por cerrar» are some of the queue, and ordered nothing."""
_TELLS_WHICH = re.compile(r"\s+(?:que|q)\s+(?!(?:se\s+)?(?:me\s+)?l[oa]s?\b)", re.IGNORECASE)
"""«Los de internet que no se han cerrado»; behind a verb it says why, and «que los vea Ana» orders."""
_WHY = re.compile(r"\s*(?:[,;:.]|(?:porque|que|ya|se|con|era|eran|fue|pues)\b)", re.IGNORECASE)
_COUNT = re.compile(rf"(?:tod[oa]s\s+)?(?:l[oa]s|mis)\s+(?P<count>\d+|{'|'.join(NUMBERS)})\b")


@dataclass(frozen=True, slots=True)
class BulkAsked:
    """`numbers` as they were written; or `which` are meant, in the words for which the queue is asked, and how many they
    said there are. `to` is a name, or ME; `into` a number."""

    deed: BulkDeed
    numbers: tuple[str, ...]
    to: str = ""
    text: str = ""
    into: str = ""
    which: str = ""
    count: int | None = None


def bulk_of(asked: NumberedOrder, which: str = "") -> BulkAsked | None:
    """None where the deed is done to one after the other."""
    ordered, deed = asked.ordered, DEEDS.get(asked.ordered.order)
    if deed is None:
        return None
    is_merge = deed is BulkDeed.MERGE
    to = "" if is_merge else ME if ordered.order is Order.TAKE else ordered.named
    into = ordered.named if is_merge else ""
    numbers = () if which else asked.numbers
    return BulkAsked(deed, numbers, to, ordered.text, into, which, _count(which))


def which_asked(text: str, names: Sequence[str], today: date) -> BulkAsked | None:
    """An order for the cases that its words describe; `names` are those by which agents are called, folded. What else the
    order names is no part of those words; what names nothing else is as long as can be."""
    if not any(verb_of(fold(word)) for word in _WORD.findall(text)):
        return None
    read = [
        (one, text[end:]) for start, end in _phrases(text) if (one := _read(text, start, end, names, today))
    ]
    whole = [one for one, behind in read if one.to or one.into or (one.text and _WHY.match(behind))]
    return whole[-1] if whole else read[0][0] if read else None


def _read(text: str, start: int, end: int, names: Sequence[str], today: date) -> BulkAsked | None:
    which = text[start:end]
    if is_showing(text[:start]) or queue_asked(which, today).cue is None:
        return None
    asked = numbered_order(f"{text[:start]}el {_ALL_THOSE}{text[end:]}", names)
    return bulk_of(asked, which) if asked and _ALL_THOSE in asked.numbers else None


def _phrases(text: str) -> Iterator[tuple[int, int]]:
    """Where the words may begin and end that say which: up to the next sign at most."""
    begins = _BEGINS.search(text)
    if begins is None:
        return
    sign = _SIGN.search(text, begins.end())
    words = list(_WORD.finditer(text, begins.end(), sign.start() if sign else len(text)))[:_MOST_WORDS]
    is_ordered = any(verb_of(fold(word)) for word in _WORD.findall(text[: begins.start()]))
    for word in reversed(words):
        tells_which = _GOES_ON.match(text, word.end()) or (
            not is_ordered and _TELLS_WHICH.match(text, word.end())
        )
        if fold(word[0]) not in _ENDS_IN_NAME and not tells_which:
            yield begins.start(), word.end()


def _count(which: str) -> int | None:
    found = _COUNT.match(fold(which))
    return (NUMBERS.get(found["count"]) or int(found["count"])) if found else None
