"""The many ways of saying an hour brought to few, before any of them is read."""

import re

from itgov_bot.patterns import regex

from .clock import DAYS, FROM, LAS
from .lengths import HOUR_WORDS, HOURS, TENS, number

_DIMINUTIVE = regex(r"\b(minut|hor)(?:ic|it)([oa]s?)\b")
_COMPOUND = regex(rf"\b({'|'.join(TENS)})\s+y\s+({'|'.join(HOURS[:9])})\b")
_ADDRESS = regex(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){2,}(?![\d.])")
_FRENCH = regex(r"(?<!hace )(?<!vamos )(?<!en )(?<![\d/:.])([01]?\d|2[0-3])\s?h\s?([0-5]\d)\b(?!\s*min)")
_AFTERNOON = regex(
    r"(?<!hace )(?<!vamos )(?<!dura )(?<!durante )(?<!casi )(?<!de )(?<!las )(?<!en )(?<![\d:.])(1[3-9]|2[0-3])"
    r"\s?(?:hrs?|hs|h)\b"
)
_TO_HOUR = regex(
    r"\b(?:(?P<lead>falt\w+|al?|desde|hasta|sobre|tipo)\s+(?:las?\s+|el\s+)?)?(?:(?P<word>(?:un\s+)?cuarto|cinco|diez"
    r"|veinte|veinticinco)|(?P<digits>5|10|15|20|25))(?P<unit>\s+min(?:utos?)?)?\s+(?:para|pa)\s+"
    rf"{LAS}\s+(?P<hour>\d{{1,2}}|{HOUR_WORDS})\b(?!\s*[:.]\d)"
)
_LESS = regex(
    rf"\b(?P<hour>\d{{1,2}}|{HOUR_WORDS})\s+menos\s+(?P<word>cuarto|cinco|diez|veinte|veinticinco|5|10|15|20|25)\b"
)
_OF_CLOCK = regex(
    rf"\b(?P<lead>(?:a|desde|hasta|para|sobre|tipo)\s+las?|hoy|manana|{'|'.join(DAYS)})\s+(?P<hour>\d{{1,2}}(?:[:.]\d\d)?)\s*(?:horas|hrs?|h)\b"
)
_OF_RANGE = regex(
    r"\b((?:de|desde|entre)\s+(?:las?\s+)?\d{1,2}\s*(?:a|hasta|y|-)\s*(?:las?\s+)?\d{1,2})\s*(?:horas|hrs?|h)\b"
)
_WITH_MINUTES = regex(r"\b(\d{1,2}:\d\d)\s*(?:horas|hrs?|h)\b")
_GREETING = regex(r"\bbuen[oa]s?\s+(?:dias?|tardes?|noches?)\b")

_TO_TWELVE = regex(rf"(?P<before>{FROM}|\bhasta)\s*(?:la\s+|el\s+)?(?:(?P<noon>medio ?dia)|media ?noche)\b")
_ENGLISH = {
    "tonight": "esta noche",
    "this evening": "esta noche",
    "this afternoon": "esta tarde",
    "this morning": "esta manana",
    "today": "hoy",
    "tomorrow morning": "manana en la manana",
    "tomorrow": "manana",
    "right now": "ahora mismo",
    "in the morning": "en la manana",
    "in the afternoon": "en la tarde",
    "in the evening": "en la noche",
    "morning": "en la manana",
    "evening": "en la noche",
    "night": "en la noche",
    "noon": "mediodia",
    "midnight": "medianoche",
    "next week": "la proxima semana",
    "next month": "el proximo mes",
    "next year": "el proximo ano",
    **dict(
        zip(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"), DAYS, strict=True)
    ),
    "january": "enero",
    "february": "febrero",
    "march": "marzo",
    "april": "abril",
    "june": "junio",
    "july": "julio",
    "august": "agosto",
    "september": "septiembre",
    "october": "octubre",
    "november": "noviembre",
    "december": "diciembre",
    "hour": "hora",
    "hours": "horas",
    "minutes": "minutos",
    "days": "dias",
    "weeks": "semanas",
}
_ENGLISH_WORD = regex(rf"\b(?:{'|'.join(sorted(_ENGLISH, key=len, reverse=True))})\b")
_ENGLISH_HOUR = regex(r"\b(?:at|by|around)\s+(?=\d)")
_ENGLISH_WAIT = regex(r"\bin\s+(?=\d+\s+(?:hora|minuto|dia|semana))")
_ORDINAL = regex(r"\b(\d{1,2})(?:st|nd|rd|th)\b")
_ABOUT = regex(rf"\b(?:tipo|tipito)\s+(?=\d|(?:{HOUR_WORDS})\b)")
_EARLY = regex(r"\bmanana\s+(?:(?:muy|bien)\s+)?tempran(?:o|ito)\b")


def readable(folded: str) -> str:
    """The folded text with the ways of saying an hour brought to few: «15 horas», «19h00» and «diez para las 8» as
    «a las 15», «19:00» and «a las 7:50». Without greetings and network addresses, which tell no time."""
    text = _in_spanish(_ADDRESS.sub(" , ", _GREETING.sub(" ", folded)))
    text = _EARLY.sub("manana en la manana", _ABOUT.sub("a las ", text))
    text = _DIMINUTIVE.sub(r"\1\2", _COMPOUND.sub(_compound, text))
    text = _FRENCH.sub(r"\1:\2", text)
    text = _WITH_MINUTES.sub(r"\1", _OF_RANGE.sub(r"\1", text))
    text = _AFTERNOON.sub(r"a las \1", _OF_CLOCK.sub(_plain_hour, text))
    text = _LESS.sub(_before_hour, _TO_HOUR.sub(_to_hour, text))
    return _TO_TWELVE.sub(_to_twelve, text)


def _in_spanish(text: str) -> str:
    """«Tomorrow at 8 pm» as «manana a las 8 pm»."""
    text = _ORDINAL.sub(r"\1", _ENGLISH_HOUR.sub("a las ", text))
    return _ENGLISH_WAIT.sub("en ", _ENGLISH_WORD.sub(lambda word: _ENGLISH[word[0]], text))


def _plain_hour(found: re.Match[str]) -> str:
    lead = found["lead"]
    return f"{lead} {found['hour']}" if lead.endswith(("la", "las")) else f"{lead} a las {found['hour']}"


def _compound(found: re.Match[str]) -> str:
    """«Treinta y cinco»."""
    return str(number(found[1]) + number(found[2]))


def _to_hour(found: re.Match[str]) -> str:
    """«Faltando diez para las 8» is 7:50; «10 para las 8», with nothing else, may be ten of something."""
    if found["digits"] and not (found["lead"] or found["unit"]):
        return found[0]
    lead = found["lead"] if found["lead"] in ("desde", "hasta") else "a"
    return f"{lead} las {_earlier(found['hour'], found['word'] or found['digits'])}"


def _before_hour(found: re.Match[str]) -> str:
    return _earlier(found["hour"], found["word"])


def _earlier(hour: str, by: str) -> str:
    minutes = 15 if by.endswith("cuarto") else number(by)
    return f"{number(hour) - 1 or 12}:{60 - minutes}" if number(hour) else f"23:{60 - minutes}"


def _to_twelve(found: re.Match[str]) -> str:
    """«De 8 de la noche a medianoche»: the end of a range, which is read as an hour."""
    before = found["before"].removesuffix("l")  # «al mediodía»
    return f"{before} las 12 {'del dia' if found['noon'] else 'de la noche'}"
