"""From when until when work is planned, with its hours: «sábado 8 pm a 11 pm», «desde las 10 hasta el domingo a las 6 am».

Pure: the moment of writing is an argument, always local time.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from .clock import MIDNIGHT, find_hours, find_twelve
from .days import NoSuchDay, find_coming_day
from .folding import fold
from .hour_phrases import readable
from .lengths import find_length, without_lengths
from .times import find_event_time

DAY = timedelta(days=1)

_FROM_WHAT = re.compile(r":\s+|\n")
_TO = re.compile(r"\s+(?:a|-)\s+", re.IGNORECASE)
_UNTIL = re.compile(r"\bhasta\b", re.IGNORECASE)


def told_apart_from_what(text: str) -> tuple[str, str]:
    """«Sábado 8 pm a 11 pm: cambio del switch» as its time and its matter; without a colon all of it is both."""
    when, *what = _FROM_WHAT.split(text, maxsplit=1)
    return (when.strip(), what[0].strip()) if what else (text.strip(), "")


def find_planned_span(text: str, now: datetime) -> tuple[datetime, datetime] | None:
    """The beginning and the end, where both are told."""
    before, *after = _UNTIL.split(text, maxsplit=1)
    if after and (starts := find_moment(before, now)):
        ends = find_finish(after[0], starts)
        return (starts, ends) if ends else None
    told = find_event_time(text, now)
    starts = find_moment(text, now)
    if told and starts and told.end is not None:
        ends = _at(told.day, told.end, now)
        return starts, ends if ends > starts else ends + DAY
    if starts and (length := find_length(readable(fold(text)))):
        return starts, starts + length
    return _between(text, now)


def _between(text: str, now: datetime) -> tuple[datetime, datetime] | None:
    """«24/12 8 pm a medianoche»: where a beginning stands before the last «a», its end stands behind it."""
    *before, after = _TO.split(text)
    starts = find_moment(" a ".join(before), now) if before else None
    ends = find_finish(after, starts) if starts else None
    return (starts, ends) if starts and ends else None


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
    days = [day] if day else [starts.date(), starts.date() + DAY]
    ends = sorted(_at(each, at, starts) for each in days for at in times)
    return next((end for end in ends if end > starts), None)


def _at(day: date, at: time, like: datetime) -> datetime:
    """Midnight is the end of its day."""
    if at == MIDNIGHT:
        return datetime.combine(day + DAY, time(0), like.tzinfo)
    return datetime.combine(day, at, like.tzinfo)
