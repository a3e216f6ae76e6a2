"""Numbers as people write them: «1.250», «90,5», «cuarenta y cinco»; and what an indicator came to: «45 de 50», «90 %».

A comma is the sign of decimals and a point that of thousands, as people write here; where a number may be two («1,250»)
it is none, and is asked for again.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from .folding import fold, word_set

MAX_DIGITS = 15
"""Nobody counts more, and a float holds so many."""

_NUMBER = r"\d[\d.,'’]*"
_TOKEN = re.compile(rf"{_NUMBER}|[a-z]+|[%/\-]")
_POINTS = re.compile(r"[1-9]\d{0,2}(?:[.'’]\d{3})+(?:,\d+)?")
_COMMAS = re.compile(r"[1-9]\d{0,2}(?:(?:,\d{3}){2,}(?:\.\d+)?|,\d{3}\.\d+)")
_DOUBTFUL = re.compile(r"[1-9]\d{0,2},\d{3}")
_DECIMAL = re.compile(r"\d+(?:[.,]\d+)?")

_FROM_NOUGHT = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete "
    "dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete "
    "veintiocho veintinueve"
)
UNITS = tuple(_FROM_NOUGHT.split())
"""The numbers in words from nought on, each at its place."""
_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
_HUNDREDS = "doscient trescient cuatrocient quinient seiscient setecient ochocient novecient"
_SPOKEN: dict[str, int] = {
    **{word: number for number, word in enumerate(UNITS)},
    **dict.fromkeys(("un", "una"), 1),
    **dict.fromkeys(("veintiun", "veintiuna"), 21),
    **dict.fromkeys(("ningun", "ninguno", "ninguna"), 0),
    **{word: 10 * number for number, word in enumerate(_TENS.split(), 3)},
    **dict.fromkeys(("cien", "ciento"), 100),
    **{f"{stem}{end}": 100 * n for n, stem in enumerate(_HUNDREDS.split(), 2) for end in ("os", "as")},
}
_THOUSANDS = {"mil": 1_000, "millon": 1_000_000, "millones": 1_000_000}

NUMBER_WORDS = frozenset({*_SPOKEN, *_THOUSANDS} - {"un", "una", "uno", "ningun", "ninguno", "ninguna"})
"""Words that are a number wherever they stand."""
BEFORE_CASE = word_set("el al del caso ticket numero #")
"""What a number in words stands behind, if it is that of a case: «reinicie dos veces» names none."""
_OF = frozenset({"de", "/", "sobre", "entre"})
_BEFORE_WHOLE = frozenset({"los", "las", "el", "la", "total", "unos", "unas"})
_ARTICLE_OF_TOTAL = re.compile(r"\bun total\b")
_PER_CENT = re.compile(r"\bpor ?cient[oa]\b|\bpor cien\b")
_ALL_OF = re.compile(r"\btod[oa]s (?:l[oa]s )?(?=\d|[a-z])")
_NOTHING = re.compile(
    r"\bno (?:hubo|habia|hay|tuvimos|tenemos|tenia|aplica)\b|\bn/a\b|\bsin datos?\b|\bno existen?\b"
    r"|\bno (?:se |nos )?(?:program|recib|asign|present|plane|planific|solicit|previ|lleg)\w*"
    r"|\b(?:ningun[oa]?|nada|cero)\b.{0,20}\b(?:program|recib|asign|plane|planific|solicit|previst)\w*"
)
_WAS = "(?:era|eran|es|son|fue|fueron|dio|dieron|debe decir|deben? ser|va|van)"
_FEW_WORDS = r"(?:[^\s;]{1,20} ){0,4}?[^\s;]{1,20}"
_DENIED = re.compile(
    rf"\b(?:no {_WAS}|donde dice|en (?:vez|lugar) de) {_FEW_WORDS} (?:sino|si no|{_WAS})(?: {_WAS})? "
    r"|\ben (?:vez|lugar) de (?:los |las )?\d[\d.,]*(?: de \d[\d.,]*)?\s?%?"
)
"""What a number was said not to be: «no era 82 sino 84»."""
_UNDONE = re.compile(r"\b(?:realiz|ejecut|hech|hizo|hicimos|cumpl|termin|solucion|avanc|avance|logr)\w*")


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


@dataclass(frozen=True, slots=True)
class _Number:
    """`start` and `end` are its tokens, without the sign of per cent."""

    value: float
    start: int
    end: int
    is_percentage: bool


def without_denied(said: str) -> str:
    """Folded words without the number that is not the right one: of «no eran 82 sino 84» what is left is «eran 84»."""
    return _DENIED.sub(lambda found: "eran " if found[0].endswith(" ") else "", said)


def read_number(text: str) -> float | None:
    """The one number of a text, not below zero; None when there is none, or may be two."""
    found = _numbers(_tokens(text))
    return found[0].value if found is not None and len(found) == 1 else None


def read_advance(text: str) -> Advance | None:
    """What an indicator came to. None when it is not plain."""
    said = without_denied(fold(text))
    tokens = _tokens(said)
    found = _numbers(tokens)
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


def _tells_of_nothing(said: str, found: Sequence[_Number]) -> bool:
    """There was nothing to be done; that nothing of it was done is another thing."""
    return not any(one.value for one in found) and bool(_NOTHING.search(said)) and not _UNDONE.search(said)


def _ratio(tokens: Sequence[str], part: _Number, whole: _Number) -> Advance | None:
    """Only where one stands beside the other as a part of it."""
    between = list(tokens[part.end : whole.start])
    while between and between[-1] in _BEFORE_WHOLE:
        between.pop()
    if not between or between[-1] not in _OF:
        return None
    is_nothing = part.value == whole.value == 0
    return NothingToMeasure() if is_nothing else Ratio(part.value, whole.value)


def _tokens(text: str) -> list[str]:
    said = _PER_CENT.sub("%", fold(text))
    return _TOKEN.findall(_ARTICLE_OF_TOTAL.sub("total", said))


def _numbers(tokens: Sequence[str]) -> list[_Number] | None:
    """Every number in its order; None where one of them may be two, or is below zero."""
    found, at = [], 0
    while at < len(tokens):
        read = _number_at(tokens, at)
        if read is None:
            at += 1
            continue
        value, end = read
        if value is None or (at and tokens[at - 1] == "-"):
            return None
        is_percentage = end < len(tokens) and tokens[end] == "%"
        found.append(_Number(float(value), at, end, is_percentage))
        at = end + is_percentage
    return found


def _number_at(tokens: Sequence[str], at: int) -> tuple[Decimal | None, int] | None:
    """The number that begins here and where it ends; its value is None where it may be two. None where none begins."""
    whole: Decimal | None
    if tokens[at][0].isdigit():
        end = at + 1
        is_percentage = end < len(tokens) and tokens[end] == "%"
        whole = _written(tokens[at], may_be_thousands=not is_percentage)
        if whole is not None and end < len(tokens) and tokens[end] in _THOUSANDS:
            whole, end = whole * _THOUSANDS[tokens[end]], end + 1
    else:
        value, end = spoken_at(tokens, at)
        whole = Decimal(value)
        if end == at:
            return None
    return _with_part(tokens, whole, end) if whole is not None else (None, end)


def _with_part(tokens: Sequence[str], whole: Decimal, end: int) -> tuple[Decimal, int]:
    """«Noventa coma cinco», «noventa y medio»."""
    following = list(tokens[end : end + 2])
    if len(following) == 2 and following[0] == "y" and following[1] in ("medio", "media"):
        return whole + Decimal("0.5"), end + 2
    if len(following) == 2 and following[0] in ("coma", "punto"):
        part, after = spoken_at(tokens, end + 1)
        if after > end + 1:
            return Decimal(f"{whole}.{part}"), after
    return whole, end


def _written(token: str, *, may_be_thousands: bool) -> Decimal | None:
    """In digits, «1.250», «1'250.000», «90,5», «90.5»; None for «1,250», which people use for both but in per cent."""
    digits = token.rstrip(".,'’")
    if len(digits) > MAX_DIGITS:
        return None
    if _POINTS.fullmatch(digits):
        return Decimal(re.sub(r"[.'’]", "", digits).replace(",", "."))
    if _COMMAS.fullmatch(digits):
        return Decimal(digits.replace(",", ""))
    if (may_be_thousands and _DOUBTFUL.fullmatch(digits)) or not _DECIMAL.fullmatch(digits):
        return None
    return Decimal(digits.replace(",", "."))


def spoken_at(tokens: Sequence[str], at: int) -> tuple[int, int]:
    """In words, from a token on: its value and where it ends, which is where it began when there is none.

    Each word must be smaller than the place that the one before it left free: «cuarenta» leaves room for «cinco».
    """
    total, group, room, largest, end = 0, 0, 1_000, 1_000_000_000, at
    for place in range(at, len(tokens)):
        word = tokens[place]
        value, unit = _SPOKEN.get(word), _THOUSANDS.get(word)
        if value is not None and value < room:
            group, room, end = group + value, _room_after(value), place + 1
        elif unit is not None and unit < largest:
            total, group, room, largest, end = total + (group or 1) * unit, 0, 1_000, unit, place + 1
        elif not (word == "y" and room == 10 and end == place):
            break
    return total + group, end


def cases_in_digits(said: str) -> str:
    """Folded words in which «el treinta y tres» is «el 33»."""
    words, found, at = said.split(), list[str](), 0
    bare = [one.strip(",;.?!") for one in words]
    while at < len(words):
        number, end = spoken_at(bare, at) if at and bare[at - 1] in BEFORE_CASE else (0, at)
        found.append(f"{number}{words[end - 1][len(bare[end - 1]) :]}" if number else words[at])
        at = end if number else at + 1
    return " ".join(found)


def _room_after(value: int) -> int:
    if value >= 100:
        return 100
    return 10 if value >= 30 else 0
