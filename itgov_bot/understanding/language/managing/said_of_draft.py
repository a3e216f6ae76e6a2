"""What is said of a reading that waits to be recorded, whatever was asked: that it is of another period, that there was
nothing to measure, that it is to be kept as it is, or sent."""

from dataclasses import replace
from datetime import date

from itgov_bot.domain.indicators import Period, PeriodKind
from itgov_bot.patterns import regex

from ..folding import fold
from .advance import tells_of_no_work
from .backing import lack_told
from .recording import ReadingTold, period_meant, reading_told, tells_little_else

MAX_WORDS_OF_NOTHING = 9
"""Where a reason or a note was asked, who says more tells one."""
_OPENING = r"^\W*(?:(?:ah|ay|uy|oiga|oye|espere|espera|un momento|pero|y|si|bueno|entonces|ojo|disculpe|perdon|perdone)\W+)*"
_PUT_RIGHT = regex(
    rf"{_OPENING}(?:no(?:\s*[,;.:]|\s+(?=(?:no|es[eao]s?|era[n]?|es|son|fue|fueron|del?|el|l[ao]s?|perdon|ese|mejor)\b))"
    r"|me equivoque|corrijo|mejor|primero|en realidad|digo|quise decir"
    r"|(?:l[oa]s?|es[eao]s?|est[eao]s?)\s+(?:no\s+)?(?:es|era|fue|va|son|eran)\b"
    r"|(?:es|era|son|eran|seria)\b|esos?\s+(?:del?|el|la|los|en|para)\b|(?:cambi|pas|corrig|corrij)\w*(?=\s+(?:al?|l[oae]|el)\b))"
    r"|\b(?:me equivoque|quise decir)\b|,\s*no\s+(?:es )?(?:del?|el)\b|\bperdon\b"
)
_NOT = r"(?:es[eao]s? |est[eao] )?no (?:es|era|son|eran|fue|va|iba)(?: (?:l[oa]s?|el|del?|en|para))*"
_DENIED_FIRST = regex(
    rf"(?P<opening>{_OPENING}(?:no\W+)?){_NOT} [^,;.]{{2,60}}?(?:[,;.]\s*|\s+)(?:sino|si no|(?=(?:es|era|son|eran|fue)\b))"
)
_DENIED_AFTER = regex(
    r"(?:[,;]?\s+(?:y |que )?no (?:es |era )?(?:l[oa]s?|el|del?|en|para)\b|,\s*no (?!se\b|hay|hubo|ten|pud|me\b))"
    r"[^,;.]{2,60}\W*$"
)
_PART = regex(
    r"\b(?:el|del|al)\s+(?P<part>(?:primer|segund|tercer|cuart)o|pasado|anterior|que (?:ya )?(?:paso|termino|cerro))\b"
    r"(?=\W*$|\s*[,;.:]|\s+(?:fue|fueron|dio|son|era|eran|es|quedo|quedaron|de \d+|\d+|no|perdon|por|que|hubo)\b)"
)
NOUNS: dict[PeriodKind, str] = {"quarter": "trimestre", "half": "semestre", "year": "ano", "month": "mes"}
_OF_WORK = regex(r"\b(?:ningun[oa]?|program\w*|midi\w*|planead\w*|nada que (?:medir|hacer|registrar))\b")
_COMPANY = (
    r"(?:si|sip|dale|hagale|eso|va|ok|okay|listo|bueno|ya|asi|todo|pues|entonces|no mas|nomas|por favor|porfa|gracias"
    r"|de una(?: vez)?|tal cual|como esta|y|eso es|esta bien|perfecto|correcto|mejor|el avance|el dato|ese|senor|senora"
    r"|nada mas|con eso)"
)
_AS_IT_IS = (
    r"(?:dej(?:elo|ela|e|emoslo|alo|a) (?:asi|como esta|tal cual)(?: no mas)?"
    r"|asi (?:esta bien|no mas|dejelo|queda|lo deja))"
)
_SEND = (
    r"(?:(?:registr|guard|envi|mand|sub|confirm|anot|carg|graba)(?:e|a|elo|ela|alo|emoslo|ar|emelo|o)"
    r"|hagale|dele|proceda|confirmado)"
)
_SENDS = regex(
    rf"\W*(?:(?:{_COMPANY}|{_AS_IT_IS})\W+)*{_SEND}\b(?:\W+(?:{_COMPANY}|{_SEND}|{_AS_IT_IS}))*\W*"
)
_CHANGES = regex(
    r"(?:quiero |necesito |puedo |hay que )?(?:cambi|corrig|corrij|correg|modifi)\w* (?:(?:el|la|ese|esa|de|mejor) )*"
    r"(?P<what>valor|dato|cifra|porcentaje|soporte|evidencia|acta|enlace|nota|periodo|trimestre|semestre|ano|indicador|motivo"
    r"|razon)"
    r"(?: por favor| porfa)?"
)
_STEPS = {
    **dict.fromkeys(("soporte", "evidencia", "acta", "enlace"), "evidence"),
    **dict.fromkeys(("periodo", "trimestre", "semestre", "ano"), "period"),
    **dict.fromkeys(("motivo", "razon"), "reason"),
    "nota": "note",
    "indicador": "which",
}
_LEAVES = regex(rf"\W*(?:{_COMPANY}\W+)*{_AS_IT_IS}(?:\W+{_COMPANY})*\W*")


def affirmed(text: str) -> str:
    """The folded words without what it is said not to be: of «no era del segundo sino del primero» the first."""
    return _DENIED_AFTER.sub("", _DENIED_FIRST.sub(r"\g<opening> ", fold(text), count=1))


def is_put_right(text: str) -> bool:
    """«Ah no, ese es del primer trimestre», «me equivoqué», «quise decir el 11»: something that was told is not so."""
    return lack_told(text) is None and _PUT_RIGHT.search(fold(text)) is not None


def told_of_draft(text: str, today: date, kind: PeriodKind, present: Period | None) -> ReadingTold:
    """What a sentence tells while a reading of one kind of period is recorded: «y el primero fue de 11 de 13» is of the
    first quarter; a year alone is of the same part of it, where that is known."""
    said = affirmed(text)
    told = reading_told(said, today)
    part = _PART.search(said) if told.period is None else None
    if part:
        period = part_of_year(part["part"], kind, today)
        return replace(reading_told(said.replace(part[0], " ", 1), today), period=period)
    return replace(told, period=in_kind(told.period, kind, present)) if told.period else told


def part_of_year(part: str, kind: PeriodKind, today: date) -> Period | None:
    """«El tercero», «el pasado», where it is known of which kind."""
    is_gone = part.startswith(("pasado", "anterior", "que "))
    return period_meant(f"{NOUNS[kind]} pasado" if is_gone else f"{part} {NOUNS[kind]}", today)


def in_kind(period: Period, kind: PeriodKind, present: Period | None) -> Period:
    """A year alone is the same part of that year, where it is known which part is spoken of."""
    is_year = period.kind == "year" != kind and present is not None and present.kind == kind
    return Period(kind, period.year, present.ordinal) if is_year and present else period


def is_of_period(text: str, told: ReadingTold) -> bool:
    """Whether the period is what the sentence is about, and no more than named in a reason or a note."""
    return bool(told.period) and (is_put_right(text) or tells_little_else(told))


def tells_of_nothing_instead(text: str) -> bool:
    """«Perdón, no hubo ninguno programado», where something else was asked."""
    is_short = len(text.split()) <= MAX_WORDS_OF_NOTHING
    is_of_work = is_put_right(text) or _OF_WORK.search(fold(text)) is not None
    return is_short and is_of_work and tells_of_no_work(text)


def to_change(text: str) -> str:
    """«Cambie el soporte»: the step at which what is to be another is asked; "" for other words."""
    found = _CHANGES.fullmatch(fold(text).strip(" .!"))
    return _STEPS.get(found["what"], "value") if found else ""


def sends(text: str) -> bool:
    """«Déjelo así, regístrelo», «guárdelo de una vez»."""
    return _SENDS.fullmatch(fold(text)) is not None


def leaves_as_it_is(text: str) -> bool:
    """«Déjelo así», which may be to keep it as it is, or to be rid of it."""
    return _LEAVES.fullmatch(fold(text)) is not None
