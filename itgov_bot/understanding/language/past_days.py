"""Some days as a manager types it: «hoy», «esta semana», «mes pasado», «noviembre», «2026-11», «27 de noviembre»."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from itgov_bot.domain.indicators import Frequency, Period
from itgov_bot.domain.summary import EARLIEST, Days

from .days import NoSuchDay, find_past_day, month_number
from .folding import fold
from .periods import find_period

_FILLER = re.compile(r"\b(?:el|la|los|las|del?|en|este|esta|actual|lo que va|va|mes de)\b|[¿?.,]")
_LAST = re.compile(r"\b(?:pasad[oa]|anterior|ultim[oa])\b")
_LAST_N = re.compile(r"ultim[oa]s (\d{1,3}) dias")


def find_past_days(text: str, today: date) -> Days | None:
    """Seen from `today`, local. None when none are told, or they have not begun."""
    said = fold(text)
    found = _named(said, today) or _of_period(text) or _last_days(said, today) or _of_day(said, today)
    return found if found and EARLIEST <= found.first <= today else None


def _named(said: str, today: date) -> Days | None:
    """«Semana», «mes pasado», «noviembre»: without a year a month is the last one that began."""
    is_last = _LAST.search(said) is not None
    word = " ".join(_FILLER.sub(" ", _LAST.sub(" ", said)).split())
    now = _NOW.get(word)
    if now is not None:
        current = now(today)
        return current.previous() if is_last else current
    month = month_number(word) if word.isalpha() else None
    if month is None:
        return None
    began = today.replace(day=1, month=month)
    return Days.month_of(began if began <= today else began.replace(year=today.year - 1))


def _of_period(text: str) -> Days | None:
    period = find_period(text)
    return Days(period.first_day, period.last_day) if period and not period.is_extra else None


def _last_days(said: str, today: date) -> Days | None:
    """«Últimos 30 días»: with today."""
    told = _LAST_N.search(said)
    days = int(told[1]) if told else 0
    return Days(today - timedelta(days=days - 1), today) if days else None


def _of_day(said: str, today: date) -> Days | None:
    try:
        day = find_past_day(said, today)
    except NoSuchDay:
        return None
    return Days.day(day) if day else None


def _of_frequency(frequency: Frequency, today: date) -> Days:
    period = Period.of(frequency, today)
    return Days(period.first_day, period.last_day)


_NOW: dict[str, Callable[[date], Days]] = {
    "hoy": Days.day,
    "ayer": lambda today: Days.day(today - timedelta(days=1)),
    "semana": Days.week_of,
    "mes": Days.month_of,
    "trimestre": lambda today: _of_frequency("TRIMESTRAL", today),
    "semestre": lambda today: _of_frequency("SEMESTRAL", today),
    "ano": lambda today: _of_frequency("ANUAL", today),
}
