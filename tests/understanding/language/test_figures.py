"""Numbers as people write them, against `cases/figures.tsv`; and every number in words comes back as it was."""

from hypothesis import given
from hypothesis import strategies as st

from itgov_bot.understanding.language.figures import read_number
from itgov_bot.understanding.language.managing.advance import (
    Advance,
    Figure,
    NothingToMeasure,
    Percentage,
    Ratio,
    read_advance,
)
from tests.rows import each_row

from .tables import cases

_UNITS = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete "
    "dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete "
    "veintiocho veintinueve"
)
_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
_HUNDREDS = (
    "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
)
UNITS, TENS, HUNDREDS = _UNITS.split(), _TENS.split(), _HUNDREDS.split()


def in_words(number: int) -> str:
    """As a school book writes it."""
    if number >= 1_000_000:
        head = "un millón" if number < 2_000_000 else f"{_short(in_words(number // 1_000_000))} millones"
        return _joined(head, number % 1_000_000)
    if number >= 1000:
        head = "mil" if number < 2000 else f"{_short(in_words(number // 1000))} mil"
        return _joined(head, number % 1000)
    if number >= 100:
        return "cien" if number == 100 else _joined(HUNDREDS[number // 100 - 1], number % 100)
    if number < 30:
        return UNITS[number]
    tens = TENS[number // 10 - 3]
    return f"{tens} y {UNITS[number % 10]}" if number % 10 else tens


def _joined(head: str, rest: int) -> str:
    return f"{head} {in_words(rest)}" if rest else head


def _short(words: str) -> str:
    """«Veintiún mil», «treinta y un millones»."""
    if words.endswith("veintiuno"):
        return words.removesuffix("uno") + "ún"
    return words.removesuffix("o") if words.endswith(" uno") else words


def shown(read: Advance | None) -> str:
    match read:
        case Ratio():
            return f"{read.numerator:.10g} of {read.denominator:.10g}"
        case Percentage():
            return f"{read.value:g} %"
        case Figure():
            return f"{read.value:g}"
        case NothingToMeasure():
            return "nothing"
    return "-"


@each_row(("text", "read"), cases("figures"))
def test_what_an_indicator_came_to(text: str, read: str) -> None:
    assert shown(read_advance(text)) == read


NUMBERS = st.integers(0, 999_999_999)


@given(NUMBERS)
def test_any_number_is_read_in_words_and_with_its_points(number: int) -> None:
    assert read_number(in_words(number)) == number
    assert read_number(f"{number:,}".replace(",", ".")) == number
    assert read_number(str(number)) == number


@given(NUMBERS, NUMBERS)
def test_any_two_are_a_part_of_a_whole(part: int, whole: int) -> None:
    expected = Ratio(part, whole) if part or whole else NothingToMeasure()
    for text in (f"{part} de {whole}", f"{part}/{whole}", f"{in_words(part)} de {in_words(whole)}"):
        assert read_advance(text) == expected


def test_a_part_of_one_is_per_cent_only_where_it_says_so() -> None:
    assert read_advance("0,9") == Figure(0.9)
    assert read_advance("0,9 %") == Percentage(0.9)


@given(st.decimals(1, 200, places=2).filter(lambda value: value != int(value)))
def test_decimals_are_per_cent_with_either_sign(value: object) -> None:
    for text in (f"{value}", f"{value}%".replace(".", ","), f"el {value} por ciento"):
        assert read_advance(text) == Percentage(float(str(value)))


@given(st.text(max_size=60))
def test_anything_else_is_read_without_a_fault(text: str) -> None:
    read = read_advance(text)
    assert read is None or isinstance(read, Ratio | Percentage | Figure | NothingToMeasure)
