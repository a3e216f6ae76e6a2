"""What is said of a reading that waits to be recorded, whatever was asked: that it is of another period, that there was
nothing to measure, that it is to be kept as it is, or sent."""

import re
from dataclasses import replace
from datetime import date

from itgov_bot.domain.indicators import Period, PeriodKind

from ..folding import fold
from .advance import tells_of_no_work
from .backing import lack_told
from .recording import ReadingTold, period_meant, reading_told, tells_little_else

MAX_WORDS_OF_NOTHING = 9
"""Where a reason or a note was asked, who says more tells one."""
_OPENING = (
    r"^\W*(?:(?:ah|ay|uy|oiga|oye|espere|espera|un momento|pero|y|si|bueno|ojo|disculpe|perdon|perdone)\W+)*"
)
_PUT_RIGHT = re.compile(
    rf"{_OPENING}(?:no(?:\s*[,;.:]|\s+(?=(?:no|es[eao]s?|era[n]?|es|son|fue|fueron|del?|el|l[ao]s?|perdon|ese|mejor)\b))"
    r"|me equivoque|corrijo|mejor|en realidad|digo|quise decir"
    r"|(?:l[oa]s?|es[eao]s?|est[eao]s?)\s+(?:es|era|fue|va|son|eran)\b"
    r"|(?:es|era|son|eran|eso|esos?|seria)\s+(?:del?|el|la|los|en|para)\b|(?:cambi|pas|corrig|corrij)\w*(?=\s+(?:al?|l[oae]|el)\b))"
    r"|\b(?:me equivoque|quise decir)\b|,\s*no\s+(?:es )?(?:del?|el)\b|\bperdon\b"
)
_PART = re.compile(
    r"\b(?:el|del|al)\s+(?P<part>(?:primer|segund|tercer|cuart)o)\b"
    r"(?=\W*$|\s*[,;.:]|\s+(?:fue|fueron|dio|son|era|eran|es|quedo|quedaron|de \d|no|perdon|por|que|hubo)\b)"
)
NOUNS: dict[PeriodKind, str] = {"quarter": "trimestre", "half": "semestre"}
_COMPANY = (
    r"(?:si|ok|okay|listo|bueno|ya|asi|todo|pues|entonces|no mas|nomas|por favor|porfa|gracias|de una(?: vez)?|tal cual"
    r"|como esta|y|eso es|esta bien|perfecto|correcto|mejor|el avance|el dato|ese|senor|senora|nada mas|con eso)"
)
_AS_IT_IS = (
    r"(?:dej(?:elo|ela|e|emoslo|alo|a) (?:asi|como esta|tal cual)(?: no mas)?"
    r"|asi (?:esta bien|no mas|dejelo|queda|lo deja))"
)
_SEND = (
    r"(?:(?:registr|guard|envi|mand|sub|confirm|anot|carg|graba)(?:e|a|elo|ela|alo|emoslo|ar|emelo|o)"
    r"|hagale|dele|proceda|confirmado)"
)
_SENDS = re.compile(
    rf"\W*(?:(?:{_COMPANY}|{_AS_IT_IS})\W+)*{_SEND}\b(?:\W+(?:{_COMPANY}|{_SEND}|{_AS_IT_IS}))*\W*"
)
_LEAVES = re.compile(rf"\W*(?:{_COMPANY}\W+)*{_AS_IT_IS}(?:\W+{_COMPANY})*\W*")


def is_put_right(text: str) -> bool:
    """«Ah no, ese es del primer trimestre», «me equivoqué», «quise decir el 11»: something that was told is not so."""
    return lack_told(text) is None and _PUT_RIGHT.search(fold(text)) is not None


def told_of_draft(text: str, today: date, kind: PeriodKind, present: Period | None) -> ReadingTold:
    """What a sentence tells while a reading of one kind of period is recorded: «y el primero fue de 11 de 13» is of the
    first quarter; a year alone is of the same part of it, where that is known."""
    told = reading_told(text, today)
    part = _PART.search(fold(text)) if told.period is None and kind in NOUNS else None
    if part:
        period = period_meant(f"{part['part']} {NOUNS[kind]}", today)
        return replace(reading_told(fold(text).replace(part[0], " ", 1), today), period=period)
    return replace(told, period=in_kind(told.period, kind, present)) if told.period else told


def in_kind(period: Period, kind: PeriodKind, present: Period | None) -> Period:
    """A year alone is the same part of that year, where it is known which part is spoken of."""
    is_year = period.kind == "year" != kind and present is not None and present.kind == kind
    return Period(kind, period.year, present.ordinal) if is_year and present else period


def is_of_period(text: str, told: ReadingTold) -> bool:
    """Whether the period is what the sentence is about, and no more than named in a reason or a note."""
    return bool(told.period) and (is_put_right(text) or tells_little_else(told))


def tells_of_nothing_instead(text: str) -> bool:
    """«Perdón, no hubo ninguno programado», where something else was asked."""
    return len(text.split()) <= MAX_WORDS_OF_NOTHING and tells_of_no_work(text)


def sends(text: str) -> bool:
    """«Déjelo así, regístrelo», «guárdelo de una vez»."""
    return _SENDS.fullmatch(fold(text)) is not None


def leaves_as_it_is(text: str) -> bool:
    """«Déjelo así», which may be to keep it as it is, or to be rid of it."""
    return _LEAVES.fullmatch(fold(text)) is not None
