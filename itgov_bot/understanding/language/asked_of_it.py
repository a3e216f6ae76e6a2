"""What is asked of a service that was spoken of, without naming it: who may ask for it, how long it takes.

Every word is of such a question («¿me la pueden hacer para enero?»); what names a thing of its own is no such question.
"""

import re
from enum import StrEnum

from .asked_of_desk import asks_who_authorizes, names_asker
from .folding import plain, word_set

MAX_WORDS = 14


class OfIt(StrEnum):
    WHO_MAY = "who_may"
    HOW_LONG = "how_long"


_FILLING = word_set(
    """a aja al algo alguna alguno ahi aqui asi ay bueno como con de del disculpe disculpen donde el ella en entonces
    es esa ese eso esta este esto favor gracias hola la las le les listo lo los mas me menos mi mia mio muchas mucha
    mucho muy necesito no nos o oiga oye ok para pa perdon pero por porfa pues que q quisiera saber se si solo soy
    somos sera tambien un una uno usted ustedes uds y ya yo"""
)
_MAY = word_set(
    """puedo pide piden pida puede pueden podemos podria podrian pedir pedirlo pedirla pedirlos solicitar solicitarlo
    solicitarla tengo tiene tienen derecho toca corresponde dan autoriza autorizan aprueba permiso acceso sirve
    aplica usar usarla usarlo usan recibir recibirlo recibirla acceder entrar entran deben debe debo cuentan"""
)
_WHO = word_set(
    """quien quienes cualquiera alguien jefe jefa supervisor supervisora secretario secretaria director directora
    coordinador oficina dependencia directamente fuera todos todas cual cuales"""
)
_LASTS = re.compile(r"demor\w*|tard(?:an?|aria|arian|e|en)|cuanto|cuando|plazo|dura|duran|toma")
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
    is_asked = bool(words & _WHO and words & _MAY) or asks_who_authorizes(text)
    is_asked = (
        is_asked or bool(askers and ("?" in text or words & _MAY)) or ("yo" in words and "puedo" in words)
    )
    return is_asked and words - set(plain(askers).split()) <= _FILLING | _MAY | _WHO


_WHO_AT_THE_END = re.compile(
    r"(?:^|[\s,.;:¿]+)(?:(?:y|pero|eso|a|que|saber|quisiera|d[ií]game)\s+)*qui[eé]n(?:es)?\b.*$",
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
