"""An event of the mayor's office for which somebody of informatics is needed: when and where, whatever the hour."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.patterns import regex
from itgov_bot.understanding.language.time.days import is_far_ahead
from itgov_bot.understanding.language.time.times import find_event_time

NEAR = timedelta(days=7)
"""What is farther away can be arranged in working hours."""

_SITE = (
    r"teatro|plaza|plazoleta|parque|auditorio|centro de convenciones|coliseo|estadio|sal[oó]n|sala|muelle|palacio|casa"
    r"|iglesia|catedral|biblioteca|sede|edificio|barrio|colegio|cancha|hotel|castillo|muralla|universidad|despacho|torre|patio"
    r"|camell[oó]n|mercado|claustro|baluarte|concha|monumento|malec[oó]n|playa|museo|club|centro cultural|cancha"
)
_PLACE = regex(rf"\b(?:en|desde)\s+(?:el|la|los|las)\s+((?:{_SITE})\b[^,.;:!?\n]*)", re.IGNORECASE)
_NOWHERE = (
    r"reuni[oó]n|la|el|los|las|un|una|vivo|directo|l[ií]nea|punto|horas?|horario|apoyo|ayuda|caso|nombre|compa[nñ][ií]a"
    r"|streaming|simult[aá]nea|total|cuenta|camino|general|conjunto|vista|proceso|plena|principio|esta|ese|esa|este|eso|esto"
    r"|cuanto|que|enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep\w*|octubre|noviembre|diciembre|navidad|coordinaci[oó]n"
    r"|unos|unas|dos|tres|cuatro|cinco|seis|siete|ocho|diez|quince|\w+ (?:d[ií]as?|semanas?|mes\w*|horas?|minutos?)"
    r"|ma[nñ]ana|tarde|noche|madrugada|d[ií]a|semana|mes|evento|acto|alcalde|presencia|representaci[oó]n|tiempo|vez|todo|otr[oa]s?"
)
_NAMED = regex(
    rf"\ben\s+(?:(?:el|la|los|las)\s+(?=\w+\s+(?:del?|la|los)\s))?(?!(?:{_NOWHERE})\b)([^\W\d_]{{4,}}[^,.;:!?\n]*)",
    re.IGNORECASE,
)
"""«En Chambacú», «en el claustro de la Merced»: a site by its name alone."""
_AT_SITE = regex(
    rf"(?:^|[,;.:]\s*|\b(?:[ap]\.?\s?m\.?|hora|noche|tarde|dije|digo|sino|[a-z]*es|era)\s+)(?:en\s+)?(?:el\s+|la\s+)?"
    rf"((?:{_SITE})\s+(?!del?\s+alcalde)[^,.;:!?\n]*)",
    re.IGNORECASE,
)
"""«…7 am plaza de la Paz», «, estadio Jaime Morón»."""
_NOT_THERE = regex(
    r"\b(?:ya\s+)?no\s+(?:(?:es|va a ser|ser[aá]|queda)\s+)?en\s+(?:el\s+|la\s+)?"
    r"[^,;.!?\n]*?(?=\s+(?:sino|es|ahora)\b|[,;.!?]|$)",
    re.IGNORECASE,
)
_A_TIME = (
    r"las?|el|\d+|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|hoy|ma[nñ]ana|pasado|otr[oa]|m[aá]s|pr[oó]xim\w+"
    r"|que|d[ií]a|mediod[ií]a|antes|despu[eé]s|tarde|noche|semana|mes|cuando|dentro|ahora|nada|nadie|siempre"
)
_PLACE_IS = regex(
    r"\b(?:lugar|sitio|sino|ahora)\s+(?:nuevo\s+)?(?:(?:es|ser[aá]|va a ser|queda|a|al|por|para)\s+)*(?:en\s+)?"
    r"(?:(?:el|la|los|las)\s+)?"
    rf"(?!(?:{_A_TIME}|{_NOWHERE})\b)([^\W\d_]{{4,}}[^,.;:!?\n]*)",
    re.IGNORECASE,
)
_MOVED_TO = regex(
    r"\b(?:pas(?:[oó]|a|an|aron|amos)|corri\w+|corren?|movi\w+|muev\w+|cambi\w+|traslad\w+|llev\w+|llegar|vamos|vayan)"
    r"\s+(?:todo\s+)?"
    rf"(?:para|pal?|al?|hacia)\s+(?:(?:el|la|los|las)\s+)?(?!(?:{_A_TIME}|{_NOWHERE})\b)([^\W\d_]{{4,}}[^,.;:!?\n]*)",
    re.IGNORECASE,
)
"""«Lo mueven pa la plaza de la Paz»."""
_AND_THEN = (
    r"y\s+(?:no|tampoco|aqu[ií]|ac[aá]|all[aá]|todo|nadie|a\s+las?|el\s+(?:lunes|martes|mi[eé]rcoles|jueves|viernes"
    r"|s[aá]bado|domingo|alcalde|d[ií]a|\d)|ahora|pregunt\w+|mi|cambi\w+|tamb\w+|(?:pid|ped|necesit|requi?er|solicit|quier|quer|busc|mand|env[ií]|apoy|ayud|asist|esper|llega|empieza|termina|arranca|comienza|inicia|sal)\w*"
    r"|hay|habr[aá]|hacen?|tiene[ns]?|tenemos|est[aá]n?|ser[aá]n?|van?|vamos|nos|se|me|les?|ya|para|con|urge|faltan?"
    r"|por favor)"
)
"""«…el Teatro Adolfo Mejía y pide apoyo»: not «el parque y la plaza»."""
_GOES_ON = regex(
    rf"(?<!\s)\s+(?:{_AND_THEN}|y$|a las?"
    r"|el(?! (?:primer|segundo|tercer|cuarto|quinto|piso)\b)|este|esta|hoy|mañana|manana|pasado|desde|para|con|donde|que"
    r"|necesit\w+|requer\w+|nos|se|hay|habr[aá]|tipo|como|de \d+|por|(?:de|en) la (?:ma[nñ]ana|tarde|noche)"
    r"|(?<!piso\s)\d)\b.*",
    re.IGNORECASE,
)
_FLOOR = r"(?:(?:primer|segund|tercer|cuart|quint)[oa]?\s+piso|piso\s+\d|entrada|puerta|tarima|costado)"
_ALSO_THERE = regex(rf"\s*,\s*((?:en\s+)?(?:el\s+|la\s+)?(?:{_SITE}|{_FLOOR})\b[^,.;:!?\n]*)", re.IGNORECASE)
"""«…, salón Barahona piso 2»."""
_ANYWHERE = regex(
    rf"\b(?:en|es|ser[aá]|al?|para|pa|del?)\s+(?:(?:el|la|los|las)\s+)?((?:{_SITE}|{_FLOOR})\b[^,.;:!?\n]*)|\A\W*({_FLOOR}"
    r"[^,.;:!?\n]*)",
    re.IGNORECASE,
)
"""Of words that surely tell a place: «en el auditorio», «al tercer piso»."""

_REACHED = regex(
    rf"\b(?:lleg\w+|va|vamos|ir)\s+(?:[^,.;:!?\n]{{0,30}}\s)?(?:al|a\s+(?:el|la|los|las))\s+((?:{_SITE})\b[^,.;:!?\n]*)",
    re.IGNORECASE,
)
"""«Llega en media hora a la plaza de los Coches»."""
_LEFT_OVER = regex(r"\s+(?:en|y|a|de|del|para|con)$", re.IGNORECASE)

_AGAINST = frozenset(
    {"no_help", "event_over", "other_host", "other_errand", "down", "since", "stuck", "one", "past"}
)
"""The cues of what is no event to come, or none of the mayor's, or a fault in his office."""


@dataclass(frozen=True, slots=True)
class MayorEvent:
    """`start` in the zone of the moment of writing; `day` alone where no hour was told. `place` as it was written."""

    start: datetime | None
    day: date | None
    place: str | None


def event_told(text: str, said: str, now: datetime) -> MayorEvent:
    """When and where it is, as far as it is told. `said`: the text folded and respelt; `now` is local time."""
    told = find_event_time(said, now)
    start = datetime.combine(told.day, told.start, now.tzinfo) if told and told.start else None
    return MayorEvent(start, told.day if told else None, place_of_event(text))


def is_soon_and_outside(said: str, now: datetime, calendar: WorkCalendar) -> bool:
    """Whether it lies outside working hours, and not so far ahead that it is arranged within them; where nobody says when
    it is, that is to be feared."""
    told = find_event_time(said, now)
    if told is None:
        return not is_far_ahead(said, now.date())
    return told.day <= now.date() + NEAR and told.outside(calendar)


def is_told_tersely(said: str, cues: frozenset[str], event: MayorEvent) -> bool:
    """The mayor, an event and its day are enough to ask the rest, where nothing speaks against it: no question, no fault,
    nothing that is over or goes without us."""
    is_told = {"mayor", "event"} <= cues and event.day is not None
    return is_told and not cues & _AGAINST and "?" not in said


def is_help_at_an_hour(cues: frozenset[str], event: MayorEvent) -> bool:
    """The mayor, a call for people and an hour: what happens there need not be named."""
    return {"mayor", "help"} <= cues and event.start is not None and not cues & _AGAINST


def names_an_event_of_ours(cues: frozenset[str]) -> bool:
    """The mayor, and an event or a call for help; whether it is over, called off or goes without us is weighed elsewhere."""
    return "mayor" in cues and bool(cues & {"event", "help"})


def place_of_event(text: str) -> str | None:
    """By its kind, or by its name alone; not where it is no more."""
    text = _NOT_THERE.sub("", text)
    found = _of_event(text)
    return _whole(text, found) if found else None


def _of_event(text: str) -> re.Match[str] | None:
    found = _PLACE.search(text) or _AT_SITE.search(text)
    if found:
        return found if " " in _whole(text, found) else None  # «en la plaza» may be any
    reached = _NAMED.search(text) or _REACHED.search(text)
    return (
        reached
        if reached and (reached.re.pattern == _NAMED.pattern or " " in _whole(text, reached))
        else None
    )


def new_place(text: str, *, is_surely_told: bool = False) -> str | None:
    """Of an event that is moved: «el lugar es …», «ya no es en …, sino en …». Where a place `is_surely_told`, also «en el
    auditorio»."""
    now = _NOT_THERE.sub("", text)
    moved, known = _MOVED_TO.search(now), _of_event(now)
    if known and not (moved and moved.start() < known.start() and " " in _whole(now, moved)):
        return _whole(now, known)
    told = moved or _PLACE_IS.search(now) or (is_surely_told and _ANYWHERE.search(now))
    return _whole(now, told) if told else None


def _whole(text: str, found: re.Match[str]) -> str:
    """What was found up to where they go on with something else, with room and floor behind a comma."""
    group = found.lastindex or 1
    said, at = found[group], found.end(group)
    named = _GOES_ON.sub("", said).strip()
    while named.endswith(said.strip()) and (more := _ALSO_THERE.match(text, at)):
        said, at = more[1], more.end(1)
        named = f"{named}, {_GOES_ON.sub('', said).strip()}"
    return _LEFT_OVER.sub("", named)
