"""Days as they are said: «mañana», «el viernes entrante», «el 24 de diciembre», «nov 24», «el 31», «anoche»."""

from datetime import date, timedelta

from itgov_bot.patterns import regex

from ..figures import UNITS
from .clock import DAYS

MIN_MONTH_LETTERS = 3
MAX_DAYS_GONE_BY = 60
"""A date without its year that has gone by this many days ago or less is taken as gone by; an older one as next year's."""

MONTHS = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto"),
    *("septiembre", "octubre", "noviembre", "diciembre"),
)
MONTH = (
    r"(?:enero|ene|febrero|feb|marzo|mar|abril|abr|mayo|may|junio|jun|julio|jul|agosto|ago|septiembre|setiembre"
    r"|sept|sep|set|octubre|oct|noviembre|nov|diciembre|dic)\b"
)
_MONTH = rf"(?P<month>{MONTH})\.?"
_YEAR = r"(?:\s+(?:de\s+|del\s+)?(?P<year>20\d\d))?"
_NO_CLOCK = r"(?!\s*(?:[:.h]\s*\d|y\s+(?:media|cuarto)|[ap]\.?\s?m\b|(?:de|en|por) la |horas|hrs))"
_DATES = tuple(
    regex(pattern)
    for pattern in (
        r"(?<!\d)(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"\b(?P<day>[0-3]?\d)\s*(?:de\s+|-)?{_MONTH}{_YEAR}",
        rf"\b{_MONTH}\s+(?P<day>[0-3]?\d)\b{_NO_CLOCK}(?:,?\s+(?:de\s+|del\s+)?(?P<year>20\d\d))?",
        r"(?<![\d/-])(?!24/7)(?P<day>[0-3]?\d)[/-](?P<month>[01]?\d)(?:[/-](?P<year>20\d\d))?(?![\d/-]|\s*[ap]\.?\s?m\b)",
    )
)
NEXT_WEEK = r"(?:(?:proxima|otra|siguiente) semana|semana (?:entrante|que viene|siguiente|proxima))"
_WEEKDAY = regex(
    r"\b(?P<next>proximo\s+)?(?P<other>otro\s+)?"
    rf"(?P<name>{'|'.join(DAYS)})s?\b(?:\s+(?P<after>entrante|que viene|proximo|siguiente)\b"
    rf"|\s+(?P<gone>pasado|anterior)\b|\s+de\s+la\s+(?P<week>{NEXT_WEEK}))?"
)
_WEEK_FIRST = regex(rf"\bla\s+{NEXT_WEEK}\b")
_DAY_AFTER_NAME = regex(rf"\b(?:{'|'.join(DAYS)})\s+(?P<day>[0-3]?\d)\b{_NO_CLOCK}(?!\s*(?:a|-)\s*\d)")
_DAY_OF_MONTH = regex(
    rf"\bel\s+(?P<named>dia\s+)?(?P<day>[12]?\d|3[01])\b{_NO_CLOCK}"
    r"(?(named)|(?=\s*(?:$|[,;!?]|a\s+las?\b|desde\b|en\s+la\b|por\s+la\b|hay\b|tenemos\b|de\s+este\s+mes\b)))"
)
_TOMORROW = regex(r"(?<!la )(?<!esta )(?<!pasado )(?<!misma )\bmanana\b")
_DAY_AFTER_TOMORROW = regex(r"\bpasado manana\b")
_TODAY = regex(r"\bhoy\b|\best[ae]\s+(?:misma\s+)?(?:madrugada|manana|tarde|noche)")
_IN_EIGHT = regex(r"\b(?:hoy|manana)\s+en\s+ocho\b")
_BACK = (
    (regex(r"\b(?:antier|antes de ayer|anteayer|antenoche|anteanoche)\b"), 2),
    (regex(r"\b(?:ayer|anoche)\b"), 1),
)
_FAR_AHEAD = regex(
    r"\b(?:(?:proxim|otr|siguiente)[oa]?\s+(?:mes|ano|trimestre|semestre|periodo)"
    r"|(?:mes|ano|trimestre|semestre)\s+(?:entrante|que (?:viene|entra)|siguiente|proximo)"
    rf"|{NEXT_WEEK}|(?:en|dentro de)\s+(?:como\s+)?(?:un|dos|tres|cuatro|seis|unos|varios|\d+)\s+(?:mes(?:es)?|anos?)"
    r"|(?:en|dentro de)\s+(?:unas|varias)\s+semanas|(?:todavia|aun)?\s*sin fecha|por definir|mas adelante)\b"
)
_IN_MONTH = regex(
    r"\b(?:en|para|de|a (?:mediados|finales|principios|comienzos) de)\s+(?:el mes de\s+)?"
    rf"(?P<month>{'|'.join(MONTHS)})\b"
)


_DAY_WORDS = ("primero", *UNITS[2:], "treinta", "treinta y uno")
_DAY_IN_WORDS = regex(rf"\b(?P<day>{'|'.join(reversed(_DAY_WORDS))}|uno)(?=\s+de\s+{_MONTH})")
_YEAR_FIRST = regex(r"(?<![\d/.-])(20\d\d)[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_YEAR_LAST = regex(r"(?<![\d/.-])([0-3]?\d)([/.-])([01]?\d)\2(?:20)?(2\d)(?!\d)")


class NoSuchDay(Exception):
    """A date that is on no calendar: the 30th of February."""


def with_plain_dates(said: str) -> str:
    """Folded text with every date in figures as «2026-10-06», and «el seis de octubre» as «el 6 de octubre»."""
    said = _YEAR_FIRST.sub(lambda date: f"{date[1]}-{date[2]:0>2}-{date[3]:0>2}", said)
    said = _YEAR_LAST.sub(lambda date: f"20{date[4]}-{date[3]:0>2}-{date[1]:0>2}", said)
    return _DAY_IN_WORDS.sub(lambda found: str(_number_of_day(found["day"])), said)


def _number_of_day(word: str) -> int:
    return 1 + _DAY_WORDS.index("primero" if word == "uno" else word)


def find_coming_day(said: str, today: date) -> date | None:
    """The day that is told of something to come, by the first way of naming it that fits, the surest first.

    Raises NoSuchDay.
    """
    if dated := _date(said, today):
        return dated
    ahead = 7 if _IN_EIGHT.search(said) else 0
    if _DAY_AFTER_TOMORROW.search(said):
        return today + timedelta(days=2)
    if _TOMORROW.search(said):
        return today + timedelta(days=1 + ahead)
    if _TODAY.search(said):
        return today + timedelta(days=ahead)
    if weekday := _coming_weekday(said, today):
        return weekday
    if "fin de semana" in said:
        return today + timedelta(days=(5 - today.weekday()) % 7)
    return _day_of_month(said, today)


def names_weekday_only(said: str) -> bool:
    """«El viernes», with nothing that says which: not «entrante», nor «hoy viernes»."""
    found = _WEEKDAY.search(said)
    return bool(found) and not _TODAY.search(said) and not _TOMORROW.search(said)


def names_other_weekday(said: str) -> bool:
    """«El otro jueves»: next week's, though not everybody means it so."""
    found = _WEEKDAY.search(said)
    return found is not None and found["other"] is not None


def names_number_only(said: str) -> bool:
    """«El 5», with nothing that says of which month, nor which day of the week that is."""
    others = (*_DATES, _WEEKDAY, _TODAY, _TOMORROW, _DAY_AFTER_TOMORROW)
    return _DAY_OF_MONTH.search(said) is not None and not any(rule.search(said) for rule in others)


def names_coming_day(said: str) -> bool:
    """«Mañana», «el lunes que viene», «la otra semana»: nothing that began."""
    weekday = _WEEKDAY.search(said)
    is_next = weekday is not None and bool(
        weekday["next"] or weekday["other"] or weekday["after"] or weekday["week"]
    )
    return is_next or any(rule.search(said) for rule in (_TOMORROW, _DAY_AFTER_TOMORROW, _WEEK_FIRST))


def find_past_day(said: str, today: date) -> date | None:
    """The day that is told of something that began. Raises NoSuchDay."""
    if dated := _date(said, today, past=True):
        return dated
    back = next((days for words, days in _BACK if words.search(said)), None)
    if back is not None:
        return today - timedelta(days=back)
    if _TODAY.search(said):
        return today
    if found := _WEEKDAY.search(said):
        behind = (today.weekday() - DAYS.index(found["name"])) % 7
        return today - timedelta(days=behind or (7 if found["gone"] else 0))
    return _day_of_month(said, today, past=True)


def find_day_gone_by(said: str, today: date) -> date | None:
    """«Ayer», «el lunes pasado», where no day to come is named. Raises NoSuchDay."""
    weekday = _WEEKDAY.search(said)
    is_gone = any(words.search(said) for words, _ in _BACK) or (weekday is not None and weekday["gone"])
    return find_past_day(said, today) if is_gone and find_coming_day(said, today) is None else None


def is_far_ahead(said: str, today: date) -> bool:
    """«El otro mes», «la semana entrante», «en marzo»: some day that is not near, without saying which."""
    months = {month_number(found["month"]) for found in _IN_MONTH.finditer(said)}
    return _FAR_AHEAD.search(said) is not None or bool(months - {today.month})


def month_number(name: str) -> int | None:
    """1 to 12 for a folded name or its beginning, of three letters at least; None for other words."""
    wanted = name.replace("set", "sept", 1) if name.startswith("set") else name
    found = (number for number, month in enumerate(MONTHS, 1) if month.startswith(wanted))
    return next(found, None) if len(name) >= MIN_MONTH_LETTERS else None


def _date(said: str, today: date, *, past: bool = False) -> date | None:
    found = next((match for rule in _DATES if (match := rule.search(said))), None)
    if found is None:
        return None
    name = found["month"]
    month = int(name) if name.isdigit() else month_number(name)
    try:
        day = date(int(found["year"] or today.year), month or 0, int(found["day"]))
        if not found["year"] and past and day > today:
            return day.replace(year=day.year - 1)
        if not found["year"] and not past and (today - day).days > MAX_DAYS_GONE_BY:
            return day.replace(year=day.year + 1)
    except ValueError as error:
        raise NoSuchDay from error
    return day


def _coming_weekday(said: str, today: date) -> date | None:
    """«El viernes entrante» said on a Friday is next week's; on other days it is the one that comes."""
    found = _WEEKDAY.search(said)
    if found is None or found["gone"]:
        return None
    wanted = DAYS.index(found["name"])
    if found["week"] or found["other"] or _WEEK_FIRST.search(said):
        return today + timedelta(days=7 - today.weekday() + wanted)
    ahead = (wanted - today.weekday()) % 7
    coming = today + timedelta(days=ahead or (7 if found["next"] or found["after"] else 0))
    numbered = _DAY_AFTER_NAME.search(said)
    # «Viernes 11»: the Friday of that number, where it is not the hour.
    exact = _nearest(int(numbered["day"]), today) if numbered else None
    return exact if exact and exact.weekday() == wanted else coming


def _day_of_month(said: str, today: date, *, past: bool = False) -> date | None:
    found = _DAY_OF_MONTH.search(said)
    return _nearest(int(found["day"]), today, past=past) if found else None


def _nearest(number: int, today: date, *, past: bool = False) -> date | None:
    """The next day of that number (or the last one), in a month that has it."""
    step = timedelta(days=-1 if past else 1)
    days = (today + step * count for count in range(62))
    return next((day for day in days if day.day == number), None)
