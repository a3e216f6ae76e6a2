"""Hours of the clock as they are said: «a las 7 y media de la noche», «de 8 a 10», «hasta las 9», «12 m.».

What is read here went through `readable` and `without_lengths` before.
"""

import re
from dataclasses import dataclass
from datetime import time
from typing import Literal

from itgov_bot.patterns import regex

from .lengths import HOUR_WORDS, TENS, number

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
_HALVES = {"media": "30", "cuarto": "15", "pico": "0"}

LAS = r"(?:las|la(?=\s+(?:1|una)\b))"
"""«La 9» is a room or a floor; of the hours only one o'clock is «la»."""
_FIVE = r"5(?=\W*(?:$|[,;]|(?:del?|y|que|se|no|hoy|ayer|anoche|en|por|pero|con|ya|a|[ap]\.? ?m|cuando|mas|aprox\w*)\b))"
"""«A las 10 y 5»; of anything else there may be five too."""
_OVER_HOUR = rf"media|cuarto|pico|[0-5]\d|{_FIVE}|cinco|diez|quince|veinticinco|{'|'.join(TENS)}"
_NO_COUNT = (
    r"(?!\s*(?:personas?|equipos?|computador|portatil|usuari|funcionari|asistent|invitad|pantalla|microfono))"
)

_HOUR = (
    rf"(?P<{{0}}hour>[01]?\d|2[0-3]|{HOUR_WORDS})"
    rf"(?:\s*(?:[:.h]\s*(?P<{{0}}minute>[0-5]\d)|y\s+(?P<{{0}}half>{_OVER_HOUR})(?![\d:.]){_NO_COUNT}))?"
)
_PART_OF_DAY = r"(?:de|en|por) la (?:madrugada|manana|tarde|noche)"
_MARK = rf"\s*(?P<{{0}}mark>a\.?\s?m\b\.?|p\.?\s?m\b\.?|{_PART_OF_DAY}|del? (?:medio ?)?dia|(?<=12)\s?m\b\.?)"
_CLOCK = _HOUR + rf"(?:{_MARK})?"
CLOCK = _CLOCK.format("")
FROM = (
    rf"\b(?:de|desde|(?P<between>entre))\s+(?P<las>{LAS}\s+)?{_CLOCK.format('from_')}"
    r"\s*(?:a|al|hasta|-|(?(between)y|(?!)))"
)
"""«Desde las 8 y 5» is one hour."""
RANGE = regex(
    rf"{FROM}\s*(?:{LAS}\s+)?"
    rf"{_CLOCK.format('to_')}(?![\d/])"
)
_BARE_RANGE = regex(
    rf"(?<![\w/:-])(?P<las>){_CLOCK.format('from_')}\s*(?:a|-)\s*{_HOUR.format('to_')}{_MARK.format('to_')}"
)
_AFTER_RANGE = regex(
    r"\s*(?:$|[,.;!?)]|(?:en|el|la|los|hoy|manana|y|para|pa|con|por|que|se|es|son|sera|va|van|vamos|est\w+|tenemos|tiene"
    r"|vien\w+|llega\w*|hac\w+|necesit\w+|requ\w+|hay|habra)\b)"
)
"""What may follow «de 8 a 10», so that it is no number of people or of floors."""
AT = regex(rf"\b(?:a|para|pa|desde|tipo|son|sobre|hacia|de|es|eran?)\s+{LAS}\s+{_CLOCK.format('')}(?![\d/])")
_UNTIL = regex(rf"\bhasta\s+{LAS}\s+{_CLOCK.format('')}(?![\d/])")
MARKED = regex(rf"(?<![\d/:.]){_HOUR.format('')}{_MARK.format('')}")
_COLON = regex(r"(?<![\d/:.])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![\d:])")
_BARE = regex(rf"(?:desde\s+)?(?:a\s+)?(?:{LAS}\s+)?(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?")

_PART_OF_TODAY = regex(r"\best[ae]\s+(?:misma\s+)?(?P<part>madrugada|manana|tarde|nochecita|noche)\b")
LAST_NIGHT = regex(r"\b(?:ante)?an?(?P<part>noche)\b")
_PART = regex(
    r"\b(?:en|por|de|a)\s+la\s+(?P<part>madrugada|manana|tarde|noche)\b"
    rf"|\b(?:manana|hoy|ayer|antier|{'|'.join(DAYS)})\s+(?P<bare>tarde|noche)\b"
)
_NOON = regex(r"\b(?:(?P<noon>medio ?dia)|(?P<midnight>media ?noche))\b")


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


def find_hours(said: str) -> tuple[Hour | None, Hour | None]:
    """From when, and until when; each where it was told."""
    ranged = RANGE.search(said) or _BARE_RANGE.search(said)
    if ranged and follows_range(said, ranged):
        return _range(ranged)
    half, until = _half_of_text(said), _UNTIL.search(said)
    rest = f"{said[: until.start()]} , {said[until.end() :]}" if until else said
    found = MARKED.search(rest) or AT.search(rest) or _COLON.search(rest) or _BARE.fullmatch(rest.strip())
    return _hour(found, "", half) if found else None, _hour(until, "", half) if until else None


def follows_range(said: str, ranged: re.Match[str]) -> bool:
    """Whether what looks like hours is told as such, or by what stands behind."""
    return _is_marked(ranged) or _AFTER_RANGE.match(said, ranged.end()) is not None


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


def find_twelve(said: str) -> time | None:
    """«Al mediodía», «a medianoche»."""
    found = _NOON.search(said)
    return (time(12) if found["noon"] else MIDNIGHT) if found else None


def find_part(said: str) -> time | None:
    """About when the part of the day begins that was told instead of an hour: «por la tarde», «anoche»."""
    part = _part(said)
    return PARTS[part] if part else None


def _part(said: str) -> str | None:
    found = _PART_OF_TODAY.search(said) or LAST_NIGHT.search(said) or _PART.search(said)
    return next(word for word in found.groups() if word) if found else None


def _hour(found: re.Match[str], prefix: str, default: Half | None) -> Hour:
    groups = found.groupdict()
    over = groups.get(prefix + "half") or "0"
    minute = int(groups.get(prefix + "minute") or _HALVES.get(over) or number(over))
    written = groups[prefix + "hour"]
    said = _half(groups.get(prefix + "mark")) or default or ("am" if written.startswith("0") else None)
    return Hour(number(written), minute, said)


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
