"""An order of several deeds in one breath, cut into one text for each: «lo tomo y dígale que ya subo», «páselo a Darío,
prioridad alta». What is told with a deed stays with it.
"""

import re
from collections.abc import Callable, Iterator

from itgov_bot.patterns import regex

from ..cases.for_person import speaks_to_person
from ..folding import plain
from .order import Order, Ordered
from .reading import TOLD
from .telling import telling
from .tokens import tokens
from .verbs import ORDERED, verb_of

Read = Callable[[str], Ordered | None]

_JOIN = regex(r"(?:(?<!\s)\s+)?[,;.\n]+\s+(?:(?:y|e) )?|\n+|(?<!\s)\s+(?:y|e)\s+", re.IGNORECASE)
_ONE_OF = (
    frozenset({Order.TAKE, Order.RELEASE, Order.ASSIGN, Order.ESCALATE}),
    frozenset({Order.SOLVE, Order.WAIT, Order.RESUME, Order.CANCEL, Order.REOPEN, Order.MERGE, Order.UNDO}),
    frozenset({Order.SERVICE, Order.HAND}),
    frozenset({Order.ANSWER, Order.NEWS}),
)
"""Two of the same are one deed, said twice: «no alcanzo, páselo a Darío»."""
_TELLS = regex(
    r"(?:es|son|esta|estan|era|eran|fue|queda|quedo|no|ya|por|porque|que(?! (?:quede|sea|vaya)\b)|pero|si)\b"
)
"""A reason, not another deed: «es urgente»."""
_JOINED = regex(r"(?:junt|un|fusion|agrup)\w*l[oa]s?(?: (?:porfa\w*|por favor|entonces|los dos|ambos))*")
_OWN_WORDS = frozenset({"le", "les", "lo", "la", "los", "las"})


def in_deeds(text: str, first: Read, then: Read) -> tuple[str, ...]:
    """The text alone where it is one deed or none. `first` reads what begins, `then` what goes on with the same case."""
    found, done, begin = list[str](), list[Order](), 0
    for join in _JOIN.finditer(text):
        piece = text[begin : join.start()]
        order = _order(piece, then if found else first)
        if order and _begins_another(text[join.end() :], then, (*done, order)):
            found.append(piece)
            done.append(order)
            begin = join.end()
    return (*found, text[begin:])


def _order(piece: str, read: Read) -> Order | None:
    ordered = read(piece)
    if ordered and (ordered.is_sure or ordered.order is Order.ANSWER):
        return ordered.order
    return Order.ANSWER if telling(piece) else None


def _begins_another(rest: str, read: Read, done: tuple[Order, ...]) -> bool:
    """Behind what is told only what is ordered by a verb is another deed, else also what no frame knows; what is said to the
    person follows «lo tomo»."""
    if Order.MERGE in done and _JOINED.fullmatch(plain(rest)):
        return False  # «el 4 es lo mismo que el 1, júntelos»
    is_told = bool({Order.ANSWER, Order.NEWS, *TOLD} & {done[-1]})
    if telling(rest):
        return _is_new(Order.ANSWER, done)
    if not _is_ordered(rest) and (is_told or _TELLS.match(plain(rest))):
        return not is_told and _is_said_to_person(rest, done[-1])
    for piece in _beginnings(rest):
        ordered = read(piece)
        if ordered and ordered.is_sure and not speaks_to_person(plain(piece)):
            is_handed = ordered.order is Order.ASSIGN and done[-1] is Order.CANCEL
            return _is_new(ordered.order, done) and not is_handed  # «quítele el 3 y déselo a Rosa»
    return not is_told and (_is_ordered(rest) or _is_said_to_person(rest, done[-1]))


def _is_said_to_person(rest: str, done: Order) -> bool:
    return done is Order.TAKE and speaks_to_person(plain(rest))


def _beginnings(rest: str) -> Iterator[str]:
    """Up to its first join, and all of it."""
    first = _JOIN.split(rest, maxsplit=1)[0]
    yield first
    if first != rest:
        yield rest


def _is_new(order: Order, done: tuple[Order, ...]) -> bool:
    kind = next((one for one in _ONE_OF if order in one), {order})
    return not kind & set(done)


def _is_ordered(rest: str) -> bool:
    """It begins with a verb on which the case hangs, or «anote»: «póngalo en espera»."""
    word = next((one.word for one in tokens(rest) if one.word not in ("ya", "tambien", "luego")), "")
    verb = verb_of(word)
    if verb is None or not verb[0].endswith(ORDERED):
        return False
    return verb[0] in _NOTED or any(verb[1].endswith(one) for one in _OWN_WORDS)


_NOTED = frozenset(f"{verb}{ORDERED}" for verb in ("anotar", "apuntar"))
