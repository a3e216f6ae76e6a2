"""What exactly is asked of the desk, where the kind of question is known: who wants to ask for a service, which way to
the desk is meant, what of one's data, what a question about a service begins with."""

import re
from enum import StrEnum

from .folding import fold, plain, words_like
from .questions import is_question

# Who may ask for a service

_ASKERS = {
    "contratista": words_like(r"contratistas?|ops|prestacion de servicios"),
    "ciudadan": words_like(r"ciudadan[oa]s?|particular(?:es)?|usuarios? extern[oa]s?|visitantes?"),
    "practicante": words_like(r"practicantes?|pasantes?|judicantes?|aprendi(?:z|ces)"),
    "externa": words_like(r"(?:empresa|organizacion|entidad|proveedor)(?:es)? (?:extern[oa]s?|privad[oa]s?)"),
    "funcionari": words_like(r"funcionari[oa]s?|de planta|emplead[oa]s?|de carrera|provisional(?:es)?"),
}
"""By how the print of the catalogue calls them."""
_OUTSIDE = ("ciudadan", "externa")
_WHOLE = words_like(r"todas las dependencias|entidad")
"""Whoever works there asks by their office."""


def may_ask(text: str, users: str) -> bool | None:
    """Whether those who the text names are among the printed `users` of a service; None when it names nobody."""
    said, printed = plain(text), plain(users)
    who = next((stem for stem, rule in _ASKERS.items() if rule.search(said)), None)
    if who is None:
        return None
    is_of_area = "area de" in printed
    return (who in printed and not is_of_area) or (who not in _OUTSIDE and bool(_WHOLE.search(printed)))


def names_asker(text: str) -> str:
    """The words that say who asks, folded; "" when nobody is named."""
    said = plain(text)
    return " ".join(found[0] for rule in _ASKERS.values() for found in rule.finditer(said))


def without_asker(text: str) -> str:
    """The text without who asks, who may be taken for what is asked for."""
    said = fold(text)
    for rule in _ASKERS.values():
        said = rule.sub(" ", said)
    return said


_AUTHORIZES = words_like(
    r"quien(?:es)? (?:me |nos |lo |la |le )*(?:autoriza\w*|apr(?:ueb|ob)a\w*|da (?:el )?permiso|da la autorizacion)"
)


def asks_who_authorizes(text: str) -> bool:
    return _AUTHORIZES.search(plain(text)) is not None


_ASKS_FOR = r"(?:pedi|solicit|tramit|ped|pid|requeri|adquiri|reclam)\w*"
_MAY = r"(?:puedo|podemos|puede|pueden|podria|podrian|debo|debe|deben|tengo|tiene|tienen|toca|corresponde)"
_WHO_MAY = words_like(
    rf"""
    quien(?:es)? (?:\w+ ){{0,3}}{_ASKS_FOR}
    (?:a )?quien(?:es)? (?:le |les )?(?:toca|corresponde)
    {_MAY} (?:\w+ ){{0,2}}{_ASKS_FOR}
    tengo derecho|tenemos derecho|tienen? derecho
    """
)
_MAY_I = words_like(r"(?:tambien )?(?:puedo|podemos|pueden|puede|podria|aplico|aplica|sirve|tienen)")


def asks_who_may(text: str) -> bool:
    """«¿Quién lo puede pedir?», «¿le toca a mi jefe solicitarlo?», «soy contratista, ¿puedo?»: in a question only."""
    said = plain(text)
    names_asker = any(rule.search(said) for rule in _ASKERS.values())
    return bool(_WHO_MAY.search(said)) or (names_asker and bool(_MAY_I.search(said)))


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


# A question about a service


class ServiceAsked(StrEnum):
    DOES = "does"
    """Whether the desk does it."""
    HAS = "has"
    """Whether there is one to be had, which nobody but the desk knows."""
    HOW = "how"
    """How it is done."""


_OPENING = (
    r"^(?:(?:hola|buen\w+|dias|tardes|disculp\w+|por favor|oiga|una pregunta|y|ustedes|uds|alla|aqui|ahi|la mesa"
    r"|me|nos|le|les|si) )*"
)
_SERVICE_ASKED = {
    ServiceAsked.HAS: re.compile(
        _OPENING + r"(?:prestan?|tienen|hay|dan|regalan|alquilan|venden|entregan)\b"
    ),
    ServiceAsked.DOES: re.compile(
        _OPENING
        + r"(?:instalan|arreglan|hacen|reparan|configuran|manejan|atienden|revisan|recuperan|formatean|crean"
        r"|actualizan|cambian|ayudan|ofrecen|desbloquean)\b"
    ),
    ServiceAsked.HOW: re.compile(
        r"\b(?:como (?:me|se|hago|puedo|hace|le|lo)|que (?:hago|debo hacer|se hace|toca hacer))\b"
    ),
}


def service_asked(text: str) -> ServiceAsked | None:
    """What a question about a service begins with; None for others."""
    said = plain(text)
    return next((kind for kind, rule in _SERVICE_ASKED.items() if rule.search(said)), None)


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
_WHAT_TO_DO = re.compile(
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
_IF_PERSON = re.compile(
    rf"{_BEFORE}(?:(?:ustedes|usted|tu|vos|esto|quien|con quien) )*"
    rf"(?:es|eres|son|sos|me (?:atiende|responde|contesta|escribe)|{_TALKS}) (?:(?:un|una|puro|algun) )*{_SOMEBODY}"
    r"(?: (?:(?:o|u|ni|y|un|una|es|son|con|alguna?|de verdad|real|humana|automatico|de carne y hueso|aqui)"
    rf"|{_SOMEBODY}))*"
)
_OURS = r"(?:ustedes|uds|informatica|sistemas|(?:la|esta) mesa(?: de servicios?)?|aca|aqui|este chat)"
_IF_OURS = re.compile(
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
