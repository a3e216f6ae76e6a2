"""Where somebody is and how to reach them, read out of a sentence: «estoy en Aduana piso 2, cel 300 123 4567»."""

import re
from dataclasses import dataclass

from .contacts import MIN_TELEPHONE_DIGITS, reads_as_contact, without_references
from .folding import fold, plain
from .places import has_place_word, is_named_first, names_a_place, tells_something, to_go_to
from .questions import is_clearly_asked
from .request_type import tells_a_fault

MAX_CHARS = 400
"""What is longer is a story, and is read by people."""
MAX_PLACE_CHARS = 120
MAX_BARE_WORDS = 7
"""Of a place that does not begin with its kind: «Aduana, piso 2»."""
_MAILBOX = re.compile(r"(?<![^\s@,;:])[^\s@,;:]+@[^\s@]+\.\w+")
_LABEL = (
    r"(?:(?:y\s+)?(?:a\s+)?(?:(?:el|mi|al|un|este|su|nuestro)\s+)?(?:n[uú]mero|tel[eé]fono|tel|cel(?:ular)?|m[oó]vil|whats?app"
    r"|wa|contacto|ext(?:ensi[oó]n)?|anexo|ll[aá]m[ea]\w*)\b\.?\s*(?:es|al?|de|:|#)?\s*){0,3}"
)
_TELEPHONE = re.compile(
    rf"(?P<label>{_LABEL})(?P<number>\+?\(?\d(?:[\s.()\-]{{0,2}}\d){{6,13}})(?!\d)", re.IGNORECASE
)
_SHORT = re.compile(
    r"(?P<label>(?:(?:y\s+)?(?:(?:el|mi|al|la)\s+)?(?:tel[eé]fono|tel|n[uú]mero|ext(?:ensi[oó]n)?|anexo)\b\.?\s*(?:es|:|#)?\s*(?:la|el)?\s*)+)"
    r"(?P<number>\d{2,6})\b",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"\b(?:(?:estoy|estamos|me encuentro|nos encontramos|queda|es|ubicad[oa]s?|aqu[ií]|ac[aá]|vengan|suban|bajen)\s+)"
    r"(?:(?:aqu[ií]|ac[aá]|ubicad[oa]s?)\s+)?(?:en|a)\s+(?P<place>[^.;!?\n]+)",
    re.IGNORECASE,
)
_LEFT_OVER = frozenset(["y", "desde", "con", "por", "a", "al", "en", "el", "la", "mi"])
_SIGNS = " \n\t,.;:-–¡!"
_REST = re.compile(
    r"(?<![\s,])[\s,]+(?:y|pero|porque|que|donde)\s+(?:no|ya|me|nos|se|hay|tengo|tenemos|est[aá]n?|aqu[ií]|necesit\w+)\b.*"
    r"|(?<![\s,.;])[\s,.;]+(?:y\s+)?(?:pregunt\w+|busqu\w+)\s+(?:por|a)\b.*",
    re.DOTALL | re.IGNORECASE,
)
"""What goes on after the place."""
_HEAD = re.compile(r"^(?:\s*(?:y|es|s[ií]|hola|aqu[ií]|ac[aá])[\s,]+)*\s*en\s+", re.IGNORECASE)
_CODE = re.compile(
    r"\b(?:error|codigo|placa|serial|serie|inventario|ip|cedula|cc|nit|radicado|version|windows|office)\b"
)


@dataclass(frozen=True, slots=True)
class Details:
    """What was found; None where there is nothing of the kind."""

    place: str | None = None
    contact: str | None = None

    def __bool__(self) -> bool:
        return bool(self.place or self.contact)


def find_details(text: str) -> Details:
    """A place counts when it is said as one («estoy en …», «piso 2 …»); a contact when it has enough digits for it."""
    if len(text) > MAX_CHARS or is_clearly_asked(text):
        return Details()
    contact, rest = _contact(without_references(text))
    place = _place(rest)
    return Details(to_go_to(place) if place else None, contact)


def _contact(text: str) -> tuple[str | None, str]:
    """The way to reach them, and the words without it."""
    if found := _MAILBOX.search(text):
        return found[0].rstrip("."), text[: found.start()] + "," + text[found.end() :]
    found = _TELEPHONE.search(text) or _SHORT.search(text)
    if found is None or _CODE.search(fold(text[: found.start("number")])):
        return None, text
    is_extension = "ext" in fold(found["label"]) or "anexo" in fold(found["label"])
    number = re.sub(r"\D", "", found["number"]) if not found["number"].startswith("+") else found["number"]
    if not is_extension and len(number) < MIN_TELEPHONE_DIGITS:
        return None, text
    contact = f"ext. {number}" if is_extension else number
    return contact, text[: found.start()] + "," + text[found.end() :]


def _place(text: str) -> str | None:
    if found := _WHERE.search(text):
        named = _tidy(found["place"])
        is_told = tells_something(named) or tells_a_fault(named)
        return named if named and not is_told and _is_short(named) else None
    named = _tidy(text)
    is_said = is_named_first(named) or (has_place_word(named) and len(named.split()) <= MAX_BARE_WORDS)
    is_place = is_said and names_a_place(named) and not (tells_something(named) or tells_a_fault(named))
    return named if is_place and _is_short(named) else None


def _tidy(text: str) -> str:
    """Without what stood between the place and the telephone."""
    words = _REST.sub("", _HEAD.sub("", text)).strip(_SIGNS)
    while (cut := words.rpartition(" "))[2].lower() in _LEFT_OVER:
        words = cut[0].strip(_SIGNS)
    return words


def _is_short(named: str) -> bool:
    return len(named) <= MAX_PLACE_CHARS and len(plain(named).split()) <= 16 and not reads_as_contact(named)
