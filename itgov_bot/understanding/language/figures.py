"""Numbers as people write them: «1.250», «90,5», «cuarenta y cinco»; and the number of a case.

A comma is the sign of decimals and a point that of thousands, as people write here; where a number may be two («1,250»)
it is none, and is asked for again.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from itgov_bot.patterns import regex

from .folding import fold, word_set

MAX_DIGITS = 15
"""Nobody counts more, and a float holds so many."""

_NUMBER = r"\d[\d.,'’]*"
_TOKEN = regex(rf"{_NUMBER}|[a-z]+|[%/\-]")
_POINTS = regex(r"[1-9]\d{0,2}(?:[.'’]\d{3})+(?:,\d+)?")
_COMMAS = regex(r"[1-9]\d{0,2}(?:(?:,\d{3}){2,}(?:\.\d+)?|,\d{3}\.\d+)")
_DOUBTFUL = regex(r"[1-9]\d{0,2},\d{3}")
_DECIMAL = regex(r"\d+(?:[.,]\d+)?")

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
_DECIMAL_SIGNS = ("coma", "punto")
_THOUSANDS = {"mil": 1_000, "millon": 1_000_000, "millones": 1_000_000}

NUMBER_WORDS = frozenset({*_SPOKEN, *_THOUSANDS} - {"un", "una", "uno", "ningun", "ninguno", "ninguna"})
"""Words that are a number wherever they stand."""
CASE_NUMBER = r"saus[\s_-]*20\d\d[\s_-]*\d{1,6}"
"""The whole number of a case, however its parts are joined."""
BEFORE_CASE = word_set("el al del caso ticket numero #")
"""What a number in words stands behind, if it is that of a case: «reinicie dos veces» names none."""
_ARTICLE_OF_TOTAL = regex(r"\bun total\b")
_PER_CENT = regex(r"\bpor ?cient[oa]\b|\bpor cien\b")


@dataclass(frozen=True, slots=True)
class Number:
    """A number that was told. `start` and `end` are its tokens, without the sign of per cent."""

    value: float
    start: int
    end: int
    is_percentage: bool


def read_number(text: str) -> float | None:
    """The one number of a text, not below zero; None when there is none, or may be two."""
    found = numbers_in(tokens_of(text))
    return found[0].value if found is not None and len(found) == 1 else None


def tokens_of(text: str) -> list[str]:
    """Folded: numbers, words, and the signs of per cent and of a part."""
    said = _PER_CENT.sub("%", fold(text))
    return _TOKEN.findall(_ARTICLE_OF_TOTAL.sub("total", said))


def numbers_in(tokens: Sequence[str]) -> list[Number] | None:
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
        found.append(Number(float(value), at, end, is_percentage))
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
    if len(following) == 2 and following[0] in _DECIMAL_SIGNS:
        part, after = _decimals_at(tokens, end + 1)
        if part:
            return Decimal(f"{whole}.{part}"), after
    return whole, end


def _decimals_at(tokens: Sequence[str], at: int) -> tuple[str, int]:
    """«Cinco», «veinticinco», «cero cinco», «5»: what stands behind the sign of decimals, and where it ends."""
    noughts = 0
    while at + noughts < len(tokens) and tokens[at + noughts] == UNITS[0]:
        noughts += 1
    first = at + noughts
    if first < len(tokens) and tokens[first].isdecimal():
        return "0" * noughts + tokens[first], first + 1
    part, end = spoken_at(tokens, first)
    return "0" * noughts + (str(part) if end > first else ""), end


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


def in_digits(said: str) -> str:
    """Folded words in which every number in words is one in figures: «setenta y ocho coma cinco» is «78,5». No number goes
    on beyond a sign."""
    words, found, at = said.split(" "), list[str](), 0
    bare = [one.strip(_SIGNS) for one in words]
    while at < len(words):
        told, end = _told_at(bare[: _clause_end(words, bare, at)], at)
        found.append(f"{told}{words[end - 1][len(bare[end - 1]) :]}" if told else words[at])
        at = end if told else at + 1
    return _AND_A_HALF.sub(r",5\g<sign>", " ".join(found))


_AND_A_HALF = regex(r"(?<=\d)(?P<sign> ?(?:%|por ?ciento)) y medi[oa]\b")
_SIGNS = ",;:.?!"


def _clause_end(words: Sequence[str], bare: Sequence[str], at: int) -> int:
    """Where the clause of a word ends: behind the next one that has a sign after it."""
    return next((place + 1 for place in range(at, len(words)) if words[place] != bare[place]), len(words))


def _told_at(bare: Sequence[str], at: int) -> tuple[str, int]:
    """The number that begins with a word, in figures; "" where none does, and for «por ciento»."""
    is_number = bare[at] in NUMBER_WORDS or bare[at : at + 2] == ["un", "millon"]
    is_written = bare[at].isdecimal() and tuple(bare[at + 1 : at + 2])[:1] in (("coma",), ("punto",))
    if not (is_number or is_written) or (at and bare[at - 1] == "por"):
        return "", at
    value, end = spoken_at(bare, at) if is_number else (int(bare[at]), at + 1)
    whole, after = _with_part(bare, Decimal(value), end)
    return f"{whole}".replace(".", ","), after


def _room_after(value: int) -> int:
    if value >= 100:
        return 100
    return 10 if value >= 30 else 0
