"""Years of which people write two digits: «marzo del 23», «cuarto trimestre 23», «dic/23»; and, of an indicator that is
spoken of, «en el 23» alone."""

import re
from datetime import date

from itgov_bot.patterns import regex

from .days import MONTH

_PART = r"(?:trim(?:estre)?s?|semestres?|sem|[tqsh][1-4])"
_SHORT = r"(?:ene|feb|mar|abr|may|jun|jul|ago|sept?|oct|nov|dic)"
_YEAR = rf"'?(?P<year>1\d|2\d)\b(?!\s*(?:al?|hasta|(?:de|y|e) (?:{MONTH}|\d))\b)(?!\s?[:%/-]|[.,]\d)"
_AFTER_PART = regex(
    rf"(?P<part>(?<!\d )(?<!\d de )\b{MONTH}|\b{_PART}|\b(?:anos?|vigencia))\.?"
    rf"(?P<link>\s*(?:[-/]|\bdel?\b(?: ano)?)\s*|(?<=trimestre)\s+|(?<=trim)\s+|(?<=semestre)\s+|(?<=sem)\s+"
    rf"|(?<=\b[tqsh][1-4])\s+|(?<=\bano)\s+|(?<=vigencia)\s+){_YEAR}"
)
_AFTER_SHORT_MONTH = regex(rf"(?<!\d )(?<!\d de )(?P<part>\b{_SHORT})\.?(?P<link>\s+|\s*'\s*){_YEAR}")
_ALONE = regex(rf"(?P<part>\b(?:del?|en|contra|con|que|vs))(?P<link>\s+(?:el |lo del |l )?){_YEAR}")
FIRST = 15
"""From which year on two digits are one; a smaller number is a day, or an indicator."""


def with_whole_years(said: str, today: date) -> str:
    """The folded text with years in four digits, where a part of one stands before it."""
    for rule in (_AFTER_PART, _AFTER_SHORT_MONTH):
        said = _whole(rule, said, today)
    return said


def with_years_alone(said: str, today: date) -> str:
    """The same where nothing but a year can be told: of an indicator."""
    return _whole(_ALONE, with_whole_years(said, today), today)


def _whole(rule: re.Pattern[str], said: str, today: date) -> str:
    def written(found: re.Match[str]) -> str:
        year = 2000 + int(found["year"])
        is_one = int(found["year"]) >= FIRST and year <= today.year
        return f"{found['part']} de {year}" if is_one else found[0]

    return rule.sub(written, said)
