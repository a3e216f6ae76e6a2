"""The rows of a plan as people write them, one a line: «15 de diciembre: impresoras de Hacienda», «UPS del CPD - 20/11»."""

import re
from datetime import date, timedelta

from ..folding import fold
from ..time.days import find_coming_day

MAX_ROWS = 60
"""Lines that are read of one message."""
MAX_LINE = 400
"""Characters that are read of each."""

_MONTH = r"(?:ene|feb|mar|abr|may|jun|jul|ago|sep|set|oct|nov|dic)[a-z]*\.?"
_DATE = rf"(?:20\d\d-\d\d-\d\d|\d{{1,2}}[/-]\d{{1,2}}(?:[/-]20\d\d)?|\d{{1,2}} (?:de )?{_MONTH}(?:,? (?:del? )?20\d\d)?)"
_LEAD = r"(?:(?:para|antes de|hasta|el|del?) ){0,3}"
_FIRST = re.compile(rf"{_LEAD}(?P<date>{_DATE})(?=[\s:;,|–—-])", re.IGNORECASE)
_LAST = re.compile(rf"\b{_LEAD}(?P<date>{_DATE})\)?\.?$", re.IGNORECASE)
_NEXT = re.compile(rf"[,;]\s+(?:y\s+)?(?={_DATE}\b)", re.IGNORECASE)
_AROUND = " \t.:;,|–—-("
_BULLET = re.compile(r"^\s*(?:[-*•·]|\d{1,2}[.)])\s+")


def read_rows(text: str, first: date) -> list[tuple[str, date | None]]:
    """What is to be done and until when, None where no day is told. A day without its year is the first such one from
    `first` on. Raises NoSuchDay."""
    lines = [_BULLET.sub("", one).strip() for line in text.splitlines() for one in _apart(line)]
    return [_row(line[:MAX_LINE], first) for line in lines if line][:MAX_ROWS]


def _apart(line: str) -> list[str]:
    """«5 de mayo UPS, 9 de mayo racks» are two, where the first one begins with its day as well."""
    return _NEXT.split(line) if _FIRST.match(_BULLET.sub("", line).strip()) else [line]


def _row(line: str, first: date) -> tuple[str, date | None]:
    """The day stands at the beginning or at the end."""
    found = _FIRST.match(line) or _LAST.search(line)
    day = find_coming_day(fold(found["date"]), first) if found else None
    text = f"{line[: found.start()]} {line[found.end() :]}".strip(_AROUND) if found else ""
    if found is None or day is None or not text:
        return line, None
    return text, day if re.search(r"20\d\d", found["date"]) else _from(first, day)


def _from(first: date, day: date) -> date:
    """A day of the months just gone by is next year's: everything is planned."""
    if day >= first:
        return day
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # the 29th of February
        return day + timedelta(days=365)
