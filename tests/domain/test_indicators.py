"""Indicators: periods, averages, traffic lights and trends."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from itgov_bot.domain.indicators import (
    Count,
    Frequency,
    Indicator,
    Period,
    PeriodKind,
    Reading,
    average,
    headline,
    in_force,
    latest,
    reading_light,
    running,
    traffic_light,
    trend,
)
from itgov_bot.domain.indicators.analysis import like_with_like


@pytest.mark.parametrize(
    ("text", "kind", "ordinal"),
    [
        ("2023-01", "month", 1),
        ("2023-12", "month", 12),
        ("2023-13", "month", 13),
        ("2023-Q1", "quarter", 1),
        ("2023-Q4", "quarter", 4),
        ("2023-H2", "half", 2),
        ("2023", "year", 1),
    ],
)
def test_a_period_is_read_and_written_alike(text: str, kind: PeriodKind, ordinal: int) -> None:
    period = Period.parse(text)
    assert period == Period(kind, 2023, ordinal)
    assert str(period) == text
    assert Period.parse(f" {text.lower()} ") == period


@pytest.mark.parametrize(
    "text",
    ["", "2023-00", "2023-14", "2023-1", "2023-Q0", "2023-Q5", "2023-H3", "0000", "23", "2023-", "enero"],
)
def test_what_is_no_period(text: str) -> None:
    with pytest.raises(ValueError, match=r"period|such"):
        Period.parse(text)


@pytest.mark.parametrize(
    ("frequency", "text"),
    [("MENSUAL", "2026-06"), ("TRIMESTRAL", "2026-Q2"), ("SEMESTRAL", "2026-H1"), ("ANUAL", "2026")],
)
def test_the_period_of_a_day(frequency: Frequency, text: str) -> None:
    period = Period.of(frequency, date(2026, 6, 30))
    assert str(period) == text
    assert period.contains(date(2026, 6, 30))
    assert not period.contains(date(2027, 1, 1))
    assert Period.of(frequency, period.first_day) == Period.of(frequency, period.last_day) == period
    assert Period.of(frequency, date(2026, 12, 31)).contains(date(2026, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-Q4", date(2023, 10, 1), date(2023, 12, 31)),
        ("2023-H1", date(2023, 1, 1), date(2023, 6, 30)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
    ],
)
def test_first_and_last_day(text: str, first: date, last: date) -> None:
    period = Period.parse(text)
    assert (period.first_day, period.last_day) == (first, last)


def test_the_thirteenth_month_has_no_days() -> None:
    extra = Period.parse("2023-13")
    assert extra.is_extra
    assert not extra.contains(date(2023, 12, 31))
    assert not extra.contains(date(2024, 1, 1))
    for edge in ("first_day", "last_day"):
        with pytest.raises(ValueError, match="month"):
            getattr(extra, edge)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("2023-02", "2023-01"),
        ("2023-01", "2022-12"),
        ("2023-13", "2023-12"),
        ("2023-Q1", "2022-Q4"),
        ("2023-H2", "2023-H1"),
        ("2023-H1", "2022-H2"),
        ("2023", "2022"),
    ],
)
def test_previous(text: str, before: str) -> None:
    assert Period.parse(text).previous() == Period.parse(before)


def test_periods_are_ordered_by_their_end_and_the_longer_is_last() -> None:
    ordered = [
        "2022",
        "2023-01",
        "2023-03",
        "2023-Q1",
        "2023-Q2",
        "2023-H1",
        "2023-12",
        "2023-Q4",
        "2023",
        "2023-13",
    ]
    periods = [Period.parse(text) for text in ordered]
    assert sorted(set(periods)) == periods
    with pytest.raises(TypeError):
        assert periods[0] < "2023"


def _monthly(*values: float | str) -> list[Reading]:
    """Readings from January on; a text "0?" is a possible no-data, "93+" an extra value."""
    readings = []
    for month, value in enumerate(values, 1):
        flag = {"?": ("maybe_no_data",), "+": ("extra_value",)}.get(str(value)[-1], ())
        readings.append(Reading(1, Period("month", 2023, month), float(str(value).rstrip("?+")), flags=flag))
    return readings


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], None),
        ([87, 100], 94),  # 93.5: half up, not to even
        ([18, 29, 32, 63], 36),  # 35.5
        (["0?", 79], 40),  # 39.5: the printed zero counts
        ([2, 3], 3),  # 2.5
        ([128, 0], 64),
        ([100] * 10 + [99, 92, "93+"], 99),
        ([0.1, 0.2, 1.2], 1),  # 0.5 exactly, whatever binary fractions say
    ],
)
def test_average(values: list[float | str], expected: int | None) -> None:
    readings = [
        Reading(1, Period("month", 2010 + i, 1), r.value, flags=r.flags)
        for i, r in enumerate(_monthly(*values) if values else [])
    ]
    assert average(readings) == expected


def test_a_period_that_goes_on_is_in_no_average() -> None:
    closed = Reading(1, Period.parse("2026-01"), 90, 9, 10, "computed")
    running = Reading(1, Period.parse("2026-02"), 10, 1, 10, "computed", ("open",))
    assert average([closed, running]) == 90
    assert average([running]) is None


@pytest.mark.parametrize(("above", "below", "percent"), [(1, 2, 50), (0, 2, 0), (0, 0, None), (5, 4, 125)])
def test_nothing_to_measure_is_no_zero(above: float, below: float, percent: float | None) -> None:
    assert Count(above, below).percent == percent


@pytest.mark.parametrize(
    ("value", "target", "light"),
    [
        (95, 95, "green"),
        (128, 95, "green"),
        (94.9, 95, "yellow"),
        (85.5, 95, "yellow"),
        (85.4, 95, "red"),
        (81, 90, "yellow"),
        (80.9, 90, "red"),
        (36, 40, "yellow"),
        (0, 40, "red"),
        (50, None, None),
        (None, 95, None),
    ],
)
def test_traffic_light(value: float | None, target: float | None, light: str | None) -> None:
    assert traffic_light(value, target) == light


def test_a_possible_no_data_has_no_light() -> None:
    zero, maybe = _monthly(0, "0?")
    assert reading_light(zero, 95) == "red"
    assert reading_light(maybe, 95) is None
    assert reading_light(None, 95) is None


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], None),
        ([50], None),
        ([50, 60], "up"),
        ([60, 50], "down"),
        ([50, 50], "flat"),
        ([3, 16, "0?"], "up"),
        (["0?", 79], None),
        ([99, 92, "93+"], "down"),
        ([99, 0], "down"),
    ],
)
def test_trend(values: list[float | str], expected: str | None) -> None:
    assert trend(reversed(_monthly(*values))) == expected


@pytest.mark.parametrize(
    ("before", "after", "pair"),
    [
        ("10=98 12=80", "10=80", (98, 80)),
        ("09=100", "10=80", (100, 80)),
        ("10=98", "09=60 10=80 11=50…", (98, 80)),
        ("10=0?", "10=80", None),
        ("10=98", "", None),
    ],
)
def test_two_years_are_compared_like_with_like(before: str, after: str, pair: tuple[int, int] | None) -> None:
    """October with October, else with the last one there was; what goes on, and what may be no data, with nothing."""
    found = like_with_like(_of_year(2023, before), _of_year(2026, after))
    assert (found and tuple(one.value for one in found)) == pair


def _of_year(year: int, told: str) -> list[Reading]:
    flags = {"?": ("maybe_no_data",), "…": ("open",)}
    return [
        Reading(
            1, Period("month", year, int(month)), float(value.rstrip("?…")), flags=flags.get(value[-1], ())
        )
        for month, _, value in (one.partition("=") for one in told.split())
    ]


def test_latest_is_the_last_real_period_even_if_doubtful() -> None:
    assert latest([]) is None
    assert latest(_monthly(99, 92, "93+")) == _monthly(99, 92)[1]
    doubtful = latest(reversed(_monthly(16, "0?")))
    assert doubtful is not None
    assert doubtful.flags == ("maybe_no_data",)


def test_a_correction_replaces_the_reading_of_its_period_only() -> None:
    january, february = _monthly(40, 80)
    first = replace(january, recorded_at=datetime(2024, 1, 1, tzinfo=UTC), value=50, reason="cuenta doble")
    second = replace(first, recorded_at=datetime(2024, 2, 1, tzinfo=UTC), value=60)
    assert in_force([second, february, first, january]) == [second, february]
    assert average([second, february, first, january]) == 70


def test_an_indicator_without_number_says_so() -> None:
    indicator = Indicator(
        10,
        "m",
        "p",
        "s",
        "n",
        "p",
        "Eficacia",
        "a / b",
        None,
        None,
        "linea base",
        "TRIMESTRAL",
        "%",
        "o",
        44,
        None,
    )
    assert indicator.flags == ("no_target",)
    assert replace(indicator, target=90).flags == ()


@pytest.mark.parametrize(
    ("told", "judged_by", "beside"),
    [
        ([("2026-11", False), ("2026-12", True)], "2026-11", "2026-12"),
        ([("2026-12", True)], "2026-12", None),
        ([("2026-11", False)], "2026-11", None),
        ([], None, None),
    ],
)
def test_it_is_judged_by_what_is_over(
    told: list[tuple[str, bool]], judged_by: str | None, beside: str | None
) -> None:
    found = [Reading(1, Period.parse(of), 90, flags=("open",) if is_open else ()) for of, is_open in told]
    first, second = headline(found), running(found)
    assert (first and str(first.period), second and str(second.period)) == (judged_by, beside)
