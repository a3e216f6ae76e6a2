"""What is asked about the hours in which people attend: «¿ya cerraron?», «¿hasta qué hora los viernes?».

Which days were named is read in `days_asked`; whether people attend then is for the calendar to say.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from itgov_bot.patterns import regex

from ..folding import fold, plain, word_set
from ..questions import is_question
from .clock import find_hours, find_twelve
from .days_asked import Stretch, days_asked, misnamed
from .hour_phrases import readable

MAX_CHARS = 300


class Asked(StrEnum):
    """What is to be known."""

    HOURS = "hours"
    """The hours at large, or those of a day."""
    OPEN = "open"
    """Whether people attend: now, or on that day or at that hour."""
    CLOSED = "closed"
    """The same from the other end: «¿ya cerraron?», «¿cierran el 31?»."""
    COMES = "comes"
    """Whether somebody can still come."""
    UNTIL = "until"
    FROM = "from"
    NOON = "noon"
    """Whether it closes for lunch: with `says_closed`, or whether people attend then."""
    HOLIDAYS = "holidays"
    WHICH_HOLIDAYS = "which_holidays"
    IS_HOLIDAY = "is_holiday"


@dataclass(frozen=True, slots=True)
class HoursAsked:
    """`days` are dates that were named, `weekdays` (Monday is 0) those of every week, `stretch` what `days` are together.

    `misnamed`: the weekday that a day was called and is not. `about` are the words that the question itself leaves
    unexplained: it may be about a service, or no question of hours at all. `refers`: it asks for what was spoken of before
    («¿y para eso?»). `is_new`: it is asked by itself, and not as what goes on from the last question («¿y los sábados?»).
    `is_clear`: all its words ask for hours.
    """

    kind: Asked
    days: tuple[date, ...] = ()
    weekdays: tuple[int, ...] = ()
    stretch: Stretch | None = None
    at: time | None = None
    about: str = ""
    refers: bool = False
    says_closed: bool = False
    is_new: bool = True
    misnamed: int | None = None
    is_clear: bool = False


_ATTEND = (
    r"a?tien?d\w*|atender\w*|aten[cs]i?ion|trab?va?j\w*|tra[bv]aj\w*|la[bv]or\w+|a[bv]r(?:en?|iran?|io|ieron"
    r"|imos)|a[bv]iert[oa]s?"
    r"|descans\w+|prestan|prestara\w*|[cs]i?err(?:an?|aron|o|aran)|[cs]errad[oa]s?|[cs]ierre|contestan?|responden?"
)
_HOURS_WORD = r"h?[oa]?rari?y?os?|horarios?|jornada|franja"
_THERE = r"(?:est(?:an?|aran|ara)|hay|ai|habra|queda|quedo|encuentro)"
_WHAT_HOUR = r"(?:que|q|k|ke|cual|cuales) h?oras?"
_UNTIL = regex(
    r"\b(?:se van|salen)\b|"
    rf"\bh?asta (?:{_WHAT_HOUR}|las cuantas|cuando)|\b(?:a )?{_WHAT_HOUR} (?:se )?(?:[cs]ierran?|van|salen"
    rf"|termina\w*|acaban?)"
    r"|\bh?ora (?:de|del) (?:[cs]ierre|salida)|\bcuando (?:[cs]ierran|se van)"
)
_FROM = regex(
    rf"\b(?:desde|dsd|a partir de) (?:{_WHAT_HOUR}|cuando)|\b(?:a )?{_WHAT_HOUR} (?:a[bv]ren?|a[bv]riran"
    rf"|empiezan?|llegan?|vuelven|regresan|inicia\w*"
    r"|arrancan?|entran)|\bh?ora (?:de|del) (?:apertura|entrada)|\bcuando (?:a[bv]ren|vuelven|regresan)"
    r"|\bcuanto falta para que abran"
)
_COMES = regex(
    r"\balcanz\w+ a (?:venir|llegar|pasar|atender\w*|que)|\b(?:pueden|podran|van a|podrian) (?:venir"
    r"|pasar)(?: hoy)?\b|\bvienen hoy\b"
)
_NOON = regex(
    r"\bmedio ?dia\b|\balmuerz\w+|\balmorz\w+|\balmorsar\b|\bjornada (?:es )?(?:continua|unica|partida)|\bde corrido\b"
    r"|\breceso\b"
)
_CLOSES = regex(
    r"\b(?:[cs]i?err(?:an?|aron|o|aran)|[cs]errad[oa]s?|descansan?|se fueron|salieron|se van|almuerzan|almorzar"
    r"|almorsar|receso|partida)\b"
)
_HOLIDAY = regex(r"\bfesti[vb]os?\b|\bferiados?\b")
_LISTS = regex(
    r"\b(?:que|q|cuales|cuantos|cuando)\b.{0,30}\b(?:festi[vb]os?|feriados?)\b"
    r"|\bproxim[oa]s? (?:dias? )?(?:festi[vb]os?|feriados?)\b"
)
_IS_ONE = regex(r"\b(?:es|sera|cae) (?:dia )?(?:festi[vb]o|feriado)\b")
_ATTENDS = regex(rf"\b(?:{_ATTEND}|{_HOURS_WORD}|servi[cs]io|soporte|turno)\b")
_NOW = regex(
    r"\bah?ora(?: mismo)?\b(?! de)|\bahorita\b|\b(?:a )?est[ae] hora\b|\ben este (?:mismo )?momento\b"
    r"|\btodavia\b|\baun\b|\bya (?:a[bv]rieron|a[bv]rio"
    r"|[cs]erraron|[cs]erro|se fueron|salieron|no (?:hay|atienden|estan)|estan|llegaron)|\bsiguen? a[bv]iert\w+"
    r"|\best[ae]n? (?:a[bv]iert|[cs]errad|atendiendo)"
)
_SOMEBODY = regex(
    rf"\bya (?:se fueron|salieron|llegaron)\b|\b{_THERE} (?:alguien|gente|personal|alguno|quien|atencion|servi[cs]io"
    r"|soporte)\b|\bqui?en atienda\b"
    rf"|\best(?:an?) (?:a )?(?:est[ae]|ahor\w+)"
)
_WHAT = regex(
    rf"\b{_WHAT_HOUR}\b|\b(?:{_HOURS_WORD})\b|\bde que hora\b|\bcuando\b.{{0,12}}\batienden\b|\bque dias\b"
)
_DENIES = regex(r"\bno\b|\bsin\b|\bse [cs]i?err|\b(?:caid|dana|lent|bloque)\w+")
_TELLS_WHAT = regex(rf"\b(?:{_HOURS_WORD})\b|\b{_WHAT_HOUR}\b|\bfesti[vb]os?\b|\balcanz\w+|\bmedio ?dia\b")
_REFERS = regex(r"\b(?:es[eoa]s?|eso|ese|el mismo|ese servicio|lo de eso|es[eo] mismo)\b")
_FOLLOWS = regex(r"\W{0,9}(?:y|ah y|e)\b")

_EXPLAINED = word_set(
    """a al ahora ahorita am ano antes aora apertura ayer cada como continua corrido cuando cuanta cuantas cuantos
    cuarto cierre de del desde despues dia dias durante el en entrada entre es esa esas ese eso esos esta estas
    este fin fines finde h hasta asta hora horas ora oras horario horarios hoy oy jornada la las lo los m
    madrugada manana mas media medio mediodia mes mismo misma momento noche o otra otro para pa partir pasado pm
    por proxima proximo proximos que q k ke cual cuales punto receso salida se semana semanas santa santo mayor
    sera siguiente si tarde temprano todavia aun aunque todo toda todos todas tipo unica partida viene entrante
    y ya vacaciones navidad navidades diciembre enero febrero marzo abril mayo junio julio agosto septiembre
    setiembre octubre noviembre lunes martes miercoles jueves viernes vierns sabado sabados savado savados
    domingo domingos dominjos festivo festivos festibo festibos feriado feriados final finales puente ceniza
    almuerzo almorzar almorsar almuerzan siempre normal normalmente resto
    abierta abierto abiertos abre abren abrieron abrio abriran alcanza alcanzan alcanzo alguien alguno ai ay
    atencion atendiendo atiende atienden atendera atenderan atender atendemos cierra cierran cerraron cerro
    cerrado cerrados cerraran sierran serrado contesta contestan responde responden descansan desea estan estara
    estaran estamos fueron salieron fue gente ir habra hay labora laboran llega llegan llegar llegaron pasar
    personal prestan prestara pueden podran puede quien qien queda saber salen servicio servicios serbicio
    soporte tecnico tecnicos ingeniero ingenieros trabaja trabajan trabajaran trabajando turno ustedes uds ustds
    usted van venir vienen vuelven regresan empiezan empieza entran termina terminan acaban aqui alla mesa ayuda
    oficina sistemas informatica alcaldia desk encuentro no falta inician inicia arrancan siguen sigue les me
    nos le visita visitas un una algun son somos cae con tienen tiene manejan maneja hacen hace atendido puedo
    llamar ustede
    hola buenas buenos tardes noches bns favor porfa porfavor xfa gracias muchas mil ing inge ingeniera disculpe
    disculpa disculpen oiga oye ey eche pregunta consulta quisiera quiero queria necesito decir decirme dice
    digame dime indicar indicarme informar podria regala amable aja mani parce amigo amiga doctor doctora senor
    senora cordial saludo jefe mi joven ah bueno listo"""
)
"""Of time, of asking whether people attend, and of courtesy: beside these words it is about something."""


def find_hours_asked(text: str, now: datetime) -> HoursAsked:
    """The question about hours that a text may be, seen from `now` (local time).

    Unless it `is_clear`, it is one only if the text as a whole was understood so.
    """
    text = text[:MAX_CHARS]
    said = plain(text)
    days, weekdays, stretch = days_asked(text, said, now.date())
    at = None if weekdays or stretch else _hour(text, now if days == (now.date(),) else None)
    has_day = bool(days or weekdays or stretch or at)
    about = " ".join(word for word in said.split() if word not in _EXPLAINED and not word.isdigit())
    kind = _kind(said, has_day=has_day)
    return HoursAsked(
        kind or (Asked.OPEN if has_day else Asked.HOURS),
        *(days, weekdays, stretch, None if kind in (Asked.UNTIL, Asked.FROM) else at, about, _refers(said)),
        says_closed=_CLOSES.search(said) is not None,
        is_new=kind is not None or not _FOLLOWS.match(fold(text)),
        misnamed=misnamed(said, days),
        is_clear=kind is not None and not about and _is_clear(text, said, kind, has_day=has_day),
    )


def _is_clear(text: str, said: str, kind: Asked, *, has_day: bool) -> bool:
    """«No hay servicio», «se cierra» and «soporte» are no questions."""
    if kind is Asked.COMES and "alcanz" not in said:
        return False
    is_asked = "?" in text or is_question(text)
    if _DENIES.search(said) and not is_asked:
        return False
    return is_asked or has_day or _NOW.search(said) is not None or _TELLS_WHAT.search(said) is not None


def _kind(said: str, *, has_day: bool) -> Asked | None:
    is_attended = _ATTENDS.search(said) is not None
    if _HOLIDAY.search(said) and (found := _of_holidays(said, has_day, is_attended)):
        return found
    if _NOON.search(said) and (is_attended or _SOMEBODY.search(said)) and not _UNTIL.search(said):
        return Asked.NOON
    for rule, kind in ((_UNTIL, Asked.UNTIL), (_FROM, Asked.FROM), (_COMES, Asked.COMES)):
        if rule.search(said):
            return kind
    if _WHAT.search(said) and (is_attended or _SOMEBODY.search(said)):
        return Asked.HOURS
    is_now = _NOW.search(said) is not None and (is_attended or _SOMEBODY.search(said) is not None)
    if (is_attended and (has_day or is_now)) or _SOMEBODY.search(said) or is_now:
        return Asked.CLOSED if _CLOSES.search(said) else Asked.OPEN
    return Asked.HOURS if has_day and is_attended else None


def _of_holidays(said: str, has_day: bool, is_attended: bool) -> Asked | None:
    if has_day:
        return None if is_attended else Asked.IS_HOLIDAY if _IS_ONE.search(said) or "festiv" in said else None
    return Asked.WHICH_HOLIDAYS if _LISTS.search(said) and not is_attended else Asked.HOLIDAYS


def _refers(said: str) -> bool:
    return _REFERS.search(said) is not None and not re.search(r"\bes[ea] (?:hora|dia|semana|fecha)\b", said)


def _hour(text: str, now: datetime | None) -> time | None:
    """The hour that is asked about, of today the one that comes; a part of a day is too wide to say yes or no to."""
    said = readable(fold(text))
    first, _ = find_hours(said)
    if first is not None:
        coming = [at for at in first.possible() if now and at > now.time()]
        return coming[0] if coming else first.usual()
    return None if _NOON.search(said) else find_twelve(said)
