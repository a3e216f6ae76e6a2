"""Where a message is cut: at its signs, around what reaches somebody, and before words that begin something else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from itgov_bot.patterns import regex

from ..people.contacts import Contact
from ..where.clauses import OTHER_CLAUSE

_SIGN = regex(
    r"[,;:!?¡¿\n()\"«»]|(?<!\batt)(?<!\batte)(?<!\bext)(?<!\bof)(?<!\bofc)(?<!\bofic)(?<!\btel)(?<!\bcel)(?<!\bdr)(?<!\bdra)(?<!\bing)(?<!\bsr)(?<!\bsra)(?<!\blic)"
    r"(?<!\b[^\W\d])\.(?=\s|$)|\s[-–—/|]+\s|\s[-–—](?=\w)",
    re.IGNORECASE,
)
_BEGINS_OTHER = regex(
    rf"(?<!\s)\s++(?=(?:{OTHER_CLAUSE}|(?:y|pero|porque|que|donde)\s+les?"
    r"|pero\s+(?:el|la|los|las|mi)|(?:y|porque)\s+(?:es(?!\s+(?:en|el|la)\b)|pas[oó]|empez\w+|desde|tampoco|tambi[eé]n|urge\w*|soy|el\s+(?:tel[eé]fono|contacto)|mi\s+\w+"
    r"|pregunt\w+|busqu\w+|ll[aá]m\w+|av[ií]s\w+|atiend\w+)"
    r"|(?:yo\s+)?soy|me\s+llamo|mi\s+nombre\s+es|pregunt\w+\s+por|el\s+contacto\s+es|quien\s+(?:lo|la|pide|solicita|reporta)"
    r"|con\s+(?:la|el)\s+(?:se[nñ]ora?|doctora?|dra?|ing\w*|jef[ea]))\b)",
    re.IGNORECASE,
)
"""Of an answer, which is hurried and has no signs: «piso 4 y eso fue hace rato», «presupuesto soy Luis»."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text between two signs; `is_contact` stands where a way to reach somebody was."""

    start: int
    end: int
    is_contact: bool = False


def pieces_of(text: str, contacts: Sequence[Contact], *, is_answer: bool) -> list[Piece]:
    """In their order, the empty ones left out."""
    others = list(_BEGINS_OTHER.finditer(text)) if is_answer else []
    cuts = sorted((sign.start(), sign.end(), False) for sign in [*_SIGN.finditer(text), *others])
    for contact in contacts:
        cuts = [cut for cut in cuts if cut[1] <= contact.start or cut[0] >= contact.end]
        cuts = sorted([*cuts, (contact.start, contact.end, True)])
    found, begin = list[Piece](), 0
    for start, end, is_contact in [*cuts, (len(text), len(text), False)]:
        if text[begin:start].strip():
            found.append(Piece(begin, start))
        found += [Piece(start, end, is_contact=True)] if is_contact else []
        begin = max(begin, end)
    return found
