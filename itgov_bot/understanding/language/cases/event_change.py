"""Does a message call off an event that was told before, or give it another date? Only for who has one in the agenda."""

import re
from dataclasses import dataclass
from typing import Literal

from ..folding import fold

Change = Literal["cancel", "date"]

_EVENT = re.compile(
    r"\b(?:eventos?|actos?|rueda de prensa|alocucion|reunion|consejo|ceremonia|inauguracion|acompanamiento|visita|audiencia"
    r"|jornada|foro|cabildo|transmision|lanzamiento|encuentro|entrevista|homenaje|gala|desfile|concierto|lo del alcalde)\b"
)
_OTHER_DATE = re.compile(
    r"\b(?:aplaz\w+|pospus\w+|posp(?:one|onen|uesto|ondra)\w*|poster?g\w+|reprogram\w+|adelant\w+|atras\w+"
    r"|(?:movi\w+|corri\w+|corre|paso|pasaron|pasa|pasamos) (?:\w+ ){0,6}?(?:para|al?)\b"
    r"|(?:cambi\w+|nuev[oa]|otr[oa]) (?:\w+ ){0,4}?(?:fecha|dia|hora|horario|lugar|sitio)"
    r"|ya no es (?:el|la|a|hoy|manana|en)\b[^,;.]*"
    r"|(?:va a ser|sera|queda|quedo) (?:para )?(?:el|la|a|mas|otro)\b)"
)
"""What follows it is the new date."""
_CALLED_OFF = re.compile(
    r"\b(?:cancel\w+|suspend\w+|anul\w+|no se (?:hace|hara|va a hacer|realiza\w*)"
    r"|ya no (?:se )?(?:va|hay|habra|hace|hara|realiza|va a hacer|necesit\w+|requ\w+))\b"
)

_WHOLE = {"pal": "para el", "pa": "para"}
_SPOKEN = re.compile(r"\bpal?\b")
_ASIDE = (
    r"(?:(?:hola|oigan?|oye|perdon\w*|disculpe\w*|que pena|ya|que|y|es|no|ahora|mentiras?|mejor|ay|uy|ah|espere|bueno"
    r"|pues|al final|digo|corrijo|me equivoque|siempre)\W+)*"
)
_PARTS = r"(?:(?:la|el) )?(?:hora|fecha|dia|lugar|sitio)"
_IT_MOVED = re.compile(
    rf"\W*{_ASIDE}(?:(?:no me entiende\w*|por favor|porfa)\W+)?(?:(?:me |nos )?(?:lo|la|se)"
    r" (?:aplaz\w+|pospus\w+|corri\w+|movi\w+|pas(?:o|aron|amos)|cambi\w+|adelant\w+|atras\w+|reprogram\w+)"
    rf"(?: (?:{_PARTS}|todo))?(?: (?:para|al?|de {_PARTS})\b|,? (?=(?:ahora )?(?:es|queda|sera|va a ser)\b))"
    rf"|(?:cambi|pon|corr|mov)\w*(?:le)? {_PARTS}(?: y {_PARTS})?(?: (?:para|al?|por)\b)?)"
)
"""Of something that is not named: an event, for who has one alone and tells a date."""
_NOT_THEN = re.compile(
    r"\b(?:es|sera|seria|empieza|comienza|inicia) (?P<now>(?:a las?|el|al|para)\b[^,;.]{2,40}?)"
    r",? (?:y )?(?:ya )?no (?:a|el|es|para)\b"
)
"""«Es a las 9 no a las 7»."""
_CORRECTED = re.compile(
    r"\W*(?:(?:no|mentiras?|perdon\w*|disculpe\w*|mejor|digo|corrijo|me equivoque|siempre|al final|ay|uy|que pena)\W+)+"
    r"(?:(?:es|era|sera|seria|va a ser|empieza|comienza|que) )*"
    r"(?P<now>(?:a las?|el|al|para|hoy|manana|pasado)\b[^,;?]{1,50})"
)
"""«No, mejor a las 7»; whether it tells a date is seen by whoever reads one."""
_WHEN_IS_IT = re.compile(
    r"\W*(?:y )?(?:cuando|(?:a |en )?donde|en que (?:lugar|sitio)|que dia|a que horas?|para cuando)"
    r" (?:es|era|queda|quedo|seria|empieza|comienza|sera)"
    r"(?: (?:exactamente|entonces|al fin|eso|el evento|el acto|mi evento|la reunion))*\W*"
)

_WHO_GOES = re.compile(
    r"\b(?:quien(?:es)? (?:\w+ )?(?:va|van|viene|vienen|ira|iran|vendra|acompana\w*|confirm\w+|asiste\w*)"
    r"|(?:ya )?(?:confirm\w+|viene|va|vienen|van) (?:\w+ )?(?:alguien|alguno|quien)|alguien (?:ya )?(?:confirm\w+|va|viene)"
    r"|(?:vien\w+|van?|estan?) (?:ya )?en camino|ya (?:me |nos )?confirm(?:aron|o))\b"
)

_NOT_THE_MAYORS = re.compile(
    r"\bno (?:(?:es|era|sera|va|viene|asiste|hablo|digo) )?(?:(?:un|el|al|algo) )*(?:(?:evento|acto|cosa) )?"
    r"(?:del?|con|para|el|al)(?: (?:el|la|despacho|oficina|senor|del?))* (?:alcalde|alcaldia mayor|despacho)\b"
    r"|\b(?:el )?(?:senor )?alcalde no (?:va|asiste|viene|esta|ira|participa|tiene que ver)\b"
    r"|\b(?:no es|sin) (?:el )?alcalde\b"
)


@dataclass(frozen=True, slots=True)
class EventChange:
    """`words` are those in which the new date may stand. `is_named`: the words say that it is about an event."""

    change: Change
    words: str = ""
    is_named: bool = True


def change_of_event(text: str) -> EventChange | None:
    """«Se aplazó el evento para el domingo», «el acto del sábado se canceló»; None for other words, and for questions."""
    said = _SPOKEN.sub(lambda found: _WHOLE[found[0]], fold(text))
    if said.rstrip().endswith("?"):
        return None
    if not_then := _NOT_THEN.search(said):
        return EventChange("date", not_then["now"], is_named=names_an_event(text))
    if not _EVENT.search(said):
        moved = _IT_MOVED.match(said)
        return EventChange("date", said[moved.end() - 1 :], is_named=False) if moved else None
    if moved := _OTHER_DATE.search(said):
        return EventChange("date", said[moved.end() :])
    return EventChange("cancel") if _CALLED_OFF.search(said) else None


def moved_in_form(text: str) -> str | None:
    """The new date of the event that is being told: «lo pasaron para el lunes», «no, mejor a las 7». None else."""
    if (told := change_of_event(text)) and told.change == "date":
        return told.words
    corrected = _CORRECTED.fullmatch(fold(text))
    return corrected["now"] if corrected else None


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
    """«Del concejal, no del alcalde», «el alcalde no va»: of an event that was taken for one of his."""
    return "?" not in text and _NOT_THE_MAYORS.search(" ".join(fold(text).split())) is not None
