"""What is asked about the hours in which people attend: «¿ya cerraron?», «¿hasta qué hora los viernes?».

The days that were named are read here; whether people attend then is for the calendar to say.
"""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from dateutil.easter import easter

from ..folding import fold, plain, word_set
from ..questions import is_question
from .clock import find_hours, find_twelve
from .days import MONTHS, NoSuchDay, find_coming_day, month_number
from .hour_phrases import readable

MAX_CHARS = 300
MAX_DAYS = 4


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


class Stretch(StrEnum):
    """Days that are named together."""

    HOLY_WEEK = "holy_week"
    THIS_WEEK = "this_week"
    NEXT_WEEK = "next_week"
    YEAR_END = "year_end"
    MONTH = "month"


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
_UNTIL = re.compile(
    r"\b(?:se van|salen)\b|"
    rf"\bh?asta (?:{_WHAT_HOUR}|las cuantas|cuando)|\b(?:a )?{_WHAT_HOUR} (?:se )?(?:[cs]ierran?|van|salen"
    rf"|termina\w*|acaban?)"
    r"|\bh?ora (?:de|del) (?:[cs]ierre|salida)|\bcuando (?:[cs]ierran|se van)"
)
_FROM = re.compile(
    rf"\b(?:desde|dsd|a partir de) (?:{_WHAT_HOUR}|cuando)|\b(?:a )?{_WHAT_HOUR} (?:a[bv]ren?|a[bv]riran"
    rf"|empiezan?|llegan?|vuelven|regresan|inicia\w*"
    r"|arrancan?|entran)|\bh?ora (?:de|del) (?:apertura|entrada)|\bcuando (?:a[bv]ren|vuelven|regresan)"
    r"|\bcuanto falta para que abran"
)
_COMES = re.compile(
    r"\balcanz\w+ a (?:venir|llegar|pasar|atender\w*|que)|\b(?:pueden|podran|van a|podrian) (?:venir"
    r"|pasar)(?: hoy)?\b|\bvienen hoy\b"
)
_NOON = re.compile(
    r"\bmedio ?dia\b|\balmuerz\w+|\balmorz\w+|\balmorsar\b|\bjornada (?:es )?(?:continua|unica|partida)|\bde corrido\b"
    r"|\breceso\b"
)
_CLOSES = re.compile(
    r"\b(?:[cs]i?err(?:an?|aron|o|aran)|[cs]errad[oa]s?|descansan?|se fueron|salieron|se van|almuerzan|almorzar"
    r"|almorsar|receso|partida)\b"
)
_HOLIDAY = re.compile(r"\bfesti[vb]os?\b|\bferiados?\b")
_LISTS = re.compile(
    r"\b(?:que|q|cuales|cuantos|cuando)\b.{0,30}\b(?:festi[vb]os?|feriados?)\b"
    r"|\bproxim[oa]s? (?:dias? )?(?:festi[vb]os?|feriados?)\b"
)
_IS_ONE = re.compile(r"\b(?:es|sera|cae) (?:dia )?(?:festi[vb]o|feriado)\b")
_ATTENDS = re.compile(rf"\b(?:{_ATTEND}|{_HOURS_WORD}|servi[cs]io|soporte|turno)\b")
_NOW = re.compile(
    r"\bah?ora(?: mismo)?\b(?! de)|\bahorita\b|\b(?:a )?est[ae] hora\b|\ben este (?:mismo )?momento\b"
    r"|\btodavia\b|\baun\b|\bya (?:a[bv]rieron|a[bv]rio"
    r"|[cs]erraron|[cs]erro|se fueron|salieron|no (?:hay|atienden|estan)|estan|llegaron)|\bsiguen? a[bv]iert\w+"
    r"|\best[ae]n? (?:a[bv]iert|[cs]errad|atendiendo)"
)
_SOMEBODY = re.compile(
    rf"\bya (?:se fueron|salieron|llegaron)\b|\b{_THERE} (?:alguien|gente|personal|alguno|quien|atencion|servi[cs]io"
    r"|soporte)\b|\bqui?en atienda\b"
    rf"|\best(?:an?) (?:a )?(?:est[ae]|ahor\w+)"
)
_WHAT = re.compile(
    rf"\b{_WHAT_HOUR}\b|\b(?:{_HOURS_WORD})\b|\bde que hora\b|\bcuando\b.{{0,12}}\batienden\b|\bque dias\b"
)
_DENIES = re.compile(r"\bno\b|\bsin\b|\bse [cs]i?err|\b(?:caid|dana|lent|bloque)\w+")
_TELLS_WHAT = re.compile(
    rf"\b(?:{_HOURS_WORD})\b|\b{_WHAT_HOUR}\b|\bfesti[vb]os?\b|\balcanz\w+|\bmedio ?dia\b"
)
_REFERS = re.compile(r"\b(?:es[eoa]s?|eso|ese|el mismo|ese servicio|lo de eso|es[eo] mismo)\b")
_FOLLOWS = re.compile(r"\W{0,9}(?:y|ah y|e)\b")

_WEEKDAY = re.compile(
    r"\b(?P<every>los |tod[oa]s los |cada )?(?:dias? )?(?P<name>lunes|martes|miercoles|jueves|viernes|bierne?s"
    r"|vierns|sa[bv]ados?|domin[gj]os?)\b"
)
_NAMES = {"lun": 0, "mar": 1, "mie": 2, "jue": 3, "vie": 4, "bie": 4, "sab": 5, "sav": 5, "dom": 6}
_WEEKEND = re.compile(r"\bfin(?:es)? de semana\b|\bfinde\b")
_HOLY_WEEK = re.compile(r"\bsemana santa\b|\bsemana mayor\b")
_HOLY_DAYS = {"miercoles de ceniza": -46, "jueves santo": -3, "viernes santo": -2}
_YEAR_END = re.compile(
    r"\b(?:fin|cierre|final(?:es)?) de ano\b|\bfiestas de (?:diciembre|fin de ano)\b|\bnavidad(?:es)?\b"
    r"|\bdecembrin\w+"
)
_WEEKS = (
    (
        re.compile(
            r"\b(?:otra|proxima|siguiente) semana\b|\bsemana (?:que viene|entrante|proxima|siguiente)\b"
        ),
        Stretch.NEXT_WEEK,
    ),
    (re.compile(r"\besta semana\b|\bresto de la semana\b"), Stretch.THIS_WEEK),
)
_MONTH = re.compile(rf"\b(?:en|durante|para|todo) (?:el mes de )?(?P<month>{'|'.join(MONTHS)})\b")
_OF_MONTH = re.compile(rf"\bde (?:{'|'.join(MONTHS)})\b")
_BARE_DAY = re.compile(
    r"\b(?:el|los) (?:dia |dias )?(?P<day>[12]?\d|3[01])\b(?! (?:de )?[a-z]*(?:ene|feb|mar|abr|may|jun|jul|ago"
    r"|sep|oct|nov|dic))"
)
_TIME_WORDS = word_set(
    """a al ahora ahorita am ano antes aora apertura ayer cada como continua corrido cuando cuanta cuantas cuantos
    cuarto cierre de del desde despues dia dias durante el en entrada entre es esa esas ese eso esos esta estas este
    fin fines finde h hasta asta hora horas ora oras horario horarios hoy oy jornada la las lo los m madrugada manana
    mas media medio mediodia mes mismo misma momento noche o otra otro para pa partir pasado pm por proxima proximo
    proximos que q k ke cual cuales punto receso salida se semana semanas santa santo mayor sera siguiente si tarde
    temprano todavia aun aunque todo toda todos todas tipo unica partida viene entrante y ya año vacaciones navidad
    navidades diciembre enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre
    lunes martes miercoles jueves viernes vierns sabado sabados savado savados domingo domingos dominjos festivo
    festivos festibo festibos feriado feriados final finales puente ceniza almuerzo almorzar almorsar almuerzan
    siempre normal normalmente resto"""
)
_ASKING_WORDS = word_set(
    """abierta abierto abiertos abre abren abrieron abrio abriran alcanza alcanzan alcanzo alguien alguno ai ay
    atencion atendiendo atiende atienden atendera atenderan atender atendemos cierra cierran cerraron cerro cerrado
    cerrados cerraran sierran serrado contesta contestan responde responden descansan desea esta estan estara estaran
    estamos fueron salieron fue gente ir habra hay horario labora laboran llega llegan llegar llegaron pasar personal
    prestan prestara pueden podran puede quien qien queda saber salen servicio servicios serbicio soporte tecnico
    tecnicos ingeniero ingenieros trabaja trabajan trabajaran trabajando turno ustedes uds ustds usted van venir
    vienen vuelven regresan empiezan empieza entran termina terminan acaban aquí aqui alla mesa ayuda oficina
    sistemas informatica alcaldia desk encuentro no sí si falta inician inicia arrancan siguen sigue les me nos le
    visita visitas un una algun son somos cae con tienen tiene manejan maneja hacen hace atendido puedo llamar ustede"""
)
_COURTESY = word_set(
    """hola buenas buenos tardes noches bns favor porfa porfavor xfa gracias muchas mil ing inge ingeniera disculpe
    disculpa disculpen oiga oye ey eche pregunta consulta quisiera quiero queria necesito saber decir decirme dice
    digame dime indicar indicarme informar me puede pueden podria regala amable ajá aja mani parce amigo amiga doctor
    doctora senor senora cordial saludo jefe mi gente joven ah bueno listo"""
)
_EXPLAINED = _TIME_WORDS | _ASKING_WORDS | _COURTESY


def find_hours_asked(text: str, now: datetime) -> HoursAsked:
    """The question about hours that a text may be, seen from `now` (local time).

    Unless it `is_clear`, it is one only if the text as a whole was understood so.
    """
    text = text[:MAX_CHARS]
    said = plain(text)
    days, weekdays, stretch = _days(text, said, now.date())
    at = None if weekdays or stretch else _hour(text, now if days == (now.date(),) else None)
    has_day = bool(days or weekdays or stretch or at)
    about = " ".join(word for word in said.split() if word not in _EXPLAINED and not word.isdigit())
    kind = _kind(said, has_day=has_day)
    return HoursAsked(
        kind or (Asked.OPEN if has_day else Asked.HOURS),
        *(days, weekdays, stretch, None if kind in (Asked.UNTIL, Asked.FROM) else at, about, _refers(said)),
        says_closed=_CLOSES.search(said) is not None,
        is_new=kind is not None or not _FOLLOWS.match(fold(text)),
        misnamed=_misnamed(said, days),
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


# Which days


def _days(text: str, said: str, today: date) -> tuple[tuple[date, ...], tuple[int, ...], Stretch | None]:
    """The dates, the days of every week, and what the dates are together."""
    for name, from_easter in _HOLY_DAYS.items():
        if name in said:
            return (_from_easter(from_easter, today),), (), None
    if _HOLY_WEEK.search(said):
        friday = _from_easter(-2, today)
        return _run(friday - timedelta(days=4), 5), (), Stretch.HOLY_WEEK
    if _YEAR_END.search(said) and not re.search(r"\d", said):
        return _run(date(today.year, 12, 24), 9), (), Stretch.YEAR_END
    if _WEEKEND.search(said):
        return (), (5, 6), None
    named = list(_WEEKDAY.finditer(said))
    every = tuple(dict.fromkeys(_NAMES[match["name"][:3]] for match in named if _is_every(match)))
    if every:
        return (), every, None
    if stretch := _stretch(said, today) if not named else None:
        return stretch[0], (), stretch[1]
    return _dates(text, today), (), None


def _is_every(named: re.Match[str]) -> bool:
    return named["every"] is not None or named["name"].startswith(
        ("sabados", "savados", "domingos", "dominjos")
    )


def _stretch(said: str, today: date) -> tuple[tuple[date, ...], Stretch] | None:
    monday = today - timedelta(days=today.weekday())
    for rule, stretch in _WEEKS:
        if rule.search(said):
            begin = monday + timedelta(days=7) if stretch is Stretch.NEXT_WEEK else today
            return _run(begin, 7 - begin.weekday()), stretch
    found = _MONTH.search(said)
    month = month_number(found["month"]) if found else None
    if month is None:
        return None
    begin = today if month == today.month else date(today.year + (month < today.month), month, 1)
    return _run(begin, monthrange(begin.year, month)[1] - begin.day + 1), Stretch.MONTH


def _dates(text: str, today: date) -> tuple[date, ...]:
    """Every date that is named: «el 24 y el 31 de diciembre»."""
    said = readable(fold(text))
    month = _OF_MONTH.search(said)
    pieces = re.split(r"\s(?:y|o|ni)\s(?=el\b|\d)|,", said)[:MAX_DAYS]
    with_month = [
        f"{piece} {month[0]}" if month and re.search(r"\b[0-3]?\d\W*$", piece) else piece for piece in pieces
    ]
    return tuple(dict.fromkeys(day for piece in with_month if (day := _date(piece, today))))


def _date(said: str, today: date) -> date | None:
    bare = _BARE_DAY.search(said)
    try:
        return find_coming_day(said, today) or (
            find_coming_day(f"el dia {bare['day']}", today) if bare else None
        )
    except NoSuchDay:
        return None


_CALLED = re.compile(
    r"\b(?:hoy|manana) (?:que )?(?:es |el )?(?P<after>lunes|martes|miercoles|jueves|viernes|sabado|domingo)\b"
    r"|\b(?P<before>lunes|martes|miercoles|jueves|viernes|sabado|domingo) (?:el )?(?:dia )?\d{1,2}\b"
    r"|\b\d{1,2} de \w+ (?:que )?(?:es|cae|sera) (?P<told>lunes|martes|miercoles|jueves|viernes|sabado|domingo)\b"
)


def _misnamed(said: str, days: Sequence[date]) -> int | None:
    called = _CALLED.search(said) if len(days) == 1 else None
    weekday = _NAMES[called[called.lastgroup or 0][:3]] if called else None
    return None if weekday is None or weekday == days[0].weekday() else weekday


def _run(begin: date, count: int) -> tuple[date, ...]:
    return tuple(begin + timedelta(days=each) for each in range(count))


def _hour(text: str, now: datetime | None) -> time | None:
    """The hour that is asked about, of today the one that comes; a part of a day is too wide to say yes or no to."""
    said = readable(fold(text))
    first, _ = find_hours(said)
    if first is not None:
        coming = [at for at in first.possible() if now and at > now.time()]
        return coming[0] if coming else first.usual()
    return None if _NOON.search(said) else find_twelve(said)


def _from_easter(days: int, today: date) -> date:
    """The next day that lies so many days from Easter."""
    found: list[date] = [easter(year) + timedelta(days=days) for year in (today.year, today.year + 1)]
    return next(day for day in found if day >= today - timedelta(days=4))
