"""Which stretch is meant where the guard is spoken of: «el 24 por la noche», «este puente», «la próxima semana», «anoche».

Pure: `now` is local time, and the calendar tells how long the desk stays closed around a day.
"""

import re
from datetime import date, datetime, time, timedelta

from itgov_bot.domain.calendar import Span, WorkCalendar
from itgov_bot.patterns import regex

from ..folding import fold
from .clock import DAYS
from .days import MONTHS, NEXT_WEEK, NoSuchDay, find_past_day
from .lengths import NUMBER, find_length
from .spans import find_moment, find_span

_DAY = timedelta(days=1)
_FEASTS = (
    (regex(r"\b(?:la )?nochebuena\b|\bvispera de navidad\b"), "el 24 de diciembre en la noche"),
    (regex(r"\b(?:en |la )?navidad\b"), "el 25 de diciembre"),
    (regex(r"\bfin de ano\b|\bano viejo\b"), "el 31 de diciembre en la noche"),
    (regex(r"\bano nuevo\b"), "el 1 de enero"),
)
_BARE_DAY = regex(
    r"\b(?:el|la(?P<night> noche)? del|del|dia) (?P<day>[12]?\d|3[01])\b"
    rf"(?! ?(?:[ap]\.? ?m|de (?:{'|'.join(MONTHS)})|[:/-]\d|al? \d+ de (?:{'|'.join(MONTHS)})))"
)
_BARE_RANGE = regex(
    rf"\b(?:del|desde el) (?P<first>[12]?\d|3[01]) (?:al|hasta el) (?P<last>[12]?\d|3[01])\b"
    rf"(?! ?(?:[ap]\.? ?m|de (?:{'|'.join(MONTHS)}|la (?:noche|manana|tarde))|[:/-]\d|horas))"
)
_CLOSED_DAYS = regex(r"\b(?:puente|festivos?|fin de semana|finde)\b")
_NEXT_WEEK = regex(rf"\b{NEXT_WEEK}\b")
_LAST_WEEK = regex(r"\bsemana pasada\b|\bpasada semana\b")
_WEEK = regex(r"\bsemana\b(?! santa)")
_IS = regex(r"\bestá\b|(?<=\bquien )esta\b|(?<=\bquién )esta\b", re.IGNORECASE)
"""«¿Quién está mañana por la noche?» speaks of no «esta mañana»."""
_IN_DAYS = regex(rf"\b(?P<first>{'|'.join(DAYS)}) y (?:el )?(?P<last>{'|'.join(DAYS)})\b")
_MONTH_ALONE = regex(rf"(?<!\d de )(?<!\d )\b(?P<month>{'|'.join(MONTHS)})\b(?! \d)")
_THIS_MONTH = regex(r"\b(?:este|fin(?:ales)? de) mes\b")
_NEXT_MONTH = regex(r"\b(?:otro|proximo) mes\b|\bmes (?:entrante|que viene|siguiente)\b")
_RETURNS = regex(
    r"\b(?:y |,? )?(?:vuelv[eo]|regres[ao]|retorn[ao]|se reintegra) (?:hasta )?(?P<when>(?:el|en|la|dentro)\b.*)"
)
_SOME_DAYS = regex(rf"\b(?:{NUMBER}) (?:dias?|semanas?)\b")
_WEEKDAY = regex(rf"\b(?:{'|'.join(DAYS)})\b")
_NOW = regex(r"\bahora(?: mismo)?\b|\bahorita\b|\ben este momento\b")
_LAST_NIGHT = regex(
    r"\banoche\b|\bde ayer\b|\bayer en la noche\b|\b(?:esta|la|de) madrugada\b|\besta noche\b|\banoch"
)
_THIS_NIGHT = regex(r"\b(?:esta|de esta) noche\b|\bhoy\b.*\bnoche\b")
_SMALL_HOURS = regex(r"\bmadrugada\b")
_PAST = regex(
    r"\b(?:tenia|tuvo|estuvo|estaba|hizo|fue|era|atendio|cubrio|tocaba|pasad[oa]|hubo|anoche|ayer"
    r"|(?:tuv|estuv|hic|atend|cubr)ieron|tenian|estaban|tomaron|ha[ns]? (?:estado|tenido|hecho)"
    r")\b|(?:^\W*que|\bquien(?:es)?)(?: (?:se|le|les|l[oa]s?))? (?:tomo|toco|paso|contesto|trasnocho)\b"
)
_PAST_BY_ACCENT = regex(r"\b(?:tom|toc|pas|contest|trasnoch)ó\b", re.IGNORECASE)
"""Without it, and of nobody who is asked for, «lo tomo» is what somebody does."""
NIGHT_BEGINS, NIGHT_ENDS = time(17), time(12)
"""What is asked of a night begins with the evening before it and ends with its morning."""


def tells_past(text: str) -> bool:
    """«¿Quién tenía el turno?»"""
    return bool(_PAST.search(fold(text)) or _PAST_BY_ACCENT.search(text))


def coming_span(text: str, now: datetime, calendar: WorkCalendar) -> Span | None:
    """A stretch to come, or one that goes on; of an instant, its minute. None where none is told."""
    said = _with_dates(fold(_IS.sub("", text)), now.date())
    if returns := _RETURNS.search(said):
        return _until_back(said[: returns.start()], returns["when"], now, calendar)
    if _CLOSED_DAYS.search(said) and not _WEEKDAY.search(said):
        return _closed_around(_saturday(now.date()), now, calendar)
    if (length := _SOME_DAYS.search(said)) and (lasts := find_length(length[0])):
        begins = find_span(said.replace(length[0], ""), now, whole_days=True)
        return (begins[0], begins[0] + lasts) if begins else (now, _at(now.date(), now) + lasts)
    if _NEXT_WEEK.search(said):
        monday = _monday(now.date()) + 7 * _DAY
        return _at(monday, now), _at(monday + 7 * _DAY, now)
    if span := _until(said, now) or find_span(said, now, whole_days=True):
        return span
    moment = now if _NOW.search(said) else find_moment(said, now)
    if moment:
        return moment, moment + timedelta(minutes=1)
    if _WEEK.search(said):
        return now, _at(_monday(now.date()) + 7 * _DAY, now)
    return _month(said, now)


def _month(said: str, now: datetime) -> Span | None:
    """All that is left of a month that is named, or of this one."""
    named, begins = _MONTH_ALONE.search(said), now.date().replace(day=1)
    if named or _NEXT_MONTH.search(said):
        begins = _first_of_next(begins)
        while named and MONTHS[begins.month - 1] != named["month"]:
            begins = _first_of_next(begins)
    elif not _THIS_MONTH.search(said):
        return None
    return max(now, _at(begins, now)), _at(_first_of_next(begins), now)


def _first_of_next(month: date) -> date:
    return (month + 31 * _DAY).replace(day=1)


def _until_back(before: str, back: str, now: datetime, calendar: WorkCalendar) -> Span | None:
    """«Salgo el lunes y vuelvo el 20»: the day of the return is none of it."""
    ends = coming_span(back, now, calendar)
    begins = coming_span(before, now, calendar)
    return (begins[0] if begins else now, ends[0]) if ends else begins


def _until(said: str, now: datetime) -> Span | None:
    """«Hasta el 20», without a beginning: from now to the end of that day."""
    before, until, day = said.partition("hasta ")
    is_begun = (
        not until or re.search(r"\b(?:desde|del?(?= \d)|de \d|manana|\d)", before) or _WEEKDAY.search(before)
    )
    span = None if is_begun else find_span(day, now, whole_days=True)
    return (now, span[1]) if span else None


def past_span(text: str, now: datetime, calendar: WorkCalendar) -> Span | None:
    """The same of what has gone by: of a day, with the night that follows."""
    said = _with_dates(fold(text), now.date(), past=True)
    if _THIS_NIGHT.search(said) and now.time() >= NIGHT_BEGINS:
        return _at(now.date(), now, NIGHT_BEGINS), now
    if _LAST_NIGHT.search(said):
        return _at(now.date() - _DAY, now, NIGHT_BEGINS), min(now, _at(now.date(), now, NIGHT_ENDS))
    if _CLOSED_DAYS.search(said) and not _WEEKDAY.search(said):
        return _closed_around(_saturday(now.date()) - 7 * _DAY, now, calendar)
    if _WEEK.search(said):
        monday = _monday(now.date()) - (7 * _DAY if _LAST_WEEK.search(said) else 0 * _DAY)
        return _at(monday, now), min(now, _at(monday + 7 * _DAY, now))
    try:
        day = find_past_day(said, now.date())
    except NoSuchDay:
        return None
    if day is None:
        return None
    begins = day - _DAY if _SMALL_HOURS.search(said) else day
    return _at(begins, now), min(now, _at(begins + _DAY, now, NIGHT_ENDS))


def _with_dates(said: str, today: date, *, past: bool = False) -> str:
    """Feasts, bare days of a month and weekdays that follow each other as dates."""
    for words, meant in _FEASTS:
        said = words.sub(meant, said)
    said = _IN_DAYS.sub(_from_day_to_day, said)
    said = re.sub(rf"\bhasta (?={'|'.join(MONTHS)})", "hasta el 1 de ", said)
    said = _BARE_RANGE.sub(
        lambda found: " al ".join(_dated(int(day), today, past=past) for day in found.groups()), said
    )
    return _BARE_DAY.sub(
        lambda found: (
            f"el {_dated(int(found['day']), today, past=past)}{' en la noche' if found['night'] else ''}"
        ),
        said,
    )


def _from_day_to_day(found: re.Match[str]) -> str:
    first, last = (DAYS.index(found[one]) for one in ("first", "last"))
    return f"desde el {found['first']} hasta el {found['last']}" if (last - first) % 7 == 1 else found[0]


def _dated(day: int, today: date, *, past: bool) -> str:
    """The nearest such day, on that side of today; a month that has none is left out."""
    is_this_month = day <= today.day if past else day >= today.day
    month = today.month if is_this_month else today.month % 12 + 1 if not past else (today.month - 2) % 12 + 1
    if not past and day > _days_in(date(today.year, month, 1)):
        month = month % 12 + 1
    return f"{day} de {MONTHS[month - 1]}"


def _days_in(month: date) -> int:
    return (_first_of_next(month) - _DAY).day


def _closed_around(day: date, now: datetime, calendar: WorkCalendar) -> Span:
    """From the closing before a day until people attend again: a weekend, with the holidays beside it."""
    noon = _at(day, now, time(12))
    return calendar.local(calendar.closed_since(noon)), calendar.local(calendar.opens_at(noon))


def _saturday(today: date) -> date:
    """Of this week; on its weekend, the present one."""
    return _monday(today) + 5 * _DAY


def _monday(today: date) -> date:
    return today - today.weekday() * _DAY


def _at(day: date, like: datetime, at: time = time(0)) -> datetime:
    return datetime.combine(day, at, like.tzinfo)
