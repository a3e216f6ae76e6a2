"""The board and the cards of the indicators, from the city's own data: what a manager reads."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from itgov_bot.desk.indicators import merged, standing, within
from itgov_bot.domain.indicators import Indicator, Period, Reading
from itgov_bot.domain.indicators.stretch import Stretch
from itgov_bot.replies import MAX_CHOICES, Bar, Reply
from itgov_bot.wording.managers import charts
from itgov_bot.wording.managers import indicators as words
from itgov_bot.wording.managers.indicator_card import card
from itgov_bot.wording.periods import age, due, number, percent, period, within_year
from itgov_bot.wording.text import esc
from tests.made import city

DATA = Path(__file__).parents[2] / "data"
TODAY = date(2026, 3, 2)
TELEGRAM_LIMIT = 4096


def indicator(number: int) -> Indicator:
    found = city().indicator(number)
    assert found
    return found


def board(year: int | None = None, page: int = 1) -> Reply:
    of = Stretch.of_year(year) if year else None
    standings = [standing(one, merged(city(), [], one.number), of) for one in city().indicators]
    return words.board(standings, of, TODAY, page)


def one(number: int, asked: str | None = None, extra: list[Reading] | None = None) -> Reply:
    found = merged(city(), extra or [], number)
    period = Stretch.of(Period.parse(asked)) if asked else None
    shown = within(found, period)
    beside = [each for each in city().indicators if abs(each.number - number) == 1]
    return card(indicator(number), found, shown, period, TODAY, beside)


@pytest.mark.parametrize(
    ("written", "said", "short"),
    [
        ("2023-12", "dic. 2023", "dic."),
        ("2023-05", "may. 2023", "may."),
        ("2023-Q4", "4.º trim. 2023", "4.º trim."),
        ("2023-Q1", "1.er trim. 2023", "1.er trim."),
        ("2023-H2", "2.º sem. 2023", "2.º sem."),
        ("2023", "2023", "2023"),
        ("2023-13", "13.er valor 2023", "13.er valor"),
    ],
)
def test_periods_in_spanish(written: str, said: str, short: str) -> None:
    assert period(Period.parse(written)) == said
    assert within_year(Period.parse(written)) == short


@pytest.mark.parametrize(
    ("value", "said"), [(93.0, "93"), (39.5, "39,5"), (100 / 3, "33,3"), (31.25, "31,3"), (0.0, "0")]
)
def test_numbers_with_a_decimal_comma(value: float, said: str) -> None:
    assert number(value) == said
    assert percent(value) == f"{said} %"


@pytest.mark.parametrize(
    ("today", "over"), [(date(2023, 3, 31), 0), (date(2023, 4, 1), 1), (date(2024, 1, 1), 4)]
)
def test_a_quarter_is_due_once_it_is_over(today: date, over: int) -> None:
    assert len(due("TRIMESTRAL", 2023, today)) == over


def test_the_board_tells_of_all_thirteen() -> None:
    text = board().text
    for each in city().indicators:
        assert f" {each.number}. {words.tidy(each.name)}: " in text
    assert "🔴 8. Soporte remoto: <b>35 %</b> (dic. 2023, hace 27 meses) · meta 40 %" in text
    assert "🟡 6. Soporte software: <b>92 %</b> ↓ (dic. 2023, hace 27 meses) · meta 95 %" in text
    assert "🟢 2. Eficacia Mantenimientos Preventivos: <b>100 %</b> (2.º sem. 2023, hace 27 meses)" in text
    assert (
        "⚪ 10. Eficacia en el desarrollo de software: <b>76 %</b> ↑ (4.º trim. 2023, hace 27 meses) · meta «linea base»"
        in text
    )
    assert "/kpi 8" in text


def test_a_zero_that_may_be_no_data_has_neither_light_nor_arrow() -> None:
    assert (
        "⚪ 9. Disponibilidad en la red: <b>0 %</b> ¿sin dato? (dic. 2023, hace 27 meses) · meta 90 %"
        in board().text
    )


def test_the_pages_give_every_indicator_a_button() -> None:
    pressed = [choice.data for page in (1, 2) for choice in board(page=page).choices]
    numbered = [data for data in pressed if not data.startswith(("kpi:p", "rep:"))]
    assert numbered == [f"kpi:{n}" for n in range(1, 14)]
    assert pressed.count("rep:see:") == 2, "each page leads to the picture of all"
    assert [data for data in pressed if data.startswith("kpi:p")] == ["kpi:p2", "kpi:p1"]


def test_a_page_that_is_not_there_is_the_last_one() -> None:
    assert board(page=99) == board(page=2)
    assert board(page=0) == board()


def test_buttons_of_similar_names_can_be_told_apart() -> None:
    labels = [choice.label for page in (1, 2) for choice in board(page=page).choices]
    assert "🔴 12. Gobierno digital" in labels
    assert all(len(label) <= words.SHORT_LABEL for label in labels)


def test_the_buttons_of_a_year_keep_it() -> None:
    assert board(2023).choices[0].data == "kpi:1:2023"
    assert "· 2023</b>" in board(2023).text


def test_a_year_without_readings_is_no_zero() -> None:
    text = board(2022).text
    assert "8. Soporte remoto: <b>sin datos</b>" in text
    assert " 0 %" not in text


def test_nothing_in_a_year_says_which_years_there_are() -> None:
    text = words.nothing_in(Stretch.of_year(2024), [2022, 2023]).text
    assert "sin datos" in text
    assert "Hay datos de 2022 y 2023" in text


@pytest.mark.parametrize("number", range(1, 14))
def test_every_card_has_the_columns_of_the_sheet_and_its_chart(number: int) -> None:
    reply, printed = one(number), indicator(number)
    assert f"Indicador {number} · {words.tidy(printed.name)}" in reply.text
    assert esc(printed.formula) in reply.text
    assert words.tidy(printed.owner) in reply.text
    assert f"promedio {printed.printed_average} %" in reply.text
    for remark in printed.remarks:
        assert esc(remark) in reply.text
    assert reply.chart
    assert len(reply.text) < TELEGRAM_LIMIT
    assert len(reply.choices) <= MAX_CHOICES


def test_a_card_shows_every_reading() -> None:
    text = one(8).text
    assert (
        "🔴 <b>35 %</b> (dic. 2023, hace 27 meses): por debajo de la meta, le faltan 5 puntos · meta 40 %"
        in text
    )
    assert "<b>2023</b> (promedio 23 %): ene. 13 % · feb. 7 %" in text
    assert "nov. 0 % ¿? · dic. 35 %" in text


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "mar. 128 % ▲ · abr. 0 % ¿?"),
        (6, "dic. 92 % · 13.er valor 93 %"),
        (9, "Último dato seguro: 16 % (nov. 2023)"),
        (10, "sin meta con número, sin semáforo · meta «linea base»"),
        (11, "3.er trim. 71 % · 4.º trim. sin datos"),
    ],
)
def test_the_oddities_of_the_print_are_kept_and_said(number: int, said: str) -> None:
    assert said in one(number).text


@pytest.mark.parametrize(
    ("asked", "said", "bars"),
    [
        ("2023", "<b>2023</b> (promedio 23 %)", 12),
        ("2023-06", "🔴 <b>29 %</b> ↑ (jun. 2023, hace 33 meses)", None),
        ("2023-Q2", "<b>2023</b> (promedio de lo mostrado 15 %): abr. 2 % · may. 15 % · jun. 29 %", 3),
        ("2024", "⚪ <b>Sin datos</b> de 2024 (no es lo mismo que 0 %)", None),
        ("2024-01", "⚪ <b>Sin datos</b> de ene. 2024", None),
        ("2023-11", "puede que no hubiera dato, sin semáforo", None),
    ],
)
def test_a_period_of_an_indicator(asked: str, said: str, bars: int | None) -> None:
    reply = one(8, asked)
    assert said in reply.text
    assert (len(bars_of(reply)) or None) == bars


def test_a_month_of_a_quarterly_indicator_is_its_quarter() -> None:
    assert "<b>27 %</b> ↑ (2.º trim. 2023, hace 33 meses)" in one(10, "2023-06").text


def test_the_thirteenth_value_can_be_asked_for() -> None:
    assert "<b>93 %</b>" in one(6, "2023-13").text
    assert "(13.er valor 2023, hace 27 meses)" in one(6, "2023-13").text


def test_a_correction_says_who_and_why() -> None:
    correction = Reading(
        8,
        Period.parse("2023-11"),
        31.25,
        numerator=5,
        denominator=16,
        source="recorded",
        recorded_by="Ana <b>",
        recorded_at=datetime(2026, 2, 3, 15, tzinfo=UTC),
        reason="faltaban casos",
    )
    text = one(8, extra=[correction]).text
    assert "nov. 31,3 % · dic." in text
    assert (
        "<b>nov. 2023</b>: registrado, 5 de 16, por Ana &lt;b&gt;, el 3 de febrero de 2026 (motivo: faltaban casos)"
        in text
    )


def test_years_are_told_apart_and_each_has_a_button() -> None:
    january = Reading(8, Period.parse("2026-01"), 45, source="computed", numerator=9, denominator=20)
    reply = one(8, extra=[january])
    assert "🟢 <b>45 %</b> (ene. 2026, cerró hace 30 días): cumple la meta" in reply.text
    assert "<b>2026</b> (promedio de lo mostrado 45 %): ene. 45 % · feb. sin datos" in reply.text
    assert {"kpi:8:2023", "kpi:8:2026"} <= {choice.data for choice in reply.choices}
    assert [bar.value for bar in bars_of(reply)] == [45, None]


def test_ten_years_of_readings_still_fit_in_a_message() -> None:
    many = [
        Reading(1, Period("month", year, month), 99.9, source="recorded", reason="x" * 500)
        for year in range(2024, 2035)
        for month in range(1, 13)
    ]
    assert len(one(1, extra=many).text) < TELEGRAM_LIMIT


def bars_of(reply: Reply) -> Sequence[Bar]:
    return reply.chart.panels[0].bars if reply.chart else ()


def test_the_chart_as_facts() -> None:
    chart = one(6).chart
    assert chart
    assert (chart.title, chart.file_name) == ("6. Soporte software,\u00a02023", "indicador-06-2023.png")
    [panel] = chart.panels
    assert panel.target == 95
    first, *_, december, thirteenth = panel.bars
    assert first == Bar("ene", 100, "green", "sheet")
    assert december == Bar("dic", 92, "yellow", "sheet")
    assert thirteenth == Bar("13.º†", 93, "yellow", "sheet", doubt="no_month")
    assert bars_of(one(8))[10] == Bar("nov*", 0, None, "sheet", doubt="no_data")


def test_a_chart_tells_where_a_value_comes_from_and_what_is_open() -> None:
    extra = [
        Reading(8, Period.parse("2026-01"), 45, source="recorded"),
        Reading(8, Period.parse("2026-03"), 20, source="computed", flags=("open",)),
    ]
    chart = charts.chart(indicator(8), merged(city(), extra, 8), None, TODAY)
    assert chart
    assert chart.panels[0].bars == (
        Bar("ene", 45, "green", "recorded"),
        Bar("feb"),
        Bar("mar…", 20, "red", "computed", is_open=True),
    )


def test_the_board_as_a_picture() -> None:
    found = [(each, merged(city(), [], each.number)) for each in city().indicators]
    chart = charts.board(found, None, TODAY)
    assert [panel.title.split(".")[0] for panel in chart.panels] == [str(number) for number in range(1, 14)]
    eighth, tenth = chart.panels[7], chart.panels[9]
    assert (eighth.title, eighth.standing, eighth.light) == ("8. Soporte remoto", "35 % · dic. 2023", "red")
    assert (tenth.target, tenth.light) == (None, None)
    empty = charts.board([(each, []) for each in city().indicators], 2024, TODAY)
    assert {panel.standing for panel in empty.panels} == {"sin datos"}


@pytest.mark.parametrize(
    ("closed", "said", "light"),
    [(True, "45 % · feb. 2026", "green"), (False, "20 % · mar. 2026, en curso", "red")],
)
def test_a_small_chart_says_what_goes_on(closed: bool, said: str, light: str) -> None:
    going = Reading(8, Period.parse("2026-03"), 20, source="computed", flags=("open",))
    over = [Reading(8, Period.parse("2026-02"), 45, source="computed")] if closed else []
    [panel] = charts.board([(indicator(8), [*over, going])], None, TODAY).panels
    assert (panel.standing, panel.light) == (said, light)


def test_two_indicators_or_two_periods_below_one_another() -> None:
    sides = [(indicator(number), merged(city(), [], number), None) for number in (6, 7)]
    chart = charts.compared(sides, TODAY)
    assert (chart.title, chart.file_name) == ("Indicadores 6 y 7", "indicadores-6-7.png")
    periods = [Stretch.of(Period.parse(written)) for written in ("2023-Q1", "2023-Q2")]
    halves = [(indicator(8), within(merged(city(), [], 8), of), of) for of in periods]
    chart = charts.compared(halves, TODAY)
    assert [[bar.value for bar in panel.bars] for panel in chart.panels] == [[13, 7, 8], [2, 15, 29]]
    assert chart.title == "8. Soporte remoto: períodos comparados"
    assert chart.panels[1].title == "8. Soporte remoto,\u00a02.º trim. 2023"
    months = [Stretch.of(Period.parse(written)) for written in ("2023-03", "2023-04")]
    single = charts.compared([(indicator(8), within(merged(city(), [], 8), of), of) for of in months], TODAY)
    [panel] = single.panels
    assert [(bar.label, bar.value) for bar in panel.bars] == [("mar. 2023", 8), ("abr. 2023", 2)]


def test_what_has_no_data_one_after_another_is_one_cell() -> None:
    february = Reading(8, Period.parse("2025-02"), 45, source="computed")
    assert (
        "<b>2025</b> (promedio 45 %): ene. sin datos · feb. 45 % · mar.–dic. sin datos"
        in one(8, extra=[february]).text
    )


@pytest.mark.parametrize(
    ("of", "today", "said"),
    [
        ("2026-11", date(2026, 12, 1), "cerró ayer"),
        ("2026-11", date(2026, 12, 2), "cerró hace 2 días"),
        ("2026-11", date(2027, 1, 4), "hace 1 mes"),
        ("2023-12", date(2026, 11, 10), "hace 35 meses"),
        ("2026-11", date(2026, 11, 30), "en curso"),
    ],
)
def test_the_age_of_a_value_counts_from_the_end_of_its_period(of: str, today: date, said: str) -> None:
    assert age(Period.parse(of), today) == said


def test_neighbours_and_the_board_are_one_press_away() -> None:
    assert [choice.data for choice in one(8).choices] == ["kpi:7", "kpi:9", "count:how:8", "kpi:"]
    assert [choice.data for choice in one(2).choices] == ["kpi:1", "kpi:3", "kpi:"]
    assert one(8, "2023").choices[0].data == "kpi:7:2023"


def test_texts_of_the_data_are_escaped() -> None:
    odd = replace(indicator(8), name="A <b> & B", formula="a < b", remarks=("c > d",))
    found = merged(city(), [], 8)
    text = card(odd, found, found, None, TODAY).text
    assert "A &lt;b&gt; &amp; B" in text
    assert "<code>a &lt; b</code>" in text
    assert "c &gt; d" in text


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (words.not_understood("abc"), "No entendí «abc»"),
        (words.not_understood("<b>"), "«&lt;b&gt;»"),
    ],
)
def test_what_was_not_understood_is_explained(reply: Reply, said: str) -> None:
    assert said in reply.text
    assert reply.choices


def test_an_indicator_that_there_is_not() -> None:
    assert "van del 1 al 13" in words.no_such_indicator("99", city().indicators).text
