"""The rows of a plan as people write them, one a line: «15 de diciembre: impresoras de Hacienda», «UPS del CPD - 20/11»; and
which of them a sentence means: «ya se hizo lo de las impresoras»."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from itgov_bot.patterns import regex

from ..folding import fold, plain, word_set
from ..fuzzy import same_word
from ..time.days import find_coming_day

MAX_ROWS = 60
"""Lines that are read of one message."""
MAX_LINE = 400
"""Characters that are read of each."""

_MONTH = r"(?:ene|feb|mar|abr|may|jun|jul|ago|sep|set|oct|nov|dic)[a-z]*\.?"
_DATE = rf"(?:20\d\d-\d\d-\d\d|\d{{1,2}}[/-]\d{{1,2}}(?:[/-]20\d\d)?|\d{{1,2}} (?:de )?{_MONTH}(?:,? (?:del? )?20\d\d)?)"
_LEAD = r"(?:(?:para|antes de|hasta|el|del?) ){0,3}"
_OF_ANY_ROW = word_set(
    """abril agosto ahora ayer del dia dias diciembre el enero esa ese eso este febrero fila hacer hecha hecho
    hicieron hicimos hizo jueves julio junio las lista listo los lunes manana mantenimiento mantenimientos
    marque martes marzo mayo miercoles mueva noviembre octubre otra otro para pase plan por preventivo
    preventivos que queda quedo semana septiembre sino terminado terminamos una uno viernes visita"""
)
_FIRST = regex(rf"{_LEAD}(?P<date>{_DATE})(?=[\s:;,|–—-])", re.IGNORECASE)
_LAST = regex(rf"\b{_LEAD}(?P<date>{_DATE})\)?\.?$", re.IGNORECASE)
_NEXT = regex(rf"[,;]\s+(?:y\s+)?(?={_DATE}\b)", re.IGNORECASE)
_BETWEEN = regex(r"\s*[,;]\s+(?:y\s+)?|\s+y\s+(?=\D)")
_DAY_ALONE = regex(rf"\b(?:el|al|pal?)(?: dia)? \d{{1,2}}\b(?! ?(?:del?\b|[/-]|{_MONTH}))")
_AROUND = " \t.:;,|–—-("
_ADDS = regex(
    r"^\W*(?:por favor |falta |tambi[eé]n |quiero |necesito )*"
    r"(?:agr[eé]g|a[ñn][aá]d|an[oó]t|incl[uú]y|m[eé]t|s[uú]m|progr[aá]m|p[oó]ng)\w*\s+(?:tambi[eé]n )?"
    r"(?:(?:en|al?)\s+(?:el\s+)?(?:plan|cronograma)(?:\s+de\s+\w+)?\W*)?(?:otr[oa]|una?|el|la|los|las|lo)?\b\W*(?:de\s+)?",
    re.IGNORECASE,
)
_BULLET = regex(r"^\s*(?:[-*•·]|\d{1,2}[.)])\s+")


def read_rows(text: str, first: date) -> list[tuple[str, date | None]]:
    """What is to be done and until when, None where no day is told. A day without its year is the first such one from
    `first` on. Raises NoSuchDay."""
    lines = [_BULLET.sub("", one).strip() for line in text.splitlines() for one in _apart(line)]
    return [_row(line[:MAX_LINE], first) for line in lines if line][:MAX_ROWS]


def day_for(text: str, today: date, due: date) -> date | None:
    """The day that a row is moved to; «el 20» alone is of the month in which the row is due. Raises NoSuchDay."""
    said = re.sub(r"\bpa?l? (?=\d)", "para el ", fold(text))
    from_month = due.replace(day=1) if _DAY_ALONE.search(said) else today
    return find_coming_day(said, max(today, from_month))


def has_days(text: str) -> bool:
    """Whether every row of a text has its day: it is a plan that is told, and no remark."""
    rows = [one for line in text.splitlines() for one in _apart(line) if one.strip()]
    return bool(rows) and all(_FIRST.match(one.strip()) or _LAST.search(one.strip()) for one in rows)


def new_row(text: str) -> str:
    """What «agregue al plan las impresoras de tránsito para el 5» adds; nothing where no row is told."""
    found = _ADDS.match(text)
    row = text[found.end() :].strip() if found else ""
    return row if _telling(row) else ""


def meant_of(text: str, rows: Sequence[str]) -> list[str]:
    """The rows whose own words stand in the text, perhaps mistyped: of all the ones that it names most of."""
    said = _telling(text)
    named = {
        row: sum(len(one) for one in said if any(same_word(one, word) for word in _telling(row)))
        for row in rows
    }
    most = max(named.values(), default=0)
    return [row for row, letters in named.items() if letters == most > 0]


def _telling(text: str) -> list[str]:
    """The words that tell rows apart."""
    return [word for word in plain(text).split() if len(word) > 2 and word not in _OF_ANY_ROW]


def _apart(line: str) -> list[str]:
    """«5 de mayo UPS, 9 de mayo racks» are two, and «UPS 5 de mayo; racks 9 de mayo»: where each has its day."""
    if _FIRST.match(_BULLET.sub("", line).strip()):
        return _NEXT.split(line)
    rows = [one.strip() for one in _BETWEEN.split(line)]
    return rows if all(_LAST.search(one) for one in rows) else [line]


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
