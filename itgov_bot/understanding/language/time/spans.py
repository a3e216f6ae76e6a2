"""From when until when, as people write it: «sábado 8 pm a domingo 8 am», «hoy de 6 a 10 de la noche», «7 pm por 3 horas».

Pure: the moment of writing is an argument, always local time.
"""

import re
from datetime import date, datetime, time, timedelta

from itgov_bot.domain.calendar import Span
from itgov_bot.patterns import regex

from ..folding import fold, word_set
from .clock import DAYS, MIDNIGHT, find_hours, find_twelve
from .days import MONTH, NoSuchDay, find_coming_day
from .hour_phrases import readable
from .lengths import find_length, without_lengths
from .times import EventTime, find_event_time

MAX_CHARS = 200
"""Read of a text: each place where a span may be parted is tried."""

MORNING = time(8)
"""Until when a night lasts."""
_DAY = timedelta(days=1)
_AT_NIGHT = regex(r"\b(?:noche|anochecer)\b")
_FROM_WHAT = regex(r":\s+|\n")
_UNTIL = regex(r"\bhasta\b")
_TO = regex(r"\s(?:al?|-|–)\s")
_BETWEEN_DAYS = regex(r"\shasta(?:\sel)?\s|\s(?:al?|-|–)\s(?!las?\s(?:\d|una\b)|medi[ao] ?(?:dia|noche))")
"""«A las 8» and «a medianoche» are hours; every other «a» may stand between a day and a day."""
_WEEKEND = "fin de semana"
_NUMBER = r"(?<![\d:/-])(?:[12]?\d|3[01])(?![\d:/-])"
_OF_ONE_MONTH = (
    regex(
        rf"\b(?:(?:desde|del?|entre|el|los dias?|dias?)\s)*(?P<first>{_NUMBER})\s?(?:al?|hasta(?: el)?|y(?: el)?|-|–)\s?"
        rf"(?P<last>{_NUMBER})\s(?:de\s)?(?P<month>{MONTH})"
    ),
    regex(
        rf"\b(?:(?:desde|del?|el)\s)*(?P<month>{MONTH})\s(?P<first>{_NUMBER})\s(?:al?|y|-|–)\s(?P<last>{_NUMBER})$"
    ),
)
"""«Del 20 al 22 de noviembre», «noviembre 20 al 22»: the month is said once."""
_DAYS_APART = regex(rf"(?P<first>{_NUMBER}) y (?:el )?(?P<last>{_NUMBER})\b")
"""«24 y 25 de diciembre» go on from one to the other; «24 y 31» are two."""
_BY_NUMBER = regex(
    rf"\b(?:desde el|del) (?P<first>{_NUMBER}) (?:al|hasta el) (?P<last>{_NUMBER})(?!\s?[ap]\.?\s?m)"
)
"""«Del 20 al 22»: days; hours are «de 8 a 10»."""
_DAY_SAID = rf"(?:hoy|manana|(?:{'|'.join(DAYS)})(?: \d{{1,2}}(?: de {MONTH})?)?|\d{{1,2}} de {MONTH}|\d{{1,2}}/\d{{1,2}})"
_HOUR_SAID = r"(?:a las? )?(?:\d{1,2}(?::\d\d)? ?[ap]\.? ?m\.?|\d\d:\d\d)"
_EXACT = regex(
    rf"(?:desde |del? )?(?:el )?{_DAY_SAID} (?:de |desde )?{_HOUR_SAID}"
    rf" (?:al?|hasta|-)(?: el)?(?: {_DAY_SAID})? {_HOUR_SAID}"
)
OF_TIME = word_set(
    f"""
    a al de del desde el la las los hasta y hoy manana pasado noche tarde madrugada dia dias medio media mediodia medianoche
    am pm m p este esta estos fin semana proximo proxima que viene entrante siguiente por hora horas hrs todo toda en ahora
    mismo durante entre mes primero una {" ".join(DAYS)} sabados domingos - –
    """
)
TIME_WRITTEN = regex(rf"[\d:/.,h-]+(?:[ap]\.?m?\.?)?|{MONTH}|[ap]\.|m\.")


def told_apart_from_what(text: str) -> tuple[str, str]:
    """«Sábado 8 pm a 11 pm: cambio del switch» as its time and its matter; without a colon all of it is both."""
    when, *what = _FROM_WHAT.split(text, maxsplit=1)
    return (when.strip(), what[0].strip()) if what else (text.strip(), "")


def find_span(text: str, now: datetime, *, whole_days: bool = False) -> Span | None:
    """The beginning and the end, seen from `now`; None when one of them is not told. The end is after the beginning.

    Both with their hours, or one hour and how long it lasts. With `whole_days` a day that is told without an hour
    counts from its first minute to its last, and a part of it («en la noche») from when it begins.
    """
    told = _night_behind(" ".join(fold(text[:MAX_CHARS]).split()))
    apart, said = _DAYS_APART.search(told), _with_whole_dates(told)
    if apart and said != told and int(apart["last"]) != int(apart["first"]) + 1:
        return None
    return (
        _parted(_UNTIL, said, now)
        or _within_a_day(said, now)
        or _lasting(said, now)
        or _parted(_TO, said, now)
        or (_of_days(said, now) if whole_days else None)
    )


_WHICH_DAY = (
    rf"(?P<day>(?:este |proximo )?(?:{'|'.join(DAYS)}|[12]?\d|3[01])(?: de (?!noche)[a-z]+)?|hoy|manana)"
)
_NIGHT_OF = regex(rf"\b(?:la )?noche (?:del?|de el) {_WHICH_DAY}\b")
_OF_NIGHT = regex(rf"\b{_WHICH_DAY} de noche\b")


def _night_behind(said: str) -> str:
    """«La noche del sábado» and «el sábado de noche», as «el sábado en la noche»."""
    return _OF_NIGHT.sub(r"\g<day> en la noche", _NIGHT_OF.sub(r"el \g<day> en la noche", said))


def is_exact_span(text: str) -> bool:
    """The day and the hours with their half, and nothing else: read one way alone."""
    return _EXACT.fullmatch(" ".join(fold(text).split())) is not None


def untimed(text: str) -> str:
    """The words that tell no time, as they were written."""
    return " ".join(
        word for word in text.split() if not (_bare(word) in OF_TIME or TIME_WRITTEN.fullmatch(_bare(word)))
    )


def _bare(word: str) -> str:
    return fold(word).strip("¿?¡!,;:()") or "-"


def _with_whole_dates(said: str) -> str:
    for rule in _OF_ONE_MONTH:
        said = rule.sub(r"\g<first> de \g<month> al \g<last> de \g<month>", said)
    return _BY_NUMBER.sub(r"el dia \g<first> al el dia \g<last>", said)


def find_moment(text: str, now: datetime) -> datetime | None:
    """A coming instant that is told with its hour, or this one."""
    told = find_event_time(text, now)
    if told is None:
        return None
    this_minute = now.replace(second=0, microsecond=0)
    if told.start is None:
        is_now = told.assumed_start == this_minute.time() and told.day == now.date()
        return this_minute if is_now else None
    return _at(told.day, told.start, now)


def find_finish(text: str, starts: datetime) -> datetime | None:
    """When something that begins then ends: by its length, or the next time that the clock shows the hour."""
    said = readable(fold(text))
    if length := find_length(said):
        return starts + length
    said = without_lengths(said)
    first, last = find_hours(said)
    hour, twelve = last or first, find_twelve(said)
    times = hour.possible() if hour else (twelve,) if twelve else ()
    try:
        day = find_coming_day(said, starts.date())
    except NoSuchDay:
        return None
    days = [day] if day else [starts.date(), starts.date() + _DAY]
    ends = sorted(_at(each, at, starts) for each in days for at in times)
    return next((end for end in ends if end > starts), None)


def _parted(where: re.Pattern[str], said: str, now: datetime) -> Span | None:
    """The beginning stands before it and the end behind it: «24/12 8 pm a medianoche»."""
    for found in where.finditer(said):
        starts = find_moment(said[: found.start()], now)
        ends = find_finish(said[found.end() :], starts) if starts else None
        if starts and ends:
            return starts, ends
    return None


def _within_a_day(said: str, now: datetime) -> Span | None:
    """«El sábado de 8 a 10 pm», or beyond its midnight."""
    told, starts = find_event_time(said, now), find_moment(said, now)
    if told is None or told.end is None or starts is None:
        return None
    ends = _at(told.day, told.end, now)
    return starts, ends if starts < ends else ends + _DAY


def _lasting(said: str, now: datetime) -> Span | None:
    starts, length = find_moment(said, now), find_length(readable(said))
    return (starts, starts + length) if starts and length else None


def _of_days(said: str, now: datetime) -> Span | None:
    """«Del sábado al lunes», «viernes en la noche a sábado 6 am», «el sábado», «este fin de semana»."""
    for found in _BETWEEN_DAYS.finditer(said):
        if span := _between_days(said[: found.start()], said[found.end() :], now):
            return span
    told = find_event_time(said, now)
    if told is None or (told.begins and not (told.is_assumed and _AT_NIGHT.search(said))):
        return None  # an hour alone has no end
    if told.begins:
        return _night_of(told, now)
    starts = _at(told.day, time(0), now)
    length = 2 * _DAY if _WEEKEND in said else _DAY
    return starts, _at(told.day, told.end, now) if told.end else starts + length


def _night_of(told: EventTime, now: datetime) -> Span:
    """«El sábado en la noche»: until the morning."""
    starts = _at(told.day, told.begins or time(0), now)
    return starts, _at(told.day + _DAY, MORNING, now)


def _between_days(before: str, after: str, now: datetime) -> Span | None:
    """The end is read as it is seen from the beginning: «sábado … a domingo …» is the Sunday after it."""
    first = find_event_time(before, now)
    if first is None:
        return None
    starts = _at(first.day, first.begins or time(0), now)
    last = find_event_time(after, starts)
    if last is None:
        return None
    ends = _at(last.day, last.begins, now) if last.begins else _at(last.day, time(0), now) + _DAY
    return (starts, ends) if starts < ends else None


def _at(day: date, at: time, like: datetime) -> datetime:
    """Midnight is the end of its day."""
    if at == MIDNIGHT:
        return datetime.combine(day + _DAY, time(0), like.tzinfo)
    return datetime.combine(day, at, like.tzinfo)
