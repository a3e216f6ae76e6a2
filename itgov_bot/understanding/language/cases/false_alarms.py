"""Whether words tell that an outage was none, or rather that it is back or that something else fails; and what it was
instead."""

from itgov_bot.patterns import regex

from ..folding import plain, words_like

_PARTS = regex(r"[,;:\n]+|\.(?:\s|$)")
_NONE = words_like(
    r"""
    fals\w+|susto|(?:por|para|pa|x) (?:gusto|nada)|descart\w+|anul\w+|borr\w+|quit\w+|pruebas?|me equivoque|no cuenta
    (?:no|nunca) (?:se )?(?:hubo|habia|hay|existio|cayo|corresponde)|enloquecio|(?:no|nunca) se (?:era|fue)
    {never} (?:caid\w+|urgen\w+|emergencia|danos?|fallas?|nada|tanto|cierto|verdad|grave|general|masiv\w+)
    {never} (?:red|internet|servidor|sistema|correo|enlace)
    todo (?:esta|estaba|funciona\w*|responde)|esta todo (?:bien|arriba)|estaba arriba
    """.replace(
        "{never}", r"(?:no|nunca) (?:era|fue) (?:(?:el|la|los|las|una?|ningun|ninguna|del?|para|tan) )*"
    )
)
_OWN_THING = words_like(
    r"""
    desenchufad\w+|desconectad\w+
    (?:era|fue|tenia|estaba|habian) (?:\w+ ){0,4}?(?:cable|wifi|monitor|equipo|computador|clave|usuario|regulador|visitantes)
    """
)
_BACK = words_like(
    r"""
    ya (?:quedo|quedaron|volvio|volvieron|sirve|subio|levanto|funciona\w*|hay|esta|estan|entra|abre|se arreglo|se soluciono)
    (?:quedo|volvio|subio) (?:arriba|bien|listo|todo)|se (?:arreglo|soluciono|restablecio|normalizo)
    """
)
_ANOTHER = words_like(
    r"""
    (?:otra|segunda|nueva) (?:caida|falla|averia)|tambien (?:se|esta|estan|cayo|quedo)
    tampoco (?:hay|sirve|funciona\w*|abre|entra)
    ahora (?:se (?:fue|cayo|dano)|es|no hay)
    """
)
_PUTS_RIGHT = words_like(r"corrij\w+|corrig\w+|correg\w+")
_NOT_BUT = words_like(r"no (?:era|fue) (?:(?:el|la|los|las|un|una) )?\w+(?: de \w+)? (?:era|fue|eran|fueron)")
_NO_CAUSE = words_like(
    r"""
    susto|gusto|nada|fals\w+ (?:alarma|positivo)|(?:alarma|positivo) fals\w+|ya (?:llame|revise|mire|fui|llegue)
    (?:cierr|anul|cancel|borr|descart|quit)\w+
    (?:no|nunca) (?:se )?(?:hubo|habia|hay|existio|cayo|era|fue)
    """
)
_CAUSE = words_like(
    r"""
    era|eran|es que|fue(?: que)?|estaba|tenia|tenian|habian|habia|solo|dejaron|apagaron|desconectaron
    prueb\w+|simulacro|mantenimiento
    """
)
_OF_PERSON = words_like(
    r"""
    (?:de|a) (?:ella|el)|ella
    (?:el|la|al|del) (?:senora?|doctora?|usuari[oa]|funcionari[oa]|man|vieja|vigilante|muchach[oa])
    """
)


def tells_of_none(text: str) -> bool:
    """«Falsa alarma», «nunca se cayó»: and not only that it is to be closed, that it is back, or that something else fails
    as well."""
    said = plain(text)
    if _ANOTHER.search(said) or _PUTS_RIGHT.search(said):
        return False
    is_cause = _BACK.search(said) or _NOT_BUT.search(said)
    return bool(_NONE.search(said) or (_OWN_THING.search(said) and not is_cause))


def tells_of_another(text: str) -> bool:
    """«También se fue el correo», «hay otra caída»."""
    return _ANOTHER.search(plain(text)) is not None


def tells_of_being_back(text: str) -> bool:
    """«Ya quedó, era un cable»."""
    said = plain(text)
    return bool(_BACK.search(said)) and not (_NONE.search(said) or _ANOTHER.search(said))


def what_it_was_instead(text: str) -> str:
    """«Falsa alarma, era un cable desconectado» → «era un cable desconectado»; empty where nothing is told of it, or the
    words speak of somebody."""
    parts = [one.strip() for one in _PARTS.split(text)]
    told = [one for one in parts if _CAUSE.search(plain(one)) and not _NO_CAUSE.search(plain(one))]
    return "" if _OF_PERSON.search(plain(text)) else ", ".join(told)


_TAKEN_BACK = words_like(
    r"""
    falsa alarma|no (?:era|fue|es) nada|no (?:vengan|venga|llamen|despierten|molesten)|(?:era|fue) (?:un )?error mio
    (?:solo |solamente |nada mas )?(?:era|es|fue) (?:solo |solamente |nada mas )?(?:lo )?(?:mio|mia|mi \w+|yo|el mio|la mia)
    solo (?:a )?mi(?: \w+)?|(?:era|fue) (?:que )?yo|ya no (?:hace falta|es necesari[oa]|se necesita|es urgente)
    (?:era|fue) (?:que )?(?:el|un) (?:cable|enchufe|interruptor|breaker)|no (?:era|fue) (?:una? )?(?:caida|urgen\w+|general)
    ya (?:revise|miramos|miro) y (?:no|si) (?:era|hay)|los demas si (?:tienen|pueden|entran)|que pena la molestia
    """
)
_STILL_WIDE = words_like(
    r"sig(?:o|ue|uen|uimos)|nadie|todos (?:estamos|estan|siguen)|todo el (?:piso|edificio)|toda la"
)


def takes_alarm_back(text: str) -> bool:
    """Of whoever reported it: «perdón, solo era mi computador», «falsa alarma, era mi cable»."""
    said = plain(text)
    is_else = _STILL_WIDE.search(said) or _BACK.search(said) or _ANOTHER.search(said)
    return bool(_TAKEN_BACK.search(said)) and "?" not in text and not is_else
