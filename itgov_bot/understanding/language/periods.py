"""A period of the indicators as people type it: «2023», «2023-6», «2023-T2», «junio de 2023»."""

import re

from itgov_bot.domain.indicators import Period

from .days import month_number
from .folding import fold

_SHORT_MONTH = re.compile(r"([0-9]{4})-([0-9])")
_NAMED_MONTH = re.compile(r"([a-z]{3,10})\.?(?: del?)? ([0-9]{4})")


def find_period(text: str) -> Period | None:
    """People write T for a quarter and S for a half; Q and H, as buttons carry them, are read as well."""
    written = fold(text).strip()
    if short := _SHORT_MONTH.fullmatch(written):
        written = f"{short[1]}-0{short[2]}"
    elif (named := _NAMED_MONTH.fullmatch(written)) and (month := month_number(named[1])):
        written = f"{named[2]}-{month:02d}"
    try:
        return Period.parse(written.replace("t", "q").replace("s", "h"))
    except ValueError:
        return None
