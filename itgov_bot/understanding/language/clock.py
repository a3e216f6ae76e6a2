"""Hours and lengths of time as they are said: «a las 7 y media de la noche», «de 8 a 10», «hace media hora», «12 m.».

A length of time is never an hour of the clock, so `without_lengths` takes it out before `find_hours` looks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time, timedelta
from typing import Literal

Half = Literal["am", "pm", "noon", "night"]
"""Which half of the day was said; `noon` is «del día», `night` «de la noche», whose twelve is midnight."""

MIDNIGHT = time(23, 59)
"""The midnight that ends a day: «el sábado a medianoche» is still Saturday's."""
PARTS = {
    "madrugada": time(4),
    "manana": time(9),
    "tarde": time(15),
    "nochecita": time(19),
    "noche": time(20),
}
"""When something in that part of a day begins, where no hour is said."""

DAYS = ("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo")
_HOURS = ("una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce")
_NUMBERS = {word: number for number, word in enumerate(_HOURS, 1)} | {
    "un": 1, "quince": 15, "veinte": 20, "treinta": 30, "cuarenta": 40, "cincuenta": 50,
}  # fmt: skip
_NUMBER = rf"\d{{1,4}}|{'|'.join(_NUMBERS)}"
_HOUR_WORDS = "|".join(_HOURS)

# Lengths

_UNIT = r"(?:minutos?|mins?|horas?|hrs?|h|dias?|semanas?|mes(?:es)?|anos?)"
_AMOUNT = rf"(?:{_NUMBER}|media|un par de|(?:un )?cuarto de)"
_LENGTH = (
    rf"(?<![\w:.])(?:(?P<amount>{_AMOUNT})\s*(?P<unit>{_UNIT})\b(?:\s+y\s+(?P<half>media|cuarto|pico)\b)?"
    r"|hora\s+y\s+(?P<over>media|cuarto|pico)\b)"
)
_ABOUT = r"(?:(?:ya|como|casi|mas de|mas o menos|unas?|unos|alrededor de|cerca de|por lo menos|aproximadamente)\s+){0,3}"
_AGO = re.compile(rf"\b(?:hace|hara|llev\w+|van|tenemos|duramos)\s+{_ABOUT}{_LENGTH}")
_WAIT = re.compile(rf"\b(?:en|dentro de)\s+{_ABOUT}{_LENGTH}")
_SOON = re.compile(r"\b(?:en|dentro de)\s+(?:un rato|un ratico|un momento|un momentico|unos minutos)\b")
_ANY_LENGTH = re.compile(rf"(?:\b(?:(?:desde\s+)?(?:hace|hara)|durante|llev\w+)\s+{_ABOUT})?{_LENGTH}")
_MINUTES = {"m": 1, "h": 60, "d": 24 * 60, "s": 7 * 24 * 60}
_AMOUNTS = {"media": 0.5, "un par de": 2.0, "cuarto de": 0.25, "un cuarto de": 0.25}
_OVER = {"media": 0.5, "cuarto": 0.25}

# Hours

_OF_CLOCK = re.compile(
    rf"\b(?P<lead>(?:a|desde|hasta|para|sobre|tipo)\s+las?|hoy|manana|{'|'.join(DAYS)})\s+(?P<hour>\d{{1,2}}(?:[:.]\d\d)?)\s*(?:horas|hrs?|h)\b"
)
_OF_RANGE = re.compile(
    r"\b((?:de|desde|entre)\s+(?:las?\s+)?\d{1,2}\s*(?:a|hasta|y|-)\s*(?:las?\s+)?\d{1,2})\s*(?:horas|hrs?|h)\b"
)
_WITH_MINUTES = re.compile(r"\b(\d{1,2}:\d\d)\s*(?:horas|hrs?|h)\b")
_GREETING = re.compile(r"\bbuen[oa]s?\s+(?:dias?|tardes?|noches?)\b")

_HOUR = (
    rf"(?P<{{0}}hour>[01]?\d|2[0-3]|{_HOUR_WORDS})"
    r"(?:\s*(?:[:.h]\s*(?P<{0}minute>[0-5]\d)|y\s+(?P<{0}half>media|cuarto|30|15)))?"
)
_PART_OF_DAY = r"(?:de|en|por) la (?:madrugada|manana|tarde|noche)"
_MARK = rf"\s*(?P<{{0}}mark>a\.?\s?m\b\.?|p\.?\s?m\b\.?|{_PART_OF_DAY}|del? (?:medio ?)?dia|(?<=12)\s?m\b\.?)"
_CLOCK = _HOUR + rf"(?:{_MARK})?"
_RANGE = re.compile(
    rf"\b(?:de|desde|entre)\s+(?P<las>las?\s+)?{_CLOCK.format('from_')}\s*(?:a|hasta|y|-)\s*(?:las?\s+)?"
    rf"{_CLOCK.format('to_')}(?![\d/])"
)
_BARE_RANGE = re.compile(
    rf"(?<![\w/:-])(?P<las>){_CLOCK.format('from_')}\s*(?:a|-)\s*{_HOUR.format('to_')}{_MARK.format('to_')}"
)
_AFTER_RANGE = re.compile(
    r"\s*(?:$|[,.;!?)]|(?:en|el|hoy|manana|y|para|con|por|necesit\w+|requ\w+|hay|habra)\b)"
)
"""What may follow «de 8 a 10», so that it is no number of people or of floors."""
_AT = re.compile(rf"\b(?:a|para|desde|hasta|tipo|son|sobre|de|es)\s+las?\s+{_CLOCK.format('')}(?![\d/])")
_MARKED = re.compile(rf"(?<![\d/:.]){_HOUR.format('')}{_MARK.format('')}")
_COLON = re.compile(r"(?<![\d/:.])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![\d:])")
_BARE = re.compile(r"(?:desde\s+)?(?:a\s+)?(?:las?\s+)?(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?")

_PART_OF_TODAY = re.compile(r"\best[ae]\s+(?:misma\s+)?(?P<part>madrugada|manana|tarde|nochecita|noche)\b")
LAST_NIGHT = re.compile(r"\b(?:ante)?an?(?P<part>noche)\b")
_PART = re.compile(
    r"\b(?:en|por|de|a)\s+la\s+(?P<part>madrugada|manana|tarde|noche)\b"
    rf"|\b(?:manana|hoy|ayer|antier|{'|'.join(DAYS)})\s+(?P<bare>tarde|noche)\b"
)
_NOON = re.compile(r"\b(?:(?P<noon>medio ?dia)|(?P<midnight>media ?noche))\b")


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour as it was said: 1 to 12 with the half of the day where it was told, or up to 23."""

    hour: int
    minute: int = 0
    half: Half | None = None

    def certain(self) -> time | None:
        """The time it surely is; None where the half of the day is left open."""
        if self.hour > 12 or self.hour == 0:
            return time(self.hour, self.minute)
        if self.half is None:
            return None
        if self.half == "am":
            return time(self.hour % 12, self.minute)
        if self.half == "noon":
            return time(self.hour if self.hour > 9 else self.hour + 12, self.minute)
        if self.half == "night" and (self.hour == 12 or self.hour < 6):
            return (
                MIDNIGHT if self.hour == 12 else time(self.hour, self.minute)
            )  # «la una de la noche» is after it
        return time(self.hour % 12 + 12, self.minute)

    def possible(self) -> tuple[time, ...]:
        """The times it may be, the earlier one first."""
        surely = self.certain()
        return (surely,) if surely else tuple(time(self.hour % 12 + shift, self.minute) for shift in (0, 12))

    def usual(self) -> time:
        """The likelier half of a working day: one to six in the afternoon, the others before noon."""
        return self.certain() or time(self.hour + 12 if self.hour <= 6 else self.hour, self.minute)


def readable(folded: str) -> str:
    """The folded text with «a las 15 horas» written as «a las 15», and without «buenas tardes», which tells no time."""
    text = _GREETING.sub(" ", folded)
    text = _WITH_MINUTES.sub(r"\1", _OF_RANGE.sub(r"\1", text))
    return _OF_CLOCK.sub(_plain_hour, text)


def _plain_hour(found: re.Match[str]) -> str:
    lead = found["lead"]
    return f"{lead} {found['hour']}" if lead.endswith(("la", "las")) else f"{lead} a las {found['hour']}"


def without_lengths(said: str) -> str:
    """The text without «2 horas», «hace media hora», «desde hace 20 minutos»."""
    return _ANY_LENGTH.sub(" , ", said)


def find_ago(said: str) -> timedelta | None:
    """How long ago, or for how long by now: «hace 3 horas», «llevamos hora y media»."""
    return _length(_AGO.search(said))


def find_wait(said: str) -> timedelta | None:
    """How long until then: «en dos horas», «dentro de un rato»."""
    if _SOON.search(said):
        return timedelta(minutes=30)
    return _length(_WAIT.search(said))


def _length(found: re.Match[str] | None) -> timedelta | None:
    """None for months and years, which nobody tells of an event or an outage."""
    if found is None or (found["unit"] or "").startswith(("me", "a")):
        return None
    written, unit = found["amount"] or "una", (found["unit"] or "hora")[0]
    amount = _AMOUNTS.get(written) or float(_number(written))
    amount += _OVER.get(found["half"] or found["over"] or "", 0.0)
    return timedelta(minutes=amount * _MINUTES[unit])


def find_hours(said: str) -> tuple[Hour | None, Hour | None]:
    """From when, and until when where a range was told."""
    ranged = _RANGE.search(said) or _BARE_RANGE.search(said)
    if ranged and (_is_marked(ranged) or _AFTER_RANGE.match(said, ranged.end())):
        return _range(ranged)
    found = _MARKED.search(said) or _AT.search(said) or _COLON.search(said) or _BARE.fullmatch(said.strip())
    return (_hour(found, "", _half_of_text(said)) if found else None), None


def _is_marked(ranged: re.Match[str]) -> bool:
    return bool(ranged["las"] or ranged["from_mark"] or ranged["to_mark"] or ":" in ranged[0])


def _range(found: re.Match[str]) -> tuple[Hour, Hour]:
    """«De 9 a 3 de la tarde» begins in the morning, «de 5 a 9 pm» does not."""
    shared = _half(found["to_mark"])
    begins, ends = _hour(found, "from_", None), _hour(found, "to_", None)
    if begins.half is None and shared:
        before = Hour(begins.hour, begins.minute, shared).usual()
        begins = Hour(begins.hour, begins.minute, shared if before <= ends.usual() else "am")
    if ends.half is None and begins.half == "pm":
        ends = Hour(ends.hour, ends.minute, "pm")
    return begins, ends


def find_part(said: str) -> time | None:
    """When the part of the day begins that was told instead of an hour: «por la tarde», «al mediodía», «anoche»."""
    if noon := _NOON.search(said):
        return time(12) if noon["noon"] else MIDNIGHT
    part = _part(said)
    return PARTS[part] if part else None


def _part(said: str) -> str | None:
    found = _PART_OF_TODAY.search(said) or LAST_NIGHT.search(said) or _PART.search(said)
    return next(word for word in found.groups() if word) if found else None


def _hour(found: re.Match[str], prefix: str, default: Half | None) -> Hour:
    groups = found.groupdict()
    half = {"media": 30, "30": 30, "cuarto": 15, "15": 15, None: 0}[groups.get(prefix + "half")]
    minute = int(groups.get(prefix + "minute") or half)
    written = groups[prefix + "hour"]
    said = _half(groups.get(prefix + "mark")) or default or ("am" if written.startswith("0") else None)
    return Hour(_number(written), minute, said)


def _half_of_text(said: str) -> Half | None:
    """«Esta noche a las 9»: the half of the day stands before the hour."""
    part = _part(said)
    return _half(f"la {part}") if part else None


def _half(mark: str | None) -> Half | None:
    said = (mark or "").replace(".", "").strip()
    if not said:
        return None
    if said.endswith(("noche", "nochecita")):
        return "night"
    if said.endswith("dia") or said == "m":
        return "noon"
    return "am" if said.startswith("a") or said.endswith(("manana", "madrugada")) else "pm"


def _number(written: str) -> int:
    return int(written) if written.isdigit() else _NUMBERS[written]
