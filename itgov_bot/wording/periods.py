"""Periods and percentages in Spanish, for replies, charts and the command line."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from itgov_bot.domain.indicators import Frequency, Period
from itgov_bot.domain.indicators.period import KIND_OF, MONTHS_IN
from itgov_bot.wording.text import MONTHS

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
