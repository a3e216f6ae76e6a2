"""Does a message call off an event that was told before, or give it another date? Only for who has one in the agenda."""

from dataclasses import dataclass
from typing import Literal

from itgov_bot.patterns import regex

from ..folding import fold

Change = Literal["cancel", "date"]

_EVENT = regex(
    r"\b(?:eventos?|actos?|rueda de prensa|alocucion|reunion|consejo|ceremonia|inauguracion|acompanamiento|visita|audiencia"
    r"|jornada|foro|cabildo|transmision|lanzamiento|encuentro|entrevista|homenaje|gala|desfile|concierto|lo del alcalde)\b"
)
_MOVE = (
    r"(?:aplaz\w+|pospus\w+|posp(?:one|onen|uesto|ondra)\w*|poster?g\w+|reprogram\w+|adelant\w+|atras\w+|traslad\w+"
    r"|movi\w+|muev\w+|corri\w+|corren?|paso|pasan?|pasaron|pasamos|pasaran?)"
)
_PARTS = r"(?:(?:la|el|de|otra|otro|nueva|nuevo) )*(?:hora|horario|fecha|dia|lugar|sitio)"
_IS = r"(?:es|era|sera|seria|va|va a ser|queda|quedo|se hace|se va a hacer|empieza|comienza|inicia)"
_OTHER_DATE = regex(
    rf"\b{_MOVE}(?: (?!no\b)\w+){{0,6}}? (?:para|al?|de)\b|\b(?:aplaz|posp|reprogram|adelant|atras|traslad|muev)\w+"
    r"|\b(?:cambi\w+|nuev[oa]|otr[oa]) (?:\w+ ){0,4}?(?:fecha|dia|hora|horario|lugar|sitio)\b"
    r"|\b(?:lugar|sitio|hora|fecha|dia) (?:nuev[oa]|cambi\w+)|\bse (?:movi\w+|corri\w+)(?=,)"
    r"|\b(?:va a ser|sera|queda|quedo) (?:(?:para |en )?(?:el|la|a|mas|otro)\b)"
)
"""Of an event that is named; what follows it is new."""
_SAYS = r"(?:dicen?|dijeron|avisan|avisaron|informan|informaron|confirman|confirmaron)"
_LEADS = (
    r"\A\W*(?:(?:hola|buenas|oigan?|oye|ey|vea|mire|ojo|pilas|atencion|esper\w+|perdon\w*|disculp\w+|que pena|ay|uy|ah|no|si"
    r"|y|ya|es|era|pero|que|bueno|pues|ahora|mentiras?|mejor|al final|digo|corrijo|me equivoque|siempre|resulta|fijese"
    rf"|por favor|porfa|no me entiende\w*|(?:me |nos )?acaban de (?:decir|avisar|informar|confirmar)\w*|(?:me |nos )?{_SAYS}"
    r"|(?:el alcalde|el despacho|el jefe|la jefa) (?:dice|dijo|quiere)|otra vez|hubo (?:un )?cambios?|cambio de planes"
    r"|finalmente|definitivamente)\W+)*"
)
"""What may stand before any change."""
_IT_MOVED = regex(
    rf"{_LEADS}(?:(?:me |nos )?(?:lo|la|se) (?:{_MOVE}|cambi\w+)(?: (?:{_PARTS}|todo))?"
    rf"(?: (?:para|al?|de {_PARTS}|de|en)\b|,? (?=(?:y )?(?:ahora )?{_IS}\b)|\W*$)"
    rf"|(?:cambi|pon|corr|mov|muev)\w*(?:le)? {_PARTS}(?: y {_PARTS})?"
    rf"(?:(?: (?:para|al?|por)\b)|\W+(?=(?:ahora )?(?:{_IS}|en)\b))?"
    rf"|(?:la |el )?(?:(?:nuev[oa] )?(?:hora|fecha|dia|lugar|sitio)(?: nuev[oa])?) (?:cambio|{_IS})\W+)"
)
"""Of something that is not named: an event, for who has one alone and tells a date or a place."""
_OLD = regex(
    rf"\b(?:ya )?no (?:{_IS} )?(?:ya )?(?:en|el|la|al|a las?|hoy|manana|para|por)\b[^,;.]{{0,60}}?"
    rf"(?=,? (?:y )?(?:sino|si no|ahora|mejor|{_IS})\b|[,;.]|$)\W*"
)
"""«Ya no es en la plaza»; «…, no a las 7»."""
_FROM = regex(
    r"\bdel? (?:las? )?(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|\d+)(?: \d+)? (?=(?:para|al?)\b)"
)
"""«Del viernes al sábado»."""
_THEN = r"(?:a las?|el|al|para|hoy|manana|pasado|en|por)\b"
_TELLS = regex(rf"\b{_THEN}")
_CORRECTS = (
    r"(?:no|mentiras?|perdon\w*|disculp\w+|mejor|digo|corrijo|me equivoque|siempre|al final|ay|uy|que pena|ojo|pilas"
    r"|esper\w+|sino|ahora|finalmente|definitivamente|queda|quedo|va a ser|se va a hacer)"
)
_CORRECTED = regex(
    rf"\A(?=.*?\b{_CORRECTS}\b){_LEADS}(?:(?:{_IS}|que|sino|{_PARTS})\W+)*(?P<now>{_THEN}[^;?]{{1,70}})"
)
"""«No, mejor a las 7»; whether it tells a date or a place is seen by whoever reads them."""
_IT = (
    r"(?:lo del?(?: el| la)? [^,;.]{2,40}?|(?:el|la|ese|esa|este) (?:evento|acto|visita|vaina|cosa|acompanamiento)"
    r"|eso|esto|todo)"
)
_OFF = r"(?:cancel\w+|suspend\w+|anul\w+)"
_IS_NO_MORE = r"no (?:va|hay(?: nada)?|habra(?: nada)?|se (?:hace|hara|va a hacer|realiza\w*)(?: nada)?)"
_CALLED_OFF = regex(
    rf"\b(?:{_OFF}|no se (?:hace|hara|va a hacer|realiza\w*)"
    r"|ya no (?:se )?(?:va|hay|habra|hace|hara|realiza|va a hacer|necesit\w+|requ\w+))\b"
)
"""Of an event that is named."""
_NEEDS = regex(r"\b(?:necesit|requ)")
"""«Ya no se necesita transmisión»: perhaps only less of it."""
_IT_IS_OFF = regex(
    rf"{_LEADS}(?:(?:(?:me|nos) )?(?:se|lo|la|fue)? ?{_OFF}(?: {_IT})?"
    rf"|{_IT} (?:ya |se |lo |la |fue |quedo |esta )*(?:{_OFF}|{_IS_NO_MORE})"
    rf"|(?:ya {_IS_NO_MORE}|no se (?:hace|va a hacer)(?: nada)?)(?: {_IT})?)"
    r"(?:\W+(?:por|porque|que|ya|gracias|entonces|disculp\w+|perdon\w*|al final|siempre)\b.*|\W*)"
)
"""Of one that is not: «se cancela lo de Olaya», «ya no va»."""

_WHOLE = {"pal": "para el", "pa": "para"}
_SPOKEN = regex(r"\bpal?\b")
_WHEN_IS_IT = regex(
    r"^\W*(?:y )?(?:cuando|(?:a |en )?donde|en que (?:lugar|sitio)|que dia|a que horas?|para cuando)"
    r" (?:es|era|queda|quedo|seria|empieza|comienza|sera)"
    r"(?: (?:exactamente|entonces|al fin|eso|el evento|el acto|mi evento|la reunion))*\W*"
)

_WHO_GOES = regex(
    r"\b(?:quien(?:es)? (?:\w+ )?(?:va|van|viene|vienen|ira|iran|vendra|acompana\w*|confirm\w+|asiste\w*)"
    r"|(?:ya )?(?:confirm\w+|viene|va|vienen|van) (?:\w+ )?(?:alguien|alguno|quien)|alguien (?:ya )?(?:confirm\w+|va|viene)"
    r"|(?:vien\w+|van?|estan?) (?:ya )?en camino|ya (?:me |nos )?confirm(?:aron|o))\b"
)

_NOT_THE_MAYORS = regex(
    r"\bno (?:(?:es|era|sera|va|viene|asiste|hablo|digo) )?(?:(?:un|el|al|algo) )*(?:(?:evento|acto|cosa) )?"
    r"(?:del?|con|para|el|al)(?: (?:el|la|despacho|oficina|senor|del?))* (?:alcalde|alcaldia mayor|despacho)\b"
    r"|\b(?:el )?(?:senor )?alcalde no (?:va|asiste|viene|esta|ira|participa|tiene que ver)\b"
    r"|\b(?:no es|sin) (?:el )?alcalde\b"
    r"|\bno (?:es|era|hay|se trata de) (?:un |ningun )(?:evento|acto)\b(?! (?:de|del|con|para)\b)"
)


@dataclass(frozen=True, slots=True)
class EventChange:
    """`words` are those in which the new day and hour may stand. `is_named`: the words say that it is about an event.
    `is_plain`: they say that it is moved or called off; else they only correct what was said («no, mejor a las 7»), or say
    what is not needed. Without `words` it is moved, and nobody says to when."""

    change: Change
    words: str = ""
    is_named: bool = True
    is_plain: bool = True


def change_of_event(text: str) -> EventChange | None:
    """«Se aplazó el evento para el domingo», «ya no es a las 8, es a las 9», «lo de Manga se canceló»; None for other words,
    and for questions. Where it is now, `new_place` tells."""
    said = _spoken(text)
    if said.rstrip().endswith("?"):
        return None
    is_named, new = names_an_event(text), _without_old(said)
    moved = _IT_MOVED.match(new) or (_OTHER_DATE.search(new) if is_named else None)
    if moved:
        begin = new.rfind(" ", 0, moved.end()) + 1
        return EventChange("date", "" if moved.end() == len(new) else new[begin:], is_named)
    if new != said.strip(" ,.;") and _TELLS.search(new):
        return EventChange("date", new, is_named, is_plain=is_named)
    if _IT_IS_OFF.fullmatch(said) or (is_named and _CALLED_OFF.search(said)):
        return EventChange("cancel", is_named=is_named, is_plain=_NEEDS.search(said) is None)
    corrected = _CORRECTED.fullmatch(said)
    return EventChange("date", corrected["now"], is_named, is_plain=False) if corrected else None


def _without_old(said: str) -> str:
    return " ".join(_FROM.sub("", _OLD.sub(" ", said)).split()).strip(" ,.;")


def _spoken(text: str) -> str:
    return _SPOKEN.sub(lambda found: _WHOLE[found[0]], fold(" ".join(text.split())))


def asks_who_goes(text: str) -> bool:
    """«¿Quién va?», «¿ya confirmó alguien?», «¿viene en camino?»; «quién va» also without the sign."""
    said = fold(text)
    return ("?" in text or said.startswith("quien")) and _WHO_GOES.search(said) is not None


def asks_when_it_is(text: str) -> bool:
    """«¿Cuándo es exactamente?»"""
    return _WHEN_IS_IT.fullmatch(fold(text)) is not None


def names_an_event(text: str) -> bool:
    return _EVENT.search(fold(text)) is not None


def is_not_the_mayors(text: str) -> bool:
    """«Del concejal, no del alcalde», «el alcalde no va», «no es ningún evento»: of what was taken for one of his."""
    return "?" not in text and _NOT_THE_MAYORS.search(" ".join(fold(text).split())) is not None
