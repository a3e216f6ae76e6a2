"""A ticket that an agent opens for somebody else: «caso para Rosa Pérez, por llamada: …», and the way in which it came."""

import re
from collections.abc import Sequence

from itgov_bot.domain.tickets.ticket import CameBy
from itgov_bot.patterns import regex

from ..folding import plain
from ..known import NOTHING_KNOWN, Known
from ..request_type import tells_a_fault
from .introduction import Introduction, introduction

MAX_CHARS = 1000
"""Who writes more tells something."""

_ASKED = regex(
    r"\W{0,9}(?:(?:por favor|quiero|necesito|hay que|voy a|para)\s+)?"
    r"(?:(?:[aá]br\w+|cre\w+|registr\w+|pon\w*|reportar?)\s+)?(?:un |el |otro )?(?:caso|ticket)\s+"
    r"(?:para|de parte de|a nombre de|por)\s+(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_OPEN = r"(?:[aá]br|cr[eé]|reg[ií]str|p[oó]ng)\w*les?\s+(?:(?:un|el|otro) )?(?:caso|ticket)"
_ASKED_OF = regex(
    rf"\W{{0,9}}(?:por favor\s+)?{_OPEN}\s+(?:a(?=\s)|al)\s+(?P<rest>.+)", re.IGNORECASE | re.DOTALL
)
_WAY = (
    r"(?P<way>(?:(?:me|nos)\s+)?(?:acab[aóo] de (?:llamar|venir|llegar|escribir|hablar con)|est[aá] llamando|llam[oó]|vino"
    r"|lleg[oó]|habl[eé] con|escribi[oó](?:\s+(?:por|al|en)\s+(?:el\s+)?(?:whats?app|wasap|wasa|guasap|correo))?))"
    r"(?:me|nos)?"
)
_HERE = r"(?:\s*\b(?:aqu[ií]|ac[aá]|(?:a|en) (?:la|el|mi) (?:oficina|mesa|puesto|ventanilla)))?"
_ORDERED = (
    rf"(?:{_OPEN}|(?:an[oó]t|reg[ií]str|[aá]br|m[oó]nt)[ae](?:l[oae]s?|sel[oa]s?)?\b(?: (?:un|el) caso)?)"
)
_AND_ORDER = (
    rf"(?P<ordered>[\s,;.]+(?:y\s+)?{_ORDERED}(?:\W|por favor|porfa|y (?:yo )?l[oa] (?:cojo|tomo|atiendo))*)?"
)
_TITLE = r"(?:(?:don|do[nñ]a|la|el|se[nñ]ora?|doctora?|dra?|inge\w*)\.?\s+){0,4}"
_NAME = r"(?!(?:que|q|del?|porque|por|a|y)\b)[^\W\d_]+"
_WHO = rf"{_TITLE}{_NAME}(?:\s+{_NAME}){{0,3}}(?:\s+del?\s+[^,;.:]+?)?"
_WHY = r"(?:\s*,|\s*\by\b|\s*\b(?=(?:que|q|porque|por|a decir)\b))\s*(?P<why>.+?)"
_ALL = re.IGNORECASE | re.DOTALL
_ONE_MORE = regex(rf"\W{{0,9}}(?:y\s+)?(?:uno|otro)\s+para\s+(?P<who>{_WHO}){_WHY}", _ALL)
_CAME = regex(rf"\W{{0,9}}{_WAY}\s+(?P<who>{_WHO}){_HERE}{_WHY}{_AND_ORDER}", _ALL)
_WHO_CAME = regex(rf"^\W{{0,9}}(?P<who>{_WHO}),?\s*\b{_WAY}{_HERE}{_WHY}{_AND_ORDER}", _ALL)
"""«Llamó la doctora Martha, que no le imprime, ábrale caso»; «doña Julia de Archivo llamó que no tiene internet»."""
_SOMEBODY = regex(
    r"\bun[ao]?\s+(?:muchach[oa]|se[nñ]or[a]?|funcionari[oa]|compa[nñ]er[oa]|pelad[oa]|joven|doctora?)(?P<of>\s+del?\s+[^,;.:]+?)?"
    rf"(?:,|\s+que se llama)\s*(?P<name>{_NAME}(?:\s+{_NAME}){{0,3}})\s*(?=,)",
    re.IGNORECASE,
)
"""«Un muchacho de Jurídica, Pedro Páez»."""
_THAT = regex(r"^(?:a decir\s+)?(?:q(?:ue)?|porque|por)\s+", re.IGNORECASE)
_IS_NEW = regex(
    r"\b(?:necesita|pide|pregunta|quiere|solicita|requiere)\b"
    r"|\b(?:tampoco|no) (?:se )?(?:le|la|lo|puede|pudo|deja)\b|^por (?:el|la|lo|un|una|problemas?|fallas?)\b"
)
_IS_THING = regex(
    r"(?:[Ee]l|[Ll]a)\s+(?!(?:do[nñ]a?|se[nñ]ora?|doctora?|dra?|inge\w*|profe\w*|jef[ea])\b)[^\W\dA-ZÁÉÍÓÚÑ]"
)
"""«Llegó el repuesto»."""
_IS_OLD = regex(r"\b(?:ya (?:le |se )?(?!no)\w+|(?:su|el|del) caso|gracias|como va|cuando (?:van|va|le))\b")
"""Who calls may ask after what they reported."""
_WAYS: tuple[tuple[CameBy, re.Pattern[str]], ...] = tuple(
    (came_by, regex(rf"(?<![\s,;(])[\s,;(]*\b(?:{words})\b[\s)]*", re.IGNORECASE))
    for came_by, words in (
        (
            CameBy.WHATSAPP,
            r"(?:(?:me |nos )?(?:escrib\w+|lleg\w+)\s+)?(?:por|al|en)\s+(?:el )?(?:whats?app|wasap|wasa|guasap)",
        ),
        (
            CameBy.CALL,
            r"por\s+(?:una )?(?:llamada|tel[eé]fono|cel(?:ular)?)"
            r"|(?:que |quien )?(?:me|nos) (?:acaba de llamar|llam[oó]|llama|est[aá] llamando)"
            r"|llam[oó](?: (?:que|q)\b| (?=(?:a decir|para|porque)\b))|(?:acaba de llamar|llam[oó]|est[aá] llamando)$",
        ),
        (
            CameBy.IN_PERSON,
            r"en persona|acaba de (?:venir|llegar)$|(?:por|en) (?:la |nuestra )?ventanilla(?! (?:\d|n[uú]mero|[uú]nica))"
            r"|personalmente|presencial(?:mente)?|en (?:el )?pasillo|(?:que |quien )?(?:vino|lleg[oó])"
            r"(?: (?:aqu[ií]|ac[aá]|a la (?:oficina|mesa)))?",
        ),
        (CameBy.MAIL, r"(?:(?:me |nos )?escribi[oó]\s+)?por (?:el )?(?:correo|e-?mail)"),
    )
)


_OF_ONE = regex(r"\b(?:no|tampoco|ni)(?: se)? (?:le|la|lo)\b")
_OF_THEM = regex(r"\ble\b", re.IGNORECASE)


def tells_of_one(text: str) -> bool:
    """«No le coge el wifi»: of whoever it is told for, and of nobody else so far."""
    return _OF_ONE.search(plain(text)) is not None


def in_their_words(text: str) -> str:
    """«No le abre el correo» as whoever it is told for would say it; nobody tells of many in this way."""
    return _OF_THEM.sub("me", text)


def asked_for_somebody(text: str) -> str | None:
    """What stands after «abrir caso para», whether it is a person or not; None when the words ask for no such thing."""
    short = _SOMEBODY.sub(r"\g<name>\g<of>", text) if len(text) <= MAX_CHARS else ""
    came = _CAME.fullmatch(short) or _WHO_CAME.fullmatch(short)
    if came and (came["ordered"] or (_is_new(came["why"]) and not _IS_THING.match(came["who"]))):
        return f"{came['who'].strip(' ,')}, {_THAT.sub('', came['why'].strip(' ,;.'))}, {came['way']}"
    more = _ONE_MORE.fullmatch(short)
    if more and _is_new(more["why"]):
        return f"{more['who'].strip(' ,')}, {_THAT.sub('', more['why'].strip(' ,;.'))}"
    asked = _ASKED.fullmatch(text) or _ASKED_OF.fullmatch(text)
    return asked["rest"].strip() if asked else None


def _is_new(why: str) -> bool:
    """What somebody called for is something that fails, or is wanted."""
    said = plain(why)
    return not _IS_OLD.search(said) and (tells_a_fault(why) or _IS_NEW.search(said) is not None)


def came_by(text: str) -> tuple[CameBy | None, str]:
    """The way in which it came, as the words tell, and the words without it."""
    for way, words in _WAYS:
        if found := words.search(text):
            return way, f"{text[: found.start()]}, {text[found.end() :]}".strip(" ,")
    return None, text


def told_of(text: str, offices: Sequence[str], known: Known = NOTHING_KNOWN) -> Introduction:
    """Of whom the words speak, and what of: «Rosa Pérez de Hacienda piso 2, ext 4521: no le imprime».

    `matter` is empty when nothing is told of it.
    """
    read = introduction(f"soy {text}", offices, known)
    is_all = read.matter == f"soy {text}"
    return Introduction("" if is_all else read.matter, read.name, read.place, read.contact)
