"""What a message does (tells, asks, requests) and what kind of small talk it is: readable rules on folded text."""

from __future__ import annotations

import re

from .normalize import fold
from .patterns import words_like
from .result import Act, Smalltalk

_SMALLTALK: tuple[tuple[Smalltalk, re.Pattern[str]], ...] = (
    (Smalltalk.LAUGH, re.compile(r"^\W*((ja|je|ji|jo)+j?|lol|jsj\w*)\W*$")),
    (
        Smalltalk.PRESENCE,
        words_like("hay alguien|alguien ahi|estan? ahi|sigues? ahi|me lees?|hay gente|alguien por ahi"),
    ),
    (
        Smalltalk.ABILITIES,
        words_like(
            r"""
            q\w* (?:cosas |mas )?(?:me )?(?:puedes?|sabes?|haces?)(?: hacer| aser)?|en q\w* (?:me )?(?:puedes?|ayudas?)
            para que (?:sirves|eres)|como (?:funcionas|me ayudas)
            """
        ),
    ),
    (
        Smalltalk.WHO_ARE_YOU,
        words_like(
            r"""
            (?:q|k)u?ien (?:eres|es usted|me habla|te (?:invento|creo|hizo))|como te llamas|tu nombre|con quien hablo
            eres (?:un |una )?(?:bot|robot|persona|humano|maquina|real|de verdad|hombre|mujer)
            """
        ),
    ),
    (
        Smalltalk.THANKS,
        words_like(r"gracias|grasias|graci|grax|grcs|agradec\w+|muy amable|thanks?|mil gracias"),
    ),
    (
        Smalltalk.GOODBYE,
        words_like(
            r"""
            chaoo?|adios|hasta (?:luego?|manana|pronto|el)|nos vemos|feliz (?:tarde|noche|dia|fin)|que descansen?|bye
            cui[ds]ecen?|hablamos|hasta lueg
            """
        ),
    ),
    (
        Smalltalk.HOW_ARE_YOU,
        words_like(
            r"""
            [ck]omo (?:estan?|estas|van?|vas|te va|le va|andan?|todo|amanecieron|les va)|q(?:ue)? ?mas|q(?:ue)? hubo
            quiubo|todo b(?:ie)?n|que tal|que cuentas?|espero se encuentren?|y ustedes que
            """
        ),
    ),
    (
        Smalltalk.GREETING,
        words_like(r"holaa?|ola|holi|buen[aoe]?s?|wenas|bns|saludos?|hey|oye|alo|epa|aja|buens"),
    ),
    (Smalltalk.NO, re.compile(r"^\W*(no|nada|ninguno|negativo|nop)\b")),
    (
        Smalltalk.YES,
        re.compile(
            r"^\W*(si|ok|oka?y|okis|listo|lixto|dale|vale|bueno|perfecto|entendi\w*|de acuerdo|claro|ya|correcto|eso)\b"
        ),
    ),
)

_OPENING = words_like(
    r"""
    hola|buen\w+|dias|tardes|noches|ing|inge\w*|disculp\w+|una pregunta|pregunta|por ?favor|oye|ey|y|es que|cordial
    saludo|saludos|una consulta|consulta|me permito consultar|quisiera saber|quiero saber|me gustaria saber
    """
)
_ASKED = words_like(
    r"""
    como|donde|cuand\w*|que|q|cual|cuales|quien|kien|cuant\w*|por ?que|a que|a quien|hasta cuando|hasta que|puedo
    se puede|es posible|sera que|ustedes|tienen|existe|para que|de quien|hay (?:algun|alguien|curso|manual|forma)
    """
)
_FAULT = words_like(
    r"""
    no (?:(?:me|le|les|nos|se|lo|la) ){0,2}(?:abr|cog|agarr|prend|enciend|funcion|sirv|carg|dej|entr|conect|imprim)\w*
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
_INFORMATION = words_like(
    r"""
    que (?:hago|debo hacer|se hace|hacemos) (?:si|cuando)|como (?:reporto|solicito|pido|hago para (?:pedir|solicitar))
    cuanto tiempo (?:estuvo|duro)|quien responde por|a quien le (?:reporto|aviso)
    """
)
_WANTED = words_like(
    r"""
    solicit\w+|necesit\w+|nesesit\w+|nesecit\w+|nec|requ?ier\w+|quier\w+|quisier\w+|kiero|agrade\w+|favor|porfa\w*|plis
    (?:me|nos) (?:pueden|ayudan?|colaboran?|regalan?|prestan?|hacen|puede|ponen|instalan|crean)|hay q(?:ue)?|toca
    ayuda con|pa que|se requiere|sera que (?:me|nos)
    """
)
_COMMAND = re.compile(r"^\W*(?!ayer|mujer)\w{3,}(?:(?:ar|er|ir)(?:me|nos|lo|la|le)?|(?:en|an)(?:me|nos))\b")


def smalltalk_kind(text: str) -> Smalltalk:
    """The first kind whose words occur; the order says what weighs more ("hola, gracias" is thanks)."""
    folded = fold(text)
    return next((kind for kind, rule in _SMALLTALK if rule.search(folded)), Smalltalk.OTHER)


def act_of(text: str) -> Act:
    """A told fault is a report even with a question mark ("¿por qué no me abre?"); then questions; the rest asks."""
    folded = fold(text)
    if _INFORMATION.search(folded):
        return Act.QUESTION
    asked = _is_question(folded)
    wanted = _WANTED.search(folded) or _COMMAND.match(folded)
    if _FAULT.search(folded) and not re.match(r"\W*(?:cuand|cuant)", folded):
        return Act.REPORT
    if asked:
        return (
            Act.REQUEST
            if re.search(r"\b(?:me|nos) (?:pued|ayud|hac|prest|regal|colabor)", folded)
            else Act.QUESTION
        )
    return Act.REQUEST if wanted else Act.REPORT


def _is_question(folded: str) -> bool:
    """It ends with a question mark, or begins with a question word after the greeting."""
    rest = folded
    while (opening := _OPENING.search(rest)) and not rest[: opening.start()].strip(" ,.:;¿¡!?"):
        rest = rest[opening.end() :]
    begins = _ASKED.search(rest)
    return folded.rstrip().endswith("?") or bool(begins and not rest[: begins.start()].strip(" ,.:;¿¡!?"))
