"""What a message does (tells of a fault, asks to know, asks for something): readable rules on folded text."""

from enum import StrEnum

from itgov_bot.patterns import regex

from .folding import fold, words_like
from .questions import is_question, wants_information


class RequestType(StrEnum):
    """What a message does: tells of a fault, asks to know, or asks for something to be done."""

    INCIDENT = "incident"
    QUESTION = "question"
    SERVICE_REQUEST = "service_request"


_FAULT = words_like(
    r"""
    (?:no|tampoco) (?:(?:me|le|les|nos|se|lo|la) ){0,2}(?:abr|cog|agarr|prend|enciend|funcion|sirv|carg)\w*
    no (?:(?:me|le|les|nos|se|lo|la) ){0,2}(?:dej|entr|conect|imprim)\w*
    no (?:(?:me|le|les|nos|se|lo|la) ){0,2}(?:sal|lleg|suen|timbr|respond|levant|sub|baj|naveg|permit|reconoc|corr)\w*
    no (?:(?:me|le|les|nos|se|lo|la) ){0,2}(?:aparec|escan|detect|guard|resuelv|escuch|oy|grab|escrib|ai)\w*
    no (?:puedo|podemos|logro|hay|ai|tengo|tenemos|da|dan|entro|entra|veo|oigo|tiene)|nadie puede|sin poder
    (?:se )?(?:cay|callo|cayer|dan[oa]|peg[oa]|congel|bloque|fund|revent|atas?c|perdi|borr|desconfigur)\w*
    se (?:apag|reinici|cierr|cuelg|demor|tard|cae|va|fue|tranc|trab|queda|quedo)\w*|vencio|murio|rompio|dej[oa]
    error|herror|fall[ao]s?|fallando|caid[oa]s?|lent[oa]s?|lentisim\w+|danad[oa]s?|rot[oa]s?|atascad\w+|parpade\w+
    sin (?:acceso|internet|red|senal|tono|conexion|sistema|servicio|enlace|wifi|correo)|virus|hacke\w+|infectad\w+
    intermitente|incomunicad\w+|averia\w*|abajo|desactualizad\w+|llen[oa]|agotad\w+|desconectad\w+|rebota\w*|pelao
    """
)
_WANTED = words_like(
    r"""
    solicit\w+|necesit\w+|nesesit\w+|nesecit\w+|nec|requ?ier\w+|quier\w+|quisier\w+|kiero|agrade\w+|favor|porfa\w*|plis
    (?:me|nos) (?:pueden|ayudan?|colaboran?|regalan?|prestan?|hacen|puede|ponen|instalan|crean)|hay q(?:ue)?|toca
    ayuda con|pa que|se requiere|sera que (?:me|nos)
    """
)
_COMMAND = regex(r"^\W*(?!ayer|mujer)\w{3,}(?:(?:ar|er|ir)(?:me|nos|lo|la|le)?|(?:en|an)(?:me|nos))\b")
_FAVOUR = regex(r"\b(?:me|nos) (?:pued|ayud|hac|prest|regal|colabor)")
_HOW_MUCH = regex(r"\W{0,9}(?:cuand|cuant)")


def request_type_of(text: str) -> RequestType:
    """A told fault is an incident even with a question mark ("¿por qué no me abre?"); then questions; the rest asks."""
    folded = fold(text)
    if wants_information(text):
        return RequestType.QUESTION
    if tells_a_fault(text) and not _HOW_MUCH.match(folded):
        return RequestType.INCIDENT
    if is_question(text):
        return RequestType.SERVICE_REQUEST if _FAVOUR.search(folded) else RequestType.QUESTION
    wanted = _WANTED.search(folded) or _COMMAND.match(folded)
    return RequestType.SERVICE_REQUEST if wanted else RequestType.INCIDENT


def is_told_or_asked(text: str) -> bool:
    """Whether the text, or this piece of it, tells of a fault or wants something by its own words."""
    folded = fold(text)
    return any(found.search(folded) for found in (_FAULT, _WANTED)) or _COMMAND.match(folded) is not None


def tells_a_fault(text: str) -> bool:
    """«No me abre», «se quedó pegado», «sin internet»."""
    return _FAULT.search(fold(text)) is not None
