"""Periods and percentages in Spanish, for replies, charts and the command line."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from itgov_bot.domain.indicators import Frequency, Period
from itgov_bot.domain.indicators.period import KIND_OF, MONTHS_IN
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.wording.text import MONTHS, long_date

DAYS_TOLD = 30
"""For so long the age of what is over is told in days."""
THIRTEENTH = "13.er valor"
"""The sheet's monthly value without a month."""

_SUFFIX = {"quarter": "trim.", "half": "sem."}
_ORDINAL = {1: "1.er", 3: "3.er"}


def period(of: Period) -> str:
    """«dic. 2023», «4.º trim. 2023», «2.º sem. 2023», «2023»."""
    return str(of.year) if of.kind == "year" else f"{within_year(of)} {of.year}"


def within_year(of: Period) -> str:
    """The same without the year: «dic.», «4.º trim.»; a year is its number."""
    if of.kind == "year":
        return str(of.year)
    if of.is_extra:
        return THIRTEENTH
    if of.kind == "month":
        return f"{MONTHS[of.ordinal - 1][:3]}."
    return f"{_ORDINAL.get(of.ordinal, f'{of.ordinal}.º')} {_SUFFIX[of.kind]}"


def stretch(of: Stretch) -> str:
    """«mar. 2026», «jun. a nov. 2026», «del 23 al 29 de noviembre de 2026»."""
    if of.period:
        return period(of.period)
    first, last = of.first, of.last
    if first == last:
        return long_date(first)
    if first.day == 1 and (last.month != (last + timedelta(days=1)).month):
        year = f" {first.year}" if first.year != last.year else ""
        return f"{MONTHS[first.month - 1][:3]}.{year} a {MONTHS[last.month - 1][:3]}. {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"del {first.day} al {long_date(last)}"
    return f"del {long_date(first)} al {long_date(last)}"


def age(of: Period, today: date) -> str:
    """How long ago a period was over: «cerró hace 2 días», «hace 35 meses», «en curso»."""
    if not of.is_extra and today <= of.last_day:
        return "en curso"
    last = date(of.year, 12, 31) if of.is_extra else of.last_day
    days = (today - last).days
    if days <= DAYS_TOLD:
        return "cerró ayer" if days == 1 else f"cerró hace {days} días"
    months = min((today.year - last.year) * 12 + today.month - last.month, days // 28)
    return "hace 1 mes" if months == 1 else f"hace {months} meses"


def points(value: float) -> str:
    """«1 punto», «4,5 puntos»."""
    told = number(value)
    return f"{told} punto" if told == "1" else f"{told} puntos"


def number(value: float) -> str:
    """At most one decimal, half up, with a comma: «93», «39,5»."""
    rounded = Decimal(str(value)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{rounded:f}".removesuffix(".0").replace(".", ",")


def percent(value: float, unit: str = "%") -> str:
    return f"{number(value)} {unit}"


def due(frequency: Frequency, year: int, today: date) -> list[Period]:
    """The periods of a year that are over, oldest first: of these a reading can be expected."""
    kind = KIND_OF[frequency]
    whole = [Period(kind, year, ordinal + 1) for ordinal in range(12 // MONTHS_IN[kind])]
    return [one for one in whole if one.last_day < today]
