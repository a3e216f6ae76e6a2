"""What an agent orders of a case in words, in an answer to its card: «asígnalo a Ana», «ciérralo: ya quedó».

Narrow on purpose: whatever is no order goes to whoever opened the case. An order begins with its verb, or with what the
case becomes and a colon.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from itgov_bot.domain.tickets.ticket import Priority

from .folding import fold, word_set


class Order(StrEnum):
    TAKE = "take"
    HAND = "hand"
    """To a colleague, or to another service: by who or what is named."""
    ASSIGN = "assign"
    SERVICE = "service"
    PRIORITY = "priority"
    SOLVE = "solve"
    WAIT = "wait"
    RESUME = "resume"
    CANCEL = "cancel"
    ESCALATE = "escalate"
    MERGE = "merge"
    REOPEN = "reopen"
    UNDO = "undo"
    KEEP = "keep"
    """What was just written is to be an answer at hand."""


@dataclass(frozen=True, slots=True)
class Ordered:
    """`rest` is what stood behind it, as it was written: whom to, what was done, why."""

    order: Order
    rest: str = ""


_LO = r"(?:l[oae]s?|sel[oa]s?)"
_KEEP = r"guard(?:a|e)(?:la|lo)?(?: (?:esta|esa|la|mi|una))?(?: como)? respuesta(?: guardada)?|guardar (?:una )?respuesta"
_HEADS: tuple[tuple[Order, str], ...] = (
    (Order.KEEP, _KEEP),
    (Order.UNDO, r"deshaz(?:lo)?|deshaga(?:lo)?|deshacer"),
    (
        Order.TAKE,
        r"(?:yo )?(?:lo|la|me lo|me la) (?:tomo|quedo)(?: yo)?|(?:asigna|asigne|pasa|pase)mel[oa]|asigna(?:lo|la|selo) a mi",
    ),
    (
        Order.PRIORITY,
        rf"(?:(?:pon|pong|sub|baj|cambi|dej)(?:a|e|an|en)?(?:{_LO}|les?)? )?(?:(?:a|en|con|de|la) )*"
        r"prioridad(?: a| en| como)?",
    ),
    (
        Order.PRIORITY,
        rf"(?:pon|pong|marc|marqu|dej|clasifi[cq]u?)(?:a|e|an|en)?{_LO}(?: como)?(?: muy)?(?= (?:urgente|alta|media|baja)$)",
    ),
    (
        Order.SERVICE,
        r"(?:cambi|correg|corrig|corrij|pon)\w*(?: el| de| del)? servicio(?: a| al| por| en)?(?: de| del)?",
    ),
    (Order.SERVICE, rf"(?:re)?clasifi(?:ca|que|quen){_LO} (?:en|como)"),
    (
        Order.ASSIGN,
        rf"(?:re)?asign(?:a|e|en|ar)(?:{_LO})?(?: el caso)? a|pon(?:l[oa]|gal[oa]) a nombre de"
        r"|que (?:lo|la) (?:tome|atienda|vea|coja|tenga|haga|mire|revise)",
    ),
    (
        Order.HAND,
        rf"(?:(?:pas|transfier|transfir|remit|direccion|traslad)(?:a|e|en){_LO}|(?:mand|envi|entregu?|d)(?:a|e|en)sel[oa]s?)"
        r" (?:a|al|para)(?: (?:el )?(?:area|equipo|grupo|gente|servicio)(?: de)?)?",
    ),
    (
        Order.SOLVE,
        rf"(?:cierr|resuelv|solucion|finali[cz])(?:a|e|en){_LO}|(?:lo|la) (?:cierro|resuelvo|doy por (?:resuelt|cerrad)[oa])"
        rf"|(?:da|de|den|dar){_LO} por (?:resuelt|cerrad|solucionad|terminad)[oa]",
    ),
    (Order.WAIT, rf"(?:(?:pon|ponga|dej|deja|deje)(?:{_LO})? |queda )?en espera(?: de| por)?"),
    (Order.RESUME, r"quit(?:a|e|en)(?:lo|la|le)? (?:de )?(?:la )?espera"),
    (Order.CANCEL, rf"(?:cancel|anul)(?:a|e|en){_LO}"),
    (Order.ESCALATE, rf"escal(?:a|e|en){_LO}"),
    (
        Order.MERGE,
        rf"(?:junt|fusion|un)(?:a|e|en){_LO}(?: con| al| a)?(?: el| caso)*"
        r"|(?:(?:est[eo]|es[eo]|este caso) )?es (?:(?:el|lo) mismo que|igual al?|duplicado del?|repetido (?:del?|con))"
        r"(?: el| caso)*",
    ),
    (Order.REOPEN, rf"reabr(?:e|a|an){_LO}"),
)
_MARKED: tuple[tuple[Order, str], ...] = (
    (Order.SOLVE, r"(?:queda )?(?:resuelt[oa]|solucionad[oa]|cerrad[oa]|resolver)"),
    (Order.CANCEL, r"(?:cancelad[oa]|anulad[oa]|cancelar|anular)"),
    (Order.ESCALATE, r"(?:escalad[oa]|escalar)"),
    (Order.KEEP, _KEEP),
    (Order.SERVICE, r"servicio"),
    (Order.ASSIGN, r"(?:asignad[oa]|asignar)(?: a)?"),
)
"""What is an order with a colon behind it alone: «resuelto: …»."""
_LEAD = r"(?:(?:por favor|porfa|porfavor|ya|listo|ok|dale) )*"
_PATTERNS = [(order, re.compile(rf"{_LEAD}(?:{head})(?= |$)")) for order, head in _HEADS]
_WITH_COLON = [(order, re.compile(rf"{_LEAD}(?:{head})")) for order, head in _MARKED]
_JOINS = re.compile(r"^[\s:,.;–—-]+")
_WITH_SENTENCE = frozenset({Order.SOLVE, Order.CANCEL, Order.ESCALATE, Order.REOPEN})
"""What stands behind these is a sentence of its own: «ciérrelo y vuelva a abrirlo» is said of a program."""
_ALONE = frozenset({Order.KEEP, Order.UNDO, Order.TAKE, Order.RESUME})
_TELLS = word_set("ya porque se era fue quedo")
"""How such a sentence begins where no colon stands before it."""
PRIORITY_WORDS = {
    **{one.value: one for one in Priority},
    "alta": Priority.HIGH,
    "media": Priority.NORMAL,
    "baja": Priority.LOW,
    "urgente": Priority.URGENT,
}


def order_in(text: str) -> Ordered | None:
    """None for words that order nothing: they are for whoever opened the case."""
    before, colon, after = text.partition(":")
    if colon and after.strip():
        for order, head in _WITH_COLON:
            if head.fullmatch(_folded(before)):
                return Ordered(order, after.strip())
    if "?" in text:
        return None
    words = text.split()
    said = " ".join(_folded(one) or "-" for one in words)
    found = ((order, match) for order, head in _PATTERNS if (match := head.match(said)))
    longest = max(found, key=lambda one: one[1].end(), default=None)
    return _ordered(words, *longest) if longest else None


def _ordered(words: list[str], order: Order, match: re.Match[str]) -> Ordered | None:
    used = len(match[0].split())
    rest = _JOINS.sub("", " ".join(words[used:])).strip()
    if order is Order.PRIORITY:
        return _priority(match[0], rest)
    if rest and order in _ALONE:
        return None
    if rest and order in _WITH_SENTENCE and not _is_told(words[used - 1], rest, order):
        return None
    return Ordered(order, rest)


def _priority(said: str, rest: str) -> Ordered | None:
    """«Súbele la prioridad» names none: it is the high one."""
    named = _folded(rest).split()
    implied = "alta" if said.startswith("sub") else "baja" if said.startswith("baj") else ""
    word = named[0] if named else implied
    return Ordered(Order.PRIORITY, word) if word in PRIORITY_WORDS else None


def priority_named(text: str) -> Priority | None:
    """«Alta», «prioridad baja»; None for anything else."""
    words = [one for one in _folded(text).split() if one != "prioridad"]
    return PRIORITY_WORDS.get(words[0]) if len(words) == 1 else None


_COORDINATOR = re.compile(
    r"(?:(?:a|al|el|la|quien|los|las) )*(?:coordina\w*|jef[ea]s?|lider(?:es)?|supervisor\w*)"
)


def names_coordinator(text: str) -> bool:
    return _COORDINATOR.fullmatch(_folded(text)) is not None


def _is_told(last_of_head: str, rest: str, order: Order) -> bool:
    if last_of_head[-1] in ":-–—":
        return True
    first = _folded(rest.split()[0])
    return first in _TELLS or (order is Order.ESCALATE and first in ("a", "al"))


def _folded(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", fold(text)))
