"""What an indicator came to, as people say it: «45 de 50», «90 %», «no hubo ninguno programado», «no eran 82 sino 84»."""

from collections.abc import Sequence
from dataclasses import dataclass

from itgov_bot.patterns import regex

from ..figures import Number, numbers_in, tokens_of
from ..folding import fold

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


def without_denied(said: str) -> str:
    """Folded words without the number that is not the right one: of «no eran 82 sino 84» what is left is «eran 84»."""
    return _DENIED.sub(lambda found: "eran " if found[0].endswith(" ") else "", said)


def denied_in(said: str) -> float | None:
    """The number that folded words say is not the right one."""
    found = _DENIED.search(said)
    told = numbers_in(tokens_of(found[0])) if found else None
    return told[0].value if told else None


def read_advance(text: str) -> Advance | None:
    """What an indicator came to. None when it is not plain."""
    said = without_denied(fold(text))
    tokens = tokens_of(said)
    found = numbers_in(tokens)
    if found is None:
        return None
    if _tells_of_nothing(said, found):
        return NothingToMeasure()
    counted = [one for one in found if not one.is_percentage]
    if len(counted) == 2:
        return _ratio(tokens, *counted)
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
