"""What somebody tells of themselves alone: who they are and where; that they moved, or have another telephone."""

import re
from dataclasses import dataclass

from itgov_bot.patterns import regex

from ..folding import plain
from ..questions import is_question
from ..request_type import is_told_or_asked, tells_a_fault
from .contacts import find_contact

MAX_WORDS = 25
"""What is longer tells more than that."""

_SPEAKS = regex(
    r"\b(?:(?:yo )?soy|somos|me llamo|mi nombre (?:completo )?es|(?:le|les|te) (?:habla|escribe|saluda)|trabajo|laboro"
    r"|(?:estoy|estamos|me encuentro|nos encontramos|es|queda) (?:aqui |aca |ubicad\w+ )?(?:en|por)|aqui en|aca en)\b"
)
_WHERE = r"(?:oficina|lugar|sitio|ubicacion|dependencia|secretaria|sede|piso|puesto|area|edificio|despacho|direccion)"
_REACH = r"(?:celular|cel|telefono|tel|numero|contacto|extension|ext|correo|mail|whatsapp|movil)"
_OWN = r"(?:(?:mi|mis|el|la|los|de|del|nuestr[oa]) ){0,2}"
_MOVES = r"(?:cambi|traslad|pas|mud|movi|reubic|mand)\w+"
_MOVED = (
    rf"(?:me|nos) {_MOVES} (?:de |d )?(?:la |otra |el |otro |mi )?{_WHERE}"
    rf"|(?:me|nos) {_MOVES} (?:a|al|para|pa) (?:la |el )?(?={_WHERE})"
    rf"|(?:cambie|cambiamos|me cambie|me mude|me traslade|me pase) (?:de|d) (?:la |el )?{_WHERE}"
    r"|ya no (?:estoy|estamos|trabajo) (?:en|por)\b.*\b(?:ahora|sino)"
)
_RENUMBERED = (
    rf"(?:cambie|cambiamos|me cambiaron|cambio) (?:de |d |mi |el |la ){{1,2}}{_REACH}"
    rf"|(?:tengo|este es mi|es mi) (?:otro|nuevo|otra|nueva) {_REACH}"
)
_ORDERS = (
    r"(?:cambi[eao]r?|actuali[cz]\w+|corrij\w+|corregir|modifi\w+|quiero cambiar|ponga)(?:me|le)? "
    rf"{_OWN}(?:{_WHERE}|{_REACH})"
)
_IS_NOW = rf"mi nuev[oa] (?:{_WHERE}|{_REACH})|mi (?:{_WHERE}|{_REACH}) (?:nuev[oa] |ahora )+(?:es|queda)"
_LEAD = (
    r"(?:(?:hola|buen[oa]s|dias|tardes|noches|oiga|oye|por favor|porfa|mire|es que|que|les cuento|le cuento|pues|bueno|ya"
    r"|aja|ahora|quiero|quisiera|necesito|me puede|pueden|y) )*"
)
_CHANGED = regex(rf"{_LEAD}(?:{_MOVED}|{_RENUMBERED}|{_ORDERS}|{_IS_NOW})")
_PLACED = regex(rf"\b{_WHERE}\b|\bya no\b")
_WANTS = regex(
    r"\b(?:necesit\w+|requier\w+|solicit\w+|ayud\w+|vengan|instal\w+|traslad(?:ar|en|o)\b|conect\w+|punto de red"
    r"|mi (?:equipo|computador|pc|impresora)|no (?:tengo|hay|me|nos|puedo|sirve|funciona)|caso|saus)\b"
)
"""It is asked for something because of it."""
_NOW = regex(
    r"\b(?:ahora|quedo|queda|quede|quedamos|para|pa|a|al|por|es|en)\b"
    r"(?:\s+(?:ahora|es|est(?:oy|amos)|en|a|la|el|el nuevo|es la|trabajo))*\s+",
    re.IGNORECASE,
)


_MINE = regex(
    r"\b(?:me|mi|mis|mi[oa]s?|nos|nuestr[oa]s?|yo|conmigo|tengo|tenemos|necesit\w+|quier[oe]|quisier\w+|puedo|podemos"
    r"|cual es|como (?:hago|hacemos|pido|se)|solicit\w+|hay)\b"
)
_CASE = regex(r"\b(?:(?:el|al|del|los|las) (?:caso )?\d{1,6}|casos?|tickets?)\b")


@dataclass(frozen=True, slots=True)
class ChangeOfData:
    """`where`: the words behind which the new place stands, "" when none do. `contact`: the new way to reach them."""

    where: str = ""
    contact: str | None = None


def is_own_matter(text: str) -> bool:
    """Whether words tell of a problem or a wish of who writes, and of no case by its number: «no me abre», «mi mouse»."""
    said = plain(text)
    return _MINE.search(said) is not None or (tells_a_fault(text) and _CASE.search(said) is None)


_FOR_ME = regex(r"\b(?:(?:a|para|pa) mi(?! \w+ (?:no|le)\b)|el mio|la mia|necesito|yo)\b")


def is_for_oneself(text: str) -> bool:
    """«A mí no me abre el correo», «necesito un mouse para mí», of who told of somebody else before."""
    return _FOR_ME.search(plain(text)) is not None and is_told_or_asked(text)


def speaks_of_oneself(text: str) -> bool:
    """«Soy …», «estoy en …», «es en …»."""
    return _SPEAKS.search(plain(text)) is not None


def change_of_data(text: str) -> ChangeOfData | None:
    """«Me cambiaron de oficina, ahora estoy en …», «cambié de celular, es el …», «cambie mi lugar a …»; None for a fault,
    a question, or a request that comes with it."""
    said = plain(text)
    begins = _CHANGED.match(said)
    if begins is None or len(said.split()) > MAX_WORDS or is_question(text) or tells_a_fault(text):
        return None
    if _WANTS.search(said):
        return None
    contact = find_contact(text)
    rest = f"{text[: contact.start]} {text[contact.end :]}" if contact else text
    is_where = _PLACED.search(begins[0]) or (begins.end() < len(said) and _PLACED.match(said, begins.end()))
    return ChangeOfData(_behind(rest, begins[0]) if is_where else "", contact.value if contact else None)


def _behind(text: str, begins: str) -> str:
    """What stands after the words that tell of a change, without those that lead to it: «ahora estoy en …»."""
    rest = " ".join(text.split()[len(begins.split()) :]).strip(" ,.;:")
    last = None
    for last in _NOW.finditer(f"{rest} "):
        if last.start() == 0 or rest[last.start() - 1] in " ,.;:":
            break
    return rest[last.end() :].strip(" ,.;:") if last else rest
