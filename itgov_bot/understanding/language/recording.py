"""What somebody says who records an indicator: that they want to, and of which period."""

import re
from datetime import date

from itgov_bot.domain.indicators import Period

from .folding import fold
from .stretches import find_stretch

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

_POINT = re.compile(r"(?<=[1-4])\.(?=(?:er|do|to|o)\b)|(?<=trim)\.|(?<=sem)\.")
"""Of the periods as the desk writes them: «3.er trim. 2026»."""
_YEAR_TOLD = re.compile(r"\b20\d\d\b|\b(?:est[ea]|presente|actual|en curso)\b")


_NO_MORE = re.compile(r"\W*(?:el|del|lo del|en el)? ?(?:mes|trimestre|semestre|ano)\W*")
"""Only of which kind: the last one that is over."""
_CORRECTS = re.compile(
    r"\W*(?:(?:ay|uy|no|perdon|me equivoque|esta mal|quedo mal)\W+)*"
    r"(?:(?:yo )?(?:quiero|quisiera|necesito|debo|puedo|voy a|hay que) )?(?:lo |la )?(?:correg|corrij|rectific)\w*"
    r"(?: (?:eso|ese|esa|el dato|el valor|el avance|lo anterior))?(?: por favor)?\W*"
)


def is_correction(text: str) -> bool:
    """«Quiero corregirlo»: what was just recorded, without saying which that is."""
    return _CORRECTS.fullmatch(fold(text)) is not None


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


def period_meant(text: str, today: date) -> Period | None:
    """A period as people name it: «2026-T2», «tercer trimestre», «junio», «el trimestre pasado».

    Without its year it is the last one that is over: what goes on cannot be recorded.
    """
    told = find_stretch(_POINT.sub("", fold(text)), today)
    period = told.period if told else None
    if period is None or period.is_extra or period.last_day < today or _YEAR_TOLD.search(fold(text)):
        return period
    if _NO_MORE.fullmatch(fold(text)):
        return period.previous()
    return Period(period.kind, period.year - 1, period.ordinal)
