"""What somebody wants done with the summary of what they are about to send: send it, put something else in its place.

A row of the table is an order and its beginnings over folded words; what stands behind one is its value.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from itgov_bot.patterns import regex

from ..folding import OF_A_TURN, patterns_of, plain, words_like
from ..people.contacts import says_by_chat
from ..request_type import tells_a_fault
from ..where.floors import floor_said

MAX_ORDER_WORDS = 16
"""What is longer tells something."""


class Order(StrEnum):
    SEND = "send"
    PLACE = "place"
    OFFICE = "office"
    """Of the place the dependencia alone."""
    NAME = "name"
    BY_CHAT = "by_chat"
    FIX = "fix"
    """Something, and they do not say what."""
    CONTACT = "contact"
    TEXT = "text"
    SERVICE = "service"
    NO_FILES = "no_files"
    UNDO = "undo"
    """What was added last is taken out again."""
    MINE = "mine"
    """It hits nobody else."""


@dataclass(frozen=True, slots=True)
class ReviewOrder:
    """`value` is what is to stand there, in the person's words; "" when they did not say. A number is in it with all the
    words around it, which say what kind of number it is."""

    order: Order
    value: str = ""


_LEAD = (
    r"(?:(?:no|si|ok|okay|bueno|pues|ay|uy|ah|perdon|disculpe|disculpa|espere|espera|mejor|oiga|oye"
    r"|por favor|porfa|ya|y|pero"
    r"|me equivoque|ahi no es|ese no es|esa no es) )*"
)
_COMPANY = (
    r"(?:si|ok|okay|listo|dale|bueno|por favor|porfa|gracias|muchas|ya|asi|todo|esta|de una|vez|no mas|nomas|entonces|pues"
    r"|ah|no importa|da igual|eso es todo"
    r"|hagale|eso|tal cual|como esta|el caso|mi caso|la solicitud|el reporte|ahora|mismo|muy|y|nada mas)"
)
_SENDS = (
    r"(?:send(?: it)?"
    r"|env(?:ie|ia|iar|iemos|ien)(?:melo|mela|lo|la|los|selo)?|mand(?:e|a|ar|emos|en)(?:melo|mela|lo|la|selo)?"
    r"|(?:esta|quedo|todo|asi esta) (?:muy )?(?:bien|correcto|perfecto|ok)|autorizo|acepto|correcto|perfecto|conforme"
    r"|radi(?:que|car)(?:lo|la)?|abr(?:a|e|ir)(?:lo|me|melo)?|proceda|confirmo|confirmado|de acuerdo|bien)"
)
_SENT_PAST = r"(?:envi|mand|radic|registr)(?:aste|aron|ado|o)|abri(?:ste|eron|o)"
_CHANGE = r"(?:cambi|corri|corre|pon|actuali|modifi|arregl|rectifi)\w*"
_WHERE = r"(?:lugar|sitio|ubicacion|dependencia|sede|oficina|piso|donde)"
_REACH = r"(?:telefono|tel|celular|cel|numero|contacto|extension|ext|correo|mail|whatsapp|movil)"
_FILES = r"(?:foto|fotico|imagen|archivo|adjunto|pantallazo|captura|documento|audio|nota de voz|video|pdf)\w*"
_TAKES_OUT = r"(?:(?:quit|borr|elimin|sac|retir)\w*|no (?:ponga|deje)\w*) (?:(?:lo|los|datos|de|del|el|la|mi|ese|esa) )*"
_OF = r"(?:(?:por|a|al|es|en|para|que|de) )*(?:(?:es|sea|en|por|a) )*"

_SEND = regex(rf"(?:{_COMPANY} )*{_SENDS}(?: (?:{_COMPANY}|{_SENDS}))*")
_TABLE = patterns_of(
    rf"""
no_files  (?:(?:quit|borr|elimin|sac|retir)\w*|sin|no (?:mande|envie|adjunte|ponga))
          (?: (?:la|el|las|los|esa|ese|esas|esos|mi|mis))? {_FILES}\b.*
undo      (?:quit|borr|elimin|sac)\w{{1,3}}l[oa]s?(?: (?:por favor|porfa|de ahi|gracias))* $|deshac\w+.*
          |(?:quit|borr|elimin|sac)\w* (?:eso|lo ultimo|lo que (?:agregue|acabo de \w+|puse|escribi)|lo agregado).*
          |no (?:agregue|ponga|anote) eso
fix       (?:(?:quiero|necesito|voy a|quisiera|puedo|hay que) )?{_CHANGE}(?: (?:algo|un dato|unos datos|una cosa))? $
mine      (?:(?:es|me pasa|le pasa) )*(?:solo|solamente|unicamente) (?:(?:es|me|pasa|a|con) )*
          (?:mi|yo|mi (?:equipo|computador|pc|usuario|puesto)) $
by_chat   {_TAKES_OUT}{_REACH} (?:(?:de ahi|por favor|porfa|gracias) )*$
place     {_TAKES_OUT}{_WHERE} (?:(?:de ahi|por favor|porfa|gracias) )*$
office    {_CHANGE} (?:el |la )?dependencia\b ?{_OF}|(?:en )?(?:la|mi) dependencia (?:correcta )?(?:es|seria|{_CHANGE})\b
place     {_CHANGE} (?:en )?(?:el |la )?{_WHERE}\b ?{_OF}
place     (?:en|de) (?:el |la )?{_WHERE} (?:{_CHANGE}|va|que diga)\b ?{_OF}
place     (?:el|la|mi) {_WHERE} (?:correct[oa] )?(?:es|seria|queda)\b(?: en)?\b
place     (?:esta vez|ahora|hoy|en realidad|esto) (?:es|seria|estoy|estamos) (?:en|desde|por)\b
place     (?:es|seria|estoy|estamos|queda|vengan|ponga(?:le)?(?: que es)?) (?:mejor |ahora |realmente )?(?:en|a)\b
place     (?:yo )?(?:soy|somos|trabajo|laboro) (?:aqui )?(?:del?|en)\b
name      (?:(?:que )?(?:quede |vaya )?a nombre de|(?:que )?(?:el|mi) nombre (?:completo )?(?:es|seria|queda)|me llamo
          |(?:{_CHANGE}|anote|agregue\w*|escriba) (?:a )?(?:el |mi )?nombre(?: (?:es|por|a|de))*)\b
by_chat   (?:quit|borr|elimin|sac|retir)\w* (?:(?:el|la|mi|ese|esa) )?{_REACH}\b(?: (?:de contacto|mejor|y|por|para|aqui|aca
          |este|chat|medio|mismo|ese|no|mas|me|que|avis\w+|escrib\w+|contact\w+|llam\w+|al?|el|favor|porfa|[\d@.]+))* $
contact   {_CHANGE} (?:el |la |mi )?{_REACH}\b ?{_OF}
contact   (?:le |me )?(?:falta|falto|faltaba) (?:poner |decir )?(?:el|la|mi) {_REACH}\b(?: (?:es|el|la))* (?=\d)
contact   (?:(?:y|anot\w+|mejor|llam\w+|avis\w+|me) )*(?:al?|el|la|mi|este) {_REACH}\b
          [ ](?:(?:de contacto|es|seria|al?|el|la|mi|ext|extension) )*(?=[+\w]*\d|\w+ ?(?:arroba|\w+ (?:gov|gmail|com)))
contact   (?:llam|avis|escrib|contact)\w* (?:mejor )?(?:al?|por)(?: el| la)? (?=\d)
contact   (?:(?:que|mejor|me|nos) )*(?:escrib|llam|contact|avis)\w* (?:mejor )?(?:al?|por)(?: el| la| mi)? {_REACH} $
contact   avis\w* (?:mejor )?por (?=(?:aqui|este chat|aca|este medio)\b)|mejor por (?=(?:aqui|este chat|aca)\b)
text      {_CHANGE} (?:lo que pasa|la descripcion|el problema|el texto|lo que (?:puse|escribi)|el mensaje).*
service   {_CHANGE} (?:el |de )?servicio.*|(?:no es|ese no es|no era) (?:el|ese) servicio.*
          |(?:el|ese) servicio (?:no es|esta mal|es otro).*
""",
    before=_LEAD,
)
_NOT_THERE = regex(
    r"^\W*(?:(?:y|pero|ya|perd[oó]n)\s+)*no\s+(?:(?:es|era|queda)\s+en|(?:estoy|estamos|trabajo|soy)\s+(?:en|del?|por))\s+[^,;.]+[,;.]\s*(?=\w)",
    re.IGNORECASE,
)
"""«Ya no estoy en Hacienda, …»: what it is stands behind it."""
_HANGING = regex(r"^(?:(?:por|a|al|es|en|que|sea|seria|de)\s+)+", re.IGNORECASE)


@lru_cache(OF_A_TURN)
def review_order(text: str) -> ReviewOrder | None:
    """None for words that order nothing: they are more about the problem."""
    said = plain(text)
    if not said or len(said.split()) > MAX_ORDER_WORDS or "?" in text:
        return None
    if _SEND.fullmatch(said):
        return ReviewOrder(Order.SEND)
    if floor := floor_said(text):
        return ReviewOrder(Order.PLACE, floor)
    if denied := _NOT_THERE.match(text):
        return ReviewOrder(Order.PLACE, text[denied.end() :].strip())
    for order, begins in _TABLE:
        if found := begins.match(f"{said} "):
            has_number = order == Order.CONTACT and any(char.isdigit() or char == "@" for char in text)
            return ReviewOrder(Order(order), text if has_number else _behind(text, len(found[0].split())))
    return None


def orders_alone(text: str) -> bool:
    """An order, a floor or this chat, and no fault."""
    return (review_order(text) is not None and not tells_a_fault(text)) or says_by_chat(text)


def names_means(text: str) -> bool:
    """«El teléfono está malo»: it speaks of how they are reached."""
    return re.search(rf"\b{_REACH}\b", plain(text)) is not None


def is_sending(text: str) -> bool:
    """«Envíelo», and not «está bien»."""
    order = review_order(text)
    return (
        order is not None
        and order.order is Order.SEND
        and re.search(r"\b(?:env|mand)", plain(text)) is not None
    )


_IS_SENT = words_like(
    rf"{_SENT_PAST}|(?:esta|quedo|fue) (?:ya )?(?:enviad|mandad|radicad|abiert|registrad)[oa]"
)


def asks_if_sent(text: str) -> bool:
    """«¿Ya lo enviaste?», «¿sí quedó radicado?»"""
    return "?" in text and _IS_SENT.search(plain(text)) is not None


def _behind(text: str, words: int) -> str:
    """The person's own words after the first ones."""
    return _HANGING.sub("", " ".join(text.split()[words:])).strip(" ,.;:")


_ANOTHER = regex(
    r"\b(?:tambien|tampoco|ademas|otra (?:cosa|vaina)|otro (?:problema|caso|asunto)|aparte|de paso|fuera de eso|y lo otro)\b"
)


def announces_another(text: str) -> bool:
    """«La impresora tampoco», «otra cosa: …»."""
    return _ANOTHER.search(plain(text)) is not None


_ADDS = regex(
    r"^\W*(?:(?:y|ah|por favor|porfa|tambi[eé]n)\W+)*"
    r"(?:agr[eé]gu|a[nñ][aá]d|p[oó]ng?|an[oó]t|ap[uú]nt|escr[ií]b|s[uú]m|incl[uú]y)[aei]n?(?:le|me)?,?\s+"
    r"(?:por favor,?\s+|ah[ií]\s+)?(?:(?:de\s+)?que|lo siguiente:?)\s+(?=\w+\s+\w)",
    re.IGNORECASE,
)


def what_is_added(text: str) -> str:
    """Without the order to add it: «AGRÉGUELE QUE también se ve borroso»."""
    return _ADDS.sub("", text, count=1)
