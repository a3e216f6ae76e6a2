"""What kind of small talk a message is: readable rules on folded text."""

import re
from enum import StrEnum

from .folding import fold, words_like


class Smalltalk(StrEnum):
    """What kind of small talk it is, so that the reply fits."""

    GREETING = "greeting"
    THANKS = "thanks"
    GOODBYE = "goodbye"
    HOW_ARE_YOU = "how_are_you"
    WHO_ARE_YOU = "who_are_you"
    ABILITIES = "abilities"
    YES = "yes"
    NO = "no"
    LAUGH = "laugh"
    PRESENCE = "presence"
    OTHER = "other"


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
        words_like(
            r"""
            gracias|grasias|graci|grax|grcs|agradec\w+|muy amable|thanks?|mil gracias|ty|thx
            (?:dios|mi dios|el senor) (?:(?:se|l[aeo]s?|te|me) )*(?:bendig|pagu|multipli)\w+|bendiciones
            """
        ),
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


def smalltalk_kind(text: str) -> Smalltalk:
    """The first kind whose words occur; the order says what weighs more ("hola, gracias" is thanks)."""
    folded = fold(text)
    return next((kind for kind, rule in _SMALLTALK if rule.search(folded)), Smalltalk.OTHER)
