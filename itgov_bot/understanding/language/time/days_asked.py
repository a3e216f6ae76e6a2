"""Which days are named where it is asked when people attend: «los sábados», «Semana Santa», «el 24 y el 31 de diciembre»."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from dateutil.easter import easter

from itgov_bot.patterns import regex

from ..folding import fold
from .clock import DAYS
from .days import MONTHS, NEXT_WEEK, NoSuchDay, find_coming_day, month_number
from .hour_phrases import readable

MAX_DAYS = 4


class Stretch(StrEnum):
    """Days that are named together."""

    HOLY_WEEK = "holy_week"
    THIS_WEEK = "this_week"
    NEXT_WEEK = "next_week"
    YEAR_END = "year_end"
    MONTH = "month"


_WEEKDAY = regex(
    r"\b(?P<every>los |tod[oa]s los |cada )?(?:dias? )?(?P<name>lunes|martes|miercoles|jueves|viernes|bierne?s"
    r"|vierns|sa[bv]ados?|domin[gj]os?)\b"
)
_NAMES = {"lun": 0, "mar": 1, "mie": 2, "jue": 3, "vie": 4, "bie": 4, "sab": 5, "sav": 5, "dom": 6}
_WEEKEND = regex(r"\bfin(?:es)? de semana\b|\bfinde\b")
_HOLY_WEEK = regex(r"\bsemana santa\b|\bsemana mayor\b")
_HOLY_DAYS = {"miercoles de ceniza": -46, "jueves santo": -3, "viernes santo": -2}
_YEAR_END = regex(
    r"\b(?:fin|cierre|final(?:es)?) de ano\b|\bfiestas de (?:diciembre|fin de ano)\b|\bnavidad(?:es)?\b"
    r"|\bdecembrin\w+"
)
_WEEKS = (
    (regex(rf"\b{NEXT_WEEK}\b"), Stretch.NEXT_WEEK),
    (regex(r"\besta semana\b|\bresto de la semana\b"), Stretch.THIS_WEEK),
)
_MONTH = regex(rf"\b(?:en|durante|para|todo) (?:el mes de )?(?P<month>{'|'.join(MONTHS)})\b")
_OF_MONTH = regex(rf"\bde (?:{'|'.join(MONTHS)})\b")
_BARE_DAY = regex(
    r"\b(?:el|los) (?:dia |dias )?(?P<day>[12]?\d|3[01])\b(?! (?:de )?[a-z]*(?:ene|feb|mar|abr|may|jun|jul|ago"
    r"|sep|oct|nov|dic))"
)


def days_asked(text: str, said: str, today: date) -> tuple[tuple[date, ...], tuple[int, ...], Stretch | None]:
    """The dates, the days of every week (Monday is 0), and what the dates are together.
    `said`: the plain words of the text."""
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


_ANY_DAY = "|".join(DAYS)
_CALLED = regex(
    rf"\b(?:hoy|manana) (?:que )?(?:es |el )?(?P<after>{_ANY_DAY})\b"
    rf"|\b(?P<before>{_ANY_DAY}) (?:el )?(?:dia )?\d{{1,2}}\b"
    rf"|\b\d{{1,2}} de \w+ (?:que )?(?:es|cae|sera) (?P<told>{_ANY_DAY})\b"
)


def misnamed(said: str, days: Sequence[date]) -> int | None:
    """The weekday that the one day was called and is not."""
    called = _CALLED.search(said) if len(days) == 1 else None
    weekday = _NAMES[called[called.lastgroup or 0][:3]] if called else None
    return None if weekday is None or weekday == days[0].weekday() else weekday


def _run(begin: date, count: int) -> tuple[date, ...]:
    return tuple(begin + timedelta(days=each) for each in range(count))


def _from_easter(days: int, today: date) -> date:
    """The next day that lies so many days from Easter."""
    found: list[date] = [easter(year) + timedelta(days=days) for year in (today.year, today.year + 1)]
    return next(day for day in found if day >= today - timedelta(days=4))
