"""Where somebody is and how to reach them, read out of a sentence: «estoy en Aduana piso 2, cel 300 123 4567»."""

import re
from dataclasses import dataclass
from functools import lru_cache

from itgov_bot.patterns import regex

from ..cases.instead import corrects
from ..folding import OF_A_TURN, plain
from ..people.contacts import find_contacts, joined, without_references
from ..questions import is_clearly_asked
from ..where.place_told import bare_place, place_said

MAX_CHARS = 400
"""What is longer is a story, and is read by people."""


_NOT_THERE = regex(
    r"\b(?:ya\s+)?no\s+(?:es|era|queda|estoy|estamos)\s+en\s+[^.;!?]+?[\s,]+(?:sino\s+|pero\s+)?"
    r"(?=(?:es|estoy|estamos|queda|en)\b)",
    re.IGNORECASE,
)
"""«No es en la Aduana, es en Manga»."""


@dataclass(frozen=True, slots=True)
class Details:
    """What was found; None where there is nothing of the kind."""

    place: str | None = None
    contact: str | None = None

    def __bool__(self) -> bool:
        return bool(self.place or self.contact)


@lru_cache(OF_A_TURN)
def find_details(text: str) -> Details:
    """A place counts when it is said as one («estoy en …», «piso 2 …»); a contact when its figures have the shape of one."""
    if len(text) > MAX_CHARS or is_clearly_asked(text):
        return Details()
    contacts, rest = find_contacts(text), text
    for one in reversed(contacts):
        rest = f"{rest[: one.start]},{rest[one.end :]}"
    rest = _NOT_THERE.sub("", without_references(rest))
    corrected = bare_place(rest) if corrects(plain(rest)) else ""  # «me equivoqué, es la sala de juntas»
    return Details(place_said(rest) or place_said(corrected), joined(contacts))
