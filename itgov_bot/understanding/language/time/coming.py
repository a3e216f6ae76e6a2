"""The day and the hour of something to come, with what is in doubt of them: for who must say them back and ask.

Pure: the moment of writing is an argument, always local time.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from itgov_bot.patterns import regex

from ..folding import fold
from .clock import DAYS, Hour, find_hours, find_twelve
from .days import NoSuchDay, find_coming_day, find_day_gone_by, names_number_only, names_other_weekday
from .hour_phrases import readable
from .lengths import HOUR_WORDS, find_wait, without_lengths
from .times import find_event_time

_NUMBER_ALONE = regex(r"(?:d[ií]a\s+)?(\d{1,2})\s*[.!]?", re.IGNORECASE)
_HOUR_AND_MINUTES = regex(
    rf"(?<!las )(?<!la )(?<!entre )(?<![\d/:.])\b((?:1?\d|2[0-3]|{HOUR_WORDS})\s+y\s+(?:media|cuarto|[0-5][05]))\b"
    r"(?!\s*(?:de\s+)?(?:\d|personas?|equipos?|ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic))",
    re.IGNORECASE,
)
"""«6 y 30», without «a las»."""


@dataclass(frozen=True, slots=True)
class Coming:
    """`is_day_in_doubt`: the day was not named (`is_day_named`), or by its number alone.

    `other_hour` is the same hour in the other half of the day, where the words leave open which one it is.
    """

    day: date | None = None
    hour: time | None = None
    is_day_in_doubt: bool = False
    is_day_named: bool = True
    other_hour: time | None = None


def find_coming(text: str, now: datetime) -> Coming:
    """What a message says of when something is; a number alone («5») is a day."""
    number = _NUMBER_ALONE.fullmatch(text.strip())
    said = f"el dia {number[1]}" if number else _with_at(text)
    if gone := _gone_by(said, now):
        return gone
    found = find_event_time(said, now)
    if found is None:
        return Coming()
    is_named = _names_day(said, now)
    is_in_doubt = not is_named or names_number_only(_spoken(said)) or names_other_weekday(_spoken(said))
    if found.start is None:
        return Coming(found.day, None, is_in_doubt, is_named)
    other = _other_half(_first_hour(said), found.start)
    is_open = other is not None and datetime.combine(found.day, other, now.tzinfo) > now
    return Coming(found.day, found.start, is_in_doubt, is_named, other if is_open else None)


_BARE_DAY = regex(rf"\b(?:{'|'.join(DAYS)})\b(?! \d)")
_POINTED = regex(r"\b(?:este|esta|proxim\w+|otr[oa]|semana|hoy|manana|que viene|en quince)\b")


def nearest(told: date, said: str, was: date) -> date:
    """Of something that is moved: a day of the week by its name alone is the one nearest to the day it was for."""
    spoken = fold(said)
    if not _BARE_DAY.search(spoken) or _POINTED.search(spoken):
        return told
    return told + timedelta(weeks=max(0, round((was - told).days / 7)))


def find_hour(text: str, day: date, now: datetime) -> Coming:
    """What an answer says of the hour on that day."""
    first = _first_hour(_with_at(text))
    if first is None:
        return Coming(day, find_twelve(_spoken(text)))
    ahead = [at for at in first.possible() if datetime.combine(day, at, now.tzinfo) > now]
    hour = first.usual() if len(ahead) != 1 else ahead[0]
    return Coming(day, hour, other_hour=_other_half(first, hour) if len(ahead) == 2 else None)


def which_half(text: str, hour: time) -> time | None:
    """«De la noche», «a las 8 pm»: which of the two halves of the day is meant; None for other words."""
    for said in (text, f"a las {(hour.hour - 1) % 12 + 1}:{hour.minute:02d} {text}"):
        first = _first_hour(said)
        surely = first.certain() if first else None
        if surely and (surely.hour % 12, surely.minute) == (hour.hour % 12, hour.minute):
            return surely
    return None


def _with_at(text: str) -> str:
    return _HOUR_AND_MINUTES.sub(r"a las \1", text)


def _gone_by(text: str, now: datetime) -> Coming | None:
    """A day that has gone by is kept as it was said, so that it can be refused."""
    try:
        day = find_day_gone_by(_spoken(text), now.date())
    except NoSuchDay:
        return None
    if day is None:
        return None
    first = _first_hour(text)
    return Coming(day, first.usual() if first else None)


def _spoken(text: str) -> str:
    return without_lengths(readable(fold(text)))


def _first_hour(text: str) -> Hour | None:
    return find_hours(_spoken(text))[0]


def _other_half(first: Hour | None, taken: time) -> time | None:
    if first is None or first.certain() is not None:
        return None
    return next((at for at in first.possible() if at != taken), None)


def _names_day(text: str, now: datetime) -> bool:
    """Also by how long it is until then."""
    if find_wait(readable(fold(text))):
        return True
    try:
        return find_coming_day(_spoken(text), now.date()) is not None
    except NoSuchDay:
        return False
