"""When something is, as people write it: an event to come («mañana jueves a las 10 am»), or since when something is down
(«anoche a las 11», «hace 40 minutos»). Pure: the moment of writing is an argument, always local time."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from itgov_bot.domain.calendar import WorkCalendar
from itgov_bot.patterns import regex

from ..folding import fold, plain
from .clock import AT, CLOCK, LAS, LAST_NIGHT, MIDNIGHT, Hour, find_hours, find_part, find_twelve
from .days import (
    NoSuchDay,
    find_coming_day,
    find_past_day,
    is_far_ahead,
    names_coming_day,
    names_weekday_only,
    with_plain_dates,
)
from .hour_phrases import readable
from .lengths import find_ago, find_wait, without_lengths

STILL_ON = timedelta(hours=4)
"""An hour without a day that passed longer ago than this is tomorrow's."""
MIDDAY = time(12)
EARLY_HOUR = 6
"""Before six in the morning, an hour that is still ahead was yesterday's."""

_NOW = regex(
    r"\b(?:ahora mismo|ahorita(?: mismo)?|ya mismo|en (?:este|estos) (?:mismo )?(?:preciso )?momentos?|en curso)\b"
)
_JUST_NOW = regex(
    r"\b(?:acab(?:a|an|o|amos|aron) de|ahora mismo|ahorita mismo|en este (?:preciso )?momento|recien"
    r"|hace (?:solo )?(?:un|unos|pocos) (?:moment\w+|instantes?|segund\w+))\b"
)
_RIGHT_NOW = regex(
    r"(?:(?:ya|ahora|ahorita|recien|mismo|momento|en este|este|acaba de (?:volver|subir|llegar|quedar)|(?:ya )?volvio)\b ?)+"
)
"""The whole of a message that says so."""
_THIS_DAWN = regex(r"\besta\s+(?:misma\s+)?madrugada\b")
"""From midday on, the one that comes."""
_STARTED = regex(
    r"\b(?:(?:va|van|vamos|viene|vienen|venimos|esta|estan|estamos|sigue|siguen|seguimos|anda|andan)\s+(?:\w+\s+){0,3}?desde"
    r"|(?:empezo|empezaron|comenzo|comenzaron|arranco|arrancaron|inicio|iniciaron)\s+(?:\w+\s+){0,3}?(?:a|desde))\s+las?\b"
)
_MOVED = regex(
    r"\b(?:(?:pas|corr|mov|cambi|adelant|aplaz|traslad|posterg|reprogram)(?:aron|ieron)|(?:corrio|adelanto|aplazo|reprogramo)"
    r"|(?:fue|quedo) (?:movid|reprogramad|aplazad|adelantad|trasladad)[oa]|moved|postponed|rescheduled)\b"
)
"""What is said after it counts, where it tells a time."""


_RATHER = regex(r"\b(?:fue|era|sino|rather)\b")
_DENIED = regex(rf"\bno\s+(?:\w+\s+){{0,2}}?(?:(?:a|desde)\s+)?{LAS}\s+{CLOCK}")
"""«Empezó a las 9, no a las 9 y media»."""


@dataclass(frozen=True, slots=True)
class EventTime:
    """The day of an event and, where they were told, when it begins and ends (local time; an end at 0:00 is midnight).

    `assumed_start` is a guess where only a part of the day was told, or that it goes on now: to weigh, not to show.
    """

    day: date
    start: time | None = None
    end: time | None = None
    assumed_start: time | None = None

    @property
    def is_assumed(self) -> bool:
        return self.start is None and self.assumed_start is not None

    @property
    def begins(self) -> time | None:
        """As it was told, or else as it is assumed."""
        return self.start or self.assumed_start

    def outside(self, calendar: WorkCalendar) -> bool:
        """Whether any of it lies outside working hours. A working day without an hour is taken as within them."""
        begins = self._begins_at(calendar)
        if begins is None or not calendar.is_open(begins):
            return True
        if self.end is None:
            return False
        ends = datetime.combine(self.day, self.end, calendar.zone)
        closes = calendar.closes_at(begins)
        return ends < begins or (closes is not None and ends > closes)

    def _begins_at(self, calendar: WorkCalendar) -> datetime | None:
        """Without an hour, when the day opens; None for a closed day."""
        if self.begins:
            return datetime.combine(self.day, self.begins, calendar.zone)
        span = calendar.span_of(self.day)
        return span[0] if span else None


def find_event_time(text: str, now: datetime) -> EventTime | None:
    """The time an event is announced for, or going on at, seen from `now`; None when neither day nor hour is told."""
    *before, last = _MOVED.split(readable(fold(text)))
    try:
        moved_to = _at(last, now) if before else None
        return moved_to or _at(" ".join((*before, last)), now)
    except NoSuchDay:
        return None


def _at(said: str, now: datetime) -> EventTime | None:
    return _waited(said, now) or _told(without_lengths(said), now)


def _waited(said: str, now: datetime) -> EventTime | None:
    wait = find_wait(said)
    if wait is None:
        return None
    then = now + wait
    if wait < timedelta(days=1):
        return EventTime(then.date(), _whole_minute(then))
    said = without_lengths(said)
    first, last = find_hours(said)
    start = _start(first, last, then.date(), now) if first else find_twelve(said)
    return EventTime(then.date(), start, _end(last, start), None if start else find_part(said))


def _told(said: str, now: datetime) -> EventTime | None:
    today = now.date()
    day = find_coming_day(said, today)
    if day is None and is_far_ahead(said, today):
        return None
    first, last = find_hours(said)
    if day in (None, today) and (going_on := _going_on(said, first, last, now)):
        return going_on
    if day == today and now.time() >= MIDDAY and _THIS_DAWN.search(said):
        day += timedelta(days=1)
    start = _start(first, last, day, now) if first else find_twelve(said)
    assumed = find_part(said) if start is None and last is None else None
    if begins := start or assumed:
        day = _day_of(begins, day, said, now)
    elif day is None and last is None:
        return None
    return EventTime(day or today, start, _end(last, begins), assumed)


def _day_of(begins: time, day: date | None, said: str, now: datetime) -> date:
    if day is None:
        return now.date() + timedelta(days=1 if _has_passed(begins, now) else 0)
    is_over = day == now.date() and begins < now.time() and names_weekday_only(said)
    return day + timedelta(days=7 if is_over else 0)  # «el viernes a las 2», said on Friday at four


def _going_on(said: str, first: Hour | None, last: Hour | None, now: datetime) -> EventTime | None:
    """«Ahora mismo», or «va desde las 10 de la mañana»: it lasts at least until now."""
    if first is None:
        is_now = _NOW.search(said) is not None
        return EventTime(now.date(), None, _end(last, now.time()), _whole_minute(now)) if is_now else None
    if last is None and _STARTED.search(said):
        started = [each for each in first.possible() if each <= now.time()]
        if started:
            return EventTime(now.date(), started[-1], _whole_minute(now))
    return None


def _start(first: Hour, last: Hour | None, day: date | None, now: datetime) -> time:
    """Without am or pm: today, the next time the clock shows it; on another day, the usual half of it."""
    if day not in (None, now.date()):
        return first.usual()
    if last and last.certain() is None:
        # «De 8 a 10», said today: the half of the day in which it is not over.
        ends = dict(zip(first.possible(), last.possible(), strict=False))
        coming = [start for start, end in ends.items() if end >= now.time()]
        return coming[0] if coming else first.usual()
    this_minute = _whole_minute(now)
    coming = [each for each in first.possible() if each >= this_minute]
    if coming:
        return coming[0]
    return first.certain() or (MIDNIGHT if first.hour == 12 else first.usual())


def _end(last: Hour | None, start: time | None) -> time | None:
    """The first time after the beginning that it may be; 0:00 for the midnight after it."""
    if last is None:
        return None
    may_be = last.possible()
    after = [each for each in may_be if each > (start or time(0))]
    if MIDNIGHT in may_be or (not after and time(0) in may_be):
        return time(0)
    return after[0] if after and start else last.usual()


def _has_passed(start: time, now: datetime) -> bool:
    return start < now.time() and datetime.combine(now.date(), start, now.tzinfo) <= now - STILL_ON


def find_start(text: str, now: datetime) -> datetime | None:
    """Since when something is down: an instant that is not ahead, however long ago; None when it is not told."""
    said = _put_right(readable(with_plain_dates(fold(text))))
    ago = find_ago(said)
    try:
        found = now - ago if ago else _began(without_lengths(said), now)
    except NoSuchDay:
        return None
    if found is None and _JUST_NOW.search(said):
        found = now
    return found if found and found <= now else None


def _put_right(said: str) -> str:
    """Without the hours that are only told to be wrong: «no fue a las 9, fue a las 9 y media»."""
    kept = _DENIED.sub(" , ", said)
    if find_hours(kept)[0] is None:
        return said
    *before, last = _RATHER.split(kept)
    return f"{AT.sub(' , ', ' '.join(before))} {last}" if find_hours(last)[0] else kept


def find_end(text: str, now: datetime) -> datetime | None:
    """When something came back: as `find_start` reads it, and «ya», «ahora» for this moment."""
    if _RIGHT_NOW.fullmatch(plain(text)):
        return now
    return find_start(text, now)


def is_ahead(text: str, now: datetime) -> bool:
    """Of what `find_start` does not read, whether it is an instant to come: «mañana a las 8», or an hour of today."""
    told = find_event_time(with_plain_dates(fold(text)), now)
    if told is None or told.start is None:
        return False
    return datetime.combine(told.day, told.start, now.tzinfo) > now


def _began(said: str, now: datetime) -> datetime | None:
    """A part of the day alone («anoche») is no instant."""
    if names_coming_day(said):
        return None
    day = find_past_day(said, now.date())
    first, _ = find_hours(said)
    if first is None:
        twelve = find_twelve(said)
        if twelve == MIDNIGHT and day is None:
            return datetime.combine(now.date(), time(0), now.tzinfo)
        return _last(day, (twelve,), now) if twelve else None
    if day in (None, now.date()):
        return _last(day, first.possible(), now)
    at = first.usual()
    if LAST_NIGHT.search(said) and at.hour < EARLY_HOUR:
        day += timedelta(days=1)  # «anoche a la una» was today
    return _last(day, (at,), now)


def _last(day: date | None, times: tuple[time, ...], now: datetime) -> datetime | None:
    """The latest of these times that is not ahead. Without a day it is today's, or before dawn yesterday's."""
    days = [day or now.date()]
    if day is None and now.hour < EARLY_HOUR:
        days.append(now.date() - timedelta(days=1))
    found = (datetime.combine(each, at, now.tzinfo) for each in days for at in reversed(times))
    return next((at for at in found if at <= now), None)


def _whole_minute(moment: datetime) -> time:
    return moment.time().replace(second=0, microsecond=0)
