"""What is asked of the desk itself: which way leads to it, what becomes of one's data, what to do until somebody comes, who
answers here and whose a matter is."""

import re
from enum import StrEnum

from itgov_bot.patterns import regex

from .folding import plain, words_like
from .questions import is_question

# Which way to the desk


class Way(StrEnum):
    WHATSAPP = "WhatsApp"
    MAIL = "correo electrónico"
    PHONE = "llamada telefónica"
    SEAT = "seat"
    """In person."""


_WAYS = {
    Way.WHATSAPP: words_like(r"wh?ats ?app?|was+ap|wha?tsa?p|wpp|wsp|guasap"),
    Way.MAIL: words_like(r"correo|e ?mail|mail|buzon"),
    Way.PHONE: words_like(
        r"telefono|telefonica|linea|llam\w+|extension|marco|marcar|gratuit[ao]|celular|fijo"
    ),
    Way.SEAT: words_like(
        r"""
        personalmente|en persona|presencial\w*|donde (?:quedan?|estan|esta ubicad\w+)|ubicacion
        (?:ir|acercar\w*|pasar|venir|voy) .{0,20}(?:oficina|sede|alla|mesa)|direccion de la (?:oficina|mesa|sede)
        """
    ),
}


def way_asked(text: str) -> Way | None:
    """The one that is asked after; None for several, or for the ways at large."""
    said = plain(text)
    named = [way for way, rule in _WAYS.items() if rule.search(said)]
    return named[0] if len(named) == 1 else None


# One's data


class DataAsked(StrEnum):
    HOW_LONG = "how_long"
    WHO_SEES = "who_sees"


_HOW_LONG = words_like(
    r"(?:cuanto(?: tiempo)?|hasta cuando|cuantos (?:dias|meses|anos)) .{0,20}"
    r"(?:guard|conserv|almacen|quedan|tienen|duran|mantien)\w*"
)
_OTHERS = r"(?:jef[ea]s?|coordinador\w*|director\w*|companer\w+|supervisor\w*|secretari[oa]|alguien mas|los demas|otr[oa]s?)"
_SEES = r"(?:ven?|ver|vean?|lee[nr]?|lean?|enteran?|sabe[nr]?|mira[nr]?|revisa[nr]?)"
_MINE = r"(?:mis? (?:casos?|datos|reportes?|mensajes?|solicitud\w*)|lo que (?:yo )?(?:reporto|escribo|pido|digo|mando))"
_WHO_SEES = words_like(
    rf"""
    {_OTHERS} .{{0,25}}\b{_SEES}\b .{{0,12}}\b{_MINE}
    quien(?:es)? .{{0,20}}\b{_SEES}\b .{{0,12}}\b{_MINE}
    """
)


def who_sees_asked(text: str) -> bool:
    return is_question(text) and _WHO_SEES.search(plain(text)) is not None


def data_asked(text: str) -> DataAsked | None:
    """What of one's data is asked, in a question about them."""
    if who_sees_asked(text):
        return DataAsked.WHO_SEES
    return DataAsked.HOW_LONG if _HOW_LONG.search(plain(text)) else None


# What to do until somebody comes

_COMING = (
    r"(?:vien\w+|lleg\w+|me atiend\w+|respond\w+|contest\w+|esper\w+|lo resuelv\w+|lo arregl\w+|se demor\w+)"
)
_MEANWHILE = rf"(?:mientras(?: tanto)?(?: (?:que )?(?:ustedes )?{_COMING})?|entre ?tanto|en lo que {_COMING})"
_DO = (
    r"(?:que|q|k) (?:mas |otra cosa )?(?:hago|hacemos|se hace|(?:puedo|podemos|debo|debemos)(?: yo)? hacer|toca(?: hacer)?"
    r"|(?:hay|tengo|tenemos) que hacer|me (?:recomienda|aconseja)\w*)"
)
_ASIDE = r"(?:y|pero|entonces|ahora|ay|dios mio|por favor|porfa|oiga|bueno|listo|ok|si|pues|yo|disculpe|ayuda|digame)"
_AFTER = rf"(?:yo|ahora|entonces|por ahora|ya|primero|con eso|con esto|pues|ahi|por favor|porfa|{_MEANWHILE})"
_WHAT_TO_DO = regex(
    rf"(?:{_ASIDE} )*(?:{_MEANWHILE}(?: que)?|(?:{_MEANWHILE} )?(?:(?:y|yo) )*{_DO}(?: {_AFTER})*)"
)


def asks_what_to_do(text: str) -> bool:
    """«¿Y ahora qué hago?», «¿qué hago mientras llegan?»: of what was told, and nothing else."""
    said = plain(text)
    return bool(said) and _WHAT_TO_DO.fullmatch(said) is not None


# Who is asked, and whose a matter is

_BEFORE = (
    r"(?:(?:hola|buen[oa]s|dias|tardes|y|pero|oiga|oye|disculp\w+|perdon|entonces|ah|aja|bueno|o sea|sera que|una pregunta"
    r"|digame|dime) )*"
)
_SOMEBODY = (
    r"(?:bot|robot|maquina|programa|persona|humano|ia|inteligencia artificial|asistente(?: virtual)?|contestador|grabadora"
    r"|alguien|gente|chatgpt)"
)
_TALKS = r"(?:estoy |estamos )?(?:hablo|hablando|hablamos|chateo|chateando|escribiendo)(?: con)?"
_IF_PERSON = regex(
    rf"{_BEFORE}(?:(?:ustedes|usted|tu|vos|esto|quien|con quien) )*"
    rf"(?:es|eres|son|sos|me (?:atiende|responde|contesta|escribe)|{_TALKS}) (?:(?:un|una|puro|algun) )*{_SOMEBODY}"
    r"(?: (?:(?:o|u|ni|y|un|una|es|son|con|alguna?|de verdad|real|humana|automatico|de carne y hueso|aqui)"
    rf"|{_SOMEBODY}))*"
)
_OURS = r"(?:ustedes|uds|informatica|sistemas|(?:la|esta) mesa(?: de servicios?)?|aca|aqui|este chat)"
_IF_OURS = regex(
    rf"{_BEFORE}(?:(?:eso|esto|lo mio|(?:ese|este|el) (?:tema|problema|caso)|lo que (?:les? )?(?:dije|conte|digo|pido)) )?"
    rf"(?:(?:si|no|tampoco) )*(?:(?:es|era|seria|va) (?:de|con|para|cosa de|asunto de|tema de)"
    rf"|(?:lo|la|les) (?:manej|ve|atiend|arregl|hac|resuelv|toc|correspond)\w*(?: a)?) {_OURS}"
    r"(?: (?:eso|esto|verdad|o no|cierto|o de quien|o a quien))*"
)


def asks_if_person(text: str) -> bool:
    """«¿Ustedes son un bot o una persona?»"""
    said = plain(text)
    is_of_you = (
        "?" in text or re.search(r"\b(?:ustedes|usted|eres|son|sos|hablo|hablando)\b", said) is not None
    )
    return is_of_you and _IF_PERSON.fullmatch(said) is not None


def asks_if_ours(text: str) -> bool:
    """«¿Eso no es de ustedes?», of what was told before."""
    is_asked = "?" in text or re.search(r"\b(?:ustedes|uds)\b", text) is not None
    return is_asked and _IF_OURS.fullmatch(plain(text)) is not None
