"""When an event takes place, as people write it: "mañana jueves a las 10 am", "esta noche", "el 24 de diciembre".

Pure: the moment of writing is an argument. Used by urgency, which asks whether that is outside working hours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from itgov_bot.domain.calendar import WorkCalendar

from .normalize import fold

_DAYS = ("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo")
_MONTHS = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto"),
    *("septiembre", "octubre", "noviembre", "diciembre"),
)
_NUMBERS = {
    word: number
    for number, word in enumerate(
        ["una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"], 1
    )
}
_PARTS = {
    "madrugada": time(4),
    "manana": time(9),
    "tarde": time(15),
    "noche": time(20),
    "nochecita": time(19),
}

_HOUR = r"(?P<{0}hour>[01]?\d|2[0-3]|{1})(?:\s*(?:[:.h]\s*(?P<{0}minute>[0-5]\d)|y\s+(?P<{0}half>media|cuarto|30|15)))?"
_HALF_DAY = (
    r"\s*(?:(?:horas|hrs?|h)\b)?\s*(?P<{0}mark>a\.?\s?m\b\.?|p\.?\s?m\b\.?|(?:de|en|por) la (?:madrugada|manana|tarde|noche)"
    r"|del? (?:medio ?dia)|horas\b|hrs\b)?"
)


def _clock(prefix: str) -> str:
    return _HOUR.format(prefix, "|".join(_NUMBERS)) + _HALF_DAY.format(prefix)


_RANGE = re.compile(
    rf"\b(?:de|desde|entre)\s+(?:las?\s+)?{_clock('from_')}\s*(?:a|hasta|y|-)\s+(?:las?\s+)?{_clock('to_')}(?![\d/])"
)
_AT = re.compile(rf"\b(?:a|para|desde|hasta|tipo|son|sobre|de|es)\s+las?\s+{_clock('')}(?![\d/])")
_PARTS_OF_DAY = r"(?:de|en|por) la (?:madrugada|manana|tarde|noche)"
_MARKED = re.compile(
    rf"(?<![\d/]){_HOUR.format('', '|'.join(_NUMBERS))}\s*"
    rf"(?P<mark>a\.?\s?m\b\.?|p\.?\s?m\b\.?|{_PARTS_OF_DAY}|horas\b|hrs\b)"
)
_COLON = re.compile(r"(?<![\d/:.])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![\d:])")
_IN = re.compile(
    r"\b(?:en|dentro de)\s+(?P<half>media hora|un rato|un momento|un ratico|unos minutos)"
    rf"|\b(?:en|dentro de)\s+(?P<amount>\d{{1,2}}|un|{'|'.join(_NUMBERS)})\s+(?P<unit>horas?|minutos?|dias?)"
)
_DATE = re.compile(
    rf"\b(?P<day>[0-3]?\d)\s+de\s+(?P<month>{'|'.join(_MONTHS)}|setiembre)(?:\s+(?:de|del)\s+(?P<year>20\d\d))?"
)
_SLASHED = re.compile(
    r"(?<![\d/-])(?P<day>[0-3]?\d)[/-](?P<month>[01]?\d)(?:[/-](?P<year>20\d\d))?(?![\d/-])"
)
_WEEKDAY = re.compile(rf"\b(?P<next>proximo\s+)?(?P<name>{'|'.join(_DAYS)})s?\b")
_PART_OF_TODAY = re.compile(r"\best[ae]\s+(?:misma\s+)?(?P<part>madrugada|manana|tarde|noche|nochecita)\b")
_TOMORROW = re.compile(r"(?<!la )(?<!esta )(?<!pasado )(?<!misma )\bmanana\b")
_PART = re.compile(
    r"\b(?:en|por|de|a)\s+la\s+(?P<part>madrugada|manana|tarde|noche)\b"
    r"|\b(?:manana|hoy|\w+s|sabado|domingo)\s+(?P<bare>tarde|noche)\b"
)
_NOON = re.compile(r"\b(?:al? |de )?(?P<noon>medio ?dia)\b|\b(?P<midnight>media ?noche)\b")


@dataclass(frozen=True, slots=True)
class EventTime:
    """The day of an event and, where it was told, when it begins and ends (local time)."""

    day: date
    start: time | None = None
    end: time | None = None

    def outside(self, calendar: WorkCalendar) -> bool:
        """Whether any of it lies outside working hours. A working day without an hour is taken as within them."""
        if self.start is None:
            return calendar.span_of(self.day) is None
        begins = datetime.combine(self.day, self.start, calendar.zone)
        if not calendar.is_open(begins):
            return True
        if self.end is None:
            return False
        ends = datetime.combine(self.day, self.end, calendar.zone)
        closes = calendar.closes_at(begins)
        return ends < begins or (closes is not None and ends > closes)


def find_event_time(text: str, now: datetime) -> EventTime | None:
    """The time an event is announced for, seen from `now` (local); None when the text tells neither day nor hour."""
    folded = fold(text)
    soon = _soon(folded, now)
    if soon:
        return EventTime(soon.date(), soon.time().replace(second=0, microsecond=0))
    day = _day(folded, now.date())
    start, end = _hours(folded, now, day)
    if day is None and start is None:
        return None
    if day is None:
        # "a las 3" said at ten in the evening is tomorrow's three o'clock.
        passed = start is not None and start < now.time() and (now.hour - start.hour) > 3
        day = now.date() + timedelta(days=1) if passed else now.date()
    return EventTime(day, start, end)


def _soon(folded: str, now: datetime) -> datetime | None:
    found = _IN.search(folded)
    if not found:
        return None
    if found["half"]:
        return now + timedelta(minutes=30)
    amount = 1 if found["amount"] == "un" else _number(found["amount"])
    if found["unit"].startswith("dia"):
        return None
    return now + timedelta(**{"hours" if found["unit"].startswith("hora") else "minutes": amount})


def _day(folded: str, today: date) -> date | None:
    """The first way of naming a day that fits, the surest first."""
    dated = _date(folded, today)
    if dated:
        return dated
    if re.search(r"\bpasado manana\b", folded):
        return today + timedelta(days=2)
    weekday = _weekday(folded, today)
    if _TOMORROW.search(folded):
        return today + timedelta(days=1)
    if re.search(r"\bhoy\b", folded) or _PART_OF_TODAY.search(folded):
        return today
    if weekday:
        return weekday
    if re.search(r"\bfin de semana\b", folded):
        return today + timedelta(days=(5 - today.weekday()) % 7)
    return None


def _date(folded: str, today: date) -> date | None:
    found = _DATE.search(folded) or _SLASHED.search(folded)
    if not found:
        return None
    name = found["month"]
    month = int(name) if name.isdigit() else 9 if name == "setiembre" else _MONTHS.index(name) + 1
    try:
        day = date(int(found["year"] or today.year), month, int(found["day"]))
        # Without a year the next such day is meant, unless it has just gone by.
        if not found["year"] and (today - day).days > 60:
            day = day.replace(year=day.year + 1)
    except ValueError:
        return None
    return day


def _weekday(folded: str, today: date) -> date | None:
    found = _WEEKDAY.search(folded)
    if not found:
        return None
    ahead = (_DAYS.index(found["name"]) - today.weekday()) % 7
    return today + timedelta(days=ahead or (7 if found["next"] else 0))


def _hours(folded: str, now: datetime, day: date | None) -> tuple[time | None, time | None]:
    ranged = _RANGE.search(folded)
    if ranged and (ranged["from_mark"] or ranged["to_mark"] or ":" in ranged[0] or "las" in ranged[0]):
        shared = ranged["from_mark"] or ranged["to_mark"]
        end = _time(ranged, "to_", shared, now, day, folded)
        start = _time(ranged, "from_", shared, now, day, folded)
        if ranged["from_mark"] is None and start > end and start.hour >= 12:
            start = start.replace(hour=start.hour - 12)  # "de 9 a 3 de la tarde" begins in the morning
        return start, end
    found = _MARKED.search(folded) or _AT.search(folded) or _COLON.search(folded)
    if found:
        return _time(found, "", found.groupdict().get("mark"), now, day, folded), None
    return _vague(folded), None


def _vague(folded: str) -> time | None:
    noon = _NOON.search(folded)
    if noon:
        return time(12) if noon["noon"] else time(23, 59)
    part = _PART_OF_TODAY.search(folded) or _PART.search(folded)
    if not part:
        return None
    return _PARTS[part["part"] or part["bare"]]


def _time(
    found: re.Match[str], prefix: str, mark: str | None, now: datetime, day: date | None, folded: str
) -> time:
    groups = found.groupdict()
    hour = _number(groups[prefix + "hour"])
    half = {"media": 30, "30": 30, "cuarto": 15, "15": 15, None: 0}[groups.get(prefix + "half")]
    minute = int(groups.get(prefix + "minute") or half)
    return time(_full_hour(hour, mark or _half_day_said(folded), now, day, minute), minute)


def _half_day_said(folded: str) -> str | None:
    part = _PART_OF_TODAY.search(folded) or _PART.search(folded)
    return (part["part"] or part.groupdict().get("bare")) if part else None


def _full_hour(hour: int, mark: str | None, now: datetime, day: date | None, minute: int) -> int:
    if hour > 12 or hour == 0:
        return hour
    said = (mark or "").replace(".", "").replace(" ", "")
    if (said.startswith("p") and "la" not in said) or said.endswith(("tarde", "noche")):
        return 0 if hour == 12 and said.endswith("noche") else hour % 12 + 12
    if said.startswith("a") or said.endswith(("manana", "madrugada")):
        return hour % 12
    if said.endswith("dia"):
        return hour if hour > 9 else hour + 12
    return _likely_hour(hour, now, day, minute)


def _likely_hour(hour: int, now: datetime, day: date | None, minute: int) -> int:
    """Without am or pm: today, the next time the clock shows it; on another day, the usual half of the day."""
    if day is None or day == now.date():
        for full in (hour % 12, hour % 12 + 12):
            if time(full, minute) >= now.time().replace(second=0, microsecond=0):
                return full
    return hour + 12 if hour <= 6 else hour


def _number(written: str) -> int:
    return int(written) if written.isdigit() else _NUMBERS[written]
