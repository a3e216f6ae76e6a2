"""Reads an order in an agent's words: one of their clauses is one from end to end, and the others say why.

Whatever is no order may be for whoever opened the case; so may words that speak to them.
"""

import re
from collections.abc import Sequence

from ..folding import fold, plain, words_like
from .clauses import Clause, clauses
from .lexicon import FRAMES, Frame
from .order import NumberedOrder, Order, Ordered
from .verbs import PLAIN

MAX_CHARS = 400
"""Who writes more tells something."""
_TOLD = frozenset({Order.SOLVE, Order.WAIT, Order.CANCEL, Order.ESCALATE, Order.REOPEN, Order.NOTE, Order.ANSWER, Order.KEEP})
"""What is done with a sentence: what was done, what is awaited, why."""
_FIRST = (Order.KEEP, Order.ANSWER, Order.NOTE, Order.MERGE)
"""What stands behind these is told to somebody, and orders nothing."""
_LOOSE = frozenset("con por le les ya hasta mientras y ambos".split())
"""Joins of what is ordered of a number alone: «ciérrelo con la equis» may be said of a program."""
_TO_PERSON = words_like(
    r"""
    usted(?:es)?|suy[oa]s?|sus?|tus?|ti|contigo|(?:me|nos) (?:avis|cuent|dic|dig|escrib|confirm|mand|envi|pas|llam|copi)\w+
    (?:reinici|prueb|intent|entr|mir|revis|esper|confirm|verifi[cq]|ingres|digit|presion|oprim|ensay|apag|desconect|conect|guard|llam)(?:e|en|elo|ela)
    (?:vuelva|vuelvan|haga|abra|abran|salga|encienda|prenda|escriba|tenga|oprima)
    puede (?:entrar|ingresar|usar|probar|trabajar|imprimir|abrir|seguir|volver)|ya (?:le|te) (?:abre|sirve|funciona|deja|aparece|sale)
    (?:mi )?(?:don|dona|vecin[oa]|mi amor|su merced)
    """
)
_VOCATIVE = re.compile(r"(?:(?:hola|listo|buen[oa]s(?: dias| tardes)?|ok|si|no) )?(?:mi )?(?:senora?|seno|doctora?|ingeniera?|jefe|profe|vecin[oa])\b")
_FILLING = words_like(
    r"""
    (?:listo(?: el pollo)?|por fin|ay|uy|hola|oye|bueno|gracias|por favor|porfa|ok|ya|buen[oa]s(?: dias| tardes)?|me equivoque|jaja\w*|muchachos
    compañeros|caso|eso es todo|dale|no)
    """.replace("ñ", "n")
)
_ASKS_DESK = re.compile(r"(?:(?:se|me|lo|la|le|y|por favor|que|oye) )*(?:podemos|podrian|pueden|podriamos|puedes|se puede|puedo)\b")
_COLON = re.compile(r"\s*[:–—-]")


def order_in(text: str, names: Sequence[str] = ()) -> Ordered | None:
    """Of the case under whose card it was written. `names` are those by which agents are called."""
    read = clauses(text, names) if len(text) <= MAX_CHARS else []
    found = _best(text, read, of_numbers=False)
    return found[1] if found and not _is_for_person(text, read, found[0]) else None


def numbered_order(text: str, names: Sequence[str] = ()) -> NumberedOrder | None:
    """«Cerrar 2: se cambió el tóner», «el 12 y el 15 páselos a Darío»; a number of other things orders nothing:
    «cerrar 2 ventanas»."""
    read = clauses(text, names, with_numbers=True) if len(text) <= MAX_CHARS else []
    numbers = tuple(dict.fromkeys(number for one in read for number in one.numbers))
    found = _best(text, read, of_numbers=True) if numbers else None
    return NumberedOrder(found[1], numbers) if found else None


Found = tuple[int, Ordered]


def _best(text: str, read: Sequence[Clause], *, of_numbers: bool) -> Found | None:
    """The clause that is an order, and the order. Sure ones come before others, ones with what they name before ones
    without."""
    found = [
        (at, frame, match)
        for at, clause in enumerate(read)
        for frame in FRAMES
        if (match := _fits(clause, frame, of_numbers=of_numbers))
    ]
    told = [(at, _ordered(text, read, at, frame, match)) for at, frame, match in found]
    told = [(at, one) for (at, one), (_, frame, _) in zip(told, found, strict=True) if one.text or "t" not in frame.marks]
    if not told:
        return None
    at, best = max(told, key=lambda one: _rank(one[1]))
    return at, best


def _rank(one: Ordered) -> tuple[bool, bool, bool]:
    return one.order in _FIRST, one.is_sure, bool(one.named)


def _fits(clause: Clause, frame: Frame, *, of_numbers: bool) -> re.Match[str] | None:
    match = frame.words.fullmatch(f"{clause.said} ")
    if match is None or ("n" in frame.marks and not of_numbers):
        return None
    if of_numbers:
        return match
    if (match["why"] or " ").split()[:1] and match["why"] and match["why"].split()[0] in _LOOSE:
        return None
    if "?" in clause.end and not _ASKS_DESK.match(clause.said):
        return None
    is_named = clause.has_it or not set("iv") & set(frame.marks)
    is_bare = "v" in frame.marks and PLAIN in clause.said
    return match if is_named or is_bare else None


def _ordered(text: str, read: Sequence[Clause], at: int, frame: Frame, match: re.Match[str]) -> Ordered:
    slots = match.groupdict()
    name = next((one for one in ("who", "anyone", "level", "what", "case") if slots.get(one)), "")
    named = _source(text, read[at], match, name) if name else ""
    said = _source(text, read[at], match, "text") or _source(text, read[at], match, "why")
    told = _beside(text, read, at, said) if frame.order in _TOLD else ""
    return Ordered(frame.order, named, told, "w" not in frame.marks)


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
    words = [word for one in read for word in one.words]
    return text[words[0].start : words[-1].end] if words else ""


def _is_for_person(text: str, read: Sequence[Clause], at: int) -> bool:
    """Whether the other clauses speak to whoever opened the case."""
    others = [plain(_span(text, [one])) for place, one in enumerate(read) if place != at]
    return any(_TO_PERSON.search(one) or _VOCATIVE.match(one) for one in others)
