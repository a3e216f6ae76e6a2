"""Floors and offices by their number: they complete the name of a dependencia, and are no place by themselves."""

import re
from functools import lru_cache

from itgov_bot.patterns import regex

from ..folding import OF_A_TURN, plain

NUMBER = (
    r"(?:\d{1,4}(?:er|ro|do|to|vo|mo)?[a-z]?|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)"
)
_KINDS = r"piso|oficina|ventanilla|cubiculo|modulo|bloque|torre|salon|consultorio"
ORDINAL = (
    r"(?:primer|segundo|tercer|cuarto|quinto|sexto|septimo|octavo|noveno|decimo|ultimo|[uú]ltimo|s[eé]ptimo|d[eé]cimo"
    r"|\d{1,2}(?:er|ro|do|to|vo|mo|st|nd|rd|th))"
)
NUMBERED_PLACE = rf"(?:(?:{ORDINAL}) (?:piso|floor)|(?:{_KINDS}) (?:(?:numero|nro|no) )?{NUMBER})"
_LED = (
    r"(?:ah|ay|uy|y|no|si|ok|sorry|ups|bueno|pues|perdon|disculpe|disculpa|oiga|oye|mejor|dicho|digo"
    r"|corrijo|quise decir|me equivoque|me confundi|me"
    r"|espere"
    r"|es|era|seria|esta|queda|quedamos|estoy|estamos|me encuentro|nos encontramos|ubicad[oa]s?|trabajo|en|el|la|del|mi"
    r"|aqui|aca|alla|ahi|ahora|realmente|hoy|ponga(?:le)?|anote|agregue(?:le)?|vengan|suban|al|a|pero)"
)
_AFTER = r"(?:hoy|por favor|porfa|gracias|mejor|ahora|si|aqui|es)"
_NOT = rf"(?:y )?no (?:es |era |en )?(?:el |la )?(?:(?:{_KINDS}) )?{NUMBER}"
FLOORS = regex(NUMBERED_PLACE)
_ALONE = regex(
    rf"(?:{_LED} )*{NUMBERED_PLACE}(?: (?:(?:y|en|el|la|del|de la) )*{NUMBERED_PLACE})*(?: {_AFTER})*"
)
_NUMBER_IS = regex(
    rf"(?:{_LED} )*(?P<kind>{_KINDS}) (?:correct[oa] )?(?:(?:es|era|seria|queda) )*(?:en )?"
    rf"(?:(?:el|la) )?(?P<number>{NUMBER}|{ORDINAL})"
)
_DENIED_FIRST = regex(
    rf"(?:{_LED} )*?no (?:es |era )?(?:(?:el|la) )?(?P<kind>{_KINDS}) {NUMBER} (?:(?:sino|es|que|pero) )*(?:(?:el|la) )?"
    rf"(?P<number>{NUMBER})"
)
_MISTAKEN = regex(
    rf"(?:{_LED} )*?(?:equivoque|confundi) de (?P<kind>{_KINDS}) (?:(?:es|era|seria|en) )*"
    rf"(?:(?:el|la) )?(?P<number>{NUMBER})"
)
_DENIED_AFTER = regex(
    rf"(?:{_LED} )*?(?P<number>{NUMBER}) (?:y )?no (?:es |era |en )?(?:(?:el|la) )?(?P<kind>{_KINDS}) {NUMBER}"
)
_DENIED_LAST = regex(rf" (?:{_NOT})$")
_SHORT = (
    (regex(r"\b(?:ofc?i?c?n?a?|offi?c?)\b\.?\s*(?=\d)", re.IGNORECASE), "oficina "),
    (regex(r"(?<![\w/.-])p\.?\s?(?=\d{1,2}(?![\w/:-]))", re.IGNORECASE), "piso "),
    (regex(r"\bp(?:so|is)\b\.?(?=\s*\w)", re.IGNORECASE), "piso"),
    (regex(r"\b(?:secre|sec|sria|scria|srio)\b\.?(?=\s+(?:de|del)\b)", re.IGNORECASE), "secretaría"),
)


def spelled(text: str) -> str:
    """With the short ways of writing offices and floors in full: «ofc 301», «of. 301», «pso 2», «secre de hacienda»."""
    for short, whole in _SHORT:
        text = short.sub(whole, text)
    return text


@lru_cache(OF_A_TURN)
def floor_said(text: str) -> str | None:
    """The floor or office, tidy, where words tell nothing else: «ah y estoy en el piso 4», «el piso es el 5, no el 3»."""
    said = plain(spelled(text))
    if denied := _DENIED_FIRST.fullmatch(said) or _MISTAKEN.fullmatch(said) or _DENIED_AFTER.fullmatch(said):
        return f"{denied['kind']} {denied['number']}"
    said = _DENIED_LAST.sub("", said)
    if _ALONE.fullmatch(said):
        return ", ".join(found[0] for found in FLOORS.finditer(said))
    number = _NUMBER_IS.fullmatch(said)
    if number is None:
        return None
    is_ordinal = re.fullmatch(ORDINAL, number["number"]) is not None
    return ("{number} {kind}" if is_ordinal else "{kind} {number}").format_map(number.groupdict())


def numbered_place(kind: str, number: str) -> re.Pattern[str] | None:
    """What finds «piso 3» in folded text, also as «3er piso»; None where they name no such place."""
    if not number.isdigit() or re.fullmatch(_KINDS, kind) is None:
        return None
    return regex(
        rf"\b{kind} (?:(?:numero|nro|no)\.? )?0*{number}\b|\b0*{number}(?:er|ro|do|to|vo|mo) {kind}\b"
    )


def kind_of(floor: str) -> str:
    """«piso» of «segundo piso», «oficina» of «oficina 12»."""
    return "piso" if re.search(r"\b(?:piso|floor)\b", floor) else floor.split()[0]


def of_kind(kind: str) -> re.Pattern[str]:
    numbered = rf"{kind} (?:(?:numero|nro|no)\.? )?{NUMBER}\b"
    ordinal = rf"|(?<!\w){ORDINAL} (?:piso|floor)\b" if kind == "piso" else ""
    return regex(rf"\b{numbered}{ordinal}", re.IGNORECASE)
