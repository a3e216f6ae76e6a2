"""Lengths of time as they are said («hace media hora», «en 1 hora y 20 minutos»), and the numbers in words.

A length of time is never an hour of the clock, so `without_lengths` takes it out before `find_hours` looks.
"""

import re
from datetime import timedelta

from itgov_bot.patterns import regex

from ..figures import UNITS

HOURS = ("una", *UNITS[2:13])
TENS = {"veinte": 20, "treinta": 30, "cuarenta": 40, "cincuenta": 50}
NUMBERS = (
    {word: number for number, word in enumerate(HOURS, 1)} | {"un": 1, "quince": 15, "veinticinco": 25} | TENS
)
NUMBER = rf"\d{{1,4}}|{'|'.join(NUMBERS)}"
HOUR_WORDS = "|".join(HOURS)

_UNIT = r"(?:minutos?|mins?|horas?|hrs?|h|dias?|semanas?|mes(?:es)?|anos?)"
_AMOUNT = rf"(?:{NUMBER}|media|un par de|tres cuartos de|(?:un )?cuarto de)"
_LENGTH = (
    rf"(?<![\w:.])(?:(?P<amount>{_AMOUNT})\s*(?P<unit>{_UNIT})\b(?:\s+y\s+(?P<half>media|cuarto|pico)\b"
    rf"|\s+(?:y\s+)?(?P<minutes>{NUMBER})\s*(?:minutos?|mins?)\b)?|hora\s+y\s+(?P<over>media|cuarto|pico)\b)"
)
_ABOUT = r"(?:(?:ya|como|casi|mas de|mas o menos|unas?|unos|alrededor de|cerca de|por lo menos|aproximadamente)\s+){0,3}"
_AGO = regex(rf"\b(?:hace|hara|llev\w+|van|tenemos|duramos)\s+{_ABOUT}{_LENGTH}")
_WAIT = regex(rf"\b(?:en|dentro de)\s+{_ABOUT}{_LENGTH}")
_SOON = regex(r"\b(?:en|dentro de)\s+(?:un rato|un ratico|un momento|un momentico|unos minutos)\b")
ANY_LENGTH = regex(rf"(?:\b(?:(?:desde\s+)?(?:hace|hara)|durante|llev\w+)\s+{_ABOUT})?{_LENGTH}")
_MINUTES = {"m": 1, "h": 60, "d": 24 * 60, "s": 7 * 24 * 60}
_AMOUNTS = {"media": 0.5, "un par de": 2.0, "tres cuartos de": 0.75, "cuarto de": 0.25, "un cuarto de": 0.25}
_OVER = {"media": 0.5, "cuarto": 0.25}


def number(written: str) -> int:
    return int(written) if written.isdigit() else NUMBERS[written]


def without_lengths(said: str) -> str:
    """The text without «2 horas», «hace media hora», «desde hace 20 minutos»."""
    return ANY_LENGTH.sub(" , ", said)


def find_ago(said: str) -> timedelta | None:
    """How long ago, or for how long by now: «hace 3 horas», «llevamos hora y media»."""
    return _length(_AGO.search(said))


def find_wait(said: str) -> timedelta | None:
    """How long until then: «en dos horas», «dentro de un rato»."""
    if _SOON.search(said):
        return timedelta(minutes=30)
    return _length(_WAIT.search(said))


def find_length(said: str) -> timedelta | None:
    """How long something lasts: «3 horas», «durante hora y media»."""
    return _length(ANY_LENGTH.search(said))


def _length(found: re.Match[str] | None) -> timedelta | None:
    """None for months and years, which nobody tells of an event or an outage."""
    if found is None or (found["unit"] or "").startswith(("me", "a")):
        return None
    written, unit = found["amount"] or "una", (found["unit"] or "hora")[0]
    amount = _AMOUNTS.get(written) or float(number(written))
    amount += _OVER.get(found["half"] or found["over"] or "", 0.0)
    return timedelta(minutes=amount * _MINUTES[unit] + number(found["minutes"] or "0"))
