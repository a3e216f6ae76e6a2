"""What an indicator came to, as people say it: «45 de 50», «90 %», «no hubo ninguno programado», «no eran 82 sino 84»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from itgov_bot.patterns import regex

from ..figures import Number, numbers_in, tokens_of
from ..folding import fold
from .backing import LINK, is_of_evidence

_OF = frozenset({"de", "/", "sobre", "entre"})
_BEFORE_WHOLE = frozenset({"los", "las", "el", "la", "total", "unos", "unas"})
_ALL_OF = regex(r"\btod[oa]s (?:l[oa]s )?(?=\d|[a-z])")
_NOTHING = regex(
    r"\bno (?:hubo|habia|hay|tuvimos|tenemos|tenia|aplica)\b|\bn/a\b|\bsin datos?\b|\bno existen?\b"
    r"|\bno (?:se |nos )?(?:program|recib|asign|present|plane|planific|solicit|previ|lleg)\w*"
    r"|\b(?:ningun[oa]?|nada|cero)\b.{0,20}\b(?:program|recib|asign|plane|planific|solicit|previst)\w*"
)
_WAS = "(?:era|eran|es|son|fue|fueron|dio|dieron|debe decir|deben? ser|va|van)"
_FEW_WORDS = r"(?:[^\s;]{1,20} ){0,4}?[^\s;]{1,20}"
_DENIED = regex(
    rf"\b(?:no {_WAS}|donde dice|en (?:vez|lugar) de) {_FEW_WORDS} (?:sino|si no|{_WAS})(?: {_WAS})? "
    r"|\ben (?:vez|lugar) de (?:los |las )?\d[\d.,]*(?: de \d[\d.,]*)?\s?%?"
)
"""What a number was said not to be: «no era 82 sino 84»."""
_NO_WORK = regex(
    r"\bno (?:hubo|tuvimos|habia) (?:(?:ningun[oa]?|nada) )?(?:que |de )?\w{4,}|\bno hubo (?:ningun[oa]?|nada)\b"
    r"|\bno (?:se |nos )?(?:program|midi|recib|asign|presentaron|plane|planific|solicit|previ|llego ningun|llegaron)\w*"
    r"|\b(?:ningun[oa]?|nada|cero) .{0,20}\b(?:program|recib|asign|plane|planific|solicit|previst)\w*"
)
"""That there was nothing to measure, said so that it is no answer to another question: «no hay» may be of anything."""
_WHOLE_WORDS = regex(
    r"\b(?:program|recib|solicit|instal|plane|planific|previst|total|asign|habia|hubo|existen)\w*|\ben total\b"
)
_PART_WORDS = regex(
    r"\b(?:hic|hech|hiz|realiz|ejecut|cumpl|termin|logr|licenci|entreg|solucion|renov|atend|lista|listo|al dia|legal)\w*"
)
"""What is said beside the total, and beside the part of it: «410 instaladas y 365 con licencia»."""
_OF_FIRST = regex(
    r"\bde (?:l[oa]s )?(?P<below>\d[\d.]*)(?: [a-z]{2,})* (?:tenemos|hicimos|van|llevamos|hay|estan|quedaron|son|se \w+"
    r"|cumplimos|entregamos|terminamos) (?P<above>\d[\d.]*)\b(?! ?%)"
)
_OF_DAY = regex(r"\b(?:el|del|al) \d{1,2}\b(?! ?%)")
_APART = regex(r"\s*(?:[,;]|\b[ye]\b|\bpero\b|\bde l[oa]s (?:cuales|que)\b)\s*")
_UNDONE = regex(r"\b(?:realiz|ejecut|hech|hizo|hicimos|cumpl|termin|solucion|avanc|avance|logr)\w*")


@dataclass(frozen=True, slots=True)
class Ratio:
    numerator: float
    denominator: float


@dataclass(frozen=True, slots=True)
class Percentage:
    value: float


@dataclass(frozen=True, slots=True)
class Figure:
    """A number alone, whole or a part of one: whether it counts, is per cent or a share («0,9») is not said."""

    value: float


@dataclass(frozen=True, slots=True)
class NothingToMeasure:
    """«No hubo ninguno programado», «0 de 0»."""


Advance = Ratio | Percentage | Figure | NothingToMeasure


def as_told(advance: Ratio | Percentage) -> str:
    """In words that are read as it again."""
    if isinstance(advance, Ratio):
        return f"{_number(advance.numerator)} de {_number(advance.denominator)}"
    return f"{_number(advance.value)} %"


def _number(value: float) -> str:
    return f"{value:.10g}".replace(".", ",")


def without_denied(said: str) -> str:
    """Folded words without the number that is not the right one: of «no eran 82 sino 84» what is left is «eran 84»."""
    return _DENIED.sub(lambda found: "eran " if found[0].endswith(" ") else "", said)


def denied_in(said: str) -> float | None:
    """The number that folded words say is not the right one."""
    found = _DENIED.search(said)
    told = numbers_in(tokens_of(found[0])) if found else None
    return told[0].value if told else None


def tells_of_no_work(text: str) -> bool:
    """«No hubo ninguno programado», «no se midió»; of what shows a value it is another matter."""
    said = without_denied(fold(text))
    is_of_else = is_of_evidence(text) or _UNDONE.search(said) is not None or re.search(r"\d", said)
    return not is_of_else and _NO_WORK.search(said) is not None


def counts_apart(said: str) -> Ratio | None:
    """Of folded words in which both numbers stand by themselves, the part and the total, where it is said which is which:
    «410 instaladas y 365 con licencia»."""
    if (of := _OF_FIRST.search(said)) and (ratio := _part_of(of)):
        return ratio
    told = [
        (one, found) for one in _APART.split(_OF_DAY.sub(" ", said)) if (found := numbers_in(tokens_of(one)))
    ]
    if len(told) != 2 or any(len(found) > 1 or found[0].is_percentage for _, found in told):
        return None
    (first, [one]), (second, [other]) = told
    leads = _rather_whole(first) - _rather_whole(second)
    if not leads or not (_rather_whole(first) > 0 or _rather_whole(second) > 0):
        return None
    return Ratio(other.value, one.value) if leads > 0 else Ratio(one.value, other.value)


def _part_of(found: re.Match[str]) -> Ratio | None:
    """«De 300 equipos tenemos 288»."""
    below, above = (numbers_in(tokens_of(found[name])) for name in ("below", "above"))
    if not (below and above) or above[0].value > below[0].value:
        return None
    return Ratio(above[0].value, below[0].value)


def _rather_whole(said: str) -> int:
    """By what follows the number, or else by what is before it."""
    before, _, after = re.sub(r"\d[\d.,]*", "#", said, count=1).partition("#")
    beside = after if re.search(r"[a-z]{3,}", after) else before
    return 2 * bool(_WHOLE_WORDS.search(beside)) - bool(_PART_WORDS.search(beside))


def read_advance(text: str) -> Advance | None:
    """What an indicator came to. None when it is not plain."""
    said = without_denied(fold(LINK.sub(" ", text)))
    tokens = tokens_of(said)
    found = numbers_in(tokens)
    if found is None:
        return None
    if _tells_of_nothing(said, found) or tells_of_no_work(text):
        return NothingToMeasure()
    counted = [one for one in found if not one.is_percentage]
    if len(counted) == 2:
        return _ratio(tokens, *counted) or counts_apart(said)
    if len(found) != 1:
        return None
    [one] = found
    if _ALL_OF.search(said) and not one.is_percentage and one.value:
        return Ratio(one.value, one.value)
    is_percentage = one.is_percentage or (one.value > 1 and one.value != int(one.value))
    return Percentage(one.value) if is_percentage else Figure(one.value)


def _tells_of_nothing(said: str, found: Sequence[Number]) -> bool:
    """There was nothing to be done; that nothing of it was done is another thing."""
    return not any(one.value for one in found) and bool(_NOTHING.search(said)) and not _UNDONE.search(said)


def _ratio(tokens: Sequence[str], part: Number, whole: Number) -> Advance | None:
    """Only where one stands beside the other as a part of it."""
    between = list(tokens[part.end : whole.start])
    while between and between[-1] in _BEFORE_WHOLE:
        between.pop()
    if not between or between[-1] not in _OF:
        return None
    is_nothing = part.value == whole.value == 0
    return NothingToMeasure() if is_nothing else Ratio(part.value, whole.value)
