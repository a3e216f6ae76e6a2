"""Which periods are expected of an owner, what a formula comes to, offices by their names, and what counts of a plan."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itgov_bot.domain.indicators import NO_DATA, Frequency, Period, Reading, closed, in_force, is_over
from itgov_bot.domain.indicators.definition import OFFICE, office_of
from itgov_bot.domain.indicators.plan import PlanItem, counted
from tests.made import city

AT = datetime(2026, 11, 10, 15, tzinfo=UTC)
HALF = Period.parse("2026-H2")


@pytest.mark.parametrize(
    ("frequency", "today", "expected"),
    [
        ("TRIMESTRAL", date(2026, 11, 10), "2026-Q3 2026-Q2 2026-Q1 2025-Q4"),
        ("TRIMESTRAL", date(2026, 10, 1), "2026-Q3 2026-Q2 2026-Q1 2025-Q4"),
        ("SEMESTRAL", date(2026, 6, 30), "2025-H2 2025-H1"),
        ("ANUAL", date(2026, 12, 31), "2025"),
        ("ANUAL", date(2027, 1, 1), "2026"),
    ],
)
def test_periods_that_are_over_are_expected_for_a_year(
    frequency: Frequency, today: date, expected: str
) -> None:
    assert " ".join(map(str, closed(frequency, today))) == expected


@given(
    st.sampled_from(("MENSUAL", "TRIMESTRAL", "SEMESTRAL", "ANUAL")),
    st.dates(date(2001, 1, 1), date(2100, 1, 1)),
)
def test_the_last_one_over_is_always_among_them(frequency: Frequency, today: date) -> None:
    first, *_ = expected = list(closed(frequency, today))
    assert first == Period.of(frequency, today).previous()
    assert all(is_over(one, today) for one in expected)
    assert expected == sorted(expected, reverse=True)


@pytest.mark.parametrize(
    ("number", "numerator", "denominator", "values"),
    [
        (10, 45, 50, [90]),
        (11, 45, 50, [90]),
        (11, 50, 50, [100]),
        (11, 51, 50, [102, 1.02]),
        (12, 9, 8, [112.5, 1.125]),
        (11, 540, 6, [90]),
        (13, 5.4, 6, [90]),
        (2, 62, 50, [124]),
    ],
)
def test_what_a_formula_comes_to(
    number: int, numerator: float, denominator: float, values: list[float]
) -> None:
    indicator = city().indicator(number)
    assert indicator
    assert indicator.values_of(numerator, denominator) == pytest.approx(values)


def test_five_offices_answer_for_the_sheet() -> None:
    assert list(city().offices()) == [
        "gestor-infraestructura",
        "administrador-de-la-red",
        "gestor-desarrollo",
        "coordinador-de-proyectos",
        "gestor-seguridad-de-la-informacion",
    ]
    assert office_of("  Gestor  DESARROLLO ") == office_of("gestor desarrollo")
    assert len(office_of("Dirección de Sistemas " * 9)) <= OFFICE


def test_nothing_to_measure_takes_a_value_away() -> None:
    value = Reading(10, HALF, 80, source="recorded", recorded_at=AT)
    nothing = Reading(10, HALF, 0, 0, 0, "recorded", (NO_DATA,), recorded_at=AT.replace(hour=16))
    assert in_force([value, nothing]) == []
    assert in_force([nothing, value]) == []
    assert in_force([value]) == [value]


def test_of_a_plan_counts_what_was_done_in_its_period() -> None:
    days = (date(2026, 7, 1), date(2026, 12, 31), date(2027, 1, 1), None)
    items = [PlanItem(n, 2, HALF, "x", date(2026, 12, 1), done_on=day) for n, day in enumerate(days)]
    count = counted(items)
    assert (count.numerator, count.denominator) == (2, 4)
