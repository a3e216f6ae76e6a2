"""What somebody says who records an indicator: that they want to, and of which period."""

import re
from dataclasses import dataclass
from datetime import date

from itgov_bot.domain.indicators import Period
from itgov_bot.patterns import regex

from ..figures import in_digits
from ..folding import fold, plain, word_set
from ..time.days import MONTH
from ..time.stretches import find_stretch, find_times
from .advance import counts_apart, tells_of_no_work, without_denied
from .backing import LINK

_WISH = r"(?:(?:yo |ya )?(?:quiero|quisiera|necesito|debo|tengo que|voy a|vengo a|me toca|puedo|podria|como|para) )?"
_VERB = r"(?:registr|report|anot|carg|sub|ingres|actualiz|diligenci|inform)(?:ar|o|e|emos|ir|a|ue|uemos)(?:les?|lo)?"
_ASKED = regex(
    rf"\W{{0,9}}(?:(?:hola|buen[oa]s(?: dias| tardes| noches)?|por favor)\W+)?{_WISH}{_VERB} "
    r"(?:el |los |la |las |un |mi |mis |otro )?(?:avances?|indicador(?:es)?|kpis?|mediciones|medicion|lecturas?)\b"
    r"(?P<rest>.*)",
    re.DOTALL,
)
_NUMBER = regex(r"\b(?:indicador|kpi|numero|el|del|#)? ?#?(\d{1,2})\b(?!\s*(?:%|por ?ciento|de \d|[.,/]\d))")
_OF = regex(r"\b(?:del?|en) (?:la |las |el |los )?(?:indicador(?:es)? (?:del? )?)?(.{3,60})")

_POINT = regex(r"(?<=[1-4])\.(?=(?:er|do|to|o)\b)|(?<=trim)\.|(?<=sem)\.")
"""Of the periods as the desk writes them: «3.er trim. 2026»."""
_PART_ALONE = regex(
    r"^\W*(?:(?:el|del|al|es|de|para|seria|fue)\s+)*((?:primer|segund|tercer|cuart)o?|ultimo|pasado|anterior"
    r"|que (?:ya )?(?:paso|termino|cerro))"
    r"(?:\s+(?:por favor|porfa))?\W*"
)
_YEAR_TOLD = regex(r"\b20\d\d\b|\b(?:est[ea]|presente|actual|en curso)\b")


_NO_MORE = regex(
    r"\b(?:el|del|al|un) (?:mes|trimestre|semestre|ano)\b(?! \d| i)|^\W*(?:mes|trimestre|semestre|ano)\W*$"
)
"""Only of which kind, and not which one: the last that is over."""
_DIGITS = r"(?<!\d)\d[\d.,]{0,14}"
ADVANCE = regex(
    rf"(?P<above>{_DIGITS})\s*(?:[a-z]{{3,}}\s+){{0,3}}(?:de|/|sobre|entre)\s*(?:(?:los|las|un total de)\s+)?"
    rf"(?P<below>{_DIGITS})(?![\d/-])|{_DIGITS}\s*(?:%|por ?ciento|puntos porcentuales)"
)
_FIGURE = regex(rf"{_DIGITS}(?![\d/-])")
_BY_NAME = regex(r"\b(?:indicador|kpi)\s*(?:numero|nro\.?|#)?\s*#?(\d{1,2})\b")
_OF_MONTH = regex(
    rf"^(?P<before>\W*(?:(?:oiga|hola|perdon|ay|no|y|lo|dato|valor|indicador|registre|corrija|cambie|el|la)\W+)*"
    rf"(?:el|del|al))\s+#?(?P<number>\d{{1,2}})\s+(?:de|en)\s+(?=(?:{MONTH})\b)"
)
"""Whoever begins with «el 7 de noviembre» speaks of an indicator in a month: no reading is of a day."""
_AFTER_VERB = regex(rf"^\W*{_WISH}{_VERB}\W+(?:el |la )?#?(\d{{1,2}})(?=\s*(?:[:,;.-]|$))")
_BY_ARTICLE = regex(r"\b(?:del|el|al)\s+(?:numero\s+)?#?(\d{1,2})\b(?!\s*(?:%|por ciento|de \d|[.,/]\d))")
_RECORDS = regex(
    rf"\W{{0,9}}(?:(?:hola|buen[oa]s(?: dias| tardes| noches)?|por favor|listo|bueno|ok)\W+)*{_WISH}"
    r"(?:(?:le |les |me |lo |la )?(?:registr|anot|carg|ingres|actualiz|diligenci|correg|corrij|rectific)\w*|pong[ao]\w*"
    r"|cambi(?:ar|o|e|emos) (?:el dato|el valor|el avance|la cifra|lo))\b"
)
_DONE = regex(
    r"\b(?:hic|realiz|ejecut|cumpl|revis|invent|actualiz|licenci|fu|llev|entreg|termin|logr|alcanz|cerr|qued|di)"
    r"(?:imos|amos|ieron|aron|eron|o)\b"
)


_FILLING = word_set(
    """a al alla ahi ahora anote anotar avance bueno cerro con da de del di dio el ella en era eran es ese esta este
    fue fueron hoy indicador la las le lo los mi nos oiga ok ponga pongamos ponemos por pues que quedo registrar
    registre reporte reporto salio se son soporte tengo va vamos vea y ya yo listo buenas buenos dias tardes"""
)
MAX_OTHER_WORDS, MAX_NAME_WORDS = 1, 3


@dataclass(frozen=True, slots=True)
class ReadingTold:
    """What a sentence tells of a reading: the number of its indicator, its period, and the words for what it came to."""

    indicator: int | None = None
    period: Period | None = None
    advance: str = ""
    left: str = ""
    """The folded words that are neither."""
    figure: str = ""
    """The only number besides, where it is not said what it came to."""

    @property
    def came_to(self) -> str:
        """A number alone is what it came to where nothing else may be."""
        return self.advance or (self.figure if self.period else "")


def reading_told(text: str, today: date) -> ReadingTold:
    """Of «registre 45 de 50 en el indicador 12 del segundo trimestre», «lo del 10 del tercer trimestre»."""
    said = _OF_MONTH.sub(
        r"\g<before> indicador \g<number> , ", without_denied(fold(LINK.sub(" ", text))), count=1
    )
    times = find_times(_POINT.sub("", said), today)
    told = times.told[0].period if len(times.told) == 1 else None
    period = _as_meant(told, said, today) if told and not told.is_extra else None
    rest = in_digits(times.rest.replace("§", " , "))
    came_to, left = _came_to(rest)
    number = _BY_NAME.search(left) or _BY_ARTICLE.search(left) or _AFTER_VERB.search(left)
    figure = "" if came_to else _only_figure(left, number)
    return ReadingTold(int(number[1]) if number else None, period, came_to, left, figure)


def _came_to(rest: str) -> tuple[str, str]:
    """What it came to, in words that `read_advance` reads, and the words besides."""
    if found := ADVANCE.search(rest):
        return _advance(found), f"{rest[: found.start()]} , {rest[found.end() :]}"
    if apart := counts_apart(rest):
        return f"{apart.numerator:g} de {apart.denominator:g}", _FIGURE.sub(" ", rest)
    return (rest.strip(" ,"), "") if tells_of_no_work(rest) else ("", rest)


def _only_figure(left: str, number: re.Match[str] | None) -> str:
    """The number that is not that of the indicator, where there is one."""
    besides = f"{left[: number.start(1)]} {left[number.end(1) :]}" if number else left
    found = _FIGURE.findall(besides)
    return found[0].rstrip(".,") if len(found) == 1 else ""


def tells_reading(text: str, today: date) -> bool:
    """A period or what it came to, and hardly a word besides."""
    told = reading_told(text, today)
    return bool(told.period or told.advance) and tells_little_else(told)


def _advance(told: re.Match[str]) -> str:
    """«900 equipos de los 1.000» is 900 of 1.000."""
    return f"{told['above']} de {told['below']}" if told["below"] else told[0]


def is_stated(text: str) -> bool:
    """«Hicimos 38 de 40», «no se hicieron mantenimientos»: what was done is told, and nothing is asked."""
    return "?" not in text and _DONE.search(fold(text)) is not None


def is_of_reading(text: str) -> bool:
    """Whether somebody wants to record or correct a reading, whatever else the sentence tells of it."""
    return _RECORDS.match(fold(text)) is not None


def is_bare_period(text: str, today: date) -> bool:
    """«2026-T3», «tercer trimestre»: an answer to another question than for words."""
    return period_meant(text, today) is not None


def tells_little_else(told: ReadingTold, *, but_names: bool = False) -> bool:
    """«Listo, pongamos el tercer trimestre, dio 27 de 30»: but for the reading hardly a word, or no more than a name."""
    others = [word for word in plain(LINK.sub(" ", told.left)).split() if word not in _FILLING]
    return len(others) <= (MAX_NAME_WORDS if but_names else MAX_OTHER_WORDS)


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


def part_alone(text: str) -> str:
    """«El tercero», «del segundo»: which part of the year, where its kind is known; else nothing."""
    found = _PART_ALONE.fullmatch(fold(text))
    return found[1] if found else ""


def period_meant(text: str, today: date) -> Period | None:
    """A period as people name it: «2026-T2», «tercer trimestre», «junio», «el trimestre pasado». Without its year it is the
    last one that has begun: whether one that goes on is meant is asked."""
    told = find_stretch(_POINT.sub("", fold(text)), today)
    period = told.period if told else None
    return period if period is None or period.is_extra else _as_meant(period, fold(text), today)


def _as_meant(period: Period, said: str, today: date) -> Period:
    """«El avance del trimestre» is of the one that is over."""
    is_bare = _NO_MORE.search(said) and not _YEAR_TOLD.search(said)
    return period.previous() if is_bare and period.last_day >= today else period


def says_which_year(text: str) -> bool:
    """«De este año», «2025», «este trimestre»: which one is meant is said."""
    return _YEAR_TOLD.search(fold(text)) is not None
