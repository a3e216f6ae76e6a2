"""What is said of a reading that waits to be recorded, whatever was asked."""

from datetime import date

import pytest

from itgov_bot.domain.indicators import Count, Period
from itgov_bot.understanding.language.figures import in_digits
from itgov_bot.understanding.language.managing.advance import Percentage, Ratio, as_told, read_advance
from itgov_bot.understanding.language.managing.backing import is_the_same, link_alone, tells_where_or_why
from itgov_bot.understanding.language.managing.recording import reading_told
from itgov_bot.understanding.language.managing.said_beside import value_instead
from itgov_bot.understanding.language.managing.said_of_draft import (
    affirmed,
    is_of_period,
    is_put_right,
    leaves_as_it_is,
    sends,
    tells_of_nothing_instead,
    to_change,
    told_of_draft,
)
from tests.rows import each_row

from .tables import cases

TODAY = date(2026, 11, 10)
SECOND = Period("quarter", 2026, 2)


def deed_of(text: str) -> str:
    told = {
        "send": sends(text),
        "leave": leaves_as_it_is(text),
        "nothing": tells_of_nothing_instead(text),
        to_change(text): bool(to_change(text)),
    }
    return next((deed for deed, is_it in told.items() if is_it), "-")


@each_row(("text", "period", "value", "right", "deed"), cases("said_of_draft"))
def test_what_is_said_of_a_draft(text: str, period: str, value: str, right: str, deed: str) -> None:
    told = told_of_draft(text, TODAY, "quarter", SECOND)
    meant = str(told.period) if is_of_period(text, told) else "-"
    assert (meant, told.advance, is_put_right(text), deed_of(text)) == (period, value, right == "yes", deed)


@pytest.mark.parametrize(
    ("text", "value", "why"),
    [
        (
            "mejor déjelo en 92 %, contaron dos actividades más",
            Percentage(92),
            "contaron dos actividades más",
        ),
        ("no eran 40 sino 41, faltaba el de predial del 29", Ratio(41, 50), "faltaba el de predial del 29"),
        ("quedó en noventa y uno porque sumaron la visita", Percentage(91), "sumaron la visita"),
        ("47/50 mejor, aparecieron dos actas", Ratio(47, 50), "aparecieron dos actas"),
        ("eran cuarenta y dos de cincuenta", Ratio(42, 50), ""),
        ("me equivoqué, son 46 de 50", Ratio(46, 50), ""),
        ("espere, le di mal el dato, 63,5", Percentage(63.5), ""),
    ],
)
def test_another_value_and_why(text: str, value: Ratio | Percentage, why: str) -> None:
    told = value_instead(text, Count(40, 50))
    assert told is not None
    assert (told.value, told.why) == (value, why)


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        ("el mismo soporte de antes", True),
        ("la misma acta que mandé", True),
        ("sirve el mismo", True),
        ("el mismo soporte del trimestre pasado", True),
        ("el mismo día se firmó", False),
        ("lo mismo pasó en la sede", False),
    ],
)
def test_evidence_is_the_same_as_before(text: str, is_it: bool) -> None:
    assert is_the_same(text) is is_it


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("setenta y ocho coma cinco por ciento", "78,5 por ciento"),
        ("once de catorce", "11 de 14"),
        ("veinte, cinco", "20, 5"),
        ("70 punto 5", "70,5"),
        ("al tercer trimestre", "al tercer trimestre"),
        ("cien por ciento", "100 por ciento"),
        ("61 por ciento y medio", "61,5 por ciento"),
    ],
)
def test_numbers_in_words_are_figures(said: str, written: str) -> None:
    assert in_digits(said) == written


@pytest.mark.parametrize("value", [Ratio(45, 50), Percentage(78.5), Ratio(1250, 1300)])
def test_a_value_is_read_again_as_it_was_told(value: Ratio | Percentage) -> None:
    assert read_advance(as_told(value)) == value


def test_a_number_alone_is_what_it_came_to_where_the_period_is_told() -> None:
    assert reading_told("plan de desarrollo del segundo trimestre 80", TODAY).came_to == "80"
    assert reading_told("cómo va el 12", TODAY).came_to == ""


def test_what_it_is_said_not_to_be_is_left_out() -> None:
    assert "desarrollo" not in affirmed("no era plan de desarrollo, era gobierno digital")
    assert "desarrollo" not in affirmed("era gobierno digital, no plan de desarrollo")
    assert "soporte" in affirmed("no hay soporte, se perdió")


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        ("las actas las tiene talento humano", True),
        ("el acta la firman en enero", True),
        ("está en la carpeta compartida", True),
        ("apenas van a hacer el comité", True),
        ("mejor después, siga con el inventario", False),
        ("llegaron dos licencias tarde", False),
    ],
)
def test_words_of_evidence_say_where_it_is_or_why_there_is_none(text: str, is_it: bool) -> None:
    assert tells_where_or_why(text) is is_it


def test_a_link_among_many_words_is_no_answer_of_its_own() -> None:
    assert link_alone("aquí va https://a.example/b") == "https://a.example/b"
    assert link_alone("contaron dos de más según lo que dice el acta https://a.example/b") is None
