"""What kind of small talk a message is: readable rules on folded text."""

from enum import StrEnum

from .folding import fold, patterns_of


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


_SMALLTALK = patterns_of(
    r"""
laugh         ^\W*((ja|je|ji|jo)+j?|lol|jsj\w*)\W*$
presence      \b(?:hay alguien|alguien ahi|estan? ahi|sigues? ahi|me lees?|hay gente|alguien por ahi)\b
abilities     \b(?:q\w* (?:cosas |mas )?(?:me )?(?:puedes?|sabes?|haces?)(?: hacer| aser)?
              |en q\w* (?:me )?(?:puedes?|ayudas?)|para que (?:sirves|eres)|como (?:funcionas|me ayudas))\b
who_are_you   \b(?:(?:q|k)u?ien (?:eres|es usted|me habla|te (?:invento|creo|hizo))|como te llamas|tu nombre|con quien hablo
              |eres (?:un |una )?(?:bot|robot|persona|humano|maquina|real|de verdad|hombre|mujer))\b
thanks        \b(?:gracias|grasias|graci|grax|grcs|agradec\w+|muy amable|thanks?|mil gracias|ty|thx|bendiciones
              |(?:dios|mi dios|el senor) (?:(?:se|l[aeo]s?|te|me) )*(?:bendig|pagu|multipli)\w+)\b
goodbye       \b(?:chaoo?|adios|hasta (?:luego?|manana|pronto|el)|nos vemos|feliz (?:tarde|noche|dia|fin)|que descansen?|bye
              |cui[ds]ecen?|hablamos|hasta lueg)\b
how_are_you   \b(?:[ck]omo (?:estan?|estas|van?|vas|te va|le va|andan?|todo|amanecieron|les va)|q(?:ue)? ?mas|q(?:ue)? hubo
              |quiubo|todo b(?:ie)?n|que tal|que cuentas?|espero se encuentren?|y ustedes que)\b
greeting      \b(?:holaa?|ola|holi|buen[aoe]?s?|wenas|bns|saludos?|hey|oye|alo|epa|aja|buens)\b
no            ^\W*(no|nada|ninguno|negativo|nop)\b
yes           ^\W*(si|ok|oka?y|okis|listo|lixto|dale|vale|bueno|perfecto|entendi\w*|de acuerdo|claro|ya|correcto|eso)\b
"""
)


def smalltalk_kind(text: str) -> Smalltalk:
    """The first kind whose words occur; the order says what weighs more ("hola, gracias" is thanks)."""
    folded = fold(text)
    return Smalltalk(next((kind for kind, rule in _SMALLTALK if rule.search(folded)), Smalltalk.OTHER))
