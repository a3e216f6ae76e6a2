"""What is asked of a service: who may ask for it, how long it takes, whether the desk does it; also without naming it, of
the one that was spoken of."""

import re
from enum import StrEnum

from itgov_bot.patterns import regex

from .folding import fold, plain, word_set, words_like

MAX_WORDS = 14

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
_OUTSIDE_STAFF = words_like(r"no (?:soy|somos|es|estoy) (?:de )?(?:planta|carrera|funcionari\w+|emplead\w+)")
_WHOLE = words_like(r"todas las dependencias|entidad")
"""Whoever works there asks by their office."""


def may_ask(text: str, users: str) -> bool | None:
    """Whether those who the text names are among the printed `users` of a service; None when it names nobody."""
    said, printed = _OUTSIDE_STAFF.sub("contratista", plain(text)), plain(users)
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
    r"""
    (?:qu|k)ien(?:es)? (?:\w+ ){0,3}?(?:autori[sz]\w*|apr(?:ueb|ob)a\w*|firma\w*|da (?:el )?permiso|da la autorizacion)
    (?:jef[ea]|supervisor\w*|coordinador\w*|director\w*) (?:\w+ ){0,4}(?:firma|autori[sz]|aprueb)\w*
    (?:autori[sz]acion|firma|visto bueno|permiso) (?:de |del )?(?:\w+ )?(?:jef[ea]|supervisor\w*|alguien)
    (?:hay que|toca|necesito|requiere|debo) (?:\w+ ){0,3}(?:permiso|autori[sz]\w+|firma\w*)
    """
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
    return bool(_WHO_MAY.search(said) or (names_asker(text) and _MAY_I.search(said)))


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
    ServiceAsked.HAS: regex(_OPENING + r"(?:prestan?|tienen|hay|dan|regalan|alquilan|venden|entregan)\b"),
    ServiceAsked.DOES: regex(
        _OPENING
        + r"(?:instalan|arreglan|hacen|reparan|configuran|manejan|atienden|revisan|recuperan|formatean|crean"
        r"|actualizan|cambian|ayudan|ofrecen|desbloquean)\b"
    ),
    ServiceAsked.HOW: regex(
        r"\b(?:como (?:me|se|hago|puedo|hace|le|lo)"
        r"|(?:que|q) (?:hago|debo hacer|se hace|(?:toca|tengo|hay) (?:(?:que|q) )?hacer))\b"
    ),
}


def service_asked(text: str) -> ServiceAsked | None:
    """What a question about a service begins with; None for others."""
    said = plain(text)
    return next((kind for kind, rule in _SERVICE_ASKED.items() if rule.search(said)), None)


# Of the one that was spoken of: every word is of such a question («¿me la pueden hacer para enero?»)


class OfIt(StrEnum):
    WHO_MAY = "who_may"
    HOW_LONG = "how_long"
    FORMS = "forms"
    """Whether a form is to be filled in, or a letter needed."""
    WHO_COMES = "who_comes"
    """Who will attend them, and how they are found."""


_FILLING = word_set(
    """a aja al algo alguna alguno ahi aqui asi ay bueno como con de del disculpe disculpen donde el ella en entonces
    es esa ese eso esta este esto favor gracias hola la las le les listo lo los mas me menos mi mia mio muchas mucha
    mucho muy necesito no nos o oiga oye ok para pa perdon pero por porfa pues que q quisiera saber se si solo soy
    somos sera tambien un una uno usted ustedes uds y ya yo"""
)
_MAY_WORDS = word_set(
    """puedo pide piden pida puede pueden podemos podria podrian pedir pedirlo pedirla pedirlos solicitar solicitarlo
    solicitarla tengo tiene tienen derecho toca corresponde dan autoriza autorizan aprueba permiso acceso sirve
    aplica usar usarla usarlo usan recibir recibirlo recibirla acceder entrar entran deben debe debo cuentan"""
)
_WHO = word_set(
    """quien quienes cualquiera alguien jefe jefa supervisor supervisora secretario secretaria director directora
    coordinador oficina dependencia directamente fuera todos todas cual cuales"""
)
_LASTS = regex(r"demor\w*|tard(?:an?|aria|arian|e|en)|cuanto|cuando|plazo|dura|duran|toma")
_DONE = word_set(
    """hacen hacer hace hacerla hacerlo harian pueden puede podrian podria alcanzan alcanza entregan entregar
    entregarla entregarlo entregarmela entregarmelo tener tenerla tenerlo tienen tendria estaria estarian estar lista
    listas queda quedaria dan darian ponen poner ponerlo ponerla instalan instalar instalarlo instalarla mandan
    logran llega llegaria"""
)
_TIMES = word_set(
    """hoy manana pasado semana mes meses dia dias hora horas ano antes despues finales fin fines principios mediados
    proximo proxima viene entra tarde temprano urgente rapido rapida pronto inmediato tiempo aproximadamente enero
    febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miercoles jueves
    viernes sabado domingo navidad vacaciones"""
)


def asked_of_it(text: str) -> OfIt | None:
    """None for whatever names a thing, or tells something."""
    words = set(plain(text).split())
    if not words or len(plain(text).split()) > MAX_WORDS:
        return None
    if _asks_how_long(words):
        return OfIt.HOW_LONG
    return OfIt.WHO_MAY if _asks_who(text, words) else None


def _asks_how_long(words: set[str]) -> bool:
    lasting = {word for word in words if _LASTS.fullmatch(word)}
    times = words & _TIMES | {word for word in words if word.isdigit()}
    is_asked = bool(lasting) or bool(times and words & _DONE)
    return is_asked and words <= _FILLING | _DONE | times | lasting | {"tiempo"}


def _asks_who(text: str, words: set[str]) -> bool:
    askers = names_asker(text)
    is_asked = bool(words & _WHO and words & _MAY_WORDS) or asks_who_authorizes(text)
    is_asked = is_asked or bool(askers and ("?" in text or words & _MAY_WORDS)) or {"yo", "puedo"} <= words
    return is_asked and words - set(plain(askers).split()) <= _FILLING | _MAY_WORDS | _WHO


def says_only_who(text: str) -> bool:
    """«Soy de OPS», and nothing else."""
    askers, words = set(plain(names_asker(text)).split()), set(plain(text).split())
    return bool(askers) and words - askers <= _FILLING


_WHO_AT_THE_END = regex(
    r"(?:^|(?<![\s,.;:¿])[\s,.;:¿]+)(?:(?:y|pero|eso|a|que|saber|quisiera|d[ií]game)\s+){0,6}qui[eé]n(?:es)?\b.*$",
    re.IGNORECASE | re.DOTALL,
)


def told_before_who(text: str) -> str:
    """What is told before it is asked who may: «necesito una página para la oficina, ¿quién la pide?»; "" when
    nothing is."""
    return _WHO_AT_THE_END.sub("", text).strip()


def asks_who_beside(text: str) -> bool:
    """Who may is asked of what is told before it."""
    told = told_before_who(text)
    return bool(told) and told != text and asked_of_it(text[len(told) :]) is OfIt.WHO_MAY
