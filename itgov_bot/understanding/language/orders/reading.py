"""Reads an order in an agent's words: one of their clauses is one from end to end, and the others say why.

Whatever is no order may be for whoever opened the case; so may words that speak to them.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from itgov_bot.patterns import regex

from ..cases.for_person import promises, speaks_to_person
from ..cases.instead import denied
from ..cases.solutions import WORK, tells_no_solution
from ..folding import even, plain, word_set
from .asking import as_question, asked_of
from .clauses import Clause, clauses
from .lexicon import FRAMES, Frame
from .naming import with_least_busy
from .order import NumberedOrder, Order, Ordered
from .sentence import Sentence
from .verbs import PLAIN

Knows = Callable[[str], bool]

MAX_CHARS = 400
"""Who writes more tells something."""
TOLD = frozenset(
    {
        Order.SOLVE,
        Order.WAIT,
        Order.CANCEL,
        Order.ESCALATE,
        Order.REOPEN,
        Order.REMIND,
        Order.NOTE,
        Order.ANSWER,
        Order.NEWS,
        Order.KEEP,
    }
)
"""What is done with a sentence: what was done, what is awaited, why."""
_GOES_ON = frozenset({Order.SOLVE, Order.CANCEL, Order.RESUME, Order.ESCALATE, Order.WAIT, Order.REOPEN})
"""Of a number, any words behind these say why."""
_GOVERNED = ("me ", "de ", "a ", "en ", "la ", "el ")
"""What goes on so belongs to the verb: «quitar de la lista»."""
_GOVERNING = (" en ", " a ", " para ")
_LOOSE = word_set("apenas cuando con por le les ya hasta mientras y ambos desde hace no")
"""Joins of what is ordered of a number alone: «ciérrelo con la equis» may be said of a program."""
_OF_DESK_ALONE = frozenset({Order.TAKE, Order.ASSIGN, Order.ESCALATE})
"""No program has such things done to it."""
_PUT_OFF = frozenset({Order.WAIT, Order.CANCEL})
"""What says so to whoever waits is no order: «quedo a la espera de su respuesta»."""
_OF_LE = frozenset({Order.PRIORITY, Order.WAIT, Order.RESUME, Order.SERVICE, Order.SOLVE, Order.NOTE})
"""«Póngale prioridad», «quítele la pausa»: «páseselo a Ana» has more."""
_OF_OTHERS = frozenset({Order.KEEP, Order.ANSWER, Order.NEWS})
"""What stands in these is for somebody else."""
_NAMED_BY = {Order.SERVICE: (Order.SERVICE, Order.HAND), Order.ASSIGN: (Order.ASSIGN, Order.HAND)}
"""Which orders may name what one lacks: «es de red, cámbiele la categoría»."""
_SLOTS = ("who", "anyone", "level", "what", "case")
_JOIN = regex(r"^(?:que|q|porque|xq|pq|pues|ya que|es que|con)\s+", re.IGNORECASE)
_THAT = regex(r"^(?:que|q)\s+", re.IGNORECASE)
_OF_CASE = regex(
    r"^(?:al?|del?|el|la|lo) (?:caso |ticket |del? )?#?(?:saus-(?:20\d\d-)?)?\d{1,6}\b[\s,:]+(?=\w)(?!y\b|e\b|del?\b)",
    re.IGNORECASE,
)
"""Who reads what was done knows of which case it is told: «el 2 lo resolvió Darío, ciérrelo»."""
_DENIED = regex(r"\bno (?:es|son|era|va|seria|debe|deberia)\b(?!.*\b(?:sino|es|son|era)\b)")
_TO_OTHERS = regex(r"(?:^|\. )(?:al|a (?:la|el|los|las)) \w+(?: \w+)?$")
"""«Pregúntele al vigilante» asks whoever opened it nothing."""
_WHY = regex(r"^(?:porque|xq|ya que|pues|es que)\s+", re.IGNORECASE)
_CASE_BEHIND = regex(
    r"\s*[.,;] (?:(?:el|la|lo|es|del?) )*(?:caso |ticket )?#?(?:saus-(?:20\d\d-)?)?\d{1,6}\W*$", re.IGNORECASE
)
_ASKS_DESK = regex(
    r"(?:(?:se|me|nos|lo|la|le|y|por favor|que|oye|sera|@) )*"
    r"(?:podemos|podrian|pueden|podriamos|puedes?|puedo(?= \S+ yo\b)|(?:asignar|pasar|dejar|dar)!)(?= |$)"
)


def _anything(_said: str) -> bool:
    return True


def order_in(text: str, names: Sequence[str] = (), is_service: Knows = _anything) -> Ordered | None:
    """Of the case under whose card it was written. `names` are those by which agents are called; `is_service`: whether words
    name one."""
    if (asked := asked_of(text)) and not asked.whom:
        return Ordered(Order.ANSWER, text=asked.text, is_sure=False)
    text = with_least_busy(text)
    sentence = Sentence(text, clauses(text, names) if len(text) <= MAX_CHARS else [])
    found = _best(sentence, is_service, of_numbers=False)
    if found is None or (found.ordered.order is Order.ANSWER and _TO_OTHERS.search(even(found.ordered.text))):
        return None
    is_marked = found.at == 0 and sentence.clauses[0].end.startswith(":")  # «resuelto: …» leaves no doubt
    if is_marked or found.ordered.order in _OF_OTHERS:
        return found.ordered
    return None if _is_for_person(sentence, found.at, found.ordered.order) else found.ordered


def _is_for_person(sentence: Sentence, at: int, order: Order) -> bool:
    beside = sentence.others(at)
    if order not in _PUT_OFF:
        return any(map(speaks_to_person, beside))
    own = plain(sentence.span(sentence.clauses[at : at + 1]))
    return any(speaks_to_person(one) or promises(one) for one in (own, *beside))


def numbered_order(
    text: str, names: Sequence[str] = (), is_service: Knows = _anything
) -> NumberedOrder | None:
    """«Cerrar 2: se cambió el tóner», «el 12 y el 15 páselos a Darío»; a number of other things orders nothing:
    «cerrar 2 ventanas»."""
    text = with_least_busy(text)
    sentence = Sentence(text, clauses(text, names, with_numbers=True) if len(text) <= MAX_CHARS else [])
    lists = [one for clause in sentence.clauses for one in clause.numbers_apart]
    numbers = tuple(dict.fromkeys(number for one in lists for number in one))
    found = _best(sentence, is_service, of_numbers=True) if numbers else None
    if found is None:
        return None
    if found.ordered.order is Order.MERGE and len(lists) > 1:  # «el 3 con el 7»
        return merged_into(found.ordered, numbers, lists[-1][-1])
    return NumberedOrder(found.ordered, numbers)


def merged_into(ordered: Ordered, numbers: Sequence[str], into: str) -> NumberedOrder:
    return NumberedOrder(replace(ordered, named=into), tuple(one for one in numbers if one != into))


@dataclass(frozen=True, slots=True)
class _Found:
    """The clause at `at` fits a frame."""

    at: int
    frame: Frame
    ordered: Ordered
    length: int
    """Of what was said in the frame's own words."""

    @property
    def rank(self) -> tuple[bool, bool, bool, int]:
        """A sure one comes first, then what is said by a verb, then the one of which more was said."""
        return self.ordered.is_sure, "t" not in self.frame.marks, self.frame.is_said, self.length


def _best(sentence: Sentence, is_service: Knows, *, of_numbers: bool) -> _Found | None:
    found = [
        one
        for one in _fitting(sentence, of_numbers=of_numbers)
        if _is_whole(one, sentence, is_service, of_numbers=of_numbers)
    ]
    best = max(_marked(found, sentence) or found, key=lambda one: one.rank, default=None)
    if (
        best and best.ordered.order is Order.RELEASE and sentence.agent()
    ):  # «no puedo con ese, que lo haga Darío»
        best = next((one for one in found if one.ordered.order is Order.ASSIGN and one.ordered.named), best)
    return replace(best, ordered=_completed(sentence, best, found)) if best else None


def _marked(found: Sequence[_Found], sentence: Sentence) -> list[_Found]:
    """What is ordered before a colon: «cerrar 2: se destrabó el papel» resumes nothing."""
    return [one for one in found if sentence.clauses[one.at].end.startswith(":") and sentence.behind(one.at)]


def _fitting(sentence: Sentence, *, of_numbers: bool) -> Iterator[_Found]:
    for at, clause in enumerate(sentence.clauses):
        words = {word.read for word in clause.words}
        for frame in FRAMES:
            if frame.may_fit(words) and (match := _fits(clause, frame, of_numbers=of_numbers)):
                yield _Found(at, frame, _ordered(sentence, at, frame, match), _length(match))


def _fits(clause: Clause, frame: Frame, *, of_numbers: bool) -> re.Match[str] | None:
    is_loose = of_numbers and frame.order in _GOES_ON
    match = frame.match(f"{clause.said} ", is_loose=is_loose)
    if (
        match is None
        or _is_denied(frame, match)
        or _is_governed(match)
        or ("a" in frame.marks and match["why"])
    ):
        return None
    if of_numbers:
        is_meant = (clause.has_it or "n" not in frame.marks) and not (match["why"] and "?" in clause.end)
    else:
        is_meant = _is_meant_under_card(clause, frame, match)
    return match if is_meant else None


def _is_governed(match: re.Match[str]) -> bool:
    """«Quitar de la lista», «no va en equipos»: how it goes on belongs to the verb."""
    why = match["why"] or ""
    return why.startswith(_GOVERNED) or (bool(why) and match["tail"].endswith(_GOVERNING))


def _is_denied(frame: Frame, match: re.Match[str]) -> bool:
    """«No es del teléfono, es de red»: what it is not is no service of it."""
    if frame.order is not Order.HAND or not match.groupdict().get("what"):
        return False
    return _DENIED.search(match.string[: match.start("what")]) is not None


def _is_meant_under_card(clause: Clause, frame: Frame, match: re.Match[str]) -> bool:
    """The case is named beside it, or the verb names no other thing; a question is asked of the desk."""
    if "n" in frame.marks or _goes_on_loosely(frame, match):
        return False
    if "?" in clause.end and not _ASKS_DESK.match(clause.said):
        return False
    needs_it = bool(set("iv") & set(frame.marks))
    has_it = clause.has_it or (clause.has_le and frame.order in _OF_LE)
    is_named = clause.names_case if "c" in frame.marks else has_it or not needs_it
    return is_named or ("v" in frame.marks and PLAIN in clause.said)


def _goes_on_loosely(frame: Frame, match: re.Match[str]) -> bool:
    if frame.order in _OF_DESK_ALONE:
        return False
    first = (match["why"] or "-").split()[0]
    is_awaited = frame.order in (Order.WAIT, Order.CANCEL) and first in ("por", "hasta", "mientras")
    return first in _LOOSE and not is_awaited


def _is_whole(found: _Found, sentence: Sentence, is_service: Knows, *, of_numbers: bool) -> bool:
    """Nothing is missing of what the frame needs."""
    order, marks, clause = found.ordered, found.frame.marks, sentence.clauses[found.at]
    if order.order is Order.CANCEL and denied(sentence.text):
        return False  # «no va por telefonía, va por red»
    if ("a" in marks and not sentence.is_alone(found.at)) or (
        "b" in marks and not sentence.is_bare(found.at)
    ):
        return False
    if "2" in marks and not sentence.has_two_lists:
        return False
    if ("t" in marks and not order.text) or ("m" in marks and not order.named):
        return False
    if order.order is Order.HAND:
        may_be_name = "i" in marks and order.named[:1].isupper() and " " not in order.named  # «a Zutano»
        return is_service(order.named) or may_be_name
    if order.order is Order.SOLVE and "t" in marks and not of_numbers:
        return clause.end.startswith(":") or WORK.search(plain(order.text)) is not None
    return True


def _ordered(sentence: Sentence, at: int, frame: Frame, match: re.Match[str]) -> Ordered:
    slots = match.groupdict()
    name = next((one for one in _SLOTS if slots.get(one)), "")
    named = sentence.slot(at, match, name) if name else _implied(frame, match)
    if name == "case" and not any(char.isdigit() for char in named):
        named = match[name].strip()  # «con el veintidós»
    said = _THAT.sub("", sentence.slot(at, match, "text")) or _JOIN.sub("", sentence.slot(at, match, "why"))
    if frame.order is Order.ANSWER and said and "preguntar" in match.string[: match.start("text")]:
        said = as_question(f"qué {said}" if sentence.says_what_before(at, match) else said)
    told = sentence.beside(at, said) if frame.order in TOLD else ""
    is_marked = sentence.clauses[at].end.startswith(":") and bool(sentence.behind(at))
    if is_marked and (frame.order is Order.SOLVE or (frame.order is Order.ASSIGN and named)):
        told = sentence.behind(at)  # «se me pasó, lo cierro yo: era el puerto»
    if frame.order is Order.ASSIGN and (not named or plain(named) in ("el", "ella", "ese", "esa")):
        named = sentence.agent() or named
    if frame.order is Order.WAIT:
        told = _WHY.sub("", told)
    told = _CASE_BEHIND.sub("", _OF_CASE.sub("", told))
    is_unsolved = frame.order is Order.SOLVE and tells_no_solution(told)
    return Ordered(Order.CANCEL if is_unsolved else frame.order, named, told, "w" not in frame.marks)


def _implied(frame: Frame, match: re.Match[str]) -> str:
    """«Súbele la prioridad» names none: it is the high one."""
    if frame.order is not Order.PRIORITY:
        return ""
    verb = match.string[match.end("lead") :].split("!")[0]
    return {"bajar": "baja", "despriorizar": "baja", "quitar": "normal"}.get(verb, "alta")


def _length(match: re.Match[str]) -> int:
    """Who an agent or a level is named by counts for more."""
    slots = [match.span(name) for name, said in match.groupdict().items() if said]
    is_named = any(match.groupdict().get(one) for one in ("who", "level"))
    return match.end() - sum(end - start for start, end in slots) + _OF_NAME * is_named


_OF_NAME = 8


def _completed(sentence: Sentence, best: _Found, found: Sequence[_Found]) -> Ordered:
    """What it names may stand in another clause."""
    ordered = best.ordered
    if ordered.named or ordered.order not in _NAMED_BY:
        return ordered
    others = (one.ordered for one in found if one.ordered.order in _NAMED_BY[ordered.order])
    named = next((one.named for one in others if one.named), "")
    if ordered.order is Order.SERVICE and not named:
        named = sentence.span(sentence.clauses[best.at + 1 : best.at + 2])
    return replace(ordered, named=named)
