"""Reads an order in an agent's words: one of their clauses is one from end to end, and the others say why.

Whatever is no order may be for whoever opened the case; so may words that speak to them.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from ..folding import plain, word_set, words_like
from .clauses import Clause, clauses
from .for_person import speaks_to_person
from .lexicon import FRAMES, Frame
from .order import NumberedOrder, Order, Ordered
from .verbs import PLAIN

Found = tuple[int, Ordered]
"""Which clause is an order, and the order."""
Knows = Callable[[str], bool]

MAX_CHARS = 400
"""Who writes more tells something."""
_TOLD = frozenset(
    {
        Order.SOLVE,
        Order.WAIT,
        Order.CANCEL,
        Order.ESCALATE,
        Order.REOPEN,
        Order.NOTE,
        Order.ANSWER,
        Order.KEEP,
    }
)
"""What is done with a sentence: what was done, what is awaited, why."""
_GOES_ON = frozenset({Order.SOLVE, Order.CANCEL, Order.RESUME, Order.ESCALATE, Order.WAIT, Order.REOPEN})
"""Of a number, any words behind these say why."""
_GOVERNED = ("me ", "de ", "a ", "en ", "la ", "el ")
"""What goes on so belongs to the verb: «quitar de la lista»."""
_WORK = words_like(
    r"""
    era|eran|fue|fueron|estaba|tenia|toco|hubo|habia|faltaba|se (?:le |les |lo )?\w+(?:o|aron|ieron)|le \w+[ei]|lo \w+[ei]
    \w+(?:amos|imos)|cambio de|con (?:un|el|la)|desde|ya (?:le|les|la|lo) \w+|confirmo|estoy|puse|hice|reinici[eo]|cambi[eo]
    """
)
"""What was done: «ya quedó» alone may be said to whoever waits for it."""
_OF_OTHERS = frozenset({Order.KEEP, Order.ANSWER})
"""What stands in these is for somebody else."""
_LOOSE = word_set("con por le les ya hasta mientras y ambos desde hace no")
"""Joins of what is ordered of a number alone: «ciérrelo con la equis» may be said of a program."""
_FILLING = words_like(
    r"""
    listo(?: el pollo)?|por fin|ay|uy|hola|oye|bueno|gracias|por favor|porfa|ok|ya|buen[oa]s(?: dias| tardes)?|me equivoque
    jaja\w*|muchachos|companeros|caso|eso es todo|dale|no
    """
)
_JOIN = re.compile(r"(?:que|q|porque|xq|pq|pues|ya que|es que|con)\s+", re.IGNORECASE)
_ASKS_DESK = re.compile(
    r"(?:(?:se|me|lo|la|le|y|por favor|que|oye) )*(?:podemos|podrian|pueden|podriamos|puedes)\b"
)
_COLON = re.compile(r"\s*[:–—-]")


def _anything(_said: str) -> bool:
    return True


def order_in(text: str, names: Sequence[str] = (), is_service: Knows = _anything) -> Ordered | None:
    """Of the case under whose card it was written. `names` are those by which agents are called; `is_service`: whether words
    name one."""
    read = clauses(text, names) if len(text) <= MAX_CHARS else []
    found = _best(text, read, is_service, of_numbers=False)
    return (
        found[1]
        if found and not (found[1].order not in _OF_OTHERS and _is_for_person(text, read, found[0]))
        else None
    )


def numbered_order(
    text: str, names: Sequence[str] = (), is_service: Knows = _anything
) -> NumberedOrder | None:
    """«Cerrar 2: se cambió el tóner», «el 12 y el 15 páselos a Darío»; a number of other things orders nothing:
    «cerrar 2 ventanas»."""
    read = clauses(text, names, with_numbers=True) if len(text) <= MAX_CHARS else []
    numbers = tuple(dict.fromkeys(number for one in read for number in one.numbers))
    found = _best(text, read, is_service, of_numbers=True) if numbers else None
    if found is None:
        return None
    lists = [one for clause in read for one in clause.numbers_apart]
    if found[1].order is Order.MERGE and len(lists) > 1:  # «el 3 con el 7»
        into = lists[-1][-1]
        return NumberedOrder(replace(found[1], named=into), tuple(one for one in numbers if one != into))
    return NumberedOrder(found[1], numbers)


def _best(text: str, read: Sequence[Clause], is_service: Knows, *, of_numbers: bool) -> Found | None:
    """The clause that is an order, and the order: a sure one before others, then the one of which more was said in its
    words."""
    found = [
        (_rank(frame, match), at, told)
        for at, clause in enumerate(read)
        for frame in FRAMES
        if (match := _fits(clause, frame, of_numbers=of_numbers))
        and ((told := _ordered(text, read, at, frame, match)).text or "t" not in frame.marks)
        and (
            of_numbers
            or frame.order is not Order.SOLVE
            or "t" not in frame.marks
            or _tells_work(clause, told.text)
        )
        and (told.named or "m" not in frame.marks)
        and (frame.order is not Order.HAND or is_service(told.named) or _may_be_name(frame, told.named))
    ]
    if not found:
        return None
    _, at, best = max(found, key=lambda one: one[0])
    return at, _completed(text, read, at, best, [one for _, _, one in found])


def _tells_work(clause: Clause, text: str) -> bool:
    return clause.end.startswith(":") or _WORK.search(plain(text)) is not None


def _may_be_name(frame: Frame, named: str) -> bool:
    """«Pásalo a Zutano»: it is asked what was meant."""
    return "i" in frame.marks and named[:1].isupper() and " " not in named


def _completed(
    text: str, read: Sequence[Clause], at: int, best: Ordered, others: Sequence[Ordered]
) -> Ordered:
    """«Cámbiele la categoría, es de red»: what it names may stand in another clause."""
    if best.order is Order.ASSIGN and plain(best.named) in ("el", "ella", "ese", "esa"):
        return replace(best, named=_called(text, read) or best.named)
    if best.named or best.order not in _NAMING:
        return best
    named = next((one.named for one in others if one.order in _NAMING[best.order] and one.named), "")
    if best.order is Order.SERVICE and not named and at + 1 < len(read):
        named = _span(text, read[at + 1 : at + 2])
    return replace(best, named=named)


def _called(text: str, read: Sequence[Clause]) -> str:
    """The one agent who is named anywhere."""
    called = [text[word.start : word.end] for one in read for word in one.words if word.read == "@"]
    return called[0] if len({plain(one) for one in called}) == 1 else ""


_NAMING = {
    Order.SERVICE: (Order.SERVICE, Order.HAND),
    Order.ASSIGN: (Order.ASSIGN, Order.HAND),
}


def _rank(frame: Frame, match: re.Match[str]) -> tuple[bool, bool, bool, int]:
    slots = (span for name in match.groupdict() if (span := match.span(name)) != (-1, -1))
    names_agent = 8 * any(match.groupdict().get(one) for one in ("who", "level"))
    marks = frame.marks
    return (
        "w" not in marks,
        "t" not in marks,
        frame.is_said,
        match.end() - sum(end - start for start, end in slots) + names_agent,
    )


def _fits(clause: Clause, frame: Frame, *, of_numbers: bool) -> re.Match[str] | None:
    is_loose = of_numbers and frame.order in _GOES_ON
    words = frame.open if frame.is_special else frame.loose if is_loose else frame.words
    match = words.fullmatch(f"{clause.said} ")
    if match is None or ("n" in frame.marks and not of_numbers):
        return None
    if of_numbers and "n" in frame.marks and not clause.has_it:
        return None
    if of_numbers:
        return None if match["why"] and ("?" in clause.end or match["why"].startswith(_GOVERNED)) else match
    if match["why"] and (match["why"].split()[0] in _LOOSE or match["why"].startswith(_GOVERNED)):
        return None
    if "?" in clause.end and not _ASKS_DESK.match(clause.said):
        return None
    is_named = clause.names_case if "c" in frame.marks else clause.has_it or not set("iv") & set(frame.marks)
    is_bare = "v" in frame.marks and PLAIN in clause.said
    return match if is_named or is_bare else None


def _ordered(text: str, read: Sequence[Clause], at: int, frame: Frame, match: re.Match[str]) -> Ordered:
    slots = match.groupdict()
    name = next((one for one in ("who", "anyone", "level", "what", "case") if slots.get(one)), "")
    named = _source(text, read[at], match, name) if name else _implied(frame, match)
    said = _source(text, read[at], match, "text") or _JOIN.sub("", _source(text, read[at], match, "why"))
    told = _beside(text, read, at, said) if frame.order in _TOLD else ""
    if frame.order is Order.ASSIGN and named and read[at].end.startswith(":"):
        told = _span(text, read[at + 1 :])
    if frame.order is Order.ASSIGN and not named:
        named = _called(text, read)
    return Ordered(frame.order, named, told, "w" not in frame.marks)


def _implied(frame: Frame, match: re.Match[str]) -> str:
    """«Súbele la prioridad» names none: it is the high one."""
    if frame.order is not Order.PRIORITY:
        return ""
    verb = match.string[match.end("lead") :]
    return (
        "baja"
        if verb.startswith(("bajar", "despriorizar"))
        else "normal"
        if verb.startswith("quitar")
        else "alta"
    )


def _source(text: str, clause: Clause, match: re.Match[str], group: str) -> str:
    """What was written where a slot of the frame stands."""
    if not match.re.groupindex.get(group) or not match[group]:
        return ""
    first, last = (match.string[:at].count(" ") for at in match.span(group))
    words = clause.words[first:last]
    return text[words[0].start : words[-1].end] if words else ""


def _beside(text: str, read: Sequence[Clause], at: int, said: str) -> str:
    before = [one for one in read[:at] if not _FILLING.fullmatch(one.said)]
    after = [one for one in read[at + 1 :] if not _FILLING.fullmatch(one.said)]
    parts = [_span(text, before), said, _span(text, after)]
    return ". ".join(part.strip(" .,;:") for part in parts if part)


def _span(text: str, read: Sequence[Clause]) -> str:
    """With the signs at both ends."""
    if not read:
        return ""
    start, end = read[0].start, read[-1].stop
    behind = re.match(r"[?!)»%\"”…]*", text[end:])
    return text[len(text[:start].rstrip('¿¡(«"“')) : end + (behind.end() if behind else 0)]


def _is_for_person(text: str, read: Sequence[Clause], at: int) -> bool:
    """Whether the other clauses speak to whoever opened the case."""
    others = [plain(_span(text, [one])) for place, one in enumerate(read) if place != at]
    others += [
        plain(_span(text, read[at : at + 1])).partition(f" {join} ")[2] for join in ("que", "y", "porque")
    ]
    return any(map(speaks_to_person, others))
