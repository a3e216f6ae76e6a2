"""What somebody says who records an indicator: that they want to, and of which period."""

import re
from datetime import date

from itgov_bot.domain.indicators import Period
from itgov_bot.domain.indicators.period import Frequency

from .folding import fold
from .periods import find_period

_WISH = r"(?:(?:yo |ya )?(?:quiero|quisiera|necesito|debo|tengo que|voy a|vengo a|me toca|puedo|podria|como|para) )?"
_VERB = r"(?:registr|report|anot|carg|sub|ingres|actualiz|diligenci|inform)(?:ar|o|e|emos|ir|a|ue|uemos)(?:les?|lo)?"
_ASKED = re.compile(
    rf"\W{{0,9}}(?:(?:hola|buen[oa]s(?: dias| tardes| noches)?|por favor)\W+)?{_WISH}{_VERB} "
    r"(?:el |los |la |las |un |mi |mis |otro )?(?:avances?|indicador(?:es)?|kpis?|mediciones|medicion|lecturas?)\b"
    r"(?P<rest>.*)",
    re.DOTALL,
)
_NUMBER = re.compile(r"\b(?:indicador|kpi|numero|el|del|#)? ?#?(\d{1,2})\b")
_OF = re.compile(r"\b(?:del?|en) (?:la |las |el |los )?(?:indicador(?:es)? (?:del? )?)?(.{3,60})")

_ORDINALS = {"primer": 1, "segundo": 2, "tercer": 3, "cuarto": 4}
_ORDINAL = re.compile(
    rf"(?:el )?(?P<nth>{'|'.join(_ORDINALS)}|[1-4])\.?(?:er|do|to|o|º)? (?P<what>trim|sem)\w*\.?"
    r"(?: del?)?(?: (?P<year>\d{4}))?"
)
_SHORT = re.compile(r"(?P<what>[tqsh]) ?(?P<nth>[1-4])")
_LAST = re.compile(
    r"(?:el |la )?(?:mes|trimestre|semestre|ano) (?:pasad|anterior|que (?:paso|termino|cerro))\w*"
)


def recording_asked(text: str) -> str | None:
    """What is said of the indicator («10», «proyectos»), "" for nothing; None where nobody asks to record one."""
    found = _ASKED.fullmatch(fold(text))
    if found is None:
        return None
    rest = found["rest"].strip(" .!?")
    if number := _NUMBER.search(rest):
        return number[1]
    named = _OF.search(f" {rest}")
    return named[1].strip() if named else ""


def period_meant(text: str, frequency: Frequency, today: date) -> Period | None:
    """A period as people name it: «2026-T2», «tercer trimestre», «T3», «junio», «el trimestre pasado».

    Without its year it is the last one that is over. It may be of another frequency, which is then told.
    """
    said = fold(text).strip(" .")
    if found := find_period(said):
        return found
    if _LAST.fullmatch(said):
        return Period.of(frequency, today).previous()
    if ordinal := _ORDINAL.fullmatch(said):
        nth = _ORDINALS.get(ordinal["nth"]) or int(ordinal["nth"])
        year = f"{ordinal['year']}-" if ordinal["year"] else ""
        return _dated(f"{year}{ordinal['what'][0]}{nth}", today)
    if short := _SHORT.fullmatch(said):
        return _dated(f"{short['what']}{short['nth']}", today)
    return _over(find_period(f"{said} {today.year}"), today)


def _dated(written: str, today: date) -> Period | None:
    if "-" in written:
        return find_period(written)
    return _over(find_period(f"{today.year}-{written}"), today)


def _over(period: Period | None, today: date) -> Period | None:
    """Of this year, or of the last one if it is not over in this one."""
    if period is None or period.last_day < today:
        return period
    return Period(period.kind, period.year - 1, period.ordinal)
