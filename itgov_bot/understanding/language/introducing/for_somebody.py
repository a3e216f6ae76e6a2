"""A ticket that an agent opens for somebody else: «caso para Rosa Pérez, por llamada: …», and the way in which it came."""

import re
from collections.abc import Sequence

from itgov_bot.domain.tickets.ticket import CameBy

from ..folding import plain
from ..known import NOTHING_KNOWN, Known
from .introduction import Introduction, introduction

_ASKED = re.compile(
    r"\W{0,9}(?:(?:por favor|quiero|necesito|hay que|voy a|para)\s+)?"
    r"(?:(?:[aá]br\w+|cre\w+|registr\w+|pon\w*|reportar?)\s+)?(?:un |el |otro )?(?:caso|ticket)\s+"
    r"(?:para|de parte de|a nombre de|por)\s+(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_OPEN = r"(?:[aá]br|cr[eé]|reg[ií]str|p[oó]ng)\w*les?\s+(?:(?:un|el|otro) )?(?:caso|ticket)"
_ASKED_OF = re.compile(
    rf"\W{{0,9}}(?:por favor\s+)?{_OPEN}\s+(?:a(?=\s)|al)\s+(?P<rest>.+)", re.IGNORECASE | re.DOTALL
)
_CAME = re.compile(
    r"\W{0,9}(?P<way>(?:(?:me|nos)\s+)?(?:acab[aó] de (?:llamar|venir|llegar)|est[aá] llamando|llam[oó]|vino|lleg[oó]))"
    rf"(?:me|nos)?\s+(?P<rest>.+?)[\s,;.]+(?:y\s+)?{_OPEN}(?:\W|por favor|porfa)*",
    re.IGNORECASE | re.DOTALL,
)
_THAT = re.compile(r",\s*q(?:ue)?\s+", re.IGNORECASE)
"""«Llamó la doctora Martha, que no le imprime, ábrale caso»."""
_WAYS: tuple[tuple[CameBy, re.Pattern[str]], ...] = tuple(
    (came_by, re.compile(rf"(?<![\s,;(])[\s,;(]*\b(?:{words})\b[\s)]*", re.IGNORECASE))
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


_OF_ONE = re.compile(r"\b(?:no|tampoco|ni)(?: se)? (?:le|la|lo)\b")
_OF_THEM = re.compile(r"\ble\b", re.IGNORECASE)


def tells_of_one(text: str) -> bool:
    """«No le coge el wifi»: of whoever it is told for, and of nobody else so far."""
    return _OF_ONE.search(plain(text)) is not None


def in_their_words(text: str) -> str:
    """«No le abre el correo» as whoever it is told for would say it; nobody tells of many in this way."""
    return _OF_THEM.sub("me", text)


def asked_for_somebody(text: str) -> str | None:
    """What stands after «abrir caso para», whether it is a person or not; None when the words ask for no such thing."""
    if came := _CAME.fullmatch(text):
        return f"{_THAT.sub(', ', came['rest'].strip(' ,;.'))}, {came['way']}"
    asked = _ASKED.fullmatch(text) or _ASKED_OF.fullmatch(text)
    return asked["rest"].strip() if asked else None


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
