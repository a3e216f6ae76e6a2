"""Since when something is down, as an agent writes it: «8:30», «ayer 10 pm», «hace 40 minutos», «2026-11-10 08:30»."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

LONGEST_AGO = timedelta(days=31)

_AGO = re.compile(r"hace\s+(\d{1,4}|una?|media)\s*(min\w*|h\w*|d[ií]as?)", re.IGNORECASE)
_CLOCK = re.compile(r"(?:a\s+)?(?:las?\s+)?(\d{1,2})(?:[:.](\d{2}))?\s*([ap])?\.?\s*m?\.?", re.IGNORECASE)
_DAY = re.compile(r"(hoy|ayer|antier|\d{4}-\d{2}-\d{2})[\s,T]*", re.IGNORECASE)
_BACK = {"hoy": 0, "ayer": 1, "antier": 2}


def start_of(written: str, local_now: datetime) -> datetime | None:
    """An instant that is not ahead, within the last month; None when it is not understood."""
    text = " ".join(written.split()).lower().removeprefix("desde ")
    found = _ago(text, local_now) or _at_clock(text, local_now)
    if found is None or not local_now - LONGEST_AGO <= found <= local_now:
        return None
    return found


def _ago(text: str, now: datetime) -> datetime | None:
    match = _AGO.fullmatch(text)
    if match is None:
        return None
    count = {"un": 1.0, "una": 1.0, "media": 0.5}.get(match[1]) or float(match[1])
    unit = {"m": "minutes", "h": "hours", "d": "days"}[match[2][0]]
    return now - timedelta(**{unit: count})


def _at_clock(text: str, now: datetime) -> datetime | None:
    """Without a day it is today."""
    day = now.date()
    if named := _DAY.match(text):
        word, text = named[1], text[named.end() :]
        back = _BACK.get(word)
        try:
            day = day - timedelta(days=back) if back is not None else datetime.fromisoformat(word).date()
        except ValueError:
            return None
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        return None
    hour, minute = _hour(int(match[1]), match[3]), int(match[2] or 0)
    if hour > 23 or minute > 59:
        return None
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=now.tzinfo)


def _hour(hour: int, half: str | None) -> int:
    if half == "p" and hour < 12:
        return hour + 12
    return 0 if half == "a" and hour == 12 else hour
