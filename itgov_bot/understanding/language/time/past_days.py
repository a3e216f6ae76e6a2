"""Some days as a manager types them: «hoy», «semana», «mes pasado», «noviembre», «27 de noviembre», or any stretch."""

from collections.abc import Callable
from datetime import date, timedelta

from itgov_bot.domain.days import EARLIEST, Days
from itgov_bot.domain.indicators import Frequency, Period
from itgov_bot.patterns import regex

from ..folding import fold
from .days import NoSuchDay, find_past_day
from .stretches import find_stretch

_FILLER = regex(r"\b(?:el|la|del?|en|este|esta|actual)\b|[¿?.,]")
_LAST = regex(r"\b(?:pasad[oa]|anterior|ultim[oa])\b")


def find_past_days(text: str, today: date) -> Days | None:
    """Seen from `today`, local. None when none are told, or they have not begun.

    A week, a month and a year that are named are told whole, also while they go on.
    """
    said = fold(text)
    found = _whole(said, today) or _of_stretch(text, today) or _of_day(said, today)
    return found if found and EARLIEST <= found.first <= today else None


def _whole(said: str, today: date) -> Days | None:
    """«Semana», «este mes», «trimestre pasado»."""
    word = " ".join(_FILLER.sub(" ", _LAST.sub(" ", said)).split())
    if word not in _NOW:
        return None
    current = _NOW[word](today)
    return current.previous() if _LAST.search(said) else current


def _of_stretch(text: str, today: date) -> Days | None:
    found = find_stretch(text, today)
    return Days(found.first, found.last) if found and not (found.period and found.period.is_extra) else None


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
