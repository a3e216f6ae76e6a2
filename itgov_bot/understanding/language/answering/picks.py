"""One of several choices said in other words than its label: by its place in the list, by a word that it alone has, or
that it is none of them but something new."""

import re
from collections.abc import Sequence

from itgov_bot.patterns import regex

from ..folding import plain, word_set
from ..fuzzy import same_word
from ..time.clock import DAYS

MAX_PICK_WORDS = 6
"""What is longer tells something."""
MIN_TELLING = 3
"""Letters of a word that tells of a thing: «red»."""

_LEAD = (
    r"(?:(?:es|seria|era|creo que|yo creo que|pues|bueno|si|elijo|escojo|quiero|dame|deme|mejor|esa|ese|por|con|a ver"
    r"|puede ser|debe ser|lo mio es|la opcion|opcion|el numero|numero|el|la|lo) )*"
)
_TAIL = r"(?: (?:opcion|de (?:la lista|ellas|ellos|esas|esos|todas|todos)|por favor|porfa|gracias|pues|mismo|misma))*"
_PLACES: tuple[tuple[int, re.Pattern[str]], ...] = tuple(
    (place, regex(rf"{_LEAD}(?:{said}){_TAIL}"))
    for place, said in (
        (1, r"primer[oa]?|1r[oa]|1er[oa]?|(?<=la )uno|(?<=el )uno|(?<=opcion )un[oa]|(?:de|del) (?:arriba|principio)"),
        (2, r"segund[oa]|2d[oa]|(?<=la )dos|(?<=el )dos|(?<=opcion )dos"),
        (3, r"tercer[oa]?|3r[oa]|3er[oa]?|(?<=la )tres|(?<=el )tres|(?<=opcion )tres"),
        (4, r"cuart[oa]|(?<=la )cuatro|(?<=el )cuatro|(?<=opcion )cuatro"),
        (5, r"quint[oa]|(?<=la )cinco|(?<=el )cinco|(?<=opcion )cinco"),
        (-1, r"ultim[oa]|(?:de|del) (?:abajo|final)"),
    )
)  # fmt: skip
_MIDDLE = regex(rf"{_LEAD}(?:del? (?:la )?(?:medio|mitad|centro)){_TAIL}")

_NAMING = regex(r"\b(?:el|la|lo|los|las)(?: (?:que (?:dice|es|va)|de|del|por|con))+\b|\b(?:al|el de|la de)\b")
_COMPANY = word_set(
    """el la lo los las un una de del que por con al a en es seria era creo yo pues bueno si elijo escojo quiero mejor mi
    ese esa eso esta este esas esos estas estos dice va favor porfa gracias opcion fue ser puede debe cosa y tipo o"""
)

_MATTER = r"(?:cosa|caso|problema|asunto|tema|reporte|ticket|solicitud|vaina|dano|falla)"
_OTHER = r"(?:nuev[oa]|aparte|distint[oa]|diferente)"
_IS = r"(?:es|era|fue|seria)"
_NEW_LEAD = (
    r"(?:(?:no|si|ok|ah|ay|uy|hola|perdon|disculpe|pues|pero|bueno|creo que|yo creo que|eso|esto|lo mio|me equivoque"
    r"|que pena|abr\w+|cree|crear|quiero|ponga\w*|como|de|para|en|uno?|una|algo|todo|por) )*"
)
_DENIED = (
    rf"(?:eso )?no {_IS}(?: (?:de|del|para|en|a))?"
    rf" (?:ese|esa|eso|este|esta|mi|el|la|ahi|alli)(?: {_MATTER})?|eso no {_IS}"
)
_NEW = regex(
    rf"{_NEW_LEAD}(?:{_IS} {_NEW_LEAD})?(?:{_OTHER}(?: {_MATTER})?|{_MATTER} {_OTHER}"
    rf"|otr[oa](?: {_MATTER})?(?: {_OTHER})?|{_DENIED}){_TAIL}"
)


_ASTRAY = regex(
    r"(?:(?:ay|uy|ah|ups|no|perdon|disculpe|que pena|eso|esto|ese mensaje) )*"
    r"(?:me equivoque(?: de (?:caso|chat|persona|ventana|mensaje|grupo))?"
    r"|era para (?:el |la )?otr[oa](?: (?:caso|persona|usuari[oa]|companer[oa]|ticket))?"
    rf"|no (?:es|era|iba) para (?!hoy|ayer|manana|tanto|nada|todos|ahora|despues|eso|{'|'.join(DAYS)})[a-z]+){_TAIL}"
)
"""«No era para ella», of words that went to somebody."""


def is_something_new(text: str) -> bool:
    """«Es nuevo», «otro caso», «no es de ese»: none of those that are offered."""
    return len(text.split()) <= MAX_PICK_WORDS and _NEW.fullmatch(plain(text)) is not None


def was_another(text: str) -> bool:
    """«Era otra cosa», said of words that went astray; «otra cosa» alone only announces more."""
    is_new = is_something_new(text) and re.search(rf"\b{_IS}\b", plain(text))
    return bool(is_new or (len(text.split()) <= MAX_PICK_WORDS and _ASTRAY.fullmatch(plain(text))))


def position_said(text: str, count: int) -> int | None:
    """The place in a list of `count`, from 0: «el segundo», «la última», «el de arriba»; None when none is said."""
    said = plain(text)
    if len(said.split()) > MAX_PICK_WORDS:
        return None
    if _MIDDLE.fullmatch(said):
        return count // 2 if count % 2 else None
    place = next((place for place, way in _PLACES if way.fullmatch(said)), 0)
    at = count - 1 if place < 0 else place - 1
    return at if 0 <= at < count else None


def is_naming(text: str) -> bool:
    """«El de cable», «la que dice correo»: a thing pointed at by what it has."""
    return _NAMING.search(plain(text)) is not None


def label_meant(text: str, labels: Sequence[str]) -> int | None:
    """The place of the one label that has all the telling words of a text, where one of them is of it alone."""
    said = _telling(text)
    if not said or len(said) > MAX_PICK_WORDS:
        return None
    owners = [{at for at, label in enumerate(labels) if _has(label, word)} for word in said]
    common = set.intersection(*owners)
    return next(iter(common)) if len(common) == 1 else None


def likest_labels(text: str, labels: Sequence[str]) -> list[int]:
    """The places of those that have the most of the telling words of a text: more than half of them."""
    said = _telling(text)
    many = [sum(_has(label, word) for word in said) for label in labels]
    most = max(many, default=0)
    return [at for at, one in enumerate(many) if one == most] if 2 * most > len(said) else []


def _telling(text: str) -> list[str]:
    return [word for word in plain(text).split() if word not in _COMPANY]


def only_label_told_of(text: str, labels: Sequence[str]) -> int | None:
    """The place of the only label of which a text, however long, has a telling word that no other label has."""
    said = {word for word in plain(text).split() if len(word) >= MIN_TELLING and word not in _COMPANY}
    owners = [[at for at, label in enumerate(labels) if _has(label, word)] for word in said]
    told = {at[0] for at in owners if len(at) == 1}
    return next(iter(told)) if len(told) == 1 else None


def _has(label: str, word: str) -> bool:
    return any(same_word(word, one) for one in plain(label).split())
